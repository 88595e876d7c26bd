"""What is not known yet: every unknown answer and every hole in the registers, for the annex on data gaps."""

from collections.abc import Iterable, Iterator

from mainstream_cli.documents.contexts.shared import DataGap
from mainstream_cli.documents.parts.figures import unchosen
from mainstream_cli.documents.words.agreeing import views_in_lines
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, listed, marked
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Sheet
from mainstream_cli.model.money import costed
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.results import Indicator
from mainstream_cli.model.relations import UNKNOWN

DISPUTED = "Views differ between tables; none is chosen yet"


def answer_gaps(scribe: Scribe, sheets: Iterable[Sheet]) -> Iterator[DataGap]:
    """Yield every answer that is unknown, and per stage or sector the answers held with low confidence."""
    for sheet in sheets:
        asked = ((each, scribe.project.answer(each.id)) for each in sheet.questions if scribe.facts.asks(each))
        for question in sheet.questions:
            said = scribe.project.answers.get(question.id)
            if said is not None and said.disputed and scribe.facts.asks(question):
                views = views_in_lines(question, said, scribe.words)
                subject = f"{question.number} {question.title}"
                yield DataGap(subject=subject, where=sheet.title, gap=DISPUTED, note=views)
        given = [(question, answer) for question, answer in asked if answer is not None]
        for question, answer in given:
            if _unknown(answer):
                note = answer.note or ""
                subject = f"{question.number} {question.title}"
                gap = marked("Not known yet", answer.origin)
                yield DataGap(subject=subject, where=sheet.title, gap=gap, note=note)
        unsure = [f"{each.number} {each.title}" for each, answer in given if answer.confidence == "low"]
        if unsure:
            gap = f"{counted(len(unsure), 'answer')} held with low confidence: {listed(unsure, '; ')}"
            yield DataGap(subject=sheet.title, where="", gap=gap, note="")


def _unknown(answer: Answer) -> bool:
    return UNKNOWN in (answer.value if isinstance(answer.value, list | tuple) else (answer.value,))


def evidence_gaps(scribe: Scribe) -> Iterator[DataGap]:
    """Yield what is missing among figures, data sets and effects."""
    if not scribe.project.entries("figures"):
        yield DataGap(subject="Figures", where="Migration picture", gap="No figure has been recorded yet", note="")
    for figure in unchosen(scribe):
        yield DataGap(
            subject=scribe.title(figure), where="Figures", gap="Several values stand and none is chosen", note=""
        )
    for dataset in scribe.project.entries("datasets").values():
        if dataset.gaps:
            yield DataGap(
                subject=scribe.title(dataset),
                where="Data inventory",
                gap=dataset.gaps.strip().removesuffix("."),
                note=scribe.note(dataset),
            )
    for link in scribe.project.entries("linkages").values():
        missing = (
            "no evidence named" if not (link.evidence or link.sources) else "",
            "sign unknown" if link.sign == UNKNOWN else "",
        )
        if any(missing):
            yield DataGap(subject=scribe.title(link), where="Links with the plan", gap=_phrase(missing), note="")


def indicator_gaps(scribe: Scribe) -> Iterator[DataGap]:
    """Yield what is missing for measuring: indicators, baselines, also of groups, targets and owners."""
    for indicator in scribe.project.entries("indicators").values():
        missing = _phrase(_missing_in(indicator))
        reason = indicator.baseline.not_available if indicator.baseline else None
        if missing:
            yield DataGap(subject=scribe.title(indicator), where="Indicators", gap=missing, note=reason or "")


def _missing_in(indicator: Indicator) -> Iterator[str]:
    if indicator.baseline is None or indicator.baseline.value is None:
        yield "no baseline"
    without = [
        split.group for split in indicator.disaggregation if split.baseline is None or split.baseline.value is None
    ]
    if without:
        yield f"no baseline for {listed(without)}"
    if indicator.target is None:
        yield "no target"
    if indicator.owner is None:
        yield "no owner"


def action_gaps(scribe: Scribe) -> Iterator[DataGap]:
    """Yield what is missing in actions."""
    for id_, action in scribe.project.entries("actions").items():
        missing = _phrase(_missing_of(action))
        if missing:
            sector = scribe.term("sectors", scribe.project.part("actions", id_) or None)
            yield DataGap(subject=scribe.title(action), where=sector or "Actions", gap=missing, note="")


def _missing_of(action: Action) -> Iterator[str]:
    checks = (
        ("no objective", not action.objectives),
        ("no lead", action.lead is None),
        ("no period", not (action.start or action.end)),
        ("no indicator", not action.indicators),
        ("no cost", not costed(action)),
        ("no funding named", not action.funding),
        ("possible harm not examined", action.possible_harm is None),
    )
    yield from (words for words, holds in checks if holds)


def _phrase(missing: Iterable[str]) -> str:
    words = listed(missing)
    return words[:1].upper() + words[1:]
