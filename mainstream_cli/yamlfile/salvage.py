"""Read what stands of a file that the strict reader refuses: its sound top-level blocks, and all its problems at once.

A block goes from one key of the top level to the next. What cannot be read alone is blanked, so that the places of all
else stay as they are. It is for looking at only: nothing is written to such a file.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from mainstream_cli.yamlfile.decode import content_of, decode, guessed
from mainstream_cli.yamlfile.document import Document
from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.reader import end_of_first, parse

MOST = 100  # problems; what follows in such a file is not looked at
UNNAMED = ""
_KEY = re.compile(r""" *(?:"([^"]*)"|'([^']*)'|([^\s:#"'\[{][^:#]*?)) *:(?: |$)""")
_MERGE_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_NO_DATA = ("#", "---", "...", "%", *_MERGE_MARKS)
_NO_KEY = ("#", " ", "\t", "- ", "-\n", "]", "}", ":", "...", *_MERGE_MARKS)


@dataclass
class Reading:
    """What stands (None: nothing does), what is wrong, the lost top-level keys (UNNAMED for others), and the text."""

    document: Document | None
    problems: list[YamlProblem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    text: str = ""


def salvage(path: Path, folder: Path | None = None, text: str | None = None) -> Reading:
    """Read the file at *path*, which lies in *folder* if one is given, or *text* instead, as far as it goes.

    Never raises for what it holds.
    """
    if text is not None:
        return _read(text, path)
    try:
        content = content_of(path, folder)
    except YamlProblem as problem:
        return Reading(None, [problem], {UNNAMED})
    try:
        return _read(decode(content), path)
    except YamlProblem as problem:
        probable = guessed(content)
        reading = Reading(None, [], {UNNAMED}) if probable is None else _read(probable, path)
        reading.problems.insert(0, problem)
        return reading


def _read(text: str, path: Path) -> Reading:
    try:
        return Reading(parse(text, path), text=text)
    except YamlProblem as problem:
        lost = Reading(None, [problem], {UNNAMED})
        return replace(lost if problem.line is None else _Blocks(text, problem).read(path), text=text)


class _Blocks:
    """The rows of a text that cannot be read as a whole; a row is a line with its end."""

    def __init__(self, text: str, first: YamlProblem) -> None:
        self.rows = Lines(text.removeprefix("\ufeff")).rows
        self.first = first
        self.problems: list[YamlProblem] = []
        self.lost: set[str] = set()
        self.known: dict[str, range] = {}
        self.below = len(self.rows)
        content = [row for row, text in enumerate(self.rows) if text.strip() and not text.lstrip().startswith(_NO_DATA)]
        self.head = content[0] if content else None
        self.indent = min((len(self.rows[row]) - len(self.rows[row].lstrip(" ")) for row in content), default=0)

    def read(self, path: Path) -> Reading:
        """Look at each block alone, and return what stands as one text."""
        self.take_out_conflicts()
        row = 0
        while row < len(self.rows) and len(self.problems) < MOST:
            row = self.look_at(row) if self.starts(row) else row + 1
        if row < len(self.rows):
            self.lose({UNNAMED}, range(row, len(self.rows)))
        try:
            document = parse("".join(self.rows), path)
        except YamlProblem as problem:
            return Reading(None, self.problems or [problem], {UNNAMED})
        if not self.problems:  # each block is sound and the whole is not: nobody can tell which is meant
            return Reading(None, [self.first], {UNNAMED})
        return Reading(document, self.problems, self.lost)

    def look_at(self, begin: int) -> int:
        """Take out the block that begins in a row if it cannot stand; return the row after it."""
        if self.rows[begin].startswith("---"):
            return self.second_document(begin)
        end = self.next_start(begin + 1)
        key, problem = self.key(begin), self.problem(begin, end)
        if problem is not None:
            longer = end_of_first("".join(self.rows[begin:]))  # a quoted text may go on at the margin
            if longer is not None and begin + longer > end:
                end, problem = begin + longer, None
        if key in self.known and key:
            first = self.known[key]
            self.tell(self.refusal(f'"{key}":\n', first.start, f'"{key}":\n', begin))
            self.lose({key}, first)
        if problem is not None:
            self.problems.append(problem)
        if problem is not None or key in self.lost or begin > self.below:
            self.lose({key}, range(begin, end))
        self.known.setdefault(key, range(begin, end))
        return end

    def problem(self, begin: int, end: int) -> YamlProblem | None:
        """Return what is wrong with a block, for itself."""
        block = "".join(self.rows[begin:end])
        if self.rows[begin].startswith(" " * (self.indent + 1)):  # the first row, further in than all below
            return self.first
        with suppress(YamlProblem):
            if isinstance(parse(block).data, dict):
                return None
        margin = " " * self.indent
        before, after = f"{margin}x__before: 1\n", f"{margin}x__after: 1\n"  # the reader tells most between two keys
        between = self.refusal(block, begin, after, end)
        if begin:
            between = self.refusal(before, begin - 1, block + after, begin)
        inside = (each for each in (between, self.refusal(block, begin)) if each and begin < (each.line or 0) <= end)
        return next(inside, self.first)

    @staticmethod
    def refusal(text: str, row: int, other: str = "", below: int = 0) -> YamlProblem | None:
        """Return what the reader says to a text in its row, or to two that do not go together."""
        try:
            parse("\n" * row + text + "\n" * (below - row - text.count("\n")) + other)
        except YamlProblem as problem:
            return problem
        return None

    def tell(self, problem: YamlProblem | None) -> None:
        """Note a problem; one for which the reader finds no words is that of the whole."""
        self.problems.append(problem or self.first)

    def second_document(self, row: int) -> int:
        """Lose all that stands below a line --- within the content, though its own problems are told."""
        if any(self.starts(above) for above in range(row)):
            self.tell(self.refusal("x_:\n", row - 1, self.rows[row] + "x_:\n", row))
            self.rows[row] = "\n"
            self.below = row
        return row + 1

    def take_out_conflicts(self) -> None:
        """Take out every stretch between the marks of an unfinished merge, with the blocks that it cuts."""
        begin = None
        for row, text in enumerate(self.rows):
            if text.startswith("<<<<<<<") and begin is None:
                begin = row
            elif text.startswith(">>>>>>>") and begin is not None and len(self.problems) < MOST:
                stretch = range(begin, row + 1)
                self.tell(self.refusal("".join(self.rows[begin : row + 1]), begin))
                self.lose_with_blocks(stretch)
                begin = None

    def lose_with_blocks(self, stretch: range) -> None:
        """Lose a stretch of rows, and the blocks of which it holds a part."""
        after = [row for row in stretch if self.rows[row - 1].startswith(_MERGE_MARKS) and row > stretch.start]
        begin = stretch.start
        if not all(self.starts(row) or self.rows[row].startswith(_MERGE_MARKS) for row in after):
            begin = next((row for row in range(begin, -1, -1) if self.starts(row)), begin)
        end = self.next_start(stretch.stop)
        keys = {self.key(row) for row in range(begin, end) if self.starts(row)}
        self.lose(keys or {UNNAMED}, range(begin, end))

    def lose(self, keys: set[str], rows: range) -> None:
        """Blank rows that cannot be read, and remember their keys."""
        self.lost |= keys
        self.rows[rows.start : rows.stop] = ["\n"] * len(rows)

    def starts(self, row: int) -> bool:
        """Tell whether a top-level key begins in a row, or something that stands where one should."""
        if row == self.head:
            return True
        margin, inner = self.rows[row][: self.indent], self.rows[row][self.indent :]
        return bool(inner.strip()) and not margin.strip(" ") and not inner.startswith(_NO_KEY)

    def next_start(self, row: int) -> int:
        """Return the next row in which a block begins, else the row after the last."""
        return next((each for each in range(row, len(self.rows)) if self.starts(each)), len(self.rows))

    def key(self, row: int) -> str:
        """Return the key in a row, UNNAMED where none can be read."""
        found = _KEY.match(self.rows[row].rstrip("\r\n"))
        return next(filter(None, found.groups()), UNNAMED) if found else UNNAMED
