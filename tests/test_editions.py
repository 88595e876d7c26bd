"""Approvals keep what was approved: editions are frozen, sealed, approved later, and compared with what stands now."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from pydantic import create_model

from mainstream_cli import yamlfile
from mainstream_cli.content import content_dir
from mainstream_cli.documents.kinds import DOCUMENTS
from mainstream_cli.errors import MainstreamError
from mainstream_cli.model.edition import Manifest, read_manifest
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.rules import Case, check
from mainstream_cli.rules.blocks import digests
from mainstream_cli.store import freezing
from mainstream_cli.workspace import Workspace
from mainstream_cli.workspace.rendering import dossiers

BY = {"by": "council", "reference": "Decision 14"}
PAPERS = [name for name, kind in DOCUMENTS.items() if kind.prints]
STAGES = list(dict.fromkeys(DOCUMENTS[name].stage for name in PAPERS))


@pytest.fixture
def sandoria(tmp_path):
    """A copy of Sandoria that may be changed."""
    shutil.copytree(content_dir("sample_projects") / "sandoria", tmp_path / "sandoria")
    return Workspace.open(tmp_path / "sandoria")


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """Sandoria with every stage that has a paper signed as it stands."""
    folder = tmp_path_factory.mktemp("signed") / "sandoria"
    shutil.copytree(content_dir("sample_projects") / "sandoria", folder)
    workspace = Workspace.open(folder)
    for stage in STAGES:
        workspace.sign(stage, read=True, **BY)
    return workspace


def standing(workspace, stage="scoping"):
    return workspace.standing(stage).code


def codes(workspace):
    return {finding.code for finding in check(workspace.case)}


def with_every(project, kind):
    """The project with one more word in every block of a kind: a register, or a sheet of answers."""
    if kind in REGISTERS:
        entries = project.entries(kind).items()
        said = {id_: each.model_copy(update={"title": f"{each.title} anew"}) for id_, each in entries}
        return replace(project, registers={**project.registers, kind: said})
    return replace(project, answers={
        id_: each.model_copy(update={"note": f"{each.note} anew"}) if id_ in kind else each
        for id_, each in project.answers.items()
    })  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
def test_what_a_signed_paper_prints_does_not_change_unseen(signed, paper):
    """Whatever register or sheet of answers a signed paper prints: where its words change, so does the standing."""
    case, kind = signed.case, DOCUMENTS[paper]
    (dossier,) = dossiers(case, [kind])
    dossier = replace(dossier, sign_off=None)  # it names who signed, whose name is no part of what was signed
    printed = kind.build(dossier).model_dump_json()
    sheets = [frozenset(each.id for each in sheet.questions) for sheet in case.catalogue.sheets.values()]
    seen = 0
    for each in (*(name for name in REGISTERS if REGISTERS[name].role != "follow_up"), *sheets):
        if kind.build(replace(dossier, project=with_every(dossier.project, each))).model_dump_json() != printed:
            public = with_every(case.public, each)
            seen += 1
            assert Case(public, public, case.catalogue, case.today).standing(kind.stage).code != "holds", each
    assert seen > 1


def test_a_year_of_follow_up_touches_no_approval(signed, tmp_path):
    """Progress, hearings, meetings, scores and notes on milestones leave every approval as it is."""
    shutil.copytree(signed.folder, tmp_path / "copy")
    project = Workspace.open(tmp_path / "copy")
    first = {name: next(iter(project.project.entries(name))) for name in REGISTERS if project.project.entries(name)}
    project.record(f"milestones/{first['milestones']}", status="done", note="Reached.")
    project.record(f"actions/{first['actions']}", status="running")
    project.record(f"stakeholders/{first['stakeholders']}", interest="high", stance="supports")
    project.record(f"objectives/{first['objectives']}", scores=None)
    project.record(f"sessions/{first['sessions']}", note="The minutes are in the archive.")
    project.decide("The calendar is kept", by="council")
    assert [standing(project, stage) for stage in STAGES] == ["holds"] * len(STAGES)


@pytest.mark.parametrize(("entry", "fields", "code", "words"), [
    ("figures/one_more", {"title": "New", "indicator": "more", "year": 2024, "value": 1, "unit": "%",
                          "source": "census_2024"}, "holds_with_additions", ""),
    ("stakeholders/council", {"title": "Council of State"}, "facts_updated", ""),
    ("plan_goals/first", {"title": "Another goal"}, "amended_since", "1 plan goal."),
    ("actions/first", {"status": "dropped"}, "amended_since", "1 action."),
    ("objectives/first", {"title": "Nurses are bound to the country for ten years"}, "amended_since", "1 objective."),
])  # fmt: skip
def test_a_standing_follows_from_the_role_of_what_changed(sandoria, entry, fields, code, words):
    """Additions to what is known and corrected facts do not unmake an approval; what was decided does, and is counted."""
    register, _, id_ = entry.partition("/")
    known = sandoria.project.entries(register)
    sandoria.sign("scoping", **BY)
    id_ = id_ if id_ == "one_more" else next(iter(known))
    sandoria.record(f"{register}/{id_}", **fields)
    assert standing(sandoria) == code
    messages = [
        finding.message for finding in check(sandoria.case) if finding.code == "G01" and "Scoping" in finding.message
    ]
    assert [words in message for message in messages] == ([True] if words else [])


def test_a_question_switched_off_changes_what_was_approved(sandoria):
    """National content that takes a signed question out of the paper changes the approval; the edition keeps the answer."""
    sandoria.sign("scoping", **BY)
    rating = next(
        each.id for each in sandoria.catalogue.sheets["scoping"].questions if each.kind == "rating" and not each.core
    )
    (sandoria.folder / "checklists").mkdir(exist_ok=True)
    (sandoria.folder / "checklists/national.yaml").write_text(f"switch_off:\n  {rating}: Asked elsewhere.\n")
    changed = Workspace.open(sandoria.folder)
    assert rating in changed.project.set_aside
    assert standing(changed) == "amended_since"


def test_an_extended_plan_and_a_new_lead_touch_no_approval(signed):
    """A later end of the plan period, its adoption and another lead are facts; another plan is a decision."""
    case = signed.case

    def standing_with(**plan):
        settings = case.public.settings
        settings = settings.model_copy(update={"lead": "council", "plan": settings.plan.model_copy(update=plan)})
        public = replace(case.public, settings=settings)
        return Case(public, public, case.catalogue, case.today).standing("scoping").code

    assert standing_with(end=2037, status="adopted") == "facts_updated"
    assert standing_with(name="Another plan") == "amended_since"


def test_an_edition_that_was_sent_is_approved_whatever_was_edited_since(sandoria):
    """The approval covers the words that were sent; the text of today stands beside it as amended."""
    sent = sandoria.submit("scoping_proposal")
    id_ = next(iter(sandoria.project.entries("objectives")))
    title = sandoria.project.entries("objectives")[id_].title
    sandoria.record(f"objectives/{id_}", title="Another objective")
    signed = sandoria.sign("scoping", edition=sent.edition, **BY)
    assert (signed.edition, standing(sandoria)) == (sent.edition, "amended_since")
    edition = sandoria.edition(sent.edition)
    assert (edition.kind, edition.values.entries("objectives")[id_].title) == ("approved", title)
    sandoria.record(f"objectives/{id_}", title=title)
    assert standing(sandoria) == "holds"


def test_one_approval_signs_the_stages_of_its_paper(tmp_path, run):
    """The scoping proposal carries the preparatory stages that were not signed yet; one entry signs them all."""
    shutil.copytree(content_dir("sample_projects") / "sandoria", tmp_path / "s")
    for stage in ("awareness", "scoping"):
        next((tmp_path / "s/journal").glob(f"*sign_off-{stage}*")).unlink()
    place = ("--project", str(tmp_path / "s"))
    sent = run("report", "scoping_proposal", "--submit", "--out", str(tmp_path / "out"), *place)
    assert (sent.code, "Its approval signs: Awareness, Scoping and proposal" in sent.out) == (0, True)
    (edition,) = Workspace.open(tmp_path / "s").editions()
    done = run("sign", "scoping", "--edition", edition, "--by", "council", "--reference", "Decision 1", *place)
    assert (done.code, (tmp_path / "out/scoping_proposal.docx").is_file()) == (0, True)
    signed = Workspace.open(tmp_path / "s")
    assert [standing(signed, stage) for stage in ("awareness", "scoping")] == ["holds", "holds"]
    assert signed.case.sign_offs["awareness"] is signed.case.sign_offs["scoping"]


def test_a_decision_has_a_day_that_can_be(sandoria):
    """Refused: before the paper was sent, after today, for a stage of another paper; the day of recording is kept apart."""
    sent = sandoria.submit("scoping_proposal")
    for more in ({"date": "2026-11-15"}, {"date": "2026-11-17"}, {"date": "soon"}):
        with pytest.raises(MainstreamError):
            sandoria.sign("scoping", edition=sent.edition, **BY, **more)
    with pytest.raises(MainstreamError, match="not of the stage"):
        sandoria.sign("situation", edition=sent.edition, **BY)
    with pytest.raises(MainstreamError, match="says too little"):
        sandoria.sign("scoping", edition=sent.edition, by="council", reference="letter")
    later = Workspace.open(sandoria.folder, today=sandoria.today.replace(day=20))
    entry = yamlfile.read(later.sign("scoping", edition=sent.edition, date="2026-11-16", **BY).entry).data
    assert (entry["date"], entry["recorded"]) == ("2026-11-16", "2026-11-20")


@pytest.mark.parametrize("file", ["manifest.txt", "answers.yaml", "registers.yaml", "settings.yaml"])
def test_one_changed_byte_of_an_edition_is_found(sandoria, file):
    """A kept edition that was changed breaks its seal; other ends of lines, which git may make, do not."""
    edition = sandoria.sign("scoping", **BY).edition
    path = sandoria.folder / "journal/editions" / edition / file
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    assert (standing(Workspace.open(sandoria.folder)), "G11" in codes(sandoria)) == ("holds", False)
    path.write_bytes(text[:-2] + bytes([text[-2] ^ 1]) + text[-1:])
    damaged = Workspace.open(sandoria.folder)
    assert (standing(damaged), "G11" in codes(damaged)) == ("seal_broken", True)
    with pytest.raises(MainstreamError, match="seal"):
        damaged.edition(edition)
    shutil.rmtree(path.parent)
    assert "G11" in codes(Workspace.open(sandoria.folder))


def test_a_freeze_that_is_killed_leaves_nothing_half_written(sandoria, monkeypatch):
    """Ctrl-C within an edition leaves neither an edition nor an entry; what a dead process left is swept away."""
    before = sorted(path.name for path in (sandoria.folder / "journal").rglob("*.yaml"))

    def die(path, content):
        if path.name == "registers.yaml":
            raise KeyboardInterrupt
        path.write_bytes(content)

    with monkeypatch.context() as patch:
        patch.setattr(freezing.yamlfile, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            sandoria.sign("scoping", **BY)
    assert sorted(path.name for path in (sandoria.folder / "journal").rglob("*.yaml")) == before
    half = sandoria.folder / "journal/editions/.mainstream-0123456789abcdef.tmp"
    half.mkdir(parents=True)
    (half / "answers.yaml").write_text("half: ")
    assert not Workspace.open(sandoria.folder).findings
    sandoria.decide("Go on", by="council")
    assert not half.exists()


def test_two_branches_with_a_sign_off_each_merge(sandoria, tmp_path):
    """Editions and entries are new names only, so that git has no conflict, and both approvals stand."""

    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
                       cwd=sandoria.folder, check=True, capture_output=True)  # fmt: skip

    (sandoria.folder / ".gitignore").write_text("private/\n")
    git("init", "-q", "-b", "one")
    git("add", "-A")
    git("commit", "-qm", "start")
    git("branch", "two")
    for branch, stage in (("one", "scoping"), ("two", "situation")):
        git("checkout", "-q", branch)
        Workspace.open(sandoria.folder).sign(stage, **BY)
        git("add", "-A")
        git("commit", "-qm", stage)
    git("merge", "-q", "one")
    merged = Workspace.open(sandoria.folder)
    assert [standing(merged, stage) for stage in ("scoping", "situation")] == ["holds", "holds"]
    assert not codes(merged) & {"G11", "G12"}


@pytest.mark.parametrize("register", [name for name in REGISTERS if REGISTERS[name].role != "follow_up"])
def test_a_field_of_a_later_release_breaks_no_seal(signed, register):
    """An optional field that a release adds to a register changes no digest until somebody fills it."""
    project, catalogue = signed.public, signed.catalogue
    entries = project.entries(register)
    later = create_model("Later", __base__=REGISTERS[register].entry, later_field=(str | None, None))
    read = {id_: later.model_validate(each.model_dump(exclude_unset=True, by_alias=True), context={})
            for id_, each in entries.items()}  # fmt: skip
    changed = replace(project, registers={**project.registers, register: read})
    assert entries
    assert digests(changed, catalogue, register) == digests(project, catalogue, register)
    filled = {id_: each.model_copy(update={"later_field": "a"}) for id_, each in read.items()}
    changed = replace(project, registers={**project.registers, register: filled})
    assert digests(changed, catalogue, register) != digests(project, catalogue, register)


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_kept_reads_back_as_what_was_approved(signed, stage):
    """The values of an edition give the digests of its manifest, block by block, and the manifest reads as it was written."""
    edition = signed.edition(signed.case.sign_offs[stage].edition_id)
    kept = {kind: digests(edition.values, signed.catalogue, kind) for kind in ("settings", "answers", *REGISTERS)}
    for (role, kind, id_), digest in edition.manifest.parts.items():
        assert role == "cited" or kept[kind][id_][role] == digest, (kind, id_)
    assert read_manifest(edition.manifest.text) == edition.manifest
    assert read_manifest("v3\n") is None
    assert Manifest().seal.startswith("v2:")


def test_nothing_private_is_kept(signed):
    """Sensitive answers and fields stand in no file of an edition; its entry says how many blocks lack something."""
    entry = signed.case.sign_offs["scoping"]
    edition = signed.edition(entry.edition_id)
    sensitive = [id_ for id_, each in signed.catalogue.questions.items() if each.sensitive]
    assert not set(sensitive) & set(edition.values.answers)
    assert entry.left_out == sum(id_ in signed.project.answers for id_ in sensitive) > 0


def test_a_withdrawn_approval_does_not_count(sandoria):
    """Nothing is deleted; the stage is not signed any more, what was due stays due, and a deleted entry is found."""
    entry = sandoria.sign("scoping", **BY).entry
    withdrawal = sandoria.decide("The Council takes its decision back", by="council", withdraws=entry.stem)
    assert sandoria.standing("scoping") is None
    assert ("scoping" in sandoria.case.valid, "scoping" in sandoria.case.approved) == (False, True)
    assert entry.is_file()
    with pytest.raises(MainstreamError, match="no sign-off that counts"):
        sandoria.decide("Again", by="council", withdraws=entry.stem)
    entry.unlink()
    assert "G12" in codes(Workspace.open(sandoria.folder))
    withdrawal.unlink()
    assert "G12" not in codes(Workspace.open(sandoria.folder))


def test_an_amendment_replaces_the_approval_that_it_names(sandoria):
    """The new approval freezes the new whole; the old one stays on record as superseded."""
    old = sandoria.sign("scoping", **BY).entry.stem
    id_ = next(iter(sandoria.project.entries("plan_goals")))
    sandoria.record(f"plan_goals/{id_}", title="Another goal")
    with pytest.raises(MainstreamError, match="no approval"):
        sandoria.sign("scoping", amends="2026-07-02-sign_off-scoping-55aa66", **BY)
    new = yamlfile.read(sandoria.sign("scoping", amends=old, **BY).entry).data
    assert (new["amends"], standing(sandoria)) == (old, "holds")


def test_an_old_seal_that_matches_is_frozen_by_upgrade(sandoria):
    """Values that still match their seal are kept at once; where they do not, upgrade says that only the seal is left."""
    id_ = next(iter(sandoria.project.entries("plan_goals")))
    sandoria.record(f"plan_goals/{id_}", title="Another goal")
    plan = sandoria.upgrade(write=True)
    assert (plan.only_seals["scoping"], plan.seals["core_team"]) == ("2026-07-02", "2026-04-07")
    again = sandoria.upgrade()
    assert (again.seals, again.pending) == ({}, False)
    assert (standing(sandoria, "core_team"), standing(sandoria)) == ("holds", "amended_since")
    body = next(iter(sandoria.project.entries("bodies")))
    sandoria.record(f"bodies/{body}", chair="council")
    assert standing(sandoria, "core_team") == "facts_updated"
