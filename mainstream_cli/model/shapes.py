"""What type a field of a record has, found by its path: the type decides what a raw text can mean."""

from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def annotation_at(cls: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    """Return the annotation of the value at *path* with all its marks, None where there is no such field."""
    here: Any = cls
    for step in path:
        base = base_of(here)
        if isinstance(base, type) and issubclass(base, BaseModel):
            here = _fields(base).get(str(step))
        elif get_origin(base) is dict:
            here = get_args(base)[1]
        else:
            here = item_of(here)
    return here


def item_of(annotation: Any) -> Any:
    """Return the annotation of the items of a list, None where it is none."""
    base = base_of(annotation)
    return get_args(base)[0] if get_origin(base) is tuple else None


def base_of(annotation: Any) -> Any:
    """Return a type without marks and without None."""
    return _taken_apart(annotation)[0]


def marks_on(annotation: Any) -> list[Any]:
    """Return the marks on a value itself, not those on what it holds."""
    return _taken_apart(annotation)[1]


def _taken_apart(annotation: Any) -> tuple[Any, list[Any]]:
    marks: list[Any] = []
    while get_origin(annotation) in (Annotated, Union, UnionType):
        first, *others = get_args(annotation)
        if get_origin(annotation) is Annotated:
            marks += others
        annotation = first if first is not NoneType else others[0]
    return annotation, marks


def is_number(annotation: Any) -> bool:
    """Tell whether a field takes numbers with decimals."""
    return base_of(annotation) is Decimal


def is_text(annotation: Any) -> bool:
    """Tell whether a field takes any text: neither a term, nor a code, nor a date in words."""
    return base_of(annotation) is str and not any(getattr(mark, "closed", False) for mark in marks_on(annotation))


def kind_of(annotation: Any) -> str:
    """Return what kind of value a field takes, of a list what its items are: what the outermost mark says, else text.

    Kinds are block, by_year, choice, reference, number, date and text.
    """
    item = item_of(annotation)
    held = annotation if item is None else item
    base = base_of(held)
    if isinstance(base, type) and issubclass(base, BaseModel):
        return "block"
    said = ["text", *(mark.kind for mark in marks_on(held) if hasattr(mark, "kind"))]
    return "by_year" if get_origin(base) is dict else str(said[-1])


def annotation_of(info: FieldInfo) -> Any:
    """Return the annotation of a field with all its marks."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


@cache
def _fields(cls: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: annotation_of(info) for name, info in cls.model_fields.items()}
