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
from mainstream_cli.reading import Unreadable, read_bytes

FAILURES = (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError)
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
MAX_TEMPLATE = 20_000_000
OWN_TEMPLATE = "If it is your own template: open it in Word and correct the tag, or compare it with the shipped one."


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
        raise _problem(
            template.name, "T01", f"it cannot be read ({problem.message.removesuffix('.')})", problem
        ) from problem
    except (BadZipFile, PackageNotFoundError, OSError, LookupError, ValueError, XMLSyntaxError) as error:
        raise _problem(template.name, "T01", "it is not a Word document (.docx)", error) from error
    return document


@contextmanager
def named(template: str) -> Iterator[None]:
    """Turn what goes wrong in a template into one message that names it."""
    try:
        yield
    except Refusal as refusal:
        message = f"The template {template} cannot be filled: {refusal.message}"
        raise MainstreamError(message, action=refusal.action, where=template, code=refusal.code) from refusal
    except TemplateSyntaxError as error:
        raise _problem(template, "T02", f"a tag is not written correctly: {error.message}", error) from error
    except SecurityError as error:
        raise _problem(
            template, "T04", f"a tag asks for something that templates may not do: {_without_address(error)}", error
        ) from error
    except UndefinedError as error:
        raise _problem(
            template, "T03", f"a tag names something that this document does not have: {error.message}", error
        ) from error
    except XMLSyntaxError as error:
        raise _problem(template, "T05", f"the filled document is not sound: {error}", error) from error
    except RecursionError as error:
        raise _problem(template, "T07", "a macro or loop calls itself without end", error) from error
    except FAILURES as error:
        raise _problem(template, "T02", f"a tag cannot be filled: {error}", error) from error


def _without_address(error: SecurityError) -> str:
    """Return what was refused; where it lies in the memory says nothing and is never the same."""
    return ADDRESS.sub("", error.message or "")


def _problem(template: str, code: str, what: str, error: Exception) -> MainstreamError:
    near = " ".join(line.strip() for line in getattr(error, "docx_context", ()) if line.strip())
    context = f' Near: "{near[:160]}".' if near else ""
    return MainstreamError(
        f"The template {template} cannot be filled: {what}.{context}", action=OWN_TEMPLATE, where=template, code=code
    )
