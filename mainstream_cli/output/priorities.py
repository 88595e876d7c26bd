"""How the comparison of candidate objectives looks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from string import ascii_lowercase

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mainstream_cli.language import Text, label, say, speak
from mainstream_cli.model.priorities import Candidate, Priorities, Variation
from mainstream_cli.output.console import console, shown

NO_CRITERIA = say("No criteria yet. Agree on them before anything is scored:")
SET_CRITERION = say(
    '  mainstream set criteria/people_reached title="People reached" weight=2 high="More than half of those concerned"'
)
NO_SCORES = say("No candidate has a score on every criterion yet. Scores go from 1 (poor) to 5 (good), table by table:")
SET_SCORES = "  mainstream set objectives/ID scores='[{table: north, criterion: CRITERION_ID, score: 4}]'"
CHANGES = {
    "halved": label("weight", "halved"),
    "doubled": label("weight", "doubled"),
    "left out": label("weight", "left out"),
}


def print_priorities(result: Priorities) -> None:
    """Print criteria, the order, what is left out and why, what has no score, and how firm the order is."""
    out = console()
    if not result.weights:
        out.print(speak(NO_CRITERIA), speak(SET_CRITERION), sep="\n", markup=False)
        return
    weights = ", ".join(f"{escape(result.titles[id_])} ({float(each):g})" for id_, each in result.weights.items())
    out.print(f"[bold]{shown(say('Criteria'))}[/bold] ({shown(say('weight'))}): {weights}")
    if result.ranking:
        out.print(_table(result.ranking))
        legend = say("Scores run from 1 to 5. Tables: lowest and highest. - left out for now.")
        out.print(f"[dim]{shown(legend)}[/dim]")
    else:
        out.print(speak(NO_SCORES), SET_SCORES, sep="\n", markup=False)
    _print_notes(out, result)
    if result.variations:
        _print_firmness(out, result)


def _table(ranking: Iterable[Candidate]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(shown(say("Rank")), justify="right")
    table.add_column(shown(say("Objective")))
    table.add_column(shown(say("Score")), justify="right")
    table.add_column(shown(say("Tables")), justify="right", no_wrap=True)
    for letter, candidate in zip(_letters(), ranking, strict=False):
        mark = "- " if candidate.left_out_because else ""
        title = f"{letter} {mark}{escape(candidate.title)}"
        table.add_row(str(candidate.rank), title, f"{float(candidate.score):.2f}", _spread(candidate))
    return table


def _spread(candidate: Candidate) -> str:
    scores = [float(score) for score in candidate.by_table.values()]
    if len(scores) < 2:  # noqa: PLR2004 - one table has no spread
        return "-"
    return speak(say("{lowest} to {highest}", lowest=f"{min(scores):.1f}", highest=f"{max(scores):.1f}"))


def _print_notes(out: Console, result: Priorities) -> None:
    left_out = [(each.title, each.left_out_because) for each in result.ranking]
    left_out += [(each.title, each.left_out_because) for each in result.unscored]
    missing = [(each.title, ", ".join(result.titles[id_] for id_ in each.missing)) for each in result.unscored]
    trade_offs = [(each.title, each.trade_offs) for each in result.ranking]
    for heading, notes in (
        (say("Left out"), left_out),
        (say("Trade-offs"), trade_offs),
        (say("Not scored on"), missing),
    ):
        found = [(title, text) for title, text in notes if text]
        if found:
            out.print(f"[bold]{shown(heading)}[/bold]")
        for title, text in found:
            out.print(f"  {escape(title)}: {escape(text.strip())}")


def _print_firmness(out: Console, result: Priorities) -> None:
    changing = [each for each in result.variations if each.moved]
    out.print(f"[bold]{shown(say('How firm is the order?'))}[/bold] {shown(_firm(changing))}")
    table = Table(box=None, pad_edge=False, show_header=False)
    ranks = {each.id: each.rank for each in result.ranking}
    table.add_row(f"  {shown(say('as agreed'))}", _in_letters(ranks, list(ranks), {}))
    for change in changing:
        name = f"  {escape(result.titles[change.criterion])} {shown(CHANGES[change.change])}"
        table.add_row(name, _in_letters(ranks, change.order, change.moved))
    if changing:
        out.print(table)


def _firm(changing: list[Variation]) -> Text:
    if not changing:
        return say("Each weight halved, doubled, left out: the order stays as it is.")
    if not any(each.first_changes for each in changing):
        return say("Each weight halved, doubled, left out: the first place stays, others change.")
    return say("Each weight halved, doubled, left out: the first place changes; talk about it.")


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
