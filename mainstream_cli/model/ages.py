"""Days, months and years that a team writes: whether they have come, and until when they count."""

import calendar
import datetime

DATED = ("within_months", "ahead", "past")
"""The operators that compare a day, month or year with today."""


def span(value: object) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day of a day, a month ("2026-06") or a year; None of anything else."""
    if isinstance(value, datetime.date):
        return value, value
    if isinstance(value, int):
        value = str(value)
    try:
        match str(value).split("-"):
            case [year]:
                return datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31)
            case [year, month]:
                return datetime.date(int(year), int(month), 1), _month_end(int(year), int(month))
            case [year, month, day]:
                whole = datetime.date(int(year), int(month), int(day))
                return whole, whole
    except ValueError:
        return None
    return None


def compared(value: object, operator: str, operand: object, today: datetime.date) -> bool | None:
    """Tell whether a day, month or year is past, ahead (or is not), or past and not older than *operand* months."""
    days = span(value)
    if days is None:
        return None
    first, last = days
    if operator == "within_months":
        return first <= today <= later(last, int(str(operand)))
    return (last >= today if operator == "ahead" else first <= today) is operand


def turning_day(value: object, operator: str, operand: object) -> datetime.date | None:
    """Return the last day on which ``within_months`` or ``ahead`` can hold."""
    days = span(value)
    if days is None or operator == "past":
        return None
    return days[1] if operator == "ahead" else later(days[1], int(str(operand)))


def later(day: datetime.date, months: int) -> datetime.date:
    """Return the day so many months later, the last of a month that is too short, and never after year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, _month_end(year, month + 1).day))


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
