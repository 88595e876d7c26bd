"""The entry point. The version is answered before anything heavy is imported."""

import sys

from mainstream_cli import __version__


def main() -> None:
    """Run the command line; exit codes are 0, 1 (findings or a problem), 2 (wrong usage) and 130 (Ctrl-C)."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"mainstream {__version__}\n")
        return
    from mainstream_cli.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
