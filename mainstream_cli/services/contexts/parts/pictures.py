"""What the pictures show: the board of conditions, stages, sectors, financing and figures over time."""

from collections import defaultdict
from decimal import Decimal

from mainstream_cli.model.catalogue import Sector, Stage
from mainstream_cli.model.contexts.pictures import Mark, Picture
from mainstream_cli.model.journal import ConditionStatus
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.evidence import Figure
from mainstream_cli.rules import Case
from mainstream_cli.services.contexts.parts.conditions import STATUS_WORDS
from mainstream_cli.services.contexts.parts.sectors import examined, short_answer
from mainstream_cli.services.contexts.words.scribe import Scribe
from mainstream_cli.services.contexts.words.wording import capital, counted, listed, sentence
from mainstream_cli.services.money import EXACT, Exchange, Totals, currencies, exchange, grouped, plain, totals

RANKS: dict[ConditionStatus, int] = {"met": 3, "partly_met": 2, "not_met": 1, "not_assessed": 0}
TREND = 2  # points of one edition that make a line
NOTHING = Decimal(0)


def conditions_board(scribe: Scribe) -> Picture:
    """Return the board of all conditions, in the order of their codes."""
    assessed = scribe.material.assessments
    marks = tuple(
        Mark(
            label=f"{each.condition.code} {each.condition.title}",
            words=(STATUS_WORDS[each.status],),
            values=(Decimal(RANKS[each.status]),),
        )
        for each in assessed
    )
    counts = (f"{sum(each.status == status for each in assessed)} {STATUS_WORDS[status].lower()}" for status in RANKS)
    return Picture(
        picture="board",
        caption="Conditions for successful mainstreaming",
        alt=f"A tile for each of {counted(len(assessed), 'condition')}: {listed(counts)}.",
        columns=("Condition", "Status"),
        marks=marks,
    )


def stage_progress(scribe: Scribe) -> Picture:
    """Return how far each stage is answered, and whether it is signed."""
    case = Case(scribe.project, scribe.project, scribe.catalogue, scribe.material.today)
    marks = tuple(_stage(case, stage) for stage in scribe.catalogue.stages)
    signed = sum(stage.id in case.valid for stage in scribe.catalogue.stages)
    return Picture(
        picture="progress",
        caption="Questions answered, by stage",
        alt=f"A bar for each of {counted(len(marks), 'stage')}, filled as far as its questions are answered. "
        f"{signed} of {counted(len(marks), 'stage')} signed.",
        columns=("Stage", "Answered", "Sign-off"),
        legend=("answered", "asked"),
        marks=marks,
    )


def _stage(case: Case, stage: Stage) -> Mark:
    asked = list(case.asked(stage))
    answered = sum(case.project.answer(question.id) is not None for question in asked)
    signed = "signed" if stage.id in case.valid else "changed since it was signed" if case.stale(stage) else ""
    return Mark(
        label=stage.title,
        words=(f"{answered} of {len(asked)} answered", signed),
        values=(Decimal(answered), Decimal(len(asked))),
    )


def sector_map(scribe: Scribe) -> Picture:
    """Return the sectors that were examined: both effects as rated in the sector sheets, and the extent."""
    strengths, extents = (list(scribe.catalogue.vocabulary[name].values()) for name in ("strengths", "extents"))
    sectors = [sector for sector in scribe.catalogue.sectors if examined(scribe, sector)]
    marks = tuple(_sector(scribe, sector) for sector in sectors)
    return Picture(
        picture="sector_map",
        caption="Sectors: effects both ways, and how far migration is built in",
        alt=sentence(
            "A grid of sectors by the effect of migration on the sector and of the sector on migration: "
            + listed((f"{each.label} {each.words[0].lower()} and {each.words[1].lower()}" for each in marks), "; ")
        ),
        columns=("Sector", "Effect of migration on the sector", "Effect of the sector on migration", "Extent"),
        legend=tuple(strengths),
        unit=f"Dots: how far migration is built in, from {extents[0]} (○○○○) to {extents[-1]} (●●●●); empty where not answered",
        marks=marks,
    )


def _sector(scribe: Scribe, sector: Sector) -> Mark:
    ends = {"effect_in": "strengths", "effect_out": "strengths", "extent": "extents"}
    return Mark(
        label=sector.title,
        words=tuple(_without_cite(short_answer(scribe, sector, end)) for end in ends),
        values=tuple(_rank(scribe, f"{sector.id}_{end}", name) for end, name in ends.items()),
    )


def _without_cite(words: str) -> str:
    return words.split(" [", maxsplit=1)[0]


def _rank(scribe: Scribe, question: str, scale: str) -> Decimal | None:
    answer, terms = scribe.project.answer(question), list(scribe.catalogue.vocabulary[scale])
    return Decimal(terms.index(answer.value)) if answer is not None and answer.value in terms else None


def financing(scribe: Scribe) -> tuple[Picture, ...]:
    """Return who pays what, by how sure it is, with the gap: one picture for each currency, or one at dated rates."""
    actions = list(scribe.project.entries("actions").values())
    rates = exchange(scribe.project.settings.finance, actions)
    used = {rates.target} if rates.target else {currency for action in actions for currency in currencies(action)}
    pictures = (_money(scribe, actions, rates, currency) for currency in sorted(filter(None, used)))
    return tuple(picture for picture in pictures if picture.marks)


def _money(scribe: Scribe, actions: list[Action], rates: Exchange, currency: str) -> Picture:
    statuses = tuple(scribe.catalogue.vocabulary["funding_statuses"])
    paid: dict[str, dict[str, Decimal]] = defaultdict(lambda: dict.fromkeys(statuses, NOTHING))
    for each in (funding for action in actions for funding in action.funding):
        where, amount = rates.convert(each.amount, each.currency)
        if where == currency:
            source = scribe.actor(each.source)
            paid[source][each.status] = EXACT.add(paid[source][each.status], amount)
    sums = totals(actions, rates)
    gap = sums.gap.get(currency, NOTHING)
    marks = [_source(name, tuple(amounts.values())) for name, amounts in paid.items()]
    if gap:
        marks.append(_source("Not secured yet: the gap", (*(NOTHING for _ in statuses), gap)))
    return Picture(
        picture="financing",
        caption=f"Who pays, and the gap, in {currency}",
        alt=sentence(
            f"A bar for each source of money, by status, in {currency}: "
            + listed((f"{each.label} {listed(_amounts(each, currency))}" for each in marks), "; ")
        )
        + f" {_costed(sums)}",
        columns=("Source", *(capital(scribe.term("funding_statuses", each)) for each in statuses), "Gap"),
        legend=(*(scribe.term("funding_statuses", each) for each in statuses), "gap"),
        unit=f"{currency}. {_costed(sums)}",
        marks=tuple(marks),
    )


def _source(name: str, amounts: tuple[Decimal, ...]) -> Mark:
    values = (*amounts, NOTHING)[:4]
    return Mark(label=name, words=tuple(plain(each) if each else "–" for each in values), values=values)


def _amounts(mark: Mark, currency: str) -> list[str]:
    return [f"{currency} {word}" for word in mark.words if word != "–"]


def _costed(sums: Totals) -> str:
    return f"{sums.costed} of {counted(sums.actions, 'action')} costed."


def trends(scribe: Scribe) -> tuple[Picture, ...]:
    """Return the figures of which one edition has several years, one line for each edition; editions never mix."""
    series: dict[tuple[str, str | None, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in scribe.project.entries("figures").values():
        series[figure.indicator, figure.group, figure.unit][_edition(scribe, figure)].append(figure)
    lines = ({name: each for name, each in editions.items() if len(each) >= TREND} for editions in series.values())
    return tuple(_trend(editions) for editions in lines if editions)


def _edition(scribe: Scribe, figure: Figure) -> str:
    source, edition = scribe.entry("sources", figure.source), figure.edition or ""
    return listed((source, edition if edition not in source else "", figure.territory))


def _trend(editions: dict[str, list[Figure]]) -> Picture:
    first = next(iter(editions.values()))[0]
    marks = tuple(
        Mark(
            label=name,
            words=(str(figure.year), grouped(figure.value)),
            values=(Decimal(figure.year), figure.value),
        )
        for name, figures in editions.items()
        for figure in sorted(figures, key=lambda each: each.year)
    )
    title = listed((first.title, first.group if first.group and first.group not in first.title else ""))
    ends = (
        f"{name}: from {grouped(low.value)} in {low.year} to {grouped(high.value)} in {high.year}"
        for name, figures in editions.items()
        for low, high in [
            (min(figures, key=lambda each: each.year), max(figures, key=lambda each: each.year)),
        ]
    )
    return Picture(
        picture="lines",
        caption=f"{title}, by edition",
        alt=sentence(f"{title}, {first.unit}. {listed(ends, '; ')}"),
        columns=("Source and edition", "Year", first.unit),
        legend=("year", "value"),
        unit=first.unit,
        marks=marks,
    )
