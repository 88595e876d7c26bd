"""M: what actions cost and who pays."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mainstream_cli.language import Text, count, say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.money import latest_rates, money
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers.actions import Action, Cost, Funding
from mainstream_cli.rules.action_rows import live, runs_in
from mainstream_cli.rules.case import Case, rests_on
from mainstream_cli.rules.entries import CORE_TEAM, actor, entry_rule, fault
from mainstream_cli.rules.roles import needs

MONEY = "financing"
SLACK = Decimal("1.02")  # what a dated exchange rate may be off
COMMITTED = ("secured", "pledged")
STATE_KINDS = frozenset(("ministry", "planning_authority", "agency", "parliament"))
STATE = re.compile(
    r"\b(state|national|central|government|public) budget\b|\btreasury\b|\bbudget line\b|\bministry of finance\b",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(an? |the |other |some |various |several |possible |future )*"
    r"(donors?|partners?|sponsors?|funders?|financiers?|somebody|someone|unknown|tbd|tbc|n/?a|open|none|\?+|"
    r"not (yet )?(known|named|identified|decided)|to be (identified|named|confirmed|decided|determined|found))\.?",
    re.IGNORECASE,
)


@rests_on("settings")
def funded_beyond_cost(case: Case) -> Iterator[Finding]:
    """The funding of an action adds up to more than the action costs.

    What is secured or pledged is added. Several partners may be asked for the same sum: a request is a note only when
    it alone, with what is secured or pledged, is more than the cost. Amounts in another currency count where
    mainstream.yaml has a dated rate, with 2 % of leeway; without a rate they are left out.

    Passes: a cost of 100,000 with 60,000 secured and 40,000 sought
    Fails:  a cost of 100,000 with 80,000 secured and 50,000 pledged
    """
    action: Action
    for id_, action in case.project.entries("actions").items():
        if not live(action) or action.cost is None or not action.cost.total:
            continue
        cost, ref = money(action.cost.total, action.cost.currency), Ref("actions", id_, ("funding",))
        firm = [funding for funding in action.funding if funding.status in COMMITTED]
        asked = [funding for funding in action.funding if funding.status not in COMMITTED]
        if too_much := _beyond(case, action.cost, firm):
            text = say(
                "what is secured or pledged adds up to {sum}, more than its cost of {cost}.", sum=too_much, cost=cost
            )
            advice = say("Correct the amounts, or move what is not needed to another action.")
            yield fault(case, "M01", "warning", ref, text, advice)
        elif too_much := next(filter(None, (_beyond(case, action.cost, [*firm, funding]) for funding in asked)), ""):
            text = say(
                "with what is sought, its funding would be {sum}, more than its cost of {cost}.",
                sum=too_much,
                cost=cost,
            )
            advice = say("Ask for no more than the gap, or correct the cost.")
            yield fault(case, "M01", "note", ref, text, advice)


def _beyond(case: Case, cost: Cost, funding: Sequence[Funding]) -> str:
    """Return what the funding adds up to, in words, when that is more than the cost."""
    rates, home = _rates(case), cost.currency
    same = sum((share.amount for share in funding if share.currency == home), Decimal(0))
    known = [share for share in funding if share.currency != home and {share.currency, home} <= rates.keys()]
    total = same + sum((share.amount * rates[share.currency] / rates[home] for share in known), Decimal(0))
    return money(total, home) if total > cost.total * (SLACK if known else 1) else ""


def _rates(case: Case) -> dict[str, Decimal]:
    finance = case.project.settings.finance
    if finance is None:
        return {}
    latest = {currency: rate.value for currency, rate in latest_rates(finance).items()}
    return {**latest, finance.currency: Decimal(1)}


def cost_outside_dates(case: Case) -> Iterator[Finding]:
    """An action has a cost in a year in which it does not run.

    Passes: costs in 2027 and 2028 for an action from 2026-09 to 2029
    Fails:  ``recurrent: {2031: 50000}`` for that action
    """
    action: Action
    for id_, action in case.project.entries("actions").items():
        for kind in ("recurrent", "capital") if action.cost and live(action) else ():
            for year in getattr(action.cost, kind):
                if not runs_in(action, year):
                    ref = Ref("actions", id_, ("cost", kind, str(year)))
                    text = say("it has a cost in {year}, when this action does not run.", year=year)
                    advice = say("Correct the year, or the dates of the action.")
                    yield fault(case, "M03", "warning", ref, text, advice)


@needs("M04", MONEY)
@rests_on("settings")
def no_rate(case: Case) -> Iterator[Finding]:
    """An amount is in a currency for which there is no exchange rate.

    Totals are then given currency by currency, and funding cannot be set against the cost.

    Passes: ``currency: EUR`` with a dated rate for EUR under ``finance:`` in mainstream.yaml
    Fails:  a cost in SDL with funding in EUR and no rate
    """
    rates, finance = _rates(case), case.project.settings.finance
    action: Action
    for id_, action in case.project.entries("actions").items():
        home = finance.currency if finance else action.cost.currency if action.cost else None
        for path, currency in _currencies(action) if live(action) else ():
            if home is not None and currency != home and currency not in rates:
                text = say("there is no exchange rate from {currency} to {home}.", currency=currency, home=home)
                advice = say(
                    "Add a dated rate for {currency} under finance: rates: in mainstream.yaml.", currency=currency
                )
                yield fault(case, "M04", "warning", Ref("actions", id_, path), text, advice, stage=MONEY)


def _currencies(action: Action) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if action.cost is not None:
        yield ("cost", "currency"), action.cost.currency
    for index, funding in enumerate(action.funding):
        yield ("funding", index, "currency"), funding.currency


@rests_on("actions")
def uncosted(case: Case) -> Iterator[Finding]:
    """Actions of a sector have no cost yet.

    They are counted, one note for the sector. An action without cost is uncosted, never free.

    Passes: every action of the sector with ``cost:``
    Fails:  a sector with an action that has no ``cost``
    """
    for sector, actions in _by_sector(case).items():
        missing = [id_ for id_, action in actions if action.cost is None]
        if missing:
            message = count(
                "{sector}: {n} of {all} actions has no cost yet ({ids}).",
                "{sector}: {n} of {all} actions have no cost yet ({ids}).",
                n=len(missing),
                sector=case.catalogue.label("sectors", sector),
                all=len(actions),
                ids=", ".join(missing),
            )
            advice = say("Add cost: with its amounts by year, if only as an estimate.")
            yield Finding("M05", "note", message, advice, CORE_TEAM, Ref("actions", missing[0]))


def _by_sector(case: Case) -> dict[str, list[tuple[str, Action]]]:
    found: dict[str, list[tuple[str, Action]]] = defaultdict(list)
    for id_, action in case.project.entries("actions").items():
        if live(action):
            found[case.project.part("actions", id_)].append((id_, action))
    return found


@rests_on("stakeholders")
@entry_rule("M06", "actions", "budget_code", say("Add budget_code: with the programme code."), stage=MONEY)
def no_budget_code(case: Case, action: Action) -> Text | None:
    """State money is secured for an action, and no budget programme is named.

    Meant is money of a ministry, an agency or the State budget. Money of partners or towns asks for no code.

    Passes: ``budget_code: "0402"``
    Fails:  funding by a ministry, ``status: secured``, without ``budget_code``
    """
    secured = any(_of_state(case, funding.source) for funding in action.funding if funding.status == "secured")
    missing = live(action) and secured and not action.budget_code
    return say("State money is secured, and no budget code says where it stands.") if missing else None


def _of_state(case: Case, source: str) -> bool:
    stakeholder = case.project.entries("stakeholders").get(source)
    if stakeholder is not None:
        return stakeholder.kind in STATE_KINDS
    return case.reads_words and STATE.search(source) is not None


@rests_on("stakeholders")
@entry_rule("M07", "actions", "in_ceiling", say("Add in_ceiling: in_place, partly, absent or unknown."), stage=MONEY)
def ceiling_not_said(case: Case, action: Action) -> Text | None:
    """It is not said whether a costed action that State money pays for fits inside the expenditure ceiling.

    Passes: ``in_ceiling: unknown``, which the ministry of finance can then answer
    Fails:  an action with a cost and State funding, without ``in_ceiling``
    """
    state = any(_of_state(case, funding.source) for funding in action.funding)
    missing = live(action) and action.cost is not None and state and action.in_ceiling is None
    return say("it is not said whether it fits inside the expenditure ceiling.") if missing else None


@needs("M08", MONEY)
@rests_on("actions")
def price_years_mixed(case: Case) -> Iterator[Finding]:
    """Costs in one sector are at the prices of different years, so that their total means little.

    The action whose price year is rarer in the sector is named.

    Passes: all costs of a sector with ``price_year: 2026``
    Fails:  two with ``price_year: 2026`` and one with ``price_year: 2023``
    """
    for sector, actions in _by_sector(case).items():
        priced = [(id_, action.cost.price_year) for id_, action in actions if action.cost and action.cost.total]
        years = Counter(year for _, year in priced)
        if len(years) < 2:  # noqa: PLR2004 - one price year for all is as it should be
            continue
        usual = max(years, key=lambda year: (years[year], year))
        for id_, year in priced:
            if year != usual:
                text = say(
                    "its cost is at prices of {year}, others in {sector} at {usual}.",
                    year=year,
                    sector=case.catalogue.label("sectors", sector),
                    usual=usual,
                )
                ref = Ref("actions", id_, ("cost", "price_year"))
                advice = say("Bring the amounts to prices of {year}.", year=usual)
                yield fault(case, "M08", "warning", ref, text, advice, stage=MONEY)


@rests_on("stakeholders", "bodies")
def paid_by_nobody(case: Case) -> Iterator[Finding]:
    """Money counts as secured or pledged, and nobody is named who pays it.

    It is a note, since it rests on the words by which somebody named the payer.

    Passes: ``source: Health fund`` with ``status: secured``; ``source: donors`` with ``status: sought``
    Fails:  ``source: to be identified`` with ``status: secured``
    """
    action: Action
    for id_, action in case.project.entries("actions").items():
        for index, funding in enumerate(action.funding if live(action) else ()):
            source = actor(case, funding.source).strip()
            if funding.status in COMMITTED and NOBODY.fullmatch(source):
                text = say(
                    "money is recorded as {status}, and nobody is named who pays it ('{source}').",
                    status=funding.status,
                    source=source,
                )
                advice = say("Name who pays and in which document, or set status: sought.")
                yield fault(case, "M09", "note", Ref("actions", id_, ("funding", index, "source")), text, advice)


@entry_rule("M10", "actions", "cost", say("Enter the amounts by year, or remove cost: until the action is costed."))
def costs_nothing(_: Case, action: Action) -> Text | None:
    """The cost of an action adds up to nothing.

    Documents would print it as free. An action without cost is left without ``cost:`` and counts as uncosted.

    Passes: an action without ``cost``
    Fails:  ``cost:`` with a currency and no amount, or with ``0`` in every year
    """
    nothing = live(action) and action.cost and not action.cost.total
    return say("its cost adds up to nothing.") if nothing else None
