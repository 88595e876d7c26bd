"""Which day a project is judged on."""

import datetime
import os

from mainstream_cli.errors import UsageError
from mainstream_cli.language import say
from mainstream_cli.model.project import Settings

EPOCH = "SOURCE_DATE_EPOCH"


def today_of(settings: Settings) -> datetime.date:
    """Return SOURCE_DATE_EPOCH as a day, else ``as_of`` of the project, else the day of the clock.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is not a number of seconds.
    """
    epoch = os.environ.get(EPOCH)
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError) as error:
            message = say("{name}: '{words}' is not a date.", name=EPOCH, words=epoch)
            raise UsageError(message, action=say("Write it in seconds, or unset it."), code="usage") from error
    return settings.as_of or datetime.datetime.now().astimezone().date()


def time_of_day() -> str:
    """Return the time, such as 09:30; SOURCE_DATE_EPOCH stands for the clock where it is set."""
    epoch = os.environ.get(EPOCH)
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).strftime("%H:%M")
    return datetime.datetime.now().astimezone().strftime("%H:%M")
