"""E: groups held against the whole of which they are a part."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.evidence import Figure
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import STATISTICS

COUNTED = re.compile(
    r"(?i)(number of )?(persons|people|individuals|households|families|children|pupils|students|workers|migrants"
    r"|women|men|cases)"
)
FEMALE = re.compile(r"(?i)(women|females?|girls)( and girls)?")
MALE = re.compile(r"(?i)(men|males?|boys)( and boys)?")
ROUNDING = Decimal("1.01")
Named = tuple[str, Figure]


@rests_on("figures")
def part_larger_than_whole(case: Case) -> Iterator[Finding]:
    """A group counts more people than the whole of which it is a part, or women and men together do.

    Only counts of one indicator, year, source, edition, territory and unit are compared; shares, rates and averages
    are not, and one per cent is left for rounding.

    Passes: 21,000 persons who returned, of whom 9,800 women and 11,200 men
    Fails:  21,000 persons who returned, of whom 24,000 women
    """
    for whole, parts in _wholes(case):
        larger = [named for named in parts if named[1].value > whole.value * ROUNDING]
        for id_, part in larger:
            message = say(
                "{title}: {part} is more than the {whole} of all ({all}).",
                title=part.title,
                part=part.value,
                whole=whole.value,
                all=whole.title,
            )
            action = say("Correct one of the two values, or say which territory: or edition: differs.")
            yield Finding("E12", "warning", message, action, STATISTICS, Ref("figures", id_, ("value",)))
        if not larger:
            yield from _sexes(whole, parts)


def _sexes(whole: Figure, parts: list[Named]) -> Iterator[Finding]:
    female = [named for named in parts if FEMALE.fullmatch(named[1].group or "")]
    male = [named for named in parts if MALE.fullmatch(named[1].group or "")]
    if len(female) != 1 or len(male) != 1:
        return
    total = female[0][1].value + male[0][1].value
    if total > whole.value * ROUNDING:
        message = say(
            "{title}: {women} and {men} add up to {total}, more than all ({whole}).",
            title=whole.title,
            women=str(female[0][1].group),
            men=str(male[0][1].group),
            total=total,
            whole=whole.value,
        )
        action = say("Correct the value of one group, or of the whole.")
        yield Finding("E12", "warning", message, action, STATISTICS, Ref("figures", female[0][0], ("value",)))


def _wholes(case: Case) -> Iterator[tuple[Figure, list[Named]]]:
    """Yield every count of all with the counts of its groups."""
    alike: dict[tuple[object, ...], list[Named]] = defaultdict(list)
    for id_, figure in case.project.entries("figures").items():
        if COUNTED.fullmatch(figure.unit):
            alike[figure.indicator, figure.year, figure.source, figure.edition, figure.territory, figure.unit].append(
                (id_, figure)
            )
    for figures in alike.values():
        wholes = [figure for _, figure in figures if not figure.group]
        if len(wholes) == 1:
            yield wholes[0], [named for named in figures if named[1].group]
