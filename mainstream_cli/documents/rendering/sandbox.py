"""What tags may do: the strict sandbox of all templates, and the narrow one of templates that are not shipped."""

from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from mainstream_cli.documents.rendering.known import names_in
from mainstream_cli.documents.rendering.text import in_word
from mainstream_cli.language import say

MAX_RANGE = 1000
FILTERS = names_in("""
    abs capitalize count d default dictsort e escape first float groupby int join last length list lower map max min
    reject rejectattr replace reverse round select selectattr sort string sum title trim truncate unique upper wordcount
""")
"""No filter that hands text through unescaped, answers differently each time, or can fill the memory."""
TEXT_METHODS = {"capitalize", "endswith", "lower", "lstrip", "rstrip", "split", "startswith", "strip", "title", "upper"}
PLAIN = (str, int, float, list, tuple, dict, LoopContext, Namespace)
BLOCK_METHODS = {"get", "items", "keys", "values"}


def environment() -> ImmutableSandboxedEnvironment:
    """Return the strict sandbox that templates are filled in: no Python, no silent gap, all text escaped."""
    return FieldsFirst(autoescape=True, undefined=StrictUndefined, finalize=in_word)


class FieldsFirst(ImmutableSandboxedEnvironment):
    """The sandbox in which a field called ``values`` or ``items`` is that field, and not a method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a block before anything that Python adds."""
        return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)


class NarrowEnvironment(FieldsFirst):
    """The sandbox for a template that somebody sent: names, conditions, loops, and a few harmless filters."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=in_word)
        self.globals = {"range": short_range, "namespace": Namespace}
        self.filters = {name: self.filters[name] for name in FILTERS}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers only: a text times a million fills the memory.

        Raises:
            SecurityError: one of the two is no number, or a power is asked for.
        """
        if operator == "**" or not all(isinstance(each, int | float) for each in (left, right)):
            raise SecurityError(say("'{operator}' is for numbers only, and powers are not offered", operator=operator))
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a tag may look into *obj*: plain values, loop counters and what the template itself has set."""
        return isinstance(obj, PLAIN) and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Tell whether a tag may call *obj*: macros, loop counters, and methods that only look at a text or block."""
        if isinstance(obj, Macro | LoopContext) or obj in (short_range, Namespace):
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        if isinstance(obj, MethodType) and isinstance(owner, LoopContext):
            return True
        methods = TEXT_METHODS if isinstance(owner, str) else BLOCK_METHODS if isinstance(owner, dict) else set()
        return isinstance(obj, BuiltinMethodType | MethodType) and name in methods


def short_range(*numbers: int) -> range:
    """Return a range as Python does, of at most a thousand numbers.

    Raises:
        SecurityError: it would be longer.
    """
    found = range(*numbers)
    if len(found) > MAX_RANGE:
        raise SecurityError(say("{function} is limited to {most} numbers", function="range()", most=MAX_RANGE))
    return found
