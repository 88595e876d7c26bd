"""What the builders of document contexts are given."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from mainstream_cli.content.reference import (
    crosswalk_names,
    load_crosswalk,
    load_evaluation,
    load_glossary,
    load_profile,
)
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.project import Project
from mainstream_cli.model.reference import Crosswalk, EvaluationGuide, Glossary, Profile


@dataclass(frozen=True)
class Dossier:
    """A project without private values, the catalogue, the conditions as assessed, and the day.

    ``ready`` tells whether the gate of the document's stage is ready; ``sign_off`` is the latest sign-off of that
    stage, and ``stale`` tells that what it covers has changed since. ``title`` is that of the document. What
    the catalogue offers to look up is read when it is first asked for.
    """

    project: Project
    catalogue: Catalogue
    assessments: tuple[Assessment, ...]
    ready: bool
    today: datetime.date
    sign_off: SignOff | None = None
    stale: bool = False
    title: str = ""

    @cached_property
    def menu(self) -> Profile:
        """The menu of indicators for a migration profile."""
        return load_profile(self.catalogue)

    @cached_property
    def glossary(self) -> Glossary:
        """The terms used in the process."""
        return load_glossary(self.catalogue)

    @cached_property
    def evaluation(self) -> EvaluationGuide:
        """The questions for an evaluation."""
        return load_evaluation(self.catalogue)

    @cached_property
    def crosswalks(self) -> tuple[Crosswalk, ...]:
        """The frameworks that the project has switched on."""
        known = crosswalk_names(self.catalogue.folder)
        return tuple(load_crosswalk(self.catalogue, name) for name in self.project.settings.frameworks if name in known)
