"""What the team knows it from: documents, figures and data sets."""

from typing import Annotated

from pydantic import Field

from mainstream_cli.language import label, say
from mainstream_cli.model.registers.definition import Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.types import Actor, Day, Id, Number, Refers, Term, Text, Year


class SourceDocument(Entry):
    """A document that answers, figures and entries refer to."""

    kind: Annotated[str, Term("source_kinds")] = Field(description="What kind of document it is.")
    author: str | None = Field(None, description="The institution or author that stands behind it.")
    year: Year | None = Field(None, description="Year of publication.")
    date: Day | None = Field(None, description="Day of the document, for laws, orders and minutes.")
    edition: str | None = Field(None, description="Edition or version, for data that is revised.")
    address: str | None = Field(None, description="Where it can be read: a web address, or an archive reference.")
    place: str | None = Field(None, description="Page, article or table meant.")


SOURCES = Register(
    "sources",
    label("register", "source"),
    SourceDocument,
    say("documents that answers and entries refer to"),
    role="known",
)


class Figure(Entry):
    """One value of one indicator. Several may stand for one indicator; one is chosen, with a reason."""

    indicator: Id = Field(description="What is measured: one id for all rival values, such as population.")
    year: Year = Field(description="Year the value is about.")
    value: Number = Field(description="The value, digits only.")
    unit: Text = Field(description="Unit of the value, such as persons or % of GDP.")
    group: str | None = Field(None, description="The group counted, when it is not everybody, such as women.")
    territory: str | None = Field(None, description="The territory that the value covers.")
    definition: str | None = Field(None, description="How the thing counted is defined.")
    source: Annotated[Id, Refers("sources")] = Field(description="Id of the source document.")
    edition: str | None = Field(None, description="Edition of the source that the value was taken from.")
    method: Annotated[str, Term("figure_methods")] | None = Field(None, description="How the value came about.")
    quality: Annotated[str, Term("qualities")] | None = Field(None, description="How far it can be relied on.")
    chosen_because: str | None = Field(
        None, description="Why this value is used rather than its rivals; filled for one only."
    )


FIGURES = Register(
    "figures",
    label("register", "figure"),
    Figure,
    say("values of indicators; several may stand for one indicator, and one is chosen with a reason"),
    alike=("indicator", "group", "year", "territory", "source", "edition"),
    role="known",
)


class Dataset(Entry):
    """A body of data that exists or should exist."""

    holder: Actor | None = Field(None, description="Who keeps it.")
    kind: Annotated[str, Term("dataset_kinds")] = Field(description="What kind of data it is.")
    covers: str | None = Field(None, description="What and whom it covers.")
    years: str | None = Field(None, description="Years available, such as 2008-2012.")
    frequency: Annotated[str, Term("frequencies")] | None = Field(None, description="How often it is renewed.")
    disaggregation: tuple[Annotated[str, Term("disaggregations")], ...] = Field(
        (), description="What it can be split by."
    )
    access: Annotated[str, Term("accesses")] | None = Field(None, description="Who may use it.")
    quality: Annotated[str, Term("qualities")] | None = Field(None, description="How far it can be relied on.")
    gaps: str | None = Field(None, description="What is missing.")


DATASETS = Register(
    "datasets",
    label("register", "dataset"),
    Dataset,
    say("data that exist or should exist"),
    role="known",
)
