"""What of a project may be shown to others, wherever it was written down."""

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project
from mainstream_cli.rules.blocks import open_part


def printed(project: Project, catalogue: Catalogue) -> Project:
    """Return what documents print of a public project: of a sample all, since all in it is public or invented."""
    return open_part(project, catalogue) if project.settings.sample is None else project
