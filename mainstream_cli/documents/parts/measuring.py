"""The results chain and the indicators of the action matrix."""

from collections.abc import Callable, Iterable, Iterator

from mainstream_cli.documents.contexts.action_matrix import Chain, IndicatorRow, ResultRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.parts.action_rows import baseline_in_words, tags
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed
from mainstream_cli.model.money import grouped
from mainstream_cli.model.registers.results import Baseline, Indicator, Result, Split

ABOVE = "Results above the objectives, or not tied to one yet"


def chains(scribe: Scribe) -> tuple[Chain, ...]:
    """Return the results that stand above the objectives, then those of every objective that is kept."""
    objectives = scribe.project.entries("objectives")
    results = scribe.project.entries("results")
    found = [
        Chain(title=f"{scribe.objective_number(id_)} {scribe.title(objective)}", results=_table(scribe, [id_]))
        for id_, objective in objectives.items()
        if not objective.left_out_because or any(result.objective == id_ for result in results.values())
    ]
    loose = {each.objective for each in results.values()} - objectives.keys()
    rest = _table(scribe, sorted(loose, key=str))
    return (Chain(title=ABOVE, results=rest), *found) if rest.rows else tuple(found)


def _table(scribe: Scribe, objectives: Iterable[str | None]) -> Rows[ResultRow]:
    own = [item for objective in objectives for item in _results(scribe, objective)]
    legend = Legend([scribe.note(each)] for _, each in own)
    return Rows(rows=tuple(_result(scribe, id_, each, legend) for id_, each in own), notes=legend.listed())


def _results(scribe: Scribe, objective: str | None) -> list[tuple[str, Result]]:
    own = [(id_, each) for id_, each in scribe.project.entries("results").items() if each.objective == objective]
    own.sort(key=lambda item: scribe.rank("result_levels", item[1].level))
    return own


def _result(scribe: Scribe, id_: str, result: Result, legend: Legend) -> ResultRow:
    shown = {register: scribe.project.entries(register) for register in ("indicators", "actions")}
    indicators = (
        scribe.entry("indicators", key, result)
        for key, indicator in shown["indicators"].items()
        if indicator.measures == id_
    )
    actions = (scribe.entry("actions", key, result) for key, each in shown["actions"].items() if each.output == id_)
    note = scribe.note(result)
    return ResultRow(
        level=capital(scribe.term("result_levels", result.level)),
        title=scribe.titled(result, legend.letters(note)),
        note=legend.own(note),
        contributes_to=scribe.entry("results", result.contributes_to, result),
        assumptions=result.assumptions or "",
        shown_by=lines(labelled("Indicators", listed(indicators, "; ")), labelled("Actions", listed(actions, "; ")))
        or "No indicator yet",
    )


def indicator_rows(scribe: Scribe, wanted: Callable[[str], bool] = lambda _: True) -> Rows[IndicatorRow]:
    """Return the wanted indicators by id, from impact down to input."""
    levels = list(scribe.catalogue.vocabulary["indicator_levels"])[::-1]
    found = sorted(
        (each for id_, each in scribe.project.entries("indicators").items() if wanted(id_)),
        key=lambda each: levels.index(each.level) if each.level in levels else len(levels),
    )
    return with_notes(scribe, found, _indicator)


def _indicator(scribe: Scribe, indicator: Indicator, legend: Legend) -> IndicatorRow:
    note = scribe.note(indicator)
    return IndicatorRow(
        title=scribe.titled(indicator, legend.letters(note)),
        about=lines(labelled("Unit", indicator.unit), indicator.definition, legend.own(note)),
        measures=lines(capital(scribe.term("indicator_levels", indicator.level)), _measured(scribe, indicator)),
        baseline=_baseline(scribe, indicator.baseline),
        milestones=lines(*(f"{year}: {grouped(value)}" for year, value in sorted(indicator.milestones.items()))),
        target=lines(
            f"{grouped(indicator.target.value)} ({indicator.target.year})" if indicator.target else "Not set yet",
            capital(scribe.term("indicator_directions", indicator.direction)),
        ),
        groups=lines(*_groups(scribe, indicator.disaggregation)) or "No breakdown yet",
        reporting=lines(*_reporting(scribe, indicator)),
        tags=tags(scribe, indicator),
    )


def _measured(scribe: Scribe, indicator: Indicator) -> str:
    measured = indicator.measures
    register = "results" if measured in scribe.project.entries("results") else "objectives"
    return scribe.entry(register, measured, indicator) or "Not tied to a result yet"


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


def _groups(scribe: Scribe, splits: Iterable[Split]) -> Iterator[str]:
    """Say the baseline of every group; groups of which the same can be said share a line."""
    said: dict[str, list[str]] = {}
    for split in splits:
        group = f"{split.group} ({scribe.term('disaggregations', split.by)})"
        said.setdefault(_group_baseline(scribe, split.baseline), []).append(group)
    yield from (f"{listed(groups)}: {baseline}" for baseline, groups in said.items())


def _group_baseline(scribe: Scribe, baseline: Baseline | None) -> str:
    """Say the baseline of a group, or why there is none."""
    if baseline is None or baseline.value is None:
        return labelled("no baseline yet", baseline.not_available if baseline else None) or "no baseline yet"
    return listed((baseline_in_words(baseline), scribe.cite(baseline.source)), " ")


def _reporting(scribe: Scribe, indicator: Indicator) -> Iterator[str]:
    yield labelled("Owner", scribe.actor(indicator.owner)) or "No owner yet"
    yield labelled("Checked in", indicator.means_of_verification) or "Means of verification not named yet"
    yield labelled("Rhythm", scribe.term("frequencies", indicator.frequency)) or "Rhythm not set yet"
