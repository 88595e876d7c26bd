"""Reads the answers of a project for an upgrade, and writes what it changes."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import Text, current
from mainstream_cli.language.english import Language
from mainstream_cli.language.languages import PSEUDO, language, language_codes
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import SCHEMA
from mainstream_cli.model.upgrade import AnswerPage, FileChange, Upgrade
from mainstream_cli.store.former import remember
from mainstream_cli.store.layout import PRIVATE, SETTINGS, answer_files, register_files
from mainstream_cli.store.once_texts import in_blocks
from mainstream_cli.store.read import ProjectFolder
from mainstream_cli.store.save import file_named, locked, read_page, write
from mainstream_cli.store.scaffold import (
    new_text,
    private_line,
    private_lines,
    question_line,
    with_key,
    with_private_line,
)
from mainstream_cli.store.working_language import named


def answer_pages(project_folder: ProjectFolder) -> Iterator[AnswerPage]:
    """Yield every file of answers with its namesake in ``private/``, as they were read."""
    catalogue = project_folder.catalogue
    for sheet, file in answer_files(catalogue):
        yield _public_page(project_folder, sheet, file)
        yield _page(project_folder, sheet, f"{PRIVATE}/{file}", private=True)


def _page(project_folder: ProjectFolder, sheet: str, file: str, *, private: bool) -> AnswerPage:
    document = project_folder.files.document(file)
    comments = yamlfile.comments_above(document) if document else {}
    return AnswerPage(file, sheet, private, document is not None, project_folder.files.data(file) or {}, comments, {})


def _public_page(project_folder: ProjectFolder, sheet: str, file: str) -> AnswerPage:
    page, document = _page(project_folder, sheet, file, private=False), project_folder.files.document(file)
    questions = list(project_folder.catalogue.sheets[sheet].questions)
    lines = {question.id: question_line(project_folder.catalogue, question) for question in questions}
    asides = {
        question.id: private_line(project_folder.catalogue, question) for question in questions if question.sensitive
    }
    team = named(project_folder.files.data(SETTINGS).get("languages"))
    here = private_lines(document.text if document else "", asides)
    return replace(
        page,
        wanted={id_: _wanted(line, page.comments.get(id_, ()), team) for id_, line in lines.items()},
        told={id_: _in_every_language(line) for id_, line in lines.items()},
        aside={
            id_: (here.get(id_, ""), _wanted(line, [here[id_]] if id_ in here else (), team))
            for id_, line in asides.items()
        },
    )


def _wanted(line: Text, here: Collection[str], team: Language | None) -> str:
    """Return a comment as it is wanted: one that is right in some language is, unless the project names another."""
    if team is None and (right := _in_every_language(line) & set(here)):
        return min(right)
    return f"# {(team or current()).say(line)}"


def _in_every_language(line: Text) -> frozenset[str]:
    return frozenset(f"# {language(code).say(line)}" for code in (*language_codes(), PSEUDO))


def missing_registers(project_folder: ProjectFolder) -> list[str]:
    """Return the register files that a new project has and this one has not."""
    return [
        file for *_, file in register_files(project_folder.catalogue) if not (project_folder.folder / file).exists()
    ]


def save_upgrade(folder: Path, catalogue: Catalogue, upgrade: Upgrade) -> None:
    """Write what an upgrade changes: from what is on disk now, each file whole or not at all, the stamp last.

    All texts are made before the first is written. What is interrupted is completed by doing it again.

    Raises:
        MainstreamError: a file cannot be read or written.
    """
    with locked(folder):
        texts = {}
        for file in upgrade.new_files:
            if not (folder / file).exists():
                texts[file] = new_text(catalogue, file)
        for file, change in upgrade.changes.items():
            with file_named(file):
                texts[file] = _changed(folder, catalogue, file, change, texts.get(file))
        moved: dict[str, dict[str, tuple[Any, Any]]] = {}
        for file in upgrade.texts:
            with file_named(file):
                texts[file], moved[file] = in_blocks(folder, catalogue, file)
        if not upgrade.stamped:
            with file_named(SETTINGS):
                page = read_page(folder, folder / SETTINGS)
                blocks = {"schema": SCHEMA, "catalogue": {"name": "", **page.data["catalogue"], **upgrade.after}}
                texts[SETTINGS] = yamlfile.replace_blocks(page, blocks)
        for file, text in texts.items():
            with file_named(file):
                write(folder, folder / file, text)
        remember(folder, ((file, key, *each) for file, blocks in moved.items() for key, each in blocks.items()))


def _changed(folder: Path, catalogue: Catalogue, file: str, change: FileChange, new: str | None) -> str:
    path, sheet = folder / file, Path(file).stem
    if new is None and not path.exists():
        new = new_text(catalogue, file)
    page = read_page(folder, path) if new is None else yamlfile.parse(new, file)
    page = yamlfile.parse(yamlfile.replace_comments(page, change.comments), file)
    for key in change.keys:
        page = with_key(catalogue, sheet, page, key)
    for key, (before, after) in change.aside.items():
        page = with_private_line(catalogue, sheet, page, key, before, after)
    data = page.data if isinstance(page.data, dict) else {}
    return yamlfile.replace_blocks(page, {key: block for key, block in change.blocks.items() if data.get(key) is None})
