"""What kind of text this is: story, poem, speech, talk, letter, advice, reference or article.

Shape tells first (stanzas, turns of talk, questions with answers), then the way a text
speaks outside its quotations: in which tense, about whom, to whom. A single word proves
nothing, so signs are counted. "Article" is what remains, because what can be asked of an
article can be asked of nearly everything that informs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from guides import framing
from guides.findings.grammar import IRREGULAR_PAST, word_set
from guides.model import Block, Document, Findings, Genre

# A kind shows in its first pages; a novel need not be counted to its end.
_ENOUGH = 40_000
_STORY = 4.1

_MORE_PAST = (
    "was were had did could would lay flew hung bent knelt sprang crept leapt leaped rode swam "
    "blew swung woke clung shone awoke arose began drank rang sank stole strode stuck swore tore "
    "trod wound withdrew beheld befell bade slid spun strove"
)
_PAST = IRREGULAR_PAST | word_set(_MORE_PAST)
_REGULAR_PAST = re.compile(r"[a-z]{2,}ed")
# A word ends at an apostrophe here, so "isn't" counts as "isn".
_PRESENT = word_set("is are has have does do can will may isn aren don doesn")
_PERSONS = word_set("he she him her his hers himself herself I me my myself")
_THEY = word_set("they them their we us our")
_TALE = word_set(
    "cried replied answered whispered exclaimed shouted thought asked sighed laughed wept smiled "
    "murmured muttered wondered nodded sobbed trembled"
)
# What persons in a scene do, as a story in the present tells it: "Mina opens the door".
_SCENE = word_set(
    "opens closes looks stares glances gazes grabs runs walks sits stands kneels turns enters "
    "holds picks puts lays lifts drops throws catches gathers sees hears smells tastes touches "
    "smiles laughs cries weeps whispers shouts screams nods shakes shrugs climbs falls waits "
    "watches moves counts pulls pushes steps reaches jumps leaps drives rides sleeps wakes eats "
    "drinks sings dances kisses hugs hides knocks rings listens sighs blinks frowns shivers "
    "trembles pauses answers replies remembers forgets wonders"
)
# The same, in other texts as well: "the report says", "it takes".
_SCENE_TOO = word_set(
    "says asks tells thinks stops begins starts finds wants knows feels takes gives goes comes "
    "leaves"
)
_WORDS = re.compile(r"\w+")
_I_DO = re.compile(r"\bI\s(?:[a-z]+ly\s)?([a-z]+)\b")
_FIGURE = re.compile(r"\d[\d,.:/]*")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_FAIRY = re.compile(
    r"(?:Once (?:upon a (?:time|midnight)|there (?:was|were|lived))"
    r"|(?:A )?[Ll]ong,? long (?:ago|time ago)"
    r"|There (?:was|were|lived) once|There once (?:was|were|lived)|In (?:the )?olden (?:times|days)"
    r")"
)
_WE = word_set("we our us ours")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_ADDRESS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"\b(?:mr|mrs|ms|madam)\.? (?:vice |prime |deputy |acting )?"
            r"(?:speaker|president|chair\w*|minister)\s?,"
        ),
        r"\bmy fellow\b|\bfellow (?:citizens|americans|students|workers|delegates|members)",
        r"\bladies and gentlemen\b|\bdistinguished (?:guests|colleagues|delegates|members)",
        r"\b(?:my|dear) (?:friends|colleagues|neighbou?rs|classmates|brothers|sisters)\s?,",
        r"\bbrothers and sisters\b|\bcomrades\b|\byour (?:majesty|excellenc\w+|honou?r)\b",
        r"\bthank you\b|\bgod bless\b",
        r"\blet us\b",
        r"\b(?:i|we) (?:say|ask|urge|call on|beg|implore|salute|thank|promise) (?:to )?you\b",
        r"\bhere (?:today|tonight|this (?:morning|evening|day))\b|\b(?:gathered|met) here\b",
        r"\bi (?:stand|come|rise|speak)\b(?: \w+){0,2} (?:before|here|today|tonight|to)\b",
        r"\bhonou?red to (?:be|speak|stand)\b|\bprivilege to (?:be|speak|stand)\b",
        r"\bthis (?:hall|chamber|assembly|house|floor|ceremony|occasion)\b",
    )
)
_GREETING = re.compile(
    r"(?:my|dear|good (?:morning|afternoon|evening|day)|fellow|hello|honou?red|distinguished"
    r"|[,\s])*(?:friends|neighbou?rs|citizens|colleagues|comrades|classmates|graduates|students"
    r"|parents|families|members|delegates|guests|brothers|sisters|ladies|gentlemen|countrymen"
    r"|people|children|all|everyone|everybody|americans|teachers|workers)\b[^.?!]{0,160}[,:—]"
    r"|(?:madam|mister|mr\.?) (?:president|chair\w*|speaker|mayor)\b[^.?!]{0,160}[,:—]"
    r"|good (?:morning|afternoon|evening)(?:[,.!]| and\b| to (?:you|all)\b)"
    r"|thank you(?:[.,!]| (?:all|so much|very much)\b)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"(?:Opening |Closing |Welcom\w+ |Inaugural |Keynote |Farewell |Commencement |Graduation )*"
    r"(?:Remarks|Speech|Address|Eulogy|Toast|Sermon|Keynote|Lecture|Tribute)"
    r"\b(?:$|,|[^.?!]{0,30}\b(?:at|on|to|for|before|delivered|given)\b)"
)
_AS_FACT = re.compile(
    r"(?:news )?(?:profile|analysis|opinion|explainer|investigation|column(?:ist)?s?|news|courts?"
    r"|business|politics)s?",
    re.IGNORECASE,
)
_IMPERSONAL = 5  # answers with one that says "I" or "we"
_MOST_PARTS = 2  # headings in a speech that nothing else tells
_TOLD, _OFTEN = 0.8, 2  # the share of a tale in the past; thoughts of an essay
_THINKS = re.compile(
    r"\bI (?:want|mean|would like|wish|intend) to (?:defend|argue|suggest|propose|make)\b"
    r"|\bI (?:have come to |now |still |also )?(?:believe|think|suspect|argue|maintain)\b"
    r"|\bI(?:'m| am) convinced\b|\bI (?:do not|don't) mean\b|\bI should be fair\b"
    r"|\bmy (?:argument|claim|point|case) (?:is|here)\b",
    re.IGNORECASE,
)
_OPEN_LETTER = re.compile(r"\bopen letter\b", re.IGNORECASE)
_TO_A_BODY = re.compile(
    r"To (?:[Tt]he|[Oo]ur|[Mm]y|[Aa]ll) (?:[\w’'-]+ ){0,4}(?:(?:Board|Council\w*|Trustees|Directors"
    r"|Members|Committee|Commission\w*|Editors?|Mayor|Citizens|Residents|Parents|Teachers|Students"
    r"|Workers|Voters|Governors?|President|Minister|Legislature|Authorit(?:y|ies)|Ministry|Clergy\w*"
    r"|Customers)(?: (?:of|and) .+)?|(?:City|Town|Schools?|Church|Company|Office|People|University"
    r"|Department|Union|Court|Class) of .+)\W*"
)
_CHAPTER = re.compile(r"\W*(?:chapter|part|book|scene|act)\b", re.IGNORECASE)
_LESSONS = 4  # headings
_LETTER = re.compile(r"\bletter\b", re.IGNORECASE)
_AS_SPOKEN = re.compile(
    r"\W*(?:remarks (?:as )?prepared for|(?:as )?prepared for delivery"
    r"|(?:remarks )?(?:as )?(?:delivered|spoken (?:by|at)))\b"
    r"|\W*check against delivery\b",
    re.IGNORECASE,
)
_ENDS_AS_SPEECH = re.compile(r"[:–—-] ?(?:[\w’'-]+ ){0,3}(?:Speech|Address|Remarks|Eulogy|Sermon)$")
# How members of a parliament speak to each other; reporters do not.
_CHAMBER = re.compile(
    r"\b(?:Madam|Mr\.?) (?:Deputy |Acting )?(?:Speaker|President)\b"
    r"|\b[Hh]on(?:\.|ou?rable) [Mm]ember"
)
_HALL = re.compile(r"[\[(](?:laughter|applause|cheers|cheering)\b", re.IGNORECASE)
_NOTES = 3  # paragraphs above a greeting
_SALUTATION = re.compile(
    r"(?:My (?:dear(?:est)?|own|beloved) |Dear(?:est)? )(?=\w)"
    r"(?:\b[A-Z][a-z]{0,4}\.|[^.?!\n]){1,60}[,:—–-]?|To whom it may concern[,:]?"
    r"|(?:Dr|Mr|Mrs|Ms|Prof)\.? (?!President|Speaker|Chair|Secretary|Chancellor)[A-Z][\w’'-]+[,:]"
)
# "Dear Samira," and "My dear Mr. Ellis:", not "Dear Sir".
_ADDRESSEE = re.compile(
    r"(?:My )?(?:own |beloved )?(?:[Dd]ear(?:est)? )((?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep)\.? "
    r"(?!(?:President|Mayor|Chair\w*|Speaker|Secretary|Governor|Minister)\b)[A-Z][\w’'-]+"
    r"|(?!(?:Mr|Mrs|Ms|Dr|Sirs?|Madam|Editors?|Friends?|Mother|Father|Mom(?:my)?|Mum(?:my)?|Mama"
    r"|Dad(?:dy)?|Papa|Gran(?:d(?:ma|pa|mother|father)|ny)?|Nana|Uncle|Aunt(?:ie)?|Cousin|Sister"
    r"|Brother|Son|Daughter|Wife|Husband|Child|Boy|Girl|Professor|Doctor|Teacher|Principal|Coach"
    r"|Pastor|Colleagues?|Readers?|Neighbo\w+|Minister|Mayor|President|Senator|Governor|Secretary"
    r"|Council\w+|Chair\w*|Judge|Comrades?|Customer|Occupant|Students?|America|Love|Heart|One|God"
    r"|Lord|Diary|Santa)\b)[A-Z][\w’'-]+)[,:—–-]?"
)
_LETTER_TO = re.compile(r"(?:A )?[Ll]etter to ((?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+)")
_SEVERAL = re.compile(
    r"\b(?:friends|supporters|readers|colleagues|members|neighbou?rs|families|parents|all|everyone"
    r"|donors|partners|community|students|teachers|volunteers|customers|residents|shareholders)\b",
    re.IGNORECASE,
)
# Offices and bodies of the day: a text that names two of them reports, however it is told.
_REPORT = re.compile(
    r"\b(?:U\.S\.|USA|U\.N\.|E\.U\.|NATO|F\.?B\.?I\.?|C\.?I\.?A\.?|White House|Pentagon|Kremlin"
    r"|Congress|Senate|Parliament|President (?=[A-Z])|Secretary of (?:State|Defense)"
    r"|Sen\. (?=[A-Z])|Rep\. (?=[A-Z])|Gov\. (?=[A-Z])|Prime Minister (?=[A-Z])"
    r"|CNN|MSNBC|NBC|CBS|ABC News|Fox News|BBC|Reuters|Republican|Democrat|presidential|nominee"
    r"|Twitter|Facebook|spokes(?:man|woman|person)|percent|per cent)"
)
_GIVEN_BY = re.compile(
    r"[\W_]*(?:\w+ ){0,2}(?:Remarks|Speech|Address|Lecture|Sermon|Eulogy)"
    r" (?:by (?:the )?|of (?!the\b))(?-i:[A-Z])"
    r".*(?<![.?!])$",
    re.IGNORECASE,
)
_TOP = 400  # characters
_LETTERHEAD = 7  # lines above the greeting
_ASKING = re.compile(r"\b(?:interview|q ?& ?a\b|in conversation\b|talks? with\b)", re.IGNORECASE)
_ADVISING = re.compile(
    r"\b(?:how to|ways? to|tips|steps|guide to|recipe|instructions)\b", re.IGNORECASE
)

# What a schoolbook tells its readers to do is no advice.
_STUDY = re.compile(
    r"(?:Step \d+\.$|(?:Suppose|Notice|Consider|Imagine|Recall|Explain|Calculate|Describe|Define"
    r"|List|Compare|Contrast|Discuss|Identify|Evaluate|Summari[sz]e|Read|Look|Think|Subtract|Add|Draw)\b)"
)
_REFERENCE = re.compile(
    r"\b(?:syllabus|minutes of|agenda|schedule|timetable|programme|price list|course outline"
    r"|glossary|directory|menu|faq|frequently asked)\b",
    re.IGNORECASE,
)
# Words that verse begins its lines with and that prose has with a capital after a stop only.
_SMALL = re.compile(
    r"(?:[a-z’'][,;:]?|[,;:—–-])\s+(?:And|But|The|Of|To|In|As|While|With|That|Which|Then|From|For"
    r"|Or|Nor|So|Upon|Who|When|Where|Till|Until|Through|Like|By|On|At|Into|Over|All|Yet)\s[a-z]"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How a text speaks outside its quotations; all but *words* are per thousand words."""

    words: int
    past: float
    present: float
    persons: float
    tale: float
    figures: float
    capitals: float
    quotations: float
    scene: float
    scene_too: float


def genre(findings: Findings) -> Genre:
    """Return what kind of text *findings* are from."""
    blocks = findings.document.numbered
    if not blocks:
        return "article"
    kinds = Counter(block.kind for block in blocks)
    republished = bool(findings.document.source_line or findings.document.preface)
    if kinds["stanza"] * 2 > len(blocks) or _is_run_on_verse(blocks):
        return "poem"
    if kinds["turn"] * 2 > len(blocks) or _is_interview(findings, blocks):
        return "talk"
    if republished or is_open_letter(findings.document):
        return "article"
    if use := _use(findings, blocks):
        return use
    outside = narration(findings)
    if _is_speech(findings, outside):
        return "speech"
    if _is_labelled_as_fact(findings) or _has_parts(findings.document):
        return "article"
    told = _telling(outside, len(findings.quotations))
    tale = (_is_story(told, outside) and not _argues(told, outside)) or _is_present_story(told)
    return "story" if tale and not _is_report(findings) else "article"


def is_open_letter(document: Document) -> bool:
    """Tell a letter that everybody may read: by its title, or by whom it greets and its end."""
    if _OPEN_LETTER.search(document.title) or _TO_A_BODY.fullmatch(document.title):
        return True
    greets = any(map(_SEVERAL.search, _salutations(document.numbered)))
    return greets and bool(framing.signed(document))


def _salutations(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines that greet somebody, below letterhead, place and date at most."""
    lines = (block.text.strip() for block in blocks[:_LETTERHEAD])
    return (line for line in lines if _SALUTATION.fullmatch(line))


def _has_parts(document: Document) -> bool:
    """Tell a text cut up by headings that say something: a list of lessons, and no tale.

    A book with chapters has more of those than letters or notes with a heading of their own.
    """
    headings = [block.text for block in document.blocks if block.kind == "heading"]
    chapters = sum(bool(_CHAPTER.match(text)) for text in headings)
    telling = [text for text in headings if len(text.split()) >= 3 and not _CHAPTER.match(text)]
    return len(telling) >= max(_LESSONS, chapters)


def _is_labelled_as_fact(findings: Findings) -> bool:
    """Tell a page that says above its text what it is: "Profile", "Opinion | Health"."""
    head = takewhile(lambda block: block.number is None, findings.document.blocks)
    labels = (part for block in head for part in re.split(r"\s?[|·/›>]\s?", block.text))
    return any(_AS_FACT.fullmatch(label.strip("*_ ")) for label in labels)


def _use(findings: Findings, blocks: Sequence[Block]) -> Genre | None:
    """Return the kind of a text that is there to be used or answered, None for any other."""
    if _is_advice(findings, blocks):
        return "how-to"
    if _is_reference(findings, blocks):
        return "reference"
    return "letter" if _is_letter(blocks) else None


def narration(findings: Findings) -> str:
    """Return the body up to a limit, without headings and without what is quoted."""
    text = findings.document.text
    quoted = sorted(
        (found.span.start, found.span.end)
        for found in (*findings.quotations, *findings.scare_quotes)
    )
    pieces: list[str] = []
    length = place = 0
    for block in findings.document.numbered:
        at = block.span.start
        while place < len(quoted) and quoted[place][0] < block.span.end:
            start, end = quoted[place]
            pieces.append(text[at : max(at, start)])
            at = max(at, end)
            place += 1
        pieces.append(text[at : max(at, block.span.end)])
        length += len(block.text)
        if length > _ENOUGH:
            break
    return " ".join(" ".join(pieces).replace("’", "'").split())


def _telling(outside: str, quotations: int) -> _Telling:
    words = max(1, len(outside.split()))
    times = Counter(_WORDS.findall(outside))
    past = sum(count for word, count in times.items() if _is_past(word))
    they = sum(count for word, count in times.items() if word.lower() in _THEY)

    def rate(count: float) -> float:
        return count * 1000 / words

    return _Telling(
        words=words,
        past=rate(past),
        present=rate(sum(times[word] for word in _PRESENT)),
        persons=rate(sum(times[word] for word in _PERSONS) + they / 4),
        tale=rate(sum(times[word] for word in _TALE)),
        figures=rate(len(_FIGURE.findall(outside))),
        capitals=rate(len(_CAPITAL.findall(outside))),
        quotations=rate(quotations),
        scene=rate(_doings(outside, times, _SCENE)),
        scene_too=rate(_doings(outside, times, _SCENE_TOO)),
    )


def _doings(outside: str, times: Counter[str], verbs: frozenset[str]) -> int:
    """Count what is done in the present: "she opens", "I open"."""
    mine = sum(_third(match[1]) in verbs for match in _I_DO.finditer(outside))
    return sum(times[verb] for verb in verbs) + mine


def _third(verb: str) -> str:
    """Return the form of *verb* after "she"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _is_past(word: str) -> bool:
    return word in _PAST or _REGULAR_PAST.fullmatch(word) is not None


def _is_report(findings: Findings) -> bool:
    """A report names offices and bodies of the day, at least two of them."""
    named = _REPORT.findall(findings.document.text[:_ENOUGH])
    return len({name.lower() for name in named}) >= 2


def _is_story(told: _Telling, outside: str) -> bool:
    """A story is told in the past, about persons who talk, with hardly a figure or a new name.

    The weights were fitted to stories and informing prose of several ages, then rounded.
    """
    share = told.past / max(1.0, told.past + told.present)
    signs = (
        1.6 * share
        + told.past / 65
        + min(told.persons, 100) / 27
        + min(told.tale, 20) / 13
        + min(told.quotations, 20) / 16
        + 1.3 * bool(_FAIRY.match(outside))
        - min(told.figures, 20) / 3.5
        - min(told.capitals, 150) / 100
    )
    return share > 0.62 and (signs > _STORY or bool(_FAIRY.match(outside)))


def _argues(told: _Telling, outside: str) -> bool:
    """An essay tells in order to argue: much of it is in the present, and its "I" thinks."""
    share = told.past / max(1.0, told.past + told.present)
    return share < _TOLD and len(_THINKS.findall(outside)) >= _OFTEN


def _is_present_story(told: _Telling) -> bool:
    """A story may be told in the present: then persons open, look or talk all the time."""
    doing = told.scene >= 18 and told.scene + told.scene_too >= 42 and told.persons >= 20
    talking = told.quotations >= 25 and told.persons >= 60 and told.capitals <= 50
    return (doing or talking) and told.figures <= 5 and told.capitals <= 70


def _is_speech(findings: Findings, outside: str) -> bool:
    """A speech says "we" throughout and turns to its hearers; few others are quoted in it."""
    words = max(1, len(outside.split()))
    we = sum(word in _WE for word in _WORDS.findall(outside.lower())) * 1000 / words
    title = findings.document.title
    above = [block.text for block in findings.document.blocks[:_LETTERHEAD] if not block.number]
    # "Address by Ann Moss" names the author, and so stands in no block.
    top = findings.document.source.text[:_TOP].splitlines()
    called = (
        bool(_ENDS_AS_SPEECH.search(title))
        or any(map(_SPEECH.match, (title, *above)))
        or any(map(_AS_SPOKEN.match, above))
        or any(map(_GIVEN_BY.match, (title, *above, *top)))
    )
    if _LETTER.search(title) and not called:
        return False  # it may greet its readers as a speech does
    in_house = len(_CHAMBER.findall(outside)) >= _OFTEN and bool(findings.first_person)
    if called or in_house or _greets(findings) or len(_HALL.findall(outside)) >= _OFTEN:
        return len(findings.quotations) <= max(3, words / 60) and bool(we or _YOU.search(outside))
    parts = sum(block.kind == "heading" for block in findings.document.blocks)
    if we <= 18 or parts > _MOST_PARTS or len(findings.quotations) > max(3, words / 150):
        return False
    turned = sum(bool(pattern.search(outside)) for pattern in _ADDRESS)
    # A column has a byline and may say "we" as often.
    return turned >= 2 or (we > 30 and turned >= 1 and not findings.document.authors)


def _greets(findings: Findings) -> bool:
    """Tell a text that begins with a greeting, below notes of when and where at most."""
    for block in findings.document.numbered[:_NOTES]:
        text = " ".join(block.text.replace("’", "'").split())
        if _GREETING.match(text):
            return True
        if not framing.is_note(block):
            return False
    return False


def _is_advice(findings: Findings, blocks: Sequence[Block]) -> bool:
    """Advice commands, or is listed under a title that promises it."""
    advice = [call for call in findings.calls if not (call.actor or _STUDY.match(call.text))]
    commands = {call.span.start for call in advice}
    titled = bool(_ADVISING.search(findings.document.title))
    paragraphs = {call.paragraph for call in advice}
    share = len(commands) / max(1, sum(len(block.sentences) for block in blocks))
    spread = len(paragraphs) / len(blocks)
    return (titled and share >= 0.1) or (share >= 0.2 and spread >= 0.4 and len(commands) >= 4)


def _is_reference(findings: Findings, blocks: Sequence[Block]) -> bool:
    """A syllabus, a schedule or minutes: most lines are there to be looked up, not read."""
    signed = framing.signed(findings.document)
    blocks = [block for block in blocks if block.number not in signed]
    labels = sum(_is_label(block) for block in blocks)
    titled = bool(_REFERENCE.search(findings.document.title))
    return len(blocks) >= 5 and labels * (3 if titled else 2) > len(blocks)


def _is_label(block: Block) -> bool:
    """Tell a line that is no sentence: "Office hours: Monday, 2:00-3:30", "Participation: 20%"."""
    text = block.text.strip()
    ended = text.endswith((".", "!", "?", "…", ".”", '."', "?”")) and text[-3:] != ".m."
    return block.kind != "stanza" and not ended and len(text.split()) <= 14


def _is_letter(blocks: Sequence[Block]) -> bool:
    """A letter greets one person on a line of its own, below letterhead, place and date at most.

    What greets "friends and supporters" is written to all who read it, as an article is.
    """
    return any(not _SEVERAL.search(line) for line in _salutations(blocks))


def addressee(document: Document) -> str:
    """Return the name of the one person a letter is written to, by its greeting or its title."""
    for line in _salutations(document.numbered):
        if not _SEVERAL.search(line):
            found = _ADDRESSEE.fullmatch(line) or _LETTER_TO.fullmatch(document.title)
            return found[1] if found else ""
    return ""


def _is_interview(findings: Findings, blocks: Sequence[Block]) -> bool:
    """An interview without labels: short questions alone in a paragraph, each with an answer.

    They are told by their question marks, or by being in bold between answers that are not. An
    explainer has such questions, too, but nobody answers them with "I" or "we".
    """
    bold = framing.set_in("strong", findings.document)
    asked = [_is_question(block) or block.number in bold for block in blocks]
    answered = sum(this and not following for this, following in pairwise(asked))
    titled = bool(_ASKING.search(findings.document.title))
    least, share = (2, 10) if titled else (3, 4)
    spoken = {item.paragraph for item in (*findings.first_person, *findings.we_passages)}
    said = sum(block.number in spoken for block, ask in zip(blocks, asked, strict=True) if not ask)
    # A newsroom says "we", too: "what we still don't know".
    turned = any(_YOU.search(block.text) for block, ask in zip(blocks, asked, strict=True) if ask)
    said *= turned or bool(findings.first_person)
    foreign = findings.document.language not in ("en", "und")
    personal = titled or foreign or said * _IMPERSONAL >= asked.count(False)
    return answered >= least and answered * share >= len(blocks) and personal


def _is_question(block: Block) -> bool:
    text = block.text.strip()
    return text.endswith("?") and text[0] not in "“\"'‘" and len(text.split()) <= 60


def _is_run_on_verse(blocks: Sequence[Block]) -> bool:
    """Verse whose lines were run together still begins them with capitals."""
    begun = [len(_SMALL.findall(block.text)) for block in blocks if block.kind == "paragraph"]
    words = sum(len(block.text.split()) for block in blocks)
    return sum(begun) >= max(4, words / 80) and sum(map(bool, begun)) * 2 > len(blocks)
