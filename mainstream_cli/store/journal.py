"""Adds entries to the journal: one file each, never rewritten."""

import datetime
import secrets
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import Text, say, speak
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import JOURNAL, PRIVATE
from mainstream_cli.store.leftovers import entry_files
from mainstream_cli.store.save import locked, write

NEVER_CHANGED = say("This file is never changed.")
HEADERS = {
    "sign_off": say("A sign-off: it records an approval and is no electronic signature."),
    "submission": say("A paper that was sent for approval, and the edition that keeps what it said."),
    "edition": say("An edition that was made later, from values that match the seal of a sign-off."),
    "waiver": say("A waiver: a finding accepted for now. It changes no status."),
    "decision": say("A decision that was taken."),
    "rating": say("How the conditions for success stood on this day."),
}


def save_to_journal(
    folder: Path,
    kind: str,
    about: str,
    day: datetime.date,
    fields: Mapping[str, Any],
    private: Mapping[str, Any] = MappingProxyType({}),
) -> Path:
    """Write an entry of the journal as a new file and return its path; *about* is a stage, a code or another word.

    What is *private* goes into a file of the same name in ``private/``, where it lies over the entry.

    Raises:
        MainstreamError: the file cannot be written.
    """
    with locked(folder):
        begin = f"{day.isoformat()}-{kind}-"
        entries = [PurePosixPath(file).stem for file in entry_files(Files(folder))]
        before = [entry for entry in entries if entry.startswith(begin)]
        name = _new_name(folder, f"{begin}{about}-")
        sequence = {"sequence": len(before) + 1} if before else {}
        given = {name: value for name, value in fields.items() if value not in (None, [], {}, 0)}
        data = {"kind": kind, **given, "date": day.isoformat(), **sequence}
        if private:
            hidden = yamlfile.dump(dict(private), header=_header(say("What private answers add.")))
            write(folder, folder / PRIVATE / JOURNAL / f"{name}.yaml", hidden)
        path = folder / JOURNAL / f"{name}.yaml"
        write(folder, path, yamlfile.dump(data, header=_header(HEADERS[kind])))
    return path


def last_entry(folder: Path) -> str | None:
    """Return the id of the entry that stands last in the journal, None where it is empty."""
    return max((PurePosixPath(file).stem for file in entry_files(Files(folder))), default=None)


def _header(what: Text) -> str:
    return speak(say("{what} {never}", what=what, never=NEVER_CHANGED))


def _new_name(folder: Path, begin: str) -> str:
    """Return a name that no entry has; the random end keeps entries of two branches apart."""
    name = f"{begin}{secrets.token_hex(3)}"
    return _new_name(folder, begin) if (folder / JOURNAL / f"{name}.yaml").exists() else name
