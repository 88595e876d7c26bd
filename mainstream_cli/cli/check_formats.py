"""The ways in which ``check`` shows what it found: for people, for programs, in a pull request, in a code review."""

from enum import StrEnum

from mainstream_cli.language import Text, count, say
from mainstream_cli.output.writer import as_json, write, write_beside, write_json
from mainstream_cli.workspace.checking import Checked
from mainstream_cli.workspace.repairing import Repairs


class CheckFormat(StrEnum):
    """How ``check`` prints."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


FOR_A_SERVER = (CheckFormat.github, CheckFormat.sarif)


def show(format: CheckFormat, found: Checked) -> None:  # noqa: A002
    """Print the findings and conditions in one format."""
    match format:
        case CheckFormat.json:
            write_json(found.as_data())
        case CheckFormat.github:
            from mainstream_cli.output.annotations import print_annotations

            print_annotations(found.findings, found.below)
        case CheckFormat.sarif:
            write(as_json(found.as_sarif()))
        case CheckFormat.text:
            from mainstream_cli.output.check import print_check

            print_check(found.findings, found.assessments, found.judged, found.histories)


def show_repairs(repairs: Repairs, format: CheckFormat, *, written: bool) -> None:  # noqa: A002
    """Print what is or would be changed, as a unified diff that ``git apply`` takes, or as JSON."""
    diffs = repairs.diffs
    if format is CheckFormat.json:
        write_json({"written": written and bool(diffs), **repairs.as_data()})
        return
    if diffs:
        write("".join(diffs.values()).removesuffix("\n"))
    write_beside(_in_words(len(repairs.made), len(diffs), written=written))


def _in_words(places: int, files: int, *, written: bool) -> Text:
    if not files:
        return say("Nothing to put right of which only one thing can be meant.")
    if written:
        return count(
            "Put right: {n} place (files: {files}). What is left: {command}",
            "Put right: {n} places (files: {files}). What is left: {command}",
            n=places,
            files=files,
            command="mainstream check",
        )
    return count(
        "To put right: {n} place (files: {files}). Nothing was changed; to change it: {command}",
        "To put right: {n} places (files: {files}). Nothing was changed; to change it: {command}",
        n=places,
        files=files,
        command="mainstream check --fix --write",
    )
