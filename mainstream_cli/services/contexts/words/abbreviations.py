"""The short forms of a document: those of stakeholders and of the frameworks it prints."""

from mainstream_cli.model.contexts.shared import Abbreviation
from mainstream_cli.model.reference import Crosswalk
from mainstream_cli.services.contexts.words.scribe import Scribe


def abbreviations(scribe: Scribe, *frameworks: Crosswalk) -> tuple[Abbreviation, ...]:
    """Return the abbreviations in alphabetical order."""
    pairs = [
        (each.abbreviation, each.title) for each in scribe.project.entries("stakeholders").values() if each.abbreviation
    ]
    pairs += [(each.short, each.title) for each in frameworks]
    return tuple(Abbreviation(short=short, long=long) for short, long in sorted(set(pairs)))
