"""Words as people write them where an id, a code or a term of a closed list belongs."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mainstream_cli.model.numbers import latin

QUOTES = "\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u300c\u300d"
Names = Callable[[Iterable[str], str], list[str]]
"""From registers and words to the ids of the entries that the words name."""


def bare(text: str) -> str:
    """Return *text* without the quotation marks and spaces around it, of whatever kind."""
    return text.strip().strip(QUOTES).strip()


def terms(text: str, labels: Mapping[str, str]) -> list[str]:
    """Return the terms of a closed list that *text* names in other letters or by a label."""
    said = _flat(text)
    return [id_ for id_, label in labels.items() if said in (_flat(id_), _flat(str(label)))]


def codes(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Return the code that *text* is once written in capitals, without a word before or a sign after it."""
    said = latin(bare(text)).upper()
    tries = (said, said.replace(" ", ""), re.sub(r"^[A-Z]+ ?(?=\d)", "", said), said.strip("$"), said.lower())
    return list(dict.fromkeys(code for code in tries if pattern.fullmatch(code)))[:1]


def ids(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Return the id that *text* is once written in small letters with _ between words."""
    said = re.sub(r"[\s-]+", "_", bare(text).casefold())
    return [said] if pattern.fullmatch(said) else []


def names_in(registers: Mapping[str, Mapping[str, Any]]) -> Names:
    """Return what finds entries by title, abbreviation or id in other letters; entries are records or plain data."""
    known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for register, entries in registers.items():
        for id_, entry in entries.items():
            fields = entry if isinstance(entry, dict) else getattr(entry, "__dict__", {})
            said = {_flat(str(word)) for word in (id_, fields.get("title"), fields.get("abbreviation")) if word}
            for words in said:
                known[register][words].append(id_)

    def find(where: Iterable[str], text: str) -> list[str]:
        words = _flat(text)
        return list(dict.fromkeys(id_ for register in where for id_ in known[register].get(words, ()))) if words else []

    return find


def named(where: Iterable[str], text: str, names: Names | None) -> list[str]:
    """Return the ids that *text* names in the registers *where*, none when *names* are not known."""
    return names(where, text) if names else []


def _flat(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", bare(text).casefold())
