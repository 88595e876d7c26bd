"""Signatures of the first edition hold whatever fields and registers later releases add."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field, create_model

from mainstream_cli.content import load_catalogue
from mainstream_cli.model import registers
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import record_in
from mainstream_cli.model.registers.entry import EntryPosition
from mainstream_cli.rules import digest
from mainstream_cli.rules.sealed import FIELDS
from mainstream_cli.store import load

SIGNED = Path(__file__).parent / "signed_2026_1"
STAGES = ["added_value", "core_team", "awareness", "scoping", "institutions", "situation", "goal_setting"]
FIELD_NAMES = {path: names.split() for path, names in FIELDS.items()}


def read() -> Project:
    return load(SIGNED, load_catalogue()).public


@pytest.mark.parametrize("stage", STAGES)
def test_a_signature_of_the_first_edition_holds(stage, catalogue):
    """Sandoria as it was signed with 0.1.0, never renewed: each seal is still the digest of what it covers."""
    project = read()
    seal = next(entry.digest for entry in project.journal.values() if getattr(entry, "stage", "") == stage)
    assert digest(project, catalogue.sheets[stage]) == seal


@pytest.mark.parametrize("register", sorted(registers.REGISTERS))
def test_the_first_edition_of_a_record_is_still_all_there(register):
    """A field of the first edition never leaves its record: that would break seals."""
    for path, names in FIELD_NAMES.items():
        first, *steps = path.split(".")
        if first == register:
            cls = registers.REGISTERS[register].entry
            for step in steps:
                cls = record_in(cls, step)
            assert set(names) <= set(cls.model_fields), path


def with_deputy(entry, deputy):
    """The entry as a later release would read it, with one more optional field: left out, empty or filled."""
    later = create_model("Later", __base__=type(entry), deputy=(Annotated[str | None, Field()], None))
    data = {name: getattr(entry, name) for name in entry.model_fields_set}
    return later.model_construct(**data, **dict.fromkeys(["deputy"][: len(deputy)], *deputy))


@pytest.mark.parametrize(("deputy", "holds"), [((), True), ((None,), True), (("the registry",), False)])
def test_a_field_of_a_later_release_counts_where_it_is_filled(deputy, holds, catalogue):
    """An optional field that a release adds to bodies breaks no seal until somebody fills it."""
    project = read()
    before = digest(project, catalogue.sheets["core_team"])
    bodies = {id_: with_deputy(entry, deputy) for id_, entry in project.entries("bodies").items()}
    project.registers["bodies"].clear()
    project.registers["bodies"].update(bodies)
    assert (digest(project, catalogue.sheets["core_team"]) == before) is holds


def test_a_stage_of_another_catalogue_covers_what_its_own_gate_lists(catalogue):
    """Where another catalogue calls a stage as the handbook does, its seal covers the registers of its own gate."""
    project = read()
    stamp = project.settings.catalogue.model_copy(update={"name": "district_handbook"})
    project = replace(project, settings=project.settings.model_copy(update={"catalogue": stamp}))
    gate = catalogue.sheets["scoping"].gate.model_copy(update={"registers": ("stakeholders",)})
    stage = catalogue.sheets["scoping"].model_copy(update={"gate": gate})
    before = digest(project, stage)
    project.registers["risks"].clear()
    assert digest(project, stage) == before
    project.registers["stakeholders"].clear()
    assert digest(project, stage) != before


def test_views_of_tables_on_an_entry_break_no_seal(catalogue):
    """What tables say otherwise of an entry is kept beside it, and changes nothing that was signed."""
    project = read()
    before = digest(project, catalogue.sheets["core_team"])
    bodies = project.registers["bodies"]
    view = EntryPosition(table="table_1", says={"status": "planned"})
    bodies.update({id_: entry.model_copy(update={"positions": (view,)}) for id_, entry in list(bodies.items())})
    assert digest(project, catalogue.sheets["core_team"]) == before
