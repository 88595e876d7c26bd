"""Every text of a project's public files with its place, and the sentences that deserve a closer look."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mainstream_cli.model.project import Project, Ref
from mainstream_cli.model.record import Path, Record

# Ids, codes, addresses of documents, and what tables said in words of the file's own shape.
LEFT_OUT = {"address", "budget_code", "code", "digest", "sha256", "sdg", "gcm", "kind", "edition", "wording", "page"}
SHORT = 6
ABBREVIATION = (
    r"(?<!\b[Nn]o\.)(?<!\b[Nn]r\.)(?<!\b[Tt]el\.)(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\b[DS]r\.)(?<!\b[Ss]tr\.)(?<!\bSt\.)"
)
UPPER = "A-ZÀ-ÖØ-ÞА-Я"
CAPITAL = rf"{UPPER}\u0600-\u06ff"  # Arabic letters have no size
SENTENCE = re.compile(rf"(?<=[.!?;؟؛]){ABBREVIATION}\s+(?=[{CAPITAL}0-9\"'(«“¿¡])|\n\s*\n|\n(?=\s*[-*])")


class Passage(NamedTuple):
    """One sentence, also in small letters, and the field it stands in."""

    ref: Ref
    words: str
    small: str


def passages(project: Project) -> Iterator[Passage]:
    """Yield every sentence of the texts that a team wrote into answers, registers and the journal."""
    for kind, records in (("answers", project.answers), *project.registers.items(), ("journal", project.journal)):
        yield from _of(kind, records)
    if project.settings.notice:
        notice = project.settings.notice
        yield Passage(Ref("settings", "", ("notice",)), notice, notice.casefold())


def _of(kind: str, records: Mapping[str, Record]) -> Iterator[Passage]:
    for id_, record in records.items():
        for path, text in _texts(record, ()):
            ref = Ref(kind, id_, path, public=True)
            one = "\n" not in text and not mentions(text, (". ", "! ", "? ", "; ", "؟ ", "؛ "))
            for part in (text,) if one else SENTENCE.split(text):
                sentence = " ".join(part.split())
                if len(sentence) >= SHORT:  # a text may be cut into a hundred thousand pieces that say nothing
                    yield Passage(ref, sentence, sentence.casefold())


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if len(value) >= SHORT and (" " in value or "@" in value or any(map(str.isdigit, value))):
            yield path, value
    elif isinstance(value, Record):
        for name, inner in value.__dict__.items():
            if inner and name not in LEFT_OUT:
                yield from _texts(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))


def mentions(words: str, hints: Iterable[str]) -> bool:
    """Tell whether one of the *hints* stands in the words; asked of every sentence, so without a generator."""
    return any(map(words.__contains__, hints))


def has(pattern: str, words: str) -> bool:
    """Tell whether a pattern is found; ``re`` compiles it at its first use, so that start-up pays nothing."""
    return re.search(pattern, words) is not None


def match(pattern: str, words: str) -> list[str]:
    """Return every stretch of the words that a pattern finds."""
    return [found[0] for found in re.finditer(pattern, words)]
