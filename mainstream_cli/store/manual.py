"""The README of a project folder: enough for a colleague who has nothing but the folder and an editor."""

from collections.abc import Iterator, Mapping
from typing import Any

from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.store.layout import PRIVATE, answered_in, register_file
from mainstream_cli.store.scaffold import describe_fields

LISTED_ONCE = ("sectors", "stages", "groups")


def folder_readme(catalogue: Catalogue, settings: Mapping[str, Any]) -> str:
    """Return the README of a new project folder."""
    title = f"# {settings['country']['name']}: migration in {settings['plan']['name']}\n"
    parts = (
        title,
        _GUIDE.format(by_sector="".join(_by_sector())),
        *_private(catalogue),
        _RECORDING,
        *_registers(catalogue),
        *_lists(catalogue),
    )
    return "\n".join(parts)


_GUIDE = """\
This folder holds what a team has found and decided while bringing migration into a development plan. It was made by
`mainstream`, a toolkit that follows the outline of the Handbook *Mainstreaming Migration into Development Planning*
(Global Migration Group, 2010). Every file is plain text: open it in any editor, version the folder in git.

| what | where |
|---|---|
| country, plan, timing, lead | `mainstream.yaml` |
| answers to the questions of a stage | `answers/STAGE.yaml` |
| answers on a sector | `answers/sectors/SECTOR.yaml` |
| what the team records (documents, figures, bodies, ...) | `registers/REGISTER.yaml` |
{by_sector}| sign-offs, decisions, waivers, ratings of the conditions: one file each, never changed | `journal/` |
| what is not for everybody (ignored by git, never printed) | `private/`, same file names inside |
| your country's own questions, wording and switch-offs, if you have any | `checklists/national.yaml` |
| Word documents | `reports/` |

## How to answer

Each question stands as a bare key under a comment with its text and, in brackets, what it accepts. Fill in the block
below the key; leave the key where it is.

```yaml
# 2.1.1 Is there a written mandate for the core team? [in_place, partly, absent]
core_team_mandate:
  value: partly
  note: |
    Order signed; terms of reference still open.
  sources: [cabinet_order_12]        # ids from registers/sources.yaml
  confidence: high                   # low, medium, high
  by: planning_commission            # an organisation or role, never a person; ids from registers/stakeholders.yaml
  date: "2026-06-07"
```

- Only `value` is needed. Every question also accepts `unknown` (it becomes a data gap in the documents) and
  `not_applicable` (then add `reason:` with one sentence).
- Ratings are `in_place`, `partly` or `absent`. Never write bare `yes`, `no`, `on`, `off`, `true` or `false`.
- Numbers are digits: `1250000`, `12.5`, `-3`. No signs between thousands, no unit, no `1e3`.
- Put words in quotes when they contain `: ` or ` #`, or start with a special sign. Long text: `note: |` and the text
  indented below. Indent with spaces, not tabs. A key stands once in a file.
- Where tables of a workshop gave different answers, `mainstream gather` keeps each under `positions` (table, value,
  note). Add `value:` to choose; the positions may stay as dissent on record.
- Names that you add yourself start with `x_`. Every other unknown name is reported with the nearest known one.
"""

_RECORDING = """\
## How to record

An entry is a block under an id of your choice: small letters, digits and `_`, such as `ministry_of_labour`. Other files
refer to it by that id. Keep entries in alphabetical order of their ids: two people who add entries then seldom collide.

```yaml
cabinet_order_12:
  title: Cabinet order no. 12 on the core team
  kind: minutes
  author: Cabinet office
  year: 2026
```

A field that holds a block is written below its name with its own fields; `funding[]` below means a list of such blocks.
An action with its cost and funding looks like this:

```yaml
train_nurses:
  title: Train nurses for rural clinics
  kind: capacity
  objectives: [keep_health_staff]
  lead: ministry_of_health
  start: "2027-01"
  end: "2028-12"
  cost:
    currency: USD
    price_year: 2026
    method: unit_cost
    recurrent:
      "2027": 120000
      "2028": 80000
    capital:
      "2027": 15000
  funding:
    - source: ministry_of_finance
      amount: 90000
      currency: USD
      status: secured
```

An action without `cost` counts as uncosted, never as free. An indicator with a baseline:

```yaml
nurses_in_post:
  title: Nurse posts filled in rural clinics
  level: outcome
  unit: "%"
  measures: keep_health_staff
  baseline:
    value: "71.5"
    year: 2025
    source: health_staff_register
  target:
    value: 85
    year: 2030
  direction: increase
```

Candidate objectives are compared by the criteria in `registers/criteria.yaml` (title, `weight`, what a high score
stands for). Each table scores each candidate from 1 (poor) to 5 (good); `mainstream priorities` shows the order, and
how it changes with the weights. What is left out keeps its entry and gets a reason:

```yaml
diaspora_bonds:
  title: Diaspora bonds for rural clinics
  scores:
    - {table: north, criterion: people_reached, score: 2}
    - {table: south, criterion: people_reached, score: 4}
  trade_offs: Takes debt capacity from the housing programme.
  left_out_because: No legal basis before 2028.
```

In `mainstream.yaml`, beside what is there: `languages` (what you write in, such as `[fr, ar]`; the first is the one you
work in, English unless you say otherwise, and check says what it cannot read in it), `lead`, `as_of` (the day that
documents carry), `notice` (printed on every first page), `frameworks` (whose codes the documents print: any of `sdg`,
`gcm`, `mmicd`, `migof`, `dac`, `cofog`; `[sdg, gcm]` unless you say otherwise), `severities` (makes a warning or a
note more or less serious here, such as `{R02: warning}`; an error stays an error), and for totals in one currency
`finance` with dated rates (one USD is so many KES):

```yaml
finance:
  currency: KES
  rates:
    - currency: USD
      value: "129.5"
      date: "2026-06-30"
      source: central_bank_rates
```

## How to adapt the questions

A file `checklists/national.yaml` in this folder lies over the catalogue. An id never changes its meaning: kind and
choices of a question stay. Each part may be left out.

```yaml
questions:                            # new ones; all fields are those of a question in the shipped catalogue
  - id: county_desk
    after: core_team_lead             # the question that it follows, in the same section
    title: County desk
    text: Does each county have a desk for migration questions?
    why: Counties plan and spend most of what touches migrants.
    example: Twelve of 47 counties have named an officer; the others are asked by June.
    kind: text
    setting: desk
    minutes: 3
    evidence: expected
    source: {document: toolkit, place: National addition, basis: suggested}
wording:                              # shipped ones in other words
  core_team_mandate:
    text: Is there a gazetted mandate for the core team?
switch_off:                           # id and reason
  regional_displacement: The refugee act covers it.
```

`sections`, `sectors`, `conditions` (from C50) and `works` are added in the same way; docs/national.md of the toolkit
shows each. `mainstream checklist lint .` checks the file.

## How to check

Run `mainstream check` in this folder: it names file, line and column of everything that is not right, and the right
line where it can be worked out. `mainstream check --fix` shows what can only be meant in one way; `--fix --write`
changes that and nothing else.

## How to sign, decide and accept

`mainstream sign`, `decide`, `waive` and `check --record` each add one file to `journal/`; commit it with the rest. By
hand it is a new file of any name that ends in `.yaml`:

```yaml
kind: waiver                          # a finding accepted for now; it stands beside the finding and changes no status
code: A03
where: core_team_mandate              # the question or entry; without it, every finding of this code
reason: The signed order is with the archive until the move is over.
by: planning_commission
date: "2026-06-07"
until: "2026-12-31"                   # at most two years; then the finding counts again
```

A `decision` has `text` and, where known, `stage`, `reference`, `due`; with `code: C10` and `due` it is the dated remedy
of a condition. Conditions on rights, gender and children cannot be waived, only answered with such a remedy.

## Registers

| register | what it holds |
|---|---|"""


def _by_sector() -> Iterator[str]:
    for register, definition in REGISTERS.items():
        if definition.by_sector:
            yield f"| {register}, one file for each sector | `{register_file(register, 'SECTOR')}` |\n"


def _private(catalogue: Catalogue) -> Iterator[str]:
    """Say which questions and fields have no key outside ``private/``, and where their answers stand."""
    yield "## What is answered in private/\n"
    yield "Sensitive questions have no key in the public files; a comment stands in its place. `mainstream fill` and"
    yield "`set` write the answer where it belongs; by hand, write key and block into the file named here:\n"
    for question in catalogue.questions.values():
        if question.sensitive:
            yield f"- {question.number} {question.title}: `{question.id}` in `{answered_in(catalogue, question)}`"
    for register, definition in REGISTERS.items():
        if definition.sensitive:
            names = (f"`{field.id}`" for field in definition.fields if field.sensitive)
            yield f"- of {register}: {', '.join(names)} in `{PRIVATE}/{register_file(register, 'SECTOR')}`"
    yield "\nGit ignores `private/`, so a clone does not have it: there `check` names what only the copy with it can"
    yield "see (G08). What of it stands in a file for git is an error (D05). `private/` is handed on from person to"
    yield "person, on an encrypted stick; whoever hands it over deletes the old copy.\n"


def _registers(catalogue: Catalogue) -> Iterator[str]:
    for register, definition in REGISTERS.items():
        yield f"| [{register}](#{register}) | {definition.holds} |"
    yield "\nEvery entry can have `note`, `sources` (ids from the register sources) and, in samples, `origin` (sourced"
    yield "or illustrative). Required fields are marked; leave out what you do not know."
    for register in REGISTERS:
        yield f"\n### {register}\n"
        yield from (f"- `{name}`: {text}" for name, text in describe_fields(catalogue, register))


def _lists(catalogue: Catalogue) -> Iterator[str]:
    for name in LISTED_ONCE:
        yield f"\n### Words for {name}\n"
        yield from (f"- `{term}`: {label}" for term, label in catalogue.vocabulary[name].items())
    yield ""
