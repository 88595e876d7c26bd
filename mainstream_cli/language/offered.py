"""The languages that can be spoken: a folder in ``locale/`` each, English and a pseudo language for tests."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from mainstream_cli.language.english import ENGLISH, Language

PSEUDO = "qps"
VARIABLE = "MAINSTREAM_LANG"
_HERE = Path(__file__).parent.parent
_PLACES = (_HERE / "_bundled" / "locale", _HERE.parent / "locale")


def locale_dir() -> Path | None:
    """Return where the translations lie: in the installed package, else in the checkout."""
    return next((place for place in _PLACES if place.is_dir()), None)


def offered() -> tuple[str, ...]:
    """Return the codes of the languages that a person can choose, English first."""
    place = locale_dir()
    found = sorted(folder.name for folder in place.iterdir() if folder.is_dir()) if place else []
    return (ENGLISH.code, *found)


@cache
def language(code: str) -> Language:
    """Return a language.

    Raises:
        KeyError: it is not offered.
    """
    if code == ENGLISH.code:
        return ENGLISH
    if code == PSEUDO:
        from mainstream_cli.language.pseudo import Pseudo

        return Pseudo()
    place = locale_dir()
    if place is None or code not in offered():
        raise KeyError(code)
    from mainstream_cli.language.translated import Translated, catalogue

    return Translated(code, catalogue(place / code))


def of_machine(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the machine is set to, where it is offered, else English."""
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return first_offered([said.split(".")[0].split("_")[0]])


def first_offered(wished: Sequence[str]) -> str:
    """Return the first language of *wished* that is offered, else English."""
    return next((code for code in wished if code in offered()), ENGLISH.code)
