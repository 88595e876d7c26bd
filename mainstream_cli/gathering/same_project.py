"""Whether a folder is a copy of this project at all, and what its table is called."""

from collections.abc import Sequence
from pathlib import Path

from mainstream_cli.gathering.entries import same_title
from mainstream_cli.language import Text, say
from mainstream_cli.model.gathering import Refused
from mainstream_cli.model.project import Settings


def table_names(project: Path, folders: Sequence[Path]) -> list[str]:
    """Return the names of the tables: those of their folders, with the folder above where that tells nothing.

    A folder that kept the name of the project, or a name that stands twice, tells nothing.
    """
    names = [folder.name for folder in folders]
    return [
        f"{folder.parent.name}/{folder.name}"
        if folder.name == project.name or names.count(folder.name) > 1
        else folder.name
        for folder in folders
    ]


def refusal(table: str, here: Settings, there: Settings) -> Refused | None:
    """Say why a copy cannot belong to this project: another catalogue, country, or plan."""
    if here.catalogue.name != there.catalogue.name:
        message = say(
            "It is of another catalogue: {there}, and not {here}.",
            there=there.catalogue.name,
            here=here.catalogue.name,
        )
        return _other(table, message)
    if (here.country.iso3, here.country.iso3 or here.country.name) != (
        there.country.iso3,
        there.country.iso3 or there.country.name,
    ):
        message = say(
            "It is of another country: {there}, and not {here}.", there=there.country.name, here=here.country.name
        )
        return _other(table, message)
    mine, other = here.plan, there.plan
    if not same_title(mine.name, other.name) or (mine.start, mine.end) != (other.start, other.end):
        message = say(
            "It is of another plan: {there}, and not {here}.",
            there=f"{other.name} ({other.start}–{other.end})",
            here=f"{mine.name} ({mine.start}–{mine.end})",
        )
        return _other(table, message)
    return None


def _other(table: str, message: Text) -> Refused:
    action = say("Check the folder. If it is a copy of this project, correct its {file}.", file="mainstream.yaml")
    return Refused(table, message, action, "mainstream.yaml", "P10")
