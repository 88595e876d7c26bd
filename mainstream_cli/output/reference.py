"""How the profile menu, the crosswalks, the bibliography and the list of what documents state look."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from mainstream_cli.language import count, say, speak
from mainstream_cli.model.catalogue import Catalogue, Work
from mainstream_cli.model.reference import KINDS, Crosswalk, CrosswalkEntry, Profile, ProfileIndicator, StatedItem
from mainstream_cli.output.console import console, shown


def print_profile(profile: Profile, catalogue: Catalogue) -> None:
    """Print the menu of indicators by group."""
    out = console()
    out.print(f"[bold]{escape(profile.title)}[/bold]\n{escape(profile.about.strip())}")
    for group in profile.groups:
        out.print(f"\n[bold]{group.part} {escape(group.title)}[/bold]")
        for indicator in profile.of(group):
            _print_under(out, f"{escape(indicator.title)}: {escape(indicator.definition.strip())}", 2)
            _print_under(out, f"[dim]{escape(_facts(indicator, catalogue))}[/dim]")


def _print_under(out: Console, text: str, indent: int = 6) -> None:
    out.print(Padding(text, (0, 0, 0, indent)))


def _facts(indicator: ProfileIndicator, catalogue: Catalogue) -> str:
    level = say("level: {level}", level=catalogue.label("levels", indicator.level))
    by = say("by {groups}", groups=indicator.disaggregation) if indicator.disaggregation else ""
    facts = (indicator.id, indicator.unit, level, by, " ".join(("SDG", ", ".join(indicator.sdg))) * bool(indicator.sdg))
    rest = say(
        "Usual source: {source}. Limits: {limits} Basis: {basis}.",
        source=indicator.usual_source,
        limits=indicator.limits,
        basis=catalogue.label("bases", indicator.source.basis),
    )
    return f"{'; '.join(speak(fact) for fact in facts if fact)}. {speak(rest)}"


def print_crosswalk(crosswalk: Crosswalk) -> None:
    """Print a framework: where it comes from, then its entries and what they correspond to."""
    out = console()
    out.print(f"[bold]{escape(crosswalk.title)}[/bold], {escape(crosswalk.edition)}")
    out.print(f"[dim]{escape(crosswalk.publisher)}. {escape(crosswalk.address or '')}[/dim]\n")
    for entry in crosswalk.entries:
        code = "" if crosswalk.tagged_by == "none" else f"[bold]{escape(entry.code)}[/bold] "
        now = f" [bold]{shown(say('now:'))}[/bold] {escape(entry.now)}" if entry.now else ""
        out.print(f"{code}{escape(entry.title)}{now}")
        facts = "; ".join(_words(entry))
        if facts:
            _print_under(out, f"[dim]{escape(facts)}[/dim]")


def _words(entry: CrosswalkEntry) -> Iterator[str]:
    if entry.note:
        yield entry.note
    for values, words in (
        (entry.sectors, say("sectors: {ids}", ids=", ".join(entry.sectors))),
        (entry.stages, say("stages: {ids}", ids=", ".join(entry.stages))),
        (entry.gcm, say("GCM: {ids}", ids=", ".join(map(str, entry.gcm)))),
    ):
        if values:
            yield speak(words)


def print_works(works: Mapping[str, Work]) -> None:
    """Print the bibliography: each document, and what was verified through it."""
    out = console()
    for key, work in works.items():
        facts = ", ".join(fact for fact in (work.author, work.publisher, work.year, work.address) if fact)
        out.print(f"[bold]{key}[/bold] {escape(work.title)}")
        _print_under(out, escape(facts))
        _print_under(out, f"[dim]{escape(work.verified.strip())}[/dim]")


def print_items(works: Mapping[str, Work], items: Mapping[str, Sequence[StatedItem]], basis: str) -> None:
    """Print the items of one basis by document, each with its place."""
    out = console()
    heading = count(
        "{n} item by document and place. Basis: {basis}",
        "{n} items by document and place. Basis: {basis}",
        n=sum(map(len, items.values())),
        basis=basis,
    )
    out.print(shown(heading))
    for key, found in items.items():
        number = count("{work}, {n} item", "{work}, {n} items", n=len(found), work=key)
        out.print(f"\n[bold]{escape(works[key].title)}[/bold] [dim]{shown(number)}[/dim]")
        for hit in found:
            _print_under(out, escape(hit.place), 2)
            _print_under(out, f"[dim]{shown(KINDS[hit.kind])}[/dim] {escape(hit.id)}: {escape(hit.text)}")
