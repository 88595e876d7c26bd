"""The entry point. ``cli`` answers the version before anything heavy is imported."""

import sys

from mainstream_cli.cli import run


def main() -> None:
    """Run the command line; exit codes are 0, 1 (findings or a problem), 2 (wrong usage) and 130 (Ctrl-C)."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
