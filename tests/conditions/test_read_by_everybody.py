"""What the screen says of a condition, papers say too, as far as everybody may read what shows it."""

from mainstream_cli.store import load
from mainstream_cli.workspace import Workspace


def rows(folder):
    from mainstream_cli.documents.kinds import DOCUMENTS
    from mainstream_cli.workspace.rendering import dossiers

    opened = Workspace.open(folder)
    (dossier,) = dossiers(opened.case, [DOCUMENTS["conditions_overview"]])
    return {each.condition.code: each for each in dossier.assessments}


def test_a_public_letter_secures_political_backing_in_papers_too(run, project, catalogue):
    """The answer on backing is private, the letter is not: screen and paper say secured, and no answer is told."""
    run("set", "sources/letter", "title=Letter of the minister", "kind=letter", "date=2026-03-01")
    for question in ("political_backing", "core_team_mandate"):
        run("set", question, "in_place", "--source", "letter", "--today", "2026-04-01")
    assert load(project, catalogue).public.answer("political_backing") is None
    row = rows(project)["C01"]
    assert (row.status, row.seen) == ("met", ("sources/letter",))
    assert "Political backing: in place" not in " ".join((*row.because, *row.answers))
