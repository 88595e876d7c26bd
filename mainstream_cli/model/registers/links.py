"""What stands already and how migration bears on it: policies, plan goals and linkages."""

from typing import Annotated

from pydantic import Field, model_validator

from mainstream_cli.language import label, say
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.types import Actor, Id, Refers, Term, Year

SectorId = Annotated[str, Term("sectors")]


class Policy(Entry):
    """A law, policy, strategy, agreement or programme that bears on migration or is touched by it."""

    kind: Annotated[str, Term("policy_kinds")] = Field(description="What kind of instrument it is.")
    status: Annotated[str, Term("policy_statuses")] = Field(description="Whether it is in force.")
    year: Year | None = Field(None, description="Year of adoption.")
    until: Year | None = Field(None, description="Last year it covers.")
    sectors: tuple[SectorId, ...] = Field((), description="Sectors it belongs to.")
    responsible: Actor | None = Field(None, description="Who answers for it.")
    extent: Annotated[str, Term("extents")] | None = Field(None, description="How far migration is built in.")
    content: str | None = Field(None, description="What it says on migration.")
    gap: str | None = Field(None, description="What it overlooks or contradicts.")

    @model_validator(mode="after")
    def _runs_forward(self) -> "Policy":
        if self.year and self.until and self.until < self.year:
            raise ValueError(
                say("a last year (until) that is not before the year of adoption ({year})", year=self.year)
            )
        return self


POLICIES = Register(
    "policies",
    label("register", "policy"),
    Policy,
    say("laws, policies, strategies and agreements that bear on migration or are touched by it"),
    role="known",
)


class PlanGoal(Entry):
    """A goal as printed in the national or sector plan; its title is the wording, shortened if need be."""

    code: str | None = Field(None, description="Number of the goal in the plan.")
    wording: str | None = Field(None, description="The full wording as printed.")
    page: str | None = Field(None, description="Page in the plan.")
    responsible: Actor | None = Field(None, description="Ministry that answers for the goal.")
    sectors: tuple[SectorId, ...] = Field((), description="Sectors the goal belongs to.")


PLAN_GOALS = Register(
    "plan_goals",
    label("register", "plan goal"),
    PlanGoal,
    say("goals as printed in the plan"),
    known=frozenset({"page", "responsible"}),
)


class Linkage(Entry):
    """One effect between migration and a plan goal or sector. A record without both ends is none."""

    plan_goal: Annotated[Id, Refers("plan_goals")] | None = Field(None, description="The plan goal at the other end.")
    sector: SectorId | None = Field(None, description="The sector at the other end.")
    form: Annotated[str, Term("migration_forms")] | None = Field(None, description="The form of migration meant.")
    direction: Annotated[str, Term("directions")] = Field(description="Which end acts on which.")
    sign: Annotated[str, Term("signs")] = Field(description="Whether the effect helps or harms.")
    channel: str | None = Field(None, description="How the effect comes about.")
    level: Annotated[str, Term("levels")] | None = Field(None, description="Where the effect is felt.")
    dimension: Annotated[str, Term("dimensions")] | None = Field(
        None, description="The side of wellbeing that it touches."
    )
    groups: tuple[Annotated[str, Term("groups")], ...] = Field((), description="Who feels it.")
    strength: Annotated[str, Term("strengths")] | None = Field(None, description="How strong it is.")
    evidence: str | None = Field(None, description="What shows it.")
    confidence: Annotated[str, Term("confidences")] | None = Field(None, description="How sure the team is.")

    @model_validator(mode="after")
    def _has_both_ends(self) -> "Linkage":
        if self.plan_goal is None and self.sector is None:
            raise ValueError(say("a plan_goal or a sector at the other end of the effect"))
        return self


LINKAGES = Register(
    "linkages",
    label("register", "linkage"),
    Linkage,
    say("effects between migration and a plan goal or sector; both ends are needed"),
    first=("title", "plan_goal", "sector", "direction", "sign"),
    alike=("plan_goal", "sector", "direction", "sign"),
    role="known",
)
