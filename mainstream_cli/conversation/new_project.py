"""The conversation that gathers what a new project must know; nothing is written before it is complete."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from mainstream_cli.changes.naming import new_id
from mainstream_cli.content.countries import country_names, find_country
from mainstream_cli.conversation.asking import Quit, ask, told
from mainstream_cli.errors import Argument, MainstreamError, UsageError
from mainstream_cli.language import Text, say, verbatim
from mainstream_cli.model.catalogue import Catalogue
from mainstream_cli.model.numbers import whole
from mainstream_cli.model.prompt import BACK, BACK_KEYS, NO_WORDS, STEP_KEYS, Given, Option, Prompt, Talk
from mainstream_cli.model.readings import years
from mainstream_cli.model.record import in_place_of

Facts = dict[str, Any]
YEARS = range(1800, 2201)
OPTIONAL = ("country", "lead", "lead_kind")  # an area outside ISO 3166 has a name only
LISTS = {"kind": "plan_kinds", "status": "plan_statuses", "timing": "timings", "lead_kind": "stakeholder_kinds"}
TIMING_WORDS = say(
    "In the plan: migration goes into a plan that is still being written, goal by goal. "
    "Stand-alone: the plan stands already, and a strategy of its own serves its goals."
)
ORDER = ("country", "name", "plan", "kind", "status", "start", "end", "timing", "lead", "lead_kind", "folder")


@dataclass
class NewProject:
    """Asks for what *given* does not say; ``check_folder`` raises a MainstreamError for a folder of no use.

    Raises:
        UsageError: what is given cannot be used.
    """

    catalogue: Catalogue
    given: Mapping[str, Any]
    check_folder: Callable[[str], None]
    facts: Facts = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for name in ORDER:
            value = self.given.get(name)
            problem = NO_WORDS if value is None else self._take(name, str(value).strip())
            if problem:
                message = say("{argument}: {problem}", argument=_AS_ARGUMENT[name], problem=problem)
                raise UsageError(message, action=say("Nothing was made."), code="usage")

    def run(self) -> Talk[Facts | None]:
        """Return all facts, None when the person quits."""
        with suppress(Quit):
            return (yield from self._ask_all())
        return None

    def _ask_all(self) -> Talk[Facts]:
        steps = [name for name in ORDER if name not in self.facts]
        if "name" in self.facts and "country" in steps:
            steps.remove("country")
        asked, at, problem = steps, 0, NO_WORDS
        while at < len(steps := [name for name in asked if name != "lead_kind" or "lead" in self.facts]):
            place = say("{step} of {all}", step=at + 1, all=len(steps))
            prompt = replace(self._prompt(steps[at]), problem=problem, place=place)
            if at == 0:
                prompt = replace(prompt, keys=tuple(key for key in prompt.keys if key != BACK))
            reply, problem = (yield from ask(prompt)), NO_WORDS
            if isinstance(reply, Given):
                problem = self._take(steps[at], str(reply.value).strip())
                at += not problem
            elif reply.key == BACK:
                at -= 1
            else:
                self._leave_open(steps[at])
                at += 1
        unasked = {"country_name"} if "lead" in self.facts else {"country_name", "lead_kind"}
        return {name: said for name, said in self.facts.items() if name not in unasked}

    def _prompt(self, name: str) -> Prompt:
        heading, text = _WORDS[name]
        kind = "choice" if name in LISTS else "text"
        return Prompt(
            kind,
            heading,
            text,
            aside=((say("What it means"), TIMING_WORDS),) if name == "timing" else (),
            help=((say("Without being asked"), _AS_ARGUMENT[name]),),
            options=self._options(name),
            default=str(self.facts.get(name) or self._likely(name)),
            keys=STEP_KEYS if name in OPTIONAL else BACK_KEYS,
            hint=_HINTS.get(name, NO_WORDS),
            suggestions=country_names() if name == "country" else (),
        )

    def _options(self, name: str) -> tuple[Option, ...]:
        terms = self.catalogue.vocabulary[LISTS[name]] if name in LISTS else {}
        return tuple(Option(id_, verbatim(words)) for id_, words in terms.items())

    def _likely(self, name: str) -> str:
        match name:
            case "kind":
                return "national"
            case "status":
                return "drafting"
            case "timing":
                return "in_plan" if self.facts.get("status") == "drafting" else "stand_alone"
            case "lead_kind":
                return "planning_authority"
            case "name":
                return str(self.facts.get("country_name", ""))
            case "folder":
                return new_id(str(self.facts.get("name") or "mycountry"), (), "project")
        return ""

    def _take(self, name: str, text: str) -> Text:
        """Take an answer; return what is wrong with it."""
        if not text and name == "lead":
            self._leave_open(name)
            return NO_WORDS
        if not text:
            return say("This is needed.")
        if name in LISTS and text not in self.catalogue.vocabulary[LISTS[name]]:
            terms = ", ".join(self.catalogue.vocabulary[LISTS[name]])
            return say("'{text}' is none of: {terms}.", text=text, terms=terms)
        try:
            match name:
                case "country":
                    self.facts["country_name"], self.facts["country"] = find_country(text)
                case "start" | "end":
                    return self._take_year(name, text)
                case "folder":
                    self.check_folder(text)
        except MainstreamError as problem:
            return told(problem.message, problem.action)
        if name != "country":
            self.facts[name] = text
        return NO_WORDS

    def _leave_open(self, name: str) -> None:
        """Forget what was given here before: a project that is not made yet has nothing that stands."""
        for fact in (name, "country_name") if name == "country" else (name,):
            self.facts.pop(fact, None)

    def _take_year(self, name: str, text: str) -> Text:
        year = whole(text)
        if year is None or year not in YEARS:
            return in_place_of(say("Write a year such as 2026."), [str(year) for year in years(text)])
        if name == "end" and year < int(self.facts.get("start", 0)):
            return say("The plan cannot end before it starts ({year}).", year=self.facts["start"])
        self.facts[name] = year
        return NO_WORDS


_WORDS = {
    "country": (say("Country"), say("Which country is the plan for?")),
    "name": (
        say("Name of the country"),
        say("Which name does the government use? Documents print it as it is written here."),
    ),
    "plan": (say("Plan"), say("What is the development plan called?")),
    "kind": (say("Kind of plan"), say("What kind of plan is it?")),
    "status": (say("Status"), say("How far is the plan?")),
    "start": (say("First year"), say("In which year does the plan begin?")),
    "end": (say("Last year"), say("In which year does it end?")),
    "timing": (say("Timing"), say("How does migration come in?")),
    "lead": (say("Lead"), say("Which institution leads? It can be named later.")),
    "lead_kind": (say("Kind of lead"), say("What kind of institution is it? It becomes the first stakeholder.")),
    "folder": (say("Folder"), say("In which folder is the project kept? It will be made.")),
}
_HOLDS = {"name": "TEXT", "plan": "TEXT", "kind": "KIND", "status": "STATUS", "start": "YEAR", "end": "YEAR"}
_HOLDS |= {"timing": "TIMING", "lead": "TEXT", "lead_kind": "KIND"}
_AS_ARGUMENT = {name: verbatim(Argument(name, holds)) for name, holds in _HOLDS.items()} | {
    "country": say(
        "{argument}; an area outside {list}: {other} alone",
        list="ISO 3166",
        argument=Argument("country", "ISO3|NAME"),
        other=Argument("name", "TEXT"),
    ),
    "folder": say("the first argument: {command}", command="mainstream init DIR"),
}
_HINTS = {
    "country": say("its name, or a code such as {code}; skip for an area outside {list}", code="MDA", list="ISO 3166"),
    "start": say("a year such as 2026"),
    "end": say("a year such as 2035"),
    "lead": say("an institution, never a person"),
}
