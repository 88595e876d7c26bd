"""``mainstream explain``."""

from typing import Annotated

import typer

from mainstream_cli.cli.options import catalogue_here, workspace
from mainstream_cli.language import say
from mainstream_cli.workspace.catalogue import project_around
from mainstream_cli.workspace.explaining import condition_of, explain


def run(
    name: Annotated[
        str,
        typer.Argument(metavar="CODE|QUESTION", help=say("A question id or number, a condition or a finding code.")),
    ],
) -> int:
    """Say what a question asks and why, when a condition is secured, or what a finding means.

    In a project the page of a condition begins with how it stands there, why, what would change it, and its history.
    """
    from mainstream_cli.output.pages import print_page, print_text

    catalogue, folder = catalogue_here(), project_around()
    stands = folder is not None and condition_of(catalogue, name) is not None
    page = workspace(folder, whole=False).explain(name) if stands else explain(catalogue, name)
    if page.text:
        print_text(page.title, page.text)
    else:
        print_page(page.title, page.parts)
    return 0
