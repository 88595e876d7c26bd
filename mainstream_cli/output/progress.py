"""Says on stderr what is being done when it takes longer than a second; silent where nobody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic

from rich.console import Console

PATIENCE_SECONDS = 1.0


class Progress:
    """Counts steps of one piece of work and shows the one that lasts."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.since = total, 0, monotonic()

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Show *words* with a count while the block runs, as soon as the whole work has taken a second."""
        self.done += 1
        if not sys.stderr.isatty():
            yield
            return
        count = f" ({self.done} of {self.total})" if self.total > 1 else ""
        status = Console(file=sys.stderr, highlight=False, emoji=False, markup=False).status(f"{words}{count}")
        status._live._redirect_stdout = status._live._redirect_stderr = False
        timer = Timer(max(0.0, PATIENCE_SECONDS - (monotonic() - self.since)), status.start)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            status.stop()
