"""Lets the sign-offs of Sandoria cover what stands there now, after the sample or the catalogue has changed.

That is right in an invented country only: nowhere else is a sign-off ever rewritten (``make samples``).
"""

from mainstream_cli.content import content_dir, load_catalogue
from mainstream_cli.course.folder import renew_sign_offs
from mainstream_cli.rules import digest
from mainstream_cli.store import load

if __name__ == "__main__":
    catalogue = load_catalogue()
    sandoria = load(content_dir("sample_projects") / "sandoria", catalogue)
    digests = {stage.id: digest(sandoria.public, stage) for stage in catalogue.stages}
    renew_sign_offs(sandoria.folder, digests, catalogue.edition)
