"""The contexts of what ``train pack`` writes: guide, handout, exercise sheets, certificate and evaluation form."""

from pydantic import Field

from mainstream_cli.documents.contexts.questionnaire import Head
from mainstream_cli.model.course import Command, HandoutPart
from mainstream_cli.model.record import Record


class StepRow(Record):
    """One step of a session."""

    time: str = Field(description="When it begins.")
    minutes: str = Field(description="How long it takes.")
    kind: str = Field(description="Input, demonstration, group work, discussion or findings.")
    text: str = Field(description="Who does what.")
    exercises: str = Field(description="The exercises, with their minutes; may be empty.")
    commands: tuple[str, ...] = Field(description="What is typed.")


class AgendaRow(Record):
    """One line of the agenda."""

    time: str = Field(description="When it begins and ends.")
    minutes: str = Field(description="How long it takes.")
    title: str = Field(description="The session or break.")
    who: str = Field(description="Facilitator and rapporteur; empty for a break.")


class SessionGuide(Record):
    """All that the trainer needs for one session."""

    title: str = Field(description="Number and title.")
    time: str = Field(description="When it begins and ends.")
    aim: str = Field(description="What is reached at its end.")
    facilitator: str = Field(description="Role or institution that leads it.")
    rapporteur: str = Field(description="Role or institution that writes down what is said.")
    steps: tuple[StepRow, ...] = Field(description="The steps, each with its minutes.")
    debriefing: tuple[str, ...] = Field(description="Questions for the discussion.")
    mistakes: tuple[str, ...] = Field(description="Common mistakes; may be empty.")


class DayPage(Record):
    """One day."""

    title: str = Field(description="Title of the day.")
    facts: str = Field(description="Start, end, and minutes with and without breaks.")
    agenda: tuple[AgendaRow, ...] = Field(description="Sessions and breaks.")
    sessions: tuple[SessionGuide, ...] = Field(description="The sessions in detail.")


class CoursePage(Record):
    """One course."""

    title: str = Field(description="Title.")
    note: tuple[HandoutPart, ...] = Field(description="The concept note: why, for whom, how, with what.")
    days: tuple[DayPage, ...] = Field(description="The agenda.")


class ReadingPoint(Record):
    """One fault or goal with its solution."""

    text: str = Field(description="The fault or the goal.")
    reading: str = Field(description="The worked reading, or where the fault is.")
    why: str = Field(description="Why it matters.")


class ReadingPage(Record):
    """The worked reading of one exercise, for the trainer only."""

    title: str = Field(description="Title of the exercise.")
    facts: str = Field(description="Its name, minutes, difficulty and stages.")
    points: tuple[ReadingPoint, ...] = Field(description="What is to be found or reached.")


class TrainersGuide(Record):
    """The trainer's guide: the courses, and the worked readings of their exercises."""

    cover: Head = Field(description="The head of page one.")
    edition: str = Field(description="Edition of the catalogue.")
    courses: tuple[CoursePage, ...] = Field(description="The courses, the longest first.")
    readings: tuple[ReadingPage, ...] = Field(description="Worked readings in the order of train list.")


class WordRow(Record):
    """One word of the process."""

    term: str = Field(description="The word.")
    meaning: str = Field(description="What it means here.")


class StageRow(Record):
    """One stage in a line."""

    title: str = Field(description="Number and title.")
    question: str = Field(description="The question it answers.")


class ConditionLine(Record):
    """One condition for success in a line."""

    code: str = Field(description="Its code.")
    title: str = Field(description="Its title.")
    question: str = Field(description="The question that it asks.")


class ParticipantHandout(Record):
    """What a participant takes home: the method on two pages, the words, the commands."""

    cover: Head = Field(description="The head of page one.")
    edition: str = Field(description="Edition of the catalogue.")
    parts: tuple[HandoutPart, ...] = Field(description="The method.")
    stages: tuple[StageRow, ...] = Field(description="The stages.")
    conditions: tuple[ConditionLine, ...] = Field(description="The conditions for success.")
    example: HandoutPart = Field(description="One problem, from the first effect to the indicator.")
    words: tuple[WordRow, ...] = Field(description="The words, in alphabetical order.")
    commands: tuple[Command, ...] = Field(description="The commands.")


class ExercisePage(Record):
    """The sheet of one exercise; it gives no solution away."""

    title: str = Field(description="Title.")
    facts: str = Field(description="Minutes, difficulty, stages, and where it is used.")
    situation: str = Field(description="The situation.")
    task: str = Field(description="The task.")
    commands: tuple[Command, ...] = Field(description="What to type, line by line.")
    talk: tuple[str, ...] = Field(description="Questions for the round afterwards; may be empty.")
    lines: tuple[int, ...] = Field(description="One entry for each empty line.")


class ExerciseSheets(Record):
    """A page for each exercise."""

    cover: Head = Field(description="The head of page one.")
    edition: str = Field(description="Edition of the catalogue.")
    sheets: tuple[ExercisePage, ...] = Field(description="The sheets, from easy to hard.")


class CertificatePage(Record):
    """The certificate of one course; names are written by hand."""

    course: str = Field(description="Title of the course.")
    hours: str = Field(description="Hours of work without breaks.")
    objectives: tuple[str, ...] = Field(description="What participants were to learn.")


class Certificates(Record):
    """A page for each course."""

    cover: Head = Field(description="The properties of the file.")
    pages: tuple[CertificatePage, ...] = Field(description="One for each course.")


class Statement(Record):
    """One line of the evaluation form."""

    text: str = Field(description="The statement.")
    boxes: str = Field(description="The boxes to tick.")


class EvaluationForm(Record):
    """The evaluation form; it asks for no name."""

    cover: Head = Field(description="The head of page one.")
    edition: str = Field(description="Edition of the catalogue.")
    statements: tuple[Statement, ...] = Field(description="What participants agree with, or not.")
    questions: tuple[str, ...] = Field(description="Open questions.")
    lines: tuple[int, ...] = Field(description="One entry for each empty line below a question.")
