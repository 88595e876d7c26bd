"""E: evidence and data gaps."""

from collections import defaultdict
from collections.abc import Iterator

from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.rules.case import Case


def rival_figures_without_choice(case: Case) -> Iterator[Finding]:
    """Several figures stand for the same indicator, group and year, and not exactly one of them is chosen.

    Documents print the chosen figure in the text and its rivals beside it.

    Passes: two population figures for 2012, one with ``chosen_because: It covers the territory of the plan.``
    Fails:  two population figures for 2012 and no ``chosen_because``
    """
    rivals = defaultdict(list)
    for id_, figure in case.project.entries("figures").items():
        rivals[figure.indicator, figure.group, figure.year].append((id_, figure))
    for (indicator, _, year), figures in rivals.items():
        chosen = sum(figure.chosen_because is not None for _, figure in figures)
        if len(figures) > 1 and chosen != 1:
            said = "none of them is" if chosen == 0 else f"{chosen} of them are"
            message = f"{len(figures)} figures stand for {indicator} in {year} and {said} chosen."
            yield Finding(
                "E01",
                "warning",
                message,
                "Give one of them chosen_because: with the reason.",
                ("core team",),
                Ref("figures", figures[0][0]),
            )
