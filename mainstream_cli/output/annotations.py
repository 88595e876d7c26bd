"""Findings as the workflow commands of GitHub, which show them at their lines in a pull request."""

from collections.abc import Sequence
from dataclasses import replace

from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.history import waived_in_words
from mainstream_cli.model.visible import visible
from mainstream_cli.output.grouping import count_in_words, grouped, severities_in_words
from mainstream_cli.output.writer import write

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def print_annotations(findings: Sequence[Finding], below: str) -> None:
    """Print one command for each finding, or for many of one kind, then the counts of all for the log.

    *below* is the path from the top of the repository to the project: empty, or with ``/`` at its end.
    """
    for finding, count in grouped(findings):
        more = f"{finding.message} (Here{count_in_words(count)}.)"
        write(annotation(replace(finding, message=more) if count > 1 else finding, below))
    waived = sum(each.waiver is not None for each in findings)
    accepted = f"; {waived} of them accepted for now" if waived else ""
    write(f"mainstream check: {severities_in_words(findings)}{accepted}.")


def annotation(finding: Finding, below: str = "") -> str:
    """Return the command for one finding; without a line it stands at the first one; a waived one is a notice."""
    place = finding.place or Place("mainstream.yaml")
    fields = {"file": below + place.file, "line": str(place.line or 1)}
    fields |= {"col": str(place.column)} if place.column else {}
    fields["title"] = f"mainstream {finding.code}"
    named = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    said = waived_in_words(finding.waiver) if finding.waiver else finding.action
    text = f"{finding.message}\n{said}" if said else finding.message
    command = COMMANDS["note" if finding.waiver else finding.severity]
    return f"::{command} {named}::{_data(text)}"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(visible, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
