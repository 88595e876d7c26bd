"""How the conditions for successful mainstreaming stand: the lesser of what answers claim and what the record shows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mainstream_cli.language import Text, verbatim
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.computed import COMPUTED
from mainstream_cli.model.condition import Condition, Line
from mainstream_cli.model.facts import ProjectFacts
from mainstream_cli.model.finding import Assessment, Claim, Evidence, Finding
from mainstream_cli.model.journal import ConditionStatus, Waiver
from mainstream_cli.model.project import Project
from mainstream_cli.model.relation_words import relation_in_words
from mainstream_cli.model.relations import Comparison, Tally, leaves
from mainstream_cli.model.truth import chosen, turning_days
from mainstream_cli.rules.case import Case, once
from mainstream_cli.rules.reasons import answers_behind, of_earlier_plan, on_record, unread_behind
from mainstream_cli.rules.waivers import covering

DAY = timedelta(days=1)
STATUS: dict[tuple[Claim, Evidence], ConditionStatus] = {
    ("in_place", "seen"): "met",
    ("partly", "seen"): "partly_met",
    ("in_place", "some"): "partly_met",
    ("partly", "some"): "partly_met",
    ("in_place", "none"): "claimed",
    ("partly", "none"): "claimed",
}
"""The lesser of claim and evidence; what the record contradicts, and what is absent, is not met."""


PRIVATE = "private"
"""The name of evidence that is kept in ``private/``: it counts, and what it is stays there."""


def assess(case: Case) -> tuple[Assessment, ...]:
    """Say for every condition how it stands, whether it is needed by now, and which answers decide."""
    return tuple(replace(assessment, due=_due(case, assessment.condition)) for assessment in standing(case))


def assess_openly(case: Case, printed: Project) -> tuple[Assessment, ...]:
    """Assess for everybody: by the answers of *printed*, and by all evidence, of which the private is not named.

    What is secured, and shown by what everybody may read, is said to be so, though an answer behind it is kept private.
    """
    shown = assess(replace(case, project=replace(printed, registers=case.project.registers)))
    return tuple(map(_openly, shown, assess(case)))


def _openly(printed: Assessment, whole: Assessment) -> Assessment:
    if whole.status != "met" or printed.status == "met" or PRIVATE in whole.seen:
        return printed
    return replace(
        printed, status="met", claim=whole.claim, evidence=whole.evidence, seen=whole.seen, missing=(), waiver=None
    )


@once
def standing(case: Case) -> tuple[Assessment, ...]:
    """Return every assessment but for whether it is due, which follows from the gate that is judged."""
    return tuple(assess_one(case, condition) for condition in case.catalogue.conditions)


def assess_one(case: Case, condition: Condition) -> Assessment:
    """Say how one condition stands, but for whether it is due."""
    facts = case.facts
    claim, evidence = claimed(condition, facts), shown(condition, facts)
    unread = _rests_on_unread(condition, facts, claim, evidence)
    status = status_of(claim, evidence)
    missing = _missing(case, condition, evidence)
    reasons = unread_behind(case, condition) if unread else answers_behind(case, condition, claim, evidence)
    answers = tuple(dict.fromkeys(reasons))
    because = answers if unread else (*answers, *on_record(claim, evidence, missing))
    waiver = remedy = None
    if status != "met":
        waiver = _waiver(case, condition)
        taken = (decision for decision in reversed(case.decisions.values()) if decision.date <= case.today)
        remedy = next((decision for decision in taken if decision.code == condition.code), None)
    return Assessment(
        condition,
        "not_assessed" if unread else status,
        False,
        because,
        waiver,
        remedy,
        unread,
        claim,
        evidence,
        seen=_seen(case, condition, evidence),
        missing=missing,
        needed_at=next(stage.title for stage in case.catalogue.stages if stage.id == condition.needed_by),
        secured_until=_secured_until(condition, facts, claim, evidence),
        answers=answers,
    )


def status_of(claim: Claim, evidence: Evidence) -> ConditionStatus:
    """Return the lesser of claim and evidence."""
    return "not_assessed" if claim == "none" else STATUS.get((claim, evidence), "not_met")


def claimed(condition: Condition, facts: ProjectFacts) -> Claim:
    """Return what the answers claim; ``none`` where a deciding one is missing, unknown or of an earlier plan.

    Dissent never costs a condition: where tables differ and none is chosen, it is at most partly claimed.
    """
    if of_earlier_plan(condition, facts):
        return "none"
    facts = replace(facts, between_views=True)
    whole, partly = facts.holds(condition.claim), facts.holds(condition.claim_partly)
    if whole is True:
        return "in_place"
    if partly is True:
        return "partly"
    return "none" if whole is None or partly is None else "absent"


def shown(condition: Condition, facts: ProjectFacts) -> Evidence:
    """Return what registers, documents and journal show, whatever the answers say."""
    if _any_line(condition.against, facts):
        return "against"
    if all(facts.holds(line.holds) is True for line in condition.seen):
        return "seen"
    return "some" if _any_line(condition.some, facts) else "none"


def _any_line(lines: Sequence[Line], facts: ProjectFacts) -> bool:
    return any(facts.holds(line.holds) is True for line in lines)


def _rests_on_unread(condition: Condition, facts: ProjectFacts, claim: Claim, evidence: Evidence) -> bool:
    """Tell whether something that could not be read would decide."""
    if claim in ("none", "partly") and facts.unread(condition.claim):
        return True
    if claim == "none":
        return facts.unread(condition.claim_partly)
    lines = (*condition.seen, *condition.against)
    return claim != "absent" and evidence != "seen" and any(facts.unread(line.holds) for line in lines)


def _seen(case: Case, condition: Condition, evidence: Evidence) -> tuple[str, ...]:
    """Name the entries that show a condition; of those kept in ``private/`` only that there are such."""
    lines = {"against": condition.against, "seen": condition.seen}.get(evidence, (*condition.seen, *condition.some))
    true = [line.holds for line in lines if case.facts.holds(line.holds) is True]
    found = (case.facts.named(*pair) for relation in true for pair in chosen(relation, case.facts))
    return tuple(dict.fromkeys(place if _is_open(case, place) else PRIVATE for place in found))


def _is_open(case: Case, place: str) -> bool:
    kind, _, id_ = place.partition("/")
    return kind == "journal" or id_ in (case.public.answers if kind == "answers" else case.public.entries(kind))


def _missing(case: Case, condition: Condition, evidence: Evidence) -> tuple[Text, ...]:
    """Say what the record does not show, or what it shows to the contrary."""
    against = [line for line in condition.against if case.facts.holds(line.holds) is True]
    lines = against or [line for line in condition.seen if case.facts.holds(line.holds) is not True]
    if evidence == "seen" or (condition.shows_itself and not against):
        return ()
    return tuple(line_in_words(line, case.catalogue) for line in lines)


def line_in_words(line: Line, catalogue: Catalogue) -> Text:
    """Return a line in its own words, without them in those of its relation."""
    return verbatim(line.words.rstrip(".")) if line.words else relation_in_words(line.holds, catalogue.name)


def valid_until(case: Case, assessment: Assessment) -> date | None:
    """Return the last day on which a condition stands as it does if nothing is added, None where no day ends that."""
    condition, facts = assessment.condition, case.facts
    if assessment.status not in ("met", "partly_met"):
        return None
    ahead = (day for day in _days(condition.lines, facts) if facts.today <= day < date.max)
    return next((day for day in ahead if _status_on(case, condition, day + DAY) != assessment.status), None)


def holds_for_a_year(case: Case, assessment: Assessment) -> bool:
    """Tell whether a condition stands as it does in a year, if nothing is added."""
    return _status_on(case, assessment.condition, case.today + 365 * DAY) == assessment.status


def _status_on(case: Case, condition: Condition, day: date) -> ConditionStatus:
    key = f"facts/{day}"
    facts: ProjectFacts = case.kept.setdefault(key, replace(case.facts, today=day))
    return status_of(claimed(condition, facts), shown(condition, facts))


def _days(lines: Iterable[Line], facts: ProjectFacts) -> list[date]:
    """Return the days on which something that lines rest on grows too old, the earliest first."""
    relations = [line.holds for line in lines]
    days = {day for relation in relations for day in turning_days(relation, facts)}
    if any(_goes_by_year(leaf) for relation in relations for leaf in leaves(relation)):
        days |= {date(year, 12, 31) for year in range(facts.today.year, facts.project.settings.plan.end + 1)}
    return sorted(days)


def _goes_by_year(leaf: Comparison | Tally) -> bool:
    known = COMPUTED["project"].get(leaf.name) if isinstance(leaf, Comparison) and leaf.subject == "project" else None
    return known is not None and known.by_year


def _secured_until(condition: Condition, facts: ProjectFacts, claim: Claim, evidence: Evidence) -> date | None:
    """Return the last day on which the record showed all of it, where that is over."""
    if claim != "in_place" or evidence == "seen":
        return None
    not_now = [line for line in condition.seen if facts.holds(line.holds) is not True]
    past = (day for day in reversed(_days(not_now, facts)) if day < facts.today)
    return next((day for day in past if shown(condition, replace(facts, today=day)) == "seen"), None)


def _waiver(case: Case, condition: Condition) -> Waiver | None:
    return covering(case, Finding(condition.code, "note", verbatim(""), verbatim(""))) if case.waivers else None


def _due(case: Case, condition: Condition) -> bool:
    """Tell whether a condition is due: a gate that asks for it is judged, or its time has come.

    It has when the stage itself or a later one was approved, or all before it once were. A stage whose gate asks for
    nothing, such as the regional one, may come at any time and makes nothing due.
    """
    stages = case.catalogue.stages
    place = next(number for number, stage in enumerate(stages) if stage.id == condition.needed_by)
    judged = case.judged is not None and (
        case.judged.id == condition.needed_by or condition.code in case.judged.gate.conditions
    )
    begun = any(stage.id in case.approved for stage in stages[place:] if stage.gate.conditions or stage.gate.needs)
    return judged or begun or case.approved.issuperset(stage.id for stage in stages[:place])
