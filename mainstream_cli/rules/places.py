"""D: places where people could be found, and small numbers."""

from collections.abc import Iterator
from decimal import Decimal

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.rules import place_patterns as shape
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.number_shapes import has_coordinates
from mainstream_cli.rules.personal import SETTINGS
from mainstream_cli.rules.texts import has, mentions

CORE_TEAM = (say("core team"), say("whoever wrote the text"))
STATISTICS = (say("core team"), say("statistics office"))
CELL = 10


def place_of_people_at_risk(case: Case) -> Iterator[Finding]:
    """A text says where a shelter is, or where migrants in an irregular situation stay.

    Traffickers, violent partners and mobs read public files too. The finding never quotes the words. Towns and
    districts pass, and so do texts that say that there is no shelter. In a language whose words are not read (P19),
    coordinates of any place are noticed.

    Passes: ``note: Two shelters for victims of trafficking work in the north.``
    Fails:  ``note:`` with the street and number of a safe house
    """
    told: set[Ref] = set()
    for ref, words, small in case.passages:
        sentence = _told(case, words, small) if ref not in told else None
        if sentence:
            told.add(ref)
            message = say("{place}: {sentence}", place=ref.id or SETTINGS, sentence=sentence)
            action = say(
                "Take the place out, or name no more than the district. docs/purge.md says how to clean git history."
            )
            yield Finding("D03", "warning", message, action, CORE_TEAM, ref)


def _told(case: Case, words: str, small: str) -> Text | None:
    said = _says_where(words, small) if case.reads_words else None
    return said or (None if case.is_all_read else _exact_place(words))


def _says_where(words: str, small: str) -> Text | None:
    if not _hides(words, small) or has(shape.NOT_THERE, words):
        return None
    if not has(shape.ADDRESS, words) and not has_coordinates(words):
        return None
    return say("this looks like the place of a shelter or of people who could be harmed if found.")


def _exact_place(words: str) -> Text | None:
    return (
        say("this gives the exact place of something; people could be found there.") if has_coordinates(words) else None
    )


def _hides(words: str, small: str) -> bool:
    if mentions(small, shape.SHELTER_HINTS) and has(rf"(?i)\b{shape.SHELTER}\b", words):
        return True
    stays = mentions(small, shape.AT_RISK_HINTS) and has(rf"(?i)\b{shape.PEOPLE_AT_RISK}\b", words)
    return stays and has(rf"(?i)\b{shape.STAY}\b", words)


def small_cell(case: Case) -> Iterator[Finding]:
    """A number of people is under ten, so that those counted may be known.

    Figures and baselines of groups in persons are meant, and numbers in a text that also names a village, town or
    district. Staff, members and participants pass, and so do averages and rates; none at all passes too.

    Passes: ``value: 12`` with ``unit: persons``; "Three women took part in the workshop in the town of Orlo."
    Fails:  ``value: 3`` with ``unit: persons`` for one district
    """
    for ref, title, value, unit in _cells(case):
        few = 0 < value < CELL and value == int(value) and has(shape.PEOPLE, unit)
        if few and not has(shape.STAFF, f"{title} {unit}"):
            yield _small(ref)
    told: set[Ref] = set()
    for ref, words, small in case.passages:
        counts = ref not in told and mentions(small, shape.COUNT_HINTS) and has(shape.COUNT, words)
        if counts and not has(shape.AT_WORK, words):
            told.add(ref)
            yield _small(ref)


def _small(ref: Ref) -> Finding:
    message = say("{place}: this counts fewer than ten people, so that they may be recognised.", place=ref.id)
    action = say("Say fewer than ten, join it with other groups or places, or leave the place out.")
    return Finding("D04", "warning", message, action, STATISTICS, ref)


def _cells(case: Case) -> Iterator[tuple[Ref, str, Decimal, str]]:
    for id_, figure in case.public.entries("figures").items():
        words = f"{figure.title} {figure.indicator} {figure.definition}"
        yield Ref("figures", id_, ("value",), public=True), words, figure.value, figure.unit
    for id_, indicator in case.public.entries("indicators").items():
        words = f"{indicator.title} {indicator.definition}"
        for index, split in enumerate(indicator.disaggregation):
            if split.baseline and split.baseline.value is not None:
                path = ("disaggregation", index, "baseline", "value")
                yield Ref("indicators", id_, path, public=True), words, split.baseline.value, indicator.unit
