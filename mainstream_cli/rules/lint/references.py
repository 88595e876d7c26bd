"""L03, L05, L06: what items of content name, and whether their parts fit together."""

from collections.abc import Iterable, Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model import ages
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.computed import COMPUTED, facts_of
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.journal import KINDS
from mainstream_cli.model.project import Plan, Ref, Settings
from mainstream_cli.model.record import with_nearest
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, fields, fields_of
from mainstream_cli.model.relations import DOCUMENTS, JOURNAL, NOT_APPLICABLE, Comparison, Relation, Tally, leaves
from mainstream_cli.model.roles import QUESTIONS, STAGES
from mainstream_cli.rules import MANUAL
from mainstream_cli.rules.lint import missing
from mainstream_cli.rules.lint.case import LintCase, at, conditions, found, questions, relations, sources
from mainstream_cli.rules.lint.missing import Missing

PROJECT = frozenset((*Settings.model_fields, *(f"plan.{name}" for name in Plan.model_fields), *COMPUTED["project"]))
FREE = ("filled", "empty", "told", *ages.DATED)
FEWEST_CHOICES = 2


def points_nowhere(case: LintCase) -> Iterator[Finding]:
    """An item names a document, condition, list, question, register, field, answer or role that does not exist.

    Passes: ``source: {document: toolkit, ...}`` with ``toolkit`` in the bibliography
    Fails:  ``when: {question: core_team_mandat, is: partly}``
    """
    catalogue = case.catalogue
    codes = {*(condition.code for condition in catalogue.conditions), *catalogue.switched_off}
    for ref, source in sources(catalogue):
        yield from _unless(
            source.document in catalogue.works, at(ref, "document"), missing.WORK, source.document, catalogue.works
        )
    for ref, question in questions(catalogue):
        for index, code in enumerate(question.conditions):
            yield from _unless(code in codes, at(ref, "conditions", index), missing.CONDITION, code, codes)
        if isinstance(question.choices, str):
            lists = catalogue.vocabulary
            yield from _unless(question.choices in lists, at(ref, "choices"), missing.LIST, question.choices, lists)
    stages = [stage.id for stage in catalogue.stages]
    for ref, condition in conditions(catalogue):
        yield from _unless(
            condition.needed_by in stages, at(ref, "needed_by"), missing.STAGE, condition.needed_by, stages
        )
    yield from _gates(catalogue, codes)
    yield from _roles(catalogue)
    for ref, relation in relations(catalogue):
        yield from relation_names(catalogue, ref, relation)


def _unless(known: bool, ref: Ref, kind: Missing, name: str, names: Iterable[str]) -> Iterator[Finding]:
    if not known:
        yield found("L03", "error", ref, *kind.said(name, names))


def _gates(catalogue: Catalogue, codes: set[str]) -> Iterator[Finding]:
    for stage in catalogue.stages:
        known = {
            "conditions": (missing.CONDITION, codes),
            "findings": (missing.FINDING, set(MANUAL)),
            "registers": (missing.REGISTER, set(REGISTERS)),
        }
        for part, (kind, names) in known.items():
            for index, name in enumerate(getattr(stage.gate, part)):
                yield from _unless(name in names, Ref("sheets", stage.id, ("gate", part, index)), kind, name, names)


def _roles(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for every role that is none, or that is given to no question or stage of the catalogue."""
    asked = {*catalogue.questions, *catalogue.switched_off}
    known = dict.fromkeys(QUESTIONS, (missing.QUESTION, asked))
    known |= dict.fromkeys(STAGES, (missing.STAGE, {stage.id for stage in catalogue.stages}))
    for role, id_ in catalogue.roles.items():
        ref = Ref("roles", role)
        yield from _unless(role in known, ref, missing.ROLE, role, known)
        kind, names = known.get(role, (missing.ROLE, {id_}))
        yield from _unless(id_ in names, ref, kind, id_, names)


def relation_names(catalogue: Catalogue, ref: Ref, relation: Relation) -> Iterator[Finding]:
    """Yield a finding for every question, register, field or answer of a relation that does not exist."""
    for leaf in leaves(relation):
        if isinstance(leaf, Tally):
            yield from _tally(catalogue, ref, leaf)
        elif leaf.subject == "project":
            yield from _unless(leaf.name in PROJECT, ref, missing.SETTING, leaf.name, PROJECT)
        elif leaf.subject == "field":
            action = say("Use it inside where: or every:.")
            yield found("L03", "error", ref, say("'field' stands outside a register."), action)
        elif leaf.name in catalogue.questions:
            question = catalogue.questions[leaf.name]
            said = say("'{value}' is not an answer to '{question}'.", value=str(leaf.operand), question=leaf.name)
            accepted = _accepted(catalogue, question) if leaf.subject == "question" else None
            yield from _operand(ref, leaf, accepted, said)
        elif leaf.name not in catalogue.switched_off:
            yield from _unless(False, ref, missing.QUESTION, leaf.name, catalogue.questions)


def _accepted(catalogue: Catalogue, question: Question) -> list[str] | None:
    if question.kind not in ("rating", "choice", "choices"):
        return None
    if isinstance(question.choices, str) and question.choices not in catalogue.vocabulary:
        return None
    return [*catalogue.terms(question), NOT_APPLICABLE]


def _operand(ref: Ref, test: Comparison, words: list[str] | None, said: Text) -> Iterator[Finding]:
    if words is None or test.operator in FREE:
        return
    for operand in test.operand if test.operator == "is_in" else [test.operand]:
        if str(operand) not in words:
            action = say("Use one of: {words}.", words=", ".join(words))
            yield found("L03", "error", ref, with_nearest(said, str(operand), words), action)


def _tally(catalogue: Catalogue, ref: Ref, tally: Tally) -> Iterator[Finding]:
    known = _fields_of(catalogue, tally.register)
    if known is None:
        question = tally.register.removeprefix(DOCUMENTS)
        if question == tally.register:
            yield from _unless(False, ref, missing.REGISTER, question, REGISTERS)
        else:
            yield from _unless(question in catalogue.switched_off, ref, missing.QUESTION, question, catalogue.questions)
        return
    names = [*known, *facts_of(tally.register)]
    inside = [leaf for relation in (tally.where, tally.every) if relation is not None for leaf in leaves(relation)]
    for test in (leaf for leaf in inside if isinstance(leaf, Comparison)):
        name = test.name.split(".")[0]
        field = known.get(name)
        if name not in names or test.subject != "field":
            yield found("L03", "error", ref, *missing.field_of(tally.register, test.name, names))
        elif field is not None and field.choices and "." not in test.name:
            words = list(catalogue.vocabulary.get(field.choices, ()))
            said = say("'{value}' is not a word for {field}.", value=str(test.operand), field=test.name)
            yield from _operand(ref, test, words, said)


def _fields_of(catalogue: Catalogue, register: str) -> dict[str, FieldQuestion] | None:
    """Return the fields of a register that relations can ask, None where there is no such register."""
    if register.startswith(DOCUMENTS):
        register = "sources" if register.removeprefix(DOCUMENTS) in catalogue.questions else ""
    if register.startswith(JOURNAL) and register.removeprefix(JOURNAL) in KINDS:
        return {field.id: field for field in fields_of(KINDS[register.removeprefix(JOURNAL)])}
    return {field.id: field for field in fields(register)} if register in REGISTERS else None


def hanging(case: LintCase) -> Iterator[Finding]:
    """National content switches off a question on which a condition or another question depends.

    The condition could then never be secured, the other question never be asked, and nobody would see why. The
    conditions on rights, gender and children cannot be switched off at all, nor can a stage; every switch-off has a
    reason.

    Passes: ``switch_off: {C06: ..., consultation_schedule: ...}``, the question with the condition that it decides
    Fails:  ``switch_off: {consultation_schedule: ...}`` alone
    """
    catalogue = case.catalogue
    for ref, relation in relations(catalogue):
        named = {leaf.name for leaf in leaves(relation) if isinstance(leaf, Comparison) and leaf.subject == "question"}
        for id_ in sorted(named & set(catalogue.switched_off)):
            if ref.kind == "conditions":
                message = say(
                    "cannot be switched off alone: condition {code} could never be secured without '{question}'.",
                    code=ref.id,
                    question=id_,
                )
            else:
                message = say(
                    "cannot be switched off alone: '{id}' would never be asked without '{question}'.",
                    id=ref.id,
                    question=id_,
                )
            action = say("Switch {id} off as well, with its reason, or keep the question.", id=ref.id)
            yield found("L05", "error", Ref("switch_off", catalogue.switched_off[id_].by), message, action)


def ill_formed(case: LintCase) -> Iterator[Finding]:
    """The parts of a question do not fit its kind.

    A rating says what each of its three levels looks like here; a choice has at least two options; only a number has
    a unit.

    Passes: ``kind: rating`` with a ``scale:`` of in_place, partly and absent
    Fails:  ``kind: text`` with ``choices:``
    """
    for ref, question in questions(case.catalogue):
        rating, chooses = question.kind == "rating", question.kind in ("choice", "choices")
        levels = set(question.scale or ())
        wrong = [
            (
                "scale",
                rating and len(levels) < len(RATING),
                say("a rating needs a scale: in_place, partly and absent, in words."),
            ),
            ("scale", not rating and bool(levels), say("only a rating has a scale.")),
            (
                "choices",
                chooses and question.choices is None,
                say("a choice needs choices: a list of the vocabulary, or its own."),
            ),
            ("choices", chooses and _few(question), say("a choice needs at least two options.")),
            (
                "choices",
                not chooses and question.choices is not None,
                say("a question of kind {kind} has no choices.", kind=question.kind),
            ),
            ("unit", question.kind != "number" and question.unit is not None, say("only a number has a unit.")),
            ("ordered", question.kind != "choice" and question.ordered, say("only a choice can be ordered.")),
        ]
        for part, is_wrong, message in wrong:
            if is_wrong:
                yield found("L06", "error", at(ref, part), message, say("Correct the kind, or this part."))


RATING = ("in_place", "partly", "absent")


def _few(question: Question) -> bool:
    return isinstance(question.choices, tuple) and len(question.choices) < FEWEST_CHOICES
