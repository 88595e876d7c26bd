"""The lines of a text, as editors and the parser count them."""

from __future__ import annotations

import re
from itertools import pairwise


class Lines:
    """The lines of a text: where each starts and where it ends, its line break left out.

    ``starts`` has one more entry, the end of the text.
    """

    def __init__(self, text: str) -> None:
        breaks = [(found.start(), found.end()) for found in re.finditer(r"\r\n|\r|\n", text)]
        self.text = text
        self.starts = [0, *(end for _, end in breaks), len(text)]
        self.ends = [*(start for start, _ in breaks), len(text)]

    @property
    def rows(self) -> list[str]:
        """The lines with their line breaks."""
        return [self.text[start:end] for start, end in pairwise(self.starts)]

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, line: int) -> str:
        return self.text[self.starts[line] : self.ends[line]]

    def indent(self, line: int) -> int:
        """Return the number of spaces that *line* begins with."""
        return len(self[line]) - len(self[line].lstrip(" "))

    def is_blank(self, line: int) -> bool:
        """Tell whether *line* holds nothing but spaces."""
        return not self[line].strip()

    def is_comment(self, line: int) -> bool:
        """Tell whether *line* holds nothing but a comment."""
        return self[line].lstrip(" \t").startswith("#")
