"""Texts: whole English sentences that remember how they were made."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal, Self

from mainstream_cli.language.english import ENGLISH, Language

Value = str | int | Decimal | datetime.date  # a text is a str
How = Literal["and", "or", "unit"]
NOTHING: Mapping[str, Value] = {}


class Text(str):
    """A sentence in English that can be said in another language, for it remembers how it was made.

    *msgid* is the English sentence with its places in braces, *many* the same for more than one of ``values["n"]``,
    *context* tells apart two meanings of one English word. Values are typed: a ``str`` is data of the user or of the
    catalogue and stays as it is; an ``int``, a ``Decimal`` and a date are written as each language writes them; a
    ``Text`` is said in its turn. Braces are places only where there are values. What is cut, joined or put into an
    f-string becomes a plain ``str``: data.
    """

    __slots__ = ("context", "many", "msgid", "values")
    msgid: str
    many: str
    context: str
    values: Mapping[str, Value]

    def __new__(cls, msgid: str, many: str = "", context: str = "", values: Mapping[str, Value] = NOTHING) -> Self:
        """Make the sentence in English."""
        form = many if many and values["n"] != 1 else msgid
        text = super().__new__(cls, ENGLISH.filled(form, values) if values else form)
        text.msgid, text.many, text.context, text.values = msgid, many, context, values
        return text

    def __getnewargs__(self) -> tuple[str, str, str, Mapping[str, Value]]:  # type: ignore[override]
        return self.msgid, self.many, self.context, self.values

    def remembered(self) -> dict[str, object]:
        """Return what programs can tell it by, as JSON carries it: the English sentence with its places, the values."""
        values = {
            name: value.remembered() if isinstance(value, Text) else str(value) for name, value in self.values.items()
        }
        return {"message_id": self.msgid, "values": values}


class Several(Text):
    """A list in words: "A, B and C"; its parts are values with numbers for names."""

    __slots__ = ()

    def __new__(cls, msgid: str, many: str = "", context: str = "", values: Mapping[str, Value] = NOTHING) -> Self:
        """Make the list in English; *context* says how it is joined."""
        text = super(Text, cls).__new__(
            cls, ENGLISH.several([ENGLISH.value(part) for part in values.values()], context)
        )
        text.msgid, text.many, text.context, text.values = msgid, many, context, values
        return text


class NamedLanguage(Text):
    """The name of a language, which each language writes in its own way; *msgid* is its code."""

    __slots__ = ()

    def __new__(cls, msgid: str, many: str = "", context: str = "", values: Mapping[str, Value] = NOTHING) -> Self:
        """Name it in English."""
        text = super(Text, cls).__new__(cls, ENGLISH.name(msgid))
        text.msgid, text.many, text.context, text.values = msgid, many, context, values
        return text


class Spoken(Language):
    """A language that makes its sentences anew from what a text remembers."""

    def say(self, text: str) -> str:
        """Say a text; words that did not pass the door are data and stay as they are."""
        if isinstance(text, Several):
            return self.several([self.value(part) for part in text.values.values()], text.context)
        if isinstance(text, NamedLanguage):
            return self.name(text.msgid)
        if not isinstance(text, Text):
            return str(text)
        return self.filled(self.form(text), text.values) if text.values else self.form(text)


def say(msgid: str, **values: Value) -> Text:
    """Return a whole sentence; *msgid* is a literal with a place in braces for each of *values*."""
    return Text(msgid, values=values)


def count(one: str, many: str, *, n: int, **values: Value) -> Text:
    """Return a whole sentence that counts *n* of something; both forms are literals, and ``{n}`` may stand in them."""
    return Text(one, many, values={"n": n, **values})


def label(context: str, msgid: str, **values: Value) -> Text:
    """Return a short text whose English word has other meanings elsewhere; *context* says which this is."""
    return Text(msgid, context=context, values=values)


def several(parts: Iterable[Value], how: How = "and") -> Text:
    """Return a list in words: "A, B and C"; with *how* "unit" a plain enumeration: "A, B, C"."""
    return Several("", context=how, values={str(place): part for place, part in enumerate(parts)})


def stacked(parts: Iterable[Value]) -> Text:
    """Return texts one below the other."""
    values = {f"line{place}": part for place, part in enumerate(parts)}
    return Text("\n".join(f"{{{name}}}" for name in values), values=values)


def verbatim(text: str) -> Text:
    """Return words of the user or of the catalogue as a text: they are said as they are."""
    return text if isinstance(text, Text) else Text("{text}", values={"text": text})
