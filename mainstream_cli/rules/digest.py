"""The digest that a sign-off covers: of parsed answers and registers, never of bytes."""

import hashlib
import json
from typing import Any

from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.project import HANDBOOK, Project
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.results import Check
from mainstream_cli.rules import sealed


def digest(project: Project, stage: Stage, plain: dict[str, Any] | None = None) -> str:
    """Digest the answers of a stage and the registers of its gate, without progress and without views on entries.

    *plain* keeps the registers of the project as plain data from one stage to the next, which share most of them.
    """
    plain = {} if plain is None else plain
    answers = {
        question.id: _sealed(answer, answer.model_dump(mode="json"), "answers")
        for question in stage.questions
        if (answer := project.answer(question.id)) is not None
    }
    names = sealed_registers(project, stage)
    plain.update({name: _entries(project, name) for name in names if name not in plain})
    registers = {name: plain[name] for name in names}
    text = json.dumps([answers, registers], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sealed_registers(project: Project, stage: Stage) -> list[str]:
    """Return the registers that the seal of a stage covers: those of the first edition, and what was filled since."""
    sealed_first = sealed.REGISTERS if project.settings.catalogue.name == HANDBOOK else {}
    first = sealed_first.get(stage.id, stage.gate.registers)
    return list(dict.fromkeys((*first, *(name for name in stage.gate.registers if project.entries(name)))))


def _entries(project: Project, register: str) -> dict[str, Any]:
    leave_out = {"positions", *REGISTERS[register].followed}
    return {
        id_: _sealed(entry, entry.model_dump(mode="json", exclude=leave_out), register)
        for id_, entry in project.entries(register).items()
    }


def _sealed(record: Record, data: dict[str, Any], path: str) -> dict[str, Any]:
    """Return plain *data* of a record without the fields that came after the first edition and are empty."""
    first, filled = sealed.FIELDS.get(path, "").split(), record.model_fields_set
    return {
        name: _inside(getattr(record, name), value, f"{path}.{name}")
        for name, value in data.items()
        if name in first or (name in filled and getattr(record, name) != type(record).model_fields[name].default)
    }


def _inside(value: Any, data: Any, path: str) -> Any:
    if isinstance(value, Check) and value.is_text:
        return value.finding
    if isinstance(value, Record):
        return _sealed(value, data, path)
    if isinstance(value, tuple):
        return [_inside(item, plain, path) for item, plain in zip(value, data, strict=True)]
    return data
