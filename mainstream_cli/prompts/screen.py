"""Asks on a whole screen: the question above, the answer below it, the keys on the last line.

The page is drawn with prompt_toolkit, on which questionary stands: everything wraps, follows a resized window, and no
key does anything unexpected.
"""

import asyncio
from dataclasses import replace
from functools import partial
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style

from mainstream_cli.errors import MainstreamError
from mainstream_cli.language import say
from mainstream_cli.model.prompt import HELP, NO_WORDS, QUIT, Given, Pressed, Prompt, Reply
from mainstream_cli.prompts.body import AnswerArea, body_for
from mainstream_cli.prompts.full_page import columns, full_page, size
from mainstream_cli.prompts.keys import CONTROL, MEANING, no_such_word, shown_control, shown_words, typed_key
from mainstream_cli.prompts.room_page import Clock, room_page, room_width

STYLE = Style.from_dict(
    {
        "place": "ansibrightblack",
        "heading": "bold",
        "label": "ansibrightblack",
        "quiet": "ansibrightblack",
        "question": "ansibrightblack",
        "chosen": "reverse",
        "problem": "bold ansired",
    }
)


class Screen:
    """Shows one prompt at a time and waits for the reply; with *room* the wall sees the question alone."""

    def __init__(self, *, room: bool = False) -> None:
        self.clock = Clock() if room else None
        self.typed = ""

    def ask(self, prompt: Prompt) -> Reply:
        """Ask one thing; a terminal that is gone is a wish to quit.

        Raises:
            KeyboardInterrupt: Ctrl-C.
        """
        try:
            reply = self._run(prompt, self.clock)
            while reply == Pressed(HELP):
                if prompt.kind == "text" and not self.typed.startswith(":"):
                    prompt = replace(prompt, default=self.typed)
                reply = self._run(_help_page(prompt), None)
                if reply != Pressed(QUIT):
                    reply = self._run(prompt, self.clock)
        except (EOFError, OSError):
            return Pressed(QUIT)
        return reply

    def _run(self, prompt: Prompt, clock: Clock | None) -> Reply:
        body = body_for(prompt, rows=size().rows, width=room_width if clock else columns)
        page = room_page(prompt, body, clock) if clock else full_page(prompt, body)
        app, output = body.app, get_app_session().output
        output.erase_screen()
        output.cursor_goto(0, 0)
        app.layout = Layout(page, focused_element=body.focus)
        app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), body.keys, _keys(prompt, body)])
        app.style, app.erase_when_done, app.ttimeoutlen, app.refresh_interval = STYLE, True, 0.1, 1 if clock else None
        app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED  # the screen is ours: no need to ask for the cursor
        try:
            result = _guarded(app)
        finally:
            self.typed = body.typed()
        return result if isinstance(result, Given | Pressed) else Given(body.value(result))


def _guarded(app: Application[Any]) -> object:
    """Run the prompt; what goes wrong while it runs ends it, where prompt_toolkit would print a traceback and wait."""

    def fail(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if app.is_running and not app.is_done:
            app.exit(exception=context.get("exception") or RuntimeError(str(context.get("message"))))

    try:
        return app.run(
            set_exception_handler=False, pre_run=lambda: asyncio.get_running_loop().set_exception_handler(fail)
        )
    except (EOFError, OSError, KeyboardInterrupt):
        raise
    except Exception as problem:
        kind = type(problem).__name__
        message = say("This terminal sends something that the screen cannot take ({kind}).", kind=kind)
        action = say("Go on with {flag}; what was confirmed is saved.", flag="--plain")
        raise MainstreamError(message, action=action, code="tty") from problem


def _keys(prompt: Prompt, body: AnswerArea) -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter", filter=Condition(lambda: prompt.kind == "text"), eager=True)
    def accept(event: KeyPressEvent) -> None:
        typed = body.typed()
        key = typed_key(typed)
        if key in prompt.keys:
            event.app.exit(result=Pressed(key))
        elif typed.startswith(":") and typed != prompt.default:
            body.notice = no_such_word(prompt.keys)
        else:
            event.app.exit(result=Given(typed))

    @keys.add("c-c", eager=True)
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-d", eager=True)
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=Pressed(QUIT))

    @keys.add("c-z", eager=True)
    def suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    for noise in (Keys.Vt100MouseEvent, Keys.CPRResponse, Keys.WindowsMouseEvent, Keys.Ignore):
        keys.add(noise, eager=True)(lambda _: None)  # a stray sequence; the handlers of the library trip over some
    for name in CONTROL:
        keys.add(f"c-{CONTROL[name]}", eager=True)(partial(_press, prompt, body, name))
    return keys


def _press(prompt: Prompt, body: AnswerArea, name: str, event: KeyPressEvent) -> None:
    if name in prompt.keys:
        event.app.exit(result=Pressed(name))
    else:
        body.notice = say("This key does nothing here: {key}", key=shown_control(name))


def _help_page(prompt: Prompt) -> Prompt:
    controls = tuple((shown_control(key), MEANING[key]) for key in prompt.keys)
    typed = say("the words {words} work too. Alt-Enter begins a new line.", words=shown_words(prompt.keys))
    between = (NO_WORDS, NO_WORDS)
    aside = (*prompt.aside, *prompt.help, between, *controls, (say("In a text"), typed))
    return Prompt("page", prompt.heading, prompt.text, aside=aside, keys=(HELP, QUIT))
