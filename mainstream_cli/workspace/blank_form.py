"""Makes blank questionnaires, with room to write."""

from pathlib import Path

from mainstream_cli.content import content_dir
from mainstream_cli.content.selection import names, select
from mainstream_cli.documents.builders.questionnaire import blank_questionnaire, facts
from mainstream_cli.documents.contexts.questionnaire import Questionnaire
from mainstream_cli.errors import Argument, MainstreamError
from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Settings
from mainstream_cli.model.record import unknown_name

TEMPLATE = "questionnaire.docx"
TO = Argument("to", "FILE")


def blank_form(catalogue: Catalogue, settings: Settings | None, name: str, *, guidance: bool) -> Questionnaire:
    """Return the blank questionnaire with the questions that a name stands for, for a project or for nobody."""
    selection = select(catalogue, name)
    if selection is None:
        raise unknown_name(
            say("There is no stage, sector, question or setting '{name}'.", name=name), name, names(catalogue)
        )
    return blank_questionnaire(catalogue, selection, settings, guidance=guidance)


def asked_in(catalogue: Catalogue, name: str) -> Text:
    """Say how many questions a name stands for."""
    chosen = select(catalogue, name)
    return facts(chosen.questions if chosen else ())


def as_word_file(form: Questionnaire) -> bytes:
    """Return a questionnaire as a Word document."""
    from mainstream_cli.documents.rendering import render

    return render(content_dir("templates") / TEMPLATE, form.model_dump(mode="json"))


def write_new(target: Path, content: bytes) -> None:
    """Write a new file; one that is there may have been filled in, so it is never written over.

    Raises:
        MainstreamError: it is there already, or cannot be written.
    """
    try:
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        action = say("Name another file with {argument}, or delete this one if nobody has written in it.", argument=TO)
        message = say("{file} is there already; it was kept as it is.", file=str(target))
        raise MainstreamError(message, action=action, code="P13") from error
    except OSError as error:
        message = say("{file} cannot be written: {reason}.", file=str(target), reason=error.strerror or str(error))
        raise MainstreamError(
            message, action=say("Choose another place with {argument}.", argument=TO), code="P13"
        ) from error
