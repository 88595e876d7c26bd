"""Which file of the project folder holds what."""

from collections.abc import Iterator

from mainstream_cli.model.blocks import Shelf
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.registers import REGISTERS

SETTINGS = "mainstream.yaml"
PRIVATE = "private"
JOURNAL = "journal"
LOCK = ".mainstream.lock"
FORMER = ".mainstream.former"
READ_FROM = ("answers", "registers", JOURNAL)
OF_SECTORS = ("answers/sectors", *(f"registers/{name}" for name, register in REGISTERS.items() if register.by_sector))
FOLDERS = (*READ_FROM, *OF_SECTORS)


def answers_file(catalogue: Catalogue, sheet: str) -> str:
    """Return the file with the answers of a stage or sector, relative to the project."""
    sectors = {sector.id for sector in catalogue.sectors}
    return f"answers/sectors/{sheet}.yaml" if sheet in sectors else f"answers/{sheet}.yaml"


def answered_in(catalogue: Catalogue, question: Question) -> str:
    """Return the file in which a question is answered: that of its stage or sector, or its namesake in ``private/``."""
    file = answers_file(catalogue, question.home)
    return f"{PRIVATE}/{file}" if question.sensitive else file


def register_file(register: str, sector: str = "") -> str:
    """Return the file of a register; some have one for each sector."""
    return f"registers/{register}/{sector}.yaml" if REGISTERS[register].by_sector else f"registers/{register}.yaml"


def answer_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield stage or sector and its file of answers, in catalogue order."""
    for sheet in catalogue.sheets:
        yield sheet, answers_file(catalogue, sheet)


def register_files(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Yield register, sector (where it has one file for each) and file."""
    for register, definition in REGISTERS.items():
        for sector in (known.id for known in catalogue.sectors) if definition.by_sector else ("",):
            yield register, sector, register_file(register, sector)


def shelves(catalogue: Catalogue) -> Iterator[Shelf]:
    """Yield what every file of answers and registers holds, and its namesake in ``private/``."""
    for file in (file for _, file in answer_files(catalogue)):
        yield Shelf(file)
        yield Shelf(f"{PRIVATE}/{file}", private=True)
    for register, sector, file in register_files(catalogue):
        yield Shelf(file, register, sector)
        yield Shelf(f"{PRIVATE}/{file}", register, sector, private=True)
