"""What this process proposes and how it will be measured: objectives, results and indicators."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from mainstream_cli.language import label, say
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.links import SectorId
from mainstream_cli.model.types import Actor, GcmTags, Id, Moment, Number, Refers, SdgTag, Term, Text, Whole, Year

Group = Annotated[str, Term("groups")]


class Criterion(Entry):
    """A criterion by which candidate objectives are compared, agreed before anything is scored."""

    weight: Annotated[Number, Field(ge=0, le=100)] = Field(
        Decimal(1), description="How much it counts beside the others: 2 counts twice as much as 1."
    )
    low: str | None = Field(None, description="What the score 1 stands for.")
    high: str | None = Field(None, description="What the score 5 stands for; 5 is always the better end.")


CRITERIA = Register(
    "criteria",
    label("register", "criterion"),
    Criterion,
    say("criteria for choosing among candidate objectives, with their weights"),
    first=("title", "weight"),
)


class Score(Record):
    """What one table of a workshop, or one group, gave a candidate objective on one criterion."""

    table: Text = Field(description="Which table or group scored; no personal names.")
    criterion: Annotated[Id, Refers("criteria")] = Field(description="Id of the criterion.")
    score: Annotated[Whole, Field(ge=1, le=5)] = Field(description="From 1 (poor) to 5 (good).")


class Objective(Entry):
    """What the team wants to change; it names the plan goals it serves."""

    plan_goals: tuple[Annotated[Id, Refers("plan_goals")], ...] = Field(
        (), description="Ids of the plan goals it serves."
    )
    sectors: tuple[SectorId, ...] = Field((), description="Sectors it belongs to.")
    linkages: tuple[Annotated[Id, Refers("linkages")], ...] = Field((), description="Ids of the linkages it answers.")
    groups: tuple[Group, ...] = Field((), description="Who is to gain.")
    due: Moment | None = Field(None, description="By when.")
    owner: Actor | None = Field(None, description="Who answers for it.")
    rights_check: str | None = Field(None, description="What the check against human rights found.")
    gender_check: str | None = Field(None, description="What it means for women and men.")
    child_check: str | None = Field(None, description="What it means for children, adolescents and older people.")
    scores: tuple[Score, ...] = Field(
        (), description="What each table gave it, criterion by criterion; mainstream priorities compares."
    )
    trade_offs: str | None = Field(None, description="Which goals of other sectors it pulls against.")
    left_out_because: str | None = Field(None, description="Why this candidate is left out for now.")
    validated: str | None = Field(None, description="Who validated it and when.")
    sdg: tuple[SdgTag, ...] = Field((), title="SDG", description="SDG goals, targets or indicators, such as 10.7.")
    gcm: GcmTags = ()

    @model_validator(mode="after")
    def _scored_once(self) -> "Objective":
        pairs = [(score.table, score.criterion) for score in self.scores]
        twice = next((pair for pair in pairs if pairs.count(pair) > 1), None)
        if twice:
            raise ValueError(
                say(
                    "one score of the table '{table}' for the criterion '{criterion}'",
                    table=twice[0],
                    criterion=twice[1],
                )
            )
        return self


OBJECTIVES = Register(
    "objectives",
    label("register", "objective"),
    Objective,
    say("what this process wants to change, and the plan goals served"),
    first=("title", "plan_goals", "sectors"),
)


class Result(Entry):
    """One link of the results chain."""

    level: Annotated[str, Term("result_levels")] = Field(description="Impact, outcome or output.")
    objective: Annotated[Id, Refers("objectives")] | None = Field(None, description="The objective it belongs to.")
    contributes_to: Annotated[Id, Refers("results")] | None = Field(None, description="The result one level up.")
    assumptions: str | None = Field(None, description="What must hold outside the reach of the team.")


RESULTS = Register(
    "results",
    label("register", "result"),
    Result,
    say("the results chain: impact, outcome, output"),
    alike=("level", "objective"),
)


class Baseline(Record):
    """Where an indicator stands at the start: a value with year and source, or why there is none."""

    value: Number | None = Field(None, description="The value at the start.")
    year: Year | None = Field(None, description="Year of the value.")
    source: Annotated[Id, Refers("sources")] | None = Field(None, description="Id of the source document.")
    not_available: str | None = Field(None, description="Why there is no value yet, and who will measure it.")


class Target(Record):
    """Where an indicator is to stand."""

    value: Number = Field(description="The value aimed at.")
    year: Year = Field(description="By the end of this year.")


class Split(Record):
    """One group that an indicator is reported for, with its own baseline."""

    by: Annotated[str, Term("disaggregations")] = Field(description="What the split is by.")
    group: Text = Field(description="The group, such as women.")
    baseline: Baseline | None = Field(None, description="Where the group stands at the start.")


class Indicator(Entry):
    """What will show whether a result or an objective is reached."""

    measures: Annotated[Id, Refers("results", "objectives")] | None = Field(
        None, description="The result or objective it measures."
    )
    level: Annotated[str, Term("indicator_levels")] = Field(description="Level of the result measured.")
    definition: str | None = Field(None, description="What exactly is counted.")
    unit: Text = Field(description="Unit, such as % or number of staff.")
    baseline: Baseline | None = Field(None, description="Where it stands at the start.")
    milestones: dict[Year, Number] = Field({}, description="Values aimed at on the way, by year.")
    target: Target | None = Field(None, description="Value and year aimed at.")
    direction: Annotated[str, Term("indicator_directions")] = Field(
        "none", description="Whether it should rise or fall."
    )
    disaggregation: tuple[Split, ...] = Field((), description="Groups it is reported for, each with its baseline.")
    accumulates: Annotated[str, Term("accumulations")] | None = Field(
        None, description="Whether its values are a stock, stand for one period each, run on, or are a share."
    )
    owner: Actor | None = Field(None, description="Who measures and reports it.")
    means_of_verification: str | None = Field(None, description="Where the value can be checked.")
    frequency: Annotated[str, Term("frequencies")] | None = Field(None, description="How often it is reported.")
    sdg: tuple[SdgTag, ...] = Field((), title="SDG", description="SDG goals, targets or indicators, such as 10.7.2.")
    gcm: GcmTags = ()


INDICATORS = Register(
    "indicators",
    label("register", "indicator"),
    Indicator,
    say("what will show whether a result is reached"),
    alike=("unit", "level"),
)
