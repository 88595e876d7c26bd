"""L19: the exercises of the course, whose names and words come from everywhere else."""

from collections.abc import Iterable, Iterator

from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.project import Ref
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.training import Goal, Lesson
from mainstream_cli.rules import MANUAL
from mainstream_cli.rules.lint import missing
from mainstream_cli.rules.lint.case import AUTHOR, LintCase
from mainstream_cli.rules.lint.missing import Missing
from mainstream_cli.rules.lint.references import relation_names
from mainstream_cli.rules.lint.wording import avoided, to_avoid

WITHOUT_NAME = ("check", "status", "priorities")
COMMANDS = (*WITHOUT_NAME, "fill")


def broken_exercise(case: LintCase) -> Iterator[Finding]:
    """An exercise of the course names what does not exist, or uses a word to avoid.

    Looked at are the places that are changed, the codes and questions behind a point, the relations by which it is
    reached, the stages of its faults, the first command, and every text that a group or a trainer reads.

    Passes: ``begin: fill linkages`` and ``silent: [C10]``
    Fails:  ``begin: fil linkages``, or ``silent: [C99]``
    """
    for lesson in case.lessons:
        troubles = (*_places(case.catalogue, lesson), *_behind(case.catalogue, lesson), *_first(case.catalogue, lesson))
        for message, action in (*troubles, *_words(case, lesson)):
            place = Place(f"exercises/{lesson.id}.yaml")
            said = say("{item}: {sentence}", item=lesson.id, sentence=message)
            yield Finding("L19", "error", said, action, AUTHOR, place=place)


Troubles = Iterator[tuple[Text, Text]]


def _unless(known: Iterable[str], kind: Missing, name: str) -> Troubles:
    names = list(known)
    if name not in names:
        yield kind.said(name, names)


def _places(catalogue: Catalogue, lesson: Lesson) -> Troubles:
    for place, _ in lesson.changes:
        register, _, id_ = place.partition("/")
        if register == "answers":
            yield from _unless(catalogue.questions, missing.QUESTION, id_)
        else:
            yield from _unless(REGISTERS, missing.REGISTER, register)


def _behind(catalogue: Catalogue, lesson: Lesson) -> Troubles:
    codes = [*MANUAL, *(condition.code for condition in catalogue.conditions)]
    for fault in lesson.faults.values():
        yield from _unless(lesson.exercise.stages, missing.STAGE_OF_EXERCISE, fault.stage)
        for name in fault.expect:
            yield from _unless(codes, missing.CODE, name.split(" ")[0])
    for goal in lesson.exercise.goals:
        for name in goal.silent:
            yield from _unless(codes, missing.CODE, name.split(" ")[0])
        if goal.question:
            yield from _unless(catalogue.questions, missing.QUESTION, goal.question)
        yield from _relations(catalogue, goal)


def _relations(catalogue: Catalogue, goal: Goal) -> Troubles:
    for relation in (goal.met, goal.half):
        if relation is not None:
            for finding in relation_names(catalogue, Ref("exercises"), relation):
                yield verbatim(finding.message), verbatim(finding.action)


def _first(catalogue: Catalogue, lesson: Lesson) -> Troubles:
    verb, *names = lesson.exercise.begin.split()
    yield from _unless(COMMANDS, missing.COMMAND, verb)
    if not names and verb not in WITHOUT_NAME:
        yield (
            say("'{command}' needs a name.", command=verb),
            say("Write what is to be filled, such as {example}.", example="fill linkages"),
        )
    known = [*catalogue.sheets, *REGISTERS, *catalogue.questions]
    for name in names:
        yield from _unless(known, missing.TO_FILL, name.partition("/")[0])


def _words(case: LintCase, lesson: Lesson) -> Troubles:
    exercise = lesson.exercise
    texts = [exercise.title, exercise.situation, exercise.task, *exercise.talk]
    for fault in lesson.faults.values():
        texts += [fault.title, fault.why, *fault.hints]
    for goal in exercise.goals:
        texts += [goal.text, goal.why, goal.reading or "", *goal.hints]
    for text in texts:
        for word, action in avoided(case.avoid, text):
            yield to_avoid(word), action
