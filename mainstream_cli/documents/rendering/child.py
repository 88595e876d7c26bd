"""The process in which a template that is not shipped is filled: ``python -I -m`` with the name of this module.

Standard input is one line of JSON and then the template; standard output is one line of JSON and then the document.
"""

import json
import sys
from pathlib import Path
from typing import Any

from mainstream_cli.documents.rendering.carrying import carried_remark, made_again
from mainstream_cli.documents.rendering.inspect import inspect
from mainstream_cli.documents.rendering.refusal import Refusal
from mainstream_cli.documents.rendering.render import fill, named
from mainstream_cli.documents.rendering.sandbox import NarrowEnvironment
from mainstream_cli.documents.rendering.template import WordTemplate
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say, verbatim
from mainstream_cli.model.remark import Remark

DOORS = ("os.", "shutil.", "subprocess.", "socket.", "ctypes.", "winreg.", "_winapi.", "pty.", "webbrowser.")
MAX_DOCUMENT = 100_000_000
CHEAPER = say("Look for loops inside loops, and take them out.")


def main() -> None:
    """Answer one request and end."""
    _limit(json.loads(sys.stdin.buffer.readline()))
    request = json.loads(sys.stdin.buffer.readline())
    request["data"] = {made_again(name): data for name, data in request["data"]}
    shut()
    try:
        remarks, document = answer(request, sys.stdin.buffer.read())
    except Refusal as refusal:
        remarks, document = [refusal.remark], b""
    except PermissionError as refused:
        message = say("It asks for something that templates may not do: {what}.", what=str(refused))
        remarks, document = [Remark("T04", "error", message, say("Take the tag out."))], b""
    except RecursionError:
        message = say("Its conditions and loops stand inside each other too deeply.")
        remarks, document = [Remark("T07", "error", message, CHEAPER)], b""
    except MemoryError:
        message = say("Filling it needs more memory than a document ever does.")
        remarks, document = [Remark("T07", "error", message, CHEAPER)], b""
    said = {"remarks": [carried_remark(each) for each in remarks]}
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + document)
    sys.stdout.buffer.flush()


def answer(request: dict[str, Any], template: bytes) -> tuple[list[Remark], bytes]:
    """Check a template, fill it with each of the data of the request, and return the remarks and the last document.

    Raises:
        Refusal: it is no Word document, or holds what templates may not hold.
    """
    found = inspect(template, request["shape"])
    if not found.sound:
        return found.remarks, b""
    document = b""
    for name, data in request["data"].items():
        try:
            with named(request["name"]):
                document = fill(WordTemplate(found.package.packed()), data, NarrowEnvironment())
        except MainstreamError as problem:
            message = verbatim(problem.message)
            message = say("{trial}: {sentence}", trial=name, sentence=message) if name else message
            return [*found.remarks, Remark(problem.code, "error", message, verbatim(problem.action))], b""
        if len(document) > MAX_DOCUMENT:
            raise Refusal("T07", say("The filled document would be larger than any reader can open."), CHEAPER)
    return found.remarks, document


def _limit(limits: dict[str, int]) -> None:
    """Let the system hold this process to its memory and time, and let it write no file; time is kept outside too."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {resource.RLIMIT_CPU: limits["seconds"], resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    if sys.platform == "linux":
        wanted[resource.RLIMIT_AS] = limits["memory"]
    for what, most in wanted.items():
        resource.setrlimit(what, (most, most))


def shut() -> None:
    """Refuse every door that Python has to the outside; only Python's own files may still be read."""
    inside = tuple({str(Path(each).resolve()) for each in (sys.prefix, sys.base_prefix, *sys.path, __file__)})

    def guard(event: str, arguments: tuple[Any, ...]) -> None:
        outside = event == "open" and not _own(arguments, inside)
        if outside or (event.startswith(DOORS) and event != "os.listdir"):  # which importing needs
            raise PermissionError(event)

    sys.addaudithook(guard)


def _own(arguments: tuple[Any, ...], inside: tuple[str, ...]) -> bool:
    path, mode = arguments[0], arguments[1]
    reads = mode in (None, "r", "rb") and isinstance(path, str | bytes)
    return reads and str(Path(path if isinstance(path, str) else path.decode()).resolve()).startswith(inside)


if __name__ == "__main__":
    main()
