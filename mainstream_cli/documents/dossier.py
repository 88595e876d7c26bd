"""What the builders of document contexts are given."""

import datetime
from dataclasses import dataclass

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.project import Project


@dataclass(frozen=True)
class Dossier:
    """A project without private values, the catalogue, the conditions as assessed, and the day.

    ``ready`` tells whether the gate of the document's stage is ready; ``sign_off`` is the latest sign-off of that
    stage, and ``stale`` tells that what it covers has changed since. ``title`` is that of the document.
    """

    project: Project
    catalogue: Catalogue
    assessments: tuple[Assessment, ...]
    ready: bool
    today: datetime.date
    sign_off: SignOff | None = None
    stale: bool = False
    title: str = ""
