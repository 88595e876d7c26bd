"""E: what claims rest on: sources, confidence and data gaps."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from mainstream_cli.language import Text, count, say
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import references
from mainstream_cli.model.registers.evidence import SourceDocument
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import CORE_TEAM, STATISTICS

UNDATED = {"web_page", "other", "book"}
NO_CLAIM = (UNKNOWN, NOT_APPLICABLE, "absent")


def source_not_traceable(case: Case) -> Iterator[Finding]:
    """A source cannot be found again, or nobody can tell how old it is.

    A reader needs to know who stands behind a document or where it can be read. Data need a year, else nobody can
    tell whether they are too old; for other documents a missing year is a note.

    Passes: a census with ``author: Statistics Office`` and ``year: 2024``
    Fails:  a census without ``year``, ``date`` and ``edition``; a report with neither ``author`` nor ``address``
    """
    ages = case.catalogue.lists["source_kinds"].years
    for id_, source in case.project.entries("sources").items():
        if not source.author and not source.address:
            message = say(
                "{title}: neither an author nor an address is given, so nobody can find it again.", title=source.title
            )
            yield Finding("E07", "warning", message, say("Add author: or address:."), CORE_TEAM, Ref("sources", id_))
        elif not (source.year or source.date or source.edition) and source.kind not in UNDATED:
            message = say("{title}: no year is given, so nobody can tell how old it is.", title=source.title)
            severity = "warning" if source.kind in ages else "note"
            yield Finding("E07", severity, message, say("Add year: or date:."), CORE_TEAM, Ref("sources", id_))  # type: ignore[arg-type]


@rests_on()
def source_too_old(case: Case) -> Iterator[Finding]:
    """A source is older than a source of its kind may be on the day of the check.

    The limits stand in checklists/vocabulary.yaml under ``source_kinds``: census 12 years, survey 5, administrative
    data 2. A source passes when it only shows the past: when each figure that rests on it has a later figure, and each
    answer that names it names a later source of that kind too.

    Passes: a survey of 2023, checked in 2026
    Fails:  a survey of 2016, checked in 2026
    """
    limits = case.catalogue.lists["source_kinds"].years
    old = {
        id_: source
        for id_, source in case.project.entries("sources").items()
        if source.kind in limits and _older(source, limits[source.kind], case.today)
    }
    if not old:
        return
    used, past = _uses(case)
    for id_, source in old.items():
        if past[id_] and past[id_] == used[id_]:
            continue
        message = count(
            "{title}: a source of {dated}; the limit for this kind ({kind}) is {n} year.",
            "{title}: a source of {dated}; the limit for this kind ({kind}) is {n} years.",
            n=limits[source.kind],
            title=source.title,
            dated=str(source.date or source.year),
            kind=case.catalogue.label("source_kinds", source.kind),
        )
        action = say("Look for a newer one; else say in the answer what may have changed since, and list a data gap.")
        field = "date" if source.date else "year"
        yield Finding("E08", "warning", message, action, STATISTICS, Ref("sources", id_, (field,)))


def _older(source: SourceDocument, limit: int, today: date) -> bool:
    if source.date:
        return (today.year - source.date.year, today.month, today.day) > (limit, source.date.month, source.date.day)
    return source.year is not None and today.year - source.year > limit


def _uses(case: Case) -> tuple[Counter[str], Counter[str]]:
    """Count how often each source is named, and how often only to show the past."""
    used: Counter[str] = Counter()
    past: Counter[str] = Counter()
    sources = case.project.entries("sources")
    latest: dict[tuple[object, ...], int] = {}
    for figure in case.project.entries("figures").values():
        key = (figure.indicator, figure.group, figure.territory)
        latest[key] = max(figure.year, latest.get(key, 0))
    for figure in case.project.entries("figures").values():
        used[figure.source] += 1
        past[figure.source] += figure.year < latest[figure.indicator, figure.group, figure.territory]
    for record in _records(case):
        named = {name for _, refers, name in references(record) if refers.to == ("sources",)}
        years = {name: (sources[name].kind, sources[name].year or 0) for name in named if name in sources}
        for name, (kind, year) in years.items():
            used[name] += 1
            past[name] += any(other == kind and later > year for other, later in years.values())
    return used, past


def _records(case: Case) -> Iterator[Answer]:
    yield from case.project.answers.values()
    for register, entries in case.project.registers.items():
        if register not in ("sources", "figures"):
            yield from entries.values()  # type: ignore[misc]


def sure_without_source(case: Case) -> Iterator[Finding]:
    """An answer claims something at high confidence and names no source.

    Nothing has to be shown for absent, unknown or not applicable, nor for plain opinions: questions for which no
    evidence is expected, other than ratings. Illustrative answers of a sample pass.

    Passes: ``confidence: high`` with ``sources: [labour_survey_2024]``
    Fails:  ``confidence: high`` without ``sources``
    """
    for id_, answer in case.project.answers.items():
        question = case.catalogue.questions[id_]
        opinion = question.evidence == "none" and question.kind != "rating"
        claims = answer.given and answer.value not in NO_CLAIM and not opinion and answer.origin != "illustrative"
        if claims and answer.confidence == "high" and not answer.sources:
            message = say(
                "{question}: high confidence, and no source is named.",
                question=case.catalogue.name("question", question.id),
            )
            severity = "note" if question.evidence == "none" else "warning"
            action = say("Add sources: with the id of the document, or lower the confidence.")
            yield Finding("E09", severity, message, action, CORE_TEAM, Ref("answers", id_, ("confidence",)))  # type: ignore[arg-type]


def linkage_without_evidence(case: Case) -> Iterator[Finding]:
    """An effect is called strong or sure, and nothing shows it.

    What shows it may be told in ``evidence``. Where the team is sure (``confidence: high``) and tells the evidence
    without a source, it is a note.

    Passes: ``strength: high`` with ``evidence: Survey of 2024, table 3.``
    Fails:  ``strength: high`` without ``evidence`` and ``sources``
    """
    for id_, linkage in case.project.entries("linkages").items():
        fields = [name for name in ("confidence", "strength") if getattr(linkage, name) == "high"]
        if fields and not linkage.evidence and not linkage.sources:
            message = _shown_by_nothing(linkage.title, fields)
            action = say("Add evidence: or sources:, or lower {field}:.", field=fields[0])
            yield Finding("E10", "warning", message, action, CORE_TEAM, Ref("linkages", id_, (fields[0],)))
        elif linkage.confidence == "high" and not linkage.sources:
            message = say("{title}: high confidence, and no source is named.", title=linkage.title)
            action = say("Add sources: with the id of the document behind the evidence, or lower the confidence.")
            yield Finding("E10", "note", message, action, CORE_TEAM, Ref("linkages", id_, ("confidence",)))


def _shown_by_nothing(title: str, high: list[str]) -> Text:
    if len(high) > 1:
        return say("{title}: confidence and strength high, and neither evidence nor a source is named.", title=title)
    if high == ["strength"]:
        return say("{title}: strength high, and neither evidence nor a source is named.", title=title)
    return say("{title}: confidence high, and neither evidence nor a source is named.", title=title)


def gap_without_holder(case: Case) -> Iterator[Finding]:
    """A data set has gaps, and nobody is named who could close them.

    Passes: ``gaps: No split by sex.`` with ``holder: statistics_office``
    Fails:  ``gaps: No split by sex.`` without ``holder``
    """
    for id_, dataset in case.project.entries("datasets").items():
        if dataset.gaps and not dataset.holder:
            message = say(
                "{title}: gaps are recorded, and no holder is named who could close them.", title=dataset.title
            )
            yield Finding("E11", "note", message, say("Add holder:."), STATISTICS, Ref("datasets", id_, ("gaps",)))
