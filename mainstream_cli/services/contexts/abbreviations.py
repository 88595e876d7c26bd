"""The short forms of a document: those of stakeholders, and the few of our own."""

from mainstream_cli.model.contexts.shared import Abbreviation
from mainstream_cli.services.contexts.scribe import Scribe

OWN = {
    "GCM": "Global Compact for Safe, Orderly and Regular Migration",
    "SDG": "Sustainable Development Goal",
}


def abbreviations(scribe: Scribe, *own: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations in alphabetical order."""
    pairs = [
        (each.abbreviation, each.title) for each in scribe.project.entries("stakeholders").values() if each.abbreviation
    ]
    pairs += [(short, OWN[short]) for short in own]
    return tuple(Abbreviation(short=short, long=long) for short, long in sorted(set(pairs)))
