"""How English writes values; the pattern of every language."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mainstream_cli.language.text import Text, Value

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LARGE = 1000  # from here on a number of things has its thousands apart; years and lines stay as they are


class Language:
    """What a language is asked for; English, the language of the source, answers by itself."""

    code = "en"

    def form(self, text: "Text") -> str:
        """Return the sentence with its places, in the plural form that its number needs."""
        return text.many if text.many and text.values["n"] != 1 else text.msgid

    def filled(self, form: str, values: Mapping[str, "Value"]) -> str:
        """Put the values into a sentence, a count with its thousands apart; braces in a value are none of ours."""
        said = {name: self.value(value) for name, value in values.items()}
        if isinstance(number := values.get("n"), int) and number >= LARGE:
            said["n"] = self.number(Decimal(number))
        return form.format_map(said)

    def value(self, value: "Value") -> str:
        """Write one value; what the user wrote stays as it is."""
        if isinstance(value, str):
            return self.say(value)
        if isinstance(value, Decimal):
            return self.number(value)
        return self.day(value) if isinstance(value, datetime.date) else str(value)

    def say(self, text: str) -> str:
        """Say a text; words that did not pass the door are data and stay as they are."""
        return str.__str__(text)

    def number(self, value: Decimal) -> str:
        """Write a number with thousands apart and no more decimals than it has: 1,250,000 or 12.5."""
        digits = f"{value:,f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits

    def day(self, day: datetime.date) -> str:
        """Write a day: 7 June 2026."""
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

    def name(self, code: str) -> str:
        """Write the name of a language: French; one that nobody has named stays a code."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code, sep="-").get_display_name(self.code) or code
        except (UnknownLocaleError, ValueError):
            return code

    def several(self, parts: Sequence[str], how: str) -> str:
        """Write a list: A, B and C, or A, B, C."""
        if how == "unit":
            return ", ".join(parts)
        *first, last = parts or ("",)
        return f"{', '.join(first)} {how} {last}" if first else last


ENGLISH = Language()
