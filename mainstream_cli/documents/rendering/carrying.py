"""Carries the words of the process of a template out of it, as JSON, so that any language can still say them."""

from string import Formatter
from typing import Any

from mainstream_cli.language import Text, several, verbatim
from mainstream_cli.language.text import Value
from mainstream_cli.model.remark import Remark


def carried(value: Value) -> Any:
    """Return a value as plain data: a text as what it remembers, all else as it is."""
    if not isinstance(value, Text):
        return value
    values = {name: carried(each) for name, each in value.values.items()}
    return {"msgid": value.msgid, "many": value.many, "context": value.context, "values": values}


def made_again(data: Any) -> Any:
    """Return the value that was carried; a sentence with other places than names of its values is not filled."""
    if not isinstance(data, dict):
        return data
    values = {name: made_again(each) for name, each in data["values"].items()}
    if not data["msgid"]:
        return several(values.values(), data["context"])
    if values and not all(_plain(data[form], values) for form in ("msgid", "many")):
        return verbatim(data["msgid"])
    return Text(data["msgid"], data["many"], data["context"], values)


def carried_remark(remark: Remark) -> dict[str, Any]:
    """Return a remark as plain data."""
    return {name: carried(value) for name, value in vars(remark).items()}


def remark_made_again(data: dict[str, Any]) -> Remark:
    """Return the remark that was carried."""
    return Remark(**{name: made_again(value) for name, value in data.items()})


def _plain(form: str, values: dict[str, Any]) -> bool:
    places = [place[1:] for place in Formatter().parse(form) if place[1] is not None]
    return all(name in values and not width and not turned for name, width, turned in places)
