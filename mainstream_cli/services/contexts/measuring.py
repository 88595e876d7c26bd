"""The results chain and the indicators of the action matrix."""

from collections.abc import Iterator

from mainstream_cli.model.contexts.matrix import Chain, IndicatorRow, ResultRow
from mainstream_cli.model.registers.results import Baseline, Indicator, Result, Split
from mainstream_cli.services.contexts.action_rows import baseline_in_words, tags
from mainstream_cli.services.contexts.scribe import Scribe
from mainstream_cli.services.contexts.wording import capital, labelled, lines, listed
from mainstream_cli.services.money import grouped

ABOVE = "Results above the objectives, or not tied to one yet"


def chains(scribe: Scribe) -> tuple[Chain, ...]:
    """Return the results that stand above the objectives, then those of every objective."""
    objectives = scribe.project.entries("objectives")
    results = scribe.project.entries("results")
    found = [
        Chain(title=f"{scribe.objective_number(id_)} {scribe.title(each)}", results=_results(scribe, id_))
        for id_, each in objectives.items()
    ]
    loose = {each.objective for each in results.values()} - objectives.keys()
    rest = tuple(row for id_ in sorted(loose, key=str) for row in _results(scribe, id_))
    return (Chain(title=ABOVE, results=rest), *found) if rest else tuple(found)


def _results(scribe: Scribe, objective: str | None) -> tuple[ResultRow, ...]:
    levels = list(scribe.catalogue.vocabulary["result_levels"])
    own = [(id_, each) for id_, each in scribe.project.entries("results").items() if each.objective == objective]
    own.sort(key=lambda item: levels.index(item[1].level) if item[1].level in levels else len(levels))
    return tuple(_result(scribe, id_, each) for id_, each in own)


def _result(scribe: Scribe, id_: str, result: Result) -> ResultRow:
    indicators = (scribe.title(each) for each in scribe.project.entries("indicators").values() if each.measures == id_)
    actions = (scribe.title(each) for each in scribe.project.entries("actions").values() if each.output == id_)
    return ResultRow(
        level=capital(scribe.term("result_levels", result.level)),
        title=lines(f"{scribe.title(result)} {scribe.cite(*result.sources)}".strip(), result.note),
        contributes_to=scribe.entry("results", result.contributes_to),
        assumptions=result.assumptions or "",
        shown_by=lines(labelled("Indicators", listed(indicators, "; ")), labelled("Actions", listed(actions, "; ")))
        or "No indicator yet",
    )


def indicator_rows(scribe: Scribe) -> tuple[IndicatorRow, ...]:
    """Return all indicators, from impact down to input."""
    levels = list(scribe.catalogue.vocabulary["indicator_levels"])[::-1]
    found = sorted(
        scribe.project.entries("indicators").values(),
        key=lambda each: levels.index(each.level) if each.level in levels else len(levels),
    )
    return tuple(_indicator(scribe, each) for each in found)


def _indicator(scribe: Scribe, indicator: Indicator) -> IndicatorRow:
    title = f"{scribe.title(indicator)} {scribe.cite(*indicator.sources)}".strip()
    return IndicatorRow(
        title=lines(title, labelled("Unit", indicator.unit), indicator.definition, indicator.note),
        measures=lines(capital(scribe.term("indicator_levels", indicator.level)), _measured(scribe, indicator)),
        baseline=_baseline(scribe, indicator.baseline),
        milestones=lines(*(f"{year}: {grouped(value)}" for year, value in sorted(indicator.milestones.items()))),
        target=lines(
            f"{grouped(indicator.target.value)} ({indicator.target.year})" if indicator.target else "Not set yet",
            capital(scribe.term("indicator_directions", indicator.direction)),
        ),
        groups=lines(*(_split(scribe, split) for split in indicator.disaggregation)) or "No breakdown yet",
        reporting=lines(*_reporting(scribe, indicator)),
        tags=tags(scribe, indicator),
    )


def _measured(scribe: Scribe, indicator: Indicator) -> str:
    measured = indicator.measures
    register = "results" if measured in scribe.project.entries("results") else "objectives"
    return scribe.entry(register, measured) or "Not tied to a result yet"


def _baseline(scribe: Scribe, baseline: Baseline | None) -> str:
    """Say value, year and source of a baseline, or why there is none."""
    if baseline is None or baseline.value is None:
        return labelled("No baseline yet", baseline.not_available if baseline else None) or "No baseline yet"
    source = (
        f"{scribe.entry('sources', baseline.source)} {scribe.cite(baseline.source)}"
        if baseline.source
        else "Source not named yet"
    )
    return lines(baseline_in_words(baseline), source, baseline.not_available)


def _split(scribe: Scribe, split: Split) -> str:
    """Say a group and its own baseline, or why there is none."""
    baseline = split.baseline
    known = baseline is not None and baseline.value is not None
    cite = scribe.cite(baseline.source) if baseline is not None and known else ""
    reason = f", {baseline.not_available}" if baseline and not known and baseline.not_available else ""
    group = f"{split.group} ({scribe.term('disaggregations', split.by)})"
    return f"{group}: {baseline_in_words(baseline)}{reason} {cite}".strip()


def _reporting(scribe: Scribe, indicator: Indicator) -> Iterator[str]:
    yield labelled("Owner", scribe.actor(indicator.owner)) or "No owner yet"
    yield labelled("Checked in", indicator.means_of_verification) or "Means of verification not named yet"
    yield labelled("Rhythm", scribe.term("frequencies", indicator.frequency)) or "Rhythm not set yet"
