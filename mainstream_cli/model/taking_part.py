"""Who takes part, worked out of bodies, stakeholders, sessions and the journal: who met, was heard, and has a share."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from mainstream_cli.language import label
from mainstream_cli.model import ages
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.meant import kind_meant, meant, recorded, titles
from mainstream_cli.model.registers.actors import Body, Stakeholder
from mainstream_cli.model.registers.process import Session
from mainstream_cli.model.told import letters, told
from mainstream_cli.model.world import Computed, World, id_of

ACTS = ("law", "policy", "plan", "strategy", "letter", "minutes")
MINISTRIES = ("ministry", "planning_authority")
STATE = (*MINISTRIES, "agency", "statistics_office", "central_bank", "local_authority", "parliament")


EARLY = 60
"""How many months before objectives are approved a hearing still speaks for them."""


def numbered(text: str | None) -> str | None:
    """Return a text that has a number, such as that of an order."""
    return text if text and any(map(str.isdigit, text)) else None


def kind_of_actor(field: str) -> Callable[[World, Any], str | None]:
    """Make the fact of what kind the institution is that a field names."""
    return lambda world, entry: kind_meant(world.project, getattr(entry, field))


def on_record(field: str) -> Callable[[World, Any], str | None]:
    """Make the fact whether the institution that a field names stands on record."""
    return lambda world, entry: next(iter(recorded(world.project, [getattr(entry, field)])), None)


def _met(world: World, body: Body) -> list[datetime.date]:
    return [meeting.date for meeting in body.meetings if meeting.date <= world.today]


def _last_met(world: World, body: Body) -> datetime.date | None:
    return max(_met(world, body), default=None)


def _last_sign(world: World, body: Body) -> object:
    """Return the last day on which a body showed life: its last meeting, else its creation."""
    return _last_met(world, body) or body.created


def _basis(world: World, body: Body) -> str | None:
    """Return what creates a body, where a number or a whole sentence names it, or a document shows it."""
    named = numbered(body.legal_basis) or (body.legal_basis if told(body.legal_basis) else None)
    sources = world.project.entries("sources")
    acts = (id_ for id_ in body.sources if id_ in sources and sources[id_].kind in ACTS)
    return named or next(acts, None)


def _deputy(world: World, body: Body) -> str | None:
    return body.deputy if meant(world.project, body.deputy) != meant(world.project, body.chair) else None


def _seats(*kinds: str) -> Callable[[World, Body], int]:
    def seats(world: World, body: Body) -> int:
        seated = (member for member in body.members if kind_meant(world.project, member) in kinds)
        return len(titles(world.project, seated))

    return seats


def _hearings(world: World, stakeholder: Stakeholder) -> list[datetime.date]:
    """Return the days on which a stakeholder was heard: consulted, or present at a session."""
    id_ = id_of(world, "stakeholders", stakeholder)
    sessions = world.project.entries("sessions").values()
    days = [session.date for session in sessions if id_ in _present(world, session)]
    days += [found[1] for heard in stakeholder.consulted if (found := ages.span(heard.date))]
    return [day for day in days if day <= world.today]


def _present(world: World, session: Session) -> set[str]:
    return {meant(world.project, present.institution) for present in session.attendance}


def _last_heard(world: World, stakeholder: Stakeholder) -> datetime.date | None:
    return max(_hearings(world, stakeholder), default=None)


def _first_heard(world: World, stakeholder: Stakeholder) -> datetime.date | None:
    return min(_hearings(world, stakeholder), default=None)


def _in_time(world: World, stakeholder: Stakeholder) -> datetime.date | None:
    """Return until when a hearing of a stakeholder speaks for the objectives; None where it came after them."""
    return max((until for day in _hearings(world, stakeholder) if (until := _speaks_until(world, day))), default=None)


def _speaks_until(world: World, day: datetime.date) -> datetime.date | None:
    """Return until when a hearing speaks for objectives: those that were approved in time it speaks for ever after."""
    aiming, start = world.catalogue.roles.get("aiming"), world.project.settings.plan.start
    signed = (each for each in world.project.journal.values() if isinstance(each, SignOff) and each.stage == aiming)
    first = min((each.date for each in signed if not each.is_before(start)), default=None)
    last = ages.later(day, EARLY)
    if first is None or day > first:
        return last if first is None else None
    return datetime.date.max if first <= last else last


def _matter(_: World, stakeholder: Stakeholder) -> str | None:
    return next((heard.matter for heard in stakeholder.consulted if letters(heard.matter)), None)


def _groups_heard(world: World, session: Session) -> list[str]:
    """Return the groups that a session heard otherwise, if it was held, and before objectives were approved."""
    held = session.date <= world.today and _speaks_until(world, session.date)
    return [heard.group for heard in session.heard_otherwise if letters(heard.finding)] if held else []


def _outsiders(world: World, session: Session) -> list[str]:
    """Return who came to a session from outside the State; one that is not on record is taken to be."""
    return [id_ for id_ in _present(world, session) if kind_meant(world.project, id_) not in STATE]


def _share(world: World, stakeholder: Stakeholder) -> object:
    """Return the action that a partner pays for or takes part in, or why there is none."""
    id_ = id_of(world, "stakeholders", stakeholder)
    for name, action in world.project.entries("actions").items():
        named = (*action.partners, *(funding.source for funding in action.funding))
        if action.stands and id_ in recorded(world.project, named):
            return name
    return stakeholder.none_because


TAKING_PART: Mapping[str, Mapping[str, Computed]] = {
    "bodies": {
        "kinds": Computed(label("field", "Functions"), lambda _, body: [body.kind, *body.also]),
        "last_met": Computed(label("field", "Last meeting"), _last_met),
        "last_sign": Computed(label("field", "Last meeting or creation"), _last_sign),
        "ministries": Computed(label("field", "Seats of ministries"), _seats(*MINISTRIES)),
        "chair_kind": Computed(label("field", "Kind of the chair"), kind_of_actor("chair")),
        "basis": Computed(label("field", "Legal basis with a number, or a document"), _basis),
        "deputy_beside": Computed(label("field", "Deputy who is not the chair"), _deputy),
        "localities": Computed(label("field", "Seats of local authorities"), _seats("local_authority")),
    },
    "stakeholders": {
        "heard": Computed(label("field", "First heard"), _first_heard),
        "heard_in_time": Computed(label("field", "Hearing before objectives counts until"), _in_time),
        "last_heard": Computed(label("field", "Last heard"), _last_heard),
        "matter": Computed(label("field", "Matter on which it was heard"), _matter),
        "share": Computed(label("field", "Part in an action, or why none"), _share),
    },
    "sessions": {
        "groups_heard": Computed(label("field", "Groups heard without an organisation"), _groups_heard),
        "heard_in_time": Computed(
            label("field", "Hearing before objectives counts until"),
            lambda world, session: _speaks_until(world, session.date),
        ),
        "outsiders": Computed(label("field", "Who came from outside the State"), _outsiders),
    },
}
