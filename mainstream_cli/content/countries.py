"""Country names and codes of ISO 3166. Sole home of iso3166."""

import iso3166

from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.record import with_nearest


def find_country(text: str) -> tuple[str, str]:
    """Return (name, ISO 3166 alpha-3 code) for a code, or for a name in any case or order of its parts.

    Raises:
        UsageError: no country has that code or name; the nearest name is given.
    """
    wanted = text.strip()
    for country in iso3166.countries:
        names = {country.alpha3, country.alpha2, country.name, country.apolitical_name, *_orders(country.name)}
        if wanted.casefold() in {name.casefold() for name in names}:
            return _in_speaking_order(country.apolitical_name), country.alpha3
    every = [_in_speaking_order(country.apolitical_name) for country in iso3166.countries]
    message = with_nearest(say("'{text}' is no country of {list}.", text=text, list="ISO 3166"), wanted, every)
    action = say(
        "Use its three-letter code or ISO name; for an area outside {list} use {argument} alone.",
        list="ISO 3166",
        argument=Argument("name", "TEXT"),
    )
    raise UsageError(message, action=action, code="usage")


def country_names() -> tuple[str, ...]:
    """Return the names of all countries of ISO 3166, as they are spoken, in alphabetical order."""
    return tuple(sorted(_in_speaking_order(country.apolitical_name) for country in iso3166.countries))


def _in_speaking_order(name: str) -> str:
    """Return "Republic of Moldova" for "Moldova, Republic of"."""
    first, comma, rest = name.partition(", ")
    return f"{rest} {first}" if comma and rest.endswith((" of", " of the")) else name


def _orders(name: str) -> tuple[str, ...]:
    return (_in_speaking_order(name), name.partition(",")[0], name.partition(" (")[0])
