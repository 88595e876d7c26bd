"""How values become words in documents."""

import datetime
from collections.abc import Iterable

from mainstream_cli.language.english import ENGLISH, MONTHS

ILLUSTRATIVE = "illustrative"


def day_in_words(day: datetime.date) -> str:
    """Write a day: 7 June 2026."""
    return ENGLISH.day(day)


def moment_in_words(moment: str | None) -> str:
    """Write a year, month or day: 2026, June 2026, 7 June 2026."""
    parts = [int(part) for part in (moment or "").split("-") if part]
    match parts:
        case [year, month, day]:
            return day_in_words(datetime.date(year, month, day))
        case [year, month]:
            return f"{MONTHS[month - 1]} {year}"
    return moment or ""


def period_in_words(start: str | None, end: str | None) -> str:
    """Write a period: March 2026 to 2028."""
    if start and end and start != end:
        return f"{moment_in_words(start)} to {moment_in_words(end)}"
    if end and not start:
        return f"until {moment_in_words(end)}"
    if start and not end:
        return f"from {moment_in_words(start)}"
    return moment_in_words(start)


def marked(text: str | None, origin: str | None) -> str:
    """Return a text that will be printed, marked where its ``origin`` says that it is illustrative."""
    if not text or origin != ILLUSTRATIVE:
        return text or ""
    stripped = text.rstrip()
    return f"{stripped} ({ILLUSTRATIVE})"


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital first, a full stop last."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?:;…)" else f"{text}."


def lines(*parts: str | None) -> str:
    """Put the parts that are there on lines of their own."""
    return "\n".join(part.strip("\n") for part in parts if part and part.strip())


def labelled(label: str, text: str | None) -> str:
    """Return "Label: text", or nothing where there is no text."""
    return f"{label}: {text}" if text and text.strip() else ""


def listed(parts: Iterable[str | None], between: str = ", ") -> str:
    """Join the parts that are there."""
    return between.join(part for part in parts if part)


def counted(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: 1 action, 3 actions."""
    return f"{number} {one if number == 1 else many or one + 's'}"
