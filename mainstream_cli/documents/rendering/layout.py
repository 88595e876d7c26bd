"""Whether the tags of a template stand where they can work: whole, alone where they must be, loops well closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from mainstream_cli.documents.rendering.tags import HALF, TAG, Paragraph, Tag, tag_of
from mainstream_cli.language import Text, say
from mainstream_cli.model.remark import Remark

TRACKED = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
OPENERS = {"for", "if", "macro", "call", "filter"}
ACCEPT = say('In Word: Review, Accept, "Accept All Changes and Stop Tracking"; save.')
_OF_ITS_OWN = {
    "p": say("Give the tag a paragraph of its own."),
    "tr": say("Give the tag a table row of its own."),
    "tc": say("Give the tag a table cell of its own."),
}


@dataclass(frozen=True)
class _Opened:
    word: str
    scope: str
    within: Any
    paragraph: int


def layout_remarks(part: str, found: list[Paragraph]) -> Iterator[Remark]:
    """Yield what is wrong with the places of tags in one part."""
    for paragraph in found:
        for code, message, action in (*_tracked(paragraph), *_halves(paragraph), *_company(paragraph)):
            yield Remark(code, "error", message, action, part, paragraph.number, paragraph.snippet)
    yield from _crossings(part, found)


Problem = tuple[str, Text, Text]


def _tracked(paragraph: Paragraph) -> Iterator[Problem]:
    names = {qn(name) for name in TRACKED}
    above = any(each.tag in names or _row_changed(each) for each in paragraph.element.iterancestors())
    if above or next(paragraph.element.iter(*names), None) is not None:
        yield (
            "T08",
            say("It has tracked changes here, so that it is not clear which text is meant: accept the changes first."),
            ACCEPT,
        )


def _row_changed(element: Any) -> bool:
    """Tell whether a table row, or a cell of it, was put in or struck out as a whole."""
    marks = {"w:tr": ("w:trPr/w:ins", "w:trPr/w:del"), "w:tc": ("w:tcPr/w:cellIns", "w:tcPr/w:cellDel")}
    paths = next((paths for tag, paths in marks.items() if element.tag == qn(tag)), ())
    return any(element.find("/".join(map(qn, path.split("/")))) is not None for path in paths)


def _halves(paragraph: Paragraph) -> Iterator[Problem]:
    half = HALF.search(TAG.sub("", paragraph.text))
    if half:
        message = say("'{half}' stands alone: a tag begins and ends in the same paragraph.", half=half[0])
        action = say(
            "Write the whole tag, such as {tag}, in one paragraph; or delete the braces.", tag="{{ cover.title }}"
        )
        yield "T02", message, action


def _company(paragraph: Paragraph) -> Iterator[Problem]:
    """Find text that would vanish with the paragraph, row or cell that a tag stands for."""
    for tag in paragraph.tags:
        if tag.scope not in ("p", "tr", "tc") or tag.printing:
            continue
        home = paragraph.home(tag.scope)
        if home is None:
            action = say("Write {begin} instead, or move the tag into a row of a table.", begin="{%p")
            yield "T02", _homeless(tag), action
            continue
        others = "".join(text.text or "" for text in home.iter(qn("w:t")))
        lost = " ".join(_without(others, tag).split())
        if lost:
            yield "T02", _lost(lost[:60], tag.scope), _OF_ITS_OWN[tag.scope]


def _homeless(tag: Tag) -> Text:
    if tag.scope == "tr":
        return say("A tag for a table row stands outside a table: {tag}", tag=tag.source)
    return say("A tag for a table cell stands outside a table: {tag}", tag=tag.source)


def _lost(text: str, scope: str) -> Text:
    if scope == "p":
        return say("'{text}' would be lost: the tag beside it takes the whole paragraph.", text=text)
    if scope == "tr":
        return say("'{text}' would be lost: the tag beside it takes the whole table row.", text=text)
    return say("'{text}' would be lost: the tag beside it takes the whole table cell.", text=text)


def _without(text: str, own: Tag) -> str:
    """Take the tag itself out of the text of its paragraph, row or cell, once."""
    for found in TAG.finditer(text):
        if tag_of(found[0]) == own:
            return text[: found.start()] + text[found.end() :]
    return text


def _crossings(part: str, found: list[Paragraph]) -> Iterator[Remark]:
    """Find loops and conditions that begin in one cell, box or kind of tag and end in another."""
    open_: list[_Opened] = []
    for paragraph in found:
        for tag in paragraph.tags:
            word = _word(tag)
            home = paragraph.home(tag.scope) if tag.scope in ("p", "tr", "tc") else None
            here = _Opened(word, tag.scope, None if home is None else home.getparent(), paragraph.number)
            if word in OPENERS:
                open_.append(here)
            elif word.startswith("end") and open_:
                before = open_.pop()
                if (before.scope, before.within) != (here.scope, here.within):
                    action = say(
                        "Let both stand in the same cell or box, with the same letters after {begin}.", begin="{%"
                    )
                    message = _crossed(before, here)
                    yield Remark("T05", "error", message, action, part, paragraph.number, paragraph.snippet)


def _word(tag: Tag) -> str:
    return tag.source[2:].lstrip("- ").split(" ", 1)[0] if tag.source.startswith("{%") else ""


def _crossed(before: _Opened, here: _Opened) -> Text:
    if before.scope != here.scope:
        return say(
            "{end} does not fit the {start} of paragraph {number}: one begins with {first}, the other with {second}.",
            end=here.word,
            start=before.word,
            number=before.paragraph,
            first=f"{{%{before.scope}",
            second=f"{{%{here.scope}",
        )
    return say(
        "{end} does not fit the {start} of paragraph {number}: they stand in different cells, boxes or tables.",
        end=here.word,
        start=before.word,
        number=before.paragraph,
    )
