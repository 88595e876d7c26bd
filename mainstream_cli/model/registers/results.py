"""What this process proposes and how it will be measured: objectives, results and indicators."""

import hashlib
import json
import unicodedata
from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from mainstream_cli.language import label, say
from mainstream_cli.model.record import Record, record_in
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.links import SectorId
from mainstream_cli.model.types import (
    Actor,
    Day,
    GcmTags,
    Id,
    Moment,
    Number,
    Refers,
    SdgTag,
    SourceIds,
    Term,
    Text,
    Version,
    Whole,
    Year,
)

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


class Check(Record):
    """What a check of an objective found; a text alone, as the first edition wrote it, is a finding without result."""

    text_field = "finding"
    result: Annotated[str, Term("check_results")] | None = Field(None, description="How the objective came out of it.")
    finding: str | None = Field(None, description="What was found, and what was changed because of it.")
    by: Actor | None = Field(None, description="Who checked: another institution than the one that answers for it.")
    date: Day | None = Field(None, description="Day of the check.")
    sources: SourceIds = Field((), description="Ids of the documents that show it, from the register sources.")
    of: Version | None = Field(None, description="The version of the objective that was checked; the tool writes it.")

    @property
    def is_text(self) -> bool:
        """Whether nothing but a finding is said."""
        return self == Check(finding=self.finding)


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
    taken_from: Annotated[str, Term("provenances")] | None = Field(None, description="Where the idea comes from.")
    adapted: str | None = Field(None, description="What was changed in an idea from elsewhere to fit the country.")
    rights_check: Check | None = Field(None, description="What the check against human rights found.")
    gender_check: Check | None = Field(None, description="What it means for women and men.")
    child_check: Check | None = Field(None, description="What it means for children, adolescents and older people.")
    scores: tuple[Score, ...] = Field(
        (), description="What each table gave it, criterion by criterion; mainstream priorities compares."
    )
    trade_offs: str | None = Field(None, description="Which goals of other sectors it pulls against.")
    left_out_because: str | None = Field(None, description="Why this candidate is left out for now.")
    validated: str | None = Field(None, description="Who validated it and when.")
    sdg: tuple[SdgTag, ...] = Field((), title="SDG", description="SDG goals, targets or indicators, such as 10.7.")
    gcm: GcmTags = ()

    @property
    def stands(self) -> bool:
        """Whether it is part of the plan; a candidate that is left out stays on record only."""
        return not self.left_out_because

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits of what a check speaks of: title, goals and links served, who is to gain."""
        said = [self.title, sorted(self.plan_goals), sorted(self.linkages), sorted(self.groups)]
        text = unicodedata.normalize("NFC", json.dumps(said, ensure_ascii=False))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def checks(self) -> dict[str, Check | None]:
        """Its checks by the names of their fields, None where there is none."""
        return {name: getattr(self, name) for name in CHECKS}

    def outgrew(self, check: Check) -> bool:
        """Tell whether a check speaks of an earlier version."""
        return check.of is not None and check.of != self.version

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


CHECKS = tuple(name for name in Objective.model_fields if record_in(Objective, name) is Check)
OBJECTIVES = Register(
    "objectives",
    label("register", "objective"),
    Objective,
    say("what this process wants to change, and the plan goals served"),
    first=("title", "plan_goals", "sectors"),
    known=frozenset({"rights_check", "gender_check", "child_check", "adapted", "trade_offs", "validated"}),
    follow_up=frozenset({"scores"}),
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
    known=frozenset({"assumptions"}),
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
    known=frozenset(
        {
            "definition",
            "unit",
            "baseline",
            "disaggregation",
            "means_of_verification",
            "frequency",
            "accumulates",
            "owner",
        }
    ),
)
