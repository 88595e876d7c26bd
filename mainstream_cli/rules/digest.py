"""The digest that a sign-off covers: of parsed answers and registers, never of bytes."""

import hashlib
import json
from typing import Any

from mainstream_cli.model.catalogue import Stage
from mainstream_cli.model.project import Project

PROGRESS_FIELDS = {"status"}


def digest(project: Project, stage: Stage) -> str:
    """Digest the answers of a stage and the registers of its gate, without progress and without views on entries."""
    answers = {
        question.id: answer.model_dump(mode="json")
        for question in stage.questions
        if (answer := project.answer(question.id)) is not None
    }
    registers = {name: _entries(project, name) for name in stage.gate.registers}
    text = json.dumps([answers, registers], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _entries(project: Project, register: str) -> dict[str, Any]:
    leave_out = {"positions", *(PROGRESS_FIELDS if register in ("actions", "milestones") else ())}
    return {id_: entry.model_dump(mode="json", exclude=leave_out) for id_, entry in project.entries(register).items()}
