"""Decisions are recorded in one form, and the links of the documents lead somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from mainstream_cli import __version__

TOP = Path(__file__).parent.parent
FOLDER = TOP / "docs/decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
PAGES = [TOP / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY", "CHANGELOG")]
PAGES += sorted((TOP / "docs").rglob("*.md"))
DAY = r"\d{4}-\d{2}-\d{2}"
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(<?([^()\s>]+)>?(?: \"[^\"]*\")?\)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
GAINS = ["Facilitator", "Planner", "Trainer", "Developer"]


def links(text: str) -> list[str]:
    """Return what links and pictures point to inside the repository; examples in code are none."""
    found = [inline or defined for inline, defined in LINK.findall(CODE.sub("", text))]
    return [each for each in found if not ADDRESS.match(each)]


def anchors(text: str) -> set[str]:
    """Return the names under which the headings of a page can be reached."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def test_records_are_numbered_without_gaps():
    """Each record has the next number, in its name and in its title."""
    numbers = [path.name[:5] for path in RECORDS]
    assert numbers == [f"{number:04}-" for number in range(1, len(RECORDS) + 1)]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_has_its_parts(path):
    """A record has a title with its number, a status with a day, what, why, and what would change our mind."""
    head, *parts = re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)
    title, status = head.strip().split("\n\n")
    assert re.fullmatch(rf"# {path.name[:4]}\. \S.*", title)
    superseded = re.fullmatch(rf"Status: superseded by \[(\d{{4}})\]\(\1-[a-z0-9-]+\.md\), {DAY}", status)
    assert superseded or re.fullmatch(rf"Status: accepted, {DAY}", status)
    assert [part.partition("\n")[0] for part in parts] == ["What", "Why", "What would change our mind"]
    assert all(part.partition("\n")[2].strip() for part in parts)


def test_the_list_of_decisions_has_each_record_once():
    """The table has one line for each record, with its title, and keeps the lines of a theme together."""
    listing = (FOLDER / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| \[(\d{4})\]\(([^)]+)\) ([^|]+) \|$", listing, re.MULTILINE)
    titles = [(path.name[:4], path.name, path.read_text("utf-8").split("\n")[0][8:]) for path in RECORDS]
    assert sorted(row[1:] for row in rows) == titles
    themes = [row[0] for row in rows]
    assert themes == sorted(themes, key=themes.index)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(TOP).as_posix())
def test_links_lead_to_what_is_there(page):
    """A link inside the repository leads to a file or folder of it, and to a heading where it names one."""
    text = page.read_text("utf-8")
    for link in links(text):
        file, _, heading = unquote(link).partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert target.is_relative_to(TOP.resolve()), link
        assert not heading or heading in anchors(target.read_text("utf-8")), link


def test_links_are_found_in_all_their_forms():
    """Links, pictures, titles and definitions count; addresses of the web and examples in code do not."""
    text = (
        '[a](one.md) ![b](two.png) [c](three.md#part "Title") [d](https://example.org) `[e](no.md)`\n\n[f]: four.md\n'
        "```\n[g](no.md)\n```\n"
    )
    assert links(text) == ["one.md", "two.png", "three.md#part", "four.md"]
    assert anchors("# A word\n\n## 2. More, `code`\n") == {"a-word", "2-more-code"}


def test_the_changelog_is_grouped_by_who_gains():
    """Each release has its day and groups by who gains; the newest one is the version of the program."""
    text = (TOP / "CHANGELOG.md").read_text("utf-8")
    unreleased, *releases = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert unreleased.startswith("[Unreleased]\n")
    heads = [re.fullmatch(rf"\[(\d+\.\d+\.\d+)\] - {DAY}", each.partition("\n")[0]) for each in releases]
    assert all(heads)
    assert heads[0].group(1) == __version__
    for part in (unreleased, *releases):
        groups = re.findall(r"^### (.+)$", part, re.MULTILINE)
        assert groups == [each for each in GAINS if each in groups]
        assert groups or part.strip() == "[Unreleased]\n\nNothing yet."


def test_the_guide_to_checks_names_the_version_of_the_program():
    """The wheel and the tag that docs/pipeline.md tells a planner to use are those of this release."""
    guide = (TOP / "docs/pipeline.md").read_text("utf-8")
    named = re.findall(r"mainstream_cli-(\d+\.\d+\.\d+)-py3|rev: v(\d+\.\d+\.\d+)", guide)
    assert {wheel or tag for wheel, tag in named} == {__version__}
