"""What entries let be worked out from themselves and the rest of a project, for relations to ask like a field."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from mainstream_cli.language import label
from mainstream_cli.model import ages
from mainstream_cli.model.firm_money import covered
from mainstream_cli.model.journal import Decision
from mainstream_cli.model.meant import PARTNERS, UNRECORDED, is_same, kind_meant, recorded, titles
from mainstream_cli.model.money import costed
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.evidence import Dataset, Figure, SourceDocument
from mainstream_cli.model.registers.process import Milestone
from mainstream_cli.model.registers.results import Check, Indicator, Objective
from mainstream_cli.model.taking_part import STATE, TAKING_PART, kind_of_actor, numbered, on_record
from mainstream_cli.model.told import letters
from mainstream_cli.model.world import Computed, World, id_of

MONTHS = {
    "continuous": 3,
    "monthly": 1,
    "quarterly": 3,
    "twice_a_year": 6,
    "yearly": 12,
    "every_two_years": 24,
    "every_five_years": 60,
}
"""How many months lie between two observations of an indicator, by its frequency; once is never late."""
LATE = Decimal("1.5")
DRAFTING = 5
"""How many years before its first year the drafting of a plan can begin."""
KINDS_OF_EVIDENCE = ("source_kinds", "dataset_kinds")


def _written(_: World, source: SourceDocument) -> object:
    return source.date or source.year


def _mark(_: World, source: SourceDocument) -> object:
    """Return what a document is known by: its day, else a number in its title, place or address."""
    named = f"{source.title} {source.place or ''} {source.address or ''} {source.edition or ''}"
    return source.date or (named if any(map(str.isdigit, named)) else None)


def _counts_until(world: World, kind: str, value: object) -> datetime.date | None:
    """Return until when evidence of a kind on that year counts; None of what is still to come."""
    days, years = ages.span(value), _years_of(world, kind)
    if days is None or days[0] > world.today:
        return None
    return ages.later(days[1], 12 * years) if years else datetime.date.max


def _years_of(world: World, kind: str) -> int | None:
    """Return after how many years evidence of a kind is too old; a kind without years of its own has the longest."""
    known = [world.catalogue.lists[name].years for name in KINDS_OF_EVIDENCE if name in world.catalogue.lists]
    longest = max((longest for years in known for longest in years.values()), default=None)
    return next((years[kind] for years in known if kind in years), longest)


def _source_counts(world: World, source: SourceDocument) -> datetime.date | None:
    return _counts_until(world, source.kind, source.date or source.year)


def _figure_counts(world: World, figure: Figure) -> datetime.date | None:
    source = world.project.entries("sources").get(figure.source)
    return _counts_until(world, source.kind, figure.year) if source else None


def _dataset_counts(world: World, dataset: Dataset) -> datetime.date | None:
    last = max((int(year) for year in _years(dataset.years or "")), default=None)
    return _counts_until(world, dataset.kind, last)


def _years(text: str) -> Iterator[str]:
    digits = "".join(sign if sign.isdigit() else " " for sign in text)
    yield from (word for word in digits.split() if len(word) == 4)  # noqa: PLR2004 - a year


def _within_plan(world: World, milestone: Milestone) -> str | None:
    """Return by when a step is due, unless that is after the plan or long before it was written."""
    days, plan = ages.span(milestone.due), world.project.settings.plan
    return milestone.due if days and plan.start - DRAFTING <= days[0].year <= plan.end else None


def _paid(_: World, action: Action) -> str | None:
    """Return how sure the money for an action is; one that costs nothing needs none."""
    if costed(action) and action.cost is not None and not action.cost.total:
        return "secured"
    firm = (each for each in action.funding if each.status != "sought" and each.amount and letters(each.source))
    return next((each.status for each in firm), None)


def _payer(world: World, action: Action) -> str | None:
    """Return who pays for an action or is asked to; one that costs nothing needs nobody."""
    named = (each.source for each in action.funding if each.amount and letters(each.source))
    return next(named, None) or _paid(world, action)


def _check(name: str) -> Callable[[World, Objective], str]:
    return lambda world, objective: check_state(world, objective, getattr(objective, name))


def check_state(world: World, objective: Objective, check: Check | None) -> str:
    """Return how a check of an objective stands, a term of the list ``check_states``."""
    if check is None or not letters(check.finding) or check.result == "open":
        return "missing"
    if check.result == "failed":
        return "failed"
    if check.of not in (None, objective.version):
        return "earlier"
    whole = check.result and check.of and check.date and check.date <= world.today
    known = letters(check.by) and letters(objective.owner)
    return "checked" if whole and known and not is_by_owner(world.project, objective, check) else "noted"


def is_by_owner(project: Project, objective: Objective, check: Check) -> bool:
    """Tell whether a check was made by the institution that answers for the objective, under whatever name."""
    return bool(letters(check.by)) and is_same(project, check.by, objective.owner)


def _rights_shown(world: World, objective: Objective) -> str | None:
    """Return a document on record that a rights check names."""
    named = objective.rights_check.sources if objective.rights_check else ()
    return next((id_ for id_ in named if id_ in world.project.entries("sources")), None)


def _measured(world: World, objective: Objective) -> int:
    """Return how many indicators measure an objective, itself or a result that belongs to it."""
    id_ = id_of(world, "objectives", objective)
    results = {name for name, result in world.project.entries("results").items() if result.objective == id_}
    return sum(indicator.measures in {id_, *results} for indicator in world.project.entries("indicators").values())


def _suggested(world: World, objective: Objective) -> object:
    """Return the sector whose idea bank has the title of an objective word for word."""
    title = letters(objective.title)
    ideas = ((sector.id, idea.title) for sector in world.catalogue.sectors for idea in sector.interventions)
    return next((sector for sector, idea in ideas if letters(idea) == title), None)


def _observations(world: World, indicator: Indicator) -> list[datetime.date]:
    id_ = id_of(world, "indicators", indicator)
    found = (each for each in world.project.entries("observations").values() if each.indicator == id_)
    return [each.until for each in found if each.value is not None]


def _observed_until(world: World, indicator: Indicator) -> datetime.date | None:
    """Return until when the last observation of an indicator counts: one and a half times its frequency."""
    last = max(_observations(world, indicator), default=None)
    months = MONTHS.get(indicator.frequency or "yearly")
    if last is None or months is None:
        return last and datetime.date.max
    return ages.later(last, int(months * LATE))


def _confirmations(world: World, decision: Decision) -> int:
    """Return how many institutions confirmed a decision; partners, and one under two ids, add none."""
    national = (id_ for id_ in decision.confirmed_by if kind_meant(world.project, id_) not in PARTNERS)
    return len(titles(world.project, recorded(world.project, national)))


def _by_partner(world: World, source: SourceDocument) -> str | None:
    """Return who wrote a document, where that is a partner or somebody else on record from outside the State."""
    return source.author if kind_meant(world.project, source.author) not in (None, UNRECORDED, *STATE) else None


def _money_share(world: World, _: object) -> Decimal | None:
    """Return which part of this or the next year's cost firm money covers, whichever is better; None without cost."""
    actions, year = world.project.entries("actions").values(), world.today.year
    shares = (covered(actions, year), covered(actions, year + 1))
    return max((share for share in shares if share is not None), default=None)


COMPUTED: Mapping[str, Mapping[str, Computed]] = {
    **TAKING_PART,
    "sources": {
        "written": Computed(label("field", "Day or year of the document"), _written),
        "mark": Computed(label("field", "Day or number of the document"), _mark),
        "counts_until": Computed(label("field", "Counts until"), _source_counts),
        "by_partner": Computed(label("field", "Written by a partner or from outside the State"), _by_partner),
    },
    "figures": {"counts_until": Computed(label("field", "Counts until"), _figure_counts)},
    "datasets": {"counts_until": Computed(label("field", "Counts until"), _dataset_counts)},
    "objectives": {
        "rights": Computed(label("field", "Rights check"), _check("rights_check")),
        "gender": Computed(label("field", "Gender check"), _check("gender_check")),
        "children": Computed(label("field", "Child check"), _check("child_check")),
        "rights_shown": Computed(label("field", "Document of the rights check"), _rights_shown),
        "measured": Computed(label("field", "Indicators"), _measured),
        "suggested": Computed(label("field", "Title from the idea bank"), _suggested),
    },
    "indicators": {
        "observed_until": Computed(label("field", "Last observation counts until"), _observed_until),
        "owner_known": Computed(label("field", "Owner on record"), on_record("owner")),
    },
    "milestones": {"within_plan": Computed(label("field", "Due within the plan"), _within_plan)},
    "actions": {
        "costed": Computed(label("field", "Cost by year"), lambda _, action: action.cost if costed(action) else None),
        "payer": Computed(label("field", "Who pays or is asked to"), _payer),
        "paid": Computed(label("field", "Money that is secured or pledged"), _paid),
        "lead_known": Computed(label("field", "Lead on record"), on_record("lead")),
        "budget_line": Computed(
            label("field", "Budget code with a number"), lambda _, action: numbered(action.budget_code)
        ),
    },
    "journal.sign_off": {
        "kind_of_role": Computed(label("field", "Kind of institution that signed"), kind_of_actor("by"))
    },
    "journal.decision": {
        "confirmations": Computed(label("field", "National institutions on record that confirmed it"), _confirmations)
    },
    "project": {
        "lead_kind": Computed(
            label("setting", "Kind of the lead institution"),
            lambda world, _: kind_meant(world.project, world.project.settings.lead),
        ),
        "money_share": Computed(
            label("setting", "Part of a year's cost that firm money covers"), _money_share, by_year=True
        ),
    },
}
"""By register, and for the project as a whole, the facts that relations can ask beside the fields."""


def facts_of(register: str) -> Mapping[str, Computed]:
    """Return what can be worked out of the entries of a register; documents of an answer are sources."""
    return COMPUTED.get("sources" if register.startswith("documents_of.") else register, {})
