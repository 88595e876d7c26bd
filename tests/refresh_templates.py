"""Copies the styles and all other shared parts from one Word template to the rest of the family (``make templates``)."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TEMPLATES = Path(__file__).parent.parent / "templates"
MASTER = "scoping_proposal.docx"
SHARED = (
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/theme/theme1.xml",
)


def refresh(path: Path, shared: dict[str, bytes]) -> None:
    """Write a template anew with the shared parts; its text, heads and feet stay."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if parts == parts | shared:
        return
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in (parts | shared).items():
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, content)
    print(f"{path.name} has the styles of {MASTER} now")


if __name__ == "__main__":
    with ZipFile(TEMPLATES / MASTER) as master:
        parts_of_all = {name: master.read(name) for name in SHARED}
    for template in sorted(TEMPLATES.glob("*.docx")):
        refresh(template, parts_of_all)
