"""People, organisations and places, with every mention and what the text says they are.

Capitalised stretches (`capitals.py`) are judged by their words and by what stands around
them (`kinds.py`); then the forms of one name are brought together (`linking.py`): "Bowers"
is Robert Bowers, "the agency" nobody. What stays unsure is left out: a guide must not ask
about a person who is a hurricane.

The author and the publisher are known from the document itself; the republisher of a
preface counts where the reading or a note mentions it, for its own label is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guides.findings import lexicon, name_words, roles
from guides.findings.aliases import Mention
from guides.findings.lexicon import is_plain
from guides.findings.linking import Entity, link
from guides.findings.stretches import Stretch, stretches
from guides.findings.surroundings import describes
from guides.model import Document, Name, NameKind, Quotation
from guides.source import Span

_SHORTEST_FAMILY = 5


def find(document: Document) -> tuple[Name, ...]:
    """Return the names in *document* in the order in which its body first mentions them.

    A name that stands only in the preface or the source line comes last, in paragraph 0.
    """
    mentions = sorted(_mentions(document), key=lambda mention: mention.stretch.start)
    entities = link(document.text, mentions)
    if document.language not in ("en", "und"):
        entities = [entity for entity in entities if _is_sure_abroad(entity)]
    found = [
        _name(document, entity) for entity in entities if not _is_people(document.text, entity)
    ]
    return tuple(sorted(found, key=lambda name: (not name.paragraph, name.span.start)))


def _is_sure_abroad(entity: Entity) -> bool:
    """Return whether a name in a text that is not English needs no English to be known.

    Verbs, prepositions and nouns beside a name say nothing here, and what opens a Spanish
    sentence is no English word: only known names, and people by first and last name, stay.
    """
    parts = entity.key.split()
    if any(mention.known for mention in entity.mentions):
        return True
    if entity.kind != "person":
        return bool(lexicon.place_kind(entity.key)) or lexicon.is_known_organisation(entity.key)
    given = lexicon.is_first_name(parts[0]) and parts[0] not in name_words.OPENS_PLACE
    return len(parts) > 1 and given


def _is_people(text: str, entity: Entity) -> bool:
    """Tell a people from a person: where there are "Ahmadis", "an Ahmadi" is no name."""
    if entity.kind != "person" or " " in entity.key:
        return False
    name = re.escape(entity.key)
    return bool(
        re.search(rf"\b(?i:an?|two|three|many|most|some) {name}\b(?! [A-Z])", text)
        and re.search(rf"\b{name}s\b", text)
    )


def without_slips(quotations: Iterable[Quotation], names: Iterable[Name]) -> tuple[Quotation, ...]:
    """Return *quotations* without speakers who are a slip: "Water" beside Kathryn Waters."""
    people = {name.name.split()[-1] for name in names if name.kind == "person" and " " in name.name}
    shorter = {form for family in people for form in _without_a_letter(family)}

    def slipped(speaker: str) -> bool:
        if not speaker or " " in speaker or speaker in people:
            return False
        return speaker in shorter or not people.isdisjoint(_without_a_letter(speaker))

    return tuple(
        replace(item, speaker="", speaker_kind="unknown") if slipped(item.speaker) else item
        for item in quotations
    )


def _without_a_letter(name: str) -> Iterator[str]:
    """Yield a name with any one letter left out; of short ones, both are often names."""
    if len(name) > _SHORTEST_FAMILY:
        for place in range(len(name)):
            yield name[:place] + name[place + 1 :]


def with_quotations(names: Iterable[Name], quotations: Iterable[Quotation]) -> tuple[Name, ...]:
    """Return *names* with `quoted` and `accused` filled from whose words are quoted."""
    quotations = tuple(quotations)
    spoken: dict[str, set[int]] = {}
    for quotation in quotations:
        spoken.setdefault(quotation.speaker, set()).add(quotation.paragraph)
    deniers = {quotation.speaker for quotation in quotations if quotation.denial}
    return tuple(
        replace(
            name,
            quoted=name.name in spoken,
            speaks=tuple(sorted(spoken.get(name.name, ()))),
            acts=name.acts or name.name in spoken,
            accused=name.accused or name.name in deniers,
        )
        for name in names
    )


# ---------------------------------------------------------------- mentions


def _regions(document: Document) -> Iterator[tuple[int, Span]]:
    """Yield each sentence with its paragraph number, 0 in the preface."""
    if document.preface:
        for _, part in _parts(document):
            yield 0, part
    for block in document.blocks:
        for sentence in block.sentences:
            yield block.number or 0, sentence


def _parts(document: Document) -> Iterator[tuple[int, Span]]:
    for note in document.preface.notes if document.preface else ():
        for part in note.parts or ():
            yield 0, part.span
        if not note.parts:
            yield 0, note.span


def _mentions(document: Document) -> Iterator[Mention]:
    known = _known(document)
    if document.source_line:
        yield from _exact(document.text, document.source_line, 0, known)
    body = {name: kind for name, kind in known.items() if " " in name or not is_plain(name)}
    for number, span in _regions(document):
        exact = list(_exact(document.text, span, number, body)) if body else []
        yield from exact
        taken = [(mention.stretch.start, mention.stretch.end) for mention in exact]
        for stretch in stretches(document.text, span.start, span.end):
            if _is_a_side(document.text, stretch):
                continue
            if not any(stretch.start < end and start < stretch.end for start, end in taken):
                yield Mention(stretch, number)


def _is_a_side(text: str, stretch: Stretch) -> bool:
    """Say whether a name stands in that of a case: "Brown v. Board of Education"."""
    before = text[max(0, stretch.start - 5) : stretch.start]
    after = text[stretch.end : stretch.end + 5]
    return bool(re.search(r"\bvs?\. $", before) or re.match(r" vs?\. ", after))


def _known(document: Document) -> dict[str, NameKind]:
    """Return the names that the document's own data give."""
    known: dict[str, NameKind] = dict.fromkeys(document.authors, "person")
    publishers = [document.publisher, document.preface.publisher if document.preface else ""]
    known |= {name: "organisation" for name in publishers if name}
    return known


def _exact(text: str, span: Span, number: int, known: dict[str, NameKind]) -> Iterator[Mention]:
    """Yield where the *known* names stand in *span*, letter for letter."""
    if not known:
        return
    longest = sorted(known, key=lambda name: (-len(name), name))
    # No word boundary before: source lines lose spaces ("in 2021at The Conversation").
    pattern = re.compile("(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    for match in pattern.finditer(text, span.start, span.end):
        words = tuple(match[0].split())
        stretch = Stretch(match.start(), match.end(), match[0], words)
        yield Mention(stretch, number, known[match[0]])


# ---------------------------------------------------------------- names


def _name(document: Document, entity: Entity) -> Name:
    numbered = [mention for mention in entity.mentions if mention.paragraph]
    first = (numbered or list(entity.mentions))[0]
    return Name(
        span=Span(document.source, first.stretch.start, first.stretch.end),
        paragraph=first.paragraph,
        confidence=0.95 if entity.weight >= 5 else 0.8 if entity.weight >= 3 else 0.6,
        name=_printed(document.text, entity),
        called=_called(document.text, entity),
        kind=entity.kind,
        role=roles.role_of(document.text, entity),
        paragraphs=tuple(sorted({mention.paragraph for mention in numbered})),
        mentions=tuple(
            Span(document.source, mention.stretch.start, mention.stretch.end)
            for mention in entity.mentions
        ),
        acts=roles.acts(document.text, entity),
        accused=roles.accused(document.text, entity),
    )


# Short names that a sentence gives an article, though a headline or "UN experts" does not.
_SAID_WITH_THE = frozenset(
    "AU BBC CDC CIA EPA EU FAO FBI FDA ICC ICRC ILO IMF IPCC IRS NAACP NHS NIH OECD OSCE UK UN "
    "US USA U.K. U.N. U.S. WHO WTO".split()
)


def _printed(text: str, entity: Entity) -> str:
    """Return the name, with "The" where a body is never mentioned without its capital."""
    starts = [item.stretch.start for item in entity.mentions if item.key == entity.key]
    opens = all(text[max(0, start - 4) : start] == "The " for start in starts)
    bare = lexicon.is_known_organisation(entity.key) or entity.kind != "organisation"
    return f"The {entity.key}" if opens and starts and not bare else entity.key


def _called(text: str, entity: Entity) -> str:
    """Return the name as it stands inside a sentence, with "the" where the text gives it one."""
    printed = _printed(text, entity)
    if printed.startswith("The ") and printed != entity.key:
        return f"the {entity.key}"
    body = _is_a_body(entity) and not _is_bare(text, entity)
    article = entity.key in _SAID_WITH_THE or _has_article(text, entity) or body
    return f"the {printed}" if article and not printed.lower().startswith("the ") else printed


# A body that is called by what it is: "the Board of Education", "the Democratic Party".
_BODIES = frozenset(
    "Board Council Committee Commission Party Department Ministry Court Agency Bureau Office "
    "Association Authority Institute Center Centre Foundation Federation Senate Administration "
    "Union Alliance Coalition Society Service".split()
)


def _is_a_body(entity: Entity) -> bool:
    words = entity.key.split()
    ends = words[0] in _BODIES or words[-1] in _BODIES
    return entity.kind == "organisation" and len(words) > 1 and ends


def _is_bare(text: str, entity: Entity) -> bool:
    """Tell a body that the text names without an article: "in 2019 Marsby Council paid"."""
    starts = [item.stretch.start for item in entity.mentions if item.key == entity.key]
    before = [text[max(0, start - 5) : start].lower() for start in starts]
    bare = [part for part in before if re.search(r"[\w,;] \Z", part)]
    return bool(bare) and not any(part.endswith("the ") for part in before)


def _has_article(text: str, entity: Entity) -> bool:
    """Return whether the text says "the" before the name, and not before what it describes.

    "The Houston area", "the Clinton camp" and "the Arizona sheriff" give no article to a
    name; nor does a text that says "in Houston" elsewhere.
    """
    if entity.kind == "person":
        return False
    mentions = [item.stretch for item in entity.mentions if item.key == entity.key]
    given = [item for item in mentions if item.article]
    if entity.kind == "organisation":
        return bool(given)
    own = [item for item in given if not describes(text, item)]
    bare = [item for item in mentions if item not in given and not item.initial]
    return bool(own) and len(own) >= len(bare)
