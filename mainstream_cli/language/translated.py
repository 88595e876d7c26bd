"""A language with a catalogue of translations; numbers, dates and lists as Babel's locale data write them."""

import datetime
import gettext
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Literal

from mainstream_cli.language.text import Spoken, Text

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Message

DOMAIN = "messages"
STYLES: dict[str, Literal["standard", "or", "unit"]] = {"and": "standard", "or": "or", "unit": "unit"}


class Translated(Spoken):
    """Says what its catalogue has; what is not translated yet is said in English."""

    def __init__(self, code: str, translations: gettext.NullTranslations) -> None:
        self.code = code
        self._translations = translations

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale

        return Locale.parse(self.code)

    def form(self, text: Text) -> str:
        """Return the translated sentence with its places, in the plural form that its number needs."""
        if not text.msgid:
            return text.msgid
        here = self._translations
        if not text.many:
            return here.pgettext(text.context, text.msgid) if text.context else here.gettext(text.msgid)
        number = text.values["n"]
        assert isinstance(number, int)  # noqa: S101 (count takes nothing else)
        return here.ngettext(text.msgid, text.many, number)

    def number(self, value: Decimal) -> str:
        """Write a number with the marks of the language, in Latin digits."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale, decimal_quantization=False)

    def day(self, day: datetime.date) -> str:
        """Write a day as the language does."""
        from babel.dates import format_date

        return format_date(day, "long", locale=self._locale)

    def several(self, parts: Sequence[str], how: str) -> str:
        """Write a list as the language does."""
        from babel.lists import format_list

        return format_list(parts, style=STYLES[how], locale=self._locale)


def catalogue(folder: Path) -> gettext.NullTranslations:
    """Read the translations in ``LC_MESSAGES``: compiled as installed, else the ``.po`` of a checkout."""
    compiled = folder / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if compiled.is_file():
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(BytesIO(compiled_from(compiled.with_suffix(".po"))))


def compiled_from(source: Path) -> bytes:
    """Return a ``.po`` file as the ``.mo`` that gettext reads, less what is fuzzy or cannot be said: that is English.

    A count without one of its forms cannot: Babel would fill it in with English by its place, and say "0 error". Nor
    can a sentence whose places in braces are not those of the English one.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with source.open("rb") as lines:
        translated = read_po(lines, locale=source.parent.parent.name)
    for message in list(translated):
        if message.id and not _can_be_said(message):
            translated.delete(message.id, message.context)
    write_mo(compiled, translated)
    return compiled.getvalue()


def _can_be_said(message: "Message") -> bool:
    forms = [message.string] if isinstance(message.string, str) else message.string or [""]
    places = _places(message.id if isinstance(message.id, str) else message.id[-1])
    return all(form and _places(form) <= places for form in forms)


def _places(form: str) -> set[str]:
    """Return the names in braces; braces that do not close are a place that no sentence has."""
    try:
        return {name for _, name, _, _ in Formatter().parse(form) if name is not None}
    except ValueError:
        return {form}
