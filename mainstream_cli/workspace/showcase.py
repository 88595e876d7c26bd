"""What ``demo`` tells about a project: what is in it, and what the rules say when somebody weakens it."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mainstream_cli.content import load_catalogue
from mainstream_cli.content.samples import SANDORIA, sample_folder
from mainstream_cli.course.exercises import load_faults
from mainstream_cli.course.start import prepare
from mainstream_cli.language import Text, count, say, several
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.links import Linkage
from mainstream_cli.model.training import Exercise, Fault, Lesson
from mainstream_cli.rules import Case, check
from mainstream_cli.store.create import create_from
from mainstream_cli.workspace.opened import OpenProject
from mainstream_cli.workspace.progress import progress

SAMPLE = SANDORIA
STRIKING = ("ends_in_departures", "remittances_as_budget", "about_one_person")
BEGIN_WITH = ("scoping_proposal", "action_matrix", "situation_analysis", "cabinet_note")


@dataclass(frozen=True)
class Noticed:
    """A change for the worse, what the check said to it, and why that matters."""

    title: str
    says: str
    why: str


def contents(case: Case) -> list[Text]:
    """Return sentences on what a project holds and how far it is."""
    done = progress(case)
    signed = [stage.stage.title for stage in done.stages if stage.signed]
    linkages: list[Linkage] = list(case.project.entries("linkages").values())
    gains, harms = (sum(linkage.sign == sign for linkage in linkages) for sign in ("positive", "negative"))
    recorded, aims = (
        [REGISTERS[name].counted(done.registers.get(name, 0)) for name in names]
        for names in (("sources", "figures", "stakeholders"), ("objectives", "actions", "indicators"))
    )
    met, of = done.conditions["met"], sum(done.conditions.values())
    return [
        count(
            "{n} answer with its sources. Also recorded: {registers}.",
            "{n} answers with their sources. Also recorded: {registers}.",
            n=len(case.project.answers),
            registers=several(recorded),
        ),
        count(
            "{n} effect between migration and the plan. Gains: {gains}. Harms: {harms}.",
            "{n} effects between migration and the plan, in both directions. Gains: {gains}. Harms: {harms}.",
            n=len(linkages),
            gains=gains,
            harms=harms,
        ),
        say("Planned: {registers}. Each action has lead, dates, cost and possible harm.", registers=several(aims)),
        say(
            "Stages signed: {signed} of {stages}. Conditions for success secured: {met} of {conditions}.",
            signed=len(signed),
            stages=len(done.stages),
            met=met,
            conditions=of,
        ),
    ]


def weakened() -> list[Noticed]:
    """Lay a few faults into a fresh copy of the sample, as an exercise does, and return what the check says to each.

    Raises:
        MainstreamError: the copy cannot be written.
    """
    catalogue = load_catalogue()
    faults = load_faults(catalogue)
    chosen = {name: faults[name] for name in STRIKING}
    exercise = Exercise(
        kind="faults",
        title="Demo",
        situation="-",
        task="-",
        begin="check",
        stages=(catalogue.stages[0].id,),
        minutes=5,
        difficulty=1,
        faults=STRIKING,
    )
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / SANDORIA
        create_from(copy, sample_folder(SANDORIA), catalogue)
        prepare(copy, catalogue, Lesson("demo", exercise, chosen))
        return _noticed(chosen, check(OpenProject.open(copy).case))


def _noticed(faults: Mapping[str, Fault], findings: Iterable[Finding]) -> list[Noticed]:
    said = {f"{finding.code} {finding.ref.id}": finding for finding in findings if finding.ref}
    told = [(fault, said[fault.expect[0]]) for fault in faults.values() if fault.expect[0] in said]
    return [
        Noticed(fault.title, say("{code}  {sentence}", code=found.code, sentence=found.message), fault.why.strip())
        for fault, found in told
    ]
