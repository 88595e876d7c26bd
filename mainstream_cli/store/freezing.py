"""Writes an edition: a folder in ``journal/editions/``, whole or not at all."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say, speak
from mainstream_cli.model.edition import Manifest
from mainstream_cli.model.project import Project
from mainstream_cli.reading import within
from mainstream_cli.store.editions import MANIFEST
from mainstream_cli.store.layout import EDITIONS
from mainstream_cli.store.save import locked

HEADER = say("Values as they were approved or sent for approval. This file is never changed.")


def save_edition(folder: Path, about: str, day: str, frozen: Project, manifest: Manifest) -> tuple[str, Manifest]:
    """Write an edition; return its id, and its manifest with the digests of files.

    All files are written in a folder of another name, which gets its own at last; what is killed leaves no edition.

    Raises:
        MainstreamError: the folder leads out of the project, or cannot be written.
    """
    texts = {name: yamlfile.dump(data, header=speak(HEADER)) for name, data in _data(frozen).items()}
    files = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    whole = replace(manifest, files=files)
    with locked(folder):
        place = folder / EDITIONS
        if not within(folder, place):
            message = say("{name} is a link that leads out of the project folder.", name=EDITIONS)
            raise MainstreamError(message, action=say("Put the folder itself here. Nothing was changed."), code="F01")
        place.mkdir(parents=True, exist_ok=True)
        id_ = next(name for name in _names(f"{day}-{about}-") if not (place / name).exists())
        _whole_or_not(place / id_, {**texts, MANIFEST: whole.text})
    return id_, whole


def _whole_or_not(place: Path, texts: Mapping[str, str]) -> None:
    half = place.with_name(f".mainstream-{os.urandom(8).hex()}.tmp")
    half.mkdir()
    try:
        for name, text in texts.items():
            yamlfile.replace(half / name, text.encode())
        half.rename(place)
    except BaseException:  # a Ctrl-C must not leave it either
        shutil.rmtree(half, ignore_errors=True)
        raise


def _names(begin: str) -> Iterator[str]:
    while True:
        yield f"{begin}{secrets.token_hex(3)}"


def _data(project: Project) -> dict[str, dict[str, Any]]:
    """Return what each file of an edition holds; of a register with a file for each part, part by part."""
    registers: dict[str, dict[str, Any]] = {}
    for name, entries in project.registers.items():
        for id_, entry in sorted(entries.items()):
            kept, part = registers.setdefault(name, {}), project.part(name, id_)
            (kept.setdefault(part, {}) if part else kept)[id_] = _plain(entry)
    return {
        "answers.yaml": {id_: _plain(answer) for id_, answer in project.answers.items()},
        "registers.yaml": registers,
        "settings.yaml": _plain(project.settings),
    }


def _plain(record: Any) -> dict[str, Any]:
    plain: dict[str, Any] = record.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    return plain
