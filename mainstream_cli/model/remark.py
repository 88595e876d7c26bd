"""What a check of a Word template has to say about one place of it."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Remark:
    """One thing noticed in a template; *part* is where it stands (body, header, ...), *paragraph* counts from 1 there.

    ``paragraph`` is 0 when the remark is about the whole template; *severity* is ``error``, ``warning`` or ``note``.
    """

    code: str
    severity: str
    message: str
    action: str
    part: str = ""
    paragraph: int = 0
    text: str = ""

    @property
    def place(self) -> str:
        """Say where it is, in words."""
        if not self.paragraph:
            return self.part or "the whole template"
        snippet = f' "{self.text}"' if self.text else ""
        return f"{self.part}, paragraph {self.paragraph}{snippet}"

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)
