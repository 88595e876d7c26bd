"""``mainstream status``."""

from pathlib import Path

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, TodayOption, workspace
from mainstream_cli.output.writer import write_json


def run(project: ProjectOption = None, format: FormatOption = Format.text, today: TodayOption = None) -> int:  # noqa: A002
    """Show how far every stage is, which conditions are secured, and the next step."""
    return show(project, as_json=format is Format.json, today=today)


def show(project: Path | None, *, as_json: bool, today: str | None) -> int:
    """Print the status; a broken file is named, and what could not be read in it is not judged."""
    open_project = workspace(project, today, whole=False)
    result = open_project.status()
    if as_json:
        write_json(result.as_data())
        return 0
    from mainstream_cli.output.status import print_status

    print_status(open_project.project.settings, result)
    return 0
