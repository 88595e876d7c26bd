"""Builds the context of the sector sheets, one chapter for each sector in work, in plan order."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.action_matrix import ActionRow
from mainstream_cli.documents.contexts.sector_sheet import SectorPage, SectorSheet
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.action_rows import action_row
from mainstream_cli.documents.parts.answering import NOTHING_YET, answers
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.effects import effect_rows, links, sectors_in_work
from mainstream_cli.documents.parts.gaps import action_gaps, answer_gaps
from mainstream_cli.documents.parts.links import goal_rows
from mainstream_cli.documents.parts.measuring import indicator_rows
from mainstream_cli.documents.parts.policies import policy_rows
from mainstream_cli.documents.parts.sectors import examined, proposed_sectors, sector_row, sector_rows
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, cost_and_gap
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, labelled, listed, sentence
from mainstream_cli.model.catalogue import Sector
from mainstream_cli.model.money import exchange
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.links import Linkage

NOTHING = "No sector is in work yet: none is proposed or examined, and none has a goal, an effect or an action."


def sector_sheet(dossier: Dossier) -> SectorSheet:
    """Build the sector sheets; sectors come in plan order and are never ranked."""
    scribe = Scribe(dossier, short=True)
    worked = sectors_in_work(scribe)
    return SectorSheet(
        cover=cover(scribe, _summary(scribe, worked)),
        opening=tuple(_opening(scribe, worked)),
        strengths=sector_rows(scribe),
        sectors=tuple(_page(scribe, sector) for sector in worked),
        others=tuple(_other(scribe, sector) for sector in scribe.catalogue.sectors if sector not in worked),
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe, *scribe.dossier.crosswalks),
    )


def _summary(scribe: Scribe, worked: list[Sector]) -> SummaryBox:
    sheets = [sector for sector in worked if examined(scribe, sector)]
    asked = [each for sector in worked for each in sector.questions if scribe.facts.asks(each)]
    given = sum(scribe.project.answer(each.id) is not None for each in asked)
    actions = len(scribe.project.entries("actions"))
    return box(
        ("Sectors in work", f"{listed(sector.title for sector in worked)}." if worked else NOTHING),
        ("Proposed", f"{len(proposed_sectors(scribe))} for the full assessment." if worked else ""),
        ("Examined", f"{len(sheets)} of {counted(len(worked), 'sector')}." if worked else ""),
        ("Answers", f"{given} of {counted(len(asked), 'question')} answered." if worked else ""),
        ("Actions", f"{counted(actions, 'action')}." if actions else "No action has been recorded yet."),
    )


def _opening(scribe: Scribe, worked: list[Sector]) -> Iterator[str]:
    if not worked:
        yield NOTHING
        return
    yield f"{counted(len(worked), 'sector is', 'sectors are')} in work. They stand in plan order; none is ranked."
    proposed = listed(scribe.term("sectors", each) for each in proposed_sectors(scribe))
    yield f"Proposed for the full assessment: {proposed}." if proposed else "No sector is proposed yet."


def _page(scribe: Scribe, sector: Sector) -> SectorPage:
    """Build one chapter; its parts are built in the order in which they are read."""
    id_, said = sector.id, answers(scribe, sector.questions)
    actions = scribe.project.actions_in(id_)
    indicators = {each for action in actions.values() for each in action.indicators}
    return SectorPage(
        title=sector.title,
        short=sector_row(scribe, sector, _standing(scribe, sector)),
        answers=said,
        missing=() if said else (NOTHING_YET,),
        goals=goal_rows(scribe, lambda goal: id_ in goal.sectors),
        effects=effect_rows(scribe, _links(scribe, sector)),
        policies=policy_rows(scribe, lambda policy: id_ in policy.sectors),
        actions=_actions(scribe, list(actions.values())),
        money=cost_and_gap(scribe, list(actions.values())),
        indicators=indicator_rows(scribe, indicators.__contains__),
        gaps=(*answer_gaps(scribe, [sector]), *(gap for gap in action_gaps(scribe) if gap.where == sector.title)),
        unanswered=_unanswered(scribe, sector),
    )


def _unanswered(scribe: Scribe, sector: Sector) -> str:
    open_ = (each.title for each in sector.questions if scribe.facts.asks(each) and not scribe.project.answer(each.id))
    return sentence(labelled("Questions without an answer yet", listed(open_, "; ")))


def _standing(scribe: Scribe, sector: Sector) -> str:
    if sector.id in proposed_sectors(scribe):
        return "Proposed for the full assessment"
    return "Examined" if examined(scribe, sector) else "Named by goals, effects or actions; not examined yet"


def _links(scribe: Scribe, sector: Sector) -> list[Linkage]:
    """Return the effects at a sector, and those at goals that belong to it."""
    goals = {id_ for id_, goal in scribe.project.entries("plan_goals").items() if sector.id in goal.sectors}
    return [link for link in links(scribe) if link.sector == sector.id or link.plan_goal in goals]


def _actions(scribe: Scribe, actions: list[Action]) -> tuple[ActionRow, ...]:
    rates = exchange(scribe.project.settings.finance, actions)
    return tuple(action_row(scribe, action, rates) for action in actions)


def _other(scribe: Scribe, sector: Sector) -> str:
    off = scribe.catalogue.switched_off.get(sector.id)
    return f"{sector.title}: left out by the national content. {off.reason.strip()}" if off else sector.title
