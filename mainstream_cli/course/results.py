"""Results over a folder of groups: by group, never by person."""

from collections.abc import Iterable, Mapping
from typing import Any

from mainstream_cli.model.spreadsheet import table_as_csv
from mainstream_cli.model.training import Report

COLUMNS = ("group", "exercise", "points", "of", "solved", "half", "open", "new_errors", "hints", "debriefed")


def as_row(group: str, report: Report) -> dict[str, Any]:
    """Return one line of the results; *group* is the name of its folder."""
    return {
        "group": group,
        "exercise": report.lesson.id,
        "points": report.points,
        "of": report.most,
        "solved": report.count("solved"),
        "half": report.count("half"),
        "open": report.count("open") + report.count("removed"),
        "new_errors": len(report.new_errors),
        "hints": report.hints,
        "debriefed": report.debriefed,
    }


def as_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV with a header; what a spreadsheet would work out is made text."""
    words = {True: "yes", False: "no"}
    return table_as_csv(COLUMNS, ({**row, "debriefed": words[row["debriefed"]]} for row in rows))
