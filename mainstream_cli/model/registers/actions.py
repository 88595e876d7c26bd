"""One row of a sector's action matrix, with its cost and funding."""

from decimal import Decimal
from functools import reduce
from typing import Annotated

from pydantic import Field, model_validator

from mainstream_cli.language import label, say
from mainstream_cli.model.numbers import EXACT
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.registers.results import Group
from mainstream_cli.model.types import Actor, Currency, GcmTags, Id, Moment, Money, Refers, SdgTag, Term, Year


class Cost(Record):
    """What an action costs, by year; amounts in units of the currency, at the prices of one year."""

    currency: Currency = Field(description="Currency of all amounts, such as USD.")
    price_year: Year = Field(description="Year whose prices are used.")
    method: Annotated[str, Term("costing_methods")] = Field(description="How the cost was worked out.")
    recurrent: dict[Year, Money] = Field({}, description="Running costs by year.")
    capital: dict[Year, Money] = Field({}, description="Investment by year.")

    @property
    def total(self) -> Decimal:
        """The sum of all years, recurrent and capital, in the cost's currency, without rounding."""
        return reduce(EXACT.add, (*self.recurrent.values(), *self.capital.values()), Decimal(0))


class Funding(Record):
    """Money from one source towards the cost of an action."""

    source: Actor = Field(description="Who pays: a stakeholder, or a budget line in words.")
    amount: Money = Field(description="How much, in units of the currency.")
    currency: Currency = Field(description="Currency of the amount.")
    status: Annotated[str, Term("funding_statuses")] = Field(description="Secured, pledged or sought.")
    years: dict[Year, Money] = Field({}, description="How much of it comes in which year, where that is known.")


class Action(Entry):
    """What will be done; an action without a cost is uncosted, never free."""

    objectives: tuple[Annotated[Id, Refers("objectives")], ...] = Field(
        (), description="Ids of the objectives it serves."
    )
    output: Annotated[Id, Refers("results")] | None = Field(None, description="Id of the output it produces.")
    kind: Annotated[str, Term("action_types")] = Field(description="What kind of action it is.")
    new_or_lens: Annotated[str, Term("action_origins")] | None = Field(
        None, description="A new action, or a migration lens on an existing programme."
    )
    phase: Annotated[str, Term("phases")] | None = Field(None, description="Phase of migration it concerns.")
    groups: tuple[Group, ...] = Field((), description="Whom it is for.")
    place: Annotated[str, Term("places")] | None = Field(None, description="Where it is delivered.")
    lead: Actor | None = Field(None, description="Who answers for it.")
    partners: tuple[Actor, ...] = Field((), description="Who takes part.")
    start: Moment | None = Field(None, description="When it begins.")
    end: Moment | None = Field(None, description="When it ends.")
    milestones: dict[Year, str] = Field({}, description="What is to be reached by the end of a year.")
    indicators: tuple[Annotated[Id, Refers("indicators")], ...] = Field(
        (), description="Ids of the indicators that show it."
    )
    cost: Cost | None = Field(None, description="What it costs; leave out when not costed.")
    budget_code: str | None = Field(None, description="Programme code in the State budget.")
    in_ceiling: Annotated[str, Term("ceiling_statuses")] | None = Field(
        None, description="Whether it fits inside the medium-term expenditure ceiling."
    )
    funding: tuple[Funding, ...] = Field((), description="Who pays, and how sure it is.")
    rights_holders: str | None = Field(None, description="Whose rights it serves.")
    duty_bearer: Actor | None = Field(None, description="Who has the duty to secure those rights.")
    possible_harm: str | None = Field(None, description="Whom it could harm, and how.")
    mitigation: str | None = Field(None, description="What is done about that harm.")
    assumptions: str | None = Field(None, description="What must hold for it to work.")
    status: Annotated[str, Term("action_statuses")] | None = Field(None, description="How far it is.")
    sdg: tuple[SdgTag, ...] = Field((), title="SDG", description="SDG goals, targets or indicators, such as 8.8.")
    gcm: GcmTags = ()

    @property
    def stands(self) -> bool:
        """Whether it is part of the plan; one that was dropped stays on record only."""
        return self.status != "dropped"

    @model_validator(mode="after")
    def _runs_forward(self) -> "Action":
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise ValueError(say("an end that is not before the start ({start})", start=self.start))
        return self


ACTIONS = Register(
    "actions",
    label("register", "action"),
    Action,
    say("rows of the sector's action matrix"),
    split="sector",
    first=("title", "kind", "objectives", "lead"),
    followed=frozenset({"status"}),
    known=frozenset(
        {"funding", "partners", "assumptions", "possible_harm", "mitigation", "rights_holders", "duty_bearer"}
    ),
)
