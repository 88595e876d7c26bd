"""The registers: what a team records, each a mapping id -> entry."""

from mainstream_cli.model.registers.actions import ACTIONS
from mainstream_cli.model.registers.actors import BODIES, STAKEHOLDERS
from mainstream_cli.model.registers.definition import FieldQuestion, Register, fields_of, name_in_words
from mainstream_cli.model.registers.evidence import DATASETS, FIGURES, SOURCES
from mainstream_cli.model.registers.links import LINKAGES, PLAN_GOALS, POLICIES
from mainstream_cli.model.registers.observations import OBSERVATIONS
from mainstream_cli.model.registers.process import MILESTONES, RISKS, SESSIONS
from mainstream_cli.model.registers.references import references, renamed
from mainstream_cli.model.registers.results import CRITERIA, INDICATORS, OBJECTIVES, RESULTS

__all__ = ["REGISTERS", "FieldQuestion", "Register", "fields", "fields_of", "name_in_words", "references", "renamed"]

_IN_ORDER = (
    SOURCES,
    FIGURES,
    DATASETS,
    STAKEHOLDERS,
    BODIES,
    POLICIES,
    PLAN_GOALS,
    LINKAGES,
    CRITERIA,
    OBJECTIVES,
    RESULTS,
    ACTIONS,
    INDICATORS,
    RISKS,
    MILESTONES,
    SESSIONS,
    OBSERVATIONS,
)
REGISTERS: dict[str, Register] = {register.name: register for register in _IN_ORDER}


def fields(register: str) -> tuple[FieldQuestion, ...]:
    """Return the fields of a register as questions, in the order of the form."""
    return REGISTERS[register].fields
