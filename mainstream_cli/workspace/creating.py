"""Makes new projects: empty ones for a country and its plan, and copies of samples."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Required, TypedDict, get_type_hints

from mainstream_cli.changes.naming import new_id
from mainstream_cli.content.countries import find_country
from mainstream_cli.content.samples import sample_folder
from mainstream_cli.errors import Argument, MainstreamError, UsageError
from mainstream_cli.language import Text, count, say, several
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import SCHEMA, Settings
from mainstream_cli.model.record import parse, unknown_name
from mainstream_cli.rules.personal import looks_like_a_name
from mainstream_cli.store.create import create as place
from mainstream_cli.store.create import create_from as place_copy
from mainstream_cli.store.create import refuse_unless_empty
from mainstream_cli.workspace.catalogue import project_catalogue
from mainstream_cli.workspace.typed import refuse_misfit


class Beginnings(TypedDict, total=False):
    """What is said of a new project; what is left out or None is not said.

    ``country`` is an ISO 3166 code or name, ``name`` the one that the government uses; one of them is needed. ``kind``,
    ``status`` and ``timing`` are terms of the catalogue: by default a national plan that is being drafted, and the
    timing that follows from the status. With ``lead_kind``, a kind of stakeholder, the ``lead`` becomes one. The first
    of ``languages`` is the one that the team works in.
    """

    plan: Required[str]
    start: Required[int]
    end: Required[int]
    country: str | None
    name: str | None
    kind: str | None
    status: str | None
    timing: str | None
    lead: str | None
    lead_kind: str | None
    languages: Sequence[str]


def create(folder: Path, facts: Beginnings) -> None:
    """Make an empty project in *folder*, which must not exist, or be empty but for prepared content and templates."""
    _refuse_facts(facts)
    catalogue = catalogue_for(folder)
    entries = _lead_on_record(catalogue, facts.get("lead"), facts.get("lead_kind"))
    named = {**facts, "lead": next(iter(entries), facts.get("lead"))}
    place(folder, catalogue, _settings(catalogue, named), {"stakeholders": entries})


def _lead_on_record(catalogue: Catalogue, lead: str | None, kind: str | None) -> dict[str, Any]:
    """Return the institution that leads as an entry of the register of stakeholders, where its kind is said.

    What looks like the name of a person stays out of the register: there is a warning of it, and one place to mend.
    """
    if kind is None:
        return {}
    if not lead:
        message = say("{kind} goes with {lead}.", kind=Argument("lead_kind"), lead=Argument("lead"))
        raise UsageError(message, action=say("Nothing was made."), code="usage")
    kinds = catalogue.vocabulary["stakeholder_kinds"]
    if kind not in kinds:
        message = say("There is no kind of stakeholder '{kind}'.", kind=kind)
        raise unknown_name(message, kind, kinds)
    return {} if looks_like_a_name(lead) else {new_id(lead, (), "lead"): {"title": lead, "kind": kind}}


def _refuse_facts(facts: Mapping[str, object]) -> None:
    """Refuse a name that is no fact of a project, and that what is needed is not said; no type checker may have run."""
    for name in facts:
        if name not in Beginnings.__annotations__:
            raise unknown_name(say("There is no fact '{name}'.", name=name), name, Beginnings.__annotations__)
    for name, kind in get_type_hints(Beginnings).items():
        if kind is not int and facts.get(name) is not None:  # a year that is none is said with the years that fit
            refuse_misfit(name, facts[name], kind)
    missing = sorted(name for name in Beginnings.__required_keys__ if facts.get(name) is None)
    if missing:
        action = nothing_made(say("Say {names}.", names=several(missing)))
        raise UsageError(say("Missing: {flags}.", flags=", ".join(missing)), action=action, code="usage")


def copy_sample(folder: Path, name: str) -> None:
    """Copy a shipped sample into *folder*, which must not exist or be empty."""
    place_copy(folder, sample_folder(name), catalogue_for(folder))


def catalogue_for(folder: Path) -> Catalogue:
    """Return the catalogue with the national content that was prepared in *folder*.

    Raises:
        MainstreamError: the national content has a mistake.
    """
    catalogue, findings = project_catalogue(folder)
    if findings:
        first, command = findings[0], f"mainstream checklist lint {folder}"
        message, more = first.message, len(findings) - 1
        if more:
            message = count(
                "{problem} ({n} more: {command})",
                "{problem} ({n} more: {command})",
                n=more,
                problem=message,
                command=command,
            )
        action = nothing_made(first.action)
        raise MainstreamError(message, action=action, where=str(first.place or ""), code=first.code)
    return catalogue


def prepared(folder: Path) -> Catalogue:
    """Return the catalogue for a new project in *folder*, before people are asked about it.

    Raises:
        MainstreamError: the folder is not empty, or the national content that was prepared in it has a mistake.
    """
    refuse_unless_empty(folder)
    return catalogue_for(folder)


def _settings(catalogue: Catalogue, facts: Mapping[str, Any]) -> dict[str, Any]:
    country, name = facts.get("country"), facts.get("name")
    iso_name, iso3 = find_country(country) if country else (name, None)
    status, lead = facts.get("status") or "drafting", facts.get("lead")
    plan = {"name": facts["plan"], "kind": facts.get("kind") or "national", "status": status}
    settings: dict[str, Any] = {
        "schema": SCHEMA,
        "catalogue": catalogue.stamp,
        "country": {"name": name or iso_name} | ({"iso3": iso3} if iso3 else {}),
        "plan": {**plan, "start": facts["start"], "end": facts["end"]},
        "timing": facts.get("timing") or ("in_plan" if status == "drafting" else "stand_alone"),
    }
    settings |= {"languages": list(facts["languages"])} if facts.get("languages") else {}
    settings |= {"lead": lead} if lead else {}
    record, problems = parse(Settings, settings, catalogue.vocabulary)
    if record is None:
        problem = problems[0]
        where = ".".join(str(step) for step in problem.path)
        message = nothing_made(say("{field}: {problem}", field=where, problem=problem.message))
        raise MainstreamError(message, action=problem.action, code="F09")
    return settings


def nothing_made(sentence: str) -> Text:
    """Return a sentence, and that there is no new project."""
    return say("{sentence} Nothing was made.", sentence=sentence)
