"""A project as it was read from its folder: values, findings on the form of files, and where everything stands."""

import copy
from dataclasses import dataclass, field
from pathlib import Path

from mainstream_cli.errors import MainstreamError, nothing_changed
from mainstream_cli.language import count, say
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.finding import Finding, Place
from mainstream_cli.model.project import Project, Ref
from mainstream_cli.store.files import Files
from mainstream_cli.store.layout import JOURNAL, PRIVATE, SETTINGS, answer_files, answers_file, register_file

UNREADABLE = ("F01", "F02", "F03", "F04", "F05", "F06", "F07", "F12")


@dataclass
class ProjectFolder:
    """A project as read from disk: ``project`` with what is private, ``public`` without, and the format findings."""

    folder: Path
    catalogue: Catalogue
    project: Project
    public: Project
    findings: list[Finding]
    files: Files = field(repr=False)

    @property
    def unreadable(self) -> list[Finding]:
        """The findings for which nothing may be built on this project or written to it."""
        settings = not self.project.whole("settings")
        return [
            finding
            for finding in self.findings
            if finding.code in UNREADABLE or (settings and finding.place and Path(finding.place.file).name == SETTINGS)
        ]

    def refuse_unreadable(self) -> None:
        """Refuse to go on with a project of which a file could not be read.

        Raises:
            MainstreamError: there is one; the first is named, and how many others there are.
        """
        broken = self.unreadable
        if broken:
            first = broken[0]
            message = first.message
            if len(broken) > 1:
                more = count(
                    "{n} more: {command}", "{n} more: {command}", n=len(broken) - 1, command="mainstream check"
                )
                message = say("{sentence} ({more})", sentence=message, more=more)
            action = nothing_changed(first.action)
            raise MainstreamError(message, action=action, where=str(first.place or ""), code=first.code)

    def locate(self, ref: Ref) -> Place:
        """Return the file, line and column of a place in the project."""
        file, path = self._file_of(ref), self._path_of(ref)
        private = f"{PRIVATE}/{file}"
        hidden = ref.id and not ref.public and ref.id in self.files.data(private)
        return self.files.place(private if hidden else file, path)

    def source(self, ref: Ref) -> tuple[str, tuple[str | int, ...]]:
        """Return the file in which a place in the project is written, and its path there."""
        file, path = self._file_of(ref), self._path_of(ref)
        private = f"{PRIVATE}/{file}"
        return (private if not ref.public and self.files.has(private, path) else file), path

    def written(self, kind: str, id_: str) -> object:
        """Return what stands under an id of a register or of ``answers``, as it was written, or None.

        What is private lies over it; each field is then saved where it came from.
        """
        file = self._file_of(Ref(kind, id_))
        return copy.deepcopy(self.files.laid_over(file, f"{PRIVATE}/{file}").get(id_))

    @staticmethod
    def _path_of(ref: Ref) -> tuple[str | int, ...]:
        return ref.path if ref.kind in {"settings", "journal"} else (ref.id, *ref.path)

    def _file_of(self, ref: Ref) -> str:
        match ref.kind:
            case "settings":
                return SETTINGS
            case "journal":
                return f"{JOURNAL}/{ref.id}.yaml"
            case "answers":
                question = self.catalogue.questions.get(ref.id) or self.catalogue.switched_off.get(ref.id)
                return answers_file(self.catalogue, question.home) if question else self._file_with(ref.id)
        return register_file(ref.kind, self.project.part(ref.kind, ref.id))

    def _file_with(self, id_: str) -> str:
        """Return the file with the answer to a question of an earlier edition."""
        files = [file for _, file in answer_files(self.catalogue)]
        return next((file for file in files if id_ in self.files.laid_over(file, f"{PRIVATE}/{file}")), files[0])
