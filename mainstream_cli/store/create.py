"""Makes a new project folder, whole or not at all."""

import re
import shutil
import stat
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say, speak, spoken
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import HANDBOOK
from mainstream_cli.reading import read_bytes
from mainstream_cli.store.layout import PRIVATE, SETTINGS, shelves
from mainstream_cli.store.manual import folder_readme
from mainstream_cli.store.scaffold import git_files, new_text, register_text
from mainstream_cli.store.working_language import working

PREPARED = {"checklists", "templates", ".git"}  # national content, own templates, a fresh git repository
DRAFT = ".mainstream-new-"
_DRAFT_NAME = re.compile(r"\.mainstream-new-[a-z0-9_]{8}")
LEFT_BEHIND_SECONDS = 3600


Entries = Mapping[str, Mapping[str, Any]]


def create(
    folder: Path, catalogue: Catalogue, settings: Mapping[str, Any], entries: Mapping[str, Entries] | None = None
) -> None:
    """Make a new project in *folder*, which must not exist, or be empty but for prepared content and templates.

    *entries* are the first ones of its registers.

    Raises:
        MainstreamError: the folder is not empty or cannot be written; nothing is left behind.
    """
    refuse_unless_empty(folder)
    with spoken(working(settings.get("languages"))):
        header = say(
            "The project: country, plan and timing. Answers are in {answers}, what the team records in {registers}.",
            answers="answers/",
            registers="registers/",
        )
        files = {SETTINGS: yamlfile.dump(dict(settings), header=speak(header)), **git_files()}
        files |= {shelf.file: new_text(catalogue, shelf.file) for shelf in shelves(catalogue) if not shelf.private}
        files |= {
            f"registers/{name}.yaml": register_text(name, entries=first) for name, first in (entries or {}).items()
        }
        files["README.md"] = folder_readme(catalogue, settings)
    _place(folder, files)


def create_from(folder: Path, sample: Path, catalogue: Catalogue) -> None:
    """Make a copy of the sample project in *folder*, which must not exist or be empty.

    Raises:
        MainstreamError: the folder is not empty or cannot be written, or holds another catalogue than the sample is
            made with; nothing is left behind.
    """
    refuse_unless_empty(folder)
    paths = sorted(path for path in sample.rglob("*") if path.is_file() and path.suffix in {".yaml", ".md"})
    files = {path.relative_to(sample).as_posix(): _text(path, sample) for path in paths}
    page = yamlfile.parse(files[SETTINGS], SETTINGS)
    named = page.data["catalogue"].get("name", HANDBOOK)
    if named != catalogue.id:
        message = say(
            "The sample {sample} is made with the catalogue '{named}'; checklists/ holds '{here}'.",
            sample=sample.name,
            named=named,
            here=catalogue.id,
        )
        raise MainstreamError(message, action=say("Copy it into an empty folder. Nothing was made."), code="P20")
    files[SETTINGS] = yamlfile.replace_block(page, "catalogue", catalogue.stamp)
    with spoken(working(page.data.get("languages"))):
        files |= git_files()
    _place(folder, files)


def _text(path: Path, sample: Path) -> str:
    return read_bytes(path, yamlfile.MAX_BYTES, sample).decode("utf-8")


def _place(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files into a folder beside the target, then move it into place."""
    parents: list[Path] = []
    draft: Path | None = None
    try:
        _sweep(folder.parent)
        parents += [parent for parent in folder.parents if not parent.exists()]
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=folder.parent))
        for name, text in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        (draft / PRIVATE).mkdir()
        (draft / PRIVATE).chmod(0o700)  # whatever the umask is
        draft.chmod(0o755)
        _move(draft, folder)
    except OSError as error:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)
        for parent in parents:
            with suppress(OSError):  # it is not empty any more
                parent.rmdir()
        reason = str(error.strerror or error)
        message = say("The folder {folder} cannot be made: {reason}.", folder=str(folder), reason=reason)
        action = say("Choose a folder that you may write to. Nothing was left behind.")
        raise MainstreamError(message, action=action, code="P12") from error


def _sweep(place: Path) -> None:
    """Remove the drafts of projects that a killed process left in *place* long ago."""
    for draft in place.glob(f"{DRAFT}*"):
        status = draft.lstat()
        ours = _DRAFT_NAME.fullmatch(draft.name) and stat.S_ISDIR(status.st_mode)
        if ours and time.time() - status.st_mtime > LEFT_BEHIND_SECONDS:
            shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, folder: Path) -> None:
    if not folder.exists():
        draft.rename(folder)
        return
    for path in sorted(draft.iterdir()):
        path.rename(folder / path.name)
    draft.rmdir()


def refuse_unless_empty(folder: Path) -> None:
    """Refuse a folder in which no project can be made.

    Raises:
        MainstreamError: it has something in it, or is a file.
    """
    if folder.is_dir() and {path.name for path in folder.iterdir()} <= PREPARED:
        return
    if folder.exists() or folder.is_symlink():
        message = say("{folder} is not a folder; nothing was changed.", folder=str(folder))
        if folder.is_dir():
            message = say("{folder} is not empty; nothing was changed.", folder=str(folder))
        action = say("Name a new folder. To go on with a project, use its folder as it is: no init is needed.")
        raise MainstreamError(message, action=action, code="P11")
