"""A language for tests: what passes the door stands between ⟦ and ⟧, accented and a third longer; the rest is plain."""

import datetime
import re
from collections.abc import Sequence

from mainstream_cli.language.english import ENGLISH
from mainstream_cli.language.text import Spoken, Text

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "àḃćđéƒĝĥíĵķļḿñöþǫŕšţüṽŵẋýžÀḂĆĐÉƑĜĤÍĴĶĻḾÑÖÞǪŔŠŢÜṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_PLACE = re.compile(r"(\{\w*\})")
LONGER = 3


class Pseudo(Spoken):
    """Says every text so that nobody can take it for English; values of the user stay as they are."""

    code = "qps"

    def form(self, text: Text) -> str:
        """Return the English form accented, longer and between its brackets; a form without letters stays."""
        parts = _PLACE.split(super().form(text))
        letters = sum(len(part) for part in parts[::2] if any(map(str.isalpha, part)))
        if not letters:
            return "".join(parts)
        accented = [part.translate(_LETTERS) if place % 2 == 0 else part for place, part in enumerate(parts)]
        return f"⟦{''.join(accented)}{'~' * -(-letters // LONGER)}⟧"

    def day(self, day: datetime.date) -> str:
        """Write a day with its month accented."""
        return f"⟦{super().day(day).translate(_LETTERS)}⟧"

    def name(self, code: str) -> str:
        """Write the name of a language accented."""
        return f"⟦{ENGLISH.name(code).translate(_LETTERS)}⟧"

    def several(self, parts: Sequence[str], how: str) -> str:
        """Write a list with a sign in place of its word."""
        return f" {'&' if how == 'and' else '|'} ".join(parts)
