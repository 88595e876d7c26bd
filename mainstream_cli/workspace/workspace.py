"""The facade: one project folder, open for work."""

from mainstream_cli.model.progress import Progress
from mainstream_cli.workspace.making import Making
from mainstream_cli.workspace.signing import Signed


class Workspace(Making):
    """A project that is open: look at it, change it, write its documents.

    Every change is on disk when the call returns, and the workspace then holds what is on disk. Values are plain
    records of ``mainstream_cli.model``. What stops a call is a ``MainstreamError`` that says what, where, what to do.
    """

    def status(self) -> Progress:
        """Return how far every stage and condition is, and the next step."""
        from mainstream_cli.workspace.progress import progress

        return progress(self.case)

    def sign(self, stage: str, *, by: str, reference: str) -> Signed:
        """Record that a role confirms a stage. It records an approval and is no electronic signature.

        Raises:
            MainstreamError: there is no such stage, or its gate is blocked; what blocks it is named.
        """
        from mainstream_cli.workspace.signing import sign

        signed = sign(self.loaded, self.case, stage, by, reference)
        self.reread()
        return signed
