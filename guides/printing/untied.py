"""What a page was laid out with goes as soon as the file is written.

WeasyPrint lays a page out with a context that holds every box and style of it, and a function
that holds the context. Only the garbage collector frees such a circle, object by object, which
takes a tenth of the time of printing. Here the circle is cut: the function holds its context
weakly, and whoever prints holds it for as long as pictures are drawn with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from weakref import proxy

from guides.printing import quick

# The contexts of what is being printed; None while nothing is.
_held: list[Any] | None = None


@contextmanager
def held() -> Iterator[None]:
    """Hold what pages are laid out with until this context ends."""
    global _held  # noqa: PLW0603  a page is printed by one process alone
    before, _held = _held, []
    try:
        yield
    finally:
        _held = before


def untie(weasyprint: Any) -> None:
    """Let contexts go; another version than the one we know is left alone."""
    document = weasyprint.document
    tied: Any = document.LayoutContext
    if weasyprint.__version__ != quick.VERSION or hasattr(tied, "unties"):
        return

    class Context(tied):  # type: ignore[misc]
        unties = True
        get_image_from_uri: Any

        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            if _held is None:  # nobody would hold it
                return
            _held.append(self)
            read = self.get_image_from_uri
            weakly = {**read.keywords, "context": proxy(self)}
            self.get_image_from_uri = partial(read.func, *read.args, **weakly)

    document.LayoutContext = Context
