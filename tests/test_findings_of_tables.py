"""What check says about views that are not settled yet."""

from mainstream_cli.yamlfile import replace_block


def test_open_views_are_notes_and_block_no_one(project, run):
    """An unsettled answer (A06) and an entry recorded otherwise (R04) are named with their place and what to do."""
    answers, stakeholders = project / "answers/core_team.yaml", project / "registers/stakeholders.yaml"
    views = [{"table": "table_1", "value": "partly"}, {"table": "table_2", "value": "absent"}]
    entry = {
        "title": "Ministry of Labour",
        "kind": "ministry",
        "positions": [{"table": "table_2", "says": {"role": "member"}}],
    }
    for path, key, value in ((answers, "core_team_mandate", {"positions": views}), (stakeholders, "mol", entry)):
        path.write_text(replace_block(path.read_text(encoding="utf-8"), key, value), encoding="utf-8")
    result = run("check", "--format", "json")
    found = {each["code"]: each for each in result.json["findings"] if each["code"] in ("A06", "R04")}
    assert (found["A06"]["severity"], found["R04"]["severity"], result.code) == ("note", "note", 0)
    assert found["A06"]["where"]["id"] == "core_team_mandate"
    assert found["R04"]["where"]["file"] == "registers/stakeholders.yaml"
    assert run("set", "core_team_mandate", "partly").code == 0
    assert run("set", "stakeholders/mol", "positions=").code == 0
    codes = {each["code"] for each in run("check", "--format", "json").json["findings"]}
    assert not codes & {"A06", "R04"}
    assert all("positions" in run("explain", code).out for code in ("A06", "R04"))
