"""Which fields a document offers to its template, read from the context models, so that no list is kept by hand."""

from dataclasses import dataclass
from typing import Any, get_args, get_origin

from mainstream_cli.language import Text, label
from mainstream_cli.model.record import Record

Shape = Any
"""A record as a dictionary of shapes, a list as a list with the shape of its items, anything else as None."""


@dataclass(frozen=True)
class FieldNote:
    """A field as a designer needs it: its *path*, what it *holds*, its meaning, and a *tag* ready to paste."""

    path: str
    holds: Text
    meaning: Text
    tag: str
    depth: int

    def as_data(self) -> dict[str, object]:
        """Return it as JSON carries it; what it holds is named as in English, for programs."""
        return {**vars(self), "holds": self.holds.msgid}


def shape(cls: type[Record]) -> Shape:
    """Return the names that a context offers, nested."""
    return {name: _shape_of(info.annotation) for name, info in cls.model_fields.items()}


def field_notes(cls: type[Record], prefix: str = "", depth: int = 0) -> list[FieldNote]:
    """Return every field of a context in order, those inside a list under the name of one item."""
    notes = []
    for name, info in cls.model_fields.items():
        path, item = f"{prefix}{name}", _item(info.annotation)
        record = _record(info.annotation if item is None else item)
        meaning = Text(info.description or "", context=f"{cls.__name__.partition('[')[0]}.{name}")
        tag = _tag(path, item, record)
        notes.append(FieldNote(path, _holds(info.annotation, item, record), meaning, tag, depth))
        if record is not None:
            start = path if item is None else one_of(path)
            notes += field_notes(record, f"{start}.", depth + 1)
    return notes


def one_of(path: str) -> str:
    """Return the name for one item of the list *path*, as the pasted loop calls it."""
    last = path.rsplit(".", 1)[-1]
    if last == "rows":  # the list of a table is called after the table
        last = path.split(".")[-2] if "." in path else "row"
    return f"{last}_item"


def _shape_of(annotation: object) -> Shape:
    item = _item(annotation)
    if item is not None:
        return [_shape_of(item)]
    record = _record(annotation)
    return shape(record) if record is not None else None


def _item(annotation: object) -> object | None:
    """Return what a list holds, None when the annotation is no list."""
    return get_args(annotation)[0] if get_origin(annotation) in (tuple, list) else None


def _record(annotation: object) -> type[Record] | None:
    choices = (annotation, *get_args(annotation))  # a record, or a record or nothing
    return next((each for each in choices if isinstance(each, type) and issubclass(each, Record)), None)


def _holds(annotation: object, item: object | None, record: type[Record] | None) -> Text:
    if item is not None:
        return label("holds", "list of blocks") if record is not None else label("holds", "list of texts")
    if record is not None:
        return label("holds", "block")
    if annotation is bool:
        return label("holds", "yes or no")
    return label("holds", "number") if annotation is int else label("holds", "text")


def _tag(path: str, item: object | None, record: type[Record] | None) -> str:
    if item is None:
        return "" if record is not None else f"{{{{ {path} }}}}"
    one = one_of(path)
    if record is None:
        return f"{{%p for {one} in {path} %}}\n{{{{ {one} }}}}\n{{%p endfor %}}"
    return f"{{%tr for {one} in {path} %}}\n...\n{{%tr endfor %}}"
