"""The recipe "Add a register": one class and one line, and every part of the tool knows it."""

from datetime import date
from typing import Annotated

import pytest
from pydantic import Field

from mainstream_cli import cli
from mainstream_cli.language import label, say
from mainstream_cli.model.prompt import SKIP, Given, Pressed, Prompt
from mainstream_cli.model.record import Record
from mainstream_cli.model.registers import REGISTERS, FieldQuestion, Register
from mainstream_cli.model.registers.entry import Entry
from mainstream_cli.model.shapes import annotation_of, base_of, item_of
from mainstream_cli.model.types import Actor, Day, Id, Moment, Number, Refers, SdgTag, Sensitive, Term, Whole, Year
from mainstream_cli.prompts import converse
from mainstream_cli.store import load
from mainstream_cli.store.repairs import closed_names
from mainstream_cli.workspace import Workspace

FACTS = ["--country", "KEN", "--plan", "Vision 2035", "--start", "2026", "--end", "2035"]


class Visit(Record):
    """One visit to a pilot."""

    date: Day = Field(description="Day of the visit.")


class Pilot(Entry):
    """Something that is tried in one district first."""

    action: Annotated[Id, Refers("actions")] = Field(description="The action that is tried.")
    lead: Actor | None = Field(None, description="Who runs it.")
    likelihood: Annotated[str, Term("confidences")] | None = Field(None, description="How likely it is to work.")
    groups: tuple[Annotated[str, Term("groups")], ...] = Field((), description="Who takes part.")
    people: Whole | None = Field(None, description="How many take part.")
    share: Number | None = Field(None, description="Share of the district.")
    until: Moment | None = Field(None, description="How long it runs.")
    enrolled: dict[Year, Whole] = Field({}, description="People by year.")
    sdg: tuple[SdgTag, ...] = Field((), title="SDG", description="Goals it serves.")
    visits: tuple[Visit, ...] = Field((), description="Who looked at it.")
    doubts: Annotated[str, Sensitive()] | None = Field(None, description="What speaks against it.")


PILOTS = Register(
    "pilots",
    label("register", "pilot"),
    Pilot,
    say("what is tried in one district first"),
    first=("title", "action", "people"),
)
FIELD_TRIALS = Register(
    "field_trials", label("register", "field trial"), Entry, say("trials in the fields of a sector"), split="sector"
)


@pytest.fixture
def project(monkeypatch, tmp_path):
    """A project made while the two registers are there, which is also the current folder."""
    closed_names.cache_clear()
    for register in (PILOTS, FIELD_TRIALS):
        monkeypatch.setitem(REGISTERS, register.name, register)
    assert cli.run(["init", str(tmp_path / "kenya"), *FACTS]) == 0
    monkeypatch.chdir(tmp_path / "kenya")
    yield tmp_path / "kenya"
    closed_names.cache_clear()


@pytest.fixture
def action(run, project):
    """The id of an action to refer to."""
    assert run("set", "actions/train_nurses", "sector=health", "title=Train nurses", "kind=capacity").code == 0
    return "train_nurses"


def test_the_folder_explains_it(project):
    """README.md and the new files say what the registers hold, where they stand and what every field is."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    assert "| [pilots](#pilots) | what is tried in one district first |" in readme
    assert "| field_trials, one file for each sector | `registers/field_trials/SECTOR.yaml` |" in readme
    assert "- `action`: The action that is tried. Required." in readme
    assert "- `visits[].date`: Day of the visit. Required." in readme
    assert "- of pilots: `doubts` in `private/registers/pilots.yaml`" in readme
    assert (project / "registers/pilots.yaml").read_text(encoding="utf-8").rstrip().splitlines() == [
        "# pilots: what is tried in one district first.",
        "# An entry looks like this; README.md lists all fields:",
        "#   an_id_of_your_choice:",
        "#     title: ...",
        "#     action: ...",
    ]
    assert "field_trials of the sector health" in (project / "registers/field_trials/health.yaml").read_text("utf-8")


def test_set_writes_and_status_counts_it(run, project, action, catalogue):
    """Each kind of field is set by a word, what is sensitive goes to private/, and status counts the entries."""
    assert run("status", "--format", "json").json["registers"]["pilots"] == 0
    words = "people=40", "share=12.5", "groups=women,students", "until=2027-06", "enrolled={2027: 10}", "sdg=10.7"
    more = "visits=[{date: 2026-06-07}]", "doubts=too small", "likelihood=high"
    assert run("set", "pilots/nyeri", "title=Nyeri", f"action={action}", *words, *more).code == 0
    assert run("set", "field_trials/maize", "sector=agriculture", "title=Maize").code == 0
    counts = run("status", "--format", "json").json["registers"]
    assert (counts["pilots"], counts["field_trials"]) == (1, 1)
    assert "1 pilot, 1 field trial" in run("status").out
    assert "doubts" not in (project / "registers/pilots.yaml").read_text(encoding="utf-8")
    loaded = load(project, catalogue)
    pilot = loaded.project.entries("pilots")["nyeri"]
    assert (pilot.people, pilot.doubts, pilot.visits[0].date) == (40, "too small", date(2026, 6, 7))
    assert pilot.enrolled == {2027: 10}
    assert loaded.project.part("field_trials", "maize") == "agriculture"
    assert loaded.findings == []


def test_what_needs_a_sector_says_so(run, project):
    """A new entry of a register with a file for each sector is refused without one, and is not moved by set."""
    assert "A new entry in field_trials needs its sector" in run("set", "field_trials/maize", "title=Maize").err
    assert run("set", "field_trials/maize", "sector=agriculture", "title=Maize").code == 0
    moved = run("set", "field_trials/maize", "sector=health", "title=Maize")
    assert (moved.code, "'maize' in field_trials belongs to agriculture." in moved.err) == (2, True)
    assert "registers/field_trials/agriculture.yaml" in moved.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["action=train_nurse"], "there is no 'train_nurse' in actions"),
        (["action=train_nurses", "peple=3"], "Did you mean 'people'?"),
        (["action=train_nurses", "people=few"], "a whole number"),
        (["action=train_nurses", "likelihood=hi"], "is not one of the choices"),
        (["people=3"], "'action' is missing"),
    ],
)
def test_set_refuses_what_does_not_fit(run, project, action, words, said):
    """A name that nothing has, an unknown field and a value of another kind are each refused; nothing is written."""
    before = (project / "registers/pilots.yaml").read_bytes()
    result = run("set", "pilots/nyeri", "title=Nyeri", *words)
    assert result.code == 1
    assert said in result.err
    assert (project / "registers/pilots.yaml").read_bytes() == before


def test_check_reads_it(run, project):
    """In a file, a reference to nothing, an unknown field and a private field are found at their places."""
    text = "nyeri:\n  title: Nyeri\n  action: nobody\n  peple: 3\n  doubts: too small\n"
    (project / "registers/pilots.yaml").write_text(text, encoding="utf-8")
    found = {
        (each["code"], each["where"]["line"])
        for each in run("check", "--format", "json").json["findings"]
        if each["where"]["file"] == "registers/pilots.yaml"
    }
    assert found >= {("R01", 3), ("F08", 4), ("D05", 5)}


def test_two_registers_by_sector_share_no_names(run, project, catalogue):
    """The same id in two registers by sector is two entries, each in the sector of its own."""
    assert run("set", "actions/maize", "sector=agriculture", "title=Maize", "kind=service").code == 0
    assert run("set", "field_trials/maize", "sector=health", "title=Maize").code == 0
    assert run("set", "field_trials/maize", "title=Maize again").code == 0
    loaded = load(project, catalogue)
    assert [loaded.project.part(name, "maize") for name in ("actions", "field_trials")] == ["agriculture", "health"]
    assert loaded.findings == []


def test_one_id_stands_in_one_sector(run, project):
    """The same id in two files of a register by sector is found, and both sectors are named."""
    for sector in ("health", "education"):
        (project / f"registers/field_trials/{sector}.yaml").write_text("maize:\n  title: Maize\n", encoding="utf-8")
    findings = [each for each in run("check", "--format", "json").json["findings"] if each["code"] == "R03"]
    assert [each["where"]["file"] for each in findings] == ["registers/field_trials/education.yaml"]
    assert "The entry 'maize' stands in two sectors (health and education)." in findings[0]["message"]


def test_fill_asks_for_it(project, action, catalogue):
    """The form asks first for what the definition says, makes an id, and offers the other fields under their labels."""
    replies = ["add", "Nyeri", action, "40", Pressed(SKIP)]
    seen: list[Prompt] = []

    def person(prompt: Prompt) -> Given | Pressed:
        seen.append(prompt)
        reply = replies.pop(0) if replies else Pressed("quit")
        return reply if isinstance(reply, Pressed) else Given(reply)

    converse(Workspace.open(project).fill("pilots"), person)
    assert [prompt.place for prompt in seen[1:4]] == ["1 of 3 needed", "2 of 3 needed", "3 of 3 needed"]
    labels = {option.id: option.label.partition(":")[0] for option in seen[4].options}
    assert (labels["sdg"], labels["doubts"], labels["enrolled"]) == ("SDG", "Doubts (private)", "Enrolled")
    assert load(project, catalogue).project.entries("pilots")["nyeri"].people == 40


def test_the_catalogue_shows_it(run, project):
    """``checklist show`` lists the register, says what it holds, and gives its fields with kinds and blocks as data."""
    assert "pilots, field_trials" in " ".join(run("checklist", "show").out.split())
    assert "pilots: what is tried in one district first" in run("checklist", "show", "pilots").out
    fields = {each["id"]: each for each in run("checklist", "show", "pilots", "--format", "json").json["fields"]}
    kinds = {id_: each["kind"] for id_, each in fields.items() if id_ not in Entry.model_fields}
    assert kinds == {
        "action": "reference",
        "lead": "reference",
        "likelihood": "choice",
        "groups": "choices",
        "people": "number",
        "share": "number",
        "until": "text",
        "enrolled": "by_year",
        "sdg": "text",
        "visits": "block",
        "doubts": "text",
    }
    assert [each["kind"] for each in fields["visits"]["inside"]] == ["date"]
    assert (fields["lead"]["free"], fields["action"]["free"]) == (True, False)


def unsaid(cls: type[Record], fields: tuple[FieldQuestion, ...]) -> list[str]:
    """The fields whose type is no text and says no kind."""
    found = []
    for field in fields:
        annotation = annotation_of(cls.model_fields[field.id])
        base = base_of(item_of(annotation) or annotation)
        found += [field.id] if field.kind == "text" and base is not str else []
        found += unsaid(base, field.inside)
    return found


@pytest.mark.parametrize("register", REGISTERS.values(), ids=list(REGISTERS))
def test_a_definition_is_sound(register, catalogue):
    """A definition stands under its name and names only fields, registers and lists that there are; each kind is said."""
    assert REGISTERS[register.name] is register
    assert {*register.first, *register.followed, *register.alike} <= {field.id for field in register.fields}
    assert {field.id for field in register.fields if field.required} <= set(register.needed)
    for field in (each for outer in register.fields for each in (outer, *outer.inside)):
        assert set(field.refers) <= set(REGISTERS)
        assert field.choices is None or field.choices in catalogue.vocabulary
        assert field.text
    assert unsaid(register.entry, register.fields) == []


def test_every_field_of_a_register_has_a_role():
    """What is decided, known or follow-up is said of fields that exist; what is followed is follow-up."""
    for register in REGISTERS.values():
        names = {field.id for field in register.fields}
        assert register.known | register.follow_up | register.followed <= names
        assert not register.known & (register.follow_up | register.followed)
        assert all(register.role_of(field) == "follow_up" for field in register.followed)
    roles = {field: REGISTERS["actions"].role_of(field) for field in ("title", "cost", "funding", "status", "note")}
    assert roles == {
        "title": "decided",
        "cost": "decided",
        "funding": "known",
        "status": "follow_up",
        "note": "known",
    }
    assert {REGISTERS["risks"].role_of("mitigation"), REGISTERS["figures"].role_of("value")} == {"known"}
    assert {REGISTERS["sessions"].role_of("findings"), REGISTERS["stakeholders"].role_of("consulted")} == {"follow_up"}
