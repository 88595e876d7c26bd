"""How a prompt is laid out for a room: one question in the middle, quiet, with the minutes that are left."""

import time

from prompt_toolkit.layout import Container, Dimension, HSplit, VSplit, Window
from prompt_toolkit.utils import get_cwidth

from mainstream_cli.language import Text, count, say, speak
from mainstream_cli.model.prompt import HELP, NO_WORDS, WHY, Lines, Prompt
from mainstream_cli.prompts.body import AnswerArea
from mainstream_cli.prompts.full_page import Styled, filler, fixed, gap, noted, shrinking, size
from mainstream_cli.prompts.keys import CONTROL
from mainstream_cli.prompts.lines import centred, labelled, wrap

WIDEST = 56  # short lines are read faster from afar
MINUTE = 60
ROOMY = 20  # rows; below that the options need the room


class Clock:
    """Remembers since when a question has been on the wall."""

    def __init__(self) -> None:
        self.heading = ""
        self.since = 0.0

    def left(self, prompt: Prompt) -> Text:
        """Say how many minutes are left for the question, in words that do not press."""
        if prompt.heading != self.heading:
            self.heading, self.since = prompt.heading, time.monotonic()
        if not prompt.minutes:
            return NO_WORDS
        seconds = prompt.minutes * MINUTE - (time.monotonic() - self.since)
        if seconds <= 0:
            return say("time is up")
        minutes = -int(-seconds // MINUTE)
        return count("{n} minute left", "{n} minutes left", n=minutes)


def room_page(prompt: Prompt, body: AnswerArea, clock: Clock) -> Container:
    """Return the page for the projector: number, question, views of the tables if they differ, the answer, the time."""
    views = tuple(line for line in prompt.aside if line[0] != WHY)
    parts: list[Container] = [filler(), fixed(lambda: _middle(prompt.heading, "class:quiet")), gap()]
    parts += [fixed(lambda: _middle(prompt.text, "bold", spaced=True)), gap()]
    if views:
        parts += [shrinking(lambda: _views(views)), gap()]
    if prompt.kind == "page":
        body.focus.height = 0
    parts.append(VSplit([Window(width=lambda: Dimension.exact(_margin())), body.container]))
    parts.append(noted(prompt, body, lambda problem: _middle(problem, "class:problem")))
    parts += [filler(), fixed(lambda: _foot(clock.left(prompt)))]
    return HSplit(parts)


def _width() -> int:
    return min(size().columns - 8, WIDEST)


def room_width() -> int:
    """Return the columns that a list on the wall may use."""
    return size().columns - _margin() - 1


def _margin() -> int:
    return max(0, (size().columns - _width()) // 2 - 6)


def _middle(text: Text, style: str, *, spaced: bool = False) -> Styled:
    lines = centred(wrap(speak(text), _width()), size().columns)
    end = "\n\n" if spaced and size().rows >= ROOMY else "\n"
    return [(style, line + end) for line in lines]


def _views(views: Lines) -> Styled:
    lines = [line for heading, text in views for line in wrap(labelled(heading, text)[0], _width(), indent="  ")]
    return [("", line + "\n") for line in centred(lines, size().columns)]


def _foot(left: Text) -> Styled:
    said, keys = speak(left), speak(say("Enter  {control} keys", control=f"^{CONTROL[HELP].upper()}"))
    room = size().columns - 1 - get_cwidth(keys) - get_cwidth(said) - 2
    between = " " * room if room > 0 else "\n  "
    return [("bold", f"  {said}"), ("class:quiet", f"{between}{keys}\n")]
