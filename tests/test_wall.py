"""What goes on the wall embarrasses nobody and asks for what the room can decide."""

import io
import re

import pytest

from mainstream_cli.content.samples import sample_folder, sample_names
from mainstream_cli.output import room_screen
from mainstream_cli.output.console import console
from mainstream_cli.workspace import Workspace
from mainstream_cli.yamlfile import replace_block


def put(folder, file, key, value):
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(replace_block(text, key, value), encoding="utf-8")


def test_the_wall_shows_stages_conditions_and_at_most_five_decisions(project, run):
    """Where we are, what is secured, and not more than five decisions."""
    shown = run("check", "--room", "--format", "json").json
    assert [each["state"] for each in shown["stages"]].count("current") == 1
    assert len(shown["secured"]) + len(shown["to_secure"]) > 10
    assert 0 < len(shown["decisions"]) <= 5


def test_open_differences_come_first_and_name_no_table(project, run):
    """What tables differ on is the first thing to decide; the wall counts tables and does not name them."""
    views = [{"table": "ministry_of_labour", "value": "partly"}, {"table": "table_2", "value": "absent"}]
    put(project, "answers/core_team.yaml", "core_team_mandate", {"positions": views})
    first = run("check", "--room", "--format", "json").json["decisions"][0]
    assert (first["kind"], first["id"]) == ("difference", "core_team_mandate")
    assert first["detail"] == "partly (1); absent (1)"
    assert "ministry_of_labour" not in run("check", "--room").out


def test_nothing_sensitive_is_on_the_wall(project, run):
    """Political backing shows neither by itself nor through a condition, wherever it was written down."""
    for file in ("answers/added_value.yaml", "private/answers/added_value.yaml"):
        before = run("check", "--room", "--format", "json").out
        put(project, file, "political_backing", {"value": "absent", "note": "The minister is against it."})
        assert run("check", "--room", "--format", "json").out == before
    put(project, "private/answers/added_value.yaml", "added_value_change", {"value": "Hidden words."})
    shown = run("check", "--room", "--format", "json").out + run("check", "--room").out
    assert "C01" not in shown
    assert "Political backing" not in shown
    assert "Hidden words" not in shown


def test_the_wall_says_that_it_does_not_show_every_condition(project, run):
    """The numbers on the wall and the condition that is not for everybody add up to all conditions."""
    shown = run("check", "--room", "--format", "json").json
    assert shown["not_for_all"] == 1
    assert len(shown["secured"]) + len(shown["to_secure"]) + shown["not_for_all"] == 19
    assert "Not for the wall (1)" in run("check", "--room").out


def test_a_broken_file_is_no_matter_for_the_wall(project, run):
    """Format findings never show on the wall, and the exit code is that of a fine command."""
    (project / "answers/core_team.yaml").write_text("core_team_mandate: [\n", encoding="utf-8")
    result = run("check", "--room")
    assert result.code == 0
    assert "core_team.yaml" not in result.out + result.err
    assert "F0" not in result.out


class Terminal(io.StringIO):
    """A terminal that keeps what is drawn on it."""

    def isatty(self):
        """Tell that somebody looks."""
        return True


@pytest.fixture
def wall(monkeypatch):
    """Draw the wall of a project on a terminal; return its lines without colours."""

    def draw(folder, rows):
        drawn = Terminal()
        monkeypatch.setattr(room_screen, "console", lambda: console(drawn))
        for name, value in (("COLUMNS", "80"), ("LINES", str(rows)), ("TERM", "xterm")):
            monkeypatch.setenv(name, value)
        room_screen.print_room_screen(Workspace.open(folder).room_screen())
        return re.sub(r"\x1b\[[0-9;]*m", "", drawn.getvalue()).splitlines()

    return draw


@pytest.mark.parametrize("name", [*sample_names(), "fresh"])
def test_the_wall_fits_a_small_screen(project, wall, name):
    """Eighty columns and twenty-four lines are enough, the cursor included, for each sample and a fresh project."""
    lines = wall(project if name == "fresh" else sample_folder(name), 24)
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    assert any("This room can decide" in line for line in lines)


def test_the_wall_says_of_what_is_secured_what_was_seen(wall):
    """No title stands under Secured without what was seen, and a larger screen says more."""
    counts = []
    for rows in (20, 24, 50):
        lines = wall(sample_folder("sandoria"), rows)
        assert len(lines) < rows
        secured = " ".join(lines).partition("Secured (")[2].partition("To be secured")[0].partition(")")[2]
        titles = secured.rpartition(" and ")[0].split(";")
        assert all("(" in title for title in titles)
        counts.append(len(lines))
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_status_names_the_open_session_and_the_differences(project, run):
    """While a session is open, status says so; open differences are counted."""
    assert run("status", "--format", "json").json["session"] is None
    run("session", "start", "Families and care", "What do children need?", "--at", "09:30")
    views = [{"table": "table_1", "value": "partly"}, {"table": "table_2", "value": "absent"}]
    put(project, "answers/core_team.yaml", "core_team_mandate", {"positions": views})
    found = run("status", "--format", "json").json
    assert (found["session"]["title"], found["differences"]) == ("Families and care", 1)
    out = run("status").out
    assert "Families and care" in out
    assert "differ" in out
