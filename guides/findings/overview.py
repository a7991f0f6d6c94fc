"""What the findings say together: genre, the paragraphs that matter, who is not heard.

Runs last, on findings that are otherwise complete.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, groupby, pairwise

from guides import framing
from guides.findings import (
    characters,
    concepts,
    deeds,
    echoes,
    exchanges,
    genres,
    parts,
    people_words,
    recurrences,
    remarks,
    salient,
    scenes,
    telling,
)
from guides.findings.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    is_adverb,
    is_closed,
    word_set,
)
from guides.findings.lexicon import stem
from guides.findings.reviews import is_review, work_reviewed
from guides.model import (
    Block,
    Character,
    Document,
    Findings,
    Genre,
    Group,
    Name,
    Overview,
    Pair,
    Passage,
    Quotation,
)

_A_LONG_LIFE = 40  # years
_DEATH = re.compile(r"\b(?:died|dies|death|buried|funeral|grave)\b")
# What editors write of any text.
_INTRODUCES = word_set(
    "highlights discusses argues explains explores examines describes details outlines shares shows"
    " offers looks writes writing post article author report study piece ways issue how why"
)
_TERM = re.compile(r"[A-Za-z][a-z’'-]*")
_POWERS = re.compile(
    r"\b(?:authorit|official|government|leader|police|minister|lawmaker|politician|soldier|"
    r"troop|executive|bank|compan|republican|democrat|senator|candidate|elite|celebrit)",
    re.IGNORECASE,
)
# Those whose trade it is to speak, or whom a text names without being about them.
_ASIDE = re.compile(
    r"\b(?:expert|research|analyst|scientist|economist|journalist|reporter|reader|viewer|staff|"
    r"manager|critic|supporter|opponent|observer|lawyer|attorney|judge|terrorist|criminal|"
    r"suspect|servant|countless|counterpart|witness|interviewee|respondent|participant|americans$)",
    re.IGNORECASE,
)
# Who is introduced so speaks for others, named or not.
_FOR_OTHERS = re.compile(r"\b(?:their|whose) (?:spokes\w+|leader|lawyer|attorney|representative)")
_OWING_NOBODY = ("story", "poem", "letter", "how-to", "reference")
_A_SAYING = 6  # words
_SURE = 0.8
_NEAR, _FAR = 6, 15  # paragraphs; far apart, two quotations are from two stories
_OPENING = 4  # paragraphs
_WORTH_A_QUESTION = 35  # words
# "— John Snow, 1855": who wrote what is set apart.
_ATTRIBUTED = re.compile(r"(?:^|\n|[.!?”\"]\s)[—–-]{1,2}\s?[A-Z]|\bprimary source\b", re.IGNORECASE)
_FICTION = re.compile(r"\W*(?:(?:flash|short|new) )?(?:fiction|story|stories)\W*", re.IGNORECASE)
_HEAD = 5  # blocks
_PAUSE = re.compile(r"[,;:?!—–]\Z|\w{4}\.\Z")  # "a.m." ends nothing
_FIRST, _CLAUSE, _FEWEST = 9, 12, 3  # words
_MARKS = re.compile('[“”"‘*_\\[\\]]')
_HANGING = AUXILIARIES | {"not", "to"}  # "do not, as a rule, think of themselves as …"
_BEGINNERS = PREPOSITIONS | CONJUNCTIONS
_A_NAME, _OFTEN = 3, 3  # words in a name at most, mentions at least
_NAMED_OFTEN = 5
_PROOFS = 2  # that a life is told, at least
_FIRST_NAMED, _RANK = 0.95, 0.1  # how sure the first of a story's people is, and each further one
_INSIDE, _MOST_INSIDE = 0.06, 3  # what a thought counts, and how many do
_MUCH_MORE = 2  # paragraphs
_BIRTH = re.compile(
    r"\b(?:was|were) born\b|\bborn (?:in|on|at|into)\b"
    r"|\([^()]{0,30}\b(?:1\d|20)\d\d\s?[–—-]\s?[^()]{0,24}\b(?:1\d|20)\d\d\)"
)


def _signs(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_MOURNING = _signs(
    r"\bfuneral\b|\bburial\b",
    r"\b(?:coffin|casket|graveside|pallbearers?)\b",
    r"\b(?:vicar|chapel|hymn)\b",
    r"\bmourn(?:s|ed|ers?|ing)?\b|\bcondolences\b|\brest in peace\b|\bsay goodbye\b",
)
# One person who has died, and not many.
_ONE_DEAD = _signs(
    r"\b(?:he|she|who|(?-i:[A-Z][a-z]+)) (?:died|passed away)\b",
    r"\b(?:his|her) (?:death|passing)\b",
    r"\b(?:his|her) (?:grave(?! \w+s\b)|ashes|last (?:days|weeks|months))\b",
    r"\b(?:celebrate|remember|honou?r|mourn) (?:(?:his|her) life|the life of)\b",
    r"\bto remember (?:him|her)\b",
)
_GRAVE = 3  # signs that somebody is mourned
_HARM = ("killing_torture", "persecution", "detention_abuse", "sexual_violence", "domestic_child")


def find(findings: Findings) -> Findings:
    """Return *findings* with pairs of quotations and the overview filled in."""
    genre = genres.genre(findings)
    told_of = _told_of(findings) if genre == "article" else ""
    if not told_of:  # whom somebody met in a long life, and when, is no conversation
        findings = replace(findings, pairs=tuple(_pairs(findings.quotations)))
    open_letter = genre == "article" and genres.is_open_letter(findings.document)
    aside = _ascending(_aside(findings, genre))
    debaters = exchanges.debaters(findings.document.numbered) if genre == "talk" else ()
    findings = _with_scenes(findings, genre, aside, argued=bool(debaters))
    # In a tale, a poem, a letter or a recipe nobody is owed a quotation.
    silent = [] if genre in _OWING_NOBODY else _unquoted(findings)
    voices = _voices(findings.quotations)
    spoken = set(voices)
    heard = [name for name in findings.people if name.name in spoken]
    overview = Overview(
        genre=genre,
        key_paragraphs=_key_paragraphs(findings),
        evidence=_evidence(findings),
        harm=_ascending(
            match.paragraph
            for match in findings.sensitivity.matches
            if match.category in _HARM and match.weight >= 2
        ),
        speakers=tuple(dict.fromkeys(item.speaker for item in findings.quotations if item.speaker)),
        voices=voices,
        main_voice=max(heard, key=_room).name if heard else "",
        room=_most_and_least(heard),
        unquoted=tuple(group.name for group in silent),
        unquoted_paragraphs=_ascending(group.paragraph for group in silent),
        dated=_ascending(date.paragraph for date in findings.dates if date.confidence >= _SURE),
        reordered=_reordered(findings),
        institutions=_ascending(
            number for name in findings.organisations if name.acts for number in name.paragraphs
        ),
        character=told_of or _character(findings),
        called="letter" if open_letter else _called(findings, genre),
        unit="stanza" if genre == "poem" else "paragraph",
        life=bool(told_of),
        whole_life=bool(told_of) and _is_whole(findings),
        open_letter=open_letter,
        addressee=genres.addressee(findings.document) if genre == "letter" else "",
        mourns=genre == "speech" and _mourns(findings),
        concepts=(about := concepts.find_concepts(findings)),
        teaches=genre == "article" and concepts.teaches(about, findings),
        reviews=(reviewing := genre == "article" and is_review(findings.document)),
        work=work_reviewed(findings.document) if reviewing else "",
        connected=concepts.connected(about, findings),
        aside=aside,
        main_words=salient.main_words(findings),
        figures=(told := salient.figures(findings, aside)),
        figure_paragraphs=salient.figure_paragraphs(findings, aside) if told else (),
        debaters=debaters,
        untold=_untold(findings.document),
        latest=max((year for _, year in _years(findings)), default=0),
    )
    return replace(
        findings,
        overview=overview,
        key_passages=_key_passages(findings.document, overview),
        excerpts=tuple(_excerpts(findings.document)) if genre == "article" else (),
    )


def _untold(document: Document) -> tuple[str, ...]:
    """Return the words of the editors' summary, but for names, that the text has in no form."""
    summary = next(document.preface.parts("summary"), None) if document.preface else None
    if summary is None:
        return ()
    body = " ".join(block.text for block in document.numbered)
    told = {stem(word.lower()) for word in _TERM.findall(body)}
    words = (word for word in _TERM.findall(summary[1].span.text) if word.islower())
    return tuple(
        word
        for word in dict.fromkeys(words)
        if not (is_closed(word) or word in _INTRODUCES or stem(word) in told)
    )


def _excerpts(document: Document) -> Iterator[Passage]:
    """Yield what the text sets apart as another's, with who wrote it: a source in a schoolbook."""
    for quoted, run in groupby(document.numbered, key=lambda block: block.quoted):
        blocks = list(run)
        said = [block for block in blocks if not _ATTRIBUTED.match(block.text)]
        attributed = any(_ATTRIBUTED.search(block.text) for block in blocks)
        words = sum(len(block.text.split()) for block in said)
        if quoted and attributed and said and words >= _WORTH_A_QUESTION:
            numbers = tuple(block.number or 0 for block in said)
            yield Passage(span=said[0].span, paragraph=numbers[0], paragraphs=numbers)


def _key_passages(document: Document, overview: Overview) -> tuple[Passage, ...]:
    """Return the key paragraphs long enough to ask about, without the first and the last."""
    inner = [block for block in document.numbered if block.number not in overview.aside][1:-1]
    return tuple(
        Passage(span=block.span, paragraph=block.number or 0, word=_beginning(block))
        for block in inner
        if block.number in overview.key_paragraphs and len(block.text.split()) >= _WORTH_A_QUESTION
    )


def _beginning(block: Block) -> str:
    """Return the first words of a paragraph, enough to find it by; empty where somebody speaks.

    A sentence that is cut short is cut before a word that begins something new, and says so.
    """
    sentence = block.sentences[0].text.split()
    words = sentence[:_CLAUSE]
    end = max((n for n, word in enumerate(words, 1) if _PAUSE.search(word)), default=0)
    cut = next((n for n in range(_FIRST, _FEWEST, -1) if _may_end(words, n)), 0)
    if end and words[end - 1].strip(".,;:!—–").lower() in _HANGING:
        end = 0
    whole = len(words) == len(sentence)
    if whole:
        end = len(words)
    found = " ".join(words[: end if end > _FEWEST else cut])
    if not found or found.endswith("?") or _MARKS.search(found):
        return ""
    return found.rstrip(".,;:!—– ") + " …" * (not whole)


def _may_end(words: Sequence[str], place: int) -> bool:
    """Say whether a beginning can be cut before the word at *place*: "A bus took her | to Dell"."""
    before, word = words[place - 1 : place], words[place : place + 1]
    if not before or not word or not before[0].isalpha() or is_closed(before[0].lower()):
        return False
    return word[0].lower() in _BEGINNERS and not is_adverb(before[0].lower())


def _called(findings: Findings, genre: Genre) -> str:
    """Return what a question calls the text; told by an "I", a story may be an essay as well."""
    if genre == "story":
        return "text" if _is_narrated(findings) and not _is_fiction(findings) else "story"
    return genre if genre in ("poem", "speech", "letter") else "text"


def _is_fiction(findings: Findings) -> bool:
    """Tell a page that says what it is: "Fiction", "Short story"."""
    first = findings.document.blocks[:_HEAD]
    return any(block.kind == "caption" and _FICTION.fullmatch(block.text) for block in first)


def _with_scenes(
    findings: Findings, genre: Genre, aside: Collection[int], *, argued: bool
) -> Findings:
    """Return *findings* with what only a text of its kind has: characters, refrains, answers.

    Where people have *argued*, all that they say answers somebody.
    """
    document = findings.document
    blocks = tuple(block for block in document.numbered if block.number not in aside)
    told = tuple(one for one in telling.sentences(findings) if one.paragraph not in aside)
    if genre == "story":
        people = characters.find_characters(told, document.title, findings.reading.words)
        return replace(
            findings,
            characters=people,
            deeds=deeds.find_deeds(told, people),
            feelings=scenes.find_feelings(told),
            moments=scenes.find_moments(told),
            emblems=scenes.find_emblems(told, findings.repetitions, people),
            images=echoes.find_images(blocks),
            refrains=echoes.find_refrains(blocks, least=3, apart=4),
        )
    if genre == "poem":
        return replace(
            findings,
            images=echoes.find_images(blocks),
            verse_lines=echoes.find_lines(blocks),
            refrains=echoes.find_verse_refrains(blocks),
        )
    if genre == "speech":
        return replace(
            findings,
            images=echoes.find_images(blocks),
            refrains=echoes.find_openings(told),
            emblems=scenes.find_emblems(told, findings.repetitions, ()),
            recurrences=recurrences.find_recurrences(findings),
        )
    if genre == "article":
        return replace(
            findings,
            images=echoes.find_images(blocks),
            recurrences=recurrences.find_recurrences(findings),
        )
    if genre == "talk":
        asked = exchanges.find_exchanges(blocks)
        answers = {number for exchange in asked for number in exchange.answers}
        if argued:
            answers = {block.number or 0 for block in blocks if block.speaker}
        return replace(findings, exchanges=asked, remarks=remarks.find_remarks(blocks, answers))
    return findings


def _voices(quotations: Iterable[Quotation]) -> tuple[str, ...]:
    """Return the people who speak under their names, each once, in text order."""
    named = (
        item.speaker
        for item in quotations
        if item.speaker_kind == "person" and item.confidence >= _SURE and item.words >= 4
    )
    return tuple(dict.fromkeys(named))


def _room(name: Name) -> int:
    """Return in how many paragraphs somebody is heard."""
    return len(name.speaks)


def _most_and_least(heard: Iterable[Name]) -> tuple[Name, ...]:
    """Return the voice that is heard most and the one that is heard least, if they differ much."""
    ranked = sorted(heard, key=_room)
    if not ranked or _room(ranked[-1]) < _room(ranked[0]) + _MUCH_MORE:
        return ()
    return ranked[-1], ranked[0]


def _pairs(quotations: Iterable[Quotation]) -> Iterator[Pair]:
    """Yield quotations of two speakers whom the text tells apart, both safe to name."""
    usable = [
        item
        for item in quotations
        if item.speaker and not item.sensitive and not item.denial and item.words >= 4
    ]
    for first, second in combinations(usable[:12], 2):
        apart = first.speaker != second.speaker and first.paragraph != second.paragraph
        if apart and _on_one_matter(first, second):
            yield Pair(
                span=first.span,
                paragraph=first.paragraph,
                confidence=min(first.confidence, second.confidence),
                first=first,
                second=second,
                paragraphs=_ascending((first.paragraph, second.paragraph)),
                shared=bool(_telling(first.text) & _telling(second.text)),
            )


def _on_one_matter(first: Quotation, second: Quotation) -> bool:
    """Say whether two people's words can be set side by side: they stand close, or share a word."""
    apart = abs(first.paragraph - second.paragraph)
    if apart <= _NEAR:
        return True
    return apart <= _FAR and bool(_telling(first.text) & _telling(second.text))


def _telling(text: str) -> set[str]:
    words = re.findall(r"[a-z]{5,}", text.lower())
    return {stem(word) for word in words if not is_closed(word)}


def _key_paragraphs(findings: Findings) -> tuple[int, ...]:
    """Return the paragraphs where most findings meet, at most three, ascending."""
    weights: Counter[int] = Counter()
    for found, weight in (
        (findings.quotations, 2),
        (findings.contrasts, 2),
        (findings.numbers, 1),
        (findings.claims, 1),
        (findings.calls, 1),
        (findings.doubts, 1),
    ):
        for item in found:
            weights[item.paragraph] += weight
    del weights[0]
    ranked = sorted(weights, key=lambda number: (-weights[number], number))
    return tuple(sorted(ranked[:3]))


def _evidence(findings: Findings) -> tuple[int, ...]:
    """Return where something is reported on somebody's word, or else where it is counted."""
    denials = {item.paragraph for item in findings.quotations if item.denial}
    reported = {
        *(item.paragraph for item in findings.quotations if item.speaker),
        *(item.paragraph for item in findings.claims if item.origin),
    }
    counted = {item.paragraph for item in findings.numbers}
    found = reported - denials
    return _ascending(found if len(found) >= 2 else (found | counted) - denials)


def _unquoted(findings: Findings) -> list[Group]:
    """Groups without a voice, those named most often first, in text order, at most two.

    Authorities have a voice when they want one; a question about silence is not for them,
    nor for those who are only asked what they know.
    """
    if any(not item.speaker and item.words >= _A_SAYING for item in findings.quotations):
        return []  # somebody speaks of whom it is not sure who they are
    heard = " ".join(_introductions(findings)).lower()
    if _FOR_OTHERS.search(heard):
        return []
    beside = _beside_private_persons(findings)
    silent = [
        group
        for group in findings.groups
        if not (group.quoted or _POWERS.search(group.name) or _ASIDE.search(group.name))
        and not re.search(rf"\b{re.escape(_head(group.name))}", heard)
        and not _one_speaks(findings.document.text, _head(group.name))
        and beside.isdisjoint(group.paragraphs)
    ]
    silent.sort(key=lambda group: (-len(group.paragraphs), group.span.start))
    return sorted(silent[:2], key=lambda group: group.span.start)


def _beside_private_persons(findings: Findings) -> set[int]:
    """Return the paragraphs in which somebody without an office is quoted, and those before.

    "Residents of the Flats say …" and then a mother from there: she may well be one of them.
    """
    private = {name.name for name in findings.people if not name.role}
    return {
        place
        for quotation in findings.quotations
        if quotation.speaker in private
        for place in (quotation.paragraph - 1, quotation.paragraph)
    }


def _reordered(findings: Findings) -> bool:
    """Say whether the text goes back in time from one paragraph to another."""
    return any(
        later < earlier and place != before
        for (before, earlier), (place, later) in pairwise(_years(findings))
    )


def _years(findings: Findings) -> Iterator[tuple[int, int]]:
    """Yield the paragraph and the year of each date that has a year, in text order."""
    for date in findings.dates:
        if len(date.iso) >= len("1815"):
            yield date.paragraph, int(date.iso[:4])


def _introductions(findings: Findings) -> Iterator[str]:
    """Yield the sentences that first name those who are quoted, and what they are called there.

    Who is introduced as an officer speaks for officers, whatever else is said of them.
    """
    speakers = {quotation.speaker for quotation in findings.quotations}
    first = sorted(name.span.start for name in findings.people if name.name in speakers)
    for block in findings.document.numbered:
        for sentence in block.sentences:
            if bisect_left(first, sentence.start) < bisect_left(first, sentence.end):
                yield sentence.text
    for quotation in findings.quotations:
        if quotation.speaker_kind in ("unnamed", "group"):
            yield quotation.speaker


def _one_speaks(text: str, head: str) -> bool:
    """Say whether one of them is reported to say something: "an adviser pointed out"."""
    saying = r"(?:said|says|told|added|explained|noted|asked|argued|pointed out|recalled)"
    return bool(
        re.search(rf"\b{re.escape(head)}e?\b[^.!?\n]{{0,40}}\b{saying}\b", text, re.IGNORECASE)
    )


def _head(name: str) -> str:
    """Return the word that says what people are, without its ending: "officer" of "officers"."""
    word = name.rsplit(maxsplit=1)[-1].lower()
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s").removesuffix("e")


def _character(findings: Findings) -> str:
    """Return whom a story follows most; empty where nobody stands out.

    Whose thoughts are told is followed more closely than whoever is named as often, and who drops
    out of it before its last part is not followed to the end.
    """
    inside = Counter(deed.actor for deed in findings.deeds if deed.kind in ("thought", "feeling"))
    most = max((character.times for character in findings.characters), default=0)
    body = [block.number or 0 for block in findings.document.numbered]
    late = body[len(body) * 2 // 3] if body else 0

    def followed(character: Character) -> float:
        thoughts = max(inside[character.name], character.thoughts)
        # Whoever is "she" from then on may be named no more.
        rare = thoughts >= _MOST_INSIDE or character.times < _NAMED_OFTEN
        stays = rare or any(number >= late for number in character.paragraphs)
        equal = character.confidence < _FIRST_NAMED and character.times * 10 >= most * 9
        return (
            character.confidence
            + _INSIDE * min(_MOST_INSIDE, thoughts)
            + _RANK * (equal - 1.5 * (not stays))
        )

    found = [one for one in findings.characters if not _only_owns(one, findings.document.title)]
    return max(found, key=followed).name if found else ""


def _only_owns(character: Character, title: str) -> bool:
    """Tell the miller of "The Miller's Daughter", which is about somebody else."""
    owner = re.escape(character.name.removeprefix("the "))
    owned = re.search(rf"\b{owner}['’]s((?: [\w-]+){{1,3}})", title, re.IGNORECASE)
    words = owned[1].lower().split() if owned else []
    return any(people_words.kind_of(word) == "person" for word in words)


def _is_narrated(findings: Findings) -> bool:
    """Tell what somebody tells as "I"."""
    return any(character.narrator for character in findings.characters)


def _told_of(findings: Findings) -> str:
    """Return the person whose life is told; empty where nobody's is.

    Their name is in the title, and of three things two hold: nobody is named more often, they
    are born near the start, the title is no more than their name.
    """
    title = re.findall(r"[^\W\d][\w'’.-]*", findings.document.title)  # "Ann Moss (1911-1987)"
    # The name of a life in full may go on after the title's: "Lucinda Quiroga Salvatierra".
    titled = [name for name in findings.people if set(name.name.split()[-2:]) & set(title)]
    if not titled:
        return ""
    most = max(titled, key=lambda name: len(name.mentions))
    opening = " ".join(block.text for block in findings.document.numbered[:_OPENING])
    born = bool(_BIRTH.search(opening))
    named = most.name.split()
    bare = 1 < len(title) <= _A_NAME and (title[-1] in named[-2:] or title[0] == named[0])
    often = len(most.mentions) >= _OFTEN and most.mentions == max(
        (name.mentions for name in findings.people), key=len
    )
    return most.name if often + born + bare >= _PROOFS else ""


def _is_whole(findings: Findings) -> bool:
    """Tell a life that is told to its end, or over forty years at least."""
    years = [year for _, year in _years(findings)]
    long = bool(years) and max(years) - min(years) >= _A_LONG_LIFE
    return long or bool(_DEATH.search(findings.document.text))


def _mourns(findings: Findings) -> bool:
    """Tell a speech at somebody's grave: three signs, of that and of the one who has died."""
    said = f"{findings.document.title} {findings.document.text}"
    signs = [sum(bool(sign.search(said)) for sign in of) for of in (_ONE_DEAD, _MOURNING)]
    called = "eulogy" in findings.document.title.lower()
    return called or (all(signs) and sum(signs) >= _GRAVE)


def _aside(findings: Findings, genre: Genre) -> Iterator[int]:
    """Yield the paragraphs that only serve the rest: sources, exercises, where to read on."""
    for heading, under in parts.parts_of(findings.document.blocks):
        if parts.serves(heading.text):
            yield from (block.number for block in under if block.number is not None)
    for block in findings.document.numbered:
        if parts.is_aid(block) and block.number is not None:
            yield block.number
    if genre in ("article", "speech", "talk"):
        yield from framing.signed(findings.document)
    elif genre in ("story", "poem"):
        yield from framing.notes_below(findings.document)


def _ascending(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({number for number in numbers if number}))
