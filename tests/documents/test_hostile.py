"""Whatever people type is found again in a document, and nothing of it is executed."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
from mainstream_cli.documents.rendering.text import clean
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.record import parse
from mainstream_cli.model.registers import REGISTERS, fields

Data = dict[str, Any]
HOSTILE = (
    '{{ 7*7 }} {% if x %} {# gone? #} {_{ }_} {_% %_} <b>Tom & "Jerry"</b> </w:t></w:r> ]]> &amp; &#65; \x07\x00\ud800 '
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \U0001f642 \u4e2d\u6587 e\u0301 \ufffe\uffff tab\there"
)
NOT_PRINTED = {
    ("stakeholders", "interest"),
    ("stakeholders", "influence"),
    ("stakeholders", "stance"),
    ("sessions", "facilitator"),
    ("sessions", "rapporteur"),
}


def mark(name: str) -> str:
    """Return hostile text over three paragraphs, each of which can be told from all others."""
    return f"<{name} one {HOSTILE} >\x0b<{name} two>\r\n\r\n<{name} three {HOSTILE}>"


def wanted(name: str) -> Iterator[str]:
    for line in clean(mark(name)).split("\n"):
        if line.strip():
            yield line.strip()


def poisoned(data: Data) -> tuple[Data, list[str]]:
    """Fill every free text field of every entry that is printed with hostile text."""
    names: list[str] = []
    registers: Data = {}
    for register, entries in data["registers"].items():
        free = [
            each.id for each in fields(register) if each.kind == "text" and takes_any_text(register, each.id, entries)
        ]
        registers[register] = {}
        for id_, entry in entries.items():
            names += [f"{register}.{id_}.{name}" for name in free]
            registers[register][id_] = {**entry, **{name: mark(f"{register}.{id_}.{name}") for name in free}}
    return {**data, "registers": registers}, names


def takes_any_text(register: str, name: str, entries: Data) -> bool:
    """Tell whether a field is printed and holds free text, not an id, a day or a list."""
    entry = next(iter(entries.values()))
    record, _ = parse(REGISTERS[register].entry, {**entry, name: HOSTILE})
    return record is not None and (register, name) not in NOT_PRINTED


def cited(data: Data) -> Data:
    """Let one answer cite every source, so that all of them are printed."""
    answer = {**data["answers"]["scoping_purpose"], "sources": list(data["registers"]["sources"])}
    return {**data, "answers": {**data["answers"], "scoping_purpose": answer}}


def test_every_free_text_of_the_registers_is_found_again(
    sandoria: Data, material: Callable[..., Dossier], make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    data, names = poisoned(cited(sandoria))
    made = material(data)
    text = "\n".join(text_of(make(name, made)) for name in DOCUMENTS)
    assert len(names) > 150
    lost = {name for name in names for line in wanted(name) if line not in text}
    assert not lost
    assert "49" not in text.replace("1949", "")


def test_every_answer_and_note_is_found_again(
    catalogue: Catalogue,
    sandoria: Data,
    material: Callable[..., Dossier],
    make: Callable[..., bytes],
    text_of: Callable[[bytes], str],
) -> None:
    asked = [each for each in catalogue.questions.values() if each.when is None]
    answers: Data = {each.id: {"value": "unknown", "note": mark(f"{each.id}.note")} for each in asked}
    texts = [each.id for each in asked if each.kind == "text"]
    answers |= {id_: {"value": mark(f"{id_}.value"), "note": mark(f"{id_}.note")} for id_ in texts}
    made = material({**sandoria, "answers": answers})
    text = "\n".join(text_of(make(name, made)) for name in DOCUMENTS)
    names = [f"{each.id}.note" for each in asked] + [f"{id_}.value" for id_ in texts]
    assert not {name for name in names for line in wanted(name) if line not in text}


def test_how_a_stakeholder_was_heard_is_found_again(
    sandoria: Data, material: Callable[..., Dossier], make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    stakeholders = {
        id_: {**each, "consulted": [{"date": "2026", "form": mark(f"{id_}.form"), "matter": mark(f"{id_}.matter")}]}
        for id_, each in sandoria["registers"]["stakeholders"].items()
    }
    registers = {**sandoria["registers"], "stakeholders": stakeholders}
    text = text_of(make("scoping_proposal", material({**sandoria, "registers": registers})))
    names = [f"{id_}.{name}" for id_ in stakeholders for name in ("form", "matter")]
    assert not {name for name in names for line in wanted(name) if line not in text}


DRAFTS = [name for name, kind in DOCUMENTS.items() if kind.stage is not None]


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in DRAFTS])
def test_hostile_names_on_a_document_that_is_never_a_draft(
    name: str,
    sandoria: Data,
    material: Callable[..., Dossier],
    make: Callable[..., bytes],
    text_of: Callable[[bytes], str],
) -> None:
    plan = {**sandoria["settings"]["plan"], "name": mark("plan")}
    settings = {**sandoria["settings"], "country": {"name": mark("country")}, "plan": plan}
    text = text_of(make(name, material({**sandoria, "settings": settings})))
    assert all(line in text for each in ("plan", "country") for line in wanted(each))


@pytest.mark.parametrize("name", DRAFTS)
def test_hostile_names_on_the_cover(
    name: str,
    sandoria: Data,
    material: Callable[..., Dossier],
    make: Callable[..., bytes],
    text_of: Callable[[bytes], str],
) -> None:
    plan = {**sandoria["settings"]["plan"], "name": mark("plan")}
    settings = {**sandoria["settings"], "country": {"name": mark("country")}, "plan": plan, "notice": mark("notice")}
    sign_off = SignOff(
        kind="sign_off",
        stage="scoping",
        by="nobody",
        reference=mark("reference"),
        date=datetime.date(2026, 5, 30),
        digest="0",
        edition="2026.1",
    )
    made = replace(material({**sandoria, "settings": settings}), ready=True, sign_off=sign_off)
    text = text_of(make(name, made))
    assert all(line in text for each in ("plan", "country", "notice", "reference") for line in wanted(each))


def test_twenty_thousand_characters_survive_in_a_paragraph_and_in_a_table(
    sandoria: Data, material: Callable[..., Dossier], make: Callable[..., bytes], text_of: Callable[[bytes], str]
) -> None:
    long = "".join(f"{number:05d}" for number in range(4000))
    answers = {"scoping_purpose": {"value": long}, "health_gaps": {"value": long[::-1]}}
    text = text_of(make("scoping_proposal", material({**sandoria, "answers": answers})))
    assert long in text
    assert long[::-1] in text


LEFT_OUT = {
    "scoping_proposal": {"conditions.remedy", "conditions.who"},
    "sector_sheet": {"sectors.actions.indicators", "sectors.actions.partners"},
}
"""Fields of shared rows that a document leaves out while another part of it prints some of the same texts."""
LONG = 40  # characters; a shorter line may stand in a document by chance


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every long line of a context with its path, without the places in lists."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from leaves(each, f"{path}.{name}".strip("."))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from leaves(each, path)
    elif isinstance(value, str):
        yield from ((path, line.strip()) for line in clean(value).split("\n") if len(line.strip()) >= LONG)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_shows_a_field_whole_and_in_every_row_or_not_at_all(
    name: str,
    sandoria: Data,
    material: Callable[..., Dossier],
    make: Callable[..., bytes],
    text_of: Callable[[bytes], str],
) -> None:
    """Rows are shared, and a document may leave a field of theirs out; a field that it shows is never cut or dropped."""
    made = material(poisoned(cited(sandoria))[0])
    text = text_of(make(name, made))
    held = set(leaves(DOCUMENTS[name].build(made).model_dump(mode="json")))
    shown = {path for path, line in held if line in text}
    assert len(shown) > 3
    lost = {path for path, line in held if path in shown and line not in text}
    assert lost == LEFT_OUT.get(name, set())
