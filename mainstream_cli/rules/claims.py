"""What an answer claims of a condition and what the record shows of it, said where the answer is given."""

from collections.abc import Iterator
from dataclasses import replace

from mainstream_cli.language import Text, count, say, verbatim
from mainstream_cli.model.answer import Answer
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.condition import Condition, Line
from mainstream_cli.model.finding import Assessment
from mainstream_cli.model.relations import DOCUMENTS, JOURNAL, UNKNOWN, Comparison, Tally, leaves
from mainstream_cli.rules.assessing import assess_one, line_in_words
from mainstream_cli.rules.case import Case
from mainstream_cli.rules.reasons import obstacles

IN_PLACE = "in_place"
SIGN_OFF = f"{JOURNAL}sign_off"


def decided_by(catalogue: Catalogue, question: str) -> Iterator[Condition]:
    """Yield the conditions whose claim rests on an answer and for which the record is looked at."""
    for condition in catalogue.conditions:
        if question in condition.asks and not condition.shows_itself:
            yield condition


def is_sensitive(condition: Condition, catalogue: Catalogue) -> bool:
    """Tell whether a claim rests on an answer that is not for everybody."""
    return any(catalogue.questions[question].sensitive for question in condition.asks)


def if_in_place(case: Case, question: str) -> tuple[Assessment, ...]:
    """Return how the conditions that an answer decides stand if it says ``in_place``; none if it is no rating."""
    if case.catalogue.questions[question].kind != "rating":
        return ()
    answer = _in_place(case.project.answers.get(question))
    then = replace(case, project=replace(case.project, answers={**case.project.answers, question: answer}))
    return tuple(assess_one(then, condition) for condition in decided_by(case.catalogue, question))


def _in_place(answer: Answer | None) -> Answer:
    """Return an answer that says ``in_place``, with what stands behind the one that is there."""
    return answer.model_copy(update={"value": IN_PLACE}) if answer else Answer(value=IN_PLACE)


def to_confirm(case: Case, found: Assessment) -> str:
    """Return the first question that nobody answered of a condition that the record shows; nothing of another one."""
    if found.status != "not_assessed" or found.unread or found.evidence != "seen" or found.condition.shows_itself:
        return ""
    elsewhere = {question.id for question in case.unseen}
    answers = {
        question: case.project.answer(question) for question in found.condition.asks if question not in elsewhere
    }
    return next((id_ for id_, answer in answers.items() if answer is None or answer.value == UNKNOWN), "")


def still_to_show(case: Case, question: str, *, asking: bool = False) -> Iterator[tuple[Assessment, Text]]:
    """Yield the conditions that an answer claims and the record does not show, with what is missing and where it goes.

    What only the signature of a stage will show is not asked for. *asking* says that the documents of the answer are
    asked for next.
    """
    for condition in decided_by(case.catalogue, question):
        found = assess_one(case, condition)
        if found.claim in ("in_place", "partly") and found.evidence != "seen":
            lines = tuple(_open(case, found))
            if lines:
                yield found, _in_words(case, condition, lines, question if asking else "")


def _open(case: Case, found: Assessment) -> Iterator[tuple[Line, Comparison | Tally]]:
    """Yield each line that stands open, or contradicts, with the first thing that is in its way."""
    against = found.evidence == "against"
    for line in found.condition.against if against else found.condition.seen:
        if (case.facts.holds(line.holds) is True) is against:
            leaf = next(leaves(line.holds) if against else obstacles(case, line.holds))
            if not (isinstance(leaf, Tally) and leaf.register == SIGN_OFF):
                yield line, leaf


def _in_words(case: Case, condition: Condition, lines: tuple[tuple[Line, Comparison | Tally], ...], asked: str) -> Text:
    (line, leaf), more = lines[0], len(lines) - 1
    said = say("{line}: {place}", line=line_in_words(line, case.catalogue), place=_place(leaf, asked))
    if not more:
        return said
    command = f"mainstream explain {condition.code}"
    return count("{line} ({n} more: {command})", "{line} ({n} more: {command})", n=more, line=said, command=command)


def _place(leaf: Comparison | Tally, asked: str) -> Text:
    """Say where what is missing goes."""
    if isinstance(leaf, Tally):
        if leaf.register == f"{DOCUMENTS}{asked}":
            return say("name the document with this answer")
        if leaf.register.startswith(DOCUMENTS):
            return verbatim(f"mainstream set {leaf.register.removeprefix(DOCUMENTS)} --source ID")
        if leaf.register.startswith(JOURNAL):
            return verbatim("mainstream decide TEXT --by ACTOR")
        return verbatim(f"mainstream fill {leaf.register}")
    return verbatim("mainstream.yaml" if leaf.subject == "project" else f"mainstream fill {leaf.name}")


def to_show_in_words(case: Case, question: str) -> Iterator[Text]:
    """Say in a line on each condition what the record does not show of what an answer claims."""
    for found, missing in still_to_show(case, question):
        yield say("{heading}: {sentence}", heading=missing_heading(found), sentence=missing)


def missing_heading(found: Assessment) -> Text:
    """Say by when what is missing is to be shown, or that the record says otherwise."""
    if found.evidence == "against":
        return say("The record says otherwise")
    return say("To be shown at {stage}", stage=found.needed_at)
