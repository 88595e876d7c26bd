"""L02, L07: ids of content."""

from collections import Counter
from collections.abc import Iterator

from mainstream_cli.language import Text, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.names import objection
from mainstream_cli.model.national import FIRST_NATIONAL_CODE
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules.lint.case import LintCase, at, conditions, found, questions

RENAME = say("Choose another id; an id that is in use in projects never changes.")


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
        trouble: Text | None = _objection(ref.id)
        if ref.id in REGISTERS:
            trouble = say("a register has this name.")
        elif counts[ref.id] > 1:
            trouble = say("this id stands more than once among stages, sectors and questions.")
        elif ref.id in case.catalogue.retired or ref.id in case.catalogue.moved:
            trouble = say("an earlier edition used this id for another question.")
        if trouble:
            yield found("L02", "error", ref, trouble, RENAME)
    yield from _choice_names(case.catalogue)
    yield from _codes(case.catalogue)


def _objection(name: str) -> Text | None:
    trouble = objection(name)
    return say("{sentence}.", sentence=trouble) if trouble else None


def _names(catalogue: Catalogue) -> Iterator[Ref]:
    yield from (Ref("sheets", sheet.id) for sheet in (*catalogue.stages, *catalogue.sectors))
    for sheet in (*catalogue.stages, *catalogue.sectors):
        yield from (Ref("questions", question.id) for question in sheet.questions)


def _choice_names(catalogue: Catalogue) -> Iterator[Finding]:
    for ref, question in questions(catalogue):
        own = question.choices if isinstance(question.choices, tuple) else ()
        counts = Counter(choice.id for choice in own)
        for index, choice in enumerate(own):
            trouble = _objection(choice.id)
            if not trouble and counts[choice.id] > 1:
                trouble = say("this choice stands twice.")
            elif not trouble and choice.id in catalogue.answers:
                trouble = say("every question accepts this answer already.")
            if trouble:
                said = say("choice '{choice}': {sentence}", choice=choice.id, sentence=trouble)
                yield found("L02", "error", at(ref, "choices", index), said, RENAME)


def _codes(catalogue: Catalogue) -> Iterator[Finding]:
    counts = Counter(condition.code for condition in catalogue.conditions)
    for ref, condition in conditions(catalogue):
        if counts[condition.code] > 1:
            said, action = say("this code stands more than once."), say("Give one of them another code.")
            yield found("L02", "error", ref, said, action)
        elif condition.code in catalogue.added and int(condition.code[1:]) < FIRST_NATIONAL_CODE:
            first = f"C{FIRST_NATIONAL_CODE}"
            message = say("a national condition is numbered from {code}.", code=first)
            yield found("L02", "error", ref, message, say("Choose a code from {first} to C99.", first=first))


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
            message = say("moved to '{new}', which is no question.", new=new)
            action = say("Correct the new id, or move the entry to {key}.", key="retired")
            yield found("L07", "error", Ref("moved", old), message, action)
    for old in {**catalogue.moved, **catalogue.retired}:
        if old in known:
            kind = "moved" if old in catalogue.moved else "retired"
            message = say("{kind}, and still a question.", kind=kind)
            yield found("L07", "error", Ref(kind, old), message, say("Take one of the two out."))
