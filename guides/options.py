"""What a build is asked for.

All of it goes into the fingerprint of what is made (see `fingerprint`), so an option that is
added here can change the pages at once and never leaves an old page in place. What changes no
page, such as the number of processes, does not belong here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guides import fingerprints
from guides.wishes import AS_THE_PROJECT_SAYS, NO_WISHES, LookWishes, Wishes

if TYPE_CHECKING:
    from guides.model import Edition


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; empty means "as the seed, the plan or the project says".

    The output is a folder, or the address of one as a text. With `check`, the finished pages
    are looked at, and what is wrong with them is told.
    """

    plans: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    output: Path | str | None = None
    look: LookWishes = AS_THE_PROJECT_SAYS
    encoding: str = ""
    wishes: Wishes = NO_WISHES
    check: bool = False

    @property
    def selective(self) -> bool:
        """True where only some of the plans or editions are asked for."""
        return bool(self.plans or self.editions)

    def fingerprint(self) -> str:
        """Return the fingerprint of all of it: the whole value, so nothing can be left out."""
        return fingerprints.joined(repr(self))
