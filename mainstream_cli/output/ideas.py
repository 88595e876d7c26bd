"""How the reference part of a sector looks: typical effects, the idea bank, typical indicators."""

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.model.catalogue import Catalogue, Sector

NO_PROGRAMME = "no sourced programme found"


def print_ideas(out: Console, catalogue: Catalogue, sector: Sector) -> None:
    """Print what a table can draw on once it has given its own answers."""
    out.print("\n[dim]Effects often met; look for them, do not take them for granted[/dim]")
    for direction, effects in sector.effects:
        for sign, texts in effects:
            _print_list(out, f"{catalogue.label('directions', direction)}, {sign}: {'; '.join(texts)}")
    out.print("\n[dim]Idea bank, each with a programme that a source names[/dim]")
    for idea in sector.interventions:
        _print_list(out, f"{idea.title} ({idea.programme or NO_PROGRAMME})")
    out.print("\n[dim]Indicators often used[/dim]")
    for indicator in sector.indicators:
        tags = [*(f"SDG {tag}" for tag in indicator.sdg), *(f"GCM {tag}" for tag in indicator.gcm)]
        split = f"by {indicator.disaggregation}" if indicator.disaggregation else ""
        facts = [indicator.unit, indicator.usual_source, split, ", ".join(tags)]
        _print_list(out, f"{indicator.title}: {'; '.join(fact for fact in facts if fact)}")


def _print_list(out: Console, text: str) -> None:
    out.print(Padding(escape(f"- {text}"), (0, 0, 0, 2), expand=False))
