"""What ``set`` writes: words of a command line become a checked change of one answer or one entry."""

import copy
import datetime
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from mainstream_cli.changes.stamping import stamped
from mainstream_cli.errors import Argument, MainstreamError, UsageError, nothing_changed
from mainstream_cli.language import Text, say, several
from mainstream_cli.model.answer import Answer, judge
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.expected import no_block, shown
from mainstream_cli.model.numbers import typed
from mainstream_cli.model.project import Project
from mainstream_cli.model.readings import Around, mistakable, names_in, numbers
from mainstream_cli.model.record import (
    Path,
    Problem,
    Record,
    around,
    as_blocks,
    in_place_of,
    is_bare,
    once_texts,
    parse,
    with_nearest,
)
from mainstream_cli.model.registers import REGISTERS, references
from mainstream_cli.model.relations import NOT_APPLICABLE, UNKNOWN
from mainstream_cli.model.shapes import annotation_at, base_of, is_number, is_text, item_of
from mainstream_cli.model.types import ID_PATTERN

Change = dict[str, Any]


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
        if question.kind == "number":
            change["value"] = str(typed(change["value"]))
    laid_over = {**(before if isinstance(before, dict) else {"value": before}), **change}
    merged = {name: value for name, value in laid_over.items() if value is not None}
    answer, problems = parse(Answer, merged, catalogue.vocabulary, names_in(project.registers))
    if answer is not None:
        problem = judge(question, answer.value, catalogue.terms(question))
        if problem is None and "value" in change and question.kind == "number":
            problem = _two(answer.value, ("value",), Around(question.unit))
        problems = [problem] if problem else []
    _refuse(question.id, problems)
    if answer is not None:
        _refuse_unknown_references(project, answer, question.id)
        if answer.value == NOT_APPLICABLE and not (answer.reason or "").strip():
            message = say("{question}: say why it does not apply.", question=question.title)
            raise UsageError(message, action=say("Add {argument}.", argument=Argument("reason", "TEXT")), code="A02")
        if answer.value != NOT_APPLICABLE and answer.reason:
            change["reason"] = None
    return change


def _refuse_blank(question: Question, values: list[str]) -> None:
    if not "".join(values).strip():
        message = say("{question}: the value is empty.", question=question.title)
        action = say(
            "Say {unknown} if it is not known. To take an answer back, empty its block in the file.", unknown=UNKNOWN
        )
        raise UsageError(message, action=action, code="usage")


def entry_change(
    project: Project, catalogue: Catalogue, register: str, id_: str, before: object, words: Mapping[str, Any]
) -> Change:
    """Return the change of entry *id_* that the FIELD=VALUE pairs in *words* ask for; *before* is in the file.

    An empty VALUE removes the field. A dot leads into a block: ``baseline.value=12``. The type of the field decides
    what a VALUE is: a text stays as it was typed, a list takes ``a,b`` or ``[a, b]``, a block ``{name: value}``. A text
    in place of a check is its finding, and what else the check says stays.

    Raises:
        MainstreamError: a value does not fit or a reference does not exist; nothing may be written then.
    """
    if not ID_PATTERN.fullmatch(id_) or id_.startswith("x_"):
        action = say("Use small letters, digits and _, starting with a letter but not with x_.")
        raise UsageError(say("{found} cannot be an id.", found=shown(id_)), action=action, code="F09")
    if not isinstance(before, dict | None):
        action, where = say("Correct it in the file first."), f"{register}/{id_}"
        raise MainstreamError(no_block(shown(before)), action=action, where=where, code="F09")
    cls = REGISTERS[register].entry
    entry = as_blocks(cls, copy.deepcopy(before or {}))
    changed: dict[str, None] = {}
    for name, text in words.items():
        path = name.split(".")
        changed[path[0]] = None
        value = _value(text, annotation_at(cls, tuple(path)), own=name.startswith("x_"))
        inside = once_texts(cls).get(name) if is_bare(value) else None
        _put(entry, [*path, inside] if inside else path, value)
    stated = {key: value for key, value in entry.items() if value is not None}
    record, problems = parse(cls, stated, catalogue.vocabulary, names_in(project.registers))
    _refuse(f"{register}/{id_}", problems or two_readings(cls, stated, changed))
    if record is not None:
        _refuse_unknown_references(project, record, f"{register}/{id_}")
    return dict(stamped(register, before or {}, {name: entry.get(name) for name in changed}))


def plain(record: Record) -> Change:
    """Return a record as the file has it, without what is at its default."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _value(text: Any, annotation: Any, *, own: bool) -> Any:
    """Return what VALUE is in a field of this type; a field of one's own (``x_``) is read by its look."""
    if text == "":
        return None
    if not isinstance(text, str):
        return text
    if own:
        return _flow(text) if text[0] in "[{" else text
    if item_of(annotation) is not None:
        if text[0] == "[" and (text[-1] == "]" or not is_text(item_of(annotation))):
            return _flow(text)
        numeric = base_of(item_of(annotation)) is int
        return [typed(word) if numeric else word for part in text.split(",") if (word := part.strip())]
    if base_of(annotation) in (int, Decimal):
        return typed(text)
    is_closed = isinstance(base_of(annotation), type) and issubclass(base_of(annotation), str)
    return _flow(text) if text[0] == "{" and annotation is not None and not is_closed else text


def two_readings(cls: type[Record], values: Mapping[str, Any], names: Iterable[str]) -> list[Problem]:
    """Return a problem for each number in the fields *names* that half of the world reads as thousands: 1.500."""
    return [problem for name in names for problem in _in_two(cls, values, (name,), values.get(name))]


def _in_two(cls: type[Record], values: Mapping[str, Any], path: Path, value: Any) -> Iterator[Problem]:
    if isinstance(value, dict | list | tuple):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _in_two(cls, values, (*path, step), inner)
    elif is_number(annotation_at(cls, path)) and (problem := _two(value, path, around(values, path))):
        yield problem


def _two(value: object, path: Path, said: Around) -> Problem | None:
    if not mistakable(value, said):
        return None
    message = say("{found} can be read in two ways.", found=shown(value))
    return Problem(path, "value", message, Text(""), tuple(numbers(str(value), said)))


def _flow(text: str) -> Any:
    """Read ``[a, b]`` or ``{value: 3}``; quotes keep a text that merely begins with a bracket."""
    from mainstream_cli.changes.flow import read_flow

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
        message = say("{field}: {problem}", field=path, problem=first.message) if path else first.message
        raise MainstreamError(message, action=nothing_changed(first.remedy), where=where, code="F09")


def _refuse_unknown_references(project: Project, record: Record, where: str) -> None:
    for path, refers, name in references(record):
        known = {id_ for register in refers.to for id_ in project.entries(register)}
        if name in known or refers.free:
            continue
        field = ".".join(str(step) for step in path)
        registers = several(refers.to, "or")
        meant = names_in(project.registers)(refers.to, name)
        message = say("{field}: there is no '{name}' in {registers}.", field=field, name=name, registers=registers)
        command = f"mainstream set {refers.to[0]}/{name} title='...' ..."
        action = in_place_of(say("Record it first: {command}", command=command), meant)
        message = message if meant else with_nearest(message, name, known)
        raise MainstreamError(message, action=nothing_changed(action), where=where, code="R01")
