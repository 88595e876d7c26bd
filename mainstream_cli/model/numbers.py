"""The one grammar of numbers: files, ``set``, ``fill``, money and tables accept what ``number`` accepts, nothing else.

A number is digits of one script, each at its own value, with a minus before and a point before decimals where needed.
Whatever a program somewhere reads as another magnitude (1e3, 12_5, 0x10, 017, 1:30, .5, nan) is none.
"""

import re
import unicodedata
from decimal import Context, Decimal

MAX_DIGITS = 24
LONGEST = 2 * MAX_DIGITS
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
EXACT = Context(prec=80)  # amounts have up to 24 digits and rates as well; no product or sum of them is rounded


def latin(text: str) -> str:
    """Return *text* with the digits of every script as 0 to 9; digits of two scripts side by side are left alone."""
    if text.isascii():  # nearly every text of a project
        return text
    digits = [character for character in text if character.isdecimal()]
    if len({ord(digit) - unicodedata.decimal(digit) for digit in digits}) > 1:
        return text
    return "".join(str(unicodedata.decimal(character)) if character.isdecimal() else character for character in text)


def number(value: object) -> Decimal | None:
    """Return *value* as a decimal number, or None when it is not one, or longer than any figure can be."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        result = Decimal(value)
    elif isinstance(value, str) and len(value) <= LONGEST and NUMBER.fullmatch(text := latin(value)):
        result = Decimal(text)
    else:
        return None
    if not result.is_finite() or abs(result.adjusted()) >= MAX_DIGITS or len(result.as_tuple().digits) > MAX_DIGITS:
        return None
    return result


def whole(value: object) -> int | None:
    """Return *value* as a whole number, or None when it is not one."""
    found = number(value)
    return int(found) if found is not None and found == found.to_integral_value() else None


def typed(text: str) -> int | str:
    """Return what was typed into a field for numbers as a file has it; what is no number stays as it is."""
    found = number(text.strip())
    return text if found is None else in_file(found)


def in_file(value: Decimal) -> int | str:
    """Return a number as a file has it: a whole one as a number, every other as text, which keeps 1.10 as it is."""
    text = f"{value:f}"
    return int(text) if re.fullmatch("-?(?:0|[1-9][0-9]{0,17})", text) else text
