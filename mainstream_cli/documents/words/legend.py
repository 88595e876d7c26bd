"""Notes that several rows of a table share: said once below the table, with letters in the rows."""

from collections import Counter
from collections.abc import Callable, Iterable
from string import ascii_lowercase
from typing import TypeVar

from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import lines, listed, sentence
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.entry import Entry

E = TypeVar("E", bound=Entry)
R = TypeVar("R", bound=Record)
SHARED_BY = 3
FOR_ALL = "All rows"


class Legend:
    """Decides which notes of a table are shared, and gives them letters in order of first use."""

    def __init__(self, notes: Iterable[Iterable[str | None]], for_all: str = FOR_ALL) -> None:
        rows = [set(filter(None, each)) for each in notes]
        self._counts = Counter(note for row in rows for note in row)
        self._rows = len(rows)
        self._all = for_all
        self._letters: dict[str, str] = {}
        self._for_all: dict[str, None] = {}

    def own(self, *notes: str | None) -> str:
        """Return the notes that a row has for itself, one a line."""
        return lines(*(note for note in notes if note and not self._shared(note)))

    def letters(self, *notes: str | None) -> str:
        """Return the letters of the notes that a row shares with others, such as "(a)"; none for what all share."""
        return listed((self._letter(note) for note in dict.fromkeys(notes) if note and self._shared(note)), " ")

    def refer(self, note: str) -> str:
        """Return the letter of a note that stands below the table however many rows share it."""
        if note not in self._letters:
            place = len(self._letters)
            turn, letter = divmod(place, len(ascii_lowercase))
            self._letters[note] = f"({ascii_lowercase[letter]}{turn or ''})"
        return self._letters[note]

    def listed(self) -> tuple[str, ...]:
        """Return the notes below the table."""
        for_all = (f"{self._all}: {sentence(note)}" for note in self._for_all)
        return (*for_all, *(f"{letter} {sentence(note)}" for note, letter in self._letters.items()))

    def _shared(self, note: str) -> bool:
        return self._counts[note] >= SHARED_BY

    def _letter(self, note: str) -> str:
        if self._counts[note] == self._rows:
            self._for_all[note] = None
            return ""
        return self.refer(note)


def with_notes(scribe: Scribe, entries: Iterable[E], row: Callable[[Scribe, E, Legend], R]) -> Rows[R]:
    """Return a row for each entry; the notes that several of them have stand below the table."""
    found = list(entries)
    legend = Legend([scribe.note(each)] for each in found)
    return Rows(rows=tuple(row(scribe, each, legend) for each in found), notes=legend.listed())
