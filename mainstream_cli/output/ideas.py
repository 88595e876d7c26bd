"""How the reference part of a sector looks: typical effects, the idea bank, typical indicators."""

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.language import say, speak
from mainstream_cli.model.catalogue import Catalogue, Sector
from mainstream_cli.output.console import shown

NO_PROGRAMME = say("no sourced programme found")


def print_ideas(out: Console, catalogue: Catalogue, sector: Sector) -> None:
    """Print what a table can draw on once it has given its own answers."""
    _print_heading(out, say("Effects often met; look for them, do not take them for granted"))
    for direction, effects in sector.effects:
        for sign, texts in effects:
            _print_list(
                out, f"{catalogue.label('directions', direction)}, {catalogue.label('signs', sign)}: {'; '.join(texts)}"
            )
    _print_heading(out, say("Idea bank, each with a programme that a source names"))
    for idea in sector.interventions:
        _print_list(out, f"{idea.title} ({idea.programme or speak(NO_PROGRAMME)})")
    _print_heading(out, say("Indicators often used"))
    for indicator in sector.indicators:
        tags = [*(f"SDG {tag}" for tag in indicator.sdg), *(f"GCM {tag}" for tag in indicator.gcm)]
        split = speak(say("by {groups}", groups=indicator.disaggregation)) if indicator.disaggregation else ""
        facts = [indicator.unit, indicator.usual_source, split, ", ".join(tags)]
        _print_list(out, f"{indicator.title}: {'; '.join(fact for fact in facts if fact)}")


def _print_heading(out: Console, text: str) -> None:
    out.print(f"\n[dim]{shown(text)}[/dim]")


def _print_list(out: Console, text: str) -> None:
    out.print(Padding(escape(f"- {text}"), (0, 0, 0, 2), expand=False))
