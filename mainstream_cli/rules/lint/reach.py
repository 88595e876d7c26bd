"""L10, L11: relations that can never be true, found by trying every answer that matters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice, product

from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.condition import Condition
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.relations import (
    NOT_APPLICABLE,
    RATINGS,
    UNKNOWN,
    Comparison,
    Join,
    Not,
    Relation,
    Tally,
    leaves,
)
from mainstream_cli.model.truth import holds
from mainstream_cli.rules.lint.case import LintCase, at, conditions, found, questions

MOST_TRIALS = 20_000
CORRECT = say("Correct the relation.")
Subject = tuple[str, str]


def never_asked(case: LintCase) -> Iterator[Finding]:
    """A question is never asked: its ``when`` cannot be true, or rests on itself or on a question that comes later.

    Every combination of the answers that it names is tried, together with the ``when`` of those questions.

    Passes: ``when: {question: regional_data_flow, is: both}``
    Fails:  ``when: {all: [{question: a, is: absent}, {question: a, is: in_place}]}``
    """
    order = {id_: place for place, id_ in enumerate(case.catalogue.questions)}
    for ref, question in questions(case.catalogue):
        if question.when is None:
            continue
        later = [name for name in _named(question.when) if order.get(name, -1) >= order[question.id]]
        if later:
            message = say("'when' rests on '{question}', which is asked at the same time or later.", question=later[0])
            yield found("L10", "error", at(ref, "when"), message, say("Name a question that comes earlier."))
        elif not possible(case.catalogue, _with_parents(case.catalogue, question)):
            message = say("'when' can never be true, so the question is never asked.")
            yield found("L10", "error", at(ref, "when"), message, say("Correct the relation, or take it out."))


def unfed(case: LintCase) -> Iterator[Finding]:
    """A condition can never be secured, or rests on a question that does not feed it or need not be answered.

    A question that decides over a condition names it under ``conditions:``, so that ``explain`` shows what an answer
    is for, and it is core, so that a team that answers the core questions can secure every condition.

    Passes: ``claim: {question: political_backing, is: in_place}``, a core question with ``conditions: [C01]``
    Fails:  a condition that no question names
    """
    for ref, condition in conditions(case.catalogue):
        feeding = {
            question.id for question in case.catalogue.questions.values() if condition.code in question.conditions
        }
        named = [case.catalogue.questions[name] for name in _deciding(case.catalogue, condition)]
        if not feeding:
            yield found("L11", "error", ref, say("no question feeds this condition."), _feed(condition))
        for path, relation in condition.relations:
            if not possible(case.catalogue, relation):
                place = ".".join(map(str, path))
                yield found("L11", "error", at(ref, *path), say("'{part}' can never be true.", part=place), CORRECT)
        for question in named:
            if question.id not in feeding:
                values = {"question": question.id, "code": condition.code}
                message = say("rests on '{question}', which does not name {code} under conditions.", **values)
                action = say("Add {code} to conditions: of the question.", code=condition.code)
                yield found("L11", "error", at(ref, "claim"), message, action)
            elif not question.core:
                message = say(
                    "rests on '{question}', which is not core, so it may stay unanswered.", question=question.id
                )
                action = say("Make the question core, or let another decide.")
                yield found("L11", "warning", at(ref, "claim"), message, action)


def shown_by_nothing(case: LintCase) -> Iterator[Finding]:
    """A condition has a claim, and nothing that the record must show of it.

    An answer alone secures nothing. National content of the first edition, with ``met``, is read as a claim that shows
    itself; that is a note there, and an error in the catalogue itself.

    Passes: ``seen: [{words: ..., holds: {register: bodies, count: {at_least: 1}}}]``
    Fails:  ``met: {question: consultation_schedule, is: in_place}`` alone
    """
    for ref, condition in conditions(case.catalogue):
        if not condition.seen or condition.shows_itself:
            added = condition.code in case.catalogue.added
            action = say("Say under seen: what registers, dated documents or the journal must show.")
            message = say("rests on answers alone; nothing that the record shows is asked for.")
            yield found("L20", "note" if added else "error", at(ref, "seen"), message, action)


def _feed(condition: Condition) -> Text:
    return say("Add conditions: [{code}] to the questions that decide it.", code=condition.code)


def _deciding(catalogue: Catalogue, condition: Condition) -> list[str]:
    return [name for name in _named(condition.claim) if name in catalogue.questions]


def _named(relation: Relation) -> list[str]:
    tests = (leaf for leaf in leaves(relation) if isinstance(leaf, Comparison) and leaf.subject == "question")
    return list(dict.fromkeys(test.name for test in tests))


def _with_parents(catalogue: Catalogue, question: Question) -> Relation:
    """Join the ``when`` of a question with those of the questions it rests on."""
    seen, waiting, parts = {question.id}, [question], []
    while waiting:
        when = waiting.pop().when
        if when is not None:
            parts.append(when)
            parents = [name for name in _named(when) if name in catalogue.questions and name not in seen]
            seen |= set(parents)
            waiting += [catalogue.questions[name] for name in parents]
    return Join("all", tuple(parts))


def possible(catalogue: Catalogue, relation: Relation) -> bool:
    """Tell whether some set of answers makes a relation true; beyond 20,000 sets it is taken for possible."""
    simple = _without_tallies(relation)
    tests: dict[Subject, list[Comparison]] = {}
    for leaf in leaves(simple):
        if isinstance(leaf, Comparison):
            tests.setdefault((leaf.subject, leaf.name), []).append(leaf)
    domains = [list(_domain(catalogue, subject, group)) for subject, group in tests.items()]
    tried = 0
    for values in islice(product(*domains), MOST_TRIALS):
        tried += 1
        facts = _Trial(catalogue, dict(zip(tests, values, strict=True)))
        if holds(simple, facts) is True:
            return True
    return tried >= MOST_TRIALS


def _without_tallies(relation: Relation) -> Relation:
    """Put a test that can go either way in the place of each statement on a register, a text or a day."""
    match relation:
        case Join(how, parts):
            return Join(how, tuple(_without_tallies(part) for part in parts))
        case Not(part):
            return Not(_without_tallies(part))
        case Tally() | Comparison(_, _, "told" | "within_months" | "ahead" | "past", _):
            return Comparison("register", repr(relation), "is", "so")
    return relation


def _domain(catalogue: Catalogue, subject: Subject, tests: Iterable[Comparison]) -> Iterator[object]:
    kind, name = subject
    if kind == "register":
        yield from ("so", "not_so")
        return
    yield None
    question = catalogue.questions.get(name) if kind == "question" else None
    if question is not None and question.kind in ("rating", "choice", "choices"):
        yield from (*catalogue.terms(question), NOT_APPLICABLE, UNKNOWN)
        if question.kind == "choices":
            yield list(catalogue.terms(question))
        return
    named = (test.operand if test.operator == "is_in" else [test.operand] for test in tests)
    operands = list(dict.fromkeys(str(operand) for some in named for operand in some if operand is not None))
    yield from (*operands, "another_answer")
    for operand in operands:
        if operand.lstrip("-").isdigit():
            yield from (int(operand) - 1, int(operand) + 1)


@dataclass(frozen=True)
class _Trial:
    """One set of answers, as relations look them up."""

    catalogue: Catalogue
    values: Mapping[Subject, object]
    today: date = date.max

    def value(self, subject: str, name: str) -> object:
        """Return the answer on trial."""
        return self.values.get((subject, name))

    def order(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the terms of a question from least to most."""
        question = self.catalogue.questions.get(name) if subject == "question" else None
        if question is None:
            return ()
        return tuple(self.catalogue.terms(question)) if question.ordered else RATINGS

    def entries(self, register: str) -> Iterable[object]:  # noqa: ARG002 - as relations ask
        """Return nothing: statements on registers have been replaced."""
        return ()

    def whole(self, register: str) -> bool:  # noqa: ARG002 - as relations ask
        """Tell that nothing is missing."""
        return True
