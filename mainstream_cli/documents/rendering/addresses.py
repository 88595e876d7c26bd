"""Where a link of a Word file may lead: to a page of the web, to a mail address, to a place in the document itself."""

from urllib.parse import urlsplit


def harmless(target: str) -> bool:
    """Tell whether a reader may click on this address: http, https, mailto, or a bookmark after ``#``."""
    if target.startswith("#"):
        return not set(target) & set("/\\:")
    try:
        address = urlsplit(target)
    except ValueError:
        return False
    if address.scheme == "mailto":
        return "attach" not in address.query.lower()  # some programs would attach a file of the reader
    return address.scheme in ("http", "https") and bool(address.hostname)
