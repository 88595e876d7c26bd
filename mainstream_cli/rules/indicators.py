"""I: what an indicator needs, so that anybody can say later whether the plan worked."""

import re
from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.results import Baseline, Indicator
from mainstream_cli.rules.action_rows import PLAN, live
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import entry_rule, fault
from mainstream_cli.rules.roles import needs
from mainstream_cli.rules.wording import speaks_of_sexes

WATCH = "watching"
PEOPLE = re.compile(
    r"\b(persons?|people|workers|migrants|returnees|students|pupils|graduates|nurses|doctors|teachers|patients|"
    r"participants|trainees|beneficiaries|users|children|adolescents|adults|employees|applicants|refugees)\b",
    re.IGNORECASE,
)
DELIVERED = re.compile(
    r"\b(workshops?|training sessions|trainings?|courses?|seminars?|meetings?|campaigns?|leaflets|brochures|manuals|"
    r"posters|awareness sessions)( \w+)? (held|given|organi[sz]ed|run|delivered|printed|distributed|conducted)\b|"
    r"; (number of )?(workshops|trainings|courses|seminars|meetings|campaigns|leaflets|brochures|manuals)\b",
    re.IGNORECASE,
)
ONE_SEX = re.compile(r"\b(men|boys|males?)\b", re.IGNORECASE)


@entry_rule(
    "I01", "indicators", "baseline", say("Add baseline: with value, year and source, or not_available:."), stage=WATCH
)
def no_baseline(_: Case, indicator: Indicator) -> Text | None:
    """An indicator has no baseline: neither a value nor a word on who will measure it.

    A baseline cannot be made up afterwards.

    Passes: ``baseline: {value: 18.5, year: 2025, source: health_strategy}``; ``baseline: {not_available: The
            statistics office counts in 2027.}``
    Fails:  an indicator without ``baseline``
    """
    start = indicator.baseline
    told = start is not None and (start.value is not None or start.not_available)
    return None if told else say("it has no baseline, and it is not said who will measure one.")


@entry_rule("I02", "indicators", "target", say("Add target: with value: and year:."), stage=WATCH)
def no_target(_: Case, indicator: Indicator) -> Text | None:
    """An indicator has no target.

    Where a rise or a fall would be no success (``direction: none``), a figure is only watched and needs none.

    Passes: ``target: {value: 8, year: 2030}``
    Fails:  ``direction: decrease`` without ``target``
    """
    watched = indicator.direction == "none" and indicator.level in ("impact", "input")
    return say("it has no target.") if indicator.target is None and not watched else None


@needs("I03", PLAN)
def baseline_of_no_year(case: Case) -> Iterator[Finding]:
    """A baseline has a value and no year.

    The baselines of groups need one too.

    Passes: ``baseline: {value: 18.5, year: 2025, source: health_strategy}``
    Fails:  ``baseline: {value: 18.5, source: health_strategy}``
    """
    for id_, indicator in case.project.entries("indicators").items():
        starts: list[tuple[tuple[str | int, ...], Text, Baseline | None]] = [
            (("baseline",), say("its baseline has no year."), indicator.baseline)
        ]
        for index, split in enumerate(indicator.disaggregation):
            text = say("the baseline of this group has no year: {group}.", group=split.group)
            starts.append((("disaggregation", index, "baseline"), text, split.baseline))
        for path, text, start in starts:
            if start is not None and start.value is not None and start.year is None:
                ref, advice = Ref("indicators", id_, path), say("Add year: to that baseline.")
                yield fault(case, "I03", "warning", ref, text, advice, stage=PLAN)


@entry_rule("I04", "indicators", "baseline", say("Add source: to the baseline, with an id of sources."), stage=PLAN)
def baseline_of_no_source(_: Case, indicator: Indicator) -> Text | None:
    """A baseline has a value and no source.

    Passes: ``baseline: {value: 18.5, year: 2025, source: health_strategy}``; a source under ``sources``
    Fails:  ``baseline: {value: 18.5, year: 2025}``
    """
    start = indicator.baseline
    bare = start is not None and start.value is not None and not start.source and not indicator.sources
    return say("its baseline has no source.") if bare else None


@entry_rule("I05", "indicators", "owner", say("Add owner: with the id of who measures and reports it."), stage=WATCH)
def measured_by_nobody(_: Case, indicator: Indicator) -> Text | None:
    """Nobody measures and reports an indicator.

    Passes: ``owner: statistics_office``
    Fails:  an indicator without ``owner``
    """
    return say("nobody measures and reports it.") if not indicator.owner else None


@entry_rule(
    "I06",
    "indicators",
    "means_of_verification",
    say("Add means_of_verification: with the report or table."),
    stage=WATCH,
)
def not_verifiable(_: Case, indicator: Indicator) -> Text | None:
    """It is not said where the value of an indicator can be checked.

    Passes: ``means_of_verification: Staff register``
    Fails:  an indicator without ``means_of_verification``
    """
    return say("it is not said where its value can be checked.") if not indicator.means_of_verification else None


@rests_on("indicators", "results")
def outcome_measured_by_outputs(case: Case) -> Iterator[Finding]:
    """An outcome or an impact is measured by indicators of inputs or outputs only.

    They show that something was delivered and not that it changed anything for people. An indicator of ``level:
    outcome`` that counts workshops, leaflets and the like is one of outputs in fact: that is a note, since it rests on
    words.

    Passes: an outcome with an indicator of ``level: outcome``
    Fails:  an outcome whose only indicator is "people trained", ``level: output``
    """
    results = case.project.entries("results")
    by_result: dict[str, list[tuple[str, Indicator]]] = {}
    for id_, indicator in case.project.entries("indicators").items():
        by_result.setdefault(indicator.measures or "", []).append((id_, indicator))
    for name, indicators in by_result.items():
        low = all(indicator.level in ("input", "output") for _, indicator in indicators)
        if name in results and results[name].level != "output" and low:
            id_, indicator = indicators[0]
            text = say(
                "its level is {level} only, and what it measures is of level {aim}: '{result}'.",
                level=indicator.level,
                aim=results[name].level,
                result=results[name].title,
            )
            advice = say("Add an indicator of the change itself, or correct level: or measures:.")
            yield fault(case, "I11", "warning", Ref("indicators", id_, ("level",)), text, advice)
    for id_, indicator in case.project.entries("indicators").items() if case.reads_words else ():
        if indicator.level in ("outcome", "impact") and DELIVERED.search(f"{indicator.title}; {indicator.unit}"):
            text = say("it counts what was delivered, and stands at level {level}.", level=indicator.level)
            advice = say("Say what changes for people, or correct level: to output.")
            yield fault(case, "I11", "note", Ref("indicators", id_, ("level",)), text, advice)


@needs("I14", WATCH)
@rests_on("actions", "indicators")
def result_without_indicator(case: Case) -> Iterator[Finding]:
    """No indicator shows whether an outcome or an output is reached.

    For an output, an indicator of an action that produces it counts. It is looked for once an indicator is recorded.

    Passes: an indicator with ``measures: fewer_vacancies``
    Fails:  the outcome ``fewer_vacancies`` that no indicator measures, beside others that are measured
    """
    indicators = case.project.entries("indicators")
    if not indicators:
        return
    measured = {indicator.measures for indicator in indicators.values()}
    measured |= {action.output for action in case.project.entries("actions").values() if action.indicators}
    for id_, result in case.project.entries("results").items():
        if result.level != "impact" and id_ not in measured:
            text = say("no indicator shows whether this outcome is reached.")
            if result.level == "output":
                text = say("no indicator shows whether this output is reached.")
            advice = say("Name {id} under measures: of an indicator.", id=id_)
            yield fault(case, "I14", "warning", Ref("results", id_), text, advice, stage=WATCH)


@needs("I15", PLAN)
@rests_on("actions")
def measures_nothing(case: Case) -> Iterator[Finding]:
    """An indicator measures no result and no objective, and no action names it.

    Passes: ``measures: fewer_vacancies``
    Fails:  an indicator without ``measures`` that no action lists under ``indicators``
    """
    named = {name for action in case.project.entries("actions").values() if live(action) for name in action.indicators}
    for id_, indicator in case.project.entries("indicators").items():
        if indicator.measures is None and id_ not in named:
            advice = say("Add measures: with the id of a result or an objective.")
            text = say("it is not said what this indicator measures.")
            yield fault(case, "I15", "warning", Ref("indicators", id_, ("measures",)), text, advice, stage=PLAN)


def people_not_split(case: Case) -> Iterator[Finding]:
    """An indicator counts people and is split by nothing.

    An average hides who is left behind. It is a note. An indicator on women, men, girls or boys alone is split
    already.

    Passes: ``unit: persons`` with ``disaggregation: [{by: sex, group: women}]``
    Fails:  ``unit: persons`` without ``disaggregation``
    """
    for id_, indicator in case.project.entries("indicators").items():
        text = f"{indicator.title} {indicator.unit} {indicator.definition or ''}"
        split = indicator.disaggregation or speaks_of_sexes(text) or ONE_SEX.search(text)
        if PEOPLE.search(indicator.unit) and not split:
            ref = Ref("indicators", id_, ("disaggregation",))
            advice = say("Add disaggregation: by sex, age or migration status, as far as the data allow.")
            yield fault(case, "I16", "note", ref, say("it counts people, and it is split by no group."), advice)
