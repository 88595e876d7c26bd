"""C: the conditions for successful mainstreaming, from their criteria in ``checklists/conditions.yaml``."""

from collections.abc import Iterator

from mainstream_cli.model.catalogue import Catalogue, Condition
from mainstream_cli.model.finding import Assessment, ConditionStatus, Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.relations import Comparison, Tally, holds, in_words, leaves
from mainstream_cli.rules.case import Case


def assess(case: Case) -> tuple[Assessment, ...]:
    """Say for every condition how it stands, whether it is needed by now, and which answers decide."""
    return tuple(_assess(case, condition) for condition in case.catalogue.conditions)


def condition_findings(case: Case) -> Iterator[Finding]:
    """Yield a finding for every condition that is not met: note before its time, error at its gate, warning after."""
    named = case.judged.gate.conditions if case.judged else ()
    for assessment in assess(case):
        condition = assessment.condition
        if assessment.status == "met":
            continue
        severity = "error" if condition.code in named else case.severity(condition.needed_by)
        if assessment.status == "partly_met" and severity == "error":
            severity = "warning"
        because = "; ".join(assessment.because)
        message = f"{condition.title}: {STATUS_WORDS[assessment.status]}{f' ({because})' if because else ''}."
        yield Finding(condition.code, severity, message, condition.remedy, condition.who, _ref(condition))


STATUS_WORDS: dict[ConditionStatus, str] = {
    "met": "secured",
    "partly_met": "partly secured",
    "not_met": "not secured",
    "not_assessed": "not assessed",
}


def _assess(case: Case, condition: Condition) -> Assessment:
    met, partly = holds(condition.met, case.facts), holds(condition.partly_met, case.facts)
    status: ConditionStatus
    if met is True:
        status = "met"
    elif partly is True:
        status = "partly_met"
    else:
        status = "not_assessed" if met is None or partly is None else "not_met"
    return Assessment(condition, status, _due(case, condition), tuple(dict.fromkeys(_reasons(case, condition, status))))


def _due(case: Case, condition: Condition) -> bool:
    order = [stage.id for stage in case.catalogue.stages]
    now = case.judged or case.current
    return now is None or order.index(condition.needed_by) <= order.index(now.id)


def _reasons(case: Case, condition: Condition, status: ConditionStatus) -> Iterator[str]:
    """Name the answers that decide: all of them when the condition is met, else those that stand in its way."""
    for leaf in leaves(condition.met):
        truth = holds(leaf, case.facts)
        if (truth is True) == (status == "met"):
            reason = _reason(case, leaf)
            if reason:
                yield reason


def _reason(case: Case, leaf: Comparison | Tally) -> str:
    if isinstance(leaf, Tally):
        return f"needed: {in_words(leaf, case.catalogue.name)}" if holds(leaf, case.facts) is not True else ""
    value = case.facts.value(leaf.subject, leaf.name)
    name = case.catalogue.name(leaf.subject, leaf.name)
    words = case.catalogue.name("term", str(value)) if value is not None else "no answer yet"
    return f"{name}: {words}"


def _ref(condition: Condition) -> Ref:
    first = next(
        (leaf for leaf in leaves(condition.met) if isinstance(leaf, Comparison) and leaf.subject == "question"), None
    )
    return Ref("answers", first.name) if first else Ref("settings")


def manual(catalogue: Catalogue, condition: Condition) -> list[tuple[str, str]]:
    """Return the page of a condition as pairs of heading and text."""
    needed = next(stage.title for stage in catalogue.stages if stage.id == condition.needed_by)
    source = condition.source
    return [
        ("What it means", condition.text),
        ("Question", condition.question),
        ("Needed by", needed),
        ("Who can act", "; ".join(condition.who)),
        ("Secured when", in_words(condition.met, catalogue.name)),
        ("Partly secured when", in_words(condition.partly_met, catalogue.name)),
        ("What to do", condition.remedy),
        ("Waiver", "possible" if condition.waivable else "not possible: rights, gender and children are never waived"),
        (
            "Source",
            f"{catalogue.works[source.document].title}, {source.place} ({catalogue.label('bases', source.basis)})",
        ),
    ]
