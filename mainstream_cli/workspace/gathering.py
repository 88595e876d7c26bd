"""Takes the copies of tables back into the project that they were made from."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.gathering import gather, refusal, table_names
from mainstream_cli.language import count, say, verbatim
from mainstream_cli.model.blocks import Copy
from mainstream_cli.model.gathering import Gathered, Refused
from mainstream_cli.model.types import ACTORS
from mainstream_cli.store import ProjectFolder, load, shelves
from mainstream_cli.store.gathering import as_copy, damage, overlooked, save_blocks
from mainstream_cli.store.layout import OF_INSTITUTIONS

SETTINGS = "mainstream.yaml"
NAME_THEM = say("Name the folders of the tables.")


@dataclass(frozen=True)
class Intake:
    """What came in, or would.

    Attributes:
        result: what the tables say, question by question and entry by entry, and the blocks that change.
        refused: the copies that were left out, and why.
        unread: files in the copies that nothing reads, by table.
    """

    result: Gathered
    refused: tuple[Refused, ...]
    unread: tuple[tuple[str, str], ...]

    def as_data(self) -> dict[str, Any]:
        """Return it as JSON carries it; ``changed`` names what is written, by file."""
        result = self.result
        return {
            "tables": list(result.tables),
            "questions": [
                {**asdict(question), "views": [{"answer": words, "tables": count} for words, count in question.views]}
                for question in result.questions
            ],
            "entries": [asdict(entry) for entry in result.entries],
            "proposals": [asdict(proposal) for proposal in result.proposals],
            "older": [{"table": table, "file": file, "id": key} for table, file, key in result.older],
            "refused": [asdict(copy) for copy in self.refused],
            "unread": [{"table": table, "file": file} for table, file in self.unread],
            "changed": {file: sorted(blocks) for file, blocks in result.changes.items()},
        }


def take_in(
    host: ProjectFolder,
    folders: Sequence[Path],
    join: Sequence[str] = (),
    *,
    dry_run: bool = False,
    again: bool = False,
) -> Intake:
    """Add what is new in the copies in *folders*, and keep every view where tables differ."""
    copies, refused, unread = _read(host, _copies_in(folders, host.folder.resolve()))
    if not copies:
        raise _nothing_to_take(refused)
    here = as_copy(host, "")
    former = frozenset() if again else here.former
    known = shelves(host.catalogue, _reporting((here, *copies)))
    result = gather(Copy(here.name, here.blocks, former), copies, host.catalogue, known, join)
    if not dry_run and result.changes:
        save_blocks(host.folder, host.catalogue, here.blocks, result.changes)
    return Intake(result, tuple(refused), tuple(unread))


def _reporting(copies: Sequence[Copy]) -> set[str]:
    """Return the institutions that have a file in some copy, or may have one when entries are joined."""
    files = (PurePosixPath(file) for copy in copies for file in copy.blocks)
    actors = {id_ for copy in copies for name in ACTORS for id_ in copy.blocks.get(f"registers/{name}.yaml", {})}
    return actors | {file.stem for file in files if str(file.parent).endswith(OF_INSTITUTIONS)}


def _copies_in(folders: Sequence[Path], project: Path) -> list[Path]:
    """Return the folders of copies; a folder without a project stands for the other projects inside it."""
    found: list[Path] = []
    for folder in folders:
        inside = [] if (folder / SETTINGS).is_file() or not folder.is_dir() else sorted(folder.glob(f"*/{SETTINGS}"))
        found += [
            path.parent for path in inside if path.parent.resolve() != project and not path.parent.name.startswith(".")
        ] or [folder]
    return list({folder.resolve(): folder.resolve() for folder in found})


def _read(host: ProjectFolder, folders: list[Path]) -> tuple[list[Copy], list[Refused], list[tuple[str, str]]]:
    """Read the copies; return those that can be taken, those refused, and files in them that nothing reads."""
    copies, refused, unread = [], [], []
    for name, folder in zip(table_names(host.folder.resolve(), folders), folders, strict=True):
        loaded = load(folder, host.catalogue) if (folder / SETTINGS).is_file() else None
        reason = _reason(host, name, folder, loaded)
        if reason is not None or loaded is None:
            refused += [reason] if reason else []
            continue
        copies.append(as_copy(loaded, name))
        unread += [(name, file) for file in overlooked(loaded)]
    return copies, refused, unread


def _reason(host: ProjectFolder, name: str, folder: Path, loaded: ProjectFolder | None) -> Refused | None:
    if folder == host.folder.resolve():
        message = say("It is this project itself, not a copy of it.")
        return Refused(name, message, NAME_THEM, str(folder), "P10")
    if loaded is None:
        message = say("There is no project in this folder (no {file}).", file=SETTINGS)
        return Refused(name, message, say("Check the folder, or plug in the stick."), str(folder), "P01")
    broken = damage(loaded)
    if broken:
        first = broken[0]
        place = first.place
        where = f"{folder / place.file}:{place.line}:{place.column}" if place else str(folder)
        message = verbatim(first.message)
        if len(broken) > 1:
            command = f"mainstream check -p {folder}"
            left = count("({n} more: {command})", "({n} more: {command})", n=len(broken) - 1, command=command)
            message = say("{first} {second}", first=first.message, second=left)
        return Refused(name, message, first.action, where, first.code)
    return refusal(name, host.project.settings, loaded.project.settings)


def _nothing_to_take(refused: list[Refused]) -> MainstreamError:
    if not refused:
        return UsageError(say("There is no copy in these folders."), action=NAME_THEM, code="usage")
    first = refused[0]
    message = say("{table}: {sentence}", table=first.table, sentence=first.message)
    if len(refused) > 1:
        others = count("({n} more copy was refused too.)", "({n} more copies were refused too.)", n=len(refused) - 1)
        message = say("{first} {second}", first=message, second=others)
    action = say("{first} {second}", first=first.action, second=say("Nothing was changed."))
    return MainstreamError(message, action=action, where=first.where, code=first.code)
