"""A condition for successful mainstreaming: what is claimed, and what the record must show of it."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, model_validator

from mainstream_cli.model.content_item import Content, Provenance
from mainstream_cli.model.relations import Comparison, Relation, leaves
from mainstream_cli.model.types import Id, Text


class Line(Content):
    """One thing that the record can show, in words (those of the relation where there are none) and as a relation."""

    words: str = ""
    holds: Relation


class Condition(Content):
    """One of the conditions for successful mainstreaming: what the team claims, and what the record shows of it.

    All lines of ``seen`` together carry the claim, one line of ``some`` carries half of it, one of ``against``
    contradicts it. A condition of the first edition, with ``met`` and ``partly_met``, is a claim that shows itself.
    """

    code: Annotated[str, Field(pattern=r"^C\d{2}$")]
    title: Text
    text: Text
    question: Text
    needed_by: Id
    who: tuple[Text, ...]
    remedy: Text
    waivable: bool = True
    claim: Relation
    claim_partly: Relation
    seen: tuple[Line, ...]
    some: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()
    source: Provenance

    @model_validator(mode="before")
    @classmethod
    def _from_first_edition(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "met" not in data:
            return data
        now = {name: value for name, value in data.items() if name not in ("met", "partly_met")}
        both = {"claim": data["met"], "seen": [{"holds": data["met"]}]}
        if "partly_met" in data:
            both |= {"claim_partly": data["partly_met"], "some": [{"holds": data["partly_met"]}]}
        return both | now

    @property
    def lines(self) -> tuple[Line, ...]:
        """All that the record can show, for it and against it."""
        return (*self.seen, *self.some, *self.against)

    @property
    def shows_itself(self) -> bool:
        """Whether nothing but the answers is looked at for evidence."""
        return all(line.holds == self.claim for line in self.seen)

    @property
    def asks(self) -> tuple[str, ...]:
        """The questions whose answers claim it."""
        deciding = (leaf for claim in (self.claim, self.claim_partly) for leaf in leaves(claim))
        return tuple(
            dict.fromkeys(leaf.name for leaf in deciding if isinstance(leaf, Comparison) and leaf.subject == "question")
        )

    @property
    def relations(self) -> Iterator[tuple[tuple[str | int, ...], Relation]]:
        """Every relation with its place, the claims first."""
        yield from ((("claim",), self.claim), (("claim_partly",), self.claim_partly))
        for part in ("seen", "some", "against"):
            yield from (((part, n, "holds"), line.holds) for n, line in enumerate(getattr(self, part)))
