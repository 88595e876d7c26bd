"""The form of rules that look at one entry of a register at a time.

Such a rule is a function that says what is wrong with an entry, or nothing; where it stands, what to do and from when
it counts stands in the line above it.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding, Severity
from mainstream_cli.model.project import Ref
from mainstream_cli.rules.case import Case, Rule
from mainstream_cli.rules.roles import needs

CORE_TEAM = (say("core team"),)
STATISTICS = (*CORE_TEAM, say("statistics office"))
LEAD = (say("lead institution"),)
AUTHOR = (say("author of the sample"),)
NAME_LENGTH = 60
Check = Callable[[Case, Any], Text | None]


def entry_rule(code: str, register: str, field: str, action: Text, *, stage: str = "") -> Callable[[Check], Rule]:
    """Make a rule of a check of one entry; it is a note before the stage with the role *stage*, then a warning."""

    @needs(code, *filter(None, [stage]))
    def decorate(check: Check) -> Rule:
        @wraps(check)
        def rule(case: Case) -> Iterator[Finding]:
            for id_, entry in case.project.entries(register).items():
                said = check(case, entry)
                if said:
                    yield fault(case, code, "warning", Ref(register, id_, (field,)), said, action, stage=stage)

        return rule

    return decorate


def fault(case: Case, code: str, severity: Severity, ref: Ref, said: Text, action: Text, *, stage: str = "") -> Finding:
    """Return a finding on an entry: *said* is a sentence that follows its title and a colon.

    Who answers for the entry can act, else the core team.

    With *stage* it is a note before that stage.
    """
    entry = case.project.entries(ref.kind)[ref.id]
    message = say("{title}: {sentence}", title=short(entry.title), sentence=said)
    return Finding(
        code, severity, message, action, _who(case, entry), ref, needed_by=case.catalogue.roles[stage] if stage else ""
    )


def short(text: str) -> str:
    """Return the beginning of a title, enough to know it again."""
    return text if len(text) <= NAME_LENGTH else f"{text[: NAME_LENGTH - 3].rstrip()}..."


def actor(case: Case, name: str) -> str:
    """Return the title of a stakeholder or body, or the words that stand for one."""
    entry = case.project.entries("stakeholders").get(name) or case.project.entries("bodies").get(name)
    return str(entry.title) if entry else name


def _who(case: Case, entry: Any) -> tuple[str, ...]:
    named = getattr(entry, "lead", None) or getattr(entry, "owner", None) or getattr(entry, "responsible", None)
    return (actor(case, named),) if named else CORE_TEAM
