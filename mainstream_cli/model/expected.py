"""What a field was expected to hold and what was found there: a whole sentence for each kind of value."""

from collections.abc import Callable, Mapping
from typing import Any

from mainstream_cli.language import Text, count, label, say, verbatim

SHOWN_LENGTH = 40
Wrong = Callable[[Text], Text]
"""From what was found to the sentence that says what was expected."""


def shown(value: object) -> Text:
    """Say in a few words what was found in a file."""
    match value:
        case None:
            return label("found", "nothing")
        case bool():
            word = str(value).lower()
            return label("found", "{word} (unquoted, so YAML reads it as a truth value)", word=word)
        case dict():
            return label("found", "a block of 'name: value' lines")
        case list() | tuple():
            return label("found", "a list")
    text = str(value)
    return verbatim(repr(text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 3] + "..."))


def not_text(found: Text) -> Text:
    """Say that a text was expected."""
    return say("expected text, found: {found}.", found=found)


def not_a_number(found: Text) -> Text:
    """Say that a number was expected."""
    return say("expected a number such as 1250000 or 12.5, found: {found}.", found=found)


def not_whole(found: Text) -> Text:
    """Say that a whole number was expected."""
    return say("expected a whole number, found: {found}.", found=found)


def not_a_day(found: Text) -> Text:
    """Say that a date was expected."""
    return say("expected a date such as 2026-06-07, found: {found}.", found=found)


def no_list(found: Text) -> Text:
    """Say that a list was expected."""
    return say("expected a list (one '- item' a line, or [a, b]), found: {found}.", found=found)


def no_block(found: Text) -> Text:
    """Say that a block was expected."""
    return say("expected a block of 'name: value' lines, found: {found}.", found=found)


def _too_small(limits: Mapping[str, Any], found: Text) -> Text:
    if "gt" in limits:
        return say("expected a number greater than {limit}, found: {found}.", limit=str(limits["gt"]), found=found)
    return say("expected a number that is at least {limit}, found: {found}.", limit=str(limits["ge"]), found=found)


def _too_large(limits: Mapping[str, Any], found: Text) -> Text:
    return say("expected a number that is at most {limit}, found: {found}.", limit=str(limits["le"]), found=found)


def _too_long(limits: Mapping[str, Any], found: Text) -> Text:
    return count(
        "expected at most {n} item, found: {found}.",
        "expected at most {n} items, found: {found}.",
        n=int(limits["max_length"]),
        found=found,
    )


_LIMITS: dict[str, Callable[[Mapping[str, Any], Text], Text]] = {
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_long": _too_long,
}
_KINDS: dict[str, Wrong] = {
    "string_type": not_text,
    "int_type": not_whole,
    "int_parsing": not_whole,
    "int_parsing_size": lambda found: say("expected a whole number that is not so long, found: {found}.", found=found),
    "decimal_type": not_a_number,
    "decimal_parsing": not_a_number,
    "finite_number": not_a_number,
    "decimal_max_digits": lambda found: say("expected a number of at most 24 digits, found: {found}.", found=found),
    "decimal_whole_digits": lambda found: say("expected a number of at most 24 digits, found: {found}.", found=found),
    "decimal_max_places": lambda found: say(
        "expected a number with at most 8 decimal places, found: {found}.", found=found
    ),
    "list_type": no_list,
    "tuple_type": no_list,
    "dict_type": no_block,
    "model_type": no_block,
    "model_attributes_type": no_block,
}


def expected(kind: str, limits: Mapping[str, Any], value: object) -> Text:
    """Say what was expected, for a *kind* of error and the *limits* as pydantic gives them."""
    if kind in _LIMITS:
        return _LIMITS[kind](limits, shown(value))
    return _KINDS.get(kind, _another)(shown(value))


def _another(found: Text) -> Text:
    return say("expected another value, found: {found}.", found=found)
