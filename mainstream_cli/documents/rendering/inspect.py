"""Reads the tags of a template without filling it, and says what is wrong with them and where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2.exceptions import TemplateSyntaxError

from mainstream_cli.documents.rendering.allowed import refuse_unsafe
from mainstream_cli.documents.rendering.layout import layout_remarks
from mainstream_cli.documents.rendering.names import Reader, forbidden
from mainstream_cli.documents.rendering.package import FILLED, Package, as_bytes, open_package, parse, without_home
from mainstream_cli.documents.rendering.sandbox import NarrowEnvironment
from mainstream_cli.documents.rendering.strayed import refuse_joined, refuse_strayed_tags
from mainstream_cli.documents.rendering.tags import Paragraph, paragraphs
from mainstream_cli.language import Text, say
from mainstream_cli.model.remark import Remark

MUST_SHOW = ("cover.standing", "cover.notice", "cover.designations")
_NO_CELL = "colspan", "cellbg"
_LIST = "mainstream template list DOCUMENT"
_ACTIONS = {"T03": say("See the fields: {command}", command=_LIST), "T04": say("Take the tag out.")}


@dataclass
class Inspection:
    """A template made ready for filling, and what was noticed on the way."""

    package: Package
    remarks: list[Remark] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Tell whether it can be filled."""
        return not any(each.severity == "error" for each in self.remarks)


def inspect(content: bytes, shape: dict[str, Any]) -> Inspection:
    """Open a template, make its tags whole, and compare them with the names that its document offers.

    Raises:
        Refusal: it is no Word document, or holds what templates may not hold.
    """
    done, reader = Inspection(without_home(open_package(content))), Reader(shape)
    refuse_strayed_tags(done.package)
    refuse_unsafe(done.package)
    for end, words in FILLED.items():
        for name in done.package.of_type(end):
            tree = parse(name, done.package.parts[name])
            found = list(paragraphs(tree))
            done.remarks += [*layout_remarks(words, found), *_tag_remarks(words, found, reader)]
            done.package.parts[name] = as_bytes(tree)
            refuse_joined(words, done.package.parts[name])
    done.remarks += [*_unread(done.package), *_left_out(reader, shape)]
    return done


def _tag_remarks(part: str, found: list[Paragraph], reader: Reader) -> list[Remark]:
    """Read the tags of a part as one Jinja source in which every paragraph is a line."""
    environment = NarrowEnvironment()
    problems = [each for paragraph in found for each in _misspelt(environment, paragraph)]
    if not problems:
        try:
            source = "\n".join(_line(paragraph) for paragraph in found)
            tree = environment.parse(source)
            environment.compile(source)  # which also notices filters that are not offered
        except TemplateSyntaxError as error:
            problems.append(
                (error.lineno, "T02", say("A tag is not written correctly: {reason}", reason=error.message or ""))
            )
        else:
            problems += [(line, "T04", _reads_another(kind)) for line, kind in forbidden(tree)]
            first = len(reader.unknown)
            reader.read(tree)
            problems += [(each.line, "T03", each.message) for each in reader.unknown[first:]]
    return [_remark(part, found, *each) for each in problems]


def _reads_another(kind: str) -> Text:
    return say("A tag would read another file ({tag}); a template stands in one file.", tag=kind)


def _misspelt(environment: NarrowEnvironment, paragraph: Paragraph) -> list[tuple[int, str, Text]]:
    """Try each value tag alone, so that all faults come out and not only the first."""
    problems = []
    for tag in paragraph.tags:
        if tag.printing:
            try:
                environment.compile(tag.source)
            except TemplateSyntaxError as error:
                message = say("{tag} is not written correctly: {reason}", tag=tag.source, reason=error.message or "")
                problems.append((paragraph.number, "T02", message))
            except RecursionError:
                message = say("{tag} is not written correctly: it is nested too deeply", tag=tag.source)
                problems.append((paragraph.number, "T02", message))
    return problems


def _line(paragraph: Paragraph) -> str:
    return "".join(_plain(each.source) for each in paragraph.tags)


def _plain(source: str) -> str:
    """Write docxtpl's own tags for cells as Jinja knows them."""
    words = source[2:-2].strip("- ").split(" ", 1)
    if source.startswith("{%") and words[0] in _NO_CELL:
        return f"{{{{ {words[1] if len(words) > 1 else ''} }}}}"
    return "" if source.startswith("{%") and words[0] in ("vm", "hm") else source


def _remark(part: str, found: list[Paragraph], line: int, code: str, message: Text) -> Remark:
    paragraph = found[min(line, len(found)) - 1]
    action = _ACTIONS.get(code, say("Open the template in Word and correct the tag."))
    return Remark(code, "error", message, action, part, paragraph.number, paragraph.snippet)


def _unread(package: Package) -> Iterator[Remark]:
    """Notice comments, which would stand in every document."""
    comments = [parse(name, package.parts[name]) for name in package.of_type("wordprocessingml.comments+xml")]
    if any(len(tree) for tree in comments):
        message = say("It holds comments, which will stand in every document made from it.")
        yield Remark("T11", "warning", message, say("In Word: Review, Delete, Delete All Comments."), "comments")


def _left_out(reader: Reader, shape: dict[str, Any]) -> list[Remark]:
    remarks = []
    for path in MUST_SHOW:
        if path not in reader.used and path.split(".")[1] in shape.get("cover", {}):
            message = say("It never prints {field}, which must stand on page one of every document.", field=path)
            action = say("Add {tag} to page one.", tag=f"{{{{ {path} }}}}")
            remarks.append(Remark("T10", "warning", message, action))
    for name in shape:
        if name not in reader.used:
            message = say(
                "It never uses '{field}': what the project holds there will not be in the document.", field=name
            )
            remarks.append(Remark("T09", "note", message, say("Leave it so, or add it: {command}", command=_LIST)))
    return remarks
