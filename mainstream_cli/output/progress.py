"""Says on stderr what is being done when it takes longer than a second; silent where nobody watches."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic

from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from mainstream_cli.language import say, speak
from mainstream_cli.model.visible import visible
from mainstream_cli.output.console import console

PATIENCE_SECONDS = 1.0


class Progress:
    """Counts the steps of one piece of work and shows the one that lasts."""

    def __init__(self, total: int = 1) -> None:
        self.total, self.done, self.since = total, 0, monotonic()

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """Show *words* with a count while the block runs, as soon as the whole work has taken a second."""
        self.done += 1
        if not sys.stderr.isatty():
            yield
            return
        if self.total > 1:
            words = say("{words} ({done} of {total})", words=words, done=self.done, total=self.total)
        live = _line(speak(words))
        timer = Timer(max(0.0, PATIENCE_SECONDS - (monotonic() - self.since)), live.start)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            live.stop()


def _line(words: str) -> Live:
    """Return a line that vanishes when it stops; what the work prints in between goes its own way."""
    spinner = Spinner("line", Text(visible(words)))
    return Live(spinner, console=console(sys.stderr), transient=True, redirect_stdout=False, redirect_stderr=False)
