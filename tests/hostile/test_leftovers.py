"""A copy is no new fact: what copying, syncing, merging and editing leave in a project never counts."""

import shutil
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream_cli.model.leftover import leftover
from mainstream_cli.store import load
from mainstream_cli.store.journal import save_to_journal
from mainstream_cli.workspace.catalogue import project_catalogue

KNOWN = ("core_team.yaml", "scoping.yaml")
COPIES = """core_team (1).yaml|core_team(2).yaml|core_team (1) (1).yaml|core_team 2.yaml|core_team copy.yaml
core_team copy 3.yaml|Copy of core_team.yaml|Copy (2) of core_team.yaml|core_team - Copy.yaml|core_team – Copie.yaml
Kopie von core_team.yaml|core_team - Kopie (2).yaml|Copie de core_team.yaml|core_team - copia.yaml
Copia de core_team.yaml|core_team - نسخة.yaml|نسخة من core_team.yaml|core_team_old.yaml|core_team-v2.yaml
core_team (Ana's conflicted copy 2026-06-07).yaml|core_team (In Konflikt stehende Kopie von A 2026-06-07).yaml
core_team (Copie en conflit de A 2026-06-07).yaml|core_team (Copia en conflicto de A 2026-06-07).yaml
core_team_conflict-20260607-101112.yaml|core_team-DESKTOP-9AB12CD.yaml|core_team-Ana's MacBook Pro.yaml
core_team.sync-conflict-20260607-101112-ABCDEFG.yaml|core_team_BACKUP_4711.yaml|core_team_REMOTE_4711.yaml"""
OTHERS = {
    "lock": ("~$re_team.yaml", ".~lock.core_team.yaml#", ".#core_team.yaml"),
    "swap": (".core_team.yaml.swp", ".core_team.yaml.swo", "#core_team.yaml#"),
    "backup": ("core_team.yaml~", "core_team.yaml.orig", "core_team.yaml.bak", "core_team (1).yaml~"),
    "rejected": ("core_team.yaml.rej",),
}
FREE = ["kenya.yaml", "kenya-health.yaml", "kenya_2.yaml", "copy.yaml", "conflict.yaml", "old.yaml", "2026.yaml"]
ENTRY = "2026-06-07-decision-c04-abc123"
DECISION = "kind: decision\ntext: Two officers move to the unit.\nby: cabinet\ndate: '2026-06-07'\n"


@pytest.mark.parametrize("name", COPIES.replace("\n", "|").split("|"))
def test_a_copy_is_known_by_its_name(name):
    """Every name that a system, a cloud or git gives a copy leads back to the file it was made from."""
    found = leftover(name, ["core_team.yaml", name], KNOWN)
    assert found is not None
    assert (found.kind, found.main) == ("copy", "core_team.yaml")


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in OTHERS.items() for name in names])
def test_what_programs_leave_is_known_by_its_name(kind, name):
    """Locks, recovery files, backups and refused patches are told apart, and lead back to their file."""
    found = leftover(name, ["core_team.yaml", name], KNOWN)
    assert found is not None
    assert (found.kind, found.main) == (kind, "core_team.yaml")


def test_the_lock_of_word_leads_to_its_document():
    """Word leaves out the first two letters of a long name; the document beside it is still found."""
    found = leftover("~$oping_proposal.docx", ["~$oping_proposal.docx", "scoping_proposal.docx"])
    assert found is not None
    assert (found.kind, found.main) == ("lock", "scoping_proposal.docx")


@pytest.mark.parametrize("name", [*FREE, "core_team.yaml", f"{ENTRY}.yaml", "2026-06-07-decision-facade-abc123.yaml"])
def test_a_file_of_its_own_is_no_copy(name):
    """People name national content as they like; only a word for a copy beside the original makes one."""
    assert leftover(name, [*FREE, "2026-06-07-decision-facade.yaml"]) is None


@given(st.dates(), st.sampled_from(["sign_off", "waiver", "decision", "rating"]), st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True), st.integers(0, 0xFFFFFF), st.sampled_from([" ", "-", ".", "(", " ("]), st.text("abcXYZ019 ()-.", max_size=20))  # fmt: skip
def test_the_name_of_an_entry_is_no_copy_and_more_after_it_is(day, kind, about, number, mark, rest):
    """Every name that the tool gives an entry stands for itself, and with anything after its end for a copy."""
    name = f"{day.isoformat()}-{kind}-{about}-{number:06x}"
    assert leftover(f"{name}.yaml", [f"{name}.yaml"]) is None
    copy = f"{name}{mark}{rest}x.yaml"
    found = leftover(copy, [f"{name}.yaml", copy])
    assert found is not None
    assert (found.kind, found.main) == ("copy", f"{name}.yaml")


@pytest.mark.parametrize(
    "around", ["{}_conflict-20260607-101112", "{}-20260607-101112", "{}_1", "{}2", "副本{}", "x{}"]
)
def test_whatever_is_put_around_the_name_of_an_entry_beside_it_makes_a_copy(around):
    """A copy of an entry is none of its own, also where a time of day looks like the end that the tool gives."""
    name = f"{around.format(ENTRY)}.yaml"
    found = leftover(name, {f"{ENTRY}.yaml", name})
    assert found is not None
    assert (found.kind, found.main) == ("copy", f"{ENTRY}.yaml")


@pytest.fixture
def found(run):
    """Return what check says about files that nothing reads: file -> severity and message with what to do."""

    def look():
        findings = run("check", "--format", "json").json["findings"]
        assert {each["code"] for each in findings if each["code"].startswith("F")} <= {"F13"}
        leftovers = [each for each in findings if each["code"] == "F13"]
        assert len({each["where"]["file"] for each in leftovers}) == len(leftovers)
        return {each["where"]["file"]: (each["severity"], each["message"] + " " + each["action"]) for each in leftovers}

    return look


PLACES = {
    "answers": "core_team.yaml",
    "answers/sectors": "health.yaml",
    "registers": "sources.yaml",
    "registers/actions": "health.yaml",
    "journal": f"{ENTRY}.yaml",
    "checklists": "kenya.yaml",
    "templates": "scoping_proposal.docx",
    "private/answers": "core_team.yaml",
    "private/registers": "stakeholders.yaml",
    "private/journal": f"{ENTRY}.yaml",
}
LEFT = ("{stem} (1){end}", "{stem}-DESKTOP-9AB{end}", "{stem}.sync-conflict-20260607-101112-ABCDEFG{end}",
        "Copy of {stem}{end}", "{stem} 2{end}", ".~lock.{stem}{end}#", "{stem}{end}~", "{stem}{end}.rej",
        ".{stem}{end}.swp")  # fmt: skip


@pytest.mark.parametrize("folder", PLACES)
def test_a_leftover_is_named_wherever_it_lies(project, catalogue, put, found, folder):
    """In each folder each leftover is one finding that names the main file; the project stays what it was."""
    if folder == "private/journal":
        put(f"journal/{ENTRY}.yaml", DECISION)
    path = project / folder / PLACES[folder]
    if not path.exists():
        put(f"{folder}/{PLACES[folder]}", DECISION if folder == "journal" else "")
    before = load(project, project_catalogue(project)[0]).project
    names = [each.format(stem=path.stem, end=path.suffix) for each in LEFT]
    for name in names:
        put(f"{folder}/{name}", "kind: sign_off\nstage: nowhere\n")
    said = found()
    assert set(said) == {f"{folder}/{name}" for name in names}
    assert all(f"{folder}/{PLACES[folder]}" in words for _, words in said.values())
    assert load(project, project_catalogue(project)[0]).project == before


def test_a_copy_that_differs_is_said_to_differ(project, put, found):
    """A copy with the same values may be deleted at once; one with others is an error that asks to compare."""
    same = (project / "answers/core_team.yaml").read_text(encoding="utf-8")
    put("answers/core_team (1).yaml", same)
    put("answers/core_team (2).yaml", same.replace("# 2.1.1", "# number 2.1.1"))
    put("answers/core_team (3).yaml", same.replace("core_team_lead:", "core_team_lead: Planning"))
    put("answers/scopng (1).yaml", same)
    said = found()
    assert said["answers/core_team (1).yaml"][0] == said["answers/core_team (2).yaml"][0] == "warning"
    assert "says the same" in said["answers/core_team (2).yaml"][1]
    assert said["answers/core_team (3).yaml"][0] == "error"
    assert "differs from it. Compare the two" in said["answers/core_team (3).yaml"][1]
    assert "which is not here. Rename it" in said["answers/scopng (1).yaml"][1]


def test_a_copied_entry_is_no_second_decision(project, run, catalogue):
    """A decision under another name counts once: in status, in the order of the day and in the Word record."""
    for text in ("Two officers move to the unit.", "The unit reports to the minister."):
        assert run("decide", text, "--by", "cabinet", "--today", "2026-06-07").code == 0
    entries = sorted((project / "journal").glob("*.yaml"))
    for entry in entries:
        for name in (
            f"{entry.stem} (1)",
            f"{entry.stem}-DESKTOP-9AB",
            f"Copy of {entry.stem}",
            entry.stem[:-6] + "fffff0",
        ):
            shutil.copy(entry, entry.with_name(f"{name}.yaml")) if entry is entries[0] or "fffff" not in name else None
    journal = load(project, catalogue).project.journal
    assert sorted(each.text[:8] for each in journal.values()) == ["The unit", "Two offi"]
    assert run("status", "--format", "json").json["journal"]["decisions"] == 2
    assert run("report", "record_of_decisions").code == 0
    with zipfile.ZipFile(next((project / "reports").glob("record_of_decisions*.docx"))) as file:
        text = file.read("word/document.xml").decode("utf-8")
    assert text.count("Two officers move to the unit.") == 1
    assert text.count("The unit reports to the minister.") == 1
    path = save_to_journal(project, "decision", "general", date(2026, 6, 7), {"text": "A third.", "by": "cabinet"})
    assert "sequence: 3" in path.read_text(encoding="utf-8")


def test_a_twin_of_an_entry_is_named(project, catalogue, put, found):
    """Two entries that say the same word for word are one, whatever their names, layout and line ends."""
    put(f"journal/{ENTRY}.yaml", DECISION)
    put("journal/2026-06-07-decision-c04-fff000.yaml", "# moved\r\n" + DECISION.replace("\n", "\r\n"))
    put("journal/2026-06-07-decision-c04-fff001.yaml", DECISION.replace("Two", "Three"))
    assert len(load(project, catalogue).project.journal) == 2
    severity, words = found()["journal/2026-06-07-decision-c04-fff000.yaml"]
    assert severity == "warning"
    assert f"journal/{ENTRY}.yaml" in words


def test_a_copied_waiver_and_rating_count_once(project, run, put, catalogue):
    """Private ratings lie over the entry and not over its copy; a copied waiver covers nothing twice."""
    put("journal/2026-06-07-waiver-C04-abc123.yaml", "kind: waiver\ncode: C04\nreason: Later.\nby: cabinet\n"
        "date: '2026-06-07'\nuntil: '2026-12-31'\n")  # fmt: skip
    rating = "kind: rating\nby: cabinet\ndate: '2026-06-07'\nedition: '2026.1'\nratings: {C01: not_met}\n"
    put("journal/2026-06-07-rating-conditions-abc123.yaml", rating)
    put("private/journal/2026-06-07-rating-conditions-abc123.yaml", "ratings: {C01: met}\n")
    one = load(project, catalogue)
    for folder in ("journal", "private/journal"):
        for path in list((project / folder).glob("*.yaml")):
            shutil.copy(path, path.with_name(f"{path.stem} 2.yaml"))
    two = load(project, catalogue)
    assert (two.project, two.public) == (one.project, one.public)
    assert len(two.public.journal) == 2


def test_a_copy_of_national_content_adds_nothing(project, put, found):
    """A second file with the same questions is left out, so nothing is said about ids that stand twice."""
    text = "wording:\n  core_team_mandate:\n    title: Order of the cabinet\n"
    put("checklists/kenya.yaml", text)
    before = project_catalogue(project)
    assert (before[0].questions["core_team_mandate"].title, before[1]) == ("Order of the cabinet", [])
    put("checklists/kenya_copy.yaml", text.replace("Order", "Letter"))
    assert project_catalogue(project) == before
    assert "checklists/kenya_copy.yaml" in found()


def test_leftovers_never_reach_gather_or_upgrade(project, run, put, tmp_path):
    """A table's copy with leftovers gives its answers once, and an upgrade writes no byte into a leftover."""
    table = tmp_path / "table_1"
    shutil.copytree(project, table)
    assert run("set", "core_team_mandate", "partly", "-p", str(table)).code == 0
    text = (table / "answers/core_team.yaml").read_text(encoding="utf-8").replace("value: partly", "value: absent")
    (table / "answers/core_team (1).yaml").write_text(text, encoding="utf-8")
    gathered = run("gather", str(table), "--format", "json")
    assert gathered.code == 0
    assert gathered.json["unread"] == [{"table": "table_1", "file": "answers/core_team (1).yaml"}]
    assert run("upgrade", "--write", "-p", str(table)).code == 0
    assert (table / "answers/core_team (1).yaml").read_text(encoding="utf-8") == text
    assert "partly" in (project / "answers/core_team.yaml").read_text(encoding="utf-8")
