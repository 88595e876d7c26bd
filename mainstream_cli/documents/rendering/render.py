"""The one way from a template and plain data to the bytes of a Word document."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError

from mainstream_cli.documents.rendering.allowed import refuse_unsafe
from mainstream_cli.documents.rendering.archive import repack
from mainstream_cli.documents.rendering.package import own_package
from mainstream_cli.documents.rendering.pictures import with_pictures
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.documents.rendering.sandbox import environment
from mainstream_cli.documents.rendering.template import WordTemplate
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.reading import Unreadable, read_bytes

FAILURES = (
    TemplateError,
    XMLSyntaxError,
    RecursionError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
    AttributeError,
)
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
MAX_TEMPLATE = 20_000_000
OWN_TEMPLATE = say(
    "If it is your own template: open it in Word and correct the tag, or compare it with the shipped one."
)


def render(template: Path, data: dict[str, Any]) -> bytes:
    """Fill *template* with *data*: texts, numbers, lists and dictionaries, as a context model dumps them.

    ``data["cover"]`` gives the core properties of the document. The same input gives the same bytes.

    Raises:
        MainstreamError: the template is no Word file, or a tag in it cannot be filled.
    """
    with named(template.name):
        return fill(_opened(template), data, environment())


def fill(document: WordTemplate, data: dict[str, Any], rules: ImmutableSandboxedEnvironment) -> bytes:
    """Fill a template that is open, under the *rules* of a sandbox, and return the bytes of the document.

    Raises:
        Refusal: the filled document holds what no document may hold (T06).
    """
    document.render(with_pictures(document, data), rules)
    saved = BytesIO()
    document.save(saved)
    refuse_unsafe(own_package(saved))
    return repack(saved)


def _opened(template: Path) -> WordTemplate:
    try:
        document = WordTemplate(BytesIO(read_bytes(template, MAX_TEMPLATE)))
        document.init_docx()
    except Unreadable as problem:
        raise _problem(template.name, "T01", verbatim(problem.message), problem) from problem
    except (BadZipFile, PackageNotFoundError, OSError, LookupError, ValueError, XMLSyntaxError) as error:
        raise _problem(template.name, "T01", say("it is not a Word document (.docx)."), error) from error
    return document


@contextmanager
def named(template: str) -> Iterator[None]:
    """Turn what goes wrong in a template into one message that names it."""
    try:
        yield
    except Refusal as refusal:
        message = say("The template {file} cannot be filled: {sentence}", file=template, sentence=refusal.message)
        raise MainstreamError(message, action=refusal.action, where=template, code=refusal.code) from refusal
    except FAILURES as error:
        raise _problem(template, *_judged(error), error) from error


def _judged(error: Exception) -> tuple[str, Text]:
    """Return the code and the words for what Jinja or the parser of XML says of a template."""
    reason = _without_address(getattr(error, "message", None) or str(error))
    match error:
        case TemplateSyntaxError():
            return "T02", say("a tag is not written correctly: {reason}.", reason=reason)
        case SecurityError():
            return "T04", say("a tag asks for something that templates may not do: {reason}.", reason=reason)
        case UndefinedError():
            return "T03", say("a tag names something that this document does not have: {reason}.", reason=reason)
        case XMLSyntaxError():
            return "T05", say("the filled document is not sound: {reason}.", reason=reason)
        case RecursionError():
            return "T07", say("a macro or loop calls itself without end.")
    return "T02", say("a tag cannot be filled: {reason}.", reason=reason)


def _without_address(reason: str) -> str:
    """Return what was refused; where it lies in the memory says nothing and is never the same."""
    return reason if isinstance(reason, Text) else ADDRESS.sub("", reason)


def _problem(template: str, code: str, sentence: Text, error: Exception) -> MainstreamError:
    message = say("The template {file} cannot be filled: {sentence}", file=template, sentence=sentence)
    near = " ".join(line.strip() for line in getattr(error, "docx_context", ()) if line.strip())
    if near:
        message = say("{first} {second}", first=message, second=say('Near: "{words}".', words=near[:160]))
    return MainstreamError(message, action=OWN_TEMPLATE, where=template, code=code)
