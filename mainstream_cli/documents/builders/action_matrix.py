"""Builds the context of the action matrix, in the order in which sources are numbered."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.action_matrix import ActionMatrix, SectorMatrix
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.action_rows import action_row
from mainstream_cli.documents.parts.answering import sheets
from mainstream_cli.documents.parts.by_sector import by_sector, rate_rows
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.gaps import action_gaps, answer_gaps, indicator_gaps
from mainstream_cli.documents.parts.measuring import chains, indicator_rows
from mainstream_cli.documents.parts.objectives import objective_in_words, objective_rows
from mainstream_cli.documents.parts.pictures import financing
from mainstream_cli.documents.parts.sections import BY_STAGE
from mainstream_cli.documents.parts.sectors import idle_sector
from mainstream_cli.documents.parts.summary_box import matrix_box
from mainstream_cli.documents.parts.sums import money_notes, prices, totals_row
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, listed
from mainstream_cli.model.money import Exchange, exchange
from mainstream_cli.model.registers.actions import Action


def action_matrix(dossier: Dossier) -> ActionMatrix:
    """Build the action matrix; sectors come in plan order and are never ranked."""
    scribe = Scribe(dossier, short=True)
    groups = dict(by_sector(scribe))
    actions = [action for group in groups.values() for action in group]
    later = [stage for stage in scribe.catalogue.stages if stage.id not in BY_STAGE]
    rates = exchange(dossier.project.settings.finance, actions)
    gaps = (*action_gaps(scribe), *indicator_gaps(scribe), *answer_gaps(scribe, later))
    return ActionMatrix(
        cover=cover(scribe, matrix_box(scribe, actions, rates, gaps)),
        opening=_opening(scribe, groups),
        money_notes=money_notes(dossier.project.settings.finance, actions, rates),
        summary=tuple(totals_row(title, group, rates) for title, group in groups.items()),
        total=totals_row("All sectors", actions, rates),
        pictures=financing(scribe),
        objectives=objective_rows(scribe),
        sectors=tuple(_sector(scribe, title, group, rates) for title, group in groups.items()),
        chains=chains(scribe),
        indicators=indicator_rows(scribe),
        rates=rate_rows(scribe, rates),
        idle=tuple(
            idle_sector(scribe, sector)
            for sector in scribe.catalogue.sectors
            if not dossier.project.actions_in(sector.id)
        ),
        sheets=sheets(scribe, later),
        gaps=gaps,
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe, *scribe.dossier.crosswalks),
    )


def _opening(scribe: Scribe, groups: dict[str, list[Action]]) -> tuple[str, ...]:
    number = sum(len(group) for group in groups.values())
    if not number:
        return ("No action has been recorded yet. The matrix shows the sectors and what is known of them so far.",)
    objectives = counted(len(scribe.project.entries("objectives")), "objective")
    actions, sectors = counted(number, "action"), counted(len(groups), "sector")
    return (f"The matrix holds {actions} in {sectors}. Behind them: {objectives}.", *_compared_by(scribe))


def _compared_by(scribe: Scribe) -> Iterator[str]:
    criteria = scribe.project.entries("criteria").values()
    words = listed((f"{scribe.title(each)} (weight {each.weight:f})" for each in criteria), "; ")
    if words:
        yield f"Candidates were compared by: {words}."


def _sector(scribe: Scribe, title: str, actions: list[Action], rates: Exchange) -> SectorMatrix:
    objectives = dict.fromkeys(id_ for action in actions for id_ in action.objectives)
    return SectorMatrix(
        title=title,
        objectives=tuple(objective_in_words(scribe, id_) for id_ in objectives),
        actions=tuple(action_row(scribe, action, rates) for action in actions),
        totals=totals_row(f"{title}, all actions", actions, rates),
        prices=prices(actions),
    )
