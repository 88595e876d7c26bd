"""Keeps the record of a session while people talk."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mainstream_cli.changes import sessions
from mainstream_cli.model.registers.process import Session
from mainstream_cli.rules import Case
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.save import save_entry
from mainstream_cli.workspace.day import time_of_day
from mainstream_cli.workspace.words import sound


def start(loaded: ProjectFolder, case: Case, at: str | None, words: Mapping[str, str | None]) -> tuple[str, Session]:
    """Begin a session from its title, question, facilitator and rapporteur; return its id and what is recorded."""
    said = {name: sound(text).strip() for name, text in words.items() if text}
    fields = {**said, "date": case.today.isoformat(), "start": at or time_of_day()}
    id_, change = sessions.start(loaded.project, loaded.catalogue, {"title": "", "question": "", **fields})
    save_entry(loaded.folder, "sessions", id_, "", change)
    return id_, Session.model_validate(change)


def attend(loaded: ProjectFolder, words: Sequence[str]) -> Session:
    """Record attendance in the open session by INSTITUTION=PEOPLE; 0 takes an institution out."""
    return _changed(loaded, lambda now: sessions.attended(loaded.project, now, [sound(word) for word in words]))


def find(loaded: ProjectFolder, text: str, instead: int | None) -> Session:
    """Record one of at most three findings, as a new one or instead of an earlier one."""
    return _changed(loaded, lambda now: sessions.found(now, sound(text), instead))


def park(loaded: ProjectFolder, text: str) -> Session:
    """Put a matter aside for later."""
    return _changed(loaded, lambda now: sessions.parked(now, sound(text)))


def end(loaded: ProjectFolder, at: str | None) -> Session:
    """End the open session."""
    return _changed(loaded, lambda now: sessions.end(now, loaded.catalogue, at or time_of_day()))


def _changed(loaded: ProjectFolder, changing: Callable[[Session], Mapping[str, Any]]) -> Session:
    """Write a change of the open session and return the session as it is then."""
    id_, now = sessions.the_open_session(loaded.project)
    change = changing(now)
    save_entry(loaded.folder, "sessions", id_, "", change)
    filled = {name: [] if value is None else value for name, value in change.items()}
    return Session.model_validate({**now.model_dump(mode="json"), **filled})
