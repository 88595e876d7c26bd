"""``mainstream set``."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from mainstream_cli.cli.session import ProjectOption, TodayOption, clock, opened, unknown
from mainstream_cli.errors import UsageError
from mainstream_cli.model.record import nearest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.services.writing import answer_change, entry_change, sector_for
from mainstream_cli.store import Loaded, save_answer, save_entry

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
    loaded = opened(project)
    texts = {"note": _text(note), "confidence": confidence, "by": by, "reason": reason}
    extras = {name: text for name, text in texts.items() if text is not None} | ({"sources": source} if source else {})
    if "/" in target:
        if extras:
            raise UsageError(
                "The options --note, --source and so on belong to answers.",
                action="For an entry write note=TEXT, sources=a,b.",
                code="usage",
            )
        return _entry(loaded, target, values or [])
    return _answer(loaded, target, values or [], extras, today)


def _text(note: str | None) -> str | None:
    return sys.stdin.read().rstrip("\n") if note == "-" else note


def _answer(loaded: Loaded, target: str, values: list[str], extras: Mapping[str, object], today: str | None) -> int:
    question = loaded.catalogue.questions.get(target) or next(
        (each for each in loaded.catalogue.questions.values() if each.number == target.upper()), None
    )
    if question is None:
        hint = nearest(target, loaded.catalogue.questions)
        action = "See: mainstream checklist show STAGE. Entries are written REGISTER/ID."
        raise UsageError(f"There is no question '{target}'.{hint}", action=action, code="usage")
    if not values and not extras:
        action = f'It asks: "{question.text}" See: mainstream explain {question.id}'
        raise UsageError("Give a value, or an option such as --note.", action=action, code="usage")
    change = answer_change(loaded.project, loaded.catalogue, question, values, extras, clock(loaded, today))
    save_answer(loaded.folder, loaded.catalogue, question.id, change)
    value = change.get("value", "(value unchanged)")
    typer.echo(f"{question.number} {question.title}: {', '.join(value) if isinstance(value, list) else value}")
    return 0


def _entry(loaded: Loaded, target: str, pairs: list[str]) -> int:
    register, _, id_ = target.partition("/")
    if register not in REGISTERS:
        raise unknown("register", register, REGISTERS)
    wrong = [pair for pair in pairs if "=" not in pair]
    if not pairs or wrong:
        action = f"For instance: mainstream set {register}/{id_ or 'an_id'} title='...' kind=..."
        raise UsageError(f"Write FIELD=VALUE{f', not {wrong[0]!r}' if wrong else ''}.", action=action, code="usage")
    fields = dict(pair.split("=", 1) for pair in pairs)
    sector = (
        sector_for(loaded.project, loaded.catalogue, id_, fields.pop("sector", None)) if register == "actions" else ""
    )
    change = entry_change(loaded.project, loaded.catalogue, register, id_, fields)
    new = id_ not in loaded.project.entries(register)
    save_entry(loaded.folder, register, id_, sector, change)
    typer.echo(f"{register}/{id_}: {'added' if new else 'changed'} ({', '.join(fields) or sector})")
    return 0
