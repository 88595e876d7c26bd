"""What may be shown on a wall: where we are, what is secured, and what this room can decide."""

from dataclasses import dataclass

from mainstream_cli.language import Text

NOTHING_MORE = Text("")


@dataclass(frozen=True)
class RoomStage:
    """One stage: ``state`` is signed, ready, current, begun or ahead; ``words`` say it."""

    id: str
    number: str
    title: str
    state: str
    words: Text


@dataclass(frozen=True)
class RoomCondition:
    """One condition: secured, with what was ``seen``, or to be secured by a stage, and then perhaps ``said`` to be."""

    code: str
    title: str
    needed_by: str
    due: bool
    seen: Text = NOTHING_MORE
    said: bool = False


@dataclass(frozen=True)
class RoomDecision:
    """One thing that the people in the room can decide: between views, on a question, or on who acts."""

    kind: str
    id: str
    text: Text
    detail: Text = NOTHING_MORE


@dataclass(frozen=True)
class RoomScreen:
    """One screen for everybody; nothing sensitive, no finding on form, no comparison between institutions."""

    country: str
    plan: str
    session: str
    stages: tuple[RoomStage, ...]
    secured: tuple[RoomCondition, ...]
    to_secure: tuple[RoomCondition, ...]
    decisions: tuple[RoomDecision, ...]
    not_for_all: int = 0
