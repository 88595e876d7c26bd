"""The right line where a file cannot be read, or its lines stand at a wrong level: tried, and kept only if it reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from mainstream_cli.yamlfile.lines import Lines
from mainstream_cli.yamlfile.problem import YamlProblem
from mainstream_cli.yamlfile.respell import spelled
from mainstream_cli.yamlfile.salvage import salvage

_CLOSED_BY = {
    "\u201c": "\u201d\u201c",
    "\u201e": "\u201c\u201d",
    "\u201d": "\u201d",
    "\u00ab": "\u00bb",
    "\u2018": "\u2019",
}
_LINE = re.compile(r"(?P<head> *(?:- +)*(?:(?P<key>[\w-]+|\"[^\"]*\"): +|(?<=- )))(?P<rest>\S.*?)[ \t]*")
_GLUED = re.compile(r"(?P<head> *(?:- +)*(?P<key>[a-z_][a-z0-9_]*):)(?P<rest>[^\s/].*)")
_TOP = re.compile(r"(?P<key>[A-Za-z_]\w*):(?P<rest>\s.*|$)")


@dataclass(frozen=True)
class Mended:
    """A text with some lines written otherwise; ``lines`` maps their numbers, from 1, to what is right."""

    text: str
    lines: dict[int, str]


def mended(text: str, problem: YamlProblem, closed: Collection[str]) -> Mended | None:
    """Return *text* with the one line that puts *problem* right, None where there is none or more than one.

    *closed* names the fields that hold no free text: what stands there is not put in quotation marks.
    """
    if problem.line is None or problem.code != "F02":
        return None
    lines, before = Lines(text).rows, _problems(text, problem.line)
    found: dict[str, Mended] = {}
    for number in dict.fromkeys((problem.line - 1, problem.line - 2)):
        if not 0 <= number < len(lines):
            continue
        line = lines[number].rstrip("\r\n")
        for new in _tries(line, closed):
            whole = "".join([*lines[:number], new, lines[number][len(line) :], *lines[number + 1 :]])
            if _problems(whole, problem.line) < before:
                found.setdefault(new, Mended(whole, {number + 1: new}))
        if found:
            break
    return next(iter(found.values())) if len(found) == 1 else None


def _tries(line: str, closed: Collection[str]) -> Iterator[str]:
    match = _LINE.fullmatch(line)
    if match:
        head, rest = match["head"], match["rest"]
        inner = _without_smart_quotes(rest)
        if inner is not None:
            yield head + spelled(inner)
        elif match["key"] not in closed and _is_one_text(rest):
            yield head + spelled(rest)
    elif (match := _GLUED.fullmatch(line)) and not match["rest"].startswith((":", "#")):
        yield f"{match['head']} {match['rest']}"


def _without_smart_quotes(rest: str) -> str | None:
    """Return the text between two quotation marks of which at least one is not what a keyboard types."""
    curly = "\u201d\u201c\u2019" if rest[0] in "\"'" else ""
    ends = _CLOSED_BY[rest[0]] + '"' if rest[0] in _CLOSED_BY else curly
    inner = rest[1:-1]
    return inner if len(rest) > 1 and rest[-1] in ends and not set(inner) & {rest[0], rest[-1]} else None


def _is_one_text(rest: str) -> bool:
    """Tell whether the rest of a line can only be one text: a half-open bracket or quotation mark may be anything."""
    if " #" in rest or rest[0] in "|>":
        return False
    if rest[0] in "\"'":
        return rest.count(rest[0]) % 2 == 0
    for opened, closed in ("[]", "{}"):
        if rest[0] == opened:
            return rest.count(opened) == rest.count(closed) and not rest.endswith(closed)
    return True


def _problems(text: str, line: int) -> int:
    """Count what is wrong with a text down to a line."""
    return sum((each.line or 0) <= line for each in salvage(Path(), text=text).problems)


def indented(text: str, names: Collection[str]) -> Mended | None:
    """Return *text* with the fields in *names* moved below the id that they follow, None where none stand at its level.

    Only lines that follow each other count: after an empty line or a comment nobody knows whose field it is.
    """
    walk = _Levels(names)
    lines = Lines(text).rows
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else ""
        walk.see(number, line.rstrip("\r\n"), after)
    if not walk.moved:
        return None
    right = {number: " " * walk.moved[number] + lines[number] for number in walk.moved}
    return Mended(
        "".join(right.get(number, line) for number, line in enumerate(lines)),
        {number + 1: line.rstrip("\r\n") for number, line in right.items()},
    )


class _Levels:
    """Looks at one line after the other; ``moved`` says by how many spaces which lines move."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = names
        self.moved: dict[int, int] = {}
        self.seen: set[str] | None = None  # the fields of the block that is open, None when none is
        self.step = 0
        self.moving = False

    def see(self, number: int, line: str, after: str) -> None:
        top = _TOP.match(line)
        if not line.strip() or line.startswith("#"):
            self.seen, self.moving = None, False
        elif top and self.seen is not None and top["key"] in self.names and not re.match(r" +title:", after):
            self.moving = top["key"] not in self.seen
            self.seen.add(top["key"])
            self._move(number)
        elif top:
            bare = not top["rest"].partition("#")[0].strip()
            self.seen, self.step, self.moving = (set() if bare else None), 0, False
        elif self.moving:
            self._move(number)
        elif self.seen is not None and (field := re.match(r"( +)(\w+):", line)):
            self.step = self.step or len(field[1])
            if len(field[1]) == self.step:
                self.seen.add(field[2])

    def _move(self, number: int) -> None:
        if self.moving:
            self.moved[number] = self.step or 2
