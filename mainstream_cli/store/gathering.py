"""Reads copies of a project as blocks, and writes many blocks of it in one go."""

from collections.abc import Mapping
from pathlib import Path

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.answer import judge
from mainstream_cli.model.blocks import Block, Blocks, Copy, as_block
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.store.former import former, remember
from mainstream_cli.store.layout import shelves
from mainstream_cli.store.leftovers import reporting
from mainstream_cli.store.read import ProjectFolder
from mainstream_cli.store.save import file_named, locked, read_page, write
from mainstream_cli.store.scaffold import new_text, with_key

HARMLESS = ("F10", "F14", "F15")
"""Findings on a form that can still be taken over without loss: a bare word, which is then written in quotes."""

Changes = Mapping[str, Mapping[str, Block | None]]
"""File -> key -> the block to write; None takes an entry out."""


def as_copy(project_folder: ProjectFolder, name: str) -> Copy:
    """Return the blocks of a project that was read."""
    blocks = {}
    for shelf in shelves(project_folder.catalogue, reporting(project_folder.files)):
        data = project_folder.files.data(shelf.file) or {}
        asked = {key: value for key, value in data.items() if not project_folder.catalogue.is_earlier(key)}
        found = {key: block for key, value in asked.items() if (block := as_block(value)) and not key.startswith("x_")}
        if found:
            blocks[shelf.file] = found
    return Copy(name, blocks, former(project_folder.folder))


def damage(project_folder: ProjectFolder) -> list[Finding]:
    """Return the findings for which a copy cannot be taken over whole: something in it would be lost or misread."""
    broken = [
        finding for finding in project_folder.findings if finding.code not in HARMLESS and not _overlooked(finding)
    ]
    return broken + _under_earlier_names(project_folder)


def _under_earlier_names(project_folder: ProjectFolder) -> list[Finding]:
    """Return a finding for each answer that an upgrade of the copy would bring to the new name of its question."""
    found = []
    for id_ in sorted(project_folder.project.set_aside):
        question = project_folder.catalogue.questions.get(project_folder.catalogue.now(id_))
        if question is None or project_folder.project.answer(question.id) is not None:
            continue
        place = project_folder.locate(Ref("answers", id_))
        value = as_block((project_folder.files.data(place.file) or {}).get(id_)).get("value")
        if judge(question, value, project_folder.catalogue.terms(question)) is None:
            message = say("{question} is answered under its name in an earlier edition.", question=id_)
            action = say("Run {command} in this copy first.", command="mainstream upgrade --write")
            found.append(Finding("P18", "error", message, action, place=place))
    return found


def overlooked(project_folder: ProjectFolder) -> list[str]:
    """Return the files of a copy that nothing reads, such as a second version beside the first."""
    return [finding.place.file for finding in project_folder.findings if finding.place and _overlooked(finding)]


def _overlooked(finding: Finding) -> bool:
    return finding.code == "F13" and finding.place is not None and not finding.place.line


def save_blocks(folder: Path, catalogue: Catalogue, seen: Blocks, changes: Changes) -> None:
    """Write many blocks, every file once, if they are still as they were *seen*.

    All new texts are made before the first is written; what is then interrupted is completed by doing it again.

    Raises:
        MainstreamError: a block has changed meanwhile, or a file cannot be read or written.
    """
    with locked(folder):
        texts = {}
        for file, blocks in changes.items():
            with file_named(file):
                path = folder / file
                page = read_page(folder, path) if path.exists() else yamlfile.parse(new_text(catalogue, file), file)
                _refuse_if_moved(file, page, seen.get(file, {}), blocks)
                removed = [key for key, block in blocks.items() if block is None]
                kept = {key: block for key, block in blocks.items() if block is not None}
                for key in kept if file.startswith("answers/") else ():
                    page = with_key(catalogue, path.stem, page, key)
                texts[file] = yamlfile.replace_blocks(page, kept, removed)
        for file, text in texts.items():
            with file_named(file):
                write(folder, folder / file, text)
        remember(
            folder,
            (
                (file, key, seen.get(file, {}).get(key), block)
                for file, blocks in changes.items()
                for key, block in blocks.items()
            ),
        )


def _refuse_if_moved(
    file: str, page: yamlfile.Document, seen: Mapping[str, Block], blocks: Mapping[str, Block | None]
) -> None:
    data = page.data or {}
    for key in blocks:
        if as_block(data.get(key)) != seen.get(key, {}):
            message = say(
                "{key} in {file} was changed while the copies were read. Nothing was changed.", key=key, file=file
            )
            raise MainstreamError(message, action=say("Run the same command again."), where=file, code="P02")
