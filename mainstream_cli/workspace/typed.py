"""Refuses an argument of a wrong type with a sentence: people call from Python, and no type checker may have run."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import wraps
from types import FunctionType, UnionType
from typing import Any, ParamSpec, TypeVar, Union, get_args, get_origin

from mainstream_cli.errors import UsageError
from mainstream_cli.language import say

Given = ParamSpec("Given")
Back = TypeVar("Back")
Class = TypeVar("Class", bound=type)


def typed(cls: Class) -> Class:
    """Let every public method of a class refuse arguments of a wrong type."""
    for name, method in list(vars(cls).items()):
        if isinstance(method, classmethod):
            setattr(cls, name, classmethod(typed_call(method.__func__)))
        elif isinstance(method, FunctionType) and not name.startswith("_"):
            setattr(cls, name, typed_call(method))
    return cls


def typed_call(call: Callable[Given, Back]) -> Callable[Given, Back]:
    """Return the same call, which raises a UsageError for an argument that is not of the type it is declared with."""
    names, kinds = call.__code__.co_varnames, call.__annotations__

    @wraps(call)
    def checked(*args: Given.args, **kwargs: Given.kwargs) -> Back:
        for name, value in (*zip(names, args, strict=False), *kwargs.items()):
            refuse_misfit(name, value, kinds.get(name, object))
        return call(*args, **kwargs)

    return checked


def refuse_misfit(name: str, value: object, kind: Any) -> None:
    """Refuse what is given under a name if it is not of that type.

    Raises:
        UsageError: it is not.
    """
    if not _fits(value, kind):
        message = say("{name}: this is of the type {type}.", name=name, type=type(value).__name__)
        wanted = kind.__name__ if isinstance(kind, type) else str(kind)
        raise UsageError(message, action=say("Give: {types}. Nothing was changed.", types=wanted), code="usage")


def _fits(value: object, kind: Any) -> bool:
    """Tell whether a value is of a type; what can be counted is a number, what can be walked a list, as in pandas."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return any(_fits(value, part) for part in parts)
    if isinstance(kind, str):  # a record of the facade, which is imported only where it is made
        return any(base.__name__ == kind for base in type(value).__mro__)
    if origin is None or issubclass(origin, Mapping) or not issubclass(origin, Iterable):
        return isinstance(value, origin or kind) or (kind is int and hasattr(value, "__index__"))
    if not isinstance(value, Iterable) or isinstance(value, bytes | bytearray | Mapping):
        return False
    return not isinstance(value, Collection) or all(_fits(part, parts[0]) for part in value)
