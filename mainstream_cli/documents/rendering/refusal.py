"""The one way to say that a template cannot be used, wherever that is noticed."""

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text
from mainstream_cli.model.remark import Remark


class Refusal(MainstreamError):  # noqa: N818 (said as a person says it)
    """A template cannot be used as it is; carries the remark that says why."""

    def __init__(
        self, code: str, message: Text, action: Text, part: str = "", paragraph: int = 0, text: str = ""
    ) -> None:
        self.remark = Remark(code, "error", message, action, part, paragraph, text)
        super().__init__(message, action=action, where=self.remark.place, code=code)
