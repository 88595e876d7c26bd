"""Numbers as people write them: grouped, with a decimal comma, a sign of currency or per cent, a million."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mainstream_cli.model.numbers import in_file, latin
from mainstream_cli.model.readings.words import bare

LONGEST = 60
MISTAKABLE_LENGTH = len("-123.456")
_PARTS = re.compile(r"(?P<before>[^\d.,+-]*)(?P<sign>[-+]?) ?(?P<body>\d[\d ,.'٬٫]*|[.,٫]\d+)(?P<after>.*)", re.ASCII)
_SPACES = re.compile(r"\s+")  # of every width, also those that do not break
_GROUP_MARKS = {" ": "  ", "'": "'", ",": ",", ".": r"\.", "٬": "٬", "": ""}
_DECIMAL_MARKS = {".": r"\.", ",": ",", "٫": "٫"}
_PER_CENT = ("%", "per cent", "percent", "٪")
_POWERS = {
    **dict.fromkeys(("k", "thousand", "thousands"), (3,)),
    **dict.fromkeys(("lakh", "lakhs", "lac"), (5,)),
    **dict.fromkeys(("million", "millions", "mn", "mln", "mio"), (6,)),
    **dict.fromkeys(("crore", "crores"), (7,)),
    **dict.fromkeys(("bn", "milliard", "milliards", "mrd"), (9,)),
    **dict.fromkeys(("billion", "billions"), (9, 12)),  # a million million in many languages
}
_SIGNS = {"€": "EUR", "₹": "INR", "₦": "NGN", "₵": "GHS", "₱": "PHP", "₺": "TRY", "₴": "UAH", "₽": "RUB"}
_THREE_DECIMALS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


@dataclass(frozen=True)
class Around:
    """What stands around a number and says what it counts: its ``unit`` and ``currency``, None where nothing does."""

    unit: str | None = None
    currency: str | None = None

    @property
    def is_share(self) -> bool:
        """Whether the unit is per cent."""
        return any(word in (self.unit or "").casefold() for word in _PER_CENT)

    @property
    def has_parts(self) -> bool:
        """Whether decimals are usual in the unit: per cent, per 1,000 people, USD million."""
        words = (self.unit or "").casefold().replace(",", " ").split()
        return self.is_share or not {"per", *_POWERS}.isdisjoint(words)


def numbers(text: str, around: Around = Around()) -> list[int | str]:
    """Return the numbers that *text* can mean, as a file has them."""
    flat = _SPACES.sub(" ", latin(bare(text))).replace("\u2212", "-").replace("\u2019", "'").strip()
    found = _PARTS.fullmatch(flat) if len(flat) <= LONGEST else None
    if not found:
        return []
    sign = -1 if found["sign"] == "-" else 1
    values = [sign * value for value in _values(found["body"].strip())]
    words = [word for word in (found["before"].strip(), *_split(found["after"].strip())) if word]
    for word in words:
        values = _with(word, values, around)
    return list(dict.fromkeys(in_file(unmistakable(value)) for value in values))


def unmistakable(value: Decimal) -> Decimal:
    """Return *value* written without three decimals, which may be thousands: 1.5 for 1.500, 1.2340 for 1.234."""
    text = f"{value:f}"
    if not _THREE_DECIMALS.fullmatch(text):
        return value
    return Decimal(text.rstrip("0").rstrip(".")) if text.endswith("0") else Decimal(text + "0")


def mistakable(value: object, around: Around) -> bool:
    """Tell whether *value* reads as thousands in half of the world: 1.500, unless its unit has parts."""
    if not isinstance(value, str) or len(value) > MISTAKABLE_LENGTH or "." not in value or around.has_parts:
        return False
    return _THREE_DECIMALS.fullmatch(latin(value)) is not None


def _split(after: str) -> list[str]:
    """Return a word for a magnitude, and what follows it."""
    first, _, rest = after.partition(" ")
    return [first, rest] if first.casefold().rstrip(".") in _POWERS else [after]


def _values(body: str) -> Iterator[Decimal]:
    """Yield the values of digits with marks between them, by each way in which groups and decimals are marked."""
    seen = set()
    for group, group_sign in _GROUP_MARKS.items():
        for decimal, decimal_sign in _DECIMAL_MARKS.items():
            if group == decimal:
                continue
            found = re.fullmatch(
                rf"(?P<whole>{_grouping(group, group_sign)})(?:{decimal_sign}(?P<part>\d*))?", body, re.ASCII
            )
            if found:
                whole = found["whole"].replace(group, "") if group else found["whole"]
                value = Decimal(f"{whole or 0}.{found['part']}" if found["part"] else whole or "0")
                if value not in seen:
                    seen.add(value)
                    yield value


def _grouping(group: str, sign: str) -> str:
    if not group:
        return r"\d*"
    sign = sign.strip() or " "
    indian = rf"|[1-9]\d?(?:{sign}\d\d)+{sign}\d{{3}}" if group == "," else ""
    return rf"[1-9]\d{{0,2}}(?:{sign}\d{{3}})+{indian}"


def _with(word: str, values: list[Decimal], around: Around) -> list[Decimal]:
    """Return the values once *word* beside the digits is understood, none where it is not or contradicts."""
    small = word.casefold().rstrip(".")
    if around.unit and small == around.unit.casefold():
        return values
    if small in _PER_CENT:
        if around.unit is None and around.currency is None:
            return [value * scale for value in values for scale in (1, Decimal("0.01"))]
        return values if around.is_share else []
    if small in _POWERS:
        counted = any(name.rstrip("s") in (around.unit or "").casefold() for name in _POWERS if len(name) > 2)  # noqa: PLR2004
        return [*(values if counted else []), *(value.scaleb(power) for value in values for power in _POWERS[small])]
    return values if _is_currency(word, around) else []


def _is_currency(word: str, around: Around) -> bool:
    """Tell whether a currency beside the digits is said beside the field too, so that nothing is lost without it."""
    code = _SIGNS.get(word, "USD" if word == "US$" else word)
    is_sign = all(unicodedata.category(sign) == "Sc" for sign in code)  # one that several currencies share
    if around.currency:
        return is_sign or code == around.currency
    said = around.unit is None or code in around.unit or word in around.unit
    return said and (is_sign or bool(re.fullmatch("[A-Z]{3}", code)))
