"""The text of new project files: every question as a bare key, every register with its fields explained.

A sensitive question has its bare key in ``private/``; outside it a comment says so, in the place of the key.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import Text, say, speak, stacked, verbatim
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, fields
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.relations import RATINGS
from mainstream_cli.store.layout import PRIVATE, answered_in, answers_file, shelves

COMMON_FIELDS = tuple(Entry.model_fields)
LISTED_ONCE = ("sectors", "stages", "groups")

NUMBER = r"S?\d+(?:\.\d+)+[A-Z]*"
_ASIDE = re.compile(rf"^# {NUMBER} .*?(private/answers/(?:sectors/)?\w+\.yaml).*?(?=\r?$)", re.MULTILINE)
_WORDS = re.compile(r"\w+")

_GIT_IGNORE = """\
private/
.mainstream.lock
.mainstream.former
.mainstream-*.tmp
.~lock.*
~$*
"""

_GIT_ATTRIBUTES = """\
*.yaml text eol=lf
*.md text eol=lf
*.docx binary
"""


def git_files() -> dict[str, str]:
    """Return the files that tell git what to leave alone and how to store text."""
    private = say("{folder} holds what is not for everybody; it stays on this computer.", folder="private/")
    same = say("Text is stored with the same line ends everywhere, so that changes made on different computers merge.")
    return {
        ".gitignore": f"# {speak(private)}\n{_GIT_IGNORE}",
        ".gitattributes": f"# {speak(same)}\n{_GIT_ATTRIBUTES}",
    }


def answers_text(catalogue: Catalogue, sheet: str) -> str:
    """Return a new file of answers: every question as a bare key under a comment with its number and text."""
    title = catalogue.sheets[sheet].title
    said = [say("{title}: answers. Leave a question bare until it is answered; README.md shows how.", title=title)]
    if off := catalogue.switched_off.get(sheet):
        said.append(say("Switched off in this project: {reason}", reason=off.reason.strip()))
    header = speak(stacked(said))
    comments: dict[str, str] = {}
    aside: list[str] = []  # what is answered elsewhere, said above the next key
    for question in catalogue.sheets[sheet].questions:
        if question.sensitive:
            aside.append(speak(private_line(catalogue, question)))
        else:
            comments[question.id] = "\n".join((*aside, speak(question_line(catalogue, question))))
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
    comment = speak(question_line(catalogue, questions[question]))
    return yamlfile.parse(yamlfile.insert_bare(document, question, comment, after), document.name)


def question_line(catalogue: Catalogue, question: Question) -> Text:
    """Return the comment above a question: its number, its text and what it accepts."""
    accepts = _allowed(catalogue, question)
    return say("{number} {question} [{accepts}]", number=question.number, question=question.text, accepts=accepts)


def private_line(catalogue: Catalogue, question: Question) -> Text:
    """Return the comment that stands in a public file in the place of a sensitive question."""
    place = answered_in(catalogue, question)
    sentence = say("Sensitive: answered in {file} only, under {question}.", file=place, question=question.id)
    return say("{number} {question} {sentence}", number=question.number, question=question.text, sentence=sentence)


def private_lines(text: str, ids: Collection[str]) -> dict[str, str]:
    """Return the comments of a public file that stand in the place of the sensitive questions *ids*.

    They are known by what is the same in every language: the number, the file in ``private/`` and the id.
    """
    found: dict[str, str] = {}
    for line in _ASIDE.finditer(text):
        named = set(_WORDS.findall(line[0].replace(line[1], " "))) & set(ids)
        found.update({named.pop(): line[0]} if len(named) == 1 else {})
    return found


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
        before = before or f"# {speak(question_line(catalogue, catalogue.questions[question]))}"
        text = yamlfile.take_bare(with_key(catalogue, sheet, document, question), question, before, after)
    return yamlfile.parse(text, document.name)


def _allowed(catalogue: Catalogue, question: Question) -> Text:
    match question.kind:
        case "rating":
            return verbatim(", ".join(reversed(RATINGS)))
        case "choice":
            return verbatim(", ".join(catalogue.terms(question)))
        case "choices" if isinstance(question.choices, str):
            return say("a list of {terms}", terms=question.choices)
        case "choices":
            return say("a list of: {terms}", terms=", ".join(catalogue.terms(question)))
        case "number" if question.unit:
            return say("a number, {unit}", unit=question.unit)
        case "number":
            return say("a number")
        case "date":
            return say("a date such as 2026-06-07")
    return say("text")


def new_text(catalogue: Catalogue, file: str) -> str:
    """Return the text of a new file of answers or of a register, or of its namesake in ``private/``."""
    if file.startswith(f"{PRIVATE}/"):
        return private_text(file.removeprefix(f"{PRIVATE}/"))
    shelf = next(shelf for shelf in shelves(catalogue, [Path(file).stem]) if shelf.file == file)
    return register_text(shelf.register, shelf.part) if shelf.register else answers_text(catalogue, Path(file).stem)


def register_text(register: str, part: str = "", entries: Mapping[str, Any] | None = None) -> str:
    """Return a new register file: a comment that says what it is and shows the shape of an entry; then its entries."""
    holds = REGISTERS[register].holds
    match REGISTERS[register].split:
        case "sector":
            what = say("{register} of the sector {sector}: {holds}.", register=register, sector=part, holds=holds)
        case "institution":
            what = say("{register} from {institution}: {holds}.", register=register, institution=part, holds=holds)
        case _:
            what = say("{register}: {holds}.", register=register, holds=holds)
    shape = say("An entry looks like this; README.md lists all fields:")
    lines = [speak(what), speak(shape), *(f"  {line}" for line in _example(register))]
    return yamlfile.dump(entries or {}, {}, "\n".join(lines))


def private_answers_text(catalogue: Catalogue, sheet: str) -> str:
    """Return a new file of ``private/`` with the sensitive questions of a stage or sector as bare keys."""
    sensitive = [question for question in catalogue.sheets[sheet].questions if question.sensitive]
    comments = {question.id: speak(question_line(catalogue, question)) for question in sensitive}
    return yamlfile.dump(dict.fromkeys(comments), comments, _private_header(answers_file(catalogue, sheet)))


def private_text(file: str) -> str:
    """Return a new file of ``private/``, which is laid over the file of the same name outside it."""
    return yamlfile.dump({}, {}, _private_header(file))


def _private_header(file: str) -> str:
    return speak(
        say(
            "Not for everybody: git leaves this file alone, and documents never print it. It is laid over {file}.",
            file=file,
        )
    )


def _example(register: str) -> Iterator[str]:
    yield "an_id_of_your_choice:"
    for field in fields(register):
        if field.required:
            yield f"  {field.id}: ..."


def describe_fields(catalogue: Catalogue, register: str) -> Iterator[tuple[str, Text]]:
    """Yield name and description of the fields that are special to a register; fields of a block as ``block.field``."""
    for field in fields(register):
        if field.id not in COMMON_FIELDS or field.id == "title":
            yield field.id, _described(catalogue, field)
            shape = f"{field.id}[]" if field.many else field.id
            yield from ((f"{shape}.{inner.id}", _described(catalogue, inner)) for inner in field.inside)


def _described(catalogue: Catalogue, field: FieldQuestion) -> Text:
    said = verbatim(field.text)
    if field.kind == "by_year":
        more = say("One line a year, such as {example}.", example='"2027": 1000')
        return say("{first} {second}", first=said, second=more)
    if field.choices:
        said = say("{first} {second}", first=said, second=_choices(catalogue, field.choices, many=field.many))
    return say("{first} {second}", first=said, second=say("Required.")) if field.required else said


def _choices(catalogue: Catalogue, name: str, *, many: bool) -> Text:
    if name in LISTED_ONCE:
        return (
            say("Any of the {list} listed below.", list=name)
            if many
            else say("One of the {list} listed below.", list=name)
        )
    terms = ", ".join(catalogue.vocabulary[name])
    return say("Any of: {choices}.", choices=terms) if many else say("One of: {choices}.", choices=terms)
