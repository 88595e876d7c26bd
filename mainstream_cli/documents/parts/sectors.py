"""What the sector sheets say, in plan order and without any ranking."""

from collections.abc import Iterable

from mainstream_cli.documents.contexts.action_matrix import IdleSector
from mainstream_cli.documents.contexts.evidence_rows import SectorRow
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import ILLUSTRATIVE, listed
from mainstream_cli.model.catalogue import Sector

PRIORITY_QUESTION = "scoping_priority_sectors"
NOT_ANSWERED = "Not answered yet"
NOT_ASKED = "Not asked in this country"
LEFT_OUT = "Left out by the national content"
NOT_EXAMINED = "No action yet; not examined"


def sector_rows(scribe: Scribe) -> tuple[SectorRow, ...]:
    """Return one row per sector that is proposed or examined."""
    proposed = proposed_sectors(scribe)
    sectors = [sector for sector in scribe.catalogue.sectors if sector.id in proposed or examined(scribe, sector)]
    return tuple(sector_row(scribe, sector, "Proposed" if sector.id in proposed else "Examined") for sector in sectors)


def proposed_sectors(scribe: Scribe) -> tuple[str, ...]:
    """Return the sectors that the team proposes, in plan order."""
    answer = scribe.project.answer(PRIORITY_QUESTION)
    value = answer.value if answer is not None else ()
    chosen: Iterable[object] = value if isinstance(value, list | tuple) else (value,)
    return tuple(sector.id for sector in scribe.catalogue.sectors if sector.id in chosen)


def examined(scribe: Scribe, sector: Sector) -> bool:
    """Tell whether any question on a sector has been answered."""
    return any(scribe.project.answer(question.id) for question in sector.questions)


def said_in_row(scribe: Scribe, sector: Sector, ends: Iterable[str]) -> str:
    """Return the name of a sector for a row that prints answers, with one mark for all that are illustrative."""
    given = (scribe.project.answer(f"{sector.id}_{end}") for end in ends)
    origins = [answer.origin == ILLUSTRATIVE for answer in given if answer is not None]
    if not any(origins):
        return sector.title
    return f"{sector.title} ({'' if all(origins) else 'partly '}{ILLUSTRATIVE})"


def short_answer(scribe: Scribe, sector: Sector, end: str, otherwise: str = NOT_ANSWERED) -> str:
    """Return what was said to the question of a sector whose id ends in *end*; the row carries the mark."""
    question = next((each for each in sector.questions if each.id == f"{sector.id}_{end}"), None)
    answer = scribe.project.answer(question.id) if question is not None and scribe.facts.asks(question) else None
    if question is None or answer is None:
        return otherwise
    said = scribe.said(question, answer.model_copy(update={"origin": None}))
    return listed((said.value, said.cite), " ")


def idle_sector(scribe: Scribe, sector: Sector) -> IdleSector:
    """Say of a sector without actions what is known and what comes next."""
    off = scribe.catalogue.switched_off.get(sector.id)
    if off is not None:
        return IdleSector(
            title=sector.title, extent=NOT_ASKED, gaps=NOT_ASKED, next_step=f"{LEFT_OUT}: {off.reason.strip()}"
        )
    known = examined(scribe, sector)
    return IdleSector(
        title=said_in_row(scribe, sector, ("extent", "gaps", "next_step")),
        extent=short_answer(scribe, sector, "extent"),
        gaps=short_answer(scribe, sector, "gaps"),
        next_step=short_answer(scribe, sector, "next_step", "No action yet; no first step named")
        if known
        else NOT_EXAMINED,
    )


def sector_row(scribe: Scribe, sector: Sector, proposed: str) -> SectorRow:
    """Put into words how strong the effects are, how far the plan deals with them, and the first step."""
    return SectorRow(
        title=said_in_row(scribe, sector, ("effect_in", "effect_out", "extent", "next_step")),
        proposed=proposed,
        effect_in=short_answer(scribe, sector, "effect_in"),
        effect_out=short_answer(scribe, sector, "effect_out"),
        extent=short_answer(scribe, sector, "extent"),
        next_step=short_answer(scribe, sector, "next_step", ""),
    )
