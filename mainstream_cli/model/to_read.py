"""What a person has to read before signing: no rule judges whether a finding is right."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class CheckToRead:
    """What one check of an objective says, in words; *made* is off where there is none."""

    name: str
    made: bool = False
    result: str = ""
    finding: str = ""
    by: str = ""
    date: datetime.date | None = None
    behind: bool = False


@dataclass(frozen=True)
class ObjectiveToRead:
    """An objective of the plan with its checks."""

    id: str
    title: str
    checks: tuple[CheckToRead, ...]
