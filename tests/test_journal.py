"""Waivers, decisions and ratings: what they may do, what they never do, and what check says about them."""

import re

import pytest

from mainstream_cli import yamlfile

TODAY = "2026-06-07"
CHOICE = "regional_free_movement"
BY = ("--by", "planning_office")
WAIVE = ("--reason", "The archive is being moved", *BY, "--until", "2026-12-31", "--today", TODAY)


@pytest.fixture
def begun(run, project):
    """A project in which one answer lacks its document, and the conditions of goal setting are not secured."""
    run("set", "stakeholders/planning_office", "title=Planning Office", "kind=planning_authority")
    run("set", "political_backing", "in_place", "--today", TODAY)
    run("set", "rights_review", "absent", "--today", TODAY)
    return project


@pytest.fixture
def checked(run):
    """Check on a day and return what JSON says."""

    def call(*arguments, today=TODAY):
        result = run("check", *arguments, "--format", "json", "--today", today)
        return result.code, result.json

    return call


def entries(project):
    return [yamlfile.read(path).data for path in sorted((project / "journal").glob("*.yaml"))]


def coded(document, code):
    return [each for each in document["findings"] if each["code"] == code]


def condition(document, code):
    return next(each for each in document["conditions"] if each["code"] == code)


def sign_regional(run, catalogue, day):
    regional = next(stage for stage in catalogue.stages if stage.id == "regional")
    for question in regional.questions:
        if question.core:
            run("set", question.id, "unknown", "--today", day)
    return run("sign", "regional", "--by", "Minister", "--reference", "Letter 7", "--today", day)


def test_a_waiver_stands_beside_its_finding(run, begun, checked):
    """The finding stays as it is, in JSON and in text, with who accepted it, why and until when."""
    _, before = checked()
    assert run("waive", "A03", "--where", "political_backing", *WAIVE).code == 0
    _, after = checked()
    (finding,) = coded(after, "A03")
    assert finding == coded(before, "A03")[0] | {"waiver": finding["waiver"]}
    assert finding["waiver"] | {"id": ""} == {
        "id": "", "by": "planning_office", "date": TODAY, "until": "2026-12-31", "where": "political_backing",
        "reason": "The archive is being moved",
    }  # fmt: skip
    assert (after["counts"], after["waived"]) == (before["counts"], {"error": 1, "warning": 0, "note": 0})
    text = " ".join(run("check", "--today", TODAY).out.split())
    assert "Accepted until 2026-12-31 by planning_office: The archive is being moved" in text


def test_a_waiver_never_changes_a_status(run, begun, checked):
    """A condition that is waived counts and reads as it did before."""
    _, before = checked("goal_setting")
    assert run("waive", "C07", *WAIVE).code == 0
    _, after = checked("goal_setting")
    for old, new in zip(before["conditions"], after["conditions"], strict=True):
        assert new | {"waiver": None} == old
    _, whole = checked()
    assert condition(whole, "C07")["waiver"]["by"] == "planning_office"
    counts = run("status", "--format", "json", "--today", TODAY).json["conditions"]
    assert counts["met"] == sum(each["status"] == "met" for each in whole["conditions"])


def test_a_waived_error_opens_the_gate_and_is_said_at_the_signature(run, project, checked):
    """An error that somebody has taken on does not make check exit with 1, nor keep a stage from being signed."""
    run("set", "plan_goals/health", "title=Health staff in every district")
    assert checked("added_value")[0] == 1
    codes = {each["code"] for each in checked("added_value")[1]["findings"] if each["severity"] == "error"}
    for code in codes:
        run("check", "added_value")
        assert run("waive", code, *WAIVE).code in (0, 1)
    code, document = checked("added_value")
    assert (code, document["counts"]["error"], document["waived"]["error"]) == (0, *[len(_errors(document))] * 2)
    result = run("sign", "added_value", "--by", "Minister", "--reference", "Letter 1", "--today", TODAY)
    assert result.code == 0
    assert f"Accepted for now under a waiver: {len(_errors(document))} error" in result.out
    assert "the first until 2026-12-31" in result.out


def _errors(document):
    return [each for each in document["findings"] if each["severity"] == "error"]


REFUSED = {
    "a fault of form": (["waive", "F08", *WAIVE], 1, "Correct the file"),
    "an unknown code": (["waive", "A99", *WAIVE], 2, "There is no code 'A99'"),
    "a condition on rights": (["waive", "C10", *WAIVE], 1, "mainstream decide TEXT --by ACTOR --code C10 --due DATE"),
    "a condition on gender and children": (["waive", "C11", *WAIVE], 1, "never set aside"),
    "no reason": (["waive", "A03", *WAIVE, "--reason", "  "], 2, "--reason must not be empty"),
    "no actor": (["waive", "A03", *WAIVE, "--by", ""], 2, "--by must not be empty"),
    "an end that is past": (["waive", "A03", *WAIVE, "--until", "2026-06-06"], 2, "2026-06-06 is past"),
    "an end far off": (["waive", "A03", *WAIVE, "--until", "2028-06-08"], 1, "over two years"),
    "an end that is no day": (["waive", "A03", *WAIVE, "--until", "2026-02-30"], 2, "'2026-02-30' is not a date"),
    "nothing to cover": (["waive", "E01", *WAIVE], 1, "no finding E01"),
    "nothing at this place": (["waive", "A03", "--where", "early_involvement", *WAIVE], 1, "political_backing"),
    "a condition at one place": (["waive", "C07", "--where", "plan_goals", *WAIVE], 1, "as a whole"),
    "an empty decision": (["decide", " ", *BY], 2, "TEXT must not be empty"),
    "a decision on no stage": (["decide", "Go on", *BY, "--stage", "scopng"], 2, "scoping"),
    "a decision on no condition": (["decide", "Go on", *BY, "--code", "C49"], 2, "There is no condition 'C49'"),
    "a remedy without a date": (["decide", "Go on", *BY, "--code", "C10"], 2, "--due DATE"),
    "a remedy that is past": (["decide", "x", *BY, "--code", "C10", "--due", "2026-06-01", "--today", TODAY], 2, "past"),
    "a rating by nobody": (["check", "--record"], 2, "--by"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_stand_is_refused_and_leaves_nothing(run, begun, name):
    """A refusal says what is wrong and what to do, and the journal stays empty."""
    arguments, code, said = REFUSED[name]
    result = run(*arguments)
    assert result.code == code
    assert said in " ".join(result.err.split())
    assert not (begun / "journal").exists() or not list((begun / "journal").iterdir())


def test_a_waiver_may_last_two_years(run, begun):
    """The last day of two years is one on which a waiver may end."""
    assert run("waive", "A03", *WAIVE, "--until", "2028-06-07").code == 0


def test_today_is_still_to_come(run, begun):
    """A waiver may end, and a remedy be due, on the day on which it is recorded."""
    assert run("waive", "A03", *WAIVE, "--until", TODAY).code == 0
    assert run("decide", "Read them", *BY, "--code", "C10", "--due", TODAY, "--today", TODAY).code == 0


def test_nothing_is_recorded_beside_a_broken_file(run, begun):
    """While a file cannot be read, no entry is written: what it holds could change what is recorded."""
    (begun / "registers/sources.yaml").write_text("a:\n\tb: 1\n")
    for arguments in (["waive", "A03", *WAIVE], ["decide", "Go on", *BY], ["check", "--record", *BY]):
        assert run(*arguments).code == 1
        assert not list((begun / "journal").glob("*"))


def test_an_expired_waiver_covers_nothing(run, begun, checked):
    """From the day after its end the finding counts again, and check says that the waiver has run out."""
    run("waive", "A03", *WAIVE)
    _, last_day = checked(today="2026-12-31")
    assert coded(last_day, "A03")[0]["waiver"] is not None
    assert not coded(last_day, "G03")
    _, after = checked(today="2027-01-01")
    assert coded(after, "A03")[0]["waiver"] is None
    (finding,) = coded(after, "G03")
    assert finding["where"]["file"].startswith(f"journal/{TODAY}-waiver-A03-")
    assert finding["where"]["line"] > 1
    run("waive", "A03", *WAIVE, "--until", "2027-06-01", "--today", "2027-01-01")
    assert not coded(checked(today="2027-01-01")[1], "G03")


def test_a_waiver_without_use_is_a_note(run, begun, checked):
    """Once the finding is gone the waiver is named, and nothing else."""
    run("waive", "A03", *WAIVE)
    assert not coded(checked()[1], "G04")
    run("set", "political_backing", "absent", "--today", TODAY)
    assert [each["severity"] for each in coded(checked()[1], "G04")] == ["note"]
    assert not coded(checked(today="2027-01-01")[1], "G03")


@pytest.mark.parametrize("change", [{"code": "C10"}, {"code": "F08"}, {"until": '"2030-01-01"'}])
def test_a_waiver_written_by_hand_covers_no_more(run, begun, checked, change):
    """A file that says what the command would refuse covers nothing and is named."""
    fields = {
        "kind": "waiver",
        "code": "A03",
        "reason": "r",
        "by": "x",
        "date": '"2026-06-01"',
        "until": '"2026-12-31"',
    }
    text = "".join(f"{name}: {value}\n" for name, value in (fields | change).items())
    (begun / "journal").mkdir(exist_ok=True)
    (begun / "journal/own.yaml").write_text(text)
    _, document = checked()
    assert [each["where"]["file"] for each in coded(document, "G05")] == ["journal/own.yaml"]
    assert all(each["waiver"] is None for each in (*document["findings"], *document["conditions"]))


def test_a_remedy_is_followed_up_and_changes_no_status(run, begun, checked):
    """A dated remedy of what cannot be waived makes it a warning at its gate until that day; the status stays."""
    before = checked("goal_setting")
    decided = run("decide", "Read all objectives with the ombudsman", *BY, "--code", "c10", "--due", "2026-09-30",
                  "--today", TODAY)  # fmt: skip
    assert decided.code == 0
    _, document = checked("goal_setting")
    remedy = condition(document, "C10").pop("remedy")
    assert (remedy["text"], remedy["due"]) == ("Read all objectives with the ombudsman", "2026-09-30")
    assert condition(document, "C10")["status"] == condition(before[1], "C10")["status"] == "not_met"
    assert [each["severity"] for each in coded(before[1], "C10")] == ["error"]
    assert [each["severity"] for each in coded(document, "C10")] == ["warning"]
    assert not coded(document, "G06")
    assert "due 2026-09-30" in " ".join(run("check", "--today", TODAY).out.split())
    later = checked("goal_setting", today="2026-10-01")[1]
    assert [each["severity"] for code in ("G06", "C10") for each in coded(later, code)] == ["warning", "error"]


def test_decisions_are_told_in_status(run, begun):
    """Status counts the decisions and gives the last one; entries of one day keep their order."""
    for number in range(1, 5):
        assert run("decide", f"Decision {number}", *BY, "--stage", "scoping", "--today", TODAY).code == 0
    assert [each.get("sequence", 1) for each in sorted(entries(begun), key=lambda each: each["text"])] == [1, 2, 3, 4]
    kept = run("status", "--format", "json").json["journal"]
    assert (kept["decisions"], kept["last_decision"]) == (4, "Decision 4")
    assert "Decisions taken: 4, the last: Decision 4" in run().out


def test_entries_are_named_by_day_kind_and_subject(run, begun):
    """One file for each entry, with a name that two branches do not both choose."""
    run("decide", "Go on", *BY, "--today", TODAY)
    run("waive", "A03", *WAIVE)
    run("check", "--record", *BY, "--today", TODAY)
    names = [path.name for path in sorted((begun / "journal").iterdir())]
    patterns = ["decision-process", "rating-conditions", "waiver-A03"]
    assert all(
        re.fullmatch(rf"{TODAY}-{pattern}-[0-9a-f]{{6}}\.yaml", name)
        for name, pattern in zip(names, patterns, strict=True)
    )
    assert not [each for each in run("check", "--format", "json").json["findings"] if each["code"].startswith("F")]


def test_every_signature_keeps_a_rating(run, project, catalogue):
    """Signing a stage records how every condition stood on that day."""
    assert sign_regional(run, catalogue, "2026-05-02").code == 0
    (entry,) = entries(project)
    assert list(entry["ratings"]) == [each.code for each in catalogue.conditions]
    assert entry["ratings"]["C01"] == "not_assessed"


def test_a_rating_is_kept_and_its_history_is_shown(run, project, checked):
    """Check and explain show how a condition was rated over time, next to how it stands now."""
    run("set", "political_backing", "absent", "--today", "2026-01-10")
    run("set", "core_team_mandate", "absent", "--today", "2026-01-10")
    assert run("check", "--record", *BY, "--today", "2026-01-10").code in (0, 1)
    run("set", "political_backing", "partly", "--today", "2026-03-10")
    recorded = run("check", "--record", *BY, "--format", "json", "--today", "2026-03-10")
    assert condition(recorded.json, "C01")["history"] == [
        {"date": "2026-01-10", "status": "not_met"},
        {"date": "2026-03-10", "status": "claimed"},
    ]
    words = "2026-01-10 not secured -> 2026-03-10 said to be in place, evidence missing"
    assert words in " ".join(run("check", "--today", "2026-03-10").out.split())
    page = " ".join(run("explain", "C01").out.split())
    assert all(each in page for each in (words, "Said", "Missing", "Who can act"))
    assert run("status", "--format", "json").json["journal"]["rated"] == "2026-03-10"


def test_a_rating_tells_nobody_what_is_private(run, project, checked):
    """What only a private answer says is rated in private/, which git ignores; the team sees it, documents do not."""
    run("set", "sources/letter", "title=Letter of the minister", "kind=letter", "date=2026-03-01")
    run("set", "political_backing", "in_place", "--source", "letter", "--today", TODAY)  # a sensitive question
    run("set", "core_team_mandate", "in_place", "--today", TODAY)
    run("check", "--record", *BY, "--today", TODAY)
    assert entries(project)[0]["ratings"]["C01"] == "claimed"
    (hidden,) = (project / "private/journal").iterdir()
    assert yamlfile.read(hidden).data == {"ratings": {"C01": "met"}}
    assert condition(checked()[1], "C01")["history"] == [{"date": TODAY, "status": "met"}]
    assert "private/" in (project / ".gitignore").read_text()
    assert not [each for each in checked()[1]["findings"] if each["code"].startswith("F")]


def test_a_rating_that_is_overdue_is_a_note(run, project, checked):
    """A fresh project is not nagged; a year after the last rating it is asked for a new one."""
    assert not coded(checked(today="2026-01-10")[1], "G07")
    run("check", "--record", *BY, "--today", "2026-01-10")
    assert not coded(checked(today="2027-01-10")[1], "G07")
    assert [each["severity"] for each in coded(checked(today="2027-01-12")[1], "G07")] == ["note"]


def test_a_condition_before_its_time_is_to_be_secured(run, begun):
    """Before it is needed an open condition is no failure, and not assessed is never called secured."""
    now = run("check", "goal_setting", "--today", TODAY).out.splitlines()
    assert any(line.startswith("C10 ✗ not secured") for line in now)
    before = run("check", "--today", TODAY).out.splitlines()
    assert any(line.startswith("C10 · to be secured  ") for line in before)
    assert any(line.startswith("C19 · to be secured (not assessed)") for line in before)


def test_only_what_answers_say_makes_a_signature_stale(run, project, catalogue):
    """Comments, layout and the order of a file are not what was signed; a changed answer is, and everybody is told."""
    sign_regional(run, catalogue, "2026-05-02")
    path = project / "answers/regional.yaml"
    page = yamlfile.read(path)
    blocks = [
        f"{key}:\n  value: {value['value']}\n  date: '{value['date']}'\n" for key, value in page.data.items() if value
    ]
    path.write_text("# in another order\n\n" + "\n# and with comments\n".join(reversed(blocks)))
    assert "STALE" not in run("status").out
    run("set", CHOICE, "absent", "--today", "2026-05-02")
    for arguments in (["status"], ["check"], ["check", "regional"], []):
        assert "hanged since" in " ".join(run(*arguments).out.split()) or "has changed" in run(*arguments).out


def test_the_later_signature_of_a_day_counts(run, project, catalogue, monkeypatch):
    """Signed, changed and signed again on one day: the stage is signed, whatever the random part of the names."""
    chance = iter(each for each in ("777777", "999999", "111111") for _ in ("edition", "entry"))
    monkeypatch.setattr("mainstream_cli.store.journal.secrets.token_hex", lambda _: next(chance))
    for number in range(3):
        run("set", CHOICE, ("partly", "absent", "unknown")[number], "--today", "2026-05-02")
        assert sign_regional(run, catalogue, "2026-05-02").code == 0
        stages = {each["id"]: each for each in run("status", "--format", "json").json["stages"]}
        assert stages["regional"]["signed"]["stale"] is False


def test_a_final_report_is_refused_while_errors_stand(run, begun):
    """All errors are listed, of the project and of the gate of the document, and nothing is written."""
    result = run("report", "scoping_proposal", "--final", "--today", TODAY)
    assert result.code == 1
    errors = [each for stage in ("added_value", "scoping")
              for each in run("check", stage, "--format", "json", "--today", TODAY).json["findings"]
              if each["severity"] == "error"]  # fmt: skip
    assert len(errors) > 5
    said = " ".join(result.err.split())
    assert not [each["message"] for each in errors if " ".join(each["message"].split()) not in said]
    assert not list((begun / "reports").glob("*.docx"))


def test_a_final_report_holds_no_draft(run, project, catalogue, checked):
    """Once nothing stands in the way, what is ready is written without the mark of a draft, and the rest is named."""
    assert run("decide", "Health and skills come first", *BY, "--today", TODAY).code == 0
    result = run("report", "--final", "--today", TODAY)
    assert (result.code, "Left out scoping_proposal: the gate of scoping is not ready" in result.err) == (0, True)
    written = {path.stem for path in (project / "reports").glob("*.docx")}
    assert written == {"record_of_decisions", "terms_used", "questionnaire"}
    assert "draft" not in result.out
    sign_regional(run, catalogue, "2026-05-02")
    run("set", CHOICE, "absent", "--today", TODAY)
    changed = run("report", "record_of_decisions", "--final", "--today", TODAY)
    assert changed.code == 1


def test_reviews_show_a_waived_finding_as_accepted(run, begun):
    """In a code review tool it is suppressed with its reason; in a pull request it is a notice, no error."""
    run("waive", "C07", *WAIVE)
    log = run("check", "--format", "sarif", "--today", TODAY).json
    (result,) = [each for each in log["runs"][0]["results"] if each["ruleId"] == "C07"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert "The archive is being moved" in suppression["justification"]
    lines = run("check", "--format", "github", "--today", TODAY).out.splitlines()
    (line,) = [each for each in lines if "title=mainstream C07" in each]
    assert line.startswith("::notice ")
    assert "Accepted until 2026-12-31" in line


def test_institutions_confirm_a_shared_vision(run, project, checked):
    """A decision keeps who confirmed it, each once; two institutions on record show the shared vision."""
    for id_, title in (("mof", "Ministry of Finance"), ("mol", "Ministry of Labour")):
        run("set", f"stakeholders/{id_}", f"title={title}", "kind=ministry")
    decide = ("decide", "Migration serves the aims of the plan", *BY, "--stage", "awareness", "--today", TODAY)
    run("set", "shared_vision", "in_place", "--today", TODAY)
    assert run(*decide, "--confirmed-by", "mof", "--confirmed-by", "mof").code == 0
    assert condition(checked()[1], "C05")["status"] == "partly_met"
    assert run(*decide, "--confirmed-by", "mof", "--confirmed-by", "mol").code == 0
    assert condition(checked()[1], "C05")["status"] == "met"
    assert sorted(each["confirmed_by"] for each in entries(project)) == [["mof"], ["mof", "mol"]]


def test_who_confirms_is_a_role(run, project):
    """Nobody empty confirms, and what looks like the name of a person is warned of."""
    decide = ("decide", "One statement of aims", *BY, "--stage", "awareness", "--today", TODAY, "--confirmed-by")
    refused = run(*decide, " ")
    assert (refused.code, entries(project)) == (2, [])
    assert "--confirmed-by must not be empty" in refused.err
    assert "--confirmed-by" in run(*decide, "Mr Ion Popescu").err


def test_that_there_is_nothing_to_record_is_decided_for_a_stage(run, project, checked):
    """A stage without an objective has a way to go: the decision that there is none, with its stage and without a day."""
    none = ("decide", "The plan serves them all", *BY, "--today", TODAY, "--code", "g10")
    assert coded(checked("goal_setting")[1], "G10") != []
    assert run(*none, "--stage", "goal_setting").code == 0
    assert [(each["code"], each["stage"]) for each in entries(project)] == [("G10", "goal_setting")]
    assert coded(checked("goal_setting")[1], "G10") == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "G10 needs a stage"),
        (("--stage", "awareness"), "its gate needs no entry"),
        (("--stage", "goal_setting", "--due", "2026-12-31"), "G10 takes no day"),
        (("--stage", "goals"), "There is no stage 'goals'"),
    ],
)
def test_a_decision_on_nothing_that_cannot_stand_is_refused(run, project, more, said):
    """What decides on no stage, on one that needs nothing, or until a day, leaves nothing behind."""
    result = run("decide", "Nothing", *BY, "--today", TODAY, "--code", "G10", *more)
    assert said in result.err
    assert (result.code > 0, entries(project)) == (True, [])


def test_candidates_that_were_all_left_out_are_no_objective(run, project, checked):
    """A team that looked at candidates and kept none can say so; with one that is kept there is nothing to say."""
    none = ("decide", "None serves the plan", *BY, "--today", TODAY, "--code", "G10", "--stage", "goal_setting")
    run("set", "objectives/bind_nurses", "title=Nurses stay", "left_out_because=It would bind people", "--today", TODAY)
    assert coded(checked("goal_setting")[1], "G10") != []
    assert run(*none).code == 0
    assert coded(checked("goal_setting")[1], "G10") == []
    run("set", "objectives/skills", "title=Skills count", "--today", TODAY)
    assert "something is recorded that can be signed" in run(*none).err
