"""Words that come from outside, as a project can hold them."""

import datetime
import os
import re
from collections.abc import Container, Iterable
from typing import TypeVar, cast

from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.told import has_word
from mainstream_cli.model.types import day
from mainstream_cli.yamlfile import clean

T = TypeVar("T")
LEFT_OVER = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that it could not decode


def sound(text: str) -> str:
    """Return a text as files can hold it: real characters, none of them a control character.

    Raises:
        UsageError: the text is not UTF-8; storing it would lose letters.
    """
    try:
        return clean(os.fsencode(text).decode("utf-8") if LEFT_OVER.search(text) else text)
    except UnicodeError as error:
        action = say("Set the terminal to UTF-8, or write the text in the file with an editor. Nothing was changed.")
        raise UsageError(say("A text that was given is not UTF-8."), action=action, code="usage") from error


def stated(name: str, text: str) -> str:
    """Return what is said as the argument *name*.

    Raises:
        UsageError: it is empty or has no letter, or is not UTF-8.
    """
    if not text.strip():
        action = say("Name roles and organisations, letters and minutes; no personal names. Nothing was changed.")
        raise UsageError(say("{name} must not be empty.", name=Argument(name)), action=action, code="usage")
    said = sound(text).strip()
    if not has_word(said):
        message = say("{name} says nothing: '{words}'.", name=Argument(name), words=said)
        raise UsageError(message, action=say("Say it in words. Nothing was changed."), code="usage")
    return said


def referred(name: str, text: str, sources: Container[str]) -> str:
    """Return the letter, minute or order that is named as the argument *name*: by number, by day or as a source.

    Raises:
        UsageError: it names none, or is not UTF-8.
    """
    said = sound(text).strip()
    if said in sources or any(map(str.isdigit, said)):
        return said
    message = say("{name} says too little: '{words}'.", name=Argument(name), words=stated(name, text))
    action = say("Say which letter or minute, with its number or day, or name a source. Nothing was changed.")
    raise UsageError(message, action=action, code="usage")


def listed(given: Iterable[T]) -> list[T]:
    """Return what was given as a list; one text or path alone is one thing, not its letters."""
    return [cast(T, given)] if isinstance(given, str | os.PathLike) else list(given)


def on_day(when: datetime.date) -> datetime.date:
    """Return the day of a moment; Python counts a moment as a day, but compares it with none."""
    return when.date() if isinstance(when, datetime.datetime) else when


def on_day_said(name: str, said: str | datetime.date) -> datetime.date:
    """Return the day that is said as the argument *name*.

    Raises:
        UsageError: it is not a date.
    """
    found = day(said) if isinstance(said, str) else on_day(said)
    if found is None:
        message = say("{name}: '{words}' is not a date.", name=Argument(name), words=str(said))
        action = say("Write the day as {example}. Nothing was changed.", example="2026-06-07")
        raise UsageError(message, action=action, code="usage")
    return found


def day_to_come(name: str, said: str | datetime.date, today: datetime.date) -> datetime.date:
    """Return the day that is said as the argument *name*.

    Raises:
        UsageError: it is not a date, or it is past.
    """
    found = on_day_said(name, said)
    if found < today:
        message = say("{name}: {day} is past; today is {today}.", name=Argument(name), day=str(found), today=str(today))
        raise UsageError(message, action=say("Give a day that is still to come. Nothing was changed."), code="usage")
    return found
