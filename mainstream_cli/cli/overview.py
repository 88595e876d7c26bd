"""What bare ``mainstream`` shows: where you are, or what the tool can do. Imports nothing heavy outside a project."""

import os
from pathlib import Path
from textwrap import wrap

from mainstream_cli import __version__
from mainstream_cli.language import Text, say, speak
from mainstream_cli.output.writer import write

NARROWEST, WIDE, NOWHERE = 60, 110, 120
Row = tuple[str, Text]
ROWS: dict[Text, tuple[Row, ...]] = {
    say("See it first"): (("mainstream demo", say("a sample country with its Word documents")),),
    say("Begin"): (
        ("mainstream init DIR", say("a new project folder (--help shows the options)")),
        ("mainstream init DIR --sample moldova", say("a copy of a sample to practise on")),
    ),
    say("Learn"): (("mainstream train list", say("exercises on an invented country, for groups")),),
    say("Work"): (
        ("mainstream status", say("where you are and the next step")),
        ("mainstream fill", say("the questions, one after the other")),
        ("mainstream set QUESTION VALUE", say("answer a question, or edit the YAML files")),
        ("mainstream set REGISTER/ID FIELD=VALUE", say("record an entry of a register")),
        ("mainstream checklist show STAGE", say("the questions of a stage, sector or register")),
        ("mainstream checklist print room", say("blank questionnaires, as Word or text")),
        ("mainstream explain CODE", say("a question, a condition or a finding")),
        ("mainstream priorities", say("candidate objectives compared by your criteria")),
    ),
    say("In the room"): (
        ("mainstream session start THEME QUESTION", say("then attend, finding, park, end")),
        ("mainstream gather DIR...", say("take the copies of tables back")),
    ),
    say("Check and sign"): (
        ("mainstream check", say("what is missing, wrong or not yet secured")),
        ("mainstream sign STAGE", say("record that a role confirms a stage")),
        ("mainstream decide TEXT", say("record a decision, or the dated remedy of a condition")),
        ("mainstream waive CODE", say("accept a finding for now, with a reason and an end")),
    ),
    say("Look back"): (("mainstream compare A [B]", say("what was weakened, decided, dropped, added")),),
    say("Write"): (
        ("mainstream report", say("the Word documents, with --pdf also as PDF")),
        ("mainstream template copy DOCUMENT", say("your own letterhead, fonts and order")),
    ),
    say("Keep"): (("mainstream upgrade", say("what a new edition of the questions changes here")),),
}


def overview() -> int:
    """Show the status of the project around, else the overview of commands."""
    folder = Path.cwd()
    if not any((place / "mainstream.yaml").is_file() for place in (folder, *folder.parents)):
        write_commands()
        return 0
    from mainstream_cli.cli.status_verb import show

    return show(None, as_json=False, today=None)


def write_commands() -> None:
    """Print what the tool can do, in three columns; on a narrow screen the words stand below each command."""
    width = _width()
    left, middle = max(19, *(len(speak(heading)) for heading in ROWS)), 39
    margin = left + (middle + 4 if width >= WIDE else 5)
    said = say("bring migration into a development plan, step by step")
    write(f"mainstream {__version__}: {speak(said)}\n")
    for heading, rows in ROWS.items():
        begins = speak(heading)
        for command, words in rows:
            lines = wrap(speak(words), width - margin)
            line = f"  {begins:{left}} {command:{middle}}"
            write(f"{line} {lines.pop(0)}" if width >= WIDE else line.rstrip())
            for line in lines:
                write(f"{'':{margin}}{line}")
            begins = ""
    nothing = say("There is no project in this folder or above it. Every command has --help.")
    write(f"\n  {speak(nothing)}")


def _width() -> int:
    try:
        return max(os.get_terminal_size().columns, NARROWEST)
    except OSError:  # no terminal
        return NOWHERE
