"""What taking copies of tables back finds out, question by question and entry by entry."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mainstream_cli.model.blocks import Block

Outcome = Literal["added", "confirmed", "differs", "settled"]
News = Literal["added", "filled", "differs", "joined", "renamed"]


@dataclass(frozen=True)
class QuestionViews:
    """What the tables say to one question.

    ``added``: the tables agree and nothing stood there; ``confirmed``: they agree with what stood there; ``differs``:
    no view is chosen yet; ``settled``: one is chosen, and other views stay on record. ``views`` counts tables by answer
    in words; ``fresh`` tells whether these copies bring anything new. A private question shows counts only.
    """

    question: str
    number: str
    title: str
    outcome: Outcome
    views: tuple[tuple[str, int], ...]
    tables: tuple[str, ...]
    silent: tuple[str, ...]
    fresh: bool
    private: bool = False

    @property
    def agreeing(self) -> int:
        """The largest number of tables that say the same."""
        return max((count for _, count in self.views), default=0)


@dataclass(frozen=True)
class EntryNews:
    """What a table brings to one entry; ``fields`` names what was filled in or is recorded otherwise."""

    register: str
    id: str
    title: str
    table: str
    news: News
    fields: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True)
class Proposal:
    """Two entries of one title that may be one: ``id`` would become ``keep``."""

    register: str
    id: str
    keep: str
    title: str
    table: str


@dataclass(frozen=True)
class Refused:
    """A copy that was left out: why, where, and what to do."""

    table: str
    message: str
    action: str
    where: str = ""
    code: str = ""


@dataclass(frozen=True)
class Gathered:
    """The result of comparing copies with the project, and the blocks to write."""

    tables: tuple[str, ...]
    questions: tuple[QuestionViews, ...]
    entries: tuple[EntryNews, ...]
    proposals: tuple[Proposal, ...]
    older: tuple[tuple[str, str, str], ...]
    changes: Mapping[str, Mapping[str, Block | None]]

    @property
    def outcomes(self) -> Counter[str]:
        """How many questions have which outcome."""
        return Counter(question.outcome for question in self.questions)
