"""Times what DESIGN sets targets for, as ratios measured in one run: medians of interleaved rounds. Asserts nothing."""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROUNDS = 7
PYTHON = sys.executable
MODELS = (
    "import typer, pydantic, yaml\n"
    "from mainstream_cli.model import answer, catalogue, finding, project\n"
    "from mainstream_cli.model.registers import REGISTERS\n"
    "for record in (*(each.entry for each in REGISTERS.values()), answer.Answer, catalogue.Stage, catalogue.Sector, catalogue.Condition, project.Settings):\n"
    "    record.model_rebuild(force=True)\n"
)


def process(*arguments: str, cwd: Path) -> Callable[[], object]:
    """Return a call that runs a whole process."""
    return lambda: subprocess.run([PYTHON, *arguments], cwd=cwd, capture_output=True, check=False)


def ratio(call: Callable[[], object], base: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the median ratio of two calls timed in turn, and the median seconds of the first."""
    return compared(call, base, rounds, seconds)


def compared(
    call: Callable[[], object], base: Callable[[], object], rounds: int, clock: Callable[[Callable[[], object]], float]
) -> tuple[float, float]:
    pairs = [(clock(call), clock(base)) for _ in range(rounds)]
    return statistics.median(one / other for one, other in pairs), statistics.median(one for one, _ in pairs)


def cpu_ratio(call: Callable[[], object], base: Callable[[], object]) -> tuple[float, float]:
    """Return the same in seconds of the processor, which others on a busy machine hardly touch; both run once before."""
    call(), base()
    return compared(call, base, ROUNDS, cpu)


def cpu(call: Callable[[], object]) -> float:
    def used() -> float:
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        return spent.ru_utime + spent.ru_stime

    before = used()
    call()
    return used() - before


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def show(what: str, target: str, measured: tuple[float, float]) -> None:
    print(f"{what:58} {measured[0]:6.2f} x   target {target:18} {measured[1] * 1000:8.1f} ms")


def bench_processes(folder: Path, project: Path) -> None:
    bare = process("-c", "pass", cwd=folder)
    show(
        "mainstream --version", "1.5 x bare", cpu_ratio(process("-m", "mainstream_cli", "--version", cwd=folder), bare)
    )
    show("mainstream --help", "12 x bare", cpu_ratio(process("-m", "mainstream_cli", "--help", cwd=folder), bare))
    show("mainstream, outside a project", "12 x bare", cpu_ratio(process("-m", "mainstream_cli", cwd=folder), bare))
    check = process("-m", "mainstream_cli", "check", cwd=project)
    show("mainstream check, full project", "2 x imports+models", cpu_ratio(check, process("-c", MODELS, cwd=folder)))
    show("mainstream check, full project", "30 x bare (goal)", cpu_ratio(check, bare))
    for words in ("status",), ():
        shown = process("-m", "mainstream_cli", *words, cwd=project)
        show(f"mainstream {' '.join(words)}, full project", "1 x check", cpu_ratio(shown, check))


def bench_more_actions(folder: Path, project: Path) -> None:
    """Time check on the project and on one with 100 actions more, spread over its sectors."""
    larger = folder / "larger"
    shutil.copytree(project, larger)
    files = sorted(
        path for path in (larger / "registers/actions").glob("*.yaml") if "\n  title:" in path.read_text("utf-8")
    )
    for number in range(100):
        path = files[number % len(files)]
        text = path.read_text("utf-8")
        first = re.search(r"^[a-z]\w*:\n(?: .*\n|\n)+", text, re.MULTILINE)
        if first is not None:
            copy = first[0].replace(first[0].split(":")[0], f"copy_{number}", 1)
            path.write_text(text.rstrip("\n") + "\n" + copy.rstrip("\n") + "\n", "utf-8")
    check = process("-m", "mainstream_cli", "check", cwd=larger)
    same = process("-m", "mainstream_cli", "check", cwd=project)
    show("mainstream check, with 100 actions more", "1.2 x without", cpu_ratio(check, same))


def bench_parts(project: Path) -> None:
    """Show where the time of check goes: each part by itself, in process, the median of several runs."""
    import datetime

    from mainstream_cli import rules
    from mainstream_cli.content import load_catalogue
    from mainstream_cli.store import load
    from mainstream_cli.workspace.findings import located

    catalogue = load_catalogue()
    loaded = load(project, catalogue)
    day = datetime.date(2013, 12, 31)

    def case() -> rules.Case:
        return rules.Case(loaded.project, loaded.public, catalogue, day)

    found = rules.check(case())
    families = sorted({code[0] for code in rules.RULES})
    parts: dict[str, Callable[[], object]] = {
        "reading the catalogue": load_catalogue,
        "reading the project": lambda: load(project, catalogue),
        "conditions": lambda: rules.assess(case()),
        **{f"rules {family}": partial(apply_family, case, family) for family in families},
        "finding the places": lambda: located(found, loaded.locate),
    }
    print("\nWhere the time of check goes, without starting Python and importing:")
    for what, part in parts.items():
        print(f"  {what:56} {statistics.median(seconds(part) for _ in range(ROUNDS)) * 1000:8.1f} ms")


def apply_family(case: Callable[[], object], family: str) -> None:
    from mainstream_cli import rules

    one = case()
    for code, rule in rules.RULES.items():
        if code.startswith(family):
            list(rule(one))


def bench_reading(project: Path) -> None:
    import yaml

    from mainstream_cli import yamlfile
    from mainstream_cli.content import load_catalogue

    paths = sorted((project / "answers").rglob("*.yaml"))
    texts = [path.read_text(encoding="utf-8") for path in paths]

    def ours() -> None:
        for text in texts:
            yamlfile.parse(text)

    def theirs() -> None:
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    show("reading the answers of a full project", "0.6 x CSafeLoader", ratio(ours, theirs, 15))
    pydantic = process("-c", "import pydantic; pydantic.BaseModel", cwd=project)
    bare = process("-c", "pass", cwd=project)
    base = statistics.median(seconds(pydantic) - seconds(bare) for _ in range(ROUNDS))
    load = statistics.median(seconds(load_catalogue) for _ in range(ROUNDS))
    show("the whole catalogue, in process", "1.5 x pydantic", (load / base, load))


def bare_write(path: Path) -> Callable[[], None]:
    """Return a call that writes a file again, synced and put in place, as plainly as can be."""
    content = path.read_bytes()

    def write() -> None:
        draft = path.with_suffix(".tmp")
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)

    return write


def bench_saving(project: Path) -> None:
    from mainstream_cli.content import load_catalogue
    from mainstream_cli.store.save import save_answer

    catalogue = load_catalogue()
    rounds = iter(range(10_000))

    def ours() -> None:
        save_answer(project, catalogue, "core_team_mandate", {"note": f"round {next(rounds)}"})

    show("one answer saved", "5 x bare write+sync", ratio(ours, bare_write(project / "answers/core_team.yaml"), 30))


def bench_walk(project: Path) -> None:
    """Time a walk from each answer to the next thing asked, with a bare write of the same file in between."""
    import datetime

    from mainstream_cli.content import load_catalogue
    from mainstream_cli.conversation.walk import Walk
    from mainstream_cli.conversation.working_copy import WorkingCopy
    from mainstream_cli.model.prompt import SKIP, Given, Pressed, Prompt, Reply
    from mainstream_cli.prompts import converse
    from mainstream_cli.store import load
    from mainstream_cli.workspace.conversations import saving_in

    catalogue = load_catalogue()
    loaded = load(project, catalogue)
    questions = [each for each in catalogue.questions.values() if each.kind == "rating" and not each.sensitive]
    pairs: list[tuple[float, float]] = []
    given: list[float] = []

    def ask(prompt: Prompt) -> Reply:
        if given:
            home = next(each.home for each in questions if prompt.heading.startswith(each.number + " "))
            file = f"answers/{'sectors/' * (home not in stages)}{home}.yaml"
            pairs.append((time.perf_counter() - given.pop(), seconds(bare_write(project / file))))
        if prompt.kind != "choice":
            return Pressed(SKIP)
        other = next(option.id for option in prompt.options if option.id != prompt.default)
        given.append(time.perf_counter())
        return Given(other)

    stages = {stage.id for stage in catalogue.stages}
    saving = saving_in(project, catalogue)
    copy = WorkingCopy(loaded.project, catalogue, datetime.date(2026, 6, 7), saving)
    converse(Walk(copy, questions).run(), ask)
    median = statistics.median(one / other for one, other in pairs)
    show(
        "from one answer to the next thing asked",
        "5 x bare write+sync",
        (median, statistics.median(o for o, _ in pairs)),
    )


def bench_documents(project: Path) -> None:
    import datetime
    import io

    from docxtpl import DocxTemplate

    from mainstream_cli.content import content_dir, load_catalogue
    from mainstream_cli.documents.kinds import DOCUMENTS, Dossier
    from mainstream_cli.documents.rendering import render
    from mainstream_cli.rules import Case, assess
    from mainstream_cli.store import load

    loaded = load(project, load_catalogue())
    case = Case(loaded.public, loaded.public, loaded.catalogue, datetime.date(2013, 12, 31))
    material = Dossier(loaded.public, loaded.catalogue, assess(case), False, case.today)
    contexts = [
        (content_dir("templates") / kind.template, kind.build(material).model_dump(mode="json"))
        for kind in DOCUMENTS.values()
    ]

    def ours() -> None:
        for kind in DOCUMENTS.values():
            render(content_dir("templates") / kind.template, kind.build(material).model_dump(mode="json"))

    def bare() -> None:
        for template, context in contexts:
            document = DocxTemplate(template)
            document.render(context)
            document.save(io.BytesIO())

    show("all documents of a full project", "1.5 x bare docxtpl", ratio(ours, bare, 5))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "project"
        compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        os.environ.update(compiled)  # as an installed tool has its modules
        subprocess.run(
            [PYTHON, "-m", "mainstream_cli", "init", str(project), "--sample", "moldova"],
            check=True,
            capture_output=True,
        )
        bench_processes(folder, project)
        bench_more_actions(folder, project)
        bench_parts(project)
        print()
        bench_reading(project)
        bench_saving(project)
        bench_walk(project)
        bench_documents(project)
        shutil.rmtree(project)


if __name__ == "__main__":
    main()
