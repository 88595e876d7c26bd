"""Into which file of a register that is split an entry goes."""

from collections.abc import Mapping

from mainstream_cli.errors import UsageError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import with_nearest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.definition import Split
from mainstream_cli.model.types import ACTORS


def part_for(project: Project, catalogue: Catalogue, register: str, id_: str, given: Mapping[str, object]) -> str:
    """Return the sector or institution in whose file the entry *id_* stands, or goes by what is *given* of it.

    A new entry goes to its ``sector`` or ``institution``; who it is ``by`` reports it where no institution is given.

    Raises:
        UsageError: a new entry without one, one that is not known, or one that would move an existing entry.
    """
    old, split = project.part(register, id_), REGISTERS[register].split
    part = str(given.get(split) or (given.get("by") if split == "institution" and not old else "") or "")
    if part not in ("", old):
        _refuse_unknown(project, catalogue, part, split)
    if old and part not in ("", old):
        message = say("'{entry}' in {register} belongs to {part}.", entry=id_, register=register, part=old)
        file, other = f"registers/{register}/{old}.yaml", f"{part}.yaml"
        action = say("Move the block by hand from {file} to {other}.", file=file, other=other)
        raise UsageError(message, action=action, code="usage")
    if not old and not part:
        raise _needs(register, catalogue)
    return old or part


def _refuse_unknown(project: Project, catalogue: Catalogue, part: str, split: Split) -> None:
    if split == "sector":
        known = list(catalogue.vocabulary["sectors"])
        message = say("There is no sector '{sector}'.", sector=part)
        action = say("Sectors: {sectors}.", sectors=", ".join(known))
    else:
        known = [id_ for name in ACTORS for id_ in project.entries(name)]
        message = say("There is no stakeholder or body '{institution}'.", institution=part)
        action = say("Record it first: {command}", command="mainstream set stakeholders/ID title=TITLE kind=KIND")
    if part not in known:
        raise UsageError(with_nearest(message, part, known), action=action, code="usage")


def _needs(register: str, catalogue: Catalogue) -> UsageError:
    if REGISTERS[register].split == "sector":
        message = say("A new entry in {register} needs its sector.", register=register)
        sectors = ", ".join(catalogue.vocabulary["sectors"])
        action = say("Add {pair}. Sectors: {sectors}.", pair="sector=NAME", sectors=sectors)
    else:
        message = say("A new entry in {register} needs the institution that reports it.", register=register)
        action = say("Add {pair}, with the id of a stakeholder or body.", pair="institution=ID")
    return UsageError(message, action=action, code="usage")
