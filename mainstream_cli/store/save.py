"""Changes one block of one file, under a lock, from what is on disk now."""

import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import count, say
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.blocks import Block, as_block
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.reading import within
from mainstream_cli.store.editions import sweep_editions
from mainstream_cli.store.former import remember
from mainstream_cli.store.layout import FOLDERS, LOCK, PRIVATE, answers_file, register_file
from mainstream_cli.store.scaffold import answers_text, private_answers_text, private_text, register_text, with_key
from mainstream_cli.store.working_language import of_project

PATIENCE_SECONDS = 10
OWNER_ONLY = 0o700
PAUSE_SECONDS = 0.005  # a save takes a few thousandths of a second


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes from writing to the project for a while; what a killed one left half written is removed.

    What the tool itself says in the files that are written meanwhile is said in the language of the project.

    Raises:
        MainstreamError: another process does not let go, the lock is not ours, or the folder cannot be written to.
    """
    from filelock import FileLock, Timeout  # reading commands come by here, and pay 10 ms less

    _refuse_planted(folder / LOCK)
    try:
        with FileLock(folder / LOCK, timeout=PATIENCE_SECONDS, poll_interval=PAUSE_SECONDS):
            _sweep(folder)
            with of_project(folder):
                yield
    except Timeout as error:
        message = count(
            "Another mainstream has been writing in {folder} for {n} second.",
            "Another mainstream has been writing in {folder} for {n} seconds.",
            n=PATIENCE_SECONDS,
            folder=str(folder),
        )
        action = say("Wait until it has finished, then try again. Nothing was changed.")
        raise MainstreamError(message, action=action, code="P02") from error
    except OSError as error:
        reason = str(error.strerror)
        message = say("The project folder {folder} cannot be written to: {reason}.", folder=str(folder), reason=reason)
        action = say("Check the permissions of the folder, or copy the project elsewhere.")
        raise MainstreamError(message, action=action, code="P02") from error


def _refuse_planted(lock: Path) -> None:
    """Refuse a lock that is, or shares its content with, another file: a lock may be emptied when it is taken."""
    with suppress(FileNotFoundError, NotADirectoryError):
        status = lock.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            message = say(
                "{file} is not a plain file of its own, so that nobody can be kept from writing meanwhile.", file=LOCK
            )
            action = say("Delete {file} in the project folder; it is made anew. Nothing was changed.", file=LOCK)
            raise MainstreamError(message, action=action, where=str(lock), code="P02")


def _sweep(folder: Path) -> None:
    """Remove temporary files of any age: whoever holds the lock is the only one who writes here."""
    for name in ("", *FOLDERS, *(f"{PRIVATE}/{name}" for name in FOLDERS), PRIVATE):
        if within(folder, folder / name):
            yamlfile.sweep(folder / name, 0)
    sweep_editions(folder)


@contextmanager
def file_named(file: str) -> Iterator[None]:
    """Let a message about the text of *file* say which file that is."""
    try:
        yield
    except MainstreamError as problem:
        problem.in_file(file)
        raise


def save_answer(folder: Path, catalogue: Catalogue, question: str, change: Mapping[str, Any]) -> list[str]:
    """Lay *change* over the answer to *question* and write it; fields of *change* that are None are removed.

    Returns the fields that were written to ``private/``.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    with locked(folder):
        return put_answer(folder, catalogue, question, change)


def put_answer(folder: Path, catalogue: Catalogue, question: str, change: Mapping[str, Any]) -> list[str]:
    """Do what ``save_answer`` does, for a caller that holds the lock; a sensitive answer goes to ``private/``.

    So does what ``private/`` holds already: of an answer whose value is there everything, else the fields it has.
    """
    sheet = catalogue.questions[question].home
    file, order = answers_file(catalogue, sheet), tuple(Answer.model_fields)
    if catalogue.questions[question].sensitive:
        new = partial(private_answers_text, catalogue, sheet)
        _put(folder, f"{PRIVATE}/{file}", new, question, change, order)
        return list(change)
    held = _held(folder, file, question)
    private = {name: value for name, value in change.items() if "value" in held or name in held}
    public = {name: value for name, value in change.items() if name not in private}
    if public:
        prepared = partial(with_key, catalogue, sheet)
        _put(folder, file, partial(answers_text, catalogue, sheet), question, public, order, prepared)
    if private:
        _put(folder, f"{PRIVATE}/{file}", partial(private_text, file), question, private, order)
    return list(private)


def save_entry(folder: Path, register: str, id_: str, part: str, change: Mapping[str, Any]) -> list[str]:
    """Lay *change* over the entry *id_* of a register, or add it at its sorted place.

    Returns the fields that were written to ``private/``.

    Raises:
        MainstreamError: the file cannot be read or written; it is then as it was.
    """
    with locked(folder):
        return put_entry(folder, register, id_, part, change)


def put_entry(folder: Path, register: str, id_: str, part: str, change: Mapping[str, Any]) -> list[str]:
    """Do what ``save_entry`` does, for a caller that holds the lock.

    Sensitive fields go to ``private/``, and so do fields that it holds already.
    """
    file, order = register_file(register, part), tuple(REGISTERS[register].entry.model_fields)
    closed = REGISTERS[register].sensitive | _held(folder, file, id_)
    private = {name: value for name, value in change.items() if name in closed}
    public = {name: value for name, value in change.items() if name not in private}
    if public:
        _put(folder, file, partial(register_text, register, part), id_, public, order)
    if private:
        _put(folder, f"{PRIVATE}/{file}", partial(private_text, file), id_, private, order)
    return list(private)


def _held(folder: Path, file: str, key: str) -> frozenset[str]:
    """Return the fields under a key of *file* over which ``private/`` lies."""
    return frozenset(as_block(block_on_disk(folder, f"{PRIVATE}/{file}", key)))


def block_on_disk(folder: Path, file: str, key: str) -> object:
    """Return one top-level block of a file as plain data, None when there is none.

    Raises:
        MainstreamError: the file cannot be read.
    """
    path = folder / file
    with file_named(file):
        return _block(read_page(folder, path), key) if path.exists() else None


def put_block(folder: Path, file: str, new: str, key: str, value: Block) -> None:
    """Write one top-level block as it is given, for a caller that holds the lock; *new* is the text of a new file.

    Raises:
        MainstreamError: the file cannot be read or written.
    """
    path = folder / file
    with file_named(file):
        page = read_page(folder, path) if path.exists() else yamlfile.parse(new, file)
        write(folder, path, yamlfile.replace_block(page, key, value))


def take_block(folder: Path, file: str, key: str, new: str) -> None:
    """Remove one top-level block, for a caller that holds the lock; a file that is then as new is removed with it.

    Raises:
        MainstreamError: the file cannot be read or written.
    """
    path = folder / file
    with file_named(file):
        text = yamlfile.remove_block(read_page(folder, path), key)
        if text.strip() == new.strip():
            path.unlink()
        else:
            write(folder, path, text)


def _put(
    folder: Path,
    file: str,
    new: Callable[[], str],
    key: str,
    change: Mapping[str, Any],
    order: tuple[str, ...],
    prepared: Callable[[yamlfile.Document, str], yamlfile.Document] = lambda page, _: page,
) -> Block:
    path = folder / file
    with file_named(file):
        page = prepared(read_page(folder, path) if path.exists() else yamlfile.parse(new(), file), key)
        before = _block(page, key)
        after = _laid_over(before, change, order)
        write(folder, path, yamlfile.replace_block(page, key, after))
    if before is not None:
        remember(folder, [(file, key, before, after)])
    return after


def read_page(folder: Path, path: Path) -> yamlfile.Document:
    """Return a file of the project in *folder* as it is on disk.

    Raises:
        MainstreamError: it cannot be read.
    """
    try:
        return yamlfile.read(path, folder)
    except yamlfile.YamlProblem as problem:
        raise problem.as_error() from problem


def _block(page: yamlfile.Document, key: str) -> object:
    return page.data.get(key) if isinstance(page.data, dict) else None


def _laid_over(before: object, change: Mapping[str, Any], order: tuple[str, ...]) -> Block:
    below = before if isinstance(before, dict) else {} if before is None else {"value": before}
    merged = {**below, **change}
    own = [name for name in merged if name not in order]
    return {name: merged[name] for name in (*order, *own) if merged.get(name) is not None}


def write(folder: Path, path: Path, text: str) -> None:
    """Put a text in the place of a project file, whose folder is made where needed.

    Raises:
        MainstreamError: the place lies outside the project, or cannot be written to.
    """
    if not within(folder, path.parent):
        name = path.parent.relative_to(folder).as_posix()
        message = say("{name} is a link that leads out of the project folder.", name=name)
        raise MainstreamError(message, action=say("Put the folder itself here. Nothing was changed."), code="F01")
    closed = path.relative_to(folder).parts[0] == PRIVATE
    if closed:
        _close(folder, path.parent)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    yamlfile.replace(path, text.encode("utf-8"), closed=closed)


def _close(folder: Path, inside: Path) -> None:
    """Make the folders from ``private/`` down to *inside*, for their owner only whatever the umask or the mode was."""
    steps = [inside, *inside.parents]
    for step in reversed(steps[: steps.index(folder)]):
        step.mkdir(mode=0o700, exist_ok=True)
        if stat.S_IMODE(step.stat().st_mode) != OWNER_ONLY and not step.is_symlink():
            with suppress(OSError):  # on a stick, or in a folder of somebody else; check says so
                step.chmod(OWNER_ONLY)
