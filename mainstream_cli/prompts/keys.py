"""The keys that a prompt can have: their words for ``--plain``, their control keys on a screen."""

from mainstream_cli.model.prompt import BACK, HELP, NOT_APPLICABLE_KEY, NOTE, QUIT, SKIP, UNKNOWN_KEY

WORDS = {
    BACK: "back",
    SKIP: "skip",
    UNKNOWN_KEY: "unknown",
    NOT_APPLICABLE_KEY: "not applicable",
    NOTE: "note",
    HELP: "help",
    QUIT: "quit",
}
CONTROL = {BACK: "p", SKIP: "n", UNKNOWN_KEY: "k", NOT_APPLICABLE_KEY: "x", NOTE: "t", HELP: "g", QUIT: "q"}
TYPED = {
    ":back": BACK,
    ":b": BACK,
    ":skip": SKIP,
    ":s": SKIP,
    ":unknown": UNKNOWN_KEY,
    ":u": UNKNOWN_KEY,
    ":not_applicable": NOT_APPLICABLE_KEY,
    ":not applicable": NOT_APPLICABLE_KEY,
    ":na": NOT_APPLICABLE_KEY,
    ":note": NOTE,
    ":n": NOTE,
    ":help": HELP,
    ":h": HELP,
    ":?": HELP,
    ":quit": QUIT,
    ":q": QUIT,
}
MEANING = {
    BACK: "to the question or field before",
    SKIP: "leave it as it is and go on; after an answer: on to the next question",
    UNKNOWN_KEY: "nobody here knows; it becomes a data gap in the documents",
    NOT_APPLICABLE_KEY: "the question does not concern this country or plan; asks why",
    NOTE: "write a note without answering",
    HELP: "this page",
    QUIT: "stop here; everything confirmed is saved",
}


def typed_key(text: str) -> str | None:
    """Return the key that a typed word such as ``:back`` stands for."""
    return TYPED.get(text.strip().casefold())


def no_such_word(keys: tuple[str, ...]) -> str:
    """Say which words can be typed, where another one was."""
    return f"There is no such word here. Use one of: {shown_words(keys)}"


def shown_words(keys: tuple[str, ...]) -> str:
    """Return the line of words for ``--plain``."""
    return "  ".join(typed_word(key) for key in keys)


def shown_controls(keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return pairs of control key and word for a screen."""
    return [(f"^{CONTROL[key].upper()}", WORDS[key]) for key in keys]


def typed_word(key: str) -> str:
    """Return the shortest word that can be typed for a key."""
    return ":na" if key == NOT_APPLICABLE_KEY else f":{WORDS[key]}"
