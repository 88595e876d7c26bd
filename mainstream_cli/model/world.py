"""A project on a day, and a fact that is worked out of it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from mainstream_cli.language import Text
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project


class World(Protocol):
    """A project on a day."""

    @property
    def project(self) -> Project:
        """The project."""

    @property
    def catalogue(self) -> Catalogue:
        """Its catalogue."""

    @property
    def today(self) -> datetime.date:
        """The day."""


@dataclass(frozen=True)
class Computed:
    """One fact that is worked out, under a *label*; one *by_year* can change with every year of the plan."""

    label: Text
    work: Callable[[Any, Any], object]
    by_year: bool = False


def id_of(world: World, register: str, entry: object) -> str:
    """Return the id of an entry."""
    return next((id_ for id_, known in world.project.entries(register).items() if known is entry), "")
