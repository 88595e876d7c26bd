"""Results over a folder of groups: by group, never by person."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from mainstream_cli.model.training import Report

FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # a spreadsheet would work it out
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
    """Return rows as CSV with a header; a name that a spreadsheet would take for a formula is quoted."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        group = str(row["group"])
        debriefed = "yes" if row["debriefed"] else "no"
        writer.writerow({**row, "group": f"'{group}" if group.startswith(FORMULA) else group, "debriefed": debriefed})
    return text.getvalue()
