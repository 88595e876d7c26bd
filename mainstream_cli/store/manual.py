"""The README of a project folder: enough for a colleague who has nothing but the folder and an editor."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import say, speak
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.reading import read_bytes
from mainstream_cli.store.layout import PRIVATE, answered_in, register_file
from mainstream_cli.store.markdown import said
from mainstream_cli.store.scaffold import LISTED_ONCE, describe_fields


def folder_readme(catalogue: Catalogue, settings: Mapping[str, Any]) -> str:
    """Return the README of a new project folder: the text of ``manual.md`` with what depends on the catalogue."""
    text = read_bytes(Path(__file__).with_name("manual.md"), yamlfile.MAX_BYTES).decode("utf-8").removesuffix("\n")
    title = say("{country}: migration in {plan}", country=settings["country"]["name"], plan=settings["plan"]["name"])
    parts = {
        "title": [f"# {speak(title)}"],
        "split": _split(),
        "private": _private(catalogue),
        "holds": (f"| [{name}](#{name}) | {speak(definition.holds)} |" for name, definition in REGISTERS.items()),
        "fields": (*_fields(catalogue), *_lists(catalogue)),
    }
    return re.sub(rf"\{{({'|'.join(parts)})\}}", lambda found: "\n".join(parts[found[1]]), said(text))


def _split() -> Iterator[str]:
    for register, definition in REGISTERS.items():
        name = say("{register}, one file for each sector", register=register)
        if definition.split == "institution":
            name = say("{register}, one file for each institution that reports", register=register)
        if definition.split:
            yield f"| {speak(name)} | `{register_file(register, definition.split.upper())}` |"


def _private(catalogue: Catalogue) -> Iterator[str]:
    """Say which questions and fields have no key outside ``private/``, and where their answers stand."""
    for question in catalogue.questions.values():
        if question.sensitive:
            line = say(
                "{question}: {key} in {file}",
                question=f"{question.number} {question.title}",
                key=f"`{question.id}`",
                file=f"`{answered_in(catalogue, question)}`",
            )
            yield f"- {speak(line)}"
    for register, definition in REGISTERS.items():
        if definition.sensitive:
            names = ", ".join(f"`{field.id}`" for field in definition.fields if field.sensitive)
            file = f"`{PRIVATE}/{register_file(register, definition.split.upper())}`"
            yield f"- {speak(say('of {register}: {fields} in {file}', register=register, fields=names, file=file))}"


def _fields(catalogue: Catalogue) -> Iterator[str]:
    for number, register in enumerate(REGISTERS):
        yield f"### {register}\n" if not number else f"\n### {register}\n"
        yield from (f"- `{name}`: {speak(text)}" for name, text in describe_fields(catalogue, register))


def _lists(catalogue: Catalogue) -> Iterator[str]:
    for name in LISTED_ONCE:
        yield f"\n### {speak(say('Words for {list}', list=name))}\n"
        yield from (f"- `{term}`: {label}" for term, label in catalogue.vocabulary[name].items())
