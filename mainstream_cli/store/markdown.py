"""A page of Markdown said in the language that is spoken: each heading, paragraph, item and cell is a text of its own.

Of an example in YAML its comments and its prose are said, and the rest stays as it is.
"""

import re
import textwrap
from collections.abc import Iterator

from mainstream_cli import yamlfile
from mainstream_cli.language import Text, speak

WIDTH = 120
_FENCE = "```"
_AS_IT_IS = re.compile(r"\s*|\{\w+\}|\|[-|]+\|")
_HEADING = re.compile(r"(#+ )(.+)")
_ROW = re.compile(r"\| (.+) \|")
_CODE = re.compile(r"`[^`]+`")
_BESIDE = re.compile(r"(?P<code>\s*\S.*?\s+# )(?P<words>.+)")
_PROSE = re.compile(r"(?P<key>\s*(?:- )?\w+: )(?P<words>[A-Z]\w* .+)")
_LINE_OF_TEXT = re.compile(r"(?P<indent>\s+)(?P<words>[A-Z][^:]+\.)")


def said(page: str) -> str:
    """Return a page in the language that is spoken; in English, line for line as it is."""
    parts = page.split(_FENCE)
    return _FENCE.join(_example(part) if number % 2 else _prose(part) for number, part in enumerate(parts))


def _prose(text: str) -> str:
    return "\n".join(list(_blocks(text.split("\n")))[:-1])


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield the lines anew, block by block: a line of its own, an item or a paragraph with the lines that go on."""
    block: list[str] = []
    for line in [*lines, ""]:
        alone = any(form.fullmatch(line) for form in (_AS_IT_IS, _HEADING, _ROW))
        if block and (alone or line.startswith("- ")):
            yield from _paragraph(block)
            block = []
        if alone:
            yield _alone(line)
        else:
            block.append(line)


def _alone(line: str) -> str:
    if heading := _HEADING.fullmatch(line):
        return f"{heading[1]}{_spoken(heading[2])}"
    if row := _ROW.fullmatch(line):
        return f"| {' | '.join(cell if _CODE.fullmatch(cell) else _spoken(cell) for cell in row[1].split(' | '))} |"
    return line


def _paragraph(lines: list[str]) -> list[str]:
    mark = "- " if lines[0].startswith("- ") else ""
    words = " ".join(line.strip() for line in lines).removeprefix(mark)
    if _spoken(words) == words:
        return lines
    return textwrap.wrap(
        f"{mark}{_spoken(words)}",
        WIDTH,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _example(text: str) -> str:
    return "\n".join(map(_line_of_example, text.split("\n")))


def _line_of_example(line: str) -> str:
    if found := _BESIDE.fullmatch(line):
        return f"{found['code']}{_spoken(found['words'])}"
    if found := _PROSE.fullmatch(line):
        words = _spoken(found["words"])
        return line if words == found["words"] else f"{found['key']}{yamlfile.spelled(words)}"
    found = _LINE_OF_TEXT.fullmatch(line)
    return f"{found['indent']}{_spoken(found['words'])}" if found else line


def _spoken(words: str) -> str:
    return speak(Text(words))
