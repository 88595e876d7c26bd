"""Numbers of people that need no word beside them to be known: telephones, identity documents, coordinates.

The libraries that know the numbers of the world's countries are loaded only for a text that has digits enough.
"""

import re
from functools import cache
from typing import Any

from mainstream_cli.rules.texts import UPPER

MANY_DIGITS = r"(?:\d[ ().-]{0,2}){7}"
PLUS = r"(?<![\w.])\+(?:\d[ ().-]{0,2}){8}"
THOUSANDS = r"\d{1,3}(?:[ .]\d{3})+"
YEARS = r"(?:(?:19|20)\d\d\D{0,3}){2,}"
YEAR = r"(?<!\d[ .-])\b(?:19|20)\d\d\b"
DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
PASSPORT = r"(?<![\w/.-])(?:[A-Z]{2}(?!(?:19|20)\d\d)\d{6,8}|\d{2}[A-Z]{2}\d{5})(?![\w/]|[.,-]\d)"
SHORT_FORM = r"(?<![\w/.-])[A-Z]\d{7,8}(?![\w/]|[.,-]\d)"
MACHINE_READ = r"(?<![A-Z0-9<])[A-Z0-9<]{5,44}<<[A-Z0-9<]{8,}"  # the lines at the foot of a passport
NUMBERED = (
    r"(?i:\bn ?[°º]|№|\bn[or]\.|\bnúm\.|\bnum[eé]ro\b|\bرقم\b)[ :]{0,3}"
    r"(?:[A-Z]{1,2} ?\d{6,8}|(?!(?:19|20)\d\d)\d{8,12})(?![\w/]|[ .,-]\d)"
)
NAME = rf"[{UPPER}][^\W\d_{UPPER}]\w*"
TWO_NAMES = rf"\b{NAME},? {NAME}"
NO_CAPITALS = r"[\u0590-\u0dff]"
COORDINATES = r"(?<![\d.,])(?!-?0[.,]\d+\D{1,4}0[.,])-?\d{1,2}[.,]\d{4,}[° ]?[NSns]?[,; ]{1,3}-?\d{1,3}[.,]\d{4,}"
ARC = r"\d{1,3} ?[°º] ?\d{1,2} ?['′’´] ?\d{1,2}(?:[.,]\d+)? ?(?:[\"″”]|['′’´]{2})"
SEXAGESIMAL = rf"{ARC} ?[NSns]?[,;/ ]{{0,3}}(?:[EWOewo] ?)?{ARC}"
LONG_ID = r"(?<![\d.,/-])\d(?:[ -]?\d){10,17}(?![\d/]|[.,-]\d)"
PERSONS = {  # the numbers of persons that have a date or check digits in them, and eleven digits or more
    "BR": "cpf", "CN": "ric", "CU": "ni", "DO": "cedula", "EE": "ik", "FR": "nir", "GR": "amka", "ID": "nik",
    "IN": "aadhaar", "KR": "rrn", "LT": "asmens", "LV": "pvn", "MU": "nid", "MY": "nric", "NO": "fodselsnummer",
    "PK": "cnic", "PL": "pesel", "RO": "cnp", "SI": "emso", "TH": "pin", "TR": "tckimlik", "ZA": "idnr",
}  # fmt: skip


def has_telephone(words: str, iso3: str | None) -> bool:
    """Tell whether a text has a telephone number: an international one, or one as the project's country writes them."""
    if not re.search(MANY_DIGITS, re.sub(YEAR, " ", words)):
        return False
    import phonenumbers

    free = {phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.UAN}
    found = phonenumbers.PhoneNumberMatcher(words, _region(iso3), leniency=phonenumbers.Leniency.VALID)
    return any(_is_written_as_one(each) and phonenumbers.number_type(each.number) not in free for each in found)


def is_international(words: str) -> bool:
    """Tell whether a text has a number with a plus that can be that of a telephone in some country."""
    if not re.search(PLUS, words):
        return False
    import phonenumbers

    found = phonenumbers.PhoneNumberMatcher(words, None, leniency=phonenumbers.Leniency.POSSIBLE)
    return any(
        not re.fullmatch(rf"\+{THOUSANDS}", match.raw_string) or phonenumbers.is_valid_number(match.number)
        for match in found
    )


def _is_written_as_one(match: Any) -> bool:
    """Tell a telephone number from a figure with its thousands apart, from years, and from a code of many digits."""
    text = match.raw_string
    if re.search(DATE, text):
        return False
    if text.startswith(("+", "0", "(")):
        return True
    return not text.isdigit() and not re.fullmatch(THOUSANDS, text) and not re.fullmatch(YEARS, text)


def has_document(words: str) -> bool:
    """Tell whether a text has the number of a passport: by its letters and digits, or by its mark and a name."""
    if re.search(PASSPORT, words):
        return True
    return has_name(words) and bool(re.search(NUMBERED, words) or re.search(SHORT_FORM, words))


def has_name(words: str) -> bool:
    """Tell whether a text may have the name of a person: two words with a capital, or a script without capitals."""
    return bool(re.search(TWO_NAMES, words) or re.search(NO_CAPITALS, words))


def has_national_id(words: str, iso3: str | None) -> bool:
    """Tell whether a text has a person's number by the check digits of the country, or the foot of a passport."""
    if re.search(MACHINE_READ, words):
        return True
    region = _region(iso3) if re.search(LONG_ID, words) else None
    if region not in PERSONS:
        return False
    from stdnum.util import get_cc_module

    module: Any = get_cc_module(region.lower(), PERSONS[region])
    return any(module.is_valid(found[0]) for found in re.finditer(LONG_ID, words))


@cache
def _region(iso3: str | None) -> str | None:
    from iso3166 import countries_by_alpha3

    country = countries_by_alpha3.get(iso3 or "")
    return country.alpha2 if country else None


def has_coordinates(words: str) -> bool:
    """Tell whether a text has the coordinates of a place, exact to ten metres."""
    return re.search(COORDINATES, words) is not None or ("°" in words and re.search(SEXAGESIMAL, words) is not None)
