"""What ``set`` writes: words of a command line become a checked change of one answer or one entry."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.model.answer import Answer, judge
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import Problem, Record, nearest, parse, shown
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, fields, references
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.model.types import ID_PATTERN

Change = dict[str, Any]
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")


def answer_change(
    project: Project,
    catalogue: Catalogue,
    question: Question,
    before: object,
    values: list[str],
    extras: Mapping[str, Any],
    today: datetime.date,
) -> Change:
    """Return the change that answers *question* with *values* and the fields in *extras*; *before* is in the file.

    Raises:
        MainstreamError: a value does not fit, a source does not exist, a reason is missing, or what is in the file
            already does not fit; nothing may be written then.
    """
    change: Change = {**extras, "date": today.isoformat()}
    if values:
        _refuse_blank(question, values)
        alone = question.kind != "choices" or values in ([NOT_APPLICABLE], [UNKNOWN])
        change["value"] = " ".join(values) if alone else values
    laid_over = {**(before if isinstance(before, dict) else {"value": before}), **change}
    merged = {name: value for name, value in laid_over.items() if value is not None}
    answer, problems = parse(Answer, merged, catalogue.vocabulary)
    if answer is not None:
        problem = judge(question, answer.value, catalogue.terms(question))
        problems = [problem] if problem else []
    _refuse(question.id, problems)
    if answer is not None:
        _refuse_unknown_references(project, answer, question.id)
        if answer.value == NOT_APPLICABLE and not (answer.reason or "").strip():
            raise UsageError(f"{question.title}: say why it does not apply.", action="Add --reason TEXT.", code="A02")
        if answer.value != NOT_APPLICABLE and answer.reason:
            change["reason"] = None
    return change


def _refuse_blank(question: Question, values: list[str]) -> None:
    if not "".join(values).strip():
        action = "Say unknown if it is not known. To take an answer back, empty its block in the file."
        raise UsageError(f"{question.title}: the value is empty.", action=action, code="usage")


def entry_change(
    project: Project, catalogue: Catalogue, register: str, id_: str, before: object, words: Mapping[str, str]
) -> Change:
    """Return the change of entry *id_* that the FIELD=VALUE pairs in *words* ask for; *before* is in the file.

    An empty VALUE removes the field. A dot leads into a block: ``baseline.value=12``. A VALUE in [..] or {..} is read
    as YAML.

    Raises:
        MainstreamError: a value does not fit or a reference does not exist; nothing may be written then.
    """
    if not ID_PATTERN.fullmatch(id_) or id_.startswith("x_"):
        action = "Use small letters, digits and _, starting with a letter but not with x_."
        raise UsageError(f"{shown(id_)} cannot be an id.", action=action, code="F09")
    if not isinstance(before, dict | None):
        message = f"expected a block of 'name: value' lines, found {shown(before)}."
        raise MainstreamError(message, action="Correct it in the file first.", where=f"{register}/{id_}", code="F09")
    known = {field.id: field for field in fields(register)}
    entry: Change = dict(before or {})
    changed = set()
    for name, text in words.items():
        first, *rest = name.split(".")
        changed.add(first)
        _put(entry, [first, *rest], _value(text, known.get(first), nested=bool(rest)))
    record, problems = parse(
        REGISTERS[register], {key: value for key, value in entry.items() if value is not None}, catalogue.vocabulary
    )
    _refuse(f"{register}/{id_}", problems)
    if record is not None:
        _refuse_unknown_references(project, record, f"{register}/{id_}")
    return {name: entry.get(name) for name in changed}


def sector_for(project: Project, catalogue: Catalogue, id_: str, given: str | None) -> str:
    """Return the sector whose file holds the action *id_*.

    Raises:
        UsageError: a new action without a sector, an unknown sector, or one that would move an existing action.
    """
    sectors = catalogue.vocabulary["sectors"]
    old = project.sector_of.get(id_)
    if given is not None and given not in sectors:
        raise UsageError(
            f"There is no sector '{given}'.{nearest(given, sectors)}",
            action=f"Sectors: {', '.join(sectors)}.",
            code="usage",
        )
    if old and given and given != old:
        action = f"Move the block by hand from registers/actions/{old}.yaml to {given}.yaml."
        raise UsageError(f"The action '{id_}' belongs to {old}.", action=action, code="usage")
    if not old and not given:
        raise UsageError(
            "A new action needs its sector.", action=f"Add sector=NAME. Sectors: {', '.join(sectors)}.", code="usage"
        )
    return old or given or ""


def plain(record: Record) -> Change:
    """Return a record as the file has it, without what is at its default."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _value(text: str, field: FieldQuestion | None, *, nested: bool) -> Any:
    if text == "":
        return None
    if text[:1] in "[{":
        return _flow(text)
    if field is not None and field.many and not nested:
        return [each.strip() for each in text.split(",") if each.strip()]
    numeric = nested or (field is not None and field.kind == "number")
    return int(text) if numeric and WHOLE.fullmatch(text) else text


def _flow(text: str) -> Any:
    """Read ``[a, b]`` or ``{value: 3}``; quotes keep a text that merely begins with a bracket."""
    from mainstream_cli.content.flow import read_flow

    return read_flow(text)


def _put(entry: Change, path: list[str], value: Any) -> None:
    here: Any = entry
    for step in path[:-1]:
        below = here.get(step)
        here[step] = below if isinstance(below, dict) else {}
        here = here[step]
    if value is None and len(path) > 1:
        here.pop(path[-1], None)
    else:
        here[path[-1]] = value


def _refuse(where: str, problems: list[Problem]) -> None:
    if problems:
        first = problems[0]
        path = ".".join(str(step) for step in first.path if step != "value")
        raise MainstreamError(
            f"{path + ': ' if path else ''}{first.message}",
            action=f"{first.action} Nothing was changed.",
            where=where,
            code="F09",
        )


def _refuse_unknown_references(project: Project, record: Record, where: str) -> None:
    for path, refers, name in references(record):
        known = {id_ for register in refers.to for id_ in project.entries(register)}
        if name in known or refers.free:
            continue
        field = ".".join(str(step) for step in path)
        registers = " or ".join(refers.to)
        message = f"{field}: there is no '{name}' in {registers}.{nearest(name, known)}"
        action = f"Record it first: mainstream set {refers.to[0]}/{name} title='...' ... Nothing was changed."
        raise MainstreamError(message, action=action, where=where, code="R01")
