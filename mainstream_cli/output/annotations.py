"""Findings as the workflow commands of GitHub, which show them at their lines in a pull request."""

from collections.abc import Sequence
from dataclasses import replace

from mainstream_cli.language import count, say, speak
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.history import waived_in_words
from mainstream_cli.model.visible import visible
from mainstream_cli.output.grouping import grouped, summary
from mainstream_cli.output.writer import write

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def print_annotations(findings: Sequence[Finding], below: str) -> None:
    """Print one command for each finding, or for many of one kind, then the counts of all for the log.

    *below* is the path from the top of the repository to the project: empty, or with ``/`` at its end.
    """
    for finding, number in grouped(findings):
        more = count(
            "{finding} (Here and in {n} more place.)",
            "{finding} (Here and in {n} more places.)",
            n=number - 1,
            finding=finding.message,
        )
        write(annotation(replace(finding, message=more) if number > 1 else finding, below))
    write(say("mainstream check: {summary}", summary=summary(findings)))


def annotation(finding: Finding, below: str = "") -> str:
    """Return the command for one finding; without a line it stands at the first one; a waived one is a notice."""
    place = finding.place or Place("mainstream.yaml")
    fields = {"file": below + place.file, "line": str(place.line or 1)}
    fields |= {"col": str(place.column)} if place.column else {}
    fields["title"] = f"mainstream {finding.code}"
    named = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    said = waived_in_words(finding.waiver) if finding.waiver else finding.action
    text = "\n".join(map(speak, filter(None, (finding.message, said))))
    command = COMMANDS["note" if finding.waiver else finding.severity]
    return f"::{command} {named}::{_data(text)}"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").split("\n")
    return "%0A".join(map(visible, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
