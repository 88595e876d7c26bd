"""Builds the cabinet note: at most two pages, with where the rest stands."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.cabinet_note import CabinetNote
from mainstream_cli.documents.contexts.shared import Cover
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.journal import case_of
from mainstream_cli.documents.parts.objectives import kept_objectives
from mainstream_cli.documents.parts.process import milestones
from mainstream_cli.documents.parts.requests import requests
from mainstream_cli.documents.parts.sectors import proposed_sectors
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, conditions_in_short, cost_and_gap
from mainstream_cli.documents.parts.sums import money_notes, totals_row
from mainstream_cli.documents.parts.timing import plan_sentences
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.shortening import first, shortened
from mainstream_cli.documents.words.wording import counted, day_in_words, listed, marked, moment_in_words, sentence
from mainstream_cli.model.journal import Decision
from mainstream_cli.model.money import exchange
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.process import Risk

ISSUE = ("scoping_purpose", "scoping_migration_picture", "added_value_change")
WHY_NOW = ("plan_calendar_link", "added_value_window", "political_backing")
HEAD = 2 * 210  # characters of a name or notice in the head that stay as they are written
TEXT, LINE, NAME = 210, 96, 60  # characters for an answer, for one line of a list, for a name inside a line
ANSWERS, OBJECTIVES, NOTES, RISKS, DECISIONS, REQUESTS, STEPS = 3, 5, 2, 2, 2, 6, 3  # lines of a list
REST = (
    "Longer texts are shortened to their first sentences, and lists to the number of lines that fit on two pages; […] "
    "marks where. The whole stands in the scoping proposal and in the action matrix, with the sources."
)
WEIGHTS = ("low", "medium", "high")


def cabinet_note(dossier: Dossier) -> CabinetNote:
    """Build the cabinet note; every text and every list in it has a largest size."""
    scribe = Scribe(dossier)
    actions = list(scribe.project.entries("actions").values())
    rates = exchange(scribe.project.settings.finance, actions)
    notes = money_notes(scribe.project.settings.finance, actions, rates)
    return CabinetNote(
        cover=_cover(scribe, actions),
        issue=tuple(_said(scribe, ISSUE)) or ("What migration means for the plan has not been written down yet.",),
        why_now=_why_now(scribe),
        proposed=_proposed(scribe),
        objectives=_objectives(scribe),
        costs=(totals_row("All actions", actions, rates),) if actions else (),
        cost_notes=first(notes, NOTES, "[…] Further notes: {}")
        if actions
        else ("No action has been recorded yet, so no cost can be given.",),
        risks=_risks(scribe),
        decisions=_decisions(scribe),
        requests=_requests(scribe),
        steps=_steps(scribe),
        rest=REST,
    )


def _cover(scribe: Scribe, actions: list[Action]) -> Cover:
    """Return the head of the note; a name, notice or standing that would fill the page is shortened."""
    whole = cover(scribe, _summary(scribe, actions))
    rooms = {"country": NAME, "plan": LINE, "lead": NAME, "standing": 2 * LINE, "notice": 2 * LINE}
    long = {name: room for name, room in rooms.items() if len(getattr(whole, name)) > HEAD}
    return whole.model_copy(update={name: shortened(getattr(whole, name), room) for name, room in long.items()})


def _summary(scribe: Scribe, actions: list[Action]) -> SummaryBox:
    asked = requests(scribe, inside=False)
    return box(
        ("Asked for", f"{counted(len(asked), 'decision')}, listed under Decisions requested."),
        ("Cost and gap", cost_and_gap(scribe, actions) or "No action has been recorded yet."),
        ("Conditions", conditions_in_short(scribe)),
    )


def _short_title(entry: Entry, room: int = LINE) -> str:
    return marked(shortened(entry.title, room), entry.origin)


def _said(scribe: Scribe, ids: tuple[str, ...]) -> Iterator[str]:
    """Yield what was said to the questions, in sentences."""
    for id_ in ids:
        question, answer = scribe.catalogue.questions.get(id_), scribe.project.answer(id_)
        if question is None or answer is None or not scribe.facts.asks(question):
            continue
        said = scribe.said(question, answer.model_copy(update={"sources": ()}))
        text = said.value if question.kind == "text" else f"{question.title}: {said.value[:1].lower()}{said.value[1:]}"
        note = said.note if question.kind != "text" else ""
        yield marked(shortened(listed((sentence(text), sentence(note)), " "), TEXT), answer.origin)


def _why_now(scribe: Scribe) -> tuple[str, ...]:
    plan = shortened(" ".join(plan_sentences(scribe)), TEXT)
    return (plan, *first(list(_said(scribe, WHY_NOW)), ANSWERS - 1, "[…] Further reasons: {}"))


def _decisions(scribe: Scribe) -> tuple[str, ...]:
    """Return the latest decisions of the journal, each with who decided and when."""
    found = [
        f"{shortened(sentence(decision.text), LINE)} ({_who_and_when(scribe, decision)})"
        for decision in reversed(case_of(scribe).decisions.values())
    ]
    return first(found, DECISIONS, "[…] Earlier decisions: {}")


def _who_and_when(scribe: Scribe, decision: Decision) -> str:
    who = shortened(scribe.actor(decision.by, short=False), NAME)
    return listed((who, day_in_words(decision.date)))


def _requests(scribe: Scribe) -> tuple[str, ...]:
    asked = [shortened(each, 2 * LINE) for each in requests(scribe, inside=False)]
    return first(asked, REQUESTS, "[…] Further decisions: {}")


def _proposed(scribe: Scribe) -> tuple[str, ...]:
    sectors = [scribe.term("sectors", each) for each in proposed_sectors(scribe)]
    actions, objectives = len(scribe.project.entries("actions")), len(kept_objectives(scribe))
    return (
        f"Sectors proposed for the full assessment: {listed(sectors)}."
        if sectors
        else "No sector has been proposed yet.",
        f"{counted(objectives, 'objective')} and {counted(actions, 'action')} so far."
        if objectives
        else "No objective has been recorded yet.",
    )


def _objectives(scribe: Scribe) -> tuple[str, ...]:
    titles = [_short_title(each) for each in kept_objectives(scribe)]
    return first(titles, OBJECTIVES, "[…] Further objectives: {}")


def _risks(scribe: Scribe) -> tuple[str, ...]:
    """Return the weightiest risks, by likelihood and impact together; those not judged come last."""

    def weight(risk: Risk) -> int:
        judged = (each for each in (risk.likelihood, risk.impact) if each in WEIGHTS)
        return -sum(WEIGHTS.index(each) + 1 for each in judged)

    risks = sorted(scribe.project.entries("risks").values(), key=weight)
    found = [f"{_short_title(each)}: {shortened(each.mitigation or 'no measure yet', LINE)}" for each in risks]
    return first(found, RISKS, "[…] Further risks: {}") or ("No risk has been recorded yet.",)


def _steps(scribe: Scribe) -> tuple[str, ...]:
    steps = [step for step in milestones(scribe) if step.status not in ("done", "dropped")]
    owners = [shortened(scribe.actor(step.owner) or "no owner yet", NAME) for step in steps]
    found = [
        f"{moment_in_words(step.due)}: {_short_title(step, NAME)} ({owner})"
        for step, owner in zip(steps, owners, strict=True)
    ]
    return first(found, STEPS, "[…] Further steps: {}") or ("The work plan has no open steps.",)
