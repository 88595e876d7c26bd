"""C: the conditions for successful mainstreaming, from their criteria in ``checklists/conditions.yaml``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from mainstream_cli.language import Text, label, say, verbatim
from mainstream_cli.model.catalogue import Catalogue, Condition
from mainstream_cli.model.finding import Assessment, Finding, Severity
from mainstream_cli.model.history import status_words
from mainstream_cli.model.journal import ConditionStatus, Waiver
from mainstream_cli.model.project import Ref
from mainstream_cli.model.relation_words import relation_in_words, shortfall
from mainstream_cli.model.relations import Comparison, Join, Relation, Tally, holds, in_the_way, leaves, tallied
from mainstream_cli.rules.case import Case, once
from mainstream_cli.rules.private import hinges
from mainstream_cli.rules.waivers import covering


def assess(case: Case) -> tuple[Assessment, ...]:
    """Say for every condition how it stands, whether it is needed by now, and which answers decide."""
    return tuple(replace(assessment, due=_due(case, assessment.condition)) for assessment in _standing(case))


@once
def _standing(case: Case) -> tuple[Assessment, ...]:
    return tuple(_assess(case, condition) for condition in case.catalogue.conditions)


def condition_findings(case: Case) -> Iterator[Finding]:
    """Yield a finding for every condition that is not met: note before its time, error at its gate, warning after."""
    unmet = _unmet(case)
    for assessment in assess(case):
        condition = assessment.condition
        if condition.code in unmet:
            most, because, ref = unmet[condition.code]
            message = _standing_in_words(assessment, because)
            action = verbatim(condition.remedy)
            yield Finding(condition.code, most, message, action, condition.who, ref, needed_by=condition.needed_by)


def _standing_in_words(assessment: Assessment, because: Sequence[Text]) -> Text:
    title, status = assessment.condition.title, status_words(assessment)
    if not because:
        return say("{condition}: {status}.", condition=title, status=status)
    reasons = reduce(lambda first, then: say("{first}; {then}", first=first, then=then), because)
    return say("{condition}: {status} ({reasons}).", condition=title, status=status, reasons=reasons)


@once
def _unmet(case: Case) -> dict[str, tuple[Severity, tuple[Text, ...], Ref]]:
    """Return, of every condition that is not met, how serious it can become, what is in its way, and where."""
    unmet: dict[str, tuple[Severity, tuple[Text, ...], Ref]] = {}
    for assessment in _standing(case):
        condition = assessment.condition
        if assessment.status != "met" and not assessment.unread:
            hidden = bool(hinges(case, condition))
            most: Severity = "note" if hidden else "warning" if assessment.status == "partly_met" else "error"
            because = (*assessment.because, *_named(case, condition))
            unmet[condition.code] = (most, because, _ref(condition))
    return unmet


def _named(case: Case, condition: Condition) -> Iterator[Text]:
    """Name the entries that stand in the way, as commands take them, where they are few."""
    for leaf in _obstacles(case, condition.met):
        if isinstance(leaf, Tally) and 0 < len(found := in_the_way(leaf, case.facts)) <= MOST_NAMED:
            known = {id(entry) for entry in found}
            names = [id_ for id_, entry in case.project.entries(leaf.register).items() if id(entry) in known]
            if names:
                yield say("see {entries}", entries=", ".join(f"{leaf.register}/{name}" for name in names))


MOST_NAMED = 3
NEVER_WAIVED = say(
    "not possible: rights, gender and children are never set aside; a dated remedy is: {command}",
    command="mainstream decide",
)


def _assess(case: Case, condition: Condition) -> Assessment:
    met, partly = holds(condition.met, case.facts), holds(condition.partly_met, case.facts)
    unread = (met is None and case.facts.unread(condition.met)) or (
        met is False and partly is None and case.facts.unread(condition.partly_met)
    )
    status: ConditionStatus
    if unread:
        status = "not_assessed"
    elif met is True:
        status = "met"
    elif partly is True:
        status = "partly_met"
    else:
        status = "not_assessed" if met is None or partly is None else "not_met"
    because = tuple(dict.fromkeys(_reasons(case, condition, status)))
    waiver = remedy = None
    if status != "met":
        waiver = _waiver(case, condition)
        remedy = next(
            (decision for decision in reversed(case.decisions.values()) if decision.code == condition.code), None
        )
    return Assessment(condition, status, False, because, waiver, remedy, unread)


def _waiver(case: Case, condition: Condition) -> Waiver | None:
    return covering(case, Finding(condition.code, "note", verbatim(""), verbatim(""))) if case.waivers else None


def _due(case: Case, condition: Condition) -> bool:
    order = [stage.id for stage in case.catalogue.stages]
    now = case.judged or case.current
    return now is None or order.index(condition.needed_by) <= order.index(now.id)


def _reasons(case: Case, condition: Condition, status: ConditionStatus) -> Iterator[Text]:
    """Name the answers that decide: all of them when the condition is met, else those that stand in its way."""
    deciding = leaves(condition.met) if status == "met" else _obstacles(case, condition.met)
    for leaf in deciding:
        truth = holds(leaf, case.facts)
        if (truth is True) == (status == "met"):
            reason = _reason(case, leaf)
            if reason:
                yield reason


def _obstacles(case: Case, relation: Relation) -> Iterator[Comparison | Tally]:
    """Yield the tests that keep a relation from holding; of alternatives, an empty register is no way to go."""
    match relation:
        case Join(how, parts) if holds(relation, case.facts) is not True:
            ways = [part for part in parts if how == "all" or not _says_empty(part)]
            for part in ways or parts:
                yield from _obstacles(case, part)
        case Join():
            return
        case _:
            yield from leaves(relation)


def _says_empty(relation: Relation) -> bool:
    return isinstance(relation, Tally) and relation.count == ("is", 0)


def _reason(case: Case, leaf: Comparison | Tally) -> Text | None:
    truth = holds(leaf, case.facts)
    if isinstance(leaf, Tally):
        if truth is None and case.facts.unread(leaf):
            return say("{place}: could not be read", place=f"registers/{leaf.register}")
        found, among = tallied(leaf, case.facts)
        return None if truth is True else shortfall(leaf, found, among, case.catalogue.name)
    name = case.catalogue.name(leaf.subject, leaf.name)
    if truth is None and case.facts.unread(leaf):
        return say("{place}: could not be read", place=name)
    if leaf.subject == "question" and leaf.name in {question.id for question in case.unseen}:
        return say("{question}: answered in private/ only", question=name)
    value = case.facts.value(leaf.subject, leaf.name)
    if value is None:
        return say("{question}: no answer yet", question=name)
    return say("{question}: {answer}", question=name, answer=case.catalogue.name("term", str(value)))


def _ref(condition: Condition) -> Ref:
    first = next(
        (leaf for leaf in leaves(condition.met) if isinstance(leaf, Comparison) and leaf.subject == "question"), None
    )
    return Ref("answers", first.name) if first else Ref("settings")


def still_needed(case: Case, condition: Condition) -> tuple[Text, ...]:
    """Say in words what would have to hold, and does not yet, for a condition to be secured."""
    if holds(condition.met, case.facts) is True:
        return ()
    open_tests = (leaf for leaf in _obstacles(case, condition.met) if holds(leaf, case.facts) is not True)
    return tuple(dict.fromkeys(relation_in_words(leaf, case.catalogue.name) for leaf in open_tests))


def manual(catalogue: Catalogue, condition: Condition) -> list[tuple[Text, str]]:
    """Return the page of a condition as pairs of heading and text."""
    needed = next(stage.title for stage in catalogue.stages if stage.id == condition.needed_by)
    source = condition.source
    work, basis = catalogue.works[source.document].title, catalogue.label("bases", source.basis)
    return [
        (label("heading", "What it means"), condition.text),
        (label("heading", "Question"), condition.question),
        (label("heading", "Needed by"), needed),
        (label("heading", "Who can act"), "; ".join(condition.who)),
        (label("heading", "Secured when"), relation_in_words(condition.met, catalogue.name)),
        (label("heading", "Partly secured when"), relation_in_words(condition.partly_met, catalogue.name)),
        (label("heading", "What to do"), condition.remedy),
        (label("heading", "Waiver"), label("waiver", "possible") if condition.waivable else NEVER_WAIVED),
        (label("heading", "Source"), f"{work}, {source.place} ({basis})"),
    ]
