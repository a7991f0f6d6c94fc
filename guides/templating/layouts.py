"""The sandbox of page layouts.

A layout is a whole page in Jinja: loops, macros, includes. Its author knows HTML and may
still write a loop in a loop in a loop, or a macro that calls itself, so every turn and every
call is counted, only numbers can be multiplied, and a page has a largest size. Whatever goes
too far is an ordinary template error at its line. What remains, such as a text doubled by
hand forty times, is for the process around it to stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from guides.templating.compiled import add, find

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_STEPS = 200_000
MAX_CHARACTERS = 10_000_000
MAX_RANGE = 1_000

# They can fill the memory in one call, reach past the data, or differ from run to run.
_LEFT_OUT = ("attr", "batch", "center", "format", "indent", "pprint", "random", "slice")
_OF_DICTIONARIES = frozenset(dir(dict))


def layout_environment(
    templates: Mapping[str, str], folder: str = "templates/"
) -> ImmutableSandboxedEnvironment:
    """Return an environment to render one page in.

    Args:
        templates: Layouts by name; each can include the others and nothing else.
        folder: What a traceback shows before a name, so that its line can be found.
    """
    from jinja2 import FunctionLoader, StrictUndefined

    def load(name: str) -> tuple[str, str, None] | None:
        return (templates[name], folder + name, None) if name in templates else None

    environment: ImmutableSandboxedEnvironment = _counting_environment()(
        loader=FunctionLoader(load),
        bytecode_cache=_compiled_before(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals = {"range": _short_range}
    for name in _LEFT_OUT:
        del environment.filters[name]
    return environment


def _short_range(*bounds: int) -> range:
    from jinja2 import TemplateRuntimeError

    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise TemplateRuntimeError(f"a range of {len(numbers):,} is too long")
    return numbers


def _environment_of_fields() -> Any:
    """Return the class of sandboxes that look into a dictionary first: nearly all data are one."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class EnvironmentOfFields(ImmutableSandboxedEnvironment):
        def getattr(self, obj: Any, attribute: str) -> Any:
            if type(obj) is dict and attribute in obj and attribute not in _OF_DICTIONARIES:
                return obj[attribute]
            return super().getattr(obj, attribute)

    return EnvironmentOfFields


@cache
def _counting_environment() -> Any:
    """Return the class of environments that count every turn and every call."""
    from jinja2 import TemplateRuntimeError

    base: Any = _environment_of_fields()

    class CountingEnvironment(base):  # type: ignore[misc]
        code_generator_class = _counting_code()
        template_class = _ending_page()
        intercepted_binops = frozenset({"*", "**", "%"})
        steps = 0

        def step(self) -> None:
            self.steps += 1
            if self.steps > MAX_STEPS:
                raise TemplateRuntimeError("this goes round and round without an end")

        def counted(self, items: Iterable[Any]) -> Iterator[Any]:
            for item in items:
                self.step()
                yield item

        def call(self, *args: Any, **kwargs: Any) -> Any:
            self.step()
            return super().call(*args, **kwargs)

        def join_path(self, template: str, parent: str) -> str:
            self.step()  # Jinja asks for it before every include, import and extends
            return str(super().join_path(template, parent))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or not isinstance(left, int) or not isinstance(right, int):
                raise TemplateRuntimeError(f"`{operator}` cannot be used on these")
            return super().call_binop(context, operator, left, right)

    return CountingEnvironment


@cache
def _compiled_before() -> Any:
    """Return a memory of compiled layouts: a page is rendered many times until it fits.

    Jinja asks for it with the name and a digest of the text, so an edited layout is new to it.
    """
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket

    class Memory(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = find("layout", f"{bucket.key} {bucket.checksum}")

        def dump_bytecode(self, bucket: Bucket) -> None:
            add("layout", f"{bucket.key} {bucket.checksum}", bucket.code)

    return Memory()


def _counting_code() -> Any:
    """Return a compiler that puts what a loop runs over through `counted`."""
    from jinja2 import TemplateAssertionError, nodes
    from jinja2.compiler import CodeGenerator, Frame

    class CountingCode(CodeGenerator):
        def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  Jinja's name
            if node.recursive:
                message = "a recursive loop cannot be used"
                raise TemplateAssertionError(message, node.lineno, self.name, self.filename)
            counted = nodes.EnvironmentAttribute("counted")
            node.iter = nodes.Call(counted, [node.iter], [], None, None, lineno=node.lineno)
            super().visit_For(node, frame)

    return CountingCode


def _ending_page() -> Any:
    """Return a kind of template whose page has a largest size."""
    from jinja2 import Template, TemplateRuntimeError

    class EndingPage(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            parts, size = [], 0
            for part in self.generate(*args, **kwargs):
                parts.append(part)
                size += len(part)
                if size > MAX_CHARACTERS:
                    raise TemplateRuntimeError("the page does not end")
            return "".join(parts)

    return EndingPage
