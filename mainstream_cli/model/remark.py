"""What a check of a Word template has to say about one place of it."""

from dataclasses import asdict, dataclass
from typing import Any

from mainstream_cli.language import Text, label, say, verbatim

PARTS = {
    "body": label("part", "body"),
    "header": label("part", "header"),
    "footer": label("part", "footer"),
    "footnotes": label("part", "footnotes"),
    "endnotes": label("part", "endnotes"),
    "comments": label("part", "comments"),
}


@dataclass(frozen=True)
class Remark:
    """One thing noticed in a template; *part* is where it stands (body, header, ...), *paragraph* counts from 1 there.

    ``paragraph`` is 0 when the remark is about the whole template; *severity* is ``error``, ``warning`` or ``note``.
    """

    code: str
    severity: str
    message: Text
    action: Text
    part: str = ""
    paragraph: int = 0
    text: str = ""

    @property
    def place(self) -> Text:
        """Say where it is, in words."""
        part = PARTS.get(self.part, verbatim(self.part))
        if not self.paragraph:
            return part if self.part else say("the whole template")
        place = say("paragraph {number}", number=self.paragraph)
        if self.text:
            place = say('paragraph {number} "{text}"', number=self.paragraph, text=self.text)
        return say("{part}: {place}", part=part, place=place)

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it: *part*, *paragraph* and *text* stand together under ``where``."""
        where = {"part": self.part, "paragraph": self.paragraph, "text": self.text}
        rest = {key: value for key, value in asdict(self).items() if key not in where}
        return {**rest, **self.message.remembered(), "where": where}
