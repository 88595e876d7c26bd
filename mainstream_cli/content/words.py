"""Reads the words to avoid; only the lint asks for them."""

from pathlib import Path

from mainstream_cli.content.reference import content_data
from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say

FILE = "words.yaml"


def load_words(folder: Path) -> dict[str, str]:
    """Return the words to avoid of the catalogue in *folder*, each with what to say instead; empty without the file.

    Raises:
        MainstreamError: the file cannot be read or does not hold words.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    data = content_data(path, f"checklists/{FILE}")
    words = data.get("avoid") if isinstance(data, dict) else None
    if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
        message = say("The words to avoid cannot be understood.")
        action = say('Write {key}: and below it lines such as "third world: developing countries".', key="avoid")
        raise MainstreamError(message, action=action, where=f"checklists/{FILE}", code="L01")
    return {str(word): instead for word, instead in words.items()}
