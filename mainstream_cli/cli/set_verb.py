"""``mainstream set``."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from mainstream_cli.cli.options import ProjectOption, TodayOption, typed_in, warn_of_name, workspace
from mainstream_cli.errors import UsageError
from mainstream_cli.model.record import unknown_name
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.output.writer import write, write_beside
from mainstream_cli.rules.personal import ACTOR_FIELDS, looks_like_a_name
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.words import sound

TargetArgument = Annotated[
    str, typer.Argument(metavar="QUESTION|REGISTER/ID", help="A question id or number, or an entry: stakeholders/mol.")
]
ValuesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="VALUE...", help="The answer; for an entry FIELD=VALUE, lists as a,b.")
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT|-", help="What stands behind it; - reads stdin.")
]
SourceOption = Annotated[list[str] | None, typer.Option("--source", metavar="ID", help="A document from sources.")]
ConfidenceOption = Annotated[str | None, typer.Option("--confidence", metavar="LEVEL", help="low, medium or high.")]
ByOption = Annotated[str | None, typer.Option("--by", metavar="ACTOR", help="The organisation or role that answers.")]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why it does not apply.")]

KEPT_PRIVATE = "Sensitive, so it is kept in private/: not in git, never in documents."
HELD_PRIVATE = "private/ holds this already, so it was changed there: not in git, never in documents."


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
            "The options --note, --source and so on belong to answers.",
            action="For an entry write note=TEXT, sources=a,b.",
            code="usage",
        )
    _record(open_project, target, values)
    return 0


def _answer(
    open_project: Workspace, target: str, values: list[str], sources: list[str], texts: dict[str, str | None]
) -> None:
    project = open_project.project
    done = open_project.answer(target, values, sources=sources, **texts)
    question, value = done.question, done.change.get("value", "(value unchanged)")
    write(f"{question.number} {question.title}: {_said(value)}")
    old = project.answer(question.id)
    if old is not None and "value" in done.change and _said(old.value) != _said(value):
        write(f"It replaces: {_said(old.value)}")
    if done.private:
        write(KEPT_PRIVATE if question.sensitive else f"{', '.join(done.private)}: {HELD_PRIVATE}")
    if done.still_public:
        write_beside("The public file still holds an answer to it: mainstream check says where (D05).")
    warn_of_name(project, "--by", done.change.get("by"))


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _record(open_project: Workspace, target: str, pairs: list[str]) -> None:
    project = open_project.project
    register, _, id_ = target.partition("/")
    if register not in REGISTERS:
        raise unknown_name("register", register, REGISTERS)
    wrong = [pair for pair in pairs if "=" not in pair]
    if not pairs or wrong:
        action = f"For instance: mainstream set {register}/{id_ or 'an_id'} title='...' kind=..."
        raise UsageError(f"Write FIELD=VALUE{f', not {wrong[0]!r}' if wrong else ''}.", action=action, code="usage")
    done = open_project.record(target, **dict(pair.split("=", 1) for pair in pairs))
    write(f"{target}: {'added' if done.added else 'changed'} ({', '.join(done.fields) or done.sector})")
    for said, names in _told(register, done.private):
        write(f"{', '.join(names)}: {said}")
    for name in sorted(done.fields.keys() & ACTOR_FIELDS):
        words = str(done.fields[name])
        warn_of_name(project, name, words if looks_like_a_name(words) else None)


def _told(register: str, private: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is said of the fields that were written to ``private/``, by why they are there."""
    sensitive = REGISTERS[register].sensitive
    for said, is_so in ((KEPT_PRIVATE, True), (HELD_PRIVATE, False)):
        names = [name for name in private if (name in sensitive) is is_so]
        if names:
            yield said, names
