"""What bare ``mainstream`` shows: where you are, or what the tool can do. Imports nothing heavy outside a project."""

from pathlib import Path

from mainstream_cli import __version__
from mainstream_cli.output.writer import write

OVERVIEW = f"""\
mainstream {__version__}: bring migration into a development plan, step by step

  See it first        mainstream demo                      a sample country with its Word documents
  Begin               mainstream init DIR                  a new project folder (--help shows the options)
                      mainstream init DIR --sample moldova a copy of a sample to practise on
  Learn               mainstream train list                exercises on an invented country, for groups
  Work                mainstream status                    where you are and the next step
                      mainstream fill                      the questions, one after the other
                      mainstream set QUESTION VALUE        answer a question, or edit the YAML files
                      mainstream set REGISTER/ID FIELD=VALUE
                      mainstream checklist show STAGE      the questions of a stage, sector or register
                      mainstream checklist print room      blank questionnaires, as Word or text
                      mainstream explain CODE              a question, a condition or a finding
                      mainstream priorities                candidate objectives compared by your criteria
  In the room         mainstream session start THEME QUESTION   then attend, finding, park, end
                      mainstream gather DIR...             take the copies of tables back
  Check and sign      mainstream check                     what is missing, wrong or not yet secured
                      mainstream sign STAGE                record that a role confirms a stage
                      mainstream decide TEXT               record a decision, or the dated remedy of a condition
                      mainstream waive CODE                accept a finding for now, with a reason and an end
  Write               mainstream report                    the Word documents, with --pdf also as PDF
                      mainstream template copy DOCUMENT    your own letterhead, fonts and order
  Keep                mainstream upgrade                   what a new edition of the questions changes here

  There is no project in this folder or above it. Every command has --help."""


def overview() -> int:
    """Show the status of the project around, else the overview of commands."""
    folder = Path.cwd()
    if not any((place / "mainstream.yaml").is_file() for place in (folder, *folder.parents)):
        write(OVERVIEW)
        return 0
    from mainstream_cli.cli.status_verb import show

    return show(None, as_json=False, today=None)
