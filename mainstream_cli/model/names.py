"""Names that no item may have, because YAML, Python or Windows keep them for themselves."""

import keyword

from mainstream_cli.language import say
from mainstream_cli.model.types import ID_PATTERN

YAML_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))))


def objection(name: str) -> str:
    """Say why *name* cannot be an id, or return an empty string."""
    if not ID_PATTERN.fullmatch(name):
        return say("an id has small letters, digits and _ only, and starts with a letter")
    if name.startswith("x_"):
        return say("names that start with x_ are the user's own")
    if name in YAML_WORDS:
        return say("YAML reads this word as a truth value or as nothing")
    if name in DEVICES:
        return say("Windows keeps this name for a device, so no file can have it")
    return say("Python keeps this word for itself") if keyword.iskeyword(name) else ""
