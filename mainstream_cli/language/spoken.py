"""Which language is spoken here and now; each thread and task of a server has its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from mainstream_cli.language.english import ENGLISH, Language

SPOKEN: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def current() -> Language:
    """Return the language that is spoken."""
    return SPOKEN.get()


def speak(text: str) -> str:
    """Say a text in the language that is spoken; what did not pass the door is data and stays as it is."""
    return SPOKEN.get().say(text)


def use(code: str) -> None:
    """Speak a language from now on.

    Raises:
        KeyError: it is not offered; see ``mainstream_cli.language.languages``.
    """
    SPOKEN.set(_language(code))


@contextmanager
def spoken(code: str) -> Iterator[None]:
    """Speak a language for a while, such as that of the project whose file is written.

    Raises:
        KeyError: it is not offered.
    """
    token = SPOKEN.set(_language(code))
    try:
        yield
    finally:
        SPOKEN.reset(token)


def _language(code: str) -> Language:
    if code == ENGLISH.code:
        return ENGLISH
    from mainstream_cli.language.languages import language

    return language(code)
