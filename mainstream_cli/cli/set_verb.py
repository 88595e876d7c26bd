"""``mainstream set``."""

from collections.abc import Mapping
from typing import Annotated

import typer

from mainstream_cli.changes.writing import answer_change, entry_change, sector_for
from mainstream_cli.cli.options import ProjectOption, TodayOption, clock, opened, typed, typed_in, warn_of_name
from mainstream_cli.errors import UsageError
from mainstream_cli.model.record import nearest, unknown_name
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules.personal import ACTOR_FIELDS, looks_like_a_name
from mainstream_cli.store import ProjectFolder, save_answer, save_entry

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
    loaded = opened(project)
    texts = {"note": typed_in() if note == "-" else note, "confidence": confidence, "by": by, "reason": reason}
    extras: dict[str, object] = {name: typed(text) for name, text in texts.items() if text is not None}
    extras |= {"sources": source} if source else {}
    values = [typed(value) for value in values or []]
    if "/" in target:
        if extras:
            raise UsageError(
                "The options --note, --source and so on belong to answers.",
                action="For an entry write note=TEXT, sources=a,b.",
                code="usage",
            )
        return _entry(loaded, target, values)
    return _answer(loaded, target, values, extras, today)


def _answer(
    loaded: ProjectFolder, target: str, values: list[str], extras: Mapping[str, object], today: str | None
) -> int:
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
    before = loaded.written("answers", question.id)
    change = answer_change(loaded.project, loaded.catalogue, question, before, values, extras, clock(loaded, today))
    private = save_answer(loaded.folder, loaded.catalogue, question.id, change)
    value = change.get("value", "(value unchanged)")
    typer.echo(f"{question.number} {question.title}: {', '.join(value) if isinstance(value, list) else value}")
    if private:
        typer.echo(KEPT_PRIVATE if question.sensitive else f"{', '.join(private)}: {HELD_PRIVATE}")
    if question.sensitive and question.id in loaded.public.answers and loaded.project.settings.sample is None:
        typer.echo("The public file still holds an answer to it: mainstream check says where (D05).", err=True)
    warn_of_name(loaded, "--by", change.get("by"))
    return 0


def _entry(loaded: ProjectFolder, target: str, pairs: list[str]) -> int:
    register, _, id_ = target.partition("/")
    if register not in REGISTERS:
        raise unknown_name("register", register, REGISTERS)
    wrong = [pair for pair in pairs if "=" not in pair]
    if not pairs or wrong:
        action = f"For instance: mainstream set {register}/{id_ or 'an_id'} title='...' kind=..."
        raise UsageError(f"Write FIELD=VALUE{f', not {wrong[0]!r}' if wrong else ''}.", action=action, code="usage")
    fields = dict(pair.split("=", 1) for pair in pairs)
    sector = ""
    if REGISTERS[register].by_sector:
        sector = sector_for(loaded.project, loaded.catalogue, register, id_, fields.pop("sector", None))
    before = loaded.written(register, id_)
    change = entry_change(loaded.project, loaded.catalogue, register, id_, before, fields)
    private = save_entry(loaded.folder, register, id_, sector, change)
    typer.echo(f"{register}/{id_}: {'added' if before is None else 'changed'} ({', '.join(fields) or sector})")
    for said, names in _told(register, private):
        typer.echo(f"{', '.join(names)}: {said}")
    for name in sorted(fields.keys() & ACTOR_FIELDS):
        warn_of_name(loaded, name, fields[name] if looks_like_a_name(fields[name]) else None)
    return 0


def _told(register: str, private: list[str]) -> list[tuple[str, list[str]]]:
    """Return what is said of the fields that were written to ``private/``, by why they are there."""
    sensitive = REGISTERS[register].sensitive
    ways = (
        (KEPT_PRIVATE, [each for each in private if each in sensitive]),
        (
            HELD_PRIVATE,
            [each for each in private if each not in sensitive],
        ),
    )
    return [(said, names) for said, names in ways if names]
