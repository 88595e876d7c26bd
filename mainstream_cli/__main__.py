"""The entry point. ``cli`` answers the version before anything heavy is imported."""

import gc
import sys

from mainstream_cli.cli import run

YOUNG = 100_000
"""How many new objects Python looks through at a time for what nothing needs; by default 700."""


def main() -> None:
    """Run the command line; exit codes are 0, 1 (findings or a problem), 2 (wrong usage) and 130 (Ctrl-C)."""
    gc.set_threshold(YOUNG)  # hardly anything that a command loads becomes garbage; looking costs an eighth of it all
    code = run(sys.argv[1:])
    gc.freeze()  # what is left goes with the process; to look through it all once more costs as much again
    sys.exit(code)


if __name__ == "__main__":
    main()
