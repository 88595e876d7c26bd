"""What bare ``mainstream`` shows: where you are, or what the tool can do. Imports nothing heavy outside a project."""

import os
from pathlib import Path
from textwrap import wrap

from mainstream_cli import __version__
from mainstream_cli.language import Text, say, speak
from mainstream_cli.output.writer import write

WIDTH, MARGIN, LEAST = 120, 59, 20
Row = tuple[str, Text]
ROWS: dict[Text, tuple[Row, ...]] = {
    say("See it first"): (("demo", say("a sample country with its Word documents")),),
    say("Begin"): (
        ("init DIR", say("a new project folder (--help shows the options)")),
        ("init DIR --sample moldova", say("a copy of a sample to practise on")),
    ),
    say("Learn"): (("train list", say("exercises on an invented country, for groups")),),
    say("Work"): (
        ("status", say("where you are and the next step")),
        ("fill", say("the questions, one after the other")),
        ("set QUESTION VALUE", say("answer a question, or edit the YAML files")),
        ("set REGISTER/ID FIELD=VALUE", say("record an entry of a register")),
        ("checklist show STAGE", say("the questions of a stage, sector or register")),
        ("checklist print room", say("blank questionnaires, as Word or text")),
        ("explain CODE", say("a question, a condition or a finding")),
        ("priorities", say("candidate objectives compared by your criteria")),
    ),
    say("In the room"): (
        ("session start THEME QUESTION", say("then attend, finding, park, end")),
        ("gather DIR...", say("take the copies of tables back")),
    ),
    say("Check and sign"): (
        ("check", say("what is missing, wrong or not yet secured")),
        ("sign STAGE", say("record that a role confirms a stage")),
        ("decide TEXT", say("record a decision, or the dated remedy of a condition")),
        ("waive CODE", say("accept a finding for now, with a reason and an end")),
    ),
    say("Write"): (
        ("report", say("the Word documents, with --pdf also as PDF")),
        ("template copy DOCUMENT", say("your own letterhead, fonts and order")),
    ),
    say("Keep"): (("upgrade", say("what a new edition of the questions changes here")),),
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
    """Print what the tool can do, in lines of three columns."""
    try:
        width = os.get_terminal_size().columns
    except OSError:  # no terminal
        width = WIDTH
    said = say("bring migration into a development plan, step by step")
    write(f"mainstream {__version__}: {speak(said)}\n")
    for heading, rows in ROWS.items():
        begins = speak(heading)
        for command, words in rows:
            first, *rest = wrap(speak(words), max(width - MARGIN, LEAST))
            write(f"  {begins:19} {f'mainstream {command}':36} {first}")
            for line in rest:
                write(f"{'':{MARGIN}}{line}")
            begins = ""
    nothing = say("There is no project in this folder or above it. Every command has --help.")
    write(f"\n  {speak(nothing)}")
