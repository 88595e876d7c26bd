"""Builds the brief for development partners: support requested, financing gap, who does what."""

from collections.abc import Iterator

from mainstream_cli.documents.contexts.partner_brief import DoesRow, PartnerBrief, SourceRow, SupportRow
from mainstream_cli.documents.dossier import Dossier
from mainstream_cli.documents.parts.action_rows import action_row
from mainstream_cli.documents.parts.answering import section
from mainstream_cli.documents.parts.by_sector import by_sector, rate_rows
from mainstream_cli.documents.parts.cover import cover
from mainstream_cli.documents.parts.objectives import kept_objectives
from mainstream_cli.documents.parts.pictures import financing
from mainstream_cli.documents.parts.summary_box import SummaryBox, box, conditions_in_short, cost_and_gap
from mainstream_cli.documents.parts.sums import FULLY, NONE, money_notes, totals_row
from mainstream_cli.documents.parts.timing import plan_sentences
from mainstream_cli.documents.words.abbreviations import abbreviations
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import counted, lines, listed
from mainstream_cli.model.money import Exchange, amounts_in_words, exchange, funded_by
from mainstream_cli.model.registers.actions import Action

Numbers = dict[int, str]
"""The number of each action in this brief, such as A4, by the identity of the action."""
REQUESTED = ("finance_partner_requests", "finance_sources")
TOGETHER = (
    "partner_mapping",
    "finance_donor_exchange",
    "finance_donor_approaches",
    "finance_corridor_costs",
    "finance_remittances",
    "capacity_outside_expertise",
    "implementation_partner_projects",
)


def partner_brief(dossier: Dossier) -> PartnerBrief:
    """Build the brief; sectors stand in plan order, sources of money in alphabetical order, nobody is ranked."""
    scribe = Scribe(dossier, short=True)
    finance, groups = dossier.project.settings.finance, dict(by_sector(scribe))
    actions = [action for group in groups.values() for action in group]
    rates = exchange(finance, actions)
    numbers = {id(action): f"A{place}" for place, action in enumerate(actions, start=1)}
    support = tuple(_support(scribe, groups, rates, numbers))
    return PartnerBrief(
        cover=cover(scribe, _summary(scribe, actions, len(support))),
        background=plan_sentences(scribe),
        objectives=tuple(scribe.titled(each) for each in kept_objectives(scribe)),
        requested=section(scribe, REQUESTED),
        support=support,
        support_note=_support_note(len(actions) - len(support)),
        secured=tuple(_secured(scribe, actions, support, numbers)),
        summary=tuple(totals_row(title, group, rates) for title, group in groups.items()),
        total=totals_row("All sectors", actions, rates),
        money_notes=money_notes(finance, actions, rates),
        rates=rate_rows(scribe, rates),
        pictures=financing(scribe),
        sources=tuple(_sources(scribe, actions, numbers)),
        does=tuple(_does(scribe, actions, numbers)),
        together=section(scribe, TOGETHER),
        references=scribe.references.listed(),
        abbreviations=abbreviations(scribe),
    )


def _summary(scribe: Scribe, actions: list[Action], support: int) -> SummaryBox:
    asked = scribe.project.answer("finance_partner_requests") is not None
    return box(
        ("Asked for", "See Support requested." if asked else "No request to partners has been written down yet."),
        ("Cost and gap", cost_and_gap(scribe, actions) or "No action has been recorded yet."),
        ("Support", f"{counted(support, 'action')} with a gap, or with a gap that is not known." if support else ""),
        ("Conditions", conditions_in_short(scribe)),
    )


def _support(
    scribe: Scribe, groups: dict[str, list[Action]], rates: Exchange, numbers: Numbers
) -> Iterator[SupportRow]:
    """Yield the actions that are not fully secured, in plan order."""
    for sector, group in groups.items():
        for action in group:
            row = action_row(scribe, action, rates)
            if row.gap != FULLY:
                yield SupportRow(
                    number=numbers[id(action)],
                    title=listed((row.title, row.cite), " "),
                    sector=sector,
                    lead=lines(row.lead, row.period),
                    cost=row.cost,
                    funding=row.funding,
                    gap=row.gap,
                )


def _support_note(secured: int) -> str:
    if not secured:
        return ""
    words = counted(secured, "action that is", "actions that are")
    return f"The table leaves out {words} fully secured:"


def _secured(scribe: Scribe, actions: list[Action], support: tuple[SupportRow, ...], numbers: Numbers) -> Iterator[str]:
    """Yield the actions that need no support; the tables that follow name them by number as well."""
    asked = {row.number for row in support}
    yield from (f"{numbers[id(each)]} {scribe.title(each)}" for each in actions if numbers[id(each)] not in asked)


def _sources(scribe: Scribe, actions: list[Action], numbers: Numbers) -> Iterator[SourceRow]:
    """Yield one row per source of money, in alphabetical order; every currency stands by itself."""
    names: dict[str, list[str]] = {}
    for action in actions:
        for funding in action.funding:
            names.setdefault(scribe.actor(funding.source, short=False), []).append(funding.source)
    for name in sorted(names, key=str.lower):
        sources = set(names[name])
        paid = [action for action in actions if sources & {each.source for each in action.funding}]
        money = {
            status: amounts_in_words(funded_by(paid, sources, status)) for status in ("secured", "pledged", "sought")
        }
        yield SourceRow(
            source=name,
            actions=listed(numbers[id(action)] for action in paid),
            **{status: lines(*amounts) or NONE for status, amounts in money.items()},
        )


def _does(scribe: Scribe, actions: list[Action], numbers: Numbers) -> Iterator[DoesRow]:
    """Yield the organisations that lead or take part in an action, in the order of the kinds of stakeholder."""
    entries = scribe.project.entries("stakeholders")
    order = sorted(entries, key=lambda id_: scribe.rank("stakeholder_kinds", entries[id_].kind))
    named = [id_ for action in actions for id_ in (action.lead, *action.partners) if id_]
    for id_ in dict.fromkeys((*(each for each in order if each in named), *named)):
        entry = entries.get(id_)
        yield DoesRow(
            title=scribe.title(entry) if entry else scribe.actor(id_),
            role=(entry.role or "") if entry else "",
            leads=listed(numbers[id(action)] for action in actions if action.lead == id_),
            takes_part=listed(numbers[id(action)] for action in actions if id_ in action.partners),
        )
