"""What a question must not be.

One function a rule, one table of them. A question that breaks an error rule is never
printed; a warning costs it places when questions are chosen. The same rules run on
questions that a teacher writes. Words inside quotation marks are the text's own and are
left out wherever a rule is about *our* wording.

The numbers Q01-Q26 are those of the catalogue; `explain.md` has a section for each code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from guides.lint import passages
from guides.lint.asked import QUOTED, Asked, asked, fold
from guides.model import Document, Findings, Prompt, Question
from guides.problems import Severity
from guides.source import Source

_AUXILIARY = (
    "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|am"
)
_MOST_PARAGRAPHS = 7
_STOP_WORDS = frozenset(
    "a an the of in on to and or for by with what which who whose how why does do is are was "
    "were it its this that these those text paragraph paragraphs would might".split()
)

# Spelling misleads here: "an hour", "a university", "a U.S. law".
_AN_ALL_THE_SAME = re.compile(r"hour|honest|hono|heir", re.IGNORECASE)
_A_ALL_THE_SAME = re.compile(r"uni(?!n|m)|us[eu]|eu|onc?e\b|u\.s|un\b|ufo|uk\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule broken by a question: what is wrong, in a teacher's words, and a way out."""

    code: str
    message: str
    hint: str
    severity: Severity


Check = Callable[[Asked], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for one question: *check* returns what is wrong, or an empty string.

    Attributes:
        number: As in the catalogue, ``"Q01"``.
        code: As `guides explain` knows it.
        from_level: The sensitivity level from which a warning becomes an error.
    """

    number: str
    code: str
    check: Check
    hint: str
    severity: Severity = "error"
    from_level: int = 9


@lru_cache(maxsize=4096)
def opening(text: str) -> str:
    """Return the first three words of the sentence that asks, in lower case."""
    sentences = re.split(r"(?<=[.:!])\s+(?=[A-Z“])", QUOTED.sub("“”", text))
    asking = next((part for part in reversed(sentences) if "?" in part), sentences[-1])
    return " ".join(re.findall(r"[\w’'“”]+", asking.lower())[:3])


def _found(pattern: str, asked: Asked, message: str) -> str:
    match = re.search(pattern, asked.bare, re.IGNORECASE)
    return message.format(match.group().strip()) if match else ""


def _yes_no(asked: Asked) -> str:
    for sentence in re.findall(r"[^.!?]*\?", asked.bare):
        for clause in re.split(r"[,;:—]\s*", sentence):
            word = re.match(rf"\s*({_AUXILIARY})\b", clause, re.IGNORECASE)
            if word:
                return f"opens with `{word.group(1)}`, so yes or no would answer it"
    return ""


def _one_question(asked: Asked) -> str:
    marks = asked.bare.count("?")
    # A question of the text's own may stand quoted in front of ours: only ours is counted.
    wanted = (0, 1) if asked.question.prompt.form != "question" else (1,)
    return "" if marks in wanted else f"expected one question, found {marks}"


def _second_question(asked: Asked) -> str:
    wh = r"\b(?:and|or) (?:how|why|what|which|who|whose|where|when)(?: \w+){0,2} "
    return _found(rf"{wh}(?:{_AUXILIARY})\b", asked, "asks a second thing: `{}`") or _found(
        r"\band (?:explain|describe|discuss|give|say|why)\b", asked, "asks a second thing: `{}`"
    )


def _pointer(asked: Asked) -> str:
    question = asked.question
    here = question.prompt.text_dependent and question.prompt.stage in ("during", "after")
    if here and not (question.pointer or question.paragraphs):
        return "does not say where to look"
    if not question.paragraphs:
        return ""
    known = {block.number for block in asked.findings.document.numbered}
    if len(question.paragraphs) > _MOST_PARAGRAPHS:
        return f"points at {len(question.paragraphs)} paragraphs, more than anyone looks up"
    wrong = [number for number in question.paragraphs if number not in known]
    return f"points at paragraph {wrong[0]}, which is not in the reading" if wrong else ""


def _length(asked: Asked) -> int:
    return len(re.findall(r"\w[\w’'-]*", asked.bare))


def _too_long(asked: Asked) -> str:
    return f"has {_length(asked)} words of ours, more than 45" if _length(asked) > 45 else ""


def _long(asked: Asked) -> str:
    return f"has {_length(asked)} words of ours, more than 32" if _length(asked) > 32 else ""


def _leading(asked: Asked) -> str:
    return _found(
        r"\b(?:don[’']t you think|isn[’']t it|aren[’']t they|wouldn[’']t you|shouldn[’']t we|"
        r"(?:obviously|clearly(?! ?(?:show|see|say))|surely|of course|everyone knows|"
        r"do you agree that)\b)",
        asked,
        "leads to an answer: `{}`",
    )


def _absolute(asked: Asked) -> str:
    words = r"\b(?:always|never|everyone|nobody|no one|all people)\b"
    return _found(words, asked, "uses an absolute: `{}`")


def _jargon(asked: Asked) -> str:
    words = (
        r"\b(?:pedagog\w*|metacogniti\w*|hegemon\w*|discursive|positionality|intertextual\w*|"
        r"epistem\w*|juxtapos\w*|problematis\w*|praxis|heuristic\w*)\b"
    )
    return _found(words, asked, "uses a word of the trade: `{}`")


def _generic(asked: Asked) -> str:
    return _found(
        r"^what do you think (?:about|of) (?:this|the) (?:text|article|story)|^discuss\b|"
        r"\bhow did (?:this|it) make you feel|\bwhat is the theme|\bdid you like\b",
        asked,
        "would fit any text: `{}`",
    )


def _disclosure(asked: Asked) -> str:
    return _found(
        r"\bhave you (?:ever|or)\b|\b(?:tell|share|describe) a time (?:when )?you\b|"
        r"\byour own (?:trauma|family|religion|faith|immigration|diagnosis|sexual|gender|body)|"
        r"\b(?:ever )?happened to you\b|\bhow would you feel if you were\b|\bsomeone you know\b",
        asked,
        "asks for private experience: `{}`",
    )


def _role_play(asked: Asked) -> str:
    return _found(
        r"\b(?:imagine|pretend)(?: that)? you\b|\bput yourself in\b|\brole-?play\b|\bre-?enact|"
        r"\bif you were (?:a|an|the|one of)\b|\bsimulat\w+",
        asked,
        "asks people to play a part: `{}`",
    )


def _worth(asked: Asked) -> str:
    message = "puts people's worth up for debate: `{}`"
    found = _found(
        r"\b(?:do|does|should|are) [^?]{0,60}(?:\bdeserve\b|\bhave the right to exist\b|"
        r"\bcount as human\b)|\bwhich side (?:was|is) right\b|"
        r"\bargue (?:for|against) [^?]{0,40}(?:existence|rights|humanity)\b",
        asked,
        message,
    )
    agreed = " ".join(re.findall(r"\bagree\w* with ([^?]*)", asked.bare))
    deniers = [q.speaker for q in asked.findings.quotations if q.denial or q.sensitive]
    for name in filter(None, deniers):
        if name in agreed:
            return message.format(f"agree with {name}")
    return found


# Words for what belongs to people as people. With one of them, a way that an editor names for a
# debate is no mere means, whatever she has confirmed; the list is short, since that counts.
_PEOPLES_WORTH = re.compile(
    r"\b(?:equals?|inferior|superior|human beings?|subhuman|deserv\w+|unworthy|worth(?:y|less)|"
    r"keep (?:them|these people|those people) out|right to (?:exist|live)|less than human)\b",
    re.IGNORECASE,
)


def weighs_people(way: str) -> bool:
    """Say whether a way to an end, as an editor words it, puts people's worth to the vote."""
    return bool(_PEOPLES_WORTH.search(way))


def _spokesperson(asked: Asked) -> str:
    people = r"(?:women|men|gay|lesbian|trans|muslim|jewish|black|disabled|immigrant|refugee)\w*"
    return _found(
        rf"^as an? {people}|\bspeak for (?:your|all|the) \w+|\bwhat do {people}(?: people)? think",
        asked,
        "asks people to speak for a group: `{}`",
    )


def _graphic(asked: Asked) -> str:
    quoted = " ".join(QUOTED.findall(asked.question.text)).lower()
    if not quoted:
        return ""
    hard = {
        match.text.lower()
        for match in asked.findings.sensitivity.matches
        if match.category in ("dehumanising", "killing_torture") and match.weight >= 2
    }
    repeated = sorted(word for word in hard if word in quoted)
    for quotation in asked.findings.quotations:
        if quotation.sensitive and fold(quotation.text)[:40] in fold(quoted):
            repeated.append(quotation.text[:40])
    return f"repeats words that hurt: `{repeated[0]}`" if repeated else ""


def _suffering(asked: Asked) -> str:
    return _found(
        r"\bsuffer\w* (?:the )?(?:more|most)\b|\bworse than\b|\bmore cruel than\b|\bworst off\b",
        asked,
        "compares suffering: `{}`",
    )


def _trivial(asked: Asked) -> str:
    fun = r"\b(?:draw|cartoon|comic|rap|song|game|quiz|fun|poster|costume)s?\b"
    harm = re.search(r"\b(?:harm|violence|abuse|torture|killing|persecution)\b", asked.bare)
    return _found(fun, asked, "makes a game of harm: `{}`") if harm else ""


def _residue(asked: Asked) -> str:
    question = asked.question
    everything = " ".join(filter(None, (question.text, question.pointer, question.starter)))
    match = re.search(
        r"\{\{|\}\}|\{%|\bNone\b|\bnan\b|\bUndefined\b|\[\]|<[a-z]+|\ufffd|Ã|â€|"
        r"\b([^\W_]+) \1\b(?<!that that)(?<!had had)|  | [,.;?]|\.\.|,\?|\.\?|\?[’”]+\?|“”|"
        r"https?://|\w@\w|"
        r"“[^”]*[\s-][b-hj-zB-HJ-Z](?:[-*_]+)?”",
        everything,
    )
    return f"has something left over: `{match.group()}`" if match else ""


def _agreement(asked: Asked) -> str:
    for article, word in re.findall(r"\b([Aa]n?) ([\w’.-]+)", asked.question.text):
        vowel = word[0].lower() in "aeiou" or bool(_AN_ALL_THE_SAME.match(word))
        vowel = vowel and not _A_ALL_THE_SAME.match(word)
        acronym = word.isupper() and len(word) > 1
        if acronym:
            vowel = word[0] in "AEFHILMNORSX"
        if vowel != (article.lower() == "an") and not word[0].isdigit() and len(word) > 1:
            return f"says `{article} {word}`"
    return _found(
        r"\bparagraph \d+(?:,| and) \d+|\bparagraphs \d+\b(?!,| and|–)|s’s\b|"
        r"\b(?<!which )(?:they|people|experts|we) (?:is|was|has|does)\b",
        asked,
        "does not agree: `{}`",
    )


def _sentences_of(asked: Asked) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the range and the doubt words of every claim that fills a slot."""
    for claim in asked.findings.claims:
        if claim.doubt:
            yield claim.span.start, claim.span.end, claim.doubt


_KEEPS_DOUBT = re.compile(
    r"alleg|report|claim|said|says|\bmay\b|might|accord|believ|suspect|quot|statement|ask|"
    r"doubt|word",
    re.IGNORECASE,
)


def _doubt_lost(asked: Asked) -> str:
    """A phrase lifted out of a doubtful sentence must bring a doubt word, or its source."""
    quoted = [fold(item)[1:-1].strip(" ,.;:") for item in QUOTED.findall(asked.question.text)]
    if not quoted or _KEEPS_DOUBT.search(asked.question.text):
        return ""
    text = asked.findings.document.text
    for start, end, words in _sentences_of(asked):
        sentence = fold(text[start:end])
        if any(len(item.split()) >= 2 and item in sentence for item in quoted):
            return f"drops the doubt of the text: `{words[0]}`"
    return ""


def _invented_date(asked: Asked) -> str:
    years = re.findall(r"\b(?:1[5-9]|20)\d\d\b", asked.question.text)
    if not years:
        return ""
    document = asked.findings.document
    given = " ".join((document.text, document.date, *document.titles, document.front.date))
    missing = [year for year in years if year not in given]
    return f"names a year that the text does not give: {missing[0]}" if missing else ""


def _recall(asked: Asked) -> str:
    return _found(
        r"^(?:what year|what date|when did|how many|how much|who is|who was)\b",
        asked,
        "asks for one fact: `{}`",
    )


def _voice(asked: Asked) -> str:
    """The republisher's words are not the author's, and the other way round."""
    document = asked.findings.document
    notes = document.preface.notes if document.preface else ()
    quoted = [fold(item)[1:-1].strip(" ,.;:?") for item in QUOTED.findall(asked.question.text)]
    for note in notes:
        for item in quoted:
            if len(item.split()) >= 4 and item in fold(note.span.text):
                by_author = any(name in asked.bare for name in document.authors)
                return "gives the editors' words to the author" if by_author else ""
    return ""


def _metadata(asked: Asked) -> str:
    document = asked.findings.document
    subjects = [document.preface.heading.strip(" :")] if document.preface else []
    if document.preface:
        subjects += [part.span.text for _, part in document.preface.parts("pointer")]
    if document.source_line:
        subjects.append(document.source_line.text)
    text = fold(asked.question.text)
    for subject in subjects:
        if fold(subject).strip(" .:") in text:
            return f"asks about a label, not about the text: `{subject.strip()[:50]}`"
    return ""


def _slip(asked: Asked) -> str:
    printed = f" {asked.question.text} "
    for slip in asked.findings.slips:
        if re.search(rf"(?<!\w){re.escape(slip.text)}(?!\w)", printed):
            return f"repeats a slip of the source: `{slip.text}`"
    return ""


def _capital(asked: Asked) -> str:
    first = asked.question.text.lstrip("“‘(¶ ")[:1]
    return "" if first.isupper() or first.isdigit() else "does not start with a capital"


RULES: tuple[Rule, ...] = (
    Rule("Q01", "yes-no-question", _yes_no, "open it with what, which, how or why"),
    Rule("Q02", "one-question", _one_question, "ask one thing; put the rest in `press`"),
    Rule("Q03", "second-question", _second_question, "keep the first; put the other in `press`"),
    Rule("Q04", "no-pointer", _pointer, "name the paragraph in `point`"),
    Rule("Q05", "too-long", _too_long, "say it in 32 words or fewer"),
    Rule("Q05", "long-question", _long, "say it in 32 words or fewer", "warning"),
    Rule("Q06", "leading-question", _leading, "ask it so that either answer is welcome"),
    Rule("Q07", "absolute-word", _absolute, "use often, rarely, most or few", "warning"),
    Rule("Q08", "jargon", _jargon, "use the word that participants use", "warning"),
    Rule("Q09", "generic-question", _generic, "name something only this text has", "warning"),
    Rule("Q10", "asks-for-disclosure", _disclosure, "ask about the text", "warning", 2),
    Rule("Q11", "role-play", _role_play, "ask what the text shows instead", "warning", 2),
    Rule("Q12", "debates-worth", _worth, "debate means, never people's worth"),
    Rule("Q13", "spokesperson", _spokesperson, "ask everyone; let people pass"),
    Rule("Q14", "hurtful-quotation", _graphic, "say where it stands instead", "warning", 2),
    Rule("Q14b", "compares-suffering", _suffering, "ask what each needs", "warning", 2),
    Rule("Q15", "trivial-task", _trivial, "ask for a letter or a list", "warning", 2),
    Rule("Q16", "wrong-quotation", passages.is_exact, "quote the text exactly, 30 words at most"),
    Rule("Q17", "left-over", _residue, "read the question aloud"),
    Rule("Q18", "agreement", _agreement, "reword it so that the slot governs no verb"),
    Rule("Q18", "no-capital", _capital, "start the question with a capital"),
    Rule("Q19", "doubt-lost", _doubt_lost, "keep the doubt word, or say who reports it"),
    Rule("Q20", "invented-date", _invented_date, "print the date as the text does"),
    Rule("Q21", "recall-question", _recall, "ask what the fact is for", "warning"),
    Rule("Q22", "wrong-voice", _voice, "credit the editors' words to the editors"),
    Rule("Q23", "asks-about-a-label", _metadata, "ask about the text"),
    Rule("Q25", "leaning-quotation", passages.leans, "quote a sentence that stands alone"),
    Rule("Q26", "cut-quotation", passages.is_cut, "quote up to the end of the thought"),
    Rule("Q27", "copies-the-reading", passages.copies, "quote ten words at most, or see `rights`"),
    Rule("Q24", "repeats-a-slip", _slip, "point at the paragraph without the word"),
)


def check_question(question: Question, findings: Findings) -> tuple[Breach, ...]:
    """Return every rule that *question* breaks, in the order of the table."""
    return tuple(_breaches(RULES, asked(question, findings)))


def _breaches(rules: Iterable[Rule], given: Asked) -> Iterator[Breach]:
    for rule in rules:
        message = rule.check(given)
        if message:
            hard = given.level >= rule.from_level
            severity: Severity = "error" if hard else rule.severity
            yield Breach(rule.code, message, rule.hint, severity)


_SLOT = re.compile(r"\{\{.*?\}\}")
_BRANCH = re.compile(r"\{% else %\}.*?\{% endif %\}|\{%.*?%\}", re.DOTALL)
# Rules that look at nothing but our own words, and so hold before a slot is filled.
_OF_WORDING = frozenset("Q01 Q02 Q03 Q05 Q06 Q07 Q08 Q09 Q10 Q11 Q12 Q13 Q14b Q15 Q21".split())
_NO_TEXT = Findings(
    document=Document(source=Source("", ""), title="", title_derived=True, blocks=())
)


def check_wording(prompt: Prompt) -> tuple[Breach, ...]:
    """Return every rule that a prompt breaks in whatever text; what its slots hold is not ours."""
    text = _SLOT.sub("“…”", _BRANCH.sub("", prompt.ask))
    question = Question(prompt=prompt, text=" ".join(text.split()))
    rules = [rule for rule in RULES if rule.number in _OF_WORDING]
    return tuple(_breaches(rules, asked(question, _NO_TEXT)))


def alike(first: str, second: str) -> bool:
    """Tell whether two questions share most of their telling words (Jaccard above 0.6)."""
    return share_most(telling(first), telling(second))


def share_most(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell the same of the telling words of two questions."""
    both = len(one & two)
    return both > 0.6 * (len(one) + len(two) - both)


def telling(text: str) -> frozenset[str]:
    """Return the words of a question that set it apart from others."""
    words = re.findall(r"[\w’'-]+", text.lower())
    return frozenset(word for word in words if word not in _STOP_WORDS and not word.isdigit())
