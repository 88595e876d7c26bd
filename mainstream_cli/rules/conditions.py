"""C: what is said of the conditions for successful mainstreaming."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import reduce

from mainstream_cli.language import Text, label, say, stacked, verbatim
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.condition import Condition, Line
from mainstream_cli.model.finding import Assessment, Finding, Severity
from mainstream_cli.model.history import status_words
from mainstream_cli.model.journal import Decision
from mainstream_cli.model.project import Ref
from mainstream_cli.model.relation_words import relation_in_words
from mainstream_cli.model.relations import Comparison, Tally, leaves
from mainstream_cli.model.truth import holds, in_the_way
from mainstream_cli.rules.assessing import assess, holds_for_a_year, line_in_words, standing, valid_until
from mainstream_cli.rules.case import Case, once
from mainstream_cli.rules.claims import to_confirm
from mainstream_cli.rules.entries import CORE_TEAM
from mainstream_cli.rules.private import hinges
from mainstream_cli.rules.reasons import obstacles, reason_in_words

LONGEST_REMEDY = timedelta(days=366)


def condition_findings(case: Case) -> Iterator[Finding]:
    """Yield a finding for every condition that is not met: note before its time, error at its gate, warning after."""
    unmet = _unmet(case)
    for assessment in assess(case):
        condition = assessment.condition
        if condition.code in unmet:
            most, ref = unmet[condition.code]
            question = to_confirm(case, assessment)
            action = verbatim(condition.remedy)
            if question:
                action, ref = (
                    say("Confirm it: {command}", command=f"mainstream fill {question}"),
                    Ref("answers", question),
                )
            message = _in_words(assessment, _named(case, condition))
            yield Finding(condition.code, most, message, action, condition.who, ref, needed_by=condition.needed_by)


def _in_words(assessment: Assessment, named: Iterable[Text]) -> Text:
    title, status = assessment.condition.title, status_words(assessment)
    because = (*assessment.because, *named)
    if not because:
        return say("{condition}: {status}.", condition=title, status=status)
    reasons = reduce(lambda first, then: say("{first}; {then}", first=first, then=then), because)
    return say("{condition}: {status} ({reasons}).", condition=title, status=status, reasons=reasons)


@once
def _unmet(case: Case) -> dict[str, tuple[Severity, Ref]]:
    """Return, of every condition that is not met, how serious it can become, and where the first answer stands."""
    unmet: dict[str, tuple[Severity, Ref]] = {}
    for assessment in standing(case):
        condition = assessment.condition
        if assessment.status != "met" and not assessment.unread:
            unmet[condition.code] = (_most(case, assessment), _ref(condition))
    return unmet


def _most(case: Case, assessment: Assessment) -> Severity:
    """Say how serious an unmet condition can become: under a dated remedy a warning, but where it failed."""
    if hinges(case, assessment.condition):
        return "note"
    remedy = None if assessment.condition.waivable or assessment.evidence == "against" else assessment.remedy
    answered = remedy is not None and _dated(case, remedy)
    return "warning" if assessment.status == "partly_met" or answered else "error"


def _dated(case: Case, remedy: Decision) -> bool:
    return remedy.due is not None and case.today <= remedy.due <= remedy.date + LONGEST_REMEDY


def runs_out(case: Case) -> Iterator[Finding]:
    """What shows a condition becomes too old within a year.

    Evidence ages: a body that does not meet, a check of three years ago, an order of five years ago, a census of the
    last decade. How long each kind counts stands in conditions.yaml and vocabulary.yaml.

    Passes: a consultative body that met last month
    Fails:  the only meeting of that body was eleven months ago
    """
    for last, condition in running_out(case):
        message = say(
            "{condition}: secured until {day}, if nothing is added to the record.",
            condition=condition.title,
            day=last.isoformat(),
        )
        action = say("Renew what shows it: {command}", command=f"mainstream explain {condition.code}")
        yield Finding("W01", "note", message, action, condition.who or CORE_TEAM, _ref(condition))


@once
def running_out(case: Case) -> tuple[tuple[date, Condition], ...]:
    """Return the conditions that are secured and will not be in a year, with the last day, the earliest first."""
    found = [each for each in standing(case) if each.status == "met" and not holds_for_a_year(case, each)]
    days = ((valid_until(case, each), each.condition) for each in found)
    return tuple(sorted(((day, each) for day, each in days if day), key=lambda pair: pair[0]))


def _named(case: Case, condition: Condition) -> Iterator[Text]:
    """Name the entries that stand in the way, as commands take them, where they are few."""
    relations = [line.holds for line in condition.seen] if not condition.shows_itself else [condition.claim]
    named: dict[str, None] = {}
    for leaf in (leaf for relation in relations for leaf in obstacles(case, relation)):
        if isinstance(leaf, Tally) and 0 < len(found := in_the_way(leaf, case.facts)) <= MOST_NAMED:
            named |= dict.fromkeys(case.facts.named(leaf.register, entry) for entry in found)
    if named:
        yield say("see {entries}", entries=", ".join(named))


MOST_NAMED = 3
NEVER_WAIVED = say(
    "not possible: rights, gender and children are never set aside; a dated remedy is: {command}",
    command="mainstream decide",
)


def _ref(condition: Condition) -> Ref:
    first = next(
        (leaf for leaf in leaves(condition.claim) if isinstance(leaf, Comparison) and leaf.subject == "question"), None
    )
    return Ref("answers", first.name) if first else Ref("settings")


def answers_in_words(case: Case, condition: Condition) -> tuple[Text, ...]:
    """Say every answer on which the claim rests."""
    said = (reason_in_words(case, leaf) for leaf in leaves(condition.claim))
    return tuple(dict.fromkeys(answer for answer in said if answer))


def still_needed(case: Case, condition: Condition) -> tuple[Text, ...]:
    """Say in words what would have to hold, and does not yet, for a condition to be secured."""
    open_tests = (leaf for leaf in obstacles(case, condition.claim) if holds(leaf, case.facts) is not True)
    answers = (relation_in_words(leaf, case.catalogue.name) for leaf in open_tests)
    against = (line for line in condition.against if holds(line.holds, case.facts) is True)
    unseen = (line for line in condition.seen if holds(line.holds, case.facts) is not True)
    shows = () if condition.shows_itself else (line_in_words(line, case.catalogue) for line in unseen)
    no_more = (say("no longer: {line}", line=line_in_words(line, case.catalogue)) for line in against)
    return tuple(dict.fromkeys((*answers, *no_more, *shows)))


def manual(catalogue: Catalogue, condition: Condition) -> list[tuple[Text, str]]:
    """Return the page of a condition as pairs of heading and text."""
    needed = next(stage.title for stage in catalogue.stages if stage.id == condition.needed_by)
    source = condition.source
    work, basis = catalogue.works[source.document].title, catalogue.label("bases", source.basis)
    pairs = [
        (label("heading", "What it means"), condition.text),
        (label("heading", "Question"), condition.question),
        (label("heading", "Needed by"), needed),
        (label("heading", "Who can act"), "; ".join(condition.who)),
        (label("heading", "Claimed by"), relation_in_words(condition.claim, catalogue.name)),
        (label("heading", "Partly claimed by"), relation_in_words(condition.claim_partly, catalogue.name)),
        (label("heading", "Secured when the record shows"), _listed(condition.seen, catalogue)),
        (label("heading", "Partly secured when it shows one of"), _listed(condition.some, catalogue)),
        (label("heading", "Not secured, whatever is said, when"), _listed(condition.against, catalogue)),
        (label("heading", "What to do"), condition.remedy),
        (label("heading", "Waiver"), label("waiver", "possible") if condition.waivable else NEVER_WAIVED),
        (label("heading", "Source"), f"{work}, {source.place} ({basis})"),
    ]
    return [pair for pair in pairs if pair[1]]


def _listed(lines: Sequence[Line], catalogue: Catalogue) -> Text:
    return stacked(say("- {line}", line=line_in_words(line, catalogue)) for line in lines)
