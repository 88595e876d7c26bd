"""What each file of ``checklists/`` holds as a whole, beside the sheets."""

from typing import Annotated

from pydantic import Field

from mainstream_cli.model.catalogue import TermList, Work
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.content_item import Content
from mainstream_cli.model.types import Id, Text


class Index(Content):
    """What ``catalogue.yaml`` holds: name, edition, order of stages and sectors, and who has which role."""

    name: Id
    edition: Text
    title: Text
    about: Text
    stages: Annotated[tuple[Id, ...], Field(min_length=1)]
    sectors: tuple[Id, ...]
    moved: dict[Id, Id] = Field(default_factory=dict)
    retired: dict[Id, Text] = Field(default_factory=dict)
    roles: dict[Id, Id] = Field(default_factory=dict)


class Vocabulary(Content):
    """What ``vocabulary.yaml`` holds: the closed lists, and the words for the answers that every question accepts."""

    answers: dict[Id, Text] = Field(default_factory=dict)
    lists: dict[Id, TermList] = Field(default_factory=dict)


class Conditions(Content):
    """What ``conditions.yaml`` holds."""

    conditions: tuple[Condition, ...] = ()


class Bibliography(Content):
    """What ``bibliography.yaml`` holds."""

    works: dict[Id, Work]
