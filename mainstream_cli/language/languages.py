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


def language_codes() -> tuple[str, ...]:
    """Return the codes of the languages that a person can choose, English first."""
    place = locale_dir()
    files = place.glob("*/LC_MESSAGES/messages.[mp]o") if place else ()
    return (ENGLISH.code, *sorted({file.parent.parent.name for file in files}))


@cache
def language(code: str) -> Language:
    """Return a language; ``pt_BR`` and ``PT`` mean ``pt`` where there is no file for the region.

    Raises:
        KeyError: it is not offered.
    """
    if code == PSEUDO:
        from mainstream_cli.language.pseudo import Pseudo

        return Pseudo()
    name = first_known([code], "")
    if name == ENGLISH.code:
        return ENGLISH
    place = locale_dir()
    if not name or place is None:
        raise KeyError(code)
    from mainstream_cli.language.translated import Translated, catalogue

    return Translated(name, catalogue(place / name))


def of_machine(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the machine is set to, where it is offered, else English."""
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return first_known([said])


def first_known(wished: Sequence[str], otherwise: str = ENGLISH.code) -> str:
    """Return the first language of *wished* that is offered, as it is or without its region, else *otherwise*."""
    known = language_codes()
    return next((code for wish in wished for code in (wish, _primary(wish)) if code in known), otherwise)


def _primary(code: str) -> str:
    return code.partition(".")[0].replace("_", "-").partition("-")[0].lower()
