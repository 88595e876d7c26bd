"""``mainstream priorities``."""

from mainstream_cli.cli.options import Format, FormatOption, ProjectOption, workspace
from mainstream_cli.output.writer import write_json


def run(project: ProjectOption = None, format: FormatOption = Format.text) -> int:  # noqa: A002
    """Compare the candidate objectives by the criteria, and show how firm the order is.

    Criteria and weights stand in the register criteria; each objective holds its scores (1 to 5) by table. An order is
    help for a discussion, no decision: say for what is left out why (left_out_because).
    """
    result = workspace(project).priorities()
    if format is Format.json:
        write_json(result.as_data())
        return 0
    from mainstream_cli.output.priorities import print_priorities

    print_priorities(result)
    return 0
