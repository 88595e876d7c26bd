"""What happened: one measured value of an indicator for a period, as an institution reports it."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, model_validator

from mainstream_cli.language import label, say
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.types import Actor, Day, Id, Number, Period, Refers, Term, Text

MONTHS_OF = {"H": 6, "Q": 3}


class GroupValue(Record):
    """The value of one group in the period."""

    by: Annotated[str, Term("disaggregations")] = Field(description="What the split is by.")
    group: Text = Field(description="The group, such as women.")
    value: Number = Field(description="The value of the group.")


class Observation(Entry):
    """One measured value of an indicator for a period, or why there is none."""

    title: Text = Field("", description="What it is called; the indicator and the period say it where it is left out.")
    indicator: Annotated[Id, Refers("indicators")] = Field(description="Id of the indicator that was measured.")
    period: Period = Field(description="Year, half year, quarter or month, such as 2027, 2027-H1, 2027-Q2 or 2027-03.")
    value: Number | None = Field(None, description="The value measured, in the unit of the indicator.")
    not_measured: Text | None = Field(None, description="In place of a value: why there is none.")
    groups: tuple[GroupValue, ...] = Field((), description="Values of groups, as far as they were measured.")
    numerator: Number | None = Field(None, description="Of a share: how many.")
    denominator: Annotated[Number, Field(gt=0)] | None = Field(None, description="Of a share: out of how many.")
    source: Annotated[Id, Refers("sources")] | None = Field(None, description="Id of the source document.")
    edition: str | None = Field(None, description="Edition of the source that the value was taken from.")
    state: Annotated[str, Term("observation_states")] | None = Field(None, description="Whether it may still change.")
    quality: Annotated[str, Term("qualities")] | None = Field(None, description="How far it can be relied on.")
    by: Actor | None = Field(None, description="Who measured it, where that is not the institution that reports it.")
    collected: Day | None = Field(None, description="Day on which it was collected.")

    @property
    def until(self) -> datetime.date:
        """The last day of its period."""
        year, _, part = self.period.partition("-")
        month = int(part[1:]) * MONTHS_OF[part[0]] if part[:1] in MONTHS_OF else int(part or 12)
        return datetime.date(int(year) + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)

    @classmethod
    def titled(cls, data: Mapping[str, Any]) -> str:
        """Return its title, made from indicator and period where it has none of its own."""
        return super().titled(data) or ", ".join(str(data[name]) for name in ("indicator", "period") if data.get(name))

    @model_validator(mode="before")
    @classmethod
    def _has_a_title(cls, data: Any) -> Any:
        return {**data, "title": title} if isinstance(data, dict) and (title := cls.titled(data)) else data

    @model_validator(mode="after")
    def _has_a_value_or_a_reason(self) -> "Observation":
        if (self.value is None) == (self.not_measured is None):
            raise ValueError(say("either a value, or in {field} why there is none", field="not_measured"))
        return self


OBSERVATIONS = Register(
    "observations",
    label("register", "observation"),
    Observation,
    say("values of indicators as they were measured, period by period"),
    split="institution",
    first=("indicator", "period", "value", "not_measured"),
    alike=("indicator", "period", "source", "edition", "state"),
    role="follow_up",
)
