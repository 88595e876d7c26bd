"""The map of sectors."""

from decimal import Decimal

from mainstream_cli.documents.contexts.pictures import Mark, Picture
from mainstream_cli.documents.parts.sectors import examined, short_answer
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import listed, sentence
from mainstream_cli.model.catalogue import Sector


def sector_map(scribe: Scribe) -> Picture:
    """Return the sectors that were examined: both effects as rated in the sector sheets, and the extent."""
    strengths, extents = (list(scribe.catalogue.vocabulary[name].values()) for name in ("strengths", "extents"))
    sectors = [sector for sector in scribe.catalogue.sectors if examined(scribe, sector)]
    marks = tuple(_sector(scribe, sector) for sector in sectors)
    return Picture(
        picture="sector_map",
        caption="Sectors: effects both ways, and how far migration is built in",
        alt=sentence(
            "A grid of sectors by the effect of migration on the sector and of the sector on migration: "
            + listed((f"{each.label} {each.words[0].lower()} and {each.words[1].lower()}" for each in marks), "; ")
        ),
        columns=("Sector", "Effect of migration on the sector", "Effect of the sector on migration", "Extent"),
        legend=tuple(strengths),
        unit=f"Dots: how far migration is built in, from {extents[0]} (○○○○) to {extents[-1]} (●●●●)."
        + _not_placed(marks),
        marks=marks,
    )


def _not_placed(marks: tuple[Mark, ...]) -> str:
    names = listed(mark.label for mark in marks if None in mark.numbers[:2])
    return f" Not placed, since an effect is not known yet: {names}." if names else ""


def _sector(scribe: Scribe, sector: Sector) -> Mark:
    ends = {"effect_in": "strengths", "effect_out": "strengths", "extent": "extents"}
    return Mark(
        label=sector.title,
        words=tuple(_without_cite(short_answer(scribe, sector, end)) for end in ends),
        numbers=tuple(_rank(scribe, f"{sector.id}_{end}", name) for end, name in ends.items()),
    )


def _without_cite(words: str) -> str:
    return words.split(" [", maxsplit=1)[0]


def _rank(scribe: Scribe, question: str, scale: str) -> Decimal | None:
    answer, terms = scribe.project.answer(question), list(scribe.catalogue.vocabulary[scale])
    return Decimal(terms.index(answer.value)) if answer is not None and answer.value in terms else None
