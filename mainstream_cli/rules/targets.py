"""I: whether baseline, milestones and target of an indicator fit each other and the plan."""

import re
from collections.abc import Iterator
from decimal import Decimal

from mainstream_cli.language import Text, count, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.results import Indicator
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import entry_rule, fault

OLD = 5
HUNDRED = Decimal(100)
SHARE = re.compile(r"\s*(%|per ?cent\b|percentage\b)", re.IGNORECASE)
NO_SHARE = re.compile(
    r"\b(gdp|gni|change|growth|grow|rise|increase|inflation|index|ratio|gross|target|points?|compared|relative|profit|"
    r"return on)\b",
    re.IGNORECASE,
)


def target_on_wrong_side(case: Case) -> Iterator[Finding]:
    """A target lies on the wrong side of its baseline, or on it, for the direction that is intended.

    Passes: a baseline of 18.5, a target of 8 and ``direction: decrease``
    Fails:  a baseline of 18.5, a target of 25 and ``direction: decrease``
    """
    for id_, indicator in case.project.entries("indicators").items():
        if indicator.target is None or indicator.baseline is None or indicator.baseline.value is None:
            continue
        start, end = indicator.baseline.value, indicator.target.value
        change = end - start
        if (change <= 0 and indicator.direction == "increase") or (change >= 0 and indicator.direction == "decrease"):
            text = say("it should increase, from {start} to a target of {target}.", start=start, target=end)
            if indicator.direction == "decrease":
                text = say("it should decrease, from {start} to a target of {target}.", start=start, target=end)
            advice = say("Correct the target, the baseline or direction:.")
            ref = Ref("indicators", id_, ("target", "value"))
            yield fault(case, "I07", "warning", ref, text, advice)


def milestones_off_the_path(case: Case) -> Iterator[Finding]:
    """A milestone of an indicator lies after the target, before the baseline, or off the way between them.

    On the way, each milestone is at least as far as the one before it, and none is beyond the target. It is judged
    where a direction is intended.

    Passes: 18.5 in 2025, a milestone of 12 in 2028, a target of 8 in 2030
    Fails:  a milestone of 6 in 2028 before a target of 8; a milestone in 2032
    """
    for id_, indicator in case.project.entries("indicators").items():
        for year, said in _off(indicator):
            ref = Ref("indicators", id_, ("milestones", str(year)))
            yield fault(case, "I08", "warning", ref, said, say("Correct the milestone, or the target."))


def _off(indicator: Indicator) -> Iterator[tuple[int, Text]]:
    target = indicator.target
    if target is None:
        return
    start, sign = indicator.baseline, {"increase": 1, "decrease": -1}.get(indicator.direction, 0)
    reached = start.value * sign if start and start.value is not None and sign else None
    for year, value in sorted(indicator.milestones.items()):
        if year > target.year:
            text = say("its milestone of {year} lies after the year of the target ({end}).", year=year, end=target.year)
            yield year, text
        elif start and start.year and year < start.year:
            begins = start.year
            yield (
                year,
                say("its milestone of {year} lies before the year of the baseline ({start}).", year=year, start=begins),
            )
        elif sign and value * sign > target.value * sign:
            yield (
                year,
                say(
                    "its milestone of {year} ({value}) goes beyond the target ({target}).",
                    year=year,
                    value=value,
                    target=target.value,
                ),
            )
        elif reached is not None and value * sign < reached:
            text = say("its milestone of {year} ({value}) falls back behind what came before.", year=year, value=value)
            yield year, text
        else:
            reached = value * sign if sign else None


@rests_on("settings")
@entry_rule("I09", "indicators", "target", say("Correct the year of the target."))
def target_outside_the_plan(case: Case, indicator: Indicator) -> Text | None:
    """The year of a target lies outside the plan.

    Passes: ``target: {value: 8, year: 2030}`` in a plan from 2026 to 2035
    Fails:  ``target: {value: 8, year: 2040}`` in that plan
    """
    plan = case.project.settings.plan
    if indicator.target is None or plan.start <= indicator.target.year <= plan.end:
        return None
    return say(
        "its target is set for {year}, outside the plan ({start} to {end}).",
        year=indicator.target.year,
        start=plan.start,
        end=plan.end,
    )


def share_over_hundred(case: Case) -> Iterator[Finding]:
    """A share in % is above 100 or below 0.

    Per cent of GDP, of change or of growth may be; they are left alone.

    Passes: ``unit: "%"`` with a target of 95
    Fails:  ``unit: "%"`` with a target of 950
    """
    for id_, indicator in case.project.entries("indicators").items():
        for path, value in _values(indicator) if _is_share(indicator) else ():
            if not 0 <= value <= HUNDRED:
                text = say("{value} is no share in % ({unit}).", value=value, unit=indicator.unit)
                advice = say("Correct the value or the unit.")
                yield fault(case, "I10", "warning", Ref("indicators", id_, path), text, advice)


def _is_share(indicator: Indicator) -> bool:
    return SHARE.match(indicator.unit) is not None and NO_SHARE.search(f"{indicator.unit} {indicator.title}") is None


def _values(indicator: Indicator) -> Iterator[tuple[tuple[str | int, ...], Decimal]]:
    if indicator.baseline and indicator.baseline.value is not None:
        yield ("baseline", "value"), indicator.baseline.value
    if indicator.target:
        yield ("target", "value"), indicator.target.value
    for year, value in indicator.milestones.items():
        yield ("milestones", str(year)), value
    for index, split in enumerate(indicator.disaggregation):
        if split.baseline and split.baseline.value is not None:
            yield ("disaggregation", index, "baseline", "value"), split.baseline.value


def baseline_after_target(case: Case) -> Iterator[Finding]:
    """The baseline is of the year of the target, or later.

    Passes: a baseline of 2025 and a target for 2030
    Fails:  a baseline of 2031 and a target for 2030
    """
    for id_, indicator in case.project.entries("indicators").items():
        start = indicator.baseline.year if indicator.baseline and indicator.baseline.value is not None else None
        if start is not None and indicator.target is not None and start >= indicator.target.year:
            text = say("its baseline is of {start}, its target for {end}.", start=start, end=indicator.target.year)
            ref = Ref("indicators", id_, ("baseline", "year"))
            yield fault(case, "I12", "warning", ref, text, say("Correct one of the two years."))


@rests_on("settings")
def old_baseline(case: Case) -> Iterator[Finding]:
    """A baseline is more than five years older than the plan.

    Much of what happened between the baseline and the plan would be credited to the plan. It is a note: sometimes
    nothing newer exists.

    Passes: a baseline of 2022 for a plan that begins in 2026
    Fails:  a baseline of 2014 for that plan
    """
    begins = case.project.settings.plan.start
    for id_, indicator in case.project.entries("indicators").items():
        start = indicator.baseline
        if start is not None and start.value is not None and start.year is not None and start.year < begins - OLD:
            text = count(
                "its baseline is of {year}, {n} year before the plan begins.",
                "its baseline is of {year}, {n} years before the plan begins.",
                n=begins - start.year,
                year=start.year,
            )
            advice = say("Look for a newer value, or say in note: that there is none.")
            ref = Ref("indicators", id_, ("baseline", "year"))
            yield fault(case, "I13", "note", ref, text, advice)
