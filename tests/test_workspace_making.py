"""Making and bringing together through the public Python API, as its users would import it."""

import json
import shutil
from pathlib import Path

import pytest

from mainstream_cli.errors import MainstreamError
from mainstream_cli.workspace import Training, Workspace

PLAN = {"plan": "Vision 2035", "start": 2026, "end": 2035}


@pytest.fixture
def kenya(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "kenya", country="KEN", lead="Ministry of Planning", **PLAN)


@pytest.fixture
def sandoria(tmp_path: Path) -> Workspace:
    return Workspace.copy_sample(tmp_path / "sandoria", "sandoria")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what the folder holds, but for locks and what is only remembered."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".mainstream")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_created_project_is_open_and_holds_what_was_said(kenya):
    """Facts that were given stand in the settings, the others have their defaults, and the project is sound."""
    settings = kenya.project.settings
    assert (settings.country.name, settings.country.iso3) == ("Kenya", "KEN")
    assert (settings.plan.name, settings.plan.kind, settings.plan.status) == ("Vision 2035", "national", "drafting")
    assert (settings.timing, settings.lead) == ("in_plan", "Ministry of Planning")
    assert kenya.findings == []
    assert Workspace.open(kenya.folder).project.settings == settings


def test_the_timing_follows_from_the_status(tmp_path):
    """A strategy beside a plan that stands already is a stand-alone one, unless somebody says otherwise."""
    adopted = Workspace.create(tmp_path / "a", country="KEN", status="adopted", **PLAN)
    assert adopted.project.settings.timing == "stand_alone"
    said = Workspace.create(tmp_path / "b", country="KEN", status="adopted", timing="in_plan", **PLAN)
    assert said.project.settings.timing == "in_plan"


@pytest.mark.parametrize(
    "facts",
    [{"country": "XXX"}, {}, {"country": "KEN", "kind": "galactic"}, {"country": "KEN", "plan": " "}],
    ids=["no such country", "no country", "no such kind", "blank plan"],
)
def test_a_fact_that_cannot_be_used_makes_nothing(tmp_path, facts):
    """The refusal says what is wrong, and no folder is left behind."""
    with pytest.raises(MainstreamError) as refusal:
        Workspace.create(tmp_path / "new", **{**PLAN, **facts})
    assert refusal.value.message
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_over_a_project(kenya):
    """A folder in which something stands is refused and stays as it is."""
    before = files_of(kenya.folder)
    with pytest.raises(MainstreamError, match="not empty"):
        Workspace.create(kenya.folder, country="UGA", **PLAN)
    with pytest.raises(MainstreamError, match="not empty"):
        Workspace.copy_sample(kenya.folder, "moldova")
    assert files_of(kenya.folder) == before


def test_a_sample_is_copied_by_its_name(sandoria, tmp_path):
    """The copy is a project that can be judged; a name that no sample has is refused with the names there are."""
    assert sandoria.project.settings.sample == "invented_country"
    assert sandoria.status().conditions["met"] > 0
    with pytest.raises(MainstreamError, match="sandorja") as refusal:
        Workspace.copy_sample(tmp_path / "other", "sandorja")
    assert "sandoria" in f"{refusal.value.message} {refusal.value.action}"
    assert not (tmp_path / "other").exists()


def test_a_document_is_written_when_its_turn_comes(sandoria, tmp_path):
    """A caller knows what is to come, and has each file in hand before the next one is written."""
    out = tmp_path / "out"
    rendering = sandoria.report(["terms_used", "conditions_overview"], out=out)
    assert (rendering.titles, rendering.left_out) == (("Terms used", "Overview of conditions"), {})
    assert not out.exists()
    written = iter(rendering)
    first = next(written)
    assert (first.document, first.path, first.draft) == ("terms_used", out / "terms_used.docx", "")
    assert [path.name for path in out.glob("*.docx")] == ["terms_used.docx"]
    (second,) = written
    assert second.path == out / "conditions_overview.docx"
    assert second.path.is_file()


def test_a_draft_says_why_and_final_leaves_it_out(kenya, tmp_path):
    """The reason for a draft stands beside the file, and the same words say why a final one is not written."""
    (draft,) = kenya.report(["scoping_proposal"], out=tmp_path / "out")
    assert draft.draft == "the gate of scoping is not ready"
    with pytest.raises(MainstreamError, match="Scoping proposal: the gate of scoping is not ready"):
        kenya.report(["scoping_proposal"], out=tmp_path / "final", final=True)
    everything = kenya.report(out=tmp_path / "final", final=True)
    assert everything.left_out["scoping_proposal"] == draft.draft
    assert everything.titles == ("Terms used", "Core questions")
    assert not (tmp_path / "final").exists()


def test_what_was_signed_and_changed_says_so_and_is_never_final(sandoria, tmp_path):
    """The message of a report and the refusal of a final one give the same reason for a stale signature."""
    homes = {id_: sandoria.catalogue.questions[id_].home for id_ in sandoria.project.answers}
    question = next(id_ for id_, home in homes.items() if home == "scoping" and not sandoria.project.answers[id_].note)
    file = sandoria.folder / "answers" / "scoping.yaml"
    changed = file.read_text("utf-8").replace(f"\n{question}:\n", f"\n{question}:\n  note: Changed.\n")
    file.write_text(changed, "utf-8")
    sandoria.reread()
    (draft,) = sandoria.report(["scoping_proposal"], out=tmp_path)
    assert draft.draft == "what was signed has changed since and needs a new signature"
    with pytest.raises(MainstreamError, match=f"Scoping proposal: {draft.draft}"):
        sandoria.report(["scoping_proposal"], out=tmp_path, final=True)


def test_what_cannot_be_read_is_kept_like_an_edited_file(kenya, tmp_path):
    """A folder that has the name of a document is none that was written here: the document goes beside it."""
    (tmp_path / "out" / "terms_used.docx").mkdir(parents=True)
    (written,) = kenya.report(["terms_used"], out=tmp_path / "out")
    assert (written.path, written.kept) == (tmp_path / "out/terms_used-2.docx", tmp_path / "out/terms_used.docx")


def test_an_edited_file_is_kept_and_named(kenya, tmp_path):
    """The new document stands beside the one that somebody has edited."""
    (first,) = kenya.report(["terms_used"], out=tmp_path)
    first.path.write_bytes(b"edited")
    (second,) = kenya.report(["terms_used"], out=tmp_path)
    assert (second.kept, second.path) == (first.path, tmp_path / "terms_used-2.docx")
    assert first.path.read_bytes() == b"edited"


@pytest.mark.usefixtures("in_this_process")
def test_a_template_that_cannot_be_used_is_a_refusal_and_the_others_are_written(kenya):
    """One broken template of a ministry does not keep the other documents back."""
    own = kenya.folder / "templates" / "terms_used.docx"
    own.parent.mkdir()
    own.write_bytes(b"no Word file")
    refused, written = kenya.report(["terms_used", "questionnaire"])
    assert (refused.path, refused.template) == (None, own)
    assert "terms_used.docx cannot be used" in refused.refusal.message
    assert written.path == kenya.folder / "reports" / "questionnaire.docx"


@pytest.mark.parametrize(
    ("documents", "options"), [(["no_such"], {}), (None, {"template": "mine.docx"})], ids=["unknown", "one for all"]
)
def test_a_report_that_cannot_be_is_refused_at_once(kenya, documents, options):
    """Before anything is written, and not only when somebody iterates."""
    with pytest.raises(MainstreamError) as refusal:
        kenya.report(documents, **options)
    assert refusal.value.exit_code == 2
    assert not (kenya.folder / "reports").exists()


def test_a_copy_is_gathered_and_a_dry_run_writes_nothing(kenya, tmp_path):
    """What a table has answered comes in; the workspace then holds it."""
    table = tmp_path / "tables" / "one"
    shutil.copytree(kenya.folder, table)
    question = kenya.catalogue.stages[0].sections[0].questions[0].id
    file = next(path for path in table.glob("answers/**/*.yaml") if f"\n{question}:\n" in path.read_text("utf-8"))
    text = file.read_text("utf-8")
    file.write_text(text.replace(f"\n{question}:\n", f"\n{question}:\n  value: not_known\n  reason: Asked.\n"), "utf-8")
    before = files_of(kenya.folder)
    tried = kenya.gather([tmp_path / "tables"], dry_run=True)
    assert (tried.result.tables, tried.refused, tried.unread) == (("one",), (), ())
    assert [each.question for each in tried.result.questions] == [question]
    assert files_of(kenya.folder) == before
    kenya.gather([tmp_path / "tables"])
    assert kenya.project.answer(question).value == "not_known"


def test_folders_without_a_copy_are_refused(kenya, tmp_path):
    """Nothing is gathered from what is no project."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(MainstreamError, match="There is no project in this folder"):
        kenya.gather([tmp_path / "empty"])


def test_an_upgrade_is_planned_and_then_written(kenya):
    """A question that is missing in a file is pending; with write it is there, and nothing is pending any more."""
    question = kenya.catalogue.stages[0].sections[0].questions[-1].id
    file = next(
        path for path in kenya.folder.glob("answers/**/*.yaml") if f"\n{question}:\n" in path.read_text("utf-8")
    )
    file.write_text(file.read_text("utf-8").replace(f"\n{question}:\n", "\n"), "utf-8")
    kenya.reread()
    before = files_of(kenya.folder)
    plan = kenya.upgrade()
    assert ([step.id for step in plan.new], plan.pending) == ([question], True)
    assert files_of(kenya.folder) == before
    kenya.upgrade(write=True)
    assert f"\n{question}:\n" in file.read_text("utf-8")
    assert not kenya.upgrade().pending


def test_half_national_content_stops_an_upgrade(kenya):
    """While it is not known what is asked here, no question may seem to be gone."""
    (kenya.folder / "checklists").mkdir()
    (kenya.folder / "checklists" / "content.yaml").write_text("a: [\n", "utf-8")
    kenya.reread()
    with pytest.raises(MainstreamError, match="national content"):
        kenya.upgrade()


@pytest.mark.usefixtures("in_this_process")
def test_templates_name_the_own_and_the_check_says_what_is_wrong(kenya):
    """The shipped template works; a file of the ministry that is no Word file is named, with an error."""
    assert {use.own for use in kenya.templates()} == {None}
    own = kenya.folder / "templates" / "terms_used.docx"
    own.parent.mkdir()
    own.write_bytes(b"no Word file")
    assert {use.document: use.own for use in kenya.templates() if use.own} == {"terms_used": own}
    checked = kenya.check_template("terms_used")
    assert (checked.document, checked.template) == ("terms_used", own)
    assert [remark.severity for remark in checked.remarks] == ["error"]
    shipped = kenya.check_template("questionnaire")
    assert [remark for remark in shipped.remarks if remark.severity == "error"] == []
    with pytest.raises(MainstreamError, match="no_such"):
        kenya.check_template("no_such")


def test_a_course_is_led_without_the_command_line(tmp_path, capsys):
    """A group begins, is marked, takes a hint, is debriefed and begins again; results are by group; nothing is printed."""
    exercise = Training().exercises()[0].id
    sheet = Training().start(exercise, tmp_path / "table-1")
    assert (tmp_path / "table-1" / "EXERCISE.md").read_text(encoding="utf-8").strip() == sheet.strip()
    group = Training(tmp_path / "table-1")
    assert group.mark().points < group.mark().most
    assert "Hint 1" in group.hint()
    assert (group.mark().hints, group.mark().debriefed) == (1, False)
    shown = group.debrief()
    assert (shown.lesson.id, shown.noted, group.mark().debriefed) == (exercise, True, True)
    (row,) = Training().results(tmp_path).rows
    assert (row["group"], row["exercise"], row["debriefed"]) == ("table-1", exercise, True)
    assert Training().results(tmp_path).as_csv().splitlines()[1].startswith(f"table-1,{exercise},")
    assert group.reset().is_dir()
    assert group.mark().hints == 0
    assert capsys.readouterr() == ("", "")


def test_the_documents_of_a_course_come_from_here(tmp_path, run):
    """What a page gets from ``as_data`` is what ``train`` prints as JSON."""
    lessons = Training().exercises()
    Training().start(lessons[0].id, tmp_path / "g")
    group = Training(tmp_path / "g")
    said = {
        "list": {"exercises": [each.as_data() for each in lessons]},
        "debrief": group.debrief().as_data(),  # which the marks then say
        "check": group.mark().as_data(),
    }
    for verb, data in said.items():
        where = () if verb == "list" else ("-p", group.folder)
        printed = run("train", verb, "--format", "json", *where).json
        assert printed == {"schema": 1, "language": "en", **json.loads(json.dumps(data))}


def test_the_pack_of_a_trainer_is_written_one_by_one(tmp_path):
    """The first document of the pack is on disk when it is yielded, and no other."""
    kind, path, edited = next(iter(Training().pack(tmp_path / "pack")))
    assert (path.stem, edited) == (kind.name, None)
    assert [each.name for each in (tmp_path / "pack").glob("*.docx")] == [path.name]


@pytest.mark.parametrize(
    "call",
    [
        lambda place: Training(place).mark(),
        lambda place: Training(place).hint(99),
        lambda place: Training().start("nothing", place / "new"),
        lambda place: Training().start(5, place / "new"),
        lambda place: Training().results(place / "nowhere"),
        lambda place: Training().debrief(b"x"),
    ],
)
def test_what_stops_a_course_is_said(call, tmp_path):
    """No group, no exercise, no folder or a wrong type: a sentence with what to do, and nothing is made."""
    with pytest.raises(MainstreamError) as stop:
        call(tmp_path)
    assert stop.value.message
    assert stop.value.action
    assert list(tmp_path.iterdir()) == []


def test_a_shipped_template_is_copied_once(kenya, tmp_path):
    """The copy is in use from then on, and a second one writes over nothing and names the argument for another place."""
    place = kenya.copy_template("cabinet_note")
    assert {use.document: use.own for use in kenya.templates()}["cabinet_note"] == place
    place.write_bytes(b"ours")
    with pytest.raises(MainstreamError) as stop:
        kenya.copy_template("cabinet_note")
    assert (place.read_bytes(), "another file with to," in stop.value.action) == (b"ours", True)
    assert kenya.copy_template("cabinet_note", to=tmp_path / "note.docx").is_file()
