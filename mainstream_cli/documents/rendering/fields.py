"""The fields of Word that a document may hold; any other fetches, starts or prompts something, or could one day."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from mainstream_cli.documents.rendering import known
from mainstream_cli.documents.rendering.addresses import harmless
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.language import Text, say

_SKIPPED = {"rPr", "pPr", "fldChar"}
_NAME = re.compile(r"\s*([A-Za-z]+|=)(?!\w)|\s*=")
_RECKONS = re.compile(r"\s*(IF\s|=)", re.IGNORECASE)
_WORDPROCESSING = qn("w:p").partition("}")[0][1:], "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_WITH_WORD, _WITH_NOTHING = {r"\l", r"\o", r"\t", r"\*"}, {r"\n", r"\m", r"\h", r"\*MERGEFORMAT"}


def refuse_fields(part: str, tree: etree._Element) -> None:
    """Look at every field of a part, in whatever pieces it is written; fields inside fields as well.

    Raises:
        Refusal: a field is none of those that are offered, or its instruction cannot be told (T06).
    """
    read: set[etree._Element] = set()
    for field in tree.iter("{*}fldSimple"):
        _judge(part, _attribute(field, "instr"))
    for mark in tree.iter("{*}fldChar"):
        kind = _attribute(mark, "fldCharType")
        if kind not in ("begin", "separate", "end"):
            raise _refusal(part, say("It holds a field that is not written as Word does."))
        if kind == "begin":
            _judge(part, "".join(_instruction(part, mark, read)))
    if any(each not in read for each in tree.iter("{*}instrText", "{*}delInstrText")):
        raise _refusal(part, say("It holds an instruction of a field outside the field."))


def _instruction(part: str, begin: etree._Element, read: set[etree._Element]) -> Iterator[str]:
    """Yield the pieces of a field's own instruction; only IF and = may hold other fields and text."""
    depth, so_far = 0, ""
    for element in _following(begin):
        name = _name(element)
        if name not in known.IN_CODE:
            raise _refusal(part, say("It holds a field whose instruction is mixed with other things."))
        kind = _attribute(element, "fldCharType") if name == "fldChar" else ""
        if depth == 0 and kind in ("separate", "end"):
            return
        if (kind == "begin" or name == "t") and not _RECKONS.match(so_far):
            raise _refusal(part, say("It holds a field whose instruction is made of text or of other fields."))
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth == 0 and name == "instrText":
            read.add(element)
            so_far += element.text or ""
            yield element.text or ""


def _following(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what comes after an element in the document, without what only gives it a look."""
    here: etree._Element | None = element
    into = False
    while here is not None:
        below = next(here.iterchildren("*"), None) if into else None
        while below is None and here is not None:
            below, here = here.getnext(), here.getparent()
        here = below
        if here is not None and isinstance(here.tag, str):
            yield here
            into = _name(here) not in _SKIPPED


def _name(element: etree._Element) -> str:
    """Return the plain name of an element of WordprocessingML; one of another language keeps its own."""
    name = etree.QName(element)
    return name.localname if name.namespace in _WORDPROCESSING else str(element.tag)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def _judge(part: str, instruction: str) -> None:
    found = _NAME.match(instruction)
    name = found[0].strip().upper() if found else ""
    if found is None or name not in known.FIELDS:
        raise _refusal(part, _unknown("".join(instruction.split()[:1])[:40].upper()))
    if name == "HYPERLINK" and not _leads_well(instruction[found.end() :]):
        shown = instruction.strip()[:80]
        raise _refusal(part, say("It holds a link to another file ({instruction}).", instruction=shown))


def _unknown(field: str) -> Text:
    if not field:
        return say("It holds a field without an instruction, which could fetch another file or start something.")
    return say("It holds a field {field}, which could fetch another file or start something.", field=field)


def _leads_well(rest: str) -> bool:
    """Tell whether the words after HYPERLINK name web and mail addresses and places in the document only."""
    tokens = iter(_TOKEN.findall(rest))
    leads = False
    for quoted, bare in tokens:
        if bare in _WITH_WORD:
            argument = "".join(next(tokens, ("", "")))
            if bare != r"\o" and set(argument) & set("/\\:"):
                return False
            leads = leads or bare == r"\l"
        elif bare not in _WITH_NOTHING:
            if not harmless(quoted or bare):
                return False
            leads = True
    return leads


def _refusal(part: str, message: Text) -> Refusal:
    action = say(
        "Take the field out in Word ({keys} shows the fields); links may lead to web and mail addresses only.",
        keys="Alt+F9",
    )
    return Refusal("T06", message, action, part)
