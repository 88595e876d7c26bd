"""P: what rules and documents need to find in the catalogue, and which are off because it has no such thing."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from mainstream_cli.language import Text, say, several
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Ref
from mainstream_cli.model.roles import QUESTIONS, STAGES
from mainstream_cli.rules.case import Case

ROLES = {**QUESTIONS, **STAGES}
AUTHOR = say("author of the content")
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
    message = _what_is_off(case.catalogue, missing)
    if message:
        words = [say("{role}: {words}", role=role, words=words) for role, words in ROLES.items() if role in missing]
        action = say("Nothing to do.")
        if words:
            action = say(
                "Nothing to do. Where a question or stage is meant ({roles}), name it under roles: in catalogue.yaml.",
                roles=several(words, "unit"),
            )
        yield Finding("P20", "note", message, action, (AUTHOR,), Ref("settings", "", ("catalogue",)))


def _what_is_off(catalogue: Catalogue, missing: dict[str, list[str]]) -> Text | None:
    """Say which rules are off for want of a role, and which documents for want of a stage."""
    rules = ", ".join(f"{role} ({', '.join(codes)})" for role, codes in missing.items())
    documents = ", ".join(f"{name} ({stage})" for name, stage in catalogue.unwritten.items())
    values = {"catalogue": catalogue.id, "rules": rules, "documents": documents}
    if rules and documents:
        return say(
            "Off, because the catalogue {catalogue} has no such thing: rules that need the role {rules}; documents "
            "that belong to a stage: {documents}.",
            **values,
        )
    if rules:
        return say(
            "Off, because the catalogue {catalogue} has no such thing: rules that need the role {rules}.", **values
        )
    if documents:
        return say(
            "Off, because the catalogue {catalogue} has no such thing: documents that belong to a stage: {documents}.",
            **values,
        )
    return None
