"""What reads well and may mean something else: a bare no, a text that a comment cuts, three decimals."""

from collections.abc import Iterator, Set
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import say, verbatim
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding, Place, Repair
from mainstream_cli.model.journal import KINDS
from mainstream_cli.model.project import Settings
from mainstream_cli.model.readings import Around, mistakable, numbers
from mainstream_cli.model.record import around
from mainstream_cli.model.shapes import annotation_at, base_of, is_number, is_text, marks_on
from mainstream_cli.model.types import ID_PATTERN, Refers, Term
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import JOURNAL, SETTINGS
from mainstream_cli.store.repairs import DataPath, record_of, value_repair, with_repair, written_at

NOTHING_AROUND = Around()
Told = Set[tuple[str, DataPath]]


def pitfalls(files: Files, catalogue: Catalogue, told: Told) -> Iterator[Finding]:
    """Yield F10, F14 and F15 for every file that was read, but not where a value is *told* to be wrong anyway."""
    for file, document in files.read():
        for finding, path in _in_file(file, document, catalogue):
            if (file, written_at(document, path)) not in told:
                yield finding


def _in_file(file: str, document: yamlfile.Document, catalogue: Catalogue) -> Iterator[tuple[Finding, DataPath]]:
    for word in document.words:
        if _kind(file, document, word.path, catalogue) in ("number", "closed"):
            continue  # what belongs there is said by the reader of the field; quotation marks would not help
        message = say("The bare word {word} is read as a truth value by many YAML tools.", word=word.word)
        action = say('If the word is meant, write it in quotes: "{word}".', word=word.word)
        place = Place(file, word.line, word.column)
        finding = Finding("F10", "error", message, action, place=place)
        as_read = isinstance(_value(document.data, word.path), str)
        repair = value_repair(document, file, word.path, [word.word]) if as_read else None
        yield with_repair(finding, repair), word.path
    for cut in document.cuts:
        if _kind(file, document, cut.path, catalogue) == "text" and not _is_id(file, cut):
            yield _cut(file, document, cut), cut.path
    if record_of(file) is not None:
        yield from _three_decimals(file, document, catalogue)


def _cut(file: str, document: yamlfile.Document, cut: yamlfile.Cut) -> Finding:
    place = document.marks[cut.path]
    message = say(
        "The text ends before the sign #: what follows is a comment and is not read: {comment}",
        comment=cut.comment.strip()[:60],
    )
    whole = f"{cut.text}{cut.comment}".strip()
    line = f"{cut.head} {yamlfile.spelled(whole)}"
    action = say(
        "If it belongs to the text, write this line: {line}   Else leave two spaces before the comment.", line=line
    )
    return Finding(
        "F15", "warning", message, action, place=Place(file, place.line, place.column), repair=Repair(file, (line,))
    )


def _three_decimals(file: str, document: yamlfile.Document, catalogue: Catalogue) -> Iterator[tuple[Finding, DataPath]]:
    for data, path in _mistakable(document.data or {}, ()):
        said = _around(document, path, catalogue) if _kind(file, document, path, catalogue) == "number" else None
        if said and mistakable(data, said) and (place := document.marks.get(path)):
            message = say(
                "{number} is read with three decimals; in many countries it is a number of thousands.", number=data
            )
            finding = Finding("F14", "warning", message, verbatim(""), place=Place(file, place.line, place.column))
            yield with_repair(finding, value_repair(document, file, path, numbers(data, said))), path


def _mistakable(data: Any, path: DataPath) -> list[tuple[str, DataPath]]:
    """Return the texts that may be such numbers, and where, in lists: generators in each other take thrice as long."""
    found: list[tuple[str, DataPath]] = []
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(inner, dict | list):
            found += _mistakable(inner, (*path, step))
        elif isinstance(inner, str) and "." in inner and mistakable(inner, NOTHING_AROUND):
            found.append((inner, (*path, step)))
    return found


def _around(document: yamlfile.Document, path: DataPath, catalogue: Catalogue) -> Around:
    question = catalogue.questions.get(str(path[0]))
    return Around(question.unit) if question else around(document.data, path)


def _kind(file: str, document: yamlfile.Document, path: DataPath, catalogue: Catalogue) -> str:
    """Return "text", "number" or "closed" by the type of the field, empty where any word may be right, as in an id."""
    cls, inner = record_of(file), path[1:]
    if file == SETTINGS:
        cls, inner = Settings, path
    elif file.startswith(f"{JOURNAL}/"):
        cls, inner = KINDS.get(str(_value(document.data, ("kind",)))), path
    if cls is Answer and inner in ((), ("value",)):
        question = catalogue.questions.get(str(path[0])) if path else None
        kind = question.kind if question else ""
        return kind if kind in ("", "text", "number") else "closed"
    annotation = annotation_at(cls, inner) if cls and inner else None
    if annotation is None or is_text(annotation):
        return "" if annotation is None else "text"
    is_code = base_of(annotation) is str and not any(isinstance(mark, Term) for mark in marks_on(annotation))
    return "number" if is_number(annotation) else "" if is_code else "closed"


def _is_id(file: str, cut: yamlfile.Cut) -> bool:
    """Tell whether the id of an actor stands before the comment, which is then nothing but a comment."""
    cls = record_of(file) or Settings
    marks = marks_on(annotation_at(cls, cut.path if cls is Settings else cut.path[1:]))
    return any(isinstance(mark, Refers) for mark in marks) and bool(ID_PATTERN.fullmatch(cut.text))


def _value(data: Any, path: DataPath) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else data[step] if isinstance(data, list) else None  # type: ignore[index]
    return data
