"""Freezes what is to be approved: the public values of stages, as they stand or as they were sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mainstream_cli import __version__
from mainstream_cli.documents.kinds import document_kind, papers_of
from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Stage
from mainstream_cli.model.edition import Coverage, Manifest
from mainstream_cli.model.journal import SignOff
from mainstream_cli.model.project import Project
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case, assess, check, gate
from mainstream_cli.rules.blocks import covered, open_part, parts_of
from mainstream_cli.rules.digest import digest, sealed_registers
from mainstream_cli.rules.history import rating
from mainstream_cli.rules.standing import frozen_by
from mainstream_cli.store import ProjectFolder
from mainstream_cli.store.freezing import save_edition
from mainstream_cli.store.journal import last_entry, save_to_journal
from mainstream_cli.workspace.gates import refuse_while_blocked
from mainstream_cli.workspace.words import stated


@dataclass(frozen=True)
class Submitted:
    """What was sent for approval: the edition, its stages, the entry in the journal, and what its approval skips.

    ``skipped`` are the stages that the paper declares and whose gate is still blocked.
    """

    edition: str
    stages: tuple[Stage, ...]
    entry: Path
    skipped: tuple[Stage, ...]


def scope_of(catalogue: Catalogue, stages: Iterable[Stage]) -> Coverage:
    """Return what an approval of stages covers: their answers and gate registers, and what their papers print."""
    own, also = {"settings"}, set[str]()
    for stage in stages:
        own |= {f"answers/{stage.id}", *stage.gate.registers}
        also |= {name for paper in papers_of(stage.id) for each in paper.prints for name in _names(catalogue, each)}
    return Coverage(frozenset(own), frozenset(also - own))


def _names(catalogue: Catalogue, printed: str) -> Iterator[str]:
    if printed in REGISTERS:
        yield printed
        return
    sectors = {sector.id for sector in catalogue.sectors}
    for sheet in catalogue.sheets:
        if printed in ("answers", sheet) or (printed == "sectors" and sheet in sectors):
            yield f"answers/{sheet}"


def freeze(
    loaded: ProjectFolder, case: Case, stages: tuple[Stage, ...], scope: Coverage, *, cites: bool = True
) -> dict[str, Any]:
    """Keep an edition of what stages cover, and return what an entry of the journal says of it.

    Raises:
        MainstreamError: it cannot be written.
    """
    whole = open_part(case.public, case.catalogue)
    frozen = covered(whole, case.catalogue, scope, cites=cites)
    manifest = Manifest(tuple(stage.id for stage in stages), scope, parts_of(frozen, case.catalogue, scope))
    id_, manifest = save_edition(loaded.folder, stages[-1].id, case.today.isoformat(), frozen, manifest)
    return {
        "edition_id": id_,
        "covers": manifest.seal,
        "counts": manifest.counts,
        "left_out": _left_out(covered(case.project, case.catalogue, scope, cites=cites), frozen),
        "made_with": {"catalogue": case.catalogue.edition, "tool": __version__},
        "after": last_entry(loaded.folder),
    }


def _left_out(known: Project, frozen: Project) -> int:
    """Count the answers and entries of which something is private, and so not in what was frozen."""
    lacking = [frozen.answers.get(id_) != answer for id_, answer in known.answers.items()]
    for name in REGISTERS:
        lacking += [frozen.entries(name).get(id_) != entry for id_, entry in known.entries(name).items()]
    return sum(lacking)


def judged(case: Case, stages: Iterable[Stage]) -> dict[str, Any]:
    """Return what was not secured when stages were approved or sent: codes under a waiver, and conditions claimed."""
    found = [finding for stage in stages for finding in check(case.at(stage.id))]
    waived = {finding.code for finding in found if finding.severity == "error" and finding.waiver}
    claimed = {each.condition.code for each in assess(case) if each.status == "claimed"}
    return {"waived": sorted(waived), "claimed": sorted(claimed)}


def submit(loaded: ProjectFolder, case: Case, paper: str, by: str | None = None) -> Submitted:
    """Keep what a paper says as it is sent for approval: one edition for its stage and those that it signs as well.

    Raises:
        MainstreamError: the gate of its stage is blocked (what blocks it is named), or the edition cannot be written.
        UsageError: there is no such paper, nobody approves it, or nobody is named who submits.
    """
    kind = document_kind(paper)
    known = {stage.id: stage for stage in case.catalogue.stages}
    if not kind.prints or kind.stage not in known:
        message = say("{paper} is not a paper that is approved.", paper=paper)
        raise UsageError(message, action=say("Submit a paper of a stage. Nothing was changed."), code="usage")
    who = by or case.project.settings.lead
    if not who:
        action = say("Say who submits it: {argument}. Nothing was changed.", argument=Argument("by", "ACTOR"))
        raise UsageError(say("Nobody is named who submits the paper."), action=action, code="usage")
    stage = known[kind.stage]
    refuse_while_blocked(len(loaded.findings), gate(case, stage.id), stage)
    open_ = [known[name] for name in kind.signs if name in known and name not in case.valid]
    skipped = tuple(other for other in open_ if gate(case, other.id))
    stages = (*(other for other in open_ if other not in skipped), stage)
    sent = {"paper": paper, "stages": [each.id for each in stages], "by": stated("by", who)}
    fields = sent | freeze(loaded, case, stages, scope_of(case.catalogue, stages)) | judged(case, stages)
    ratings, private = rating(case)
    hidden = {"ratings": private} if private else {}
    entry = save_to_journal(loaded.folder, "submission", paper, case.today, fields | {"ratings": ratings}, hidden)
    return Submitted(fields["edition_id"], stages, entry, skipped)


def without_edition(case: Case) -> list[tuple[Stage, SignOff, bool]]:
    """Return the sign-offs that count and keep no values, but their seal; and whether what stands now matches it."""
    signed = ((stage, case.sign_offs.get(stage.id)) for stage in case.catalogue.stages)
    sealed = ((stage, each) for stage, each in signed if each and each.digest and frozen_by(case, each) is None)
    return [(stage, each, digest(case.public, stage) == each.digest) for stage, each in sealed]


def keep_sealed(loaded: ProjectFolder, case: Case, stage: Stage, sign_off: SignOff) -> Path:
    """Keep an edition of a sign-off that had none, from values that match its seal: only of what that seal covers.

    Raises:
        MainstreamError: it cannot be written.
    """
    scope = Coverage(frozenset({f"answers/{stage.id}", *sealed_registers(case.public, stage)}))
    fields = freeze(loaded, case, (stage,), scope, cites=False) | {"of": case.entry_id(sign_off), "by": sign_off.by}
    return save_to_journal(loaded.folder, "edition", stage.id, case.today, fields)
