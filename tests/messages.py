"""Writes ``locale/CODE/LC_MESSAGES/messages.po``: every text that passes the door, with what is translated already.

``make messages LOCALE=pt`` begins a language or renews it. What is in the file and still said keeps its translation;
what is said no longer goes. A sentence whose English changed is another message and asks for a new translation.
"""

import contextvars
import re
import sys
from ast import Call, Constant, Name, parse, walk
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from mainstream_cli.content import load_catalogue
from mainstream_cli.documents.contexts.describe import field_notes
from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.language import Text
from mainstream_cli.language.english import Language
from mainstream_cli.language.spoken import SPOKEN
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.definition import FieldQuestion
from mainstream_cli.model.rule_page import Manual
from mainstream_cli.store.manual import folder_readme
from mainstream_cli.workspace.explaining import PAGES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "mainstream_cli"


@cache
def messages() -> Catalog:
    """Return every text of the package, without translations."""
    found = Catalog(project="mainstream", charset="utf-8")
    for file in sorted(PACKAGE.rglob("*.py")):
        for line, context, message in sorted(written(file), key=lambda each: each[0]):
            found.add(message, locations=[(file.relative_to(PACKAGE).as_posix(), line)], context=context)
    for text in filter(_has_words, made()):
        found.add((text.msgid, text.many) if text.many else text.msgid, context=text.context or None)
    return found


def written(file: Path) -> Iterator[tuple[int, str | None, str | tuple[str, str]]]:
    """Yield line, context and message of each call of the door in a file; Babel would not see those in f-strings."""
    for node in walk(parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, Call) and isinstance(node.func, Name):
            literals = [part.value for part in node.args if isinstance(part, Constant)]
            match node.func.id, literals:
                case "say", [str(message)] if message:
                    yield node.lineno, None, message
                case "count", [str(one), str(many)]:
                    yield node.lineno, None, (one, many)
                case "label", [str(context), str(message)]:
                    yield node.lineno, context, message


def made() -> Iterator[Text]:
    """Yield the texts that no literal holds: what definitions and docstrings say."""
    for register in REGISTERS.values():
        yield from (register.plural, register.counted(1))
        yield from _of(register.fields)
    for kind in DOCUMENTS.values():
        yield from (note.meaning for note in field_notes(kind.context))
    for code, page in PAGES.items():
        manual = Manual.of(code, page)
        yield from (manual.title, *manual.paragraphs)
    facts = {"country": {"name": "Sandoria"}, "plan": {"name": "Sandoria 2035"}}
    yield from Heard.in_(lambda: folder_readme(load_catalogue(), facts))


class Heard(Language):
    """Says what English says, and keeps every text that it was asked for."""

    def __init__(self) -> None:
        self.texts: list[Text] = []

    @classmethod
    def in_(cls, work: Callable[[], object]) -> list[Text]:
        """Return the texts that are said while *work* is done."""
        language = cls()
        contextvars.copy_context().run(lambda: (SPOKEN.set(language), work()))
        return language.texts

    def say(self, text: str) -> str:
        """Keep a text and say it."""
        if isinstance(text, Text):
            self.texts.append(text)
        return super().say(text)


def _has_words(text: Text) -> bool:
    return any(map(str.isalpha, re.sub(r"\{\w+\}", "", text.msgid)))


def _of(fields: tuple[FieldQuestion, ...]) -> Iterator[Text]:
    for field in fields:
        yield from (field.text, field.label)
        yield from _of(field.inside)


def renewed(code: str, former: Catalog | None) -> Catalog:
    """Return the messages in the language *code*, with the translations that *former* has."""
    now = messages()
    here = Catalog(locale=code, project="mainstream", charset="utf-8", fuzzy=False)
    for message in now:
        if message.id:
            known = former.get(message.id, message.context) if former else None
            here.add(
                message.id,
                known.string if known else None,
                message.locations,
                known.flags if known else (),
                message.auto_comments,
                known.user_comments if known else (),
                context=message.context,
            )
    return here


def main(code: str) -> None:
    """Write the file of one language."""
    path = ROOT / "locale" / code / "LC_MESSAGES" / "messages.po"
    former = read_po(path.open("rb"), locale=code) if path.exists() else None
    here = renewed(code, former)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, here, width=120, sort_output=False, include_lineno=False)
    done = sum(bool(message.id and message.string and all(message.string)) for message in here)
    print(f"{path.relative_to(ROOT)}: {done} of {len(here)} translated")


if __name__ == "__main__":
    main(*sys.argv[1:])
