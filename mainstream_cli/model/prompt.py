"""The one shape of everything that a person is asked, and what can come back."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from mainstream_cli.language import Text, label, say

BACK, SKIP, NOTE, HELP, QUIT = "back", "skip", "note", "help", "quit"
UNKNOWN_KEY, NOT_APPLICABLE_KEY = "unknown", "not_applicable"
KEYS = (BACK, SKIP, UNKNOWN_KEY, NOT_APPLICABLE_KEY, NOTE, HELP, QUIT)
STEP_KEYS = (BACK, SKIP, HELP, QUIT)  # at a follow-up or a field: only a question can be unknown or not apply
BACK_KEYS = (BACK, HELP, QUIT)  # where something has to be said or chosen
KEY_WORDS = {
    BACK: label("key", "back"),
    SKIP: label("key", "skip"),
    UNKNOWN_KEY: label("key", "unknown"),
    NOT_APPLICABLE_KEY: label("key", "not applicable"),
    NOTE: label("key", "note"),
    HELP: label("key", "help"),
    QUIT: label("key", "quit"),
}
NO_WORDS = Text("")
WHY = say("Why")  # the heading of a reason, which is for a desk and never for a wall
ADD = "+"  # the id of the option that adds what is not listed
Value = str | tuple[str, ...]
Lines = tuple[tuple[Text, Text], ...]


@dataclass(frozen=True)
class Option:
    """One thing to choose, with the words for it."""

    id: str
    label: Text


@dataclass(frozen=True)
class Prompt:
    """One thing to ask.

    ``kind`` is ``choice`` (one option), ``choices`` (any number), ``confirm`` (two options: yes, then no), ``text``, or
    ``page`` (nothing to answer, only to read). ``aside`` stands under the question, ``help`` behind a key; both are
    pairs of heading and text. Of the keys, those in ``keys`` act here, and no other. A default that is ``proposed``
    was not given before: whoever leaves it keeps nothing.
    """

    kind: str
    heading: Text
    text: Text
    place: Text = NO_WORDS
    aside: Lines = ()
    help: Lines = ()
    options: tuple[Option, ...] = ()
    default: Value = ""
    proposed: bool = False
    hint: Text = NO_WORDS
    problem: Text = NO_WORDS
    keys: tuple[str, ...] = KEYS
    suggestions: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class Given:
    """What was answered; for ``text`` it may be empty, for ``choices`` it is a tuple."""

    value: Value


@dataclass(frozen=True)
class Pressed:
    """One of the keys of the prompt, instead of an answer."""

    key: str


Reply = Given | Pressed
T = TypeVar("T")
Talk = Generator[Prompt, Reply, T]  # yields what is asked, is sent each reply, returns what came of it
