"""P: what rules and documents need to find in the catalogue, and which are off because it has no such thing."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.roles import QUESTIONS, STAGES
from mainstream_cli.rules.case import Case

F = TypeVar("F", bound=Callable[..., object])
NEEDS: dict[str, tuple[str, ...]] = {}
"""The roles that rules need, by code; written by ``needs`` and ``entry_rule``."""


def needs(code: str, *roles: str) -> Callable[[F], F]:
    """Make a rule one that is off while the catalogue says for one of *roles* no question or stage."""
    NEEDS[code] = roles

    def decorate(rule: F) -> F:
        return rule

    return decorate


def lacking(catalogue: Catalogue, code: str) -> list[str]:
    """Return the roles that a rule needs and the catalogue has not."""
    return [role for role in NEEDS.get(code, ()) if role not in catalogue.roles]


def off(case: Case) -> Iterator[Finding]:
    """The catalogue lacks a question or a stage that some rules or documents need, so they are off.

    A rule that looks at a certain question, or counts from a certain stage, finds it by its role: ``roles:`` in
    catalogue.yaml. A document belongs to one stage. The note names what is off, and for want of what.

    Passes: ``roles: {planning: action_plan, ...}`` with every role, in the catalogue of the handbook
    Fails:  a catalogue of your own without ``planning``
    """
    missing: dict[str, list[str]] = {}
    for code in sorted(NEEDS):
        for role in lacking(case.catalogue, code):
            missing.setdefault(role, []).append(code)
    said = [f"{role} ({', '.join(codes)})" for role, codes in missing.items()]
    without = [f"{name} ({stage})" for name, stage in case.catalogue.unwritten.items()]
    parts = [f"rules that need the role {', '.join(said)}"] if said else []
    parts += [f"documents that belong to a stage: {', '.join(without)}"] if without else []
    if parts:
        message = f"Off, because the catalogue {case.catalogue.id} has no such thing: {'; '.join(parts)}."
        words = "; ".join(f"{role}: {words}" for role, words in {**QUESTIONS, **STAGES}.items() if role in missing)
        action = f"Nothing to do. Where a question or stage is meant ({words}), name it under roles: in catalogue.yaml."
        action = action if words else "Nothing to do."
        yield Finding("P20", "note", message, action, ("author of the content",), Ref("settings", "", ("catalogue",)))
