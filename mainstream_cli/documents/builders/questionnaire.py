"""Builds the blank questionnaire: questions with room to write, with or without guidance."""

from collections.abc import Iterable

from mainstream_cli.content.selection import Part, Selection, chosen
from mainstream_cli.documents.contexts.questionnaire import BlankQuestion, BlankSection, BlankSheet, Questionnaire
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.cover import head
from mainstream_cli.documents.words.wording import capital, labelled, listed
from mainstream_cli.language import Text, count, say
from mainstream_cli.model.catalogue import Catalogue, Question, Sector, Stage
from mainstream_cli.model.project import Settings
from mainstream_cli.model.relation_words import relation_in_words

LINES = {"text": 5, "rating": 2, "choice": 2, "choices": 2, "number": 1, "date": 1}
HINTS = {
    "rating": "Tick one.",
    "choice": "Tick one.",
    "choices": "Tick all that apply.",
    "number": "Write the number",
    "date": "Write the day, month and year.",
    "text": "",
}
RATINGS = ("in_place", "partly", "absent")
WAYS = {"migration_to_sector": "Migration on the sector", "sector_to_migration": "The sector on migration"}


def questionnaire(dossier: Dossier) -> Questionnaire:
    """Return the blank questionnaire that ``report`` writes: the core questions, with guidance."""
    selection = chosen(dossier.catalogue, "core")
    return blank_questionnaire(dossier.catalogue, selection, dossier.project.settings, guidance=True)


def blank_questionnaire(
    catalogue: Catalogue, selection: Selection, settings: Settings | None, *, guidance: bool
) -> Questionnaire:
    """Return the blank questionnaire for chosen questions, for a project or for nobody in particular."""
    return Questionnaire(
        cover=head(selection.title, settings),
        facts=facts(selection.questions),
        edition=f"{catalogue.title}, edition {catalogue.edition}",
        sheets=tuple(_sheet(catalogue, part, guidance) for part in selection.parts),
    )


def facts(questions: Iterable[Question]) -> Text:
    """Return how many questions there are, and how long they take."""
    group = list(questions)
    return count(
        "{n} question, {core} of them core; about {time} in all",
        "{n} questions, {core} of them core; about {time} in all",
        n=len(group),
        core=sum(question.core for question in group),
        time=_time(sum(question.minutes for question in group)),
    )


def _time(minutes: int) -> Text:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("{minutes} min", minutes=rest)
    return say("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else say("{hours} h", hours=hours)


def _sheet(catalogue: Catalogue, part: Part, guidance: bool) -> BlankSheet:
    sheet = part.sheet
    told = guidance and part.whole
    return BlankSheet(
        title=f"{sheet.number} {sheet.title}",
        facts=facts(question for section in part.sections for question in section.questions),
        purpose=sheet.purpose.strip() if told else "",
        effects=_effects(sheet) if told and isinstance(sheet, Sector) else (),
        done=sheet.done.strip() if told and isinstance(sheet, Stage) else "",
        sections=tuple(
            BlankSection(
                title=f"{section.number} {section.title}",
                questions=tuple(_question(catalogue, question, guidance) for question in section.questions),
            )
            for section in part.sections
        ),
    )


def _effects(sector: Sector) -> tuple[str, ...]:
    found = []
    for way, words in WAYS.items():
        effects = getattr(sector.effects, way)
        found += [f"{words} (+): {effect}" for effect in effects.positive]
        found += [f"{words} (−): {effect}" for effect in effects.negative]
    return tuple(found)


def _question(catalogue: Catalogue, question: Question, guidance: bool) -> BlankQuestion:
    evidence = catalogue.label("evidences", question.evidence) if question.evidence != "none" else ""
    setting = catalogue.label("settings", question.setting)
    said = ("core" if question.core else "", setting, f"{question.minutes} min", evidence)
    asked = relation_in_words(question.when, catalogue.name) if question.when is not None else ""
    return BlankQuestion(
        number=question.number,
        text=question.text.strip(),
        facts=capital(listed(said)),
        asked_when=labelled("Asked only when", asked),
        why=question.why.strip() if guidance else "",
        example=question.example.strip() if guidance else "",
        options=_options(catalogue, question),
        hint=f"{HINTS[question.kind]} ({question.unit})." if question.unit else HINTS[question.kind],
        lines=tuple(range(LINES[question.kind])),
    )


def _options(catalogue: Catalogue, question: Question) -> tuple[str, ...]:
    if question.kind == "rating":
        scale = {str(level): words for level, words in (question.scale or {}).items()}
        return tuple(
            f"{capital(catalogue.label('ratings', level))}: {scale[level]}" for level in RATINGS if level in scale
        )
    if question.kind not in ("choice", "choices"):
        return ()
    return tuple(capital(label) for label in catalogue.terms(question).values())
