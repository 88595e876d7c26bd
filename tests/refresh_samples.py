"""Lays the answers of every sample over freshly scaffolded files, after the catalogue has changed (``make samples``).

Sign-offs of the invented country are renewed, so that they cover what stands there now; nowhere else is anything signed.
"""

from pathlib import Path

from mainstream_cli import yamlfile
from mainstream_cli.content import load_catalogue
from mainstream_cli.rules import digest
from mainstream_cli.store import load
from mainstream_cli.store.layout import answer_files
from mainstream_cli.store.scaffold import answers_text
from mainstream_cli.store.training import renew_sign_offs

SAMPLES = Path(__file__).parent.parent / "sample_projects"


def refresh(folder: Path) -> None:
    """Write every file of answers anew; an answer to a question that is gone is printed and stays out."""
    catalogue = load_catalogue()
    for sheet, file in answer_files(catalogue):
        path = folder / file
        text = answers_text(catalogue, sheet)
        for key, value in (yamlfile.read(path).data or {}).items() if path.exists() else ():
            if key not in catalogue.questions or catalogue.questions[key].home != sheet:
                print(f"{path}: {key} is gone")
            elif value is not None:
                text = yamlfile.replace_block(text, key, value)
        yamlfile.replace(path, text.encode())


def renew(folder: Path) -> None:
    """Let every sign-off of an invented country cover what stands in the project now."""
    catalogue = load_catalogue()
    loaded = load(folder, catalogue)
    if loaded.project.settings.sample != "invented_country":
        return
    renew_sign_offs(folder, {stage.id: digest(loaded.public, stage) for stage in catalogue.stages}, catalogue.edition)


if __name__ == "__main__":
    for project in sorted(SAMPLES.iterdir()):
        refresh(project)
        renew(project)
