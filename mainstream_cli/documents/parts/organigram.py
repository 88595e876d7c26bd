"""Who reports to whom, as boxes from the top down, and which institution sits where."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from mainstream_cli.documents.contexts.institutional_setup import Box, LineRow, SeatRow
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import ILLUSTRATIVE, capital, labelled, lines, listed
from mainstream_cli.model.registers.actors import Body, Stakeholder

DEEPEST = 4
NOT_SET = "Not set yet"
CIRCLE = "These bodies report to one another in a circle, so that nobody answers at the top"


def boxes(scribe: Scribe) -> tuple[Box, ...]:
    """Return bodies, and those they report to, so that each stands below the one it reports to."""
    below, reached = _below(scribe), set[str]()
    return tuple(_walk(scribe, [*_tops(scribe), *in_circle(scribe)], below, reached))


def _below(scribe: Scribe) -> dict[str, list[str]]:
    below: dict[str, list[str]] = defaultdict(list)
    for id_, body in scribe.project.entries("bodies").items():
        if body.reports_to:
            below[body.reports_to].append(id_)
    return below


def _tops(scribe: Scribe) -> list[str]:
    """Return who is reported to without being a body, then the bodies that report to nobody."""
    bodies = scribe.project.entries("bodies")
    outside = dict.fromkeys(body.reports_to for body in bodies.values() if body.reports_to not in bodies)
    return [*filter(None, outside), *(id_ for id_, body in bodies.items() if not body.reports_to)]


def in_circle(scribe: Scribe) -> list[str]:
    """Return the bodies whose line of reporting comes back to themselves."""
    bodies = scribe.project.entries("bodies")
    return [id_ for id_ in bodies if id_ in _above(bodies, id_)]


def _above(bodies: Mapping[str, Body], id_: str) -> list[str]:
    """Return whom a body reports to, step by step, until a line ends or repeats."""
    found: list[str] = []
    above = bodies[id_].reports_to
    while above is not None and above not in found:
        found.append(above)
        above = bodies[above].reports_to if above in bodies else None
    return found


def _walk(
    scribe: Scribe, ids: list[str], below: dict[str, list[str]], reached: set[str], depth: int = 0
) -> Iterator[Box]:
    for id_ in ids:
        if id_ not in reached:
            reached.add(id_)
            yield _box(scribe, id_, min(depth, DEEPEST))
            yield from _walk(scribe, below.get(id_, []), below, reached, depth + 1)


def _box(scribe: Scribe, id_: str, depth: int) -> Box:
    body = scribe.project.entries("bodies").get(id_)
    if body is None:
        stakeholder: Stakeholder | None = scribe.project.entries("stakeholders").get(id_)
        kind = scribe.kind("stakeholder_kinds", stakeholder.kind) if stakeholder else ""
        return Box(depth=depth, title=scribe.actor(id_, short=False), kind=capital(kind), people="", reports_to="")
    return Box(
        depth=depth,
        title=scribe.title(body),
        kind=capital(listed((scribe.kind("body_kinds", body.kind), scribe.term("body_statuses", body.status)))),
        people=listed(
            (
                labelled("Chair", scribe.actor(body.chair)),
                labelled("Secretariat", scribe.actor(body.secretariat)),
                labelled("Members", str(len(body.members) or "")),
            ),
            "; ",
        ),
        reports_to=labelled("Reports to", scribe.actor(body.reports_to)),
    )


def line_rows(scribe: Scribe) -> tuple[LineRow, ...]:
    """Return how each body reports, meets and decides."""
    return tuple(
        LineRow(
            title=scribe.title(body),
            reports_to=scribe.actor(body.reports_to) or NOT_SET,
            meets=capital(body.meets or NOT_SET),
            decides=capital(body.decision_rule or NOT_SET),
            secretariat=scribe.actor(body.secretariat) or NOT_SET,
            budget=capital(body.budget or NOT_SET),
        )
        for body in scribe.project.entries("bodies").values()
    )


def seats(scribe: Scribe) -> dict[str, list[str]]:
    """Return for each institution that sits in a body what it is there, in the order of the bodies."""
    found: dict[str, list[str]] = defaultdict(list)
    for body in scribe.project.entries("bodies").values():
        parts: dict[str, list[str]] = defaultdict(list)
        for part, ids in (("chair", [body.chair]), ("secretariat", [body.secretariat]), ("member", body.members)):
            for id_ in filter(None, ids):
                parts[id_].append(part)
        for id_, words in parts.items():
            found[id_].append(f"{_named(scribe, body, id_)}: {listed(dict.fromkeys(words))}")
    return found


def _named(scribe: Scribe, body: Body, sitting: str) -> str:
    """Name a body; where the row of the one who sits is marked as illustrative, the mark is not repeated."""
    entry = scribe.project.entries("stakeholders").get(sitting)
    return body.title if entry is not None and entry.origin == ILLUSTRATIVE else scribe.title(body)


def seat_rows(scribe: Scribe) -> tuple[SeatRow, ...]:
    """Return the institutions that sit in a body, in alphabetical order of their names."""
    taken = seats(scribe)
    rows = (_seat(scribe, id_, words) for id_, words in taken.items())
    return tuple(sorted(rows, key=lambda row: row.title.casefold()))


def _seat(scribe: Scribe, id_: str, words: list[str]) -> SeatRow:
    entry: Stakeholder | None = scribe.project.entries("stakeholders").get(id_)
    short = f"({entry.abbreviation})" if entry and entry.abbreviation else ""
    name = scribe.title(entry) if entry else scribe.actor(id_, short=False)
    return SeatRow(
        title=listed((name, short), " "),
        kind=capital(scribe.kind("stakeholder_kinds", entry.kind)) if entry else "",
        seats=lines(*words),
        role=(entry.role or "") if entry else "",
    )
