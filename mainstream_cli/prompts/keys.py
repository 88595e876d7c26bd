"""The keys that a prompt can have: their words for ``--plain``, their control keys on a screen."""

from mainstream_cli.language import Text, label, say, speak
from mainstream_cli.model.prompt import BACK, HELP, KEY_WORDS, NOT_APPLICABLE_KEY, NOTE, QUIT, SKIP, UNKNOWN_KEY

CONTROL = {BACK: "p", SKIP: "n", UNKNOWN_KEY: "k", NOT_APPLICABLE_KEY: "x", NOTE: "t", HELP: "g", QUIT: "q"}
BESIDE = {
    ":b": BACK,
    ":s": SKIP,
    ":u": UNKNOWN_KEY,
    ":not_applicable": NOT_APPLICABLE_KEY,
    ":n": NOTE,
    ":h": HELP,
    ":?": HELP,
    ":q": QUIT,
}
SHORTEST = {**KEY_WORDS, NOT_APPLICABLE_KEY: label("key", "na")}
MEANING = {
    BACK: say("to the question or field before"),
    SKIP: say("leave it as it is and go on; after an answer: on to the next question"),
    UNKNOWN_KEY: say("nobody here knows; it becomes a data gap in the documents"),
    NOT_APPLICABLE_KEY: say("the question does not concern this country or plan; asks why"),
    NOTE: say("write a note without answering"),
    HELP: say("this page"),
    QUIT: say("stop here; everything confirmed is saved"),
}


def typed_key(text: str) -> str | None:
    """Return the key that a typed word such as ``:back`` stands for, in English or in the language that is spoken."""
    said = [(word, key) for words in (KEY_WORDS, SHORTEST) for key, word in words.items()]
    known = {f":{form}".casefold(): key for word, key in said for form in (speak(word), str(word))}
    return {**known, **BESIDE}.get(text.strip().casefold())


def no_such_word(keys: tuple[str, ...]) -> Text:
    """Say which words can be typed, where another one was."""
    return say("There is no such word here. Use one of: {words}", words=shown_words(keys))


def shown_words(keys: tuple[str, ...]) -> str:
    """Return the line of words for ``--plain``."""
    return "  ".join(typed_word(key) for key in keys)


def shown_control(key: str) -> Text:
    """Return control key and word for a screen."""
    return say("{control} {word}", control=f"^{CONTROL[key].upper()}", word=KEY_WORDS[key])


def typed_word(key: str) -> str:
    """Return the shortest word that can be typed for a key, in the language that is spoken."""
    return f":{speak(SHORTEST[key])}"
