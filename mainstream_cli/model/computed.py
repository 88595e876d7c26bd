"""What entries let be worked out from themselves and the rest of a project, for relations to ask like a field."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from mainstream_cli.language import Text, label
from mainstream_cli.model import ages
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.firm_money import covered
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers.actions import Action
from mainstream_cli.model.registers.actors import Body, Stakeholder
from mainstream_cli.model.registers.evidence import Dataset, Figure, SourceDocument
from mainstream_cli.model.registers.process import Session
from mainstream_cli.model.registers.results import Check, Indicator, Objective

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
KINDS_OF_EVIDENCE = ("source_kinds", "dataset_kinds")
MINISTRIES = ("ministry", "planning_authority")


class World(Protocol):
    """A project on a day."""

    @property
    def project(self) -> Project:
        """The project."""

    @property
    def catalogue(self) -> Catalogue:
        """Its catalogue."""

    @property
    def today(self) -> datetime.date:
        """The day."""


@dataclass(frozen=True)
class Computed:
    """One fact that is worked out, under a *label*."""

    label: Text
    work: Callable[[Any, Any], object]


def _written(_: World, source: SourceDocument) -> object:
    return source.date or source.year


def _mark(_: World, source: SourceDocument) -> object:
    """Return what a document is known by: its day, else a number in its title, place or address."""
    named = f"{source.title} {source.place or ''} {source.address or ''} {source.edition or ''}"
    return source.date or (named if any(map(str.isdigit, named)) else None)


def _counts_until(world: World, kind: str, value: object) -> datetime.date | None:
    """Return until when evidence of a kind written then counts; what has no years of its own counts for good."""
    days = ages.span(value)
    if days is None:
        return None
    return ages.later(days[1], 12 * years) if (years := _years_of(world, kind)) else datetime.date.max


def _years_of(world: World, kind: str) -> int | None:
    """Return after how many years evidence of a kind is too old, by the lists of sources and datasets."""
    known = (world.catalogue.lists[name].years for name in KINDS_OF_EVIDENCE if name in world.catalogue.lists)
    return next((years[kind] for years in known if kind in years), None)


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


def _met(world: World, body: Body) -> list[datetime.date]:
    return [meeting.date for meeting in body.meetings if meeting.date <= world.today]


def _last_met(world: World, body: Body) -> datetime.date | None:
    return max(_met(world, body), default=None)


def _last_sign(world: World, body: Body) -> object:
    """Return the last day on which a body showed life: its last meeting, else its creation."""
    return _last_met(world, body) or body.created


def _kind_of_actor(world: World, actor: str | None) -> str | None:
    """Return the kind of an institution, ``unrecorded`` where no stakeholder is recorded for it; None of nobody."""
    known = world.project.entries("stakeholders").get(actor or "")
    return None if actor is None else known.kind if known else "unrecorded"


def _seats(*kinds: str) -> Callable[[World, Body], int]:
    def seats(world: World, body: Body) -> int:
        known = world.project.entries("stakeholders")
        return sum(known[member].kind in kinds for member in set(body.members) if member in known)

    return seats


def _id_of(world: World, register: str, entry: object) -> str:
    return next((id_ for id_, known in world.project.entries(register).items() if known is entry), "")


def _hearings(world: World, stakeholder: Stakeholder) -> list[datetime.date]:
    """Return the days on which a stakeholder was heard: consulted, or present at a session."""
    id_ = _id_of(world, "stakeholders", stakeholder)
    sessions = world.project.entries("sessions").values()
    days = [session.date for session in sessions if id_ in {present.institution for present in session.attendance}]
    days += [found[1] for heard in stakeholder.consulted if (found := ages.span(heard.date))]
    return [day for day in days if day <= world.today]


def _last_heard(world: World, stakeholder: Stakeholder) -> datetime.date | None:
    return max(_hearings(world, stakeholder), default=None)


def _first_heard(world: World, stakeholder: Stakeholder) -> datetime.date | None:
    return min(_hearings(world, stakeholder), default=None)


def _in_time(world: World, stakeholder: Stakeholder) -> datetime.date | None:
    """Return the first day on which a stakeholder was heard, if objectives were not approved before it."""
    aiming = world.catalogue.roles.get("aiming")
    approved = [
        each.date for each in world.project.journal.values() if isinstance(each, SignOff) and each.stage == aiming
    ]
    first = _first_heard(world, stakeholder)
    return None if first is None or (approved and first > min(approved)) else first


def _matter(_: World, stakeholder: Stakeholder) -> str | None:
    return next((heard.matter for heard in stakeholder.consulted if heard.matter), None)


def _groups_heard(_: World, session: Session) -> list[str]:
    return [heard.group for heard in session.heard_otherwise]


def _paid(_: World, action: Action) -> str | None:
    """Return how sure the money for an action is; one that costs nothing needs none."""
    if action.cost is not None and not action.cost.total:
        return "secured"
    return next((funding.status for funding in action.funding if funding.status != "sought"), None)


def _share(world: World, stakeholder: Stakeholder) -> object:
    """Return the action that a partner pays for or takes part in, or why there is none."""
    id_ = _id_of(world, "stakeholders", stakeholder)
    for name, action in world.project.entries("actions").items():
        if id_ in action.partners or id_ in {funding.source for funding in action.funding}:
            return name
    return stakeholder.none_because


def _check(name: str) -> Callable[[World, Objective], str]:
    return lambda world, objective: check_state(world, objective, getattr(objective, name))


def check_state(world: World, objective: Objective, check: Check | None) -> str:
    """Return how a check of an objective stands, a term of the list ``check_states``."""
    if check is None or not check.finding or check.result == "open":
        return "missing"
    if check.result == "failed":
        return "failed"
    if check.of not in (None, objective.version):
        return "earlier"
    whole = check.result and check.of and check.by and check.date and check.date <= world.today
    return "checked" if whole and check.by != objective.owner else "noted"


def _measured(world: World, objective: Objective) -> int:
    """Return how many indicators measure an objective, itself or a result that belongs to it."""
    id_ = _id_of(world, "objectives", objective)
    results = {name for name, result in world.project.entries("results").items() if result.objective == id_}
    return sum(indicator.measures in {id_, *results} for indicator in world.project.entries("indicators").values())


def _suggested(world: World, objective: Objective) -> object:
    """Return the sector whose idea bank has the title of an objective word for word."""
    title = objective.title.strip().casefold()
    ideas = ((sector.id, idea.title) for sector in world.catalogue.sectors for idea in sector.interventions)
    return next((sector for sector, idea in ideas if idea.strip().casefold() == title), None)


def _observations(world: World, indicator: Indicator) -> list[datetime.date]:
    id_ = _id_of(world, "indicators", indicator)
    found = (each for each in world.project.entries("observations").values() if each.indicator == id_)
    return [each.until for each in found if each.value is not None]


def _observed_until(world: World, indicator: Indicator) -> datetime.date | None:
    """Return until when the last observation of an indicator counts: one and a half times its frequency."""
    last = max(_observations(world, indicator), default=None)
    months = MONTHS.get(indicator.frequency or "yearly")
    if last is None or months is None:
        return last and datetime.date.max
    return ages.later(last, int(months * LATE))


def _lead_kind(world: World, _: object) -> str | None:
    return _kind_of_actor(world, world.project.settings.lead)


def _signer_kind(world: World, entry: SignOff) -> str | None:
    return _kind_of_actor(world, entry.by)


def _money_share(world: World, _: object) -> Decimal | None:
    """Return which part of this or the next year's cost firm money covers, whichever is better; None without cost."""
    actions, year = world.project.entries("actions").values(), world.today.year
    shares = (covered(actions, year), covered(actions, year + 1))
    return max((share for share in shares if share is not None), default=None)


COMPUTED: Mapping[str, Mapping[str, Computed]] = {
    "sources": {
        "written": Computed(label("field", "Day or year of the document"), _written),
        "mark": Computed(label("field", "Day or number of the document"), _mark),
        "counts_until": Computed(label("field", "Counts until"), _source_counts),
    },
    "figures": {"counts_until": Computed(label("field", "Counts until"), _figure_counts)},
    "datasets": {"counts_until": Computed(label("field", "Counts until"), _dataset_counts)},
    "bodies": {
        "kinds": Computed(label("field", "Functions"), lambda _, body: [body.kind, *body.also]),
        "last_met": Computed(label("field", "Last meeting"), _last_met),
        "last_sign": Computed(label("field", "Last meeting or creation"), _last_sign),
        "ministries": Computed(label("field", "Seats of ministries"), _seats(*MINISTRIES)),
        "chair_kind": Computed(
            label("field", "Kind of the chair"), lambda world, body: _kind_of_actor(world, body.chair)
        ),
        "localities": Computed(label("field", "Seats of local authorities"), _seats("local_authority")),
    },
    "stakeholders": {
        "heard": Computed(label("field", "First heard"), _first_heard),
        "heard_in_time": Computed(label("field", "Heard before objectives were approved"), _in_time),
        "last_heard": Computed(label("field", "Last heard"), _last_heard),
        "matter": Computed(label("field", "Matter on which it was heard"), _matter),
        "share": Computed(label("field", "Part in an action, or why none"), _share),
    },
    "objectives": {
        "rights": Computed(label("field", "Rights check"), _check("rights_check")),
        "gender": Computed(label("field", "Gender check"), _check("gender_check")),
        "children": Computed(label("field", "Child check"), _check("child_check")),
        "measured": Computed(label("field", "Indicators"), _measured),
        "suggested": Computed(label("field", "Title from the idea bank"), _suggested),
    },
    "indicators": {"observed_until": Computed(label("field", "Last observation counts until"), _observed_until)},
    "sessions": {"groups_heard": Computed(label("field", "Groups heard without an organisation"), _groups_heard)},
    "actions": {"paid": Computed(label("field", "Money that is secured or pledged"), _paid)},
    "journal.sign_off": {"kind_of_role": Computed(label("field", "Kind of institution that signed"), _signer_kind)},
    "journal.decision": {
        "confirmations": Computed(
            label("field", "Institutions that confirmed it"), lambda _, decision: len(set(decision.confirmed_by))
        )
    },
    "project": {
        "lead_kind": Computed(label("setting", "Kind of the lead institution"), _lead_kind),
        "money_share": Computed(label("setting", "Part of a year's cost that firm money covers"), _money_share),
    },
}
"""By register, and for the project as a whole, the facts that relations can ask beside the fields."""


def facts_of(register: str) -> Mapping[str, Computed]:
    """Return what can be worked out of the entries of a register; documents of an answer are sources."""
    return COMPUTED.get("sources" if register.startswith("documents_of.") else register, {})
