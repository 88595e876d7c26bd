"""Makes PDFs through LibreOffice, where that is installed: tagged, for readers with screen readers as well."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import Text, count, say
from mainstream_cli.reading import read_bytes

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
WINDOWS_PLACE = Path("LibreOffice") / "program" / "soffice.exe"
MAX_DOCUMENT = 100_000_000
START_SECONDS, FILE_SECONDS = 120, 30
_TAGGED = {
    name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks")
}
FILTER = "pdf:writer_pdf_Export:" + json.dumps(_TAGGED, separators=(",", ":"))


def find_office(variables: Mapping[str, str]) -> Path | None:
    """Return the LibreOffice of this computer: on the search path, else where it is usually installed."""
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    roots = [variables[name] for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if name in variables]
    places = [Path(root) / WINDOWS_PLACE for root in roots] + [Path(place) for place in PLACES]
    return Path(on_path) if on_path else next((place for place in places if place.is_file()), None)


def to_pdf(documents: Sequence[Path], variables: Mapping[str, str]) -> list[bytes]:
    """Return a tagged PDF of each Word file; environment *variables* say where Windows keeps its programs.

    LibreOffice works with a profile of its own for this call, so that one that is open does not disturb it.

    Raises:
        MainstreamError: there is no LibreOffice, it takes too long, or a file does not come out.
    """
    office = find_office(variables)
    if office is None:
        message = say("No PDF was made: that needs LibreOffice, which was not found. The Word files are written.")
        action = say("Install LibreOffice (libreoffice.org), or open the Word file and save it as PDF.")
        raise MainstreamError(message, action=action, code="pdf")
    with tempfile.TemporaryDirectory(prefix="mainstream-pdf-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        copies = [place / f"{number}.docx" for number in range(len(documents))]
        for document, copy in zip(documents, copies, strict=True):
            copy.write_bytes(read_bytes(document, MAX_DOCUMENT))
        _convert(office, place, copies)
        made = [copy.with_suffix(".pdf") for copy in copies]
        missing = [document.name for document, pdf in zip(documents, made, strict=True) if not pdf.is_file()]
        if missing:
            files = ", ".join(missing)
            raise _failed(say("LibreOffice made no PDF of {files}. The Word files are written.", files=files))
        return [read_bytes(pdf, MAX_DOCUMENT) for pdf in made]


def _convert(office: Path, place: Path, copies: Sequence[Path]) -> None:
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", FILTER, "--outdir", str(place)]
    command = [str(office), profile, *options, *map(str, copies)]
    own_group = sys.platform != "win32"
    with subprocess.Popen(  # noqa: S603 (the program is LibreOffice, the files are copies of ours)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=own_group,
    ) as process:
        seconds = START_SECONDS + FILE_SECONDS * len(copies)
        try:
            process.wait(seconds)
        except BaseException as stop:
            _end(process)
            if isinstance(stop, subprocess.TimeoutExpired):
                raise _failed(_too_slow(seconds)) from stop
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the process that its starter has begun."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _too_slow(seconds: int) -> Text:
    return count(
        "LibreOffice was stopped after {n} second. The Word files are written.",
        "LibreOffice was stopped after {n} seconds. The Word files are written.",
        n=seconds,
    )


def _failed(message: Text) -> MainstreamError:
    action = say("Open the Word file and save it as PDF; or try again.")
    return MainstreamError(message, action=action, code="pdf")
