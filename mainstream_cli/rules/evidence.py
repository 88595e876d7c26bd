"""E: figures, their rivals and their trends."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from mainstream_cli.language import Text, count, label, say, verbatim
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.evidence import Figure
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import CORE_TEAM, STATISTICS

Named = tuple[str, Figure]
WHOLE = re.compile(r"(?i)\b(whole|entire|national|country|nationwide|definition|includ|exclud|without|with|leav)")
AHEAD = re.compile(r"(?i)\b(projec|forecast|target|expected|scenario|estimate for|outlook)")
BREAK = re.compile(
    r"(?i)\b(break|compar|rebased|revised|change of (definition|method)|new (definition|method)|edition)"
)
SHARE = re.compile(
    r"(?i)^(%|per ?cent|percentage)( of (all |the )?[a-z' -]*(population|people|persons|households|children|women|men"
    r"|girls|boys|migrants|workers|labour force|returnees|adults|families|pupils|students))?$"
)
NO_SHARE = re.compile(
    r"(?i)(growth|change|increase|rise|gross|ratio|index|inflation|compared|relative|depend|gdp|trade|debt|export"
    r"|import|cover|_rate_of_|level of \d{4})"
)


@rests_on("figures", "settings")
def rival_figures_without_choice(case: Case) -> Iterator[Finding]:
    """Several figures stand for the same thing in the same year, and not exactly one of them is chosen.

    The same thing means: indicator, group and year, counted in the same unit. Figures of different districts or regions
    are no rivals; figures that cover the whole country in different ways are. Documents print the chosen figure in the
    text and its rivals beside it.

    Passes: two population figures for 2012, one with ``chosen_because: It covers the territory of the plan.``
    Fails:  two population figures for 2012 and no ``chosen_because``
    """
    for (indicator, _, year), figures in _rivals(case).items():
        chosen = [named for named in figures if named[1].chosen_because is not None]
        if len(figures) < 2 or len(chosen) == 1:  # noqa: PLR2004
            continue
        same = _of_one_place(case, chosen or figures)
        if same:
            message = _choice(len(same) if chosen else 0, len(figures), indicator, year)
            action = say("Give one of them chosen_because: with the reason; its rivals stay beside it.")
            field = ("chosen_because",) if chosen else ()
            yield Finding("E01", "warning", message, action, CORE_TEAM, Ref("figures", same[0][0], field))


def _choice(chosen: int, figures: int, indicator: str, year: int) -> Text:
    if chosen:
        return count(
            "{n} figure is chosen for {indicator} in {year}, and only one can be.",
            "{n} figures are chosen for {indicator} in {year}, and only one can be.",
            n=chosen,
            indicator=indicator,
            year=year,
        )
    return count(
        "{n} figure stands for {indicator} in {year} and none of them is chosen.",
        "{n} figures stand for {indicator} in {year} and none of them is chosen.",
        n=figures,
        indicator=indicator,
        year=year,
    )


@rests_on("settings")
def dated_in_the_future(case: Case) -> Iterator[Finding]:
    """A figure or a source is of a year that has not come yet.

    Forecasts pass: figures with ``method: modelled``, or that say projection, forecast, scenario or target. Sources of
    a sample of a real country pass, because it may look back on an earlier year.

    Passes: ``year: 2040`` with ``method: modelled``
    Fails:  ``year: 2032`` for a number of persons counted, checked in 2026
    """
    for id_, figure in case.project.entries("figures").items():
        words = f"{figure.title} {figure.indicator} {figure.definition} {figure.note}".replace("_", " ")
        if figure.year > case.today.year and figure.method != "modelled" and not AHEAD.search(words):
            message = say("{title}: the year {year} has not come yet.", title=figure.title, year=figure.year)
            action = say("Correct the year, or say method: modelled if it is a forecast.")
            yield Finding("E02", "warning", message, action, STATISTICS, Ref("figures", id_, ("year",)))
    for id_, source in case.project.entries("sources").items():
        field = "date" if source.date and source.date > case.today else "year"
        later = field == "date" or (source.year or 0) > case.today.year
        if later and case.project.settings.sample != "real_country":
            dated = str(getattr(source, field))
            message = say(
                "{title}: the source is dated {date}, which has not come yet.", title=source.title, date=dated
            )
            advice = say("Correct this field: {field}.", field=field)
            yield Finding("E02", "warning", message, advice, CORE_TEAM, Ref("sources", id_, (field,)))


@rests_on("figures", "settings")
def rivals_not_told_apart(case: Case) -> Iterator[Finding]:
    """A figure has rivals, and nothing says in what it differs from them.

    Passes: two figures for one year, each with ``definition``, ``edition``, ``method`` or ``territory``
    Fails:  two figures for one year, one of them without any of these
    """
    for figures in _rivals(case).values():
        same = _of_one_place(case, figures)
        for id_, figure in same:
            if not any((figure.definition, figure.edition, figure.method, figure.territory)):
                message = say(
                    "{title}: other figures stand for the same thing in {year}; this one does not say how it differs.",
                    title=figure.title,
                    year=figure.year,
                )
                action = say("Add definition:, edition: or method:, so that a reader can tell the figures apart.")
                yield Finding("E03", "warning", message, action, STATISTICS, Ref("figures", id_))


def reason_says_nothing(case: Case) -> Iterator[Finding]:
    """A figure is chosen over its rivals with a reason that is none.

    Passes: ``chosen_because: It covers the territory of the plan.``
    Fails:  ``chosen_because: chosen``
    """
    for id_, figure in case.project.entries("figures").items():
        reason = figure.chosen_because
        if reason is not None and len(reason.split()) < 3 and len(reason) < 16:  # noqa: PLR2004
            message = say("{title}: chosen, but the reason does not say why.", title=figure.title)
            action = say("Say in chosen_because: what makes this figure better than its rivals.")
            yield Finding("E04", "warning", message, action, CORE_TEAM, Ref("figures", id_, ("chosen_because",)))


def more_than_all(case: Case) -> Iterator[Finding]:
    """A share of people or households is below 0 or above 100 per cent.

    Growth, ratios and shares of an economy can be more than 100 per cent and pass.

    Passes: ``value: 140`` with ``unit: "% of GDP"``
    Fails:  ``value: 140`` with ``unit: "% of households"``
    """
    for id_, figure in case.project.entries("figures").items():
        words = f"{figure.title} {figure.indicator} {figure.definition} {figure.unit}"
        if not 0 <= figure.value <= 100 and SHARE.match(figure.unit) and not NO_SHARE.search(words):  # noqa: PLR2004
            message = say("{title}: a share of {share} per cent cannot be.", title=figure.title, share=figure.value)
            action = say("Correct the value, or the unit if it is no share.")
            yield Finding("E05", "warning", message, action, STATISTICS, Ref("figures", id_, ("value",)))


@rests_on("figures", "sources", "settings")
def mixed_trend(case: Case) -> Iterator[Finding]:
    """Figures of several years that a reader will take for one trend come from different editions or methods.

    A trend is what one indicator says on one group and territory, in one unit, over the years; of rivals the chosen one
    counts. Definitions, methods, editions of one publisher, and publishers must not change on the way: else the change
    of method is read as a change in the country. Rounds of a census or survey differ by nature and pass; two editions
    of one source do not. A note that says where the series breaks passes.

    Passes: 2010 and 2015, both from ``edition: Stock 2024``
    Fails:  2010 from ``edition: Stock 2019`` and 2015 from ``edition: Stock 2024``
    """
    trends: dict[tuple[object, ...], list[Named]] = defaultdict(list)
    for (indicator, group, _), figures in _rivals(case).items():
        chosen = [named for named in figures if named[1].chosen_because is not None]
        one = chosen if len(chosen) == 1 else figures
        for id_, figure in one:
            trends[indicator, group, _place(case, figure), figure.unit].append((id_, figure))
    for trend in trends.values():
        years = sorted(trend, key=lambda named: named[1].year)
        if len({figure.year for _, figure in years}) == len(years):
            yield from list(_first_break(case, years))[:1]


def _first_break(case: Case, years: list[Named]) -> Iterator[Finding]:
    noted = any(BREAK.search(f"{figure.note} {figure.chosen_because}") for _, figure in years)
    for (_, before), (id_, after) in pairwise(years if not noted else ()):
        field = _changed(case, before, after)
        if field:
            message = say(
                "{title}: with {year} it makes one trend, and this changed: {what}.",
                title=after.title,
                year=before.year,
                what=FIELD_WORDS[field],
            )
            action = say("Take all years from one edition, or say in note: that the series breaks here.")
            yield Finding("E06", "warning", message, action, STATISTICS, Ref("figures", id_, (field,)))


FIELD_WORDS = {
    "definition": label("field", "definition"),
    "method": label("field", "method"),
    "edition": label("field", "edition"),
    "source": label("field", "publisher"),
}


def _changed(case: Case, before: Figure, after: Figure) -> str:
    for field in ("definition", "method"):
        values = {_plain(getattr(figure, field)) for figure in (before, after)}
        if "" not in values and len(values) > 1:
            return field
    sources = [case.project.entries("sources").get(figure.source) for figure in (before, after)]
    first, second = sources
    if before.source == after.source and before.edition and after.edition:
        return say("edition") if _plain(before.edition) != _plain(after.edition) else ""
    if first is None or second is None or {first.kind, second.kind} <= {"census", "survey"}:
        return ""
    editions = {_plain(before.edition or first.edition), _plain(after.edition or second.edition)}
    authors = {_plain(source.author) for source in (first, second)}
    if before.source != after.source and "" not in authors and len(authors) > 1:
        return "source"
    return say("edition") if "" not in editions and len(editions) > 1 and len(authors) == 1 else ""


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().replace(".", " ").split())


def _rivals(case: Case) -> dict[tuple[str, str | None, int], list[Named]]:
    rivals: dict[tuple[str, str | None, int], list[Named]] = defaultdict(list)
    for id_, figure in case.project.entries("figures").items():
        rivals[figure.indicator, figure.group, figure.year].append((id_, figure))
    return rivals


def _of_one_place(case: Case, figures: list[Named]) -> list[Named]:
    """Return the first figures that cover the same place in the same unit, when there are at least two."""
    places: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in figures:
        places[_plain(named[1].unit), _place(case, named[1])].append(named)
    return next((same for same in places.values() if len(same) > 1), [])


def _place(case: Case, figure: Figure) -> str:
    """Return the place that a figure covers; every way to cover the whole country is one place."""
    place = _plain(figure.territory)
    country = case.project.settings.country
    names = [_plain(country.name), *(_plain(area.name) for area in country.areas)]
    return verbatim("") if WHOLE.search(place) or any(name in place for name in names) else place
