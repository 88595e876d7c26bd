"""Signs that nobody sees and that could rewrite a screen or turn a line around, made visible; the rest stays.

What a screen shows is marked with U+FFFD, one mark for one sign:

- control characters but tab and line break, which a terminal takes for commands; U+2028 and U+2029, which break lines
  unseen; halves of a letter, which stand for bytes of a file name that are not UTF-8;
- overrides (U+202D, U+202E): they make letters run against their nature, which no language needs;
- embeddings and isolates (U+202A to U+202C, U+2066 to U+2069) that begin or end on no partner in their line, for they
  turn around what others wrote beside them; with a partner they reach no further than the words that they came with,
  as in text copied from a phone or a chat;
- signs with no part in any word: old format controls, annotations, tags, fillers and a byte order mark within a text.

Left-to-right, right-to-left and Arabic letter marks stay, since Arabic and Hebrew need them beside digits and brackets
and they reach their neighbours only. Joiners stay, since Persian, the languages of India and emoji are spelled with
them, and so do soft hyphens and spaces of no width, where Khmer, Lao, Burmese and Thai may break a line.
"""

import re

MARK = "\ufffd"
_ALWAYS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202d\u202e"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
_PAIRED = "\u202a-\u202c\u2066-\u2069"
_MARKED = re.compile(f"[{_ALWAYS}]")
_DIRECTED = re.compile(f"[{_PAIRED}]")
_ESCAPED = re.compile(f"[{_ALWAYS}{_PAIRED}\u061c\u200e\u200f]")
_CLOSES = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}


def visible(text: str) -> str:
    """Return *text*, of the same length, with a mark for each sign that a screen must not follow."""
    return paired(_MARKED.sub(MARK, text))


def paired(text: str) -> str:
    """Return *text* with a mark for each embedding or isolate that has no partner in its line."""
    if not _DIRECTED.search(text):
        return text
    return "\n".join(map(_paired, text.split("\n")))


def _paired(line: str) -> str:
    signs, begun = list(line), list[int]()
    for found in _DIRECTED.finditer(line):
        begins = _CLOSES.get(found[0])
        if begins is None:
            begun.append(found.start())
        elif begun and line[begun[-1]] in begins:
            begun.pop()
        else:
            begun.append(found.start())
    for place in begun:
        signs[place] = MARK
    return "".join(signs)


def escaped(document: str) -> str:
    r"""Return a JSON document in which each such sign, and each mark of direction, is written as ``\uXXXX``."""
    return _ESCAPED.sub(_escape, document)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
