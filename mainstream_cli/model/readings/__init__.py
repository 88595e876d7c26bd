"""What somebody may have meant: from the type of a field and a raw text to the values that the field would take.

Pure: one reading is what can only be meant, several are for the person to choose from, none is no guess at all.
"""

from mainstream_cli.model.readings.amounts import Around, mistakable, numbers, unmistakable
from mainstream_cli.model.readings.days import clocks, days, moments, periods, years
from mainstream_cli.model.readings.meaning import Context, meanings
from mainstream_cli.model.readings.words import Names, codes, ids, named, names_in, terms

__all__ = [
    "Around",
    "Context",
    "Names",
    "clocks",
    "codes",
    "days",
    "ids",
    "meanings",
    "mistakable",
    "moments",
    "named",
    "names_in",
    "numbers",
    "periods",
    "terms",
    "unmistakable",
    "years",
]
