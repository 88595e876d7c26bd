"""The text of new project files: every question as a bare key, every register with its fields explained.

A sensitive question has its bare key in ``private/``; outside it a comment says so, in the place of the key.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from mainstream_cli import yamlfile
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, fields
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.store.layout import PRIVATE, answered_in, answers_file, shelves

COMMON_FIELDS = tuple(Entry.model_fields)

PRIVATE_LINE = re.compile(r"^# .* Sensitive: answered in \S+ only, under (\w+)\.(?=\r?$)", re.MULTILINE)
"""A comment line as ``private_line`` writes it in the place of a sensitive question, with the id."""

GIT_IGNORE = """\
# private/ holds what is not for everybody; it stays on this computer.
private/
.mainstream.lock
.mainstream.former
.mainstream-*.tmp
.~lock.*
~$*
"""

GIT_ATTRIBUTES = """\
# Text is stored with the same line ends everywhere, so that changes made on different computers merge.
*.yaml text eol=lf
*.md text eol=lf
*.docx binary
"""


def answers_text(catalogue: Catalogue, sheet: str) -> str:
    """Return a new file of answers: every question as a bare key under a comment with its number and text."""
    header = (
        f"{catalogue.sheets[sheet].title}: answers. Leave a question bare until it is answered; README.md shows how."
    )
    off = catalogue.switched_off.get(sheet)
    header += f"\nSwitched off in this project: {off.reason.strip()}" if off else ""
    comments: dict[str, str] = {}
    aside: list[str] = []  # what is answered elsewhere, said above the next key
    for question in catalogue.sheets[sheet].questions:
        if question.sensitive:
            aside.append(private_line(catalogue, question))
        else:
            comments[question.id] = "\n".join((*aside, question_line(catalogue, question)))
            aside = []
    return yamlfile.dump(dict.fromkeys(comments), comments, header) + "".join(f"# {line}\n" for line in aside)


def with_key(catalogue: Catalogue, sheet: str, document: yamlfile.Document, question: str) -> yamlfile.Document:
    """Return a file of answers with the bare key of a question at its place, as for content newer than the file."""
    keys = document.data if isinstance(document.data, dict) else {}
    if question in keys or (document.data and not keys):
        return document
    questions = {asked.id: asked for asked in catalogue.sheets[sheet].questions}
    before = list(questions)[: list(questions).index(question)]
    after = next((key for key in reversed(before) if key in keys), "")
    comment = question_line(catalogue, questions[question])
    return yamlfile.parse(yamlfile.insert_bare(document, question, comment, after), document.name)


def question_line(catalogue: Catalogue, question: Question) -> str:
    """Return the comment above a question: its number, its text and what it accepts."""
    return f"{question.number} {question.text} [{_allowed(catalogue, question)}]"


def private_line(catalogue: Catalogue, question: Question) -> str:
    """Return the comment that stands in a public file in the place of a sensitive question."""
    place = answered_in(catalogue, question)
    return f"{question.number} {question.text} Sensitive: answered in {place} only, under {question.id}."


def with_private_line(
    catalogue: Catalogue, sheet: str, document: yamlfile.Document, question: str, before: str, after: str
) -> yamlfile.Document:
    """Return a public file without the bare key of a sensitive question and with the comment *after* in its place.

    Both comments are whole lines; *before* gives way, where it is there.
    """
    keys = document.data or {}
    if before and question not in keys:
        text = yamlfile.replace_line(document, before, after)
    elif keys.get(question) is not None:  # a block without anything in it
        bare = yamlfile.parse(yamlfile.replace_block(document, question, None), document.name)
        text = yamlfile.take_bare(bare, question, before, after)
    else:
        before = before or f"# {question_line(catalogue, catalogue.questions[question])}"
        text = yamlfile.take_bare(with_key(catalogue, sheet, document, question), question, before, after)
    return yamlfile.parse(text, document.name)


def _allowed(catalogue: Catalogue, question: Question) -> str:
    terms = list(catalogue.terms(question)) if question.kind in ("rating", "choice", "choices") else []
    match question.kind:
        case "rating":
            return "in_place, partly, absent"
        case "choice":
            return ", ".join(terms)
        case "choices":
            return (
                f"a list of: {', '.join(terms)}"
                if not isinstance(question.choices, str)
                else f"a list of {question.choices}"
            )
        case "number":
            return f"a number, {question.unit}" if question.unit else "a number"
        case "date":
            return "a date such as 2026-06-07"
    return "text"


def new_text(catalogue: Catalogue, file: str) -> str:
    """Return the text of a new file of answers or of a register, or of its namesake in ``private/``."""
    shelf = next(shelf for shelf in shelves(catalogue) if shelf.file == file)
    if shelf.private:
        return private_text(file.removeprefix(f"{PRIVATE}/"))
    return register_text(shelf.register, shelf.sector) if shelf.register else answers_text(catalogue, Path(file).stem)


def register_text(register: str, sector: str = "") -> str:
    """Return a new register file: a comment that says what it is and shows the shape of an entry."""
    place = f" of the sector {sector}" if sector else ""
    lines = [
        f"{register}{place}: {REGISTERS[register].holds}.",
        "An entry looks like this; README.md lists all fields:",
    ]
    lines += [f"  {line}" for line in _example(register)]
    return yamlfile.dump({}, {}, "\n".join(lines))


def private_answers_text(catalogue: Catalogue, sheet: str) -> str:
    """Return a new file of ``private/`` with the sensitive questions of a stage or sector as bare keys."""
    sensitive = [question for question in catalogue.sheets[sheet].questions if question.sensitive]
    comments = {question.id: question_line(catalogue, question) for question in sensitive}
    return yamlfile.dump(dict.fromkeys(comments), comments, _private_header(answers_file(catalogue, sheet)))


def private_text(file: str) -> str:
    """Return a new file of ``private/``, which is laid over the file of the same name outside it."""
    return yamlfile.dump({}, {}, _private_header(file))


def _private_header(file: str) -> str:
    return f"Not for everybody: git leaves this file alone, and documents never print it. It is laid over {file}."


def _example(register: str) -> Iterator[str]:
    yield "an_id_of_your_choice:"
    for field in fields(register):
        if field.required:
            yield f"  {field.id}: ..."


def describe_fields(catalogue: Catalogue, register: str) -> Iterator[tuple[str, str]]:
    """Yield name and description of the fields that are special to a register; fields of a block as ``block.field``."""
    for field in fields(register):
        if field.id not in COMMON_FIELDS or field.id == "title":
            yield field.id, _described(catalogue, field)
            shape = f"{field.id}[]" if field.many else field.id
            yield from ((f"{shape}.{inner.id}", _described(catalogue, inner)) for inner in field.inside)


def _described(catalogue: Catalogue, field: FieldQuestion) -> str:
    if field.kind == "by year":
        return f'{field.text} One line a year, such as "2027": 1000.'
    return f"{field.text}{_field_words(catalogue, field)}{' Required.' if field.required else ''}"


def _field_words(catalogue: Catalogue, field: FieldQuestion) -> str:
    if field.choices in ("sectors", "stages", "groups"):
        return f" {'Any' if field.many else 'One'} of the {field.choices} listed below."
    if field.choices:
        return f" {'Any' if field.many else 'One'} of: {', '.join(catalogue.vocabulary[field.choices])}."
    return ""
