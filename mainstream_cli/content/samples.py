"""The shipped sample projects, by name."""

from pathlib import Path

from mainstream_cli.content.bundle import content_dir
from mainstream_cli.language import say
from mainstream_cli.model.record import unknown_name

FOLDER = "sample_projects"
SANDORIA = "sandoria"
"""The invented country, whole and sound, that the course and the demo stand on."""


def sample_names() -> list[str]:
    """Return the names of the samples, in alphabetical order."""
    return sorted(path.parent.name for path in content_dir(FOLDER).glob("*/mainstream.yaml"))


def sample_folder(name: str) -> Path:
    """Return the folder of a shipped sample.

    Raises:
        UsageError: there is no sample of that name.
    """
    names = sample_names()
    if name not in names:
        raise unknown_name(say("There is no sample '{name}'.", name=name), name, names)
    return content_dir(FOLDER) / name
