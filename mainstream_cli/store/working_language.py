"""In which language the tool writes into the files of a project: in the one that its team works in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mainstream_cli import yamlfile
from mainstream_cli.language import current, spoken
from mainstream_cli.language.english import Language
from mainstream_cli.language.languages import language
from mainstream_cli.reading import Unreadable, read_bytes
from mainstream_cli.store.layout import SETTINGS

KEY = "languages"


def named(languages: object) -> Language | None:
    """Return the first of *languages*, as ``mainstream.yaml`` has them, None without one or where it is not offered."""
    first = languages[0] if isinstance(languages, list | tuple) and languages else ""
    try:
        return language(str(first))
    except KeyError:
        return None


def working(languages: object) -> str:
    """Return the code of the first of *languages* where it is offered; else of the one that is spoken."""
    return (named(languages) or current()).code


@contextmanager
def of_project(folder: Path) -> Iterator[None]:
    """Speak for a while the language that the team of the project in *folder* works in."""
    with spoken(working(_languages(folder))):
        yield


def _languages(folder: Path) -> object:
    try:
        content = read_bytes(folder / SETTINGS, yamlfile.MAX_BYTES, folder)
        data = yamlfile.parse(content.decode("utf-8")).data if KEY.encode() in content else None
    except (Unreadable, UnicodeDecodeError, yamlfile.YamlProblem):
        return None
    return data.get(KEY) if isinstance(data, dict) else None
