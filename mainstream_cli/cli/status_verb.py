"""``mainstream status``."""

from dataclasses import asdict
from pathlib import Path

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, TodayOption, print_json, workspace
from mainstream_cli.model.progress import Progress


def run(project: ProjectOption = None, format: FormatOption = Format.text, today: TodayOption = None) -> int:  # noqa: A002
    """Show how far every stage is, which conditions are secured, and the next step."""
    return show(project, as_json=format is Format.json, today=today)


def show(project: Path | None, *, as_json: bool, today: str | None) -> int:
    """Print the status; a broken file is named, and what could not be read in it is not judged."""
    open_project = workspace(project, today, whole=False)
    result, loaded = open_project.status(), open_project.loaded
    if as_json:
        unreadable = dict.fromkeys(each.place.file for each in loaded.unreadable if each.place)
        print_json({**_document(result), "unreadable": list(unreadable)})
        return 0
    from mainstream_cli.output.status import print_status

    print_status(open_project.project.settings, result, loaded.unreadable)
    return 0


def _document(result: Progress) -> dict[str, object]:
    stages = [
        {
            "id": each.stage.id,
            "asked": each.asked,
            "answered": each.answered,
            "core_open": each.core_open,
            "gate": "ready" if each.ready else "blocked",
            "signed": each.signed,
        }
        for each in result.stages
    ]
    sectors = [{"id": id_, "asked": asked, "answered": answered} for id_, (asked, answered) in result.sectors.items()]
    return {
        "stages": stages,
        "sectors": sectors,
        "registers": result.registers,
        "conditions": result.conditions,
        "next": result.next,
        "session": result.session,
        "differences": result.differences,
        "journal": asdict(result.journal),
        "unseen": list(result.unseen),
    }
