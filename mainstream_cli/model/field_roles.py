"""The roles of what is no entry of a register: settings and answers; those of entries stand with their register."""

from collections.abc import Mapping

from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.registers.definition import Role

SETTINGS: Mapping[str, Role] = {
    "country": "known",
    "plan": "decided",
    "plan.status": "follow_up",
    "plan.end": "known",
    "plan.level": "known",
    "plan.parent": "known",
    "timing": "decided",
    "lead": "known",
    "finance": "decided",
    "finance.rates": "known",
}
"""The settings that papers print or reckon with, with their roles: a reshuffle or an extension touches no approval."""
CHOSEN = frozenset({"rating", "choice", "choices"})


def role_of_setting(*path: str) -> Role | None:
    """Return the role of a setting or of a field in it, None where no paper prints it."""
    return SETTINGS.get(".".join(path), SETTINGS.get(path[0]))


def role_in_answer(question: Question, field: str) -> Role:
    """Return the role of a field of an answer: what is chosen is decided, what is described is known."""
    if field == "positions":
        return "follow_up"
    return "decided" if field == "value" and question.kind in CHOSEN else "known"
