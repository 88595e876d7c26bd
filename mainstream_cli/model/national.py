"""What national content may reword of an item, and what stands in a file of it. An id never changes its meaning."""

from typing import Annotated, Any, Literal

from pydantic import Field

from mainstream_cli.model.content_item import Content
from mainstream_cli.model.types import Term, Text, Whole

PARTS = ("works", "sectors", "sections", "questions", "conditions", "wording", "switch_off")
FIRST_NATIONAL_CODE = 50


class QuestionWording(Content):
    """What may be said in other words of a question, and how it is worked."""

    title: Text | None = None
    text: Text | None = None
    why: Text | None = None
    example: Text | None = None
    scale: dict[Literal["in_place", "partly", "absent"], Text] | None = None
    setting: Annotated[str, Term("settings")] | None = None
    minutes: Annotated[Whole, Field(ge=1, le=60)] | None = None
    core: bool | None = None


class SheetWording(Content):
    """What may be said in other words of a stage or sector."""

    title: Text | None = None
    purpose: Text | None = None
    inputs: tuple[Text, ...] | None = None
    outputs: tuple[Text, ...] | None = None
    participants: tuple[Text, ...] | None = None
    pitfalls: tuple[Text, ...] | None = None
    done: Text | None = None


class ConditionWording(Content):
    """What may be said in other words of a condition."""

    title: Text | None = None
    text: Text | None = None
    question: Text | None = None
    who: tuple[Text, ...] | None = None
    remedy: Text | None = None


WORDS = {*QuestionWording.model_fields, *SheetWording.model_fields, *ConditionWording.model_fields} - {"core"}
"""The fields that an item can lose and still mean the same."""


class NewSection(Content):
    """A section that national content adds, after the section that holds the question ``after``."""

    title: Text
    after: str
    questions: tuple[dict[str, Any], ...]
