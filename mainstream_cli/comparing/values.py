"""One field in two states: whether it means the same, as plain data, and in words."""

import datetime
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mainstream_cli.language import Text, say, several, verbatim
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.definition import name_in_words
from mainstream_cli.model.shapes import annotation_of, base_of, item_of, marks_on
from mainstream_cli.model.types import Refers, Stamped, Term

NOTHING = verbatim("")


@dataclass(frozen=True)
class Side:
    """One state of a project with the catalogue whose words it is told in."""

    project: Project
    catalogue: Catalogue

    def words(self, value: Any, annotation: Any) -> Text:
        """Say a value of a field: terms by their labels, entries by their titles; empty for no value."""
        if value is None or value in ("", (), {}):
            return NOTHING
        if isinstance(value, tuple):
            return several(self.words(item, item_of(annotation)) for item in value)
        if isinstance(value, Mapping):
            return several((say("{key}: {value}", key=str(key), value=each) for key, each in value.items()), "unit")
        if isinstance(value, Record):
            return several(self._fields(value), "unit")
        mark = next((each for each in marks_on(annotation) if isinstance(each, Term | Refers)), None)
        if isinstance(mark, Term):
            return verbatim(self.catalogue.label(mark.name, str(value)))
        if isinstance(mark, Refers):
            return verbatim(self.title(mark, str(value)))
        return say("{value}", value=value) if isinstance(value, int | Decimal | datetime.date) else verbatim(str(value))

    def title(self, refers: Refers, id_: str) -> str:
        """Return the title of the entry that an id names, or the words that stand in its place."""
        found = (self.project.entries(register).get(id_) for register in refers.to)
        return next((entry.title for entry in found if entry is not None), id_)

    def _fields(self, record: Record) -> Iterator[Text]:
        for name, info in type(record).model_fields.items():
            annotation = annotation_of(info)
            said = self.words(getattr(record, name), annotation)
            if said and not any(isinstance(mark, Stamped) for mark in marks_on(annotation)):
                yield say("{field}: {value}", field=label_of(type(record), name), value=said)


@dataclass(frozen=True)
class Leaf:
    """A field, or a field of a block in it, with its values in two states."""

    path: tuple[str, ...]
    label: Text
    annotation: Any
    before: Any
    after: Any

    @property
    def came(self) -> tuple[str, ...]:
        """What is new in a list of words."""
        return _only(self.after, self.before)

    @property
    def went(self) -> tuple[str, ...]:
        """What is not in a list of words any more."""
        return _only(self.before, self.after)


def _only(words: Any, others: Any) -> tuple[str, ...]:
    if not words or not others or not isinstance(words, tuple) or not isinstance(others, tuple):
        return ()
    return tuple(word for word in words if isinstance(word, str) and word not in others)


def label_of(cls: type[Record], name: str) -> Text:
    """Return what a field is called."""
    title = cls.model_fields[name].title
    return Text(title, context="label") if title else name_in_words(name)


def leaves(cls: type[Record], before: Record | None, after: Record | None) -> Iterator[Leaf]:
    """Yield the fields of a record that do not mean the same in both states, those of its blocks one by one."""
    for name, info in cls.model_fields.items():
        annotation = annotation_of(info)
        was, now = getattr(before, name, None), getattr(after, name, None)
        if meaning(was, annotation) == meaning(now, annotation) or any(
            isinstance(mark, Stamped) for mark in marks_on(annotation)
        ):
            continue
        base, label = base_of(annotation), label_of(cls, name)
        if not (isinstance(base, type) and issubclass(base, Record)):
            yield Leaf((name,), label, annotation, was, now)
            continue
        for leaf in leaves(base, was, now):
            inner = say("{block}, {field}", block=label, field=leaf.label)
            yield Leaf((name, *leaf.path), inner, leaf.annotation, leaf.before, leaf.after)


def meaning(value: Any, annotation: Any) -> Any:
    """Return what a value means, however it is written: names and terms in a list have no order."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip() or None
    if isinstance(value, tuple):
        item = item_of(annotation)
        parts = [meaning(each, item) for each in value]
        named = item is not None and any(isinstance(mark, Term | Refers) for mark in marks_on(item))
        return (sorted(set(parts)) if named else parts) or None
    if isinstance(value, Mapping):
        return {key: meaning(each, None) for key, each in value.items()} or None
    if isinstance(value, Record):
        cls = type(value)
        said = {name: meaning(getattr(value, name), annotation_of(info)) for name, info in cls.model_fields.items()}
        return {name: each for name, each in said.items() if each is not None} or None
    return value


def plain(value: Any) -> Any:
    """Return a value as JSON carries it."""
    if isinstance(value, Record):
        return value.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, int) else str(value)
