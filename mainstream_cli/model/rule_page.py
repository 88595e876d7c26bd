"""The page of the manual on one code, as other programs show it beside a finding."""

import inspect
from dataclasses import dataclass

from mainstream_cli.language import Text, say, stacked
from mainstream_cli.model.finding import Severity


@dataclass(frozen=True)
class RulePage:
    """A code, what it stands for in one line, then in full, the whole page, and how serious it usually is."""

    code: str
    title: Text
    text: Text
    page: Text
    severity: Severity


@dataclass(frozen=True)
class Manual:
    """The page on a code, from the docstring of its rule: each paragraph is a text with the code as its context."""

    title: Text
    paragraphs: tuple[Text, ...]
    passes: Text
    fails: Text

    @classmethod
    def of(cls, code: str, docstring: str) -> "Manual":
        """Read the page on *code*."""
        said, _, examples = inspect.cleandoc(docstring).partition("Passes:")
        passes, _, fails = examples.partition("Fails:")
        title, *paragraphs = (_paragraph(code, part) for part in said.strip().split("\n\n"))
        return cls(title, tuple(paragraphs), _paragraph(code, passes), _paragraph(code, fails))

    @property
    def whole(self) -> Text:
        """The page as running text, with its examples."""
        said = [line for part in (self.title, *self.paragraphs) for line in (part, "")]
        examples = [say("Passes: {example}", example=self.passes), say("Fails: {example}", example=self.fails)]
        return stacked([*said, *(examples if self.passes else ())])


def _paragraph(code: str, text: str) -> Text:
    return Text(" ".join(text.split()), context=code)
