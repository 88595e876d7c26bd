"""The README of a project folder: enough for a colleague who has nothing but the folder and an editor."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.reading import read_bytes
from mainstream_cli.store.layout import PRIVATE, answered_in, register_file
from mainstream_cli.store.scaffold import describe_fields

LISTED_ONCE = ("sectors", "stages", "groups")


def folder_readme(catalogue: Catalogue, settings: Mapping[str, Any]) -> str:
    """Return the README of a new project folder: the text of ``manual.md`` with what depends on the catalogue."""
    text = read_bytes(Path(__file__).with_name("manual.md"), yamlfile.MAX_BYTES).decode("utf-8").removesuffix("\n")
    parts = {
        "title": [f"# {settings['country']['name']}: migration in {settings['plan']['name']}"],
        "by_sector": ["".join(_by_sector())],
        "private": _private(catalogue),
        "registers": (*_registers(catalogue), *_lists(catalogue)),
    }
    return re.sub(rf"\{{({'|'.join(parts)})\}}", lambda found: "\n".join(parts[found[1]]), text)


def _by_sector() -> Iterator[str]:
    for register, definition in REGISTERS.items():
        if definition.by_sector:
            yield f"| {register}, one file for each sector | `{register_file(register, 'SECTOR')}` |\n"


def _private(catalogue: Catalogue) -> Iterator[str]:
    """Say which questions and fields have no key outside ``private/``, and where their answers stand."""
    yield "## What is answered in private/\n"
    yield "Sensitive questions have no key in the public files; a comment stands in its place. `mainstream fill` and"
    yield "`set` write the answer where it belongs; by hand, write key and block into the file named here:\n"
    for question in catalogue.questions.values():
        if question.sensitive:
            yield f"- {question.number} {question.title}: `{question.id}` in `{answered_in(catalogue, question)}`"
    for register, definition in REGISTERS.items():
        if definition.sensitive:
            names = (f"`{field.id}`" for field in definition.fields if field.sensitive)
            yield f"- of {register}: {', '.join(names)} in `{PRIVATE}/{register_file(register, 'SECTOR')}`"
    yield "\nGit ignores `private/`, so a clone does not have it: there `check` names what only the copy with it can"
    yield "see (G08). What of it stands in a file for git is an error (D05). `private/` is handed on from person to"
    yield "person, on an encrypted stick; whoever hands it over deletes the old copy.\n"


def _registers(catalogue: Catalogue) -> Iterator[str]:
    for register, definition in REGISTERS.items():
        yield f"| [{register}](#{register}) | {definition.holds} |"
    yield "\nEvery entry can have `note`, `sources` (ids from the register sources) and, in samples, `origin` (sourced"
    yield "or illustrative). Required fields are marked; leave out what you do not know."
    for register in REGISTERS:
        yield f"\n### {register}\n"
        yield from (f"- `{name}`: {text}" for name, text in describe_fields(catalogue, register))


def _lists(catalogue: Catalogue) -> Iterator[str]:
    for name in LISTED_ONCE:
        yield f"\n### Words for {name}\n"
        yield from (f"- `{term}`: {label}" for term, label in catalogue.vocabulary[name].items())
    yield ""
