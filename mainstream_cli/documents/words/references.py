"""Numbers the sources of a document in order of first use."""

from collections.abc import Iterable, Mapping

from mainstream_cli.documents.contexts.shared import Cited
from mainstream_cli.documents.words.wording import day_in_words, listed, marked
from mainstream_cli.model.registers.evidence import SourceDocument


class References:
    """Gives every source its number when it is first cited."""

    def __init__(self, sources: Mapping[str, SourceDocument]) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}

    def cite(self, ids: Iterable[str]) -> str:
        """Return the numbers of sources as "[1, 3]", an empty text for none."""
        numbers = sorted({self._numbers.setdefault(id_, len(self._numbers) + 1) for id_ in ids})
        return f"[{', '.join(str(number) for number in numbers)}]" if numbers else ""

    def listed(self) -> tuple[Cited, ...]:
        """Return the sources cited so far, by number."""
        return tuple(Cited(number=number, text=self._text(id_)) for id_, number in self._numbers.items())

    def _text(self, id_: str) -> str:
        source = self._sources.get(id_)
        if source is None:
            return f"{id_}: not described in the register of sources yet."
        return described(source)


def described(source: SourceDocument) -> str:
    """Describe a source in one line: author, title, date, edition, place, address and note."""
    when = day_in_words(source.date) if source.date else str(source.year or "")
    parts = (source.author, marked(source.title, source.origin), when, source.edition, source.place, source.note)
    said = [part.strip().rstrip(".") + "." for part in parts if part and part.strip()]
    return listed((*said, source.address), " ")  # an address ends without a full stop, which would break the link
