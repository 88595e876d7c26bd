"""What the builders of document contexts are given."""

import datetime
from dataclasses import dataclass

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.project import Project


@dataclass(frozen=True)
class Material:
    """A project without private values, the catalogue, the conditions as assessed, the gate, and the day."""

    project: Project
    catalogue: Catalogue
    assessments: tuple[Assessment, ...]
    ready: bool
    today: datetime.date
