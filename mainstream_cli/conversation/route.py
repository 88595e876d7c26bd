"""Which questions a walk is about."""

from dataclasses import dataclass

from mainstream_cli.errors import Argument, UsageError
from mainstream_cli.language import say
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.names import objection
from mainstream_cli.model.project import Project
from mainstream_cli.model.record import closest, with_nearest
from mainstream_cli.model.registers import REGISTERS


@dataclass(frozen=True)
class Scope:
    """The questions of a walk in catalogue order, and how many were left out because a wall is no place for them."""

    questions: tuple[Question, ...]
    kept_from_room: int


def scope_of(
    catalogue: Catalogue, project: Project, target: str | None, *, core: bool, setting: str | None, room: bool
) -> Scope:
    """Return the questions that *target* and the filters name; without a target all stages and every open difference.

    On the wall only questions for the room are asked unless a setting or a question is named; open differences are
    for the room in any case, sensitive questions never.

    Raises:
        UsageError: there is no such target or setting, or nothing is left to ask.
    """
    settings = catalogue.vocabulary["settings"]
    if setting is not None and setting not in settings:
        message = with_nearest(say("There is no setting '{setting}'.", setting=setting), setting, settings)
        raise UsageError(message, action=say("Settings: {ids}.", ids=", ".join(settings)), code="usage")
    single = catalogue.question(target or "")
    if single is not None:
        chosen = [single]
    else:
        wanted = setting or ("room" if room else None)
        chosen = [
            question
            for question in _named(catalogue, project, target)
            if (question.core or not core)
            and (wanted is None or question.setting == wanted or (setting is None and _differs(project, question)))
        ]
    shown = tuple(question for question in chosen if not (room and question.sensitive))
    if not shown:
        filtered = say("Leave out a filter, or ask without {argument}.", argument=Argument("room"))
        unfiltered = say("Leave out {core} or {setting}.", core=Argument("core"), setting=Argument("setting"))
        action = filtered if chosen else unfiltered
        raise UsageError(say("No question is left to ask."), action=action, code="usage")
    return Scope(shown, len(chosen) - len(shown))


def entry_is_there(project: Project, register: str, id_: str) -> bool:
    """Tell whether a register has an entry with this id; if not, the id can be that of a new one.

    Raises:
        UsageError: there is no such register, nothing can have this id, or it is nearly that of another entry.
    """
    if register not in REGISTERS:
        message = with_nearest(say("There is no register '{register}'.", register=register), register, REGISTERS)
        action = say("Registers: {ids}.", ids=", ".join(REGISTERS))
        raise UsageError(message, action=action, code="usage")
    known = project.entries(register)
    if id_ in known:
        return True
    trouble = objection(id_)
    if trouble or closest(id_, known):
        message = say("There is no '{id}' in {register}.", id=id_, register=register)
        message = with_nearest(message, id_, known)
        if not closest(id_, known):
            message = say("'{id}' cannot be a name: {reason}.", id=id_, reason=trouble)
        action = say("To choose from all, or to add one: {command}", command=f"mainstream fill {register}")
        raise UsageError(message, action=action, code="usage")
    return False


def _named(catalogue: Catalogue, project: Project, target: str | None) -> list[Question]:
    if target in catalogue.sheets:
        return list(catalogue.sheets[target].questions)
    if target is not None:
        known = [*catalogue.sheets, *project.registers, *catalogue.questions]
        message = say("There is no stage, sector, register or question '{name}'.", name=target)
        action = say(
            "Stages, sectors and registers: {command}. Questions: {command} STAGE.", command="mainstream checklist show"
        )
        raise UsageError(with_nearest(message, target, known), action=action, code="usage")
    in_stages = [question for stage in catalogue.stages for question in stage.questions]
    in_sectors = (question for sector in catalogue.sectors for question in sector.questions)
    return in_stages + [question for question in in_sectors if _differs(project, question)]


def _differs(project: Project, question: Question) -> bool:
    answer = project.answers.get(question.id)
    return answer is not None and answer.disputed
