"""Parts of the body: what the text itself calls them, and which paragraphs stand under each.

A text cannot be misunderstood about what it calls its own parts, so what is asked of them
holds. Parts that only serve the rest ("Sources", "Review questions") have nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guides import framing
from guides.days import MONTHS, WEEKDAY
from guides.findings.reading import Reading
from guides.model import Block, TextPart

# Parts that make no points of their own: sources, exercises, what to buy.
# "A question of wind" and "Sources of conflict" are no such parts.
_SERVING = (
    r"references?|(?<!primary )sources(?! of)|^source\W*$|bibliography"
    r"|links(?! (?:to|between|with))|see also|works cited|acknowledge?ments?|credits?(?! for)"
    r"|questions(?! of)|(?:essential|focus|guiding|discussion|key|big|compelling) question"
    r"|exercises?(?! (?:and|of|in)\b)|quiz|review(?! of)|check your|activity|activities|appendix"
    r"|materials"
    r"|ingredients|supplies|you(?:’|'| wi)ll need|objectives|outcomes|further reading"
    r"|did you know|by the numbers|in numbers|in figures|fast facts|key facts"
    r"|reading focus|learning goals|selected (?:works|writings|publications)|discography"
    r"|filmography|how (?:we|this story was) (?:reported|made|worked)"
    r"|how we (?:got|did) (?:this|the) story|about (?:this|the) (?:story|report|series|project)"
    r"|(?:in|on) this (?:guide|page|article)|jump to|if you need help|where to (?:get|find) help"
)
# What any text could call a part.
_SAYING_NOTHING = (
    r"notes?|reading|about the|contents|glossary|vocabulary|figures?|tables?|abstract|summary"
    r"|introduction|overview|conclusions?|background|history|takeaways|key points|chapter|part"
    r"|key terms|terms|word box|words to know|timeline|at a glance"
    r"|findings|recommendations|methods|methodology|results"
    r"|section|comments?|newsletter|advertisement|related"
)
_SERVES = re.compile(rf"\b(?:{_SERVING})\b|^notes\W*$", re.IGNORECASE)
_AID = re.compile(
    r"\W*(?:(?i:(?:before|as|while|after) you read\b|reading check"
    r"|critical thinking|main ideas?\b|key (?:questions?|ideas?|terms?)\b"
    r"|check your (?:understanding|progress)|think about it|learning (?:goals?|objectives?)"
    r"|caption:|further reading:)"
    r"|(?:Define|Explain|Identify|Summari[sz]e|Contrast|Compare|Describe|Analy[sz]e"
    r"|Discuss):? [A-Z].*\?$)"
)
_UNTELLING = re.compile(rf"\b(?:{_SERVING}|{_SAYING_NOTHING})\b", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*|[A-Za-z])[.):]\s+")
# The days of a diary name no part: "Monday, 15th", "3 March 1847".
_DAY = re.compile(
    r"(?=.*(?:day\b|\b\d{1,2}(?:st|nd|rd|th)?\b))"
    rf"(?:\b(?:{WEEKDAY}|{MONTHS}|the|of|updated|\d{{1,4}}(?:st|nd|rd|th)?)\b\W*)+",
    re.IGNORECASE,
)
_MOST_WORDS = 12
_FEWEST_WORDS = 2


def find_parts(reading: Reading) -> tuple[TextPart, ...]:
    """Return the parts whose headings say something of them, in text order.

    A heading that begins with somebody's name is mostly what stood below their picture.
    """
    names = tuple(person.name for person in reading.found.people)
    found = tuple(
        part
        for part in _headed(reading)
        if not (_DAY.fullmatch(part.heading) or part.heading.startswith(names))
    )
    return found if len(found) > 1 else ()


def serves(heading: str) -> bool:
    """Tell the heading of a part that serves the rest: sources, exercises, a shopping list."""
    return bool(_SERVES.search(heading))


def is_aid(block: Block) -> bool:
    """Tell what a schoolbook prints beside its text: "Reading Check: …", "Main Idea …"."""
    return bool(_AID.match(block.text))


def _headed(reading: Reading) -> Iterator[TextPart]:
    closing = framing.closing(reading.document, framing.signed(reading.document))
    last = closing.number if closing else None
    for heading, under in parts_of(reading.document.blocks):
        numbers = tuple(
            block.number
            for block in under
            if block.number is not None and (last is None or block.number <= last)
        )
        words = _NUMBERING.sub("", " ".join(heading.text.split())).rstrip(".:")
        telling = _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS and not _UNTELLING.search(
            words
        )
        if numbers and telling and any(block.kind != "row" for block in under):
            yield TextPart(
                span=heading.span,
                paragraph=numbers[0],
                heading=words,
                asks=words.endswith("?"),
                words=sum(len(block.text.split()) for block in under),
                paragraphs=numbers,
            )


def parts_of(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, list[Block]]]:
    """Yield each heading with the blocks down to the next."""
    heading: Block | None = None
    under: list[Block] = []
    for block in blocks:
        if block.kind != "heading":
            under.append(block)
            continue
        if heading:
            yield heading, under
        heading, under = block, []
    if heading:
        yield heading, under
