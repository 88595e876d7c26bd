"""``mainstream set``."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from mainstream_cli.cli.options import ProjectOption, TodayOption, typed_in, warn, workspace
from mainstream_cli.errors import UsageError
from mainstream_cli.language import Text, say, speak
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.writer import write, write_beside
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.words import sound

TargetArgument = Annotated[
    str,
    typer.Argument(metavar="QUESTION|REGISTER/ID", help=say("A question id or number, or an entry: stakeholders/mol.")),
]
ValuesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="VALUE...", help=say("The answer; for an entry FIELD=VALUE, lists as a,b.")),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT|-", help=say("What stands behind it; - reads stdin."))
]
SourceOption = Annotated[list[str] | None, typer.Option("--source", metavar="ID", help=say("A document from sources."))]
ConfidenceOption = Annotated[
    str | None, typer.Option("--confidence", metavar="LEVEL", help=say("low, medium or high."))
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="ACTOR", help=say("The organisation or role that answers."))
]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help=say("Why it does not apply."))]

CHECK = "mainstream check"
KEPT_PRIVATE = say("Sensitive, so it is kept in private/: not in git, never in documents.")
HELD_PRIVATE = say("private/ holds this already, so it was changed there: not in git, never in documents.")


def run(
    target: TargetArgument,
    values: ValuesArgument = None,
    note: NoteOption = None,
    source: SourceOption = None,
    confidence: ConfidenceOption = None,
    by: ByOption = None,
    reason: ReasonOption = None,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> int:
    """Answer a question, or record an entry of a register."""
    open_project = workspace(project, today)
    texts = {"note": typed_in() if note == "-" else note, "confidence": confidence, "by": by, "reason": reason}
    values = [sound(value) for value in values or []]
    if "/" not in target:
        _answer(open_project, target, values, source or [], texts)
        return 0
    if source or any(text is not None for text in texts.values()):
        raise UsageError(
            say("The options --note, --source and so on belong to answers."),
            action=say("For an entry write {example}.", example="note=TEXT, sources=a,b"),
            code="usage",
        )
    _record(open_project, target, values)
    return 0


def _answer(
    open_project: Workspace, target: str, values: list[str], sources: list[str], texts: dict[str, str | None]
) -> None:
    project = open_project.project
    done = open_project.answer(target, values, sources=sources, **texts)
    question, value = done.question, done.change.get("value", say("(value unchanged)"))
    name = f"{question.number} {question.title}"
    write(say("{question}: {answer}", question=name, answer=_said(value)))
    old = project.answer(question.id)
    if old is not None and "value" in done.change and _said(old.value) != _said(value):
        write(say("It replaces: {answer}", answer=_said(old.value)))
    if done.private:
        write(KEPT_PRIVATE if question.sensitive else _of_fields(done.private, HELD_PRIVATE))
    if done.still_public:
        write_beside(say("The public file still holds an answer to it: {command} says where (D05).", command=CHECK))
    for line in open_project.to_be_shown(question.id) if "value" in done.change else ():
        write_beside(line)
    warn(open_project)


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else speak(str(value))


def _of_fields(names: Iterable[str], said: Text) -> Text:
    return say("{fields}: {sentence}", fields=", ".join(names), sentence=said)


def _record(open_project: Workspace, target: str, pairs: list[str]) -> None:
    register, _, id_ = target.partition("/")
    if register not in REGISTERS:
        raise unknown_name(say("There is no register '{name}'.", name=register), register, REGISTERS)
    wrong = [pair for pair in pairs if "=" not in pair]
    if not pairs or wrong:
        command = f"mainstream set {register}/{id_ or 'an_id'} title='...' kind=..."
        message = say("Write {form}.", form="FIELD=VALUE")
        if wrong:
            message = say("Write {form}, not '{words}'.", form="FIELD=VALUE", words=wrong[0])
        raise UsageError(message, action=say("For instance: {command}", command=command), code="usage")
    done = open_project.record(target, **dict(pair.split("=", 1) for pair in pairs))
    fields = ", ".join(done.fields) or done.part
    if done.added:
        write(say("{entry}: added ({fields})", entry=target, fields=fields))
    else:
        write(say("{entry}: changed ({fields})", entry=target, fields=fields))
    if done.behind:
        write(done.behind_in_words)
    for said, names in _told(register, done.private):
        write(_of_fields(names, said))
    warn(open_project)


def _told(register: str, private: Iterable[str]) -> Iterator[tuple[Text, list[str]]]:
    """Yield what is said of the fields that were written to ``private/``, by why they are there."""
    sensitive = REGISTERS[register].sensitive
    for said, is_so in ((KEPT_PRIVATE, True), (HELD_PRIVATE, False)):
        names = [name for name in private if (name in sensitive) is is_so]
        if names:
            yield said, names
