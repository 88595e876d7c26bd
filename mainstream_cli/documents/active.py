"""Fields of Word that fetch a file or start a program."""

import re

from docx.oxml.ns import qn
from lxml import etree

from mainstream_cli.documents.refusal import Refusal

_ACTIVE = re.compile(
    r'\s*"?(ADDIN|ASK|DATABASE|DDE|DDEAUTO|FILLIN|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|QUOTE|RD)\b',
    re.IGNORECASE,
)


def refuse_active_fields(part: etree._Element) -> None:
    """Look at every field of a part, in whatever pieces Word has written it.

    Raises:
        Refusal: a field fetches or starts something (T06).
    """
    for instruction in _instructions(part):
        found = _ACTIVE.match(instruction)
        if found:
            message = f"It holds a field {found[1].upper()}, which fetches another file or starts something."
            raise Refusal("T06", message, "Take the field out in Word (Alt+F9 shows the fields).")


def _instructions(part: etree._Element) -> list[str]:
    done = [each.get(qn("w:instr")) or "" for each in part.iter(qn("w:fldSimple"))]
    open_: list[str] = []
    for each in part.iter(qn("w:fldChar"), qn("w:instrText")):
        if each.tag == qn("w:instrText"):
            if open_:
                open_[-1] += each.text or ""
            else:
                done.append(each.text or "")
        elif each.get(qn("w:fldCharType")) == "begin":
            open_.append("")
        elif each.get(qn("w:fldCharType")) == "end" and open_:
            done.append(open_.pop())
    return done + open_
