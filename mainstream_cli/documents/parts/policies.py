"""The laws, policies and programmes that stand already."""

from collections.abc import Callable

from mainstream_cli.documents.contexts.evidence_rows import PolicyRow
from mainstream_cli.documents.contexts.shared import Rows
from mainstream_cli.documents.words.legend import Legend, with_notes
from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import capital, labelled, lines, listed
from mainstream_cli.model.registers.links import Policy


def policy_rows(scribe: Scribe, wanted: Callable[[Policy], bool] = lambda _: True) -> Rows[PolicyRow]:
    """Return the wanted rows of the policy inventory."""
    policies = [each for each in scribe.project.entries("policies").values() if wanted(each)]
    return with_notes(scribe, policies, _policy)


def _policy(scribe: Scribe, policy: Policy, legend: Legend) -> PolicyRow:
    years = f"{policy.year or ''}–{policy.until}" if policy.until else str(policy.year or "")
    kind = (scribe.term("policy_kinds", policy.kind), years, scribe.term("policy_statuses", policy.status))
    note = scribe.note(policy)
    return PolicyRow(
        title=scribe.titled(policy, legend.letters(note)),
        kind=capital(listed(kind)),
        responsible=lines(
            labelled("Answers for it", scribe.actor(policy.responsible) or "not named yet"),
            labelled("Sectors", scribe.terms("sectors", policy.sectors)),
        ),
        extent=capital(scribe.term("extents", policy.extent)) or "Not assessed yet",
        content=lines(policy.content, legend.own(note)) or "Nothing recorded yet",
        gap=policy.gap or "No gap recorded",
    )
