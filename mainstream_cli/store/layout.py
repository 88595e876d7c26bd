"""Which file of the project folder holds what."""

from collections.abc import Iterable, Iterator

from mainstream_cli.model.blocks import Shelf
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.registers import REGISTERS

SETTINGS = "mainstream.yaml"
PRIVATE = "private"
JOURNAL = "journal"
EDITIONS = f"{JOURNAL}/editions"
LOCK = ".mainstream.lock"
FORMER = ".mainstream.former"
READ_FROM = ("answers", "registers", JOURNAL)
OF_SECTORS = ("answers/sectors", *(f"registers/{name}" for name, each in REGISTERS.items() if each.split == "sector"))
OF_INSTITUTIONS = tuple(f"registers/{name}" for name, each in REGISTERS.items() if each.split == "institution")
FOLDERS = (*READ_FROM, *OF_SECTORS, *OF_INSTITUTIONS)


def answers_file(catalogue: Catalogue, sheet: str) -> str:
    """Return the file with the answers of a stage or sector, relative to the project."""
    sectors = {sector.id for sector in catalogue.sectors}
    return f"answers/sectors/{sheet}.yaml" if sheet in sectors else f"answers/{sheet}.yaml"


def answered_in(catalogue: Catalogue, question: Question) -> str:
    """Return the file in which a question is answered: that of its stage or sector, or its namesake in ``private/``."""
    file = answers_file(catalogue, question.home)
    return f"{PRIVATE}/{file}" if question.sensitive else file


def register_file(register: str, part: str = "") -> str:
    """Return the file of a register; some have one for each sector or institution."""
    return f"registers/{register}/{part}.yaml" if REGISTERS[register].split else f"registers/{register}.yaml"


def answer_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield stage or sector and its file of answers, in catalogue order."""
    for sheet in catalogue.sheets:
        yield sheet, answers_file(catalogue, sheet)


def register_files(catalogue: Catalogue, reporting: Iterable[str] = ()) -> Iterator[tuple[str, str, str]]:
    """Yield register, sector or institution (where it has one file for each) and file.

    Without the institutions that are *reporting*, these are the files that every project has.
    """
    parts = {"": ("",), "sector": tuple(known.id for known in catalogue.sectors), "institution": tuple(reporting)}
    for register, definition in REGISTERS.items():
        for part in parts[definition.split]:
            yield register, part, register_file(register, part)


def shelves(catalogue: Catalogue, reporting: Iterable[str] = ()) -> Iterator[Shelf]:
    """Yield what every file of answers and registers holds, and its namesake in ``private/``; see register_files."""
    for file in (file for _, file in answer_files(catalogue)):
        yield Shelf(file)
        yield Shelf(f"{PRIVATE}/{file}", private=True)
    for register, part, file in register_files(catalogue, reporting):
        yield Shelf(file, register, part)
        yield Shelf(f"{PRIVATE}/{file}", register, part, private=True)
