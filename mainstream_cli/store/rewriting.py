"""Makes the repairs of which only one thing can be meant, and nothing else."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.finding import Repair
from mainstream_cli.store.former import remember
from mainstream_cli.store.layout import SETTINGS
from mainstream_cli.store.repairs import DataPath, record_of
from mainstream_cli.store.save import file_named, locked, read_page, write

MARK = b"\xef\xbb\xbf"


def repaired(document: yamlfile.Document | None, repairs: Iterable[Repair]) -> str:
    """Return the text of a file with all *repairs* that can be made together; they concern the same file."""
    whole = next((repair.text for repair in repairs if repair.text), "")
    if whole or document is None:
        return whole
    values: dict[DataPath, Any] = {}
    for repair in repairs:
        values.setdefault(repair.path, repair.values[0])
    with suppress(MainstreamError):
        return yamlfile.respelled(document, values)
    text = document.text
    for path, value in values.items():
        with suppress(MainstreamError):
            text = yamlfile.respelled(yamlfile.parse(text, document.name), {path: value})
    return text


def may_be_rewritten(file: str) -> bool:
    """Tell whether a file may be put right: entries of the journal are never rewritten."""
    return file == SETTINGS or record_of(file) is not None


def save_repairs(folder: Path, texts: Mapping[str, tuple[str, str]]) -> None:
    """Write files that were put right: file -> text as it was read, and as it is to be. All are looked at first.

    Raises:
        MainstreamError: a file was changed since, or cannot be read or written.
    """
    with locked(folder):
        for file, (old, _) in texts.items():
            with file_named(file):
                if yamlfile.salvage(folder / file, folder).text != old:
                    action = say(
                        "See what is there now: {command}. Nothing was changed.", command="mainstream check --fix"
                    )
                    raise MainstreamError(say("The file was changed in this moment."), action=action)
        for file, (old, new) in texts.items():
            mark = "\ufeff" if yamlfile.content_of(folder / file, folder).startswith(MARK) else ""
            with file_named(file):
                write(folder, folder / file, mark + new)
            with suppress(MainstreamError, yamlfile.YamlProblem):
                _remember(folder, file, old)


def _remember(folder: Path, file: str, old: str) -> None:
    before, after = yamlfile.parse(old).data or {}, read_page(folder, folder / file).data or {}
    remember(folder, [(file, key, before[key], after.get(key)) for key in before if before[key] != after.get(key)])
