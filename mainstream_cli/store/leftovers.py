"""Copies and other leftovers in a project folder: which they are, and which entries of the journal are twins."""

import filecmp
import json
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from mainstream_cli import yamlfile
from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding, Place, Severity
from mainstream_cli.model.leftover import leftover
from mainstream_cli.model.types import ACTORS, ID_PATTERN
from mainstream_cli.reading import within
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import JOURNAL, OF_INSTITUTIONS, PRIVATE, register_file


def _harmless(kind: str, main: str) -> tuple[Text, Text] | None:
    """Say what a file is that holds nothing of its own, and what to do; None for a file of another kind."""
    match kind:
        case "lock":
            return (
                say(
                    "Nothing reads this file: somebody has {main} open, or its program ended badly. This is its lock.",
                    main=main,
                ),
                say("Close {main}; where nobody has it open, delete this file.", main=main),
            )
        case "swap":
            return (
                say(
                    "Nothing reads this file: an editor keeps this file while it has {main} open. "
                    "It can hold text that was not saved.",
                    main=main,
                ),
                say("Open {main} with that editor, save or give up what it finds, and delete this file.", main=main),
            )
        case "rejected":
            return (
                say("Nothing reads this file: a patch left here what it could not put into {main}.", main=main),
                say("Put what is missing into {main} by hand, and delete this file.", main=main),
            )
    return None


def entry_files(files: Files) -> list[str]:
    """Return the files of the journal that count: no copies, and of twins only the first."""
    twins = twin_files(files)
    return [file for file in _named_as_entries(files) if file not in twins]


def reporting(files: Files) -> list[str]:
    """Return the institutions after which files of registers are named; a copy counts where it is named like one."""
    known = {id_ for register in ACTORS for id_ in files.data(register_file(register))}
    found: set[str] = set()
    for folder in (*OF_INSTITUTIONS, *(f"{PRIVATE}/{folder}" for folder in OF_INSTITUTIONS)):
        names = {PurePosixPath(file).name: PurePosixPath(file).stem for file in files.inside(folder)}
        found |= {stem for name, stem in names.items() if stem in known or leftover(name, names) is None}
    return sorted(filter(ID_PATTERN.fullmatch, found))


def twin_files(files: Files) -> dict[str, str]:
    """Map each entry of the journal that says what another one says already to that one."""
    first: dict[str, str] = {}
    twins: dict[str, str] = {}
    for file in _named_as_entries(files):
        data = files.data(file)
        if data:
            same = first.setdefault(json.dumps(data, sort_keys=True, default=str), file)
            twins.update({file: same} if same != file else {})
    return twins


def _named_as_entries(files: Files) -> list[str]:
    names = {PurePosixPath(file).name for file in files.inside(JOURNAL)}
    return [f"{JOURNAL}/{name}" for name in sorted(names) if leftover(name, names) is None]


def twin_finding(file: str, other: str) -> Finding:
    """Return the finding on an entry that counts under another name already."""
    message = say("This entry says what {other} says, word for word; the two count as one.", other=other)
    action = say(
        "Delete this file if it is a copy. If there were two, say in each what sets it apart from {other}.", other=other
    )
    return Finding("F13", "warning", message, action, place=Place(file))


def leftover_finding(files: Files, file: str, beside: Collection[str], known: Collection[str]) -> Finding | None:
    """Return the finding on a file that copying, syncing, merging or editing left, None for any other file."""
    path = PurePosixPath(file)
    found = leftover(path.name, beside, known)
    if found is None:
        return None
    main = str(path.with_name(found.main)) if "/" not in found.main else found.main
    harmless = _harmless(found.kind, main)
    if harmless:
        return Finding("F13", "warning", *harmless, place=Place(file))
    severity: Severity = "error" if found.kind == "copy" else "warning"
    if not _is_file(files.folder / main):
        action = say("Rename it to {main} if it holds what counts; else delete it.", main=main)
        return Finding("F13", severity, _alone(found.kind, main), action, place=Place(file))
    if _same(files, file, main):
        action = say("Keep {main}, delete this file.", main=main)
        return Finding("F13", "warning", _alike(found.kind, main), action, place=Place(file))
    action = say("Compare the two, put what is right into {main}, and delete this file.", main=main)
    return Finding("F13", severity, _different(found.kind, main), action, place=Place(file))


def _alone(kind: str, main: str) -> Text:
    if kind == "copy":
        return say("Nothing reads this file: it is a copy of {main}, which is not here.", main=main)
    return say("Nothing reads this file: it is a backup of {main}, which is not here.", main=main)


def _alike(kind: str, main: str) -> Text:
    if kind == "copy":
        return say("Nothing reads this file: it is a copy of {main} and says the same.", main=main)
    return say("Nothing reads this file: it is a backup of {main} and says the same.", main=main)


def _different(kind: str, main: str) -> Text:
    if kind == "copy":
        return say("Nothing reads this file: it is a copy of {main} and differs from it.", main=main)
    return say("Nothing reads this file: it is a backup of {main} and differs from it.", main=main)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # in a folder that may not be entered


def _same(files: Files, file: str, main: str) -> bool:
    """Tell whether two files hold the same bytes or the same values."""
    one, other = files.folder / file, files.folder / main
    if not all(_is_file(path) and within(files.folder, path) for path in (one, other)):
        return False
    try:
        if filecmp.cmp(one, other, shallow=False):
            return True
        return bool(yamlfile.read(one).data == yamlfile.read(other).data)
    except (OSError, yamlfile.YamlProblem):
        return False
