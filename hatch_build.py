"""Checks the content when a wheel is built, and puts it and the translations in as data that is read faster."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
PLACE = "mainstream_cli/_bundled/"


class ContentHook(BuildHookInterface[Any]):
    """Refuses to build a wheel with content that the lint objects to."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled catalogue and translations to a wheel; one for development reads the checkout as it is."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT))
        from mainstream_cli.content.compiled import FILE, compile_content
        from mainstream_cli.language.translated import compiled_from
        from mainstream_cli.workspace.linting import lint_content

        found = [f"{each.place}: {each.message}" for each in lint_content(None).findings]
        if found:
            raise SystemExit("The content is not sound, so there is no wheel:\n" + "\n".join(found))
        folder = Path(tempfile.mkdtemp())
        (folder / FILE).write_text(compile_content(ROOT / "checklists"), encoding="utf-8", newline="\n")
        build_data["force_include"][str(folder / FILE)] = PLACE + FILE
        for source in sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po")):
            place = source.relative_to(ROOT).with_suffix(".mo")
            (folder / place).parent.mkdir(parents=True)
            (folder / place).write_bytes(compiled_from(source))
            build_data["force_include"][str(folder / place)] = PLACE + place.as_posix()
        self.folder = folder

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made for the wheel."""
        import shutil

        if version != "editable":
            shutil.rmtree(self.folder)
