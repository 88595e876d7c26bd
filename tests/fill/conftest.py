"""Somebody who answers prompts from a list, for tests without a terminal."""

import contextlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mainstream_cli.conversation.asking import Quit
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import Text
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.prompt import QUIT, Given, Pressed, Prompt, Reply, T, Talk
from mainstream_cli.prompts import converse
from mainstream_cli.store import load
from mainstream_cli.store.create import create
from mainstream_cli.workspace.conversations import saving_in

Script = list[Any]


def words_of(prompt: Prompt) -> list[str]:
    """Return all that a prompt shows, but for what was answered and suggestions."""
    lines = [words for line in (*prompt.aside, *prompt.help) for words in line]
    labels = [option.label for option in prompt.options]
    return [prompt.heading, prompt.text, prompt.place, prompt.hint, prompt.problem, *lines, *labels]


class Person:
    """Gives the replies of a script, then quits; ``seen`` holds every prompt. A callable acts first, then replies.

    Whatever is asked passed the door of texts: plain words are refused.
    """

    def __init__(self, *script: Any) -> None:
        self.script = list(script)
        self.seen: list[Prompt] = []

    def __call__(self, prompt: Prompt) -> Reply:
        self.seen.append(prompt)
        assert [words for words in words_of(prompt) if not isinstance(words, Text)] == []
        assert len(self.seen) < 500, "the conversation does not end"
        step = self.script.pop(0) if self.script else Pressed(QUIT)
        reply = step() if isinstance(step, Callable) else step  # type: ignore[arg-type]
        return reply if isinstance(reply, Given | Pressed) else Given(reply)

    def hold(self, talk: Talk[T]) -> T | None:
        """Hold a conversation, or a part of one, to its end or until the script quits."""
        with contextlib.suppress(Quit):
            return converse(talk, self)
        return None


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A fresh project, made once."""
    folder = tmp_path_factory.mktemp("fresh") / "kenya"
    stamp = {"edition": catalogue.edition, "sha256": catalogue.sha256}
    plan = {"name": "Vision 2035", "kind": "national", "status": "drafting", "start": 2026, "end": 2035}
    country = {"name": "Kenya", "iso3": "KEN"}
    create(folder, catalogue, {"schema": 1, "catalogue": stamp, "country": country, "plan": plan, "timing": "in_plan"})
    return folder


@pytest.fixture
def project(fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fresh project that is also the current folder."""
    folder = tmp_path / "kenya"
    shutil.copytree(fresh, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def talk(project: Path, catalogue: Catalogue) -> Callable[..., tuple[WorkingCopy, Person]]:
    """Open the fresh project for a conversation, with somebody who gives the replies."""

    def sit_down(*script: Any) -> tuple[WorkingCopy, Person]:
        loaded = load(project, catalogue)
        assert loaded.findings == []
        saving = saving_in(project, catalogue)
        return WorkingCopy(loaded.project, catalogue, date(2026, 6, 7), saving), Person(*script)

    return sit_down
