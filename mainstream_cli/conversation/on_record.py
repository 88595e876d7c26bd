"""Beside a question that decides a condition: what the record shows of it, and after the answer what it lacks."""

from dataclasses import replace

from mainstream_cli.conversation.question_prompt import value_prompt
from mainstream_cli.conversation.working_copy import WorkingCopy
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.catalogue import Question
from mainstream_cli.model.history import seen_in_words
from mainstream_cli.model.prompt import Lines, Prompt
from mainstream_cli.rules.claims import IN_PLACE, if_in_place, is_sensitive, missing_heading, still_to_show


def value_on_record(copy: WorkingCopy, question: Question, place: Text, *, room: bool) -> Prompt:
    """Return the prompt for an answer with one line on each condition that the record shows; at a desk it is proposed.

    On a wall the line names the condition only, and nothing is proposed.
    """
    answer = copy.answers.get(question.id)
    prompt = value_prompt(copy.catalogue, question, answer, place)
    found = if_in_place(copy.case, question.id)
    shown = [each for each in found if each.evidence == "seen"]
    if room:
        open_to_all = (each.condition for each in shown if not is_sensitive(each.condition, copy.catalogue))
        lines: Lines = tuple((say("The record shows it"), verbatim(condition.title)) for condition in open_to_all)
        return replace(prompt, aside=(*prompt.aside, *lines))
    lines = tuple(
        (say("The record shows it"), seen_in_words(each) if each.seen else verbatim(each.condition.title))
        for each in shown
    )
    prompt = replace(prompt, aside=(*prompt.aside, *lines))
    free = answer is None or not (answer.given or answer.disputed)
    return replace(prompt, default=IN_PLACE, proposed=True) if free and shown and len(shown) == len(found) else prompt


def to_be_shown(copy: WorkingCopy, question: Question) -> Lines:
    """Return what the record does not show yet of what an answer claims, once for each condition."""
    lines: Lines = ()
    for found, missing in still_to_show(copy.case, question.id, asking=True):
        if found.condition.code not in copy.told:
            copy.told.add(found.condition.code)
            lines += ((missing_heading(found), missing),)
    return lines
