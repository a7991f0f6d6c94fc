"""What each kind of YAML file holds, beyond what the dataclasses of `model` say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guides.model import (
    FrontMatter,
    LoadedEntry,
    ProjectFile,
    Prompt,
    SensitiveCategory,
    Word,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptFile:
    """A file of prompt templates.

    Attributes:
        prompts: The prompts, in any order.
    """

    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """A file of the glossary.

    Attributes:
        words: The entries, in any order.
    """

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A file of word lists.

    Attributes:
        benign: Phrases that only look like a hard topic, such as "killer app".
        categories: Hard topics and the words that show them.
        loaded: Words that judge as they name.
    """

    benign: tuple[str, ...] = ()
    categories: tuple[SensitiveCategory, ...] = ()
    loaded: tuple[LoadedEntry, ...] = ()


# How deep the parts lie that can be left out one by one for a mistake in them: the items of
# a file's lists, the lines of front matter and of a project file. Of anything else, nothing less
# than all of it.
PARTS: dict[type[Any], int] = {
    PromptFile: 2,
    WordFile: 2,
    ListFile: 2,
    FrontMatter: 1,
    ProjectFile: 1,
}

# The whole numbers that make sense on paper, by key.
LIMITS = {
    "count": (1, 40),
    "lines": (0, 40),
    "minutes": (1, 600),
    "pages": (1, 20),
    "starred": (0, 40),
    "words": (0, 40),
}
