"""The files of a project folder, each read once, with what is wrong with their form."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.language import Text, say
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.reading import within
from mainstream_cli.store.repairs import LEVELS, form_repair, level_repair, with_repair, written_at


def over(below: object, above: object, *, wrap: bool) -> object:
    """Lay one block over another; a bare key covers nothing; with *wrap* a bare value is the block's ``value``."""
    if above is None or below is None:
        return below if above is None else above
    if wrap and isinstance(below, dict) != isinstance(above, dict):
        below, above = (block if isinstance(block, dict) else {"value": block} for block in (below, above))
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    return below | {name: value for name, value in above.items() if value is not None}


class Files:
    """Reads files on demand; what is wrong with the form of one gives findings, and its sound blocks stand."""

    def __init__(self, folder: Path, texts: Mapping[str, str] | None = None) -> None:
        """*texts* are read instead of the files that they name."""
        self.folder = folder
        self.texts = texts or {}
        self.findings: list[Finding] = []
        self._documents: dict[str, yamlfile.Document | None] = {}
        self._lost: dict[str, set[str]] = {}
        self._outside: dict[str, bool] = {}
        self._blocked: dict[str, bool] = {}
        self._texts: dict[str, str] = {}

    def data(self, file: str) -> dict[str, Any]:
        """Return the mapping that *file* holds as far as it can be read, empty for a missing or empty file."""
        document = self.document(file)
        return document.data if document is not None and isinstance(document.data, dict) else {}

    def lost(self, file: str) -> set[str]:
        """Return the top-level keys of *file* that could not be read; UNNAMED stands for what has no known name."""
        self.document(file)
        return {yamlfile.UNNAMED} if self.blocked(file) else self._lost.get(file, set())

    def blocked(self, file: str) -> bool:
        """Tell whether a file stands where a folder on the way to *file* is expected."""
        folder = file.rpartition("/")[0]
        if folder not in self._blocked:
            ways = (PurePosixPath(folder), *PurePosixPath(folder).parents)
            self._blocked[folder] = any((self.folder / way).is_file() for way in ways if way.name)
        return self._blocked[folder]

    def document(self, file: str) -> yamlfile.Document | None:
        """Return *file* as it was read, None when it is missing or cannot be read."""
        if file not in self._documents:
            self._documents[file] = self._read(file) if self._exists(file) else None
        return self._documents[file]

    def read(self) -> Iterator[tuple[str, yamlfile.Document]]:
        """Yield every file that could be read so far."""
        yield from ((file, document) for file, document in self._documents.items() if document is not None)

    def text(self, file: str) -> str:
        """Return what stands in *file*, also when it cannot be read as it is meant."""
        self.document(file)
        return self._texts.get(file, "")

    def sound(self, file: str) -> yamlfile.Document | None:
        """Return *file* where all of it could be read: what was lost of another must not be lost in writing."""
        return self.document(file) if not self._lost.get(file) else None

    def laid_over(self, file: str, private: str) -> dict[str, Any]:
        """Return the data of *file* with that of *private* over it, block by block and field by field."""
        merged = dict(self.data(file))
        wrap = file.startswith("answers/")
        for key, value in self.data(private).items():
            merged[key] = over(merged.get(key), value, wrap=wrap)
        return merged

    def has(self, file: str, path: tuple[str | int, ...]) -> bool:
        """Tell whether *file* itself says something at *path*."""
        document = self.document(file)
        return document is not None and document.node(written_at(document, path)) is not None

    def levelled(self, finding: Finding) -> Finding:
        """Return a finding with the right line where a field merely stands at the level of the ids."""
        place, document = finding.place, self._documents.get(finding.place.file) if finding.place else None
        if finding.repair or not place or document is None or finding.code not in LEVELS or place.column != 1:
            return finding
        repair = level_repair(place.file, self.text(place.file), place.line)
        if repair is None:
            return finding
        (line,) = repair.lines
        action = say("It belongs to the block above, so indent it. Write this line: {line}", line=line)
        return replace(finding, repair=repair, action=action)

    def place(self, file: str, path: tuple[str | int, ...]) -> Place:
        """Return the line and column of a path of keys in *file*, or of the nearest key above it."""
        document = self._documents.get(file)
        if document is None:
            return Place(file)
        for length in range(len(path), 0, -1):  # by nodes: the places of all values of a file take twice as long
            node = document.node(path[:length]) if length > 1 else document.key(path[0])
            if node:
                return Place(file, node.line + 1, node.column + 1)
        return Place(file, 1, 1)

    def inside(self, folder: str) -> list[str]:
        """Return the YAML files directly inside a subfolder, sorted; none of one that leads out of the project."""
        if self.leads_out(folder):
            return []
        return sorted(
            f"{folder}/{path.name}" for path in (self.folder / folder).glob("*.yaml") if not path.name.startswith(".")
        )

    def leads_out(self, folder: str) -> bool:
        """Tell whether a subfolder is, or lies behind, a link out of the project; that is then a finding."""
        if self._outside.get(folder) is False:
            return False
        ways = [*reversed(PurePosixPath(folder).parents), PurePosixPath(folder)]
        for way in map(str, ways[1:]):
            if way not in self._outside:
                self._outside[way] = not within(self.folder, self.folder / way)
                if self._outside[way]:
                    message = say("The folder is a link that leads out of the project folder.")
                    self._find("F01", Place(way), message, say("Put the folder itself here."))
            if self._outside[way]:
                return True
        return False

    def _exists(self, file: str) -> bool:
        path = self.folder / file
        return self.leads_out(file.rpartition("/")[0]) or path.exists() or path.is_symlink()

    def _read(self, file: str) -> yamlfile.Document | None:
        if self.leads_out(file.rpartition("/")[0]):
            self._lost[file] = {yamlfile.UNNAMED}
            return None
        reading = yamlfile.salvage(self.folder / file, self.folder, self.texts.get(file))
        self._lost[file], self._texts[file] = reading.lost, reading.text
        for problem in reading.problems:
            place = Place(file, problem.line or 0, problem.column or 0)
            finding = Finding(problem.code, "error", problem.message, problem.action, place=place)
            self.findings.append(with_repair(finding, form_repair(file, reading.text, problem)))
        document = reading.document
        if document is None:
            return None
        if document.data is not None and not isinstance(document.data, dict):
            message = say("expected 'name: value' lines, found something else.")
            action = say("Write one 'name:' block for each item, as README.md in this folder shows.")
            self._find("F09", Place(file, 1, 1), message, action)
            self._lost[file] = {yamlfile.UNNAMED}
            return None
        return document

    def _find(self, code: str, place: Place, message: Text, action: Text) -> None:
        self.findings.append(Finding(code, "error", message, action, place=place))
