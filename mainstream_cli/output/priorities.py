"""How the comparison of candidate objectives looks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from string import ascii_lowercase

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.model.priorities import Candidate, Priorities, Variation
from mainstream_cli.output.console import console

NO_CRITERIA = (
    "No criteria yet. Agree on them before anything is scored:\n"
    '  mainstream set criteria/people_reached title="People reached" weight=2 high="More than half of those concerned"'
)
NO_SCORES = (
    "No candidate has a score on every criterion yet. Scores go from 1 (poor) to 5 (good), table by table:\n"
    "  mainstream set objectives/ID scores='[{table: north, criterion: CRITERION_ID, score: 4}]'"
)


def print_priorities(result: Priorities) -> None:
    """Print criteria, the order, what is left out and why, what has no score, and how firm the order is."""
    out = console()
    if not result.weights:
        out.print(NO_CRITERIA, markup=False)
        return
    weights = ", ".join(f"{escape(result.titles[id_])} ({float(each):g})" for id_, each in result.weights.items())
    out.print(f"[bold]Criteria[/bold] (weight): {weights}")
    if result.ranking:
        out.print(_table(result.ranking))
        out.print("[dim]Scores run from 1 to 5. Tables: lowest and highest. - left out for now.[/dim]")
    else:
        out.print(NO_SCORES, markup=False)
    _print_notes(out, result)
    if result.variations:
        _print_firmness(out, result)


def _table(ranking: Iterable[Candidate]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("Rank", justify="right")
    table.add_column("Objective")
    table.add_column("Score", justify="right")
    table.add_column("Tables", justify="right", no_wrap=True)
    for letter, each in zip(_letters(), ranking, strict=False):
        mark = "- " if each.left_out_because else ""
        title = f"{letter} {mark}{escape(each.title)}"
        table.add_row(str(each.rank), title, f"{float(each.score):.2f}", _spread(each))
    return table


def _spread(each: Candidate) -> str:
    scores = [float(score) for score in each.by_table.values()]
    return f"{min(scores):.1f} to {max(scores):.1f}" if len(scores) > 1 else "-"


def _print_notes(out: Console, result: Priorities) -> None:
    left_out = [(each.title, each.left_out_because) for each in result.ranking]
    left_out += [(each.title, each.left_out_because) for each in result.unscored]
    missing = [(each.title, ", ".join(result.titles[id_] for id_ in each.missing)) for each in result.unscored]
    trade_offs = [(each.title, each.trade_offs) for each in result.ranking]
    for heading, notes in (("Left out", left_out), ("Trade-offs", trade_offs), ("Not scored on", missing)):
        found = [(title, text) for title, text in notes if text]
        if found:
            out.print(f"[bold]{heading}[/bold]")
        for title, text in found:
            out.print(f"  {escape(title)}: {escape(text.strip())}")


def _print_firmness(out: Console, result: Priorities) -> None:
    changing = [each for each in result.variations if each.moved]
    out.print(f"[bold]How firm is the order?[/bold] Each weight halved, doubled, left out: {_firm(changing)}")
    table = Table(box=None, pad_edge=False, show_header=False)
    ranks = {each.id: each.rank for each in result.ranking}
    table.add_row("  as agreed", _in_letters(ranks, list(ranks), {}))
    for each in changing:
        name = f"  {result.titles[each.criterion]} {each.change}"
        table.add_row(escape(name), _in_letters(ranks, each.order, each.moved))
    if changing:
        out.print(table)


def _firm(changing: list[Variation]) -> str:
    if not changing:
        return "the order stays as it is."
    if not any(each.first_changes for each in changing):
        return "the first place stays, others change."
    return "the first place changes; talk about it."


def _in_letters(ranks: Mapping[str, int], order: Sequence[str], moved: Mapping[str, int]) -> str:
    """Write an order by the letters of the candidates, equal ones joined: a b=c d."""
    letters = dict(zip(ranks, _letters(), strict=False))
    groups: dict[int, list[str]] = {}
    for id_ in order:
        groups.setdefault(moved.get(id_, ranks[id_]), []).append(letters[id_])
    return " ".join("=".join(sorted(group)) for group in groups.values())


def _letters() -> Iterator[str]:
    for number in count():
        yield ascii_lowercase[number % 26] + (str(number // 26) if number >= len(ascii_lowercase) else "")
