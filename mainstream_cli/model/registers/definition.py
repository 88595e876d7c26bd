"""What a register is: one definition, from which its files, forms, commands and tables are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from mainstream_cli.language import Text
from mainstream_cli.model.record import Record, record_in
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.shapes import annotation_of, item_of, kind_of, marks_on
from mainstream_cli.model.types import Refers, Sensitive, Term

Split = Literal["", "sector", "institution"]
Role = Literal["decided", "known", "follow_up"]
KNOWN_EVERYWHERE = frozenset({"note", "sources", "origin", "sdg", "gcm"})


@dataclass(frozen=True)
class FieldQuestion:
    """One field of a register in the shape of a question; *free* tells that words may stand in place of a reference."""

    id: str
    text: Text
    label: Text
    kind: str
    choices: str | None
    refers: tuple[str, ...]
    required: bool
    many: bool
    sensitive: bool = False
    inside: tuple["FieldQuestion", ...] = ()
    free: bool = False


@dataclass(frozen=True)
class Register:
    """All that is said of a register itself; what is said of a field stands at the field, in the class of its entries.

    *name* is that of its file and in commands, *one* says a single entry, *holds* what it records, in one line.
    Where it is *split*, it has one file for each sector, or for each institution that reports (a stakeholder or body),
    and no id stands in two of these files. A new entry is asked *first* for these fields, where they are more than it
    cannot do without. Entries of one title are taken for one only if what is *alike* is equal too.

    A change of what is decided needs an approval, a change of what is known is listed, follow-up touches no approval:
    *role* is that of every field which stands neither in *known* nor in *follow_up*. What is *followed* is follow-up
    that the seals of the first edition leave out too.
    """

    name: str
    one: Text
    entry: type[Entry]
    holds: Text
    split: Split = ""
    first: tuple[str, ...] = ()
    followed: frozenset[str] = frozenset()
    role: Role = "decided"
    known: frozenset[str] = frozenset()
    follow_up: frozenset[str] = frozenset()
    alike: tuple[str, ...] = ()

    def role_of(self, field: str) -> Role:
        """Return the role of a field: decided, known or follow-up."""
        if field in self.followed | self.follow_up | {"positions"}:
            return "follow_up"
        return "known" if self.role == "decided" and field in self.known | KNOWN_EVERYWHERE else self.role

    @property
    def plural(self) -> Text:
        """Its name as people say it, beside *one*."""
        return Text(self.name.replace("_", " "), context="register")

    def counted(self, count: int) -> Text:
        """Return "1 plan goal", "2 plan goals"."""
        return Text(f"{{n}} {self.one.msgid}", f"{{n}} {self.plural.msgid}", values={"n": count})

    @property
    def stem(self) -> str:
        """The beginning of the id of an entry whose title gives none."""
        return self.one.msgid.replace(" ", "_")

    @cached_property
    def fields(self) -> tuple[FieldQuestion, ...]:
        """The fields in the order of the form and of the file; what ``gather`` keeps is no field."""
        return tuple(field for field in fields_of(self.entry) if field.id != "positions")

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The fields that a new entry is asked for first, in that order."""
        return self.first or tuple(field.id for field in self.fields if field.required)

    @cached_property
    def columns(self) -> tuple[FieldQuestion, ...]:
        """The fields that a list of the entries shows beside their titles."""
        return tuple(field for field in self.fields if field.id in self.needed and field.id != "title")

    @cached_property
    def sensitive(self) -> frozenset[str]:
        """The fields that are kept in ``private/``."""
        return frozenset(field.id for field in self.fields if field.sensitive)


def name_in_words(name: str) -> Text:
    """Return the name of a register or field as people say it."""
    return Text(name.replace("_", " ").capitalize(), context="label")


def fields_of(cls: type[Record]) -> list[FieldQuestion]:
    """Return the fields of a record as questions; a field that holds blocks names their own fields in ``inside``."""
    return [_as_question(cls, name) for name in cls.model_fields]


def marks_of(cls: type[Record], name: str) -> Iterator[Any]:
    """Yield the marks on a field, and on the items where it is a list."""
    annotation = annotation_of(cls.model_fields[name])
    yield from marks_on(annotation)
    yield from marks_on(item_of(annotation))


def _as_question(cls: type[Record], name: str) -> FieldQuestion:
    info, marks = cls.model_fields[name], list(marks_of(cls, name))
    annotation, block = annotation_of(info), record_in(cls, name)
    many, kind = item_of(annotation) is not None, kind_of(annotation)
    refers = next((mark for mark in marks if isinstance(mark, Refers)), Refers())
    return FieldQuestion(
        name,
        Text(info.description or "", context=f"{cls.__name__}.{name}"),
        Text(info.title, context="label") if info.title else name_in_words(name),
        "choices" if many and kind == "choice" else kind,
        next((mark.name for mark in marks if isinstance(mark, Term)), None),
        refers.to,
        info.is_required(),
        many,
        any(isinstance(mark, Sensitive) for mark in marks),
        tuple(fields_of(block)) if block else (),
        refers.free,
    )
