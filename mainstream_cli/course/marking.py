"""Marks the work of a group. There is no second rule engine: findings and relations of the project decide.

A fault is solved when its findings are gone and what it stood in is still there. A goal is reached when its relation
holds and its findings are absent.
"""

from collections.abc import Iterable, Iterator

from mainstream_cli.course.reasons import rules_of
from mainstream_cli.language import say
from mainstream_cli.model.finding import Finding
from mainstream_cli.model.project import Project
from mainstream_cli.model.training import Fault, Goal, Lesson, LessonMark, Log, Report, Rule, Status
from mainstream_cli.model.truth import holds
from mainstream_cli.rules import Case


def names_of(findings: Iterable[Finding]) -> list[str]:
    """Name findings by code and place, in a stable order."""
    return sorted({_name(each) for each in findings})


def mark(lesson: Lesson, case: Case, findings: list[Finding], log: Log) -> Report:
    """Say for every fault and goal of an exercise how it stands, and which errors came in since it began."""
    present = {name for each in findings for name in (_name(each), each.code)}
    marks = [*_faults(lesson, case, present), *_goals(lesson, case, present)]
    new = [each for each in findings if each.severity == "error" and _name(each) not in log.found]
    errors = tuple(say("{code}: {sentence}", code=each.code, sentence=each.message) for each in new)
    return Report(lesson, tuple(marks), errors, sum(log.hints.values()), log.debriefed)


def _name(finding: Finding) -> str:
    place = finding.ref.id if finding.ref else finding.place.file if finding.place else ""
    return f"{finding.code} {place}".strip()


def _faults(lesson: Lesson, case: Case, present: set[str]) -> Iterator[LessonMark]:
    for number, fault in enumerate(lesson.faults.values(), start=1):
        status = _fault_status(fault, case.project, present)
        if status == "solved":
            rules = rules_of(case.catalogue, fault.expect)
            yield LessonMark(number, status, fault.title, fault.why.strip(), rules=rules)
        else:
            stage = case.catalogue.label("stages", fault.stage)
            text = say(
                "a fault that belongs to: {stage} (difficulty {difficulty} of 3)",
                stage=stage,
                difficulty=fault.difficulty,
            )
            yield LessonMark(number, status, text)


def _fault_status(fault: Fault, project: Project, present: set[str]) -> Status:
    if not all(_is_there(project, place) for place, fields in fault.change.items() if fields is not None):
        return "removed"
    left = present.intersection(fault.expect)
    return "solved" if not left else "half" if len(left) < len(fault.expect) else "open"


def _is_there(project: Project, place: str) -> bool:
    register, _, id_ = place.partition("/")
    return project.answer(id_) is not None if register == "answers" else id_ in project.entries(register)


def _goals(lesson: Lesson, case: Case, present: set[str]) -> Iterator[LessonMark]:
    for number, goal in enumerate(lesson.exercise.goals, start=len(lesson.faults) + 1):
        status = _goal_status(goal, case, present)
        rules: tuple[Rule, ...] = ()
        if status != "open":
            rules = rules_of(case.catalogue, goal.silent, goal.question)
        why = goal.why.strip() if status == "solved" else ""
        reading = (goal.reading or "").strip() if status == "solved" else ""
        yield LessonMark(number, status, goal.text.strip(), why, reading, rules)


def _goal_status(goal: Goal, case: Case, present: set[str]) -> Status:
    clean = not present.intersection(goal.silent)
    if clean and (goal.met is None or holds(goal.met, case.facts) is True):
        return "solved"
    return "half" if goal.half is not None and holds(goal.half, case.facts) is True else "open"
