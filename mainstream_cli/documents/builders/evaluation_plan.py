"""Builds the evaluation plan: questions by criterion, timing, people, data and use of findings."""

from collections.abc import Callable, Iterator, Mapping

from mainstream_cli.documents.contexts.evaluation_plan import CriterionRow, EvaluationPlan, EventRow
from mainstream_cli.documents.contexts.shared import DataGap
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.answering import section
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.figures import dataset_rows
from mainstream_cli.documents.parts.gaps import answer_gaps, indicator_gaps
from mainstream_cli.documents.parts.process import milestones
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, data_gaps
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, day_in_words, moment_in_words
from mainstream_cli.model.money import costed
from mainstream_cli.model.reference import EvaluationCriterion
from mainstream_cli.model.types import day

MID_TERM = "monitoring_mid_term"
PURPOSE = ("monitoring_evaluation_questions", "monitoring_evaluation_plan")
METHOD = ("monitoring_method", "monitoring_cross_border", "monitoring_ethics", "monitoring_obstacles")
PEOPLE = ("monitoring_evaluators",)
USE = (
    "monitoring_in_use",
    "monitoring_bad_results",
    "monitoring_publication",
    "monitoring_lessons",
    "monitoring_lessons_shared",
)
BUDGET = (
    "What the evaluation costs is no question of the checklist, so no amount is given here. Record the evaluation as "
    "an action with a cost and a source of money; it then stands in the action matrix with all others.",
)


def evaluation_plan(dossier: Dossier) -> EvaluationPlan:
    """Build the evaluation plan; parts are built in document order so that references are numbered by first use."""
    scribe = Scribe(dossier, short=True)
    guide = dossier.evaluation
    stages = [stage for stage in scribe.catalogue.stages if stage.id == "monitoring"]
    gaps = (*indicator_gaps(scribe), *answer_gaps(scribe, stages))
    return EvaluationPlan(
        cover=cover(scribe, _summary(scribe, gaps)),
        purpose=section(scribe, PURPOSE),
        about=guide.about,
        criteria=tuple(_criterion(scribe, each) for each in guide.criteria),
        method=section(scribe, METHOD),
        timing=section(scribe, (MID_TERM,)),
        events=tuple(EventRow(when=when, what=what, owner=owner) for _, when, what, owner in sorted(_events(scribe))),
        people=section(scribe, PEOPLE),
        budget=BUDGET,
        datasets=dataset_rows(scribe),
        use=section(scribe, USE),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe, gaps: tuple[DataGap, ...]) -> SummaryBox:
    mid_term = _mid_term(scribe)
    plan = scribe.project.settings.plan
    evaluators, answer = scribe.catalogue.questions.get(PEOPLE[0]), scribe.project.answer(PEOPLE[0])
    who = scribe.words(evaluators, answer.value) if evaluators is not None and answer is not None else ""
    return box(
        ("Mid-term review", f"{mid_term}." if mid_term else "No date has been set yet."),
        ("End of the plan", f"{plan.end}."),
        ("Who evaluates", f"{who}." if who else "Nobody has been named yet."),
        ("Effectiveness", _indicators(scribe, "outcome", "output")),
        ("Impact", _indicators(scribe, "impact")),
        ("Data gaps", data_gaps(gaps)),
    )


def _mid_term(scribe: Scribe) -> str:
    answer = scribe.project.answer(MID_TERM)
    found = day(answer.value) if answer is not None else None
    return day_in_words(found) if found else ""


def _criterion(scribe: Scribe, criterion: EvaluationCriterion) -> CriterionRow:
    here = HERE.get(criterion.id)
    return CriterionRow(
        title=criterion.title,
        asks=criterion.asks,
        questions=criterion.questions,
        shown_by=criterion.shown_by,
        here=here(scribe) if here else "",
    )


def _relevance(scribe: Scribe) -> str:
    objectives, links = (scribe.project.entries(name) for name in ("objectives", "linkages"))
    return f"{counted(len(objectives), 'objective')}; {counted(len(links), 'effect')} of migration recorded."


def _coherence(scribe: Scribe) -> str:
    policies, bodies = (scribe.project.entries(name) for name in ("policies", "bodies"))
    return f"{counted(len(policies), 'policy', 'policies')} and {counted(len(bodies), 'body', 'bodies')} recorded."


def _indicators(scribe: Scribe, *levels: str) -> str:
    found = [each for each in scribe.project.entries("indicators").values() if each.level in levels]
    based = sum(each.baseline is not None and each.baseline.value is not None for each in found)
    if not found:
        return "No indicator recorded yet."
    return f"{counted(len(found), 'indicator')}, {based} of them with a baseline."


def _efficiency(scribe: Scribe) -> str:
    actions = scribe.project.entries("actions").values()
    return (
        f"{sum(map(costed, actions))} of {counted(len(actions), 'action')} costed."
        if actions
        else "No action recorded yet."
    )


def _sustainability(scribe: Scribe) -> str:
    actions = scribe.project.entries("actions").values()
    lined = sum(action.budget_code is not None for action in actions)
    return f"{lined} of {counted(len(actions), 'action')} with a budget code." if actions else "No action recorded yet."


HERE: Mapping[str, Callable[[Scribe], str]] = {
    "relevance": _relevance,
    "coherence": _coherence,
    "effectiveness": lambda scribe: _indicators(scribe, "outcome", "output"),
    "efficiency": _efficiency,
    "impact": lambda scribe: _indicators(scribe, "impact"),
    "sustainability": _sustainability,
}
"""What the project has recorded to answer from, by criterion."""


def _events(scribe: Scribe) -> Iterator[tuple[str, str, str, str]]:
    """Yield dates with a key to sort them by."""
    answer, mid_term = scribe.project.answer(MID_TERM), _mid_term(scribe)
    if answer is not None and mid_term:
        yield str(answer.value), mid_term, "Mid-term review begins", ""
    for step in milestones(scribe):
        if step.stage == "monitoring" and step.status != "dropped":
            yield (
                step.due,
                moment_in_words(step.due),
                scribe.title(step),
                scribe.actor(step.owner) or "No owner named yet",
            )
    targets = [each.target.year for each in scribe.project.entries("indicators").values() if each.target is not None]
    for year in sorted(set(targets)):
        due = counted(targets.count(year), "target of an indicator is", "targets of indicators are")
        yield f"{year}-99", f"End of {year}", f"{due} due", ""
    end = str(scribe.project.settings.plan.end)
    yield f"{end}-99", f"End of {end}", f"{scribe.project.settings.plan.name} ends", ""
