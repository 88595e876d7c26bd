"""``mainstream gather``."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, opened, print_json
from mainstream_cli.errors import MainstreamError, UsageError
from mainstream_cli.gathering import gather, refusal, table_names
from mainstream_cli.model.blocks import Copy
from mainstream_cli.model.gathering import Gathered, Refused
from mainstream_cli.store import ProjectFolder, as_copy, damage, load, overlooked, save_blocks, shelves

SETTINGS = "mainstream.yaml"
FoldersArgument = Annotated[
    list[Path], typer.Argument(metavar="DIR...", help="Copies of this project, or a folder that holds several.")
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Only show what would come in; write nothing.")]
JoinOption = Annotated[
    list[str] | None,
    typer.Option("--join", metavar="REGISTER/ID|all", help="Make one of entries of the same title, as proposed."),
]
AgainOption = Annotated[bool, typer.Option("--again", help="Take in also what stood here once and was replaced.")]


def run(
    folders: FoldersArgument,
    dry_run: DryRunOption = False,
    join: JoinOption = None,
    again: AgainOption = False,
    project: ProjectOption = None,
    format: FormatOption = Format.text,  # noqa: A002
) -> int:
    """Take the copies of tables back: add what is new, and keep every view where tables differ."""
    host = opened(project)
    copies, refused, unread = _read(host, _copies_in(folders, host.folder.resolve()))
    if not copies:
        raise _nothing_to_take(refused)
    here = as_copy(host, "")
    result = gather(
        Copy(here.name, here.blocks, frozenset() if again else here.former),
        copies,
        host.catalogue,
        shelves(host.catalogue),
        join or [],
    )
    if not dry_run and result.changes:
        save_blocks(host.folder, host.catalogue, here.blocks, result.changes)
    if format is Format.json:
        print_json(_document(result, refused, unread, dry_run=dry_run))
    else:
        from mainstream_cli.output.gathering import print_gathered

        print_gathered(result, refused, unread, dry_run=dry_run)
    return 1 if refused else 0


def _copies_in(folders: list[Path], project: Path) -> list[Path]:
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
        return Refused(
            name, "It is this project itself, not a copy of it.", "Name the folders of the tables.", str(folder), "P10"
        )
    if loaded is None:
        return Refused(
            name,
            f"There is no project in this folder (no {SETTINGS}).",
            "Check the folder, or plug in the stick.",
            str(folder),
            "P01",
        )
    broken = damage(loaded)
    if broken:
        first = broken[0]
        place = first.place
        where = f"{folder / place.file}:{place.line}:{place.column}" if place else str(folder)
        more = f" ({len(broken) - 1} more: mainstream check -p {folder})" if len(broken) > 1 else ""
        return Refused(name, f"{first.message}{more}", first.action, where, first.code)
    return refusal(name, host.project.settings, loaded.project.settings)


def _nothing_to_take(refused: list[Refused]) -> MainstreamError:
    if not refused:
        return UsageError("There is no copy in these folders.", action="Name the folders of the tables.", code="usage")
    first = refused[0]
    more = f" ({len(refused) - 1} more copies were refused too.)" if len(refused) > 1 else ""
    return MainstreamError(
        f"{first.table}: {first.message}{more}",
        action=f"{first.action} Nothing was changed.",
        where=first.where,
        code=first.code,
    )


def _document(
    result: Gathered, refused: list[Refused], unread: list[tuple[str, str]], *, dry_run: bool
) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "tables": list(result.tables),
        "questions": [
            {**asdict(each), "views": [{"answer": words, "tables": count} for words, count in each.views]}
            for each in result.questions
        ],
        "entries": [asdict(each) for each in result.entries],
        "proposals": [asdict(each) for each in result.proposals],
        "older": [{"table": table, "file": file, "id": key} for table, file, key in result.older],
        "refused": [asdict(each) for each in refused],
        "unread": [{"table": table, "file": file} for table, file in unread],
        "changed": {file: sorted(blocks) for file, blocks in result.changes.items()},
    }
