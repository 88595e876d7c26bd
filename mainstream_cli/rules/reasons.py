"""Why a condition stands as it does, in words: the answers behind it, what is in its way, what could not be read."""

from collections.abc import Iterator, Sequence
from functools import reduce

from mainstream_cli.language import Text, say
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.facts import ProjectFacts, kind_of
from mainstream_cli.model.finding import Claim, Evidence
from mainstream_cli.model.relation_words import shortfall
from mainstream_cli.model.relations import Comparison, Join, Relation, Tally, leaves
from mainstream_cli.model.truth import tallied
from mainstream_cli.rules.case import Case


def of_earlier_plan(condition: Condition, facts: ProjectFacts) -> list[Comparison]:
    """Return the questions of a claim that were answered for a plan that has ended."""
    asked = (leaf for leaf in leaves(condition.claim) if isinstance(leaf, Comparison))
    return [leaf for leaf in asked if facts.outlived(leaf.name)]


def unread_behind(case: Case, condition: Condition) -> Iterator[Text]:
    """Name what could not be read and would decide."""
    found = (leaf for _, relation in condition.relations for leaf in leaves(relation) if case.facts.unread(leaf))
    yield from (_not_read(case, leaf) for leaf in found)


def _not_read(case: Case, leaf: Comparison | Tally) -> Text:
    if isinstance(leaf, Tally):
        return say("{place}: could not be read", place=f"registers/{kind_of(leaf.register)}")
    return say("{place}: could not be read", place=case.catalogue.name(leaf.subject, leaf.name))


def answers_behind(case: Case, condition: Condition, claim: Claim, evidence: Evidence) -> Iterator[Text]:
    """Name the answers behind a status or in its way."""
    yield from (reason for leaf in of_earlier_plan(condition, case.facts) if (reason := reason_in_words(case, leaf)))
    if claim != "in_place" or evidence == "seen":
        yield from _reasons(case, condition, claim)


def on_record(claim: Claim, evidence: Evidence, missing: Sequence[Text]) -> Iterator[Text]:
    """Say what the record lacks of a claim, or contradicts."""
    if missing and claim in ("in_place", "partly"):
        lines = reduce(lambda first, then: say("{first}; {then}", first=first, then=then), missing)
        yield say("on record: {line}", line=lines) if evidence == "against" else say("missing: {line}", line=lines)


def _reasons(case: Case, condition: Condition, claim: Claim) -> Iterator[Text]:
    """Name the answers that decide: all of them when all is claimed, else those that stand in its way."""
    whole = claim == "in_place"
    for leaf in leaves(condition.claim) if whole else obstacles(case, condition.claim):
        if (case.facts.holds(leaf) is True) == whole:
            reason = reason_in_words(case, leaf)
            if reason:
                yield reason


def obstacles(case: Case, relation: Relation) -> Iterator[Comparison | Tally]:
    """Yield the tests that keep a relation from holding; of alternatives, an empty register is no way to go."""
    match relation:
        case Join(how, parts) if case.facts.holds(relation) is not True:
            ways = [part for part in parts if how == "all" or not _says_empty(part)]
            for part in ways or parts:
                yield from obstacles(case, part)
        case Join():
            return
        case _:
            yield from leaves(relation)


def _says_empty(relation: Relation) -> bool:
    return isinstance(relation, Tally) and relation.count == ("is", 0)


def reason_in_words(case: Case, leaf: Comparison | Tally) -> Text | None:
    """Say an answer that decides, or what a register lacks; None where it has what is asked."""
    truth = case.facts.holds(leaf)
    if truth is None and case.facts.unread(leaf):
        return _not_read(case, leaf)
    if isinstance(leaf, Tally):
        found, among = tallied(leaf, case.facts)
        return None if truth is True else shortfall(leaf, found, among, case.catalogue.name)
    name = case.catalogue.name(leaf.subject, leaf.name)
    if leaf.subject == "question" and leaf.name in {question.id for question in case.unseen}:
        return say("{question}: answered in private/ only", question=name)
    if case.facts.outlived(leaf.name):
        return say("{question}: answered for a plan that has ended; answer it anew", question=name)
    value = case.facts.value(leaf.subject, leaf.name)
    if value is None and leaf.subject == "question" and leaf.name in case.undecided:
        return say("{question}: views differ, and none is chosen yet", question=name)
    if value is None:
        return say("{question}: no answer yet", question=name)
    return say("{question}: {answer}", question=name, answer=case.catalogue.name("term", str(value)))
