"""Reads the words to avoid; only the lint asks for them."""

from pathlib import Path
from typing import Any

from mainstream_cli import yamlfile
from mainstream_cli.errors import MainstreamError

FILE = "words.yaml"


def load_words(folder: Path) -> dict[str, str]:
    """Return the words to avoid of the catalogue in *folder*, each with what to say instead; empty without the file.

    Raises:
        MainstreamError: the file cannot be read or does not hold words.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        data: Any = yamlfile.read(path).data
    except yamlfile.YamlProblem as problem:
        where = f"checklists/{FILE}:{problem.line}:{problem.column}"
        raise MainstreamError(problem.message, action=problem.action, where=where, code="L01") from problem
    words = data.get("avoid") if isinstance(data, dict) else None
    if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
        action = 'Write avoid: and below it lines such as "third world: developing countries".'
        raise MainstreamError(
            "The words to avoid cannot be understood.", action=action, where=f"checklists/{FILE}", code="L01"
        )
    return {str(word): instead for word, instead in words.items()}
