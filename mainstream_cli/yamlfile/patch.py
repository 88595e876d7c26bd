"""Edits of a text by whole lines, gathered first and made together."""

from __future__ import annotations

from mainstream_cli.yamlfile.lines import Lines

Edit = tuple[int, int, str]


class Patch:
    """Collects the edits of one text; ``result`` applies them."""

    def __init__(self, lines: Lines, newline: str) -> None:
        self.lines = lines
        self.text = lines.text
        self.newline = newline
        self.edits: list[Edit] = []

    def result(self) -> str:
        """Return the text with all edits made."""
        pieces, position = [], 0
        for start, end, piece in sorted(self.edits, key=lambda edit: edit[:2]):
            pieces += [self.text[position:start], piece]
            position = end
        return "".join([*pieces, self.text[position:]])

    def first_line(self, line: int, column: int, floor: int) -> int:
        """Return where the comments directly above *line* begin; they belong to the key there."""
        while line - 1 > floor and self.lines.is_comment(line - 1) and self.lines.indent(line - 1) == column:
            line -= 1
        return line

    def last_line(self, line: int, column: int) -> int:
        """Return where the comments below *line* end that are indented deeper than its key; they belong to it too."""
        for below in range(line + 1, len(self.lines)):
            blank = self.lines.is_blank(below)
            if not blank and not self.lines.is_comment(below):
                break
            if self.lines.indent(below) > column:  # spaces alone count: a text block above would take them in
                line = below
            elif not blank:
                break
        return line

    def swallows(self, line: int, indent: int) -> bool:
        """Tell whether a text block indented by *indent* that ends above *line* would take in what stands there."""
        for below in range(line, len(self.lines)):
            if not self.lines.is_blank(below):
                return self.lines.indent(below) >= indent
            if len(self.lines[below]) > indent:
                return True
        return False

    def insert_before(self, line: int, added: list[str]) -> None:
        """Insert lines above *line*; below a line means above the next, which may be the end of the text."""
        start = self.lines.starts[line]
        self.edits.append((start, start, "".join(text + self.newline for text in added)))

    def delete(self, first: int, last: int) -> None:
        """Delete whole lines."""
        self.edits.append((self.lines.starts[first], self.lines.starts[last + 1], ""))
