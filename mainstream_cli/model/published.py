"""The catalogue as ``checklist show --format json`` publishes it, and the JSON Schema of that document."""

import re
from typing import Any, Literal

from pydantic import Field

from mainstream_cli.model.catalogue import Catalogue, Sector, Stage, TermList, Work
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.journal import KINDS
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.relations import DOCUMENTS, JOURNAL, OPERATORS, SUBJECTS
from mainstream_cli.model.types import Id

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class PublishedSwitchOff(Content):
    """An item that national content switches off, and why."""

    title: str
    reason: str


class PublishedCatalogue(Content):
    """The catalogue, whole or in part; what is left out of a part is left out here as well."""

    schema_: Literal[1] = Field(alias="schema")
    language: str | None = None
    name: Id | None = None
    edition: str
    sha256: str
    sheets: tuple[Stage | Sector, ...]
    title: str | None = None
    about: str | None = None
    conditions: tuple[Condition, ...] | None = None
    answers: dict[Id, str] | None = None
    lists: dict[str, TermList] | None = None
    works: dict[Id, Work] | None = None
    moved: dict[Id, Id] | None = None
    retired: dict[Id, str] | None = None
    roles: dict[Id, Id] | None = None
    added: tuple[str, ...] | None = None
    reworded: tuple[str, ...] | None = None
    switched_off: dict[str, PublishedSwitchOff] | None = None


def published(catalogue: Catalogue) -> dict[str, Any]:
    """Return the whole catalogue as plain data for JSON, without its schema number."""
    return {
        "name": catalogue.id,
        "edition": catalogue.edition,
        "sha256": catalogue.sha256,
        "title": catalogue.title,
        "about": catalogue.about,
        "sheets": [_plain(sheet) for sheet in catalogue.sheets.values()],
        "conditions": [_plain(condition) for condition in catalogue.conditions],
        "answers": dict(catalogue.answers),
        "lists": {name: _plain(terms) for name, terms in catalogue.lists.items()},
        "works": {key: _plain(work) for key, work in catalogue.works.items()},
        "moved": dict(catalogue.moved),
        "retired": dict(catalogue.retired),
        "roles": dict(catalogue.roles),
        "added": sorted(catalogue.added),
        "reworded": sorted(catalogue.reworded),
        "switched_off": {
            id_: {"title": off.title, "reason": off.reason} for id_, off in catalogue.switched_off.items()
        },
    }


def _plain(record: Content) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the published catalogue, generated from the models."""
    PublishedCatalogue.model_rebuild()
    made = PublishedCatalogue.model_json_schema(by_alias=True)
    made = {"$schema": DIALECT, **_with_references(made), "title": "Catalogue of mainstream"}
    made["$defs"]["Relation"] = RELATION
    return made


def _with_references(node: Any) -> Any:
    """Point every place where pydantic has only the title of a relation to its definition."""
    if isinstance(node, dict):
        return _SELF if node == {"title": "Relation"} else {name: _with_references(part) for name, part in node.items()}
    return [_with_references(part) for part in node] if isinstance(node, list) else node


def _one(subject: str, operators: dict[str, Any]) -> list[dict[str, Any]]:
    return [_block({subject: {"type": "string"}, operator: operand}) for operator, operand in operators.items()]


def _block(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_SELF: dict[str, Any] = {"$ref": "#/$defs/Relation"}
_SCALAR: dict[str, Any] = {"type": ["string", "integer", "boolean"]}
_SEVERAL: dict[str, Any] = {"type": "array", "items": _SELF}
_NUMBER: dict[str, Any] = {"type": "integer"}
_OPERANDS: dict[str, Any] = {
    **dict.fromkeys(OPERATORS, _SCALAR),
    **{operator: {"type": "boolean"} for operator in ("told", "past", "ahead")},
    "is_in": {"type": "array", "items": _SCALAR},
    "within_months": _NUMBER,
}
_REGISTER: dict[str, Any] = {
    "anyOf": [
        {"enum": [*REGISTERS, *(f"{JOURNAL}{kind}" for kind in KINDS)]},
        {"type": "string", "pattern": rf"^{re.escape(DOCUMENTS)}[a-z][a-z0-9_]*$"},
    ]
}
RELATION: dict[str, Any] = {
    "title": "Relation",
    "description": "A statement on answers and registers: true, false or unknown.",
    "anyOf": [
        *(test for subject in SUBJECTS for test in _one(subject, _OPERANDS)),
        _block({"all": _SEVERAL}),
        _block({"any": _SEVERAL}),
        _block({"not": _SELF}),
        _block({"register": _REGISTER, "where": _SELF, "every": _SELF}, "where"),
        *(
            _block(
                {
                    "register": _REGISTER,
                    "where": _SELF,
                    "distinct": {"type": "string"},
                    "count": _block({operator: _NUMBER}),
                },
                "where",
                "distinct",
            )
            for operator in ("at_least", "at_most", "is")
        ),
    ],
}
