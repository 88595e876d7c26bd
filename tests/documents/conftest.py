"""Projects of an invented country for the tests of documents: full, half-filled and empty."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from mainstream_cli.content import load_catalogue
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project, Settings
from mainstream_cli.model.registers import REGISTERS, Entry
from mainstream_cli.rules import Case, assess
from mainstream_cli.services.contexts import Material

from .sandoria import ANSWERS, ENTRIES, SECTOR_OF, SETTINGS

TODAY = datetime.date(2026, 6, 7)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


def project_of(
    catalogue: Catalogue,
    answers: Mapping[str, Any],
    entries: Mapping[str, Mapping[str, Any]],
    settings: Mapping[str, Any] | None = None,
) -> Project:
    """Build a project value from plain data, as the store would."""
    registers: dict[str, dict[str, Entry]] = {
        name: {
            id_: REGISTERS[name].model_validate(entry, context={"vocabulary": catalogue.vocabulary})
            for id_, entry in register.items()
        }
        for name, register in entries.items()
    }
    return Project(
        settings=Settings.model_validate({**SETTINGS, **(settings or {})}),
        answers={id_: Answer.model_validate(answer) for id_, answer in answers.items()},
        registers=registers,
        sector_of={id_: sector for id_, sector in SECTOR_OF.items() if id_ in registers.get("actions", {})},
    )


def material_of(project: Project, catalogue: Catalogue, *, ready: bool = False) -> Material:
    case = Case(project, project, catalogue, TODAY)
    return Material(project, catalogue, assess(case), ready, TODAY)


@pytest.fixture(scope="session")
def full(catalogue: Catalogue) -> Material:
    """A project with something of everything."""
    return material_of(project_of(catalogue, ANSWERS, ENTRIES), catalogue)


@pytest.fixture(scope="session")
def half(catalogue: Catalogue) -> Material:
    """A project after the first workshop day: some answers, few entries."""
    few = {id_: answer for id_, answer in list(ANSWERS.items())[:12]}
    entries = {
        name: dict(list(ENTRIES[name].items())[:2]) for name in ("stakeholders", "sources", "plan_goals", "actions")
    }
    return material_of(project_of(catalogue, few, entries, {"finance": None, "lead": None}), catalogue)


@pytest.fixture(scope="session")
def empty(catalogue: Catalogue) -> Material:
    """A project right after init."""
    return material_of(
        project_of(catalogue, {}, {}, {"finance": None, "lead": None, "notice": None, "sample": None}), catalogue
    )


def with_settings(material: Material, **changes: Any) -> Material:
    settings = material.project.settings.model_copy(update=changes)
    return replace(material, project=replace(material.project, settings=settings))
