"""One door for every text: ``say``, ``count`` and ``label`` make it, ``speak`` says it in a language. Home of Babel.

A text is a whole sentence with named values. English is the language of the source and needs no catalogue::

    say("{title}: there is a cost in {year}, when this action does not run.", title=title, year=str(year))
    count("{n} action is not costed.", "{n} actions are not costed.", n=3)
    label("severity", "note")
    say("Look at these first: {actions}.", actions=several(titles))

Whoever makes a text knows no language; whoever shows it calls ``speak`` at the last step.
"""

from mainstream_cli.language.spoken import current, speak, spoken, use
from mainstream_cli.language.text import NamedLanguage, Text, Value, count, label, say, several, stacked, verbatim

__all__ = [
    "NamedLanguage",
    "Text",
    "Value",
    "count",
    "current",
    "label",
    "say",
    "several",
    "speak",
    "spoken",
    "stacked",
    "use",
    "verbatim",
]
