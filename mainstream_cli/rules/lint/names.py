"""L02, L07: ids of content."""

from collections import Counter
from collections.abc import Iterator

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.names import objection
from mainstream_cli.model.national import FIRST_NATIONAL_CODE
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules.lint.case import LintCase, at, conditions, found, questions

RENAME = "Choose another id; an id that is in use in projects never changes."


def bad_name(case: LintCase) -> Iterator[Finding]:
    """An id cannot be used, or two items have the same.

    Stages, sectors, registers and questions share one namespace, since commands take them without saying which kind
    is meant. Words that YAML, Python or Windows keep for themselves cannot be ids. National conditions are numbered
    from C50, so that a later edition can add its own.

    Passes: ``id: county_desk``
    Fails:  ``id: aux``, or two questions with the id ``county_desk``
    """
    names = list(_names(case.catalogue))
    counts = Counter(ref.id for ref in names)
    for ref in names:
        trouble = objection(ref.id)
        if ref.id in REGISTERS:
            trouble = "a register has this name"
        elif counts[ref.id] > 1:
            trouble = "this id stands more than once among stages, sectors and questions"
        elif ref.id in case.catalogue.retired or ref.id in case.catalogue.moved:
            trouble = "an earlier edition used this id for another question"
        if trouble:
            yield found("L02", "error", ref, f"{trouble}.", RENAME)
    yield from _choice_names(case.catalogue)
    yield from _codes(case.catalogue)


def _names(catalogue: Catalogue) -> Iterator[Ref]:
    yield from (Ref("sheets", sheet.id) for sheet in (*catalogue.stages, *catalogue.sectors))
    for sheet in (*catalogue.stages, *catalogue.sectors):
        yield from (Ref("questions", question.id) for question in sheet.questions)


def _choice_names(catalogue: Catalogue) -> Iterator[Finding]:
    for ref, question in questions(catalogue):
        own = question.choices if isinstance(question.choices, tuple) else ()
        counts = Counter(choice.id for choice in own)
        for index, choice in enumerate(own):
            trouble = objection(choice.id) or ("this choice stands twice" if counts[choice.id] > 1 else "")
            if trouble or choice.id in catalogue.answers:
                trouble = trouble or "every question accepts this answer already"
                yield found("L02", "error", at(ref, "choices", index), f"choice '{choice.id}': {trouble}.", RENAME)


def _codes(catalogue: Catalogue) -> Iterator[Finding]:
    counts = Counter(condition.code for condition in catalogue.conditions)
    for ref, condition in conditions(catalogue):
        if counts[condition.code] > 1:
            yield found("L02", "error", ref, "this code stands more than once.", "Give one of them another code.")
        elif condition.code in catalogue.added and int(condition.code[1:]) < FIRST_NATIONAL_CODE:
            message = f"a national condition is numbered from C{FIRST_NATIONAL_CODE}."
            yield found("L02", "error", ref, message, "Choose a code from C50 to C99.")


def broken_history(case: LintCase) -> Iterator[Finding]:
    """An entry of ``moved:`` or ``retired:`` in catalogue.yaml does not fit the questions that there are.

    An id that left the catalogue is named there for ever, so that answers of older projects can be understood.

    Passes: ``moved: {old_id: new_id}`` with a question ``new_id``
    Fails:  ``moved: {old_id: new_id}`` without it
    """
    catalogue = case.catalogue
    known = {*catalogue.questions, *catalogue.switched_off}
    for old, new in catalogue.moved.items():
        if new not in known and new not in catalogue.retired:
            message = f"moved to '{new}', which is no question."
            yield found("L07", "error", Ref("moved", old), message, "Correct the new id, or move the entry to retired.")
    for old in {**catalogue.moved, **catalogue.retired}:
        if old in known:
            kind = "moved" if old in catalogue.moved else "retired"
            yield found("L07", "error", Ref(kind, old), f"{kind}, and still a question.", "Take one of the two out.")
