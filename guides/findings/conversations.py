"""Who speaks in a story where the text does not say so.

In a story people take turns, a paragraph each, and most turns go without a "she said". Here
the turns of a scene are put in a row; who is addressed by name in one turn is likely to
answer in the next, and where only two people talk they take turns. Everything found here is
less sure than words beside the quotation, and its trust says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guides.findings.cast import NOBODY, Cast, Speaker
from guides.findings.frames import Credit
from guides.findings.marks import Quoted

_TALES = frozenset(
    "thought cried replied answered whispered exclaimed shouted murmured muttered returned laughed"
    " sighed screamed wondered sobbed growled groaned moaned gasped yelled".split()
)
_SAYS_I = frozenset(("i", "me", "my"))
_PRONOUNS = frozenset(("he", "she"))
_SPOUSE = re.compile(r"(?:his (?P<wife>wife|lady)|her husband)")
_OFTEN = 3  # times that show a habit
_GAP = 3  # blocks without talk that end a scene
_NEAR = 4  # blocks before a turn in which the teller mentions who is there
_WINDOW = 10  # turns among which the people of a scene are looked for
_CALLED_BEFORE = re.compile(r"(?:^|[,;!?.—–-]|\b(?:[Dd]ear|[Oo]h|[Yy]es|[Nn]o|[Ww]ell|sir))\W*$")
_CALLED_AFTER = re.compile(r"\s*(?:[,;!?.—–-]|$)")
_ADDRESSED, _IN_TURN, _ONLY_OTHER, _LOOKING_BACK, _MEANT = 0.65, 0.6, 0.55, 0.5, 0.65


@dataclass(slots=True)
class Turn:
    """A paragraph in which somebody speaks.

    Attributes:
        block: The number of the paragraph.
        quotes: The numbers of its quotations.
        who: Who speaks, as far as it is known.
        label: The words that credit somebody whom nobody could name: "his wife", "she".
        called: The numbers of those whom the speaker calls by name.
    """

    block: int
    quotes: list[int]
    who: Speaker
    label: str
    called: tuple[int, ...]


def is_story(cast: Cast, credited: Sequence[Credit]) -> bool:
    """Tell a story from a report: by how its people speak, or by the turns without a speaker."""
    text = cast.document.text
    verbs = (text[slice(*credit.verb)].lower() for credit in credited if credit.verb)
    told = sum(verb in _TALES for verb in verbs)
    bare = sum(credit.rule in ("last speaker", "none") for credit in credited)
    return told >= max(_OFTEN, 0.08 * len(credited)) or bare >= max(_OFTEN, 0.3 * len(credited))


def fill(
    cast: Cast,
    quoted: Sequence[Quoted],
    credited: Sequence[Credit],
    speakers: Sequence[Speaker],
) -> list[Speaker]:
    """Return *speakers* with those added that the turns of the conversation tell."""
    found = [
        NOBODY if credit.rule == "last speaker" else speaker
        for credit, speaker in zip(credited, speakers, strict=True)
    ]
    narrator = _narrator(cast, quoted, credited)
    for scene in _scenes(cast, quoted, credited, found, narrator):
        _forward(cast, scene)
        _backward(scene)
        for turn in scene:
            for number in turn.quotes:
                if not found[number].name:
                    found[number] = turn.who
    return found


def _narrator(cast: Cast, quoted: Sequence[Quoted], credited: Sequence[Credit]) -> Speaker:
    """Return who says "I" in the telling: whom only the others ever call by name."""
    told = sum(_words(cast, credit) in _SAYS_I for credit in credited)
    if told < _OFTEN:
        return NOBODY
    calls = Counter(number for piece in quoted for number in _called(cast, piece))
    for number, name in enumerate(cast.names):
        if any(not cast.is_quoted(span.start) for span in name.mentions):
            calls.pop(number, None)
    ranked = [*calls.most_common(2), (0, 0), (0, 0)]
    (best, most), (_, second) = ranked[0], ranked[1]
    return cast.speaker(best, _MEANT) if most >= _OFTEN and most >= 3 * second else NOBODY


def _words(cast: Cast, credit: Credit) -> str:
    return " ".join(cast.document.text[credit.start : credit.end].split()).lower()


# ---------------------------------------------------------------- turns and scenes


def _scenes(
    cast: Cast,
    quoted: Sequence[Quoted],
    credited: Sequence[Credit],
    found: Sequence[Speaker],
    narrator: Speaker,
) -> list[list[Turn]]:
    scenes: list[list[Turn]] = []
    for number, piece in enumerate(quoted):
        last = scenes[-1][-1] if scenes else None
        if last is None or piece.block - last.block > _GAP:
            scenes.append([])
        if last is None or piece.block != last.block:
            scenes[-1].append(Turn(piece.block, [], NOBODY, "", ()))
        turn = scenes[-1][-1]
        turn.quotes.append(number)
        turn.called += _called(cast, piece)
        if not turn.who.name and not turn.label:
            turn.who = found[number]
            turn.label = _words(cast, credited[number]) if not found[number].name else ""
            if turn.label in _SAYS_I:
                turn.who, turn.label = narrator, "" if narrator.name else "i"
    return scenes


def _called(cast: Cast, piece: Quoted) -> tuple[int, ...]:
    """Return whom a speaker calls by name: "My dear Mr. Hale," or "…, Watson?"."""
    text = cast.document.text
    called = []
    for left, right, number in cast.within(piece.start, piece.end):
        before = _CALLED_BEFORE.search(text[max(piece.start, left - 12) : left].rstrip())
        alone = not text[piece.start : left].strip() and not text[right : piece.end].strip(" .?")
        person = cast.names[number].kind == "person"
        if person and before and not alone and _CALLED_AFTER.match(text, right, piece.end + 1):
            called.append(number)
    return tuple(called)


def _forward(cast: Cast, scene: Sequence[Turn]) -> None:
    for place, turn in enumerate(scene):
        if turn.who.name:
            continue
        if turn.label in _PRONOUNS:
            turn.who = _meant(cast, scene, place)
        elif spouse := _SPOUSE.fullmatch(turn.label):
            turn.who = _married(cast, scene, place, "Mrs." if spouse["wife"] else "Mr.")
        elif not turn.label:
            turn.who = _answering(cast, scene, place)


def _answering(cast: Cast, scene: Sequence[Turn], place: int) -> Speaker:
    """Return who takes a turn for which the text names nobody."""
    before = scene[place - 1] if place else None
    if before is None or before.block != scene[place].block - 1:
        return NOBODY
    addressed = [cast.speaker(number, _ADDRESSED) for number in before.called]
    if len({one.name for one in addressed}) == 1 and addressed[0].name != before.who.name:
        return _unless_called(cast, scene[place], addressed[0])
    earlier = scene[place - 2] if place > 1 else None
    if earlier and earlier.block == before.block - 1 and earlier.who.name:
        told_apart = before.who.name not in ("", earlier.who.name)
        if told_apart or (not before.who.name and before.label):
            trust = min(_IN_TURN, earlier.who.trust)
            return _unless_called(cast, scene[place], _trusted(earlier.who, trust))
    if earlier and earlier.label and earlier.block == before.block - 1:
        scene[place].label = earlier.label  # somebody without a name has the turn again
        return NOBODY
    others = [who for who in _people(scene, place) if who.name != before.who.name]
    if before.who.name and len(others) == 1:
        return _unless_called(cast, scene[place], _trusted(others[0], _ONLY_OTHER))
    return NOBODY


def _meant(cast: Cast, scene: Sequence[Turn], place: int) -> Speaker:
    """Return whom "he said" or "she said" means among the people of the scene."""
    turn = scene[place]
    opposite = "he" if turn.label == "she" else "she"
    before = scene[place - 1] if place else None
    mentioned = _mentioned(cast, turn.block)
    people = {who.name: who for who in [*_people(scene, place), *mentioned]}
    fitting = [
        who
        for name, who in people.items()
        if who.kind == "person" and _gender(cast, name) != opposite
        and cast.numbers.get(name, -1) not in turn.called
    ]  # fmt: skip
    if len(fitting) > 1 and before and before.block == turn.block - 1:
        fitting = [who for who in fitting if who.name != before.who.name]
    sure = [who for who in fitting if _gender(cast, who.name) == turn.label]
    chosen = fitting if len(fitting) == 1 else sure
    return _trusted(chosen[0], _MEANT) if len(chosen) == 1 else NOBODY


def _mentioned(cast: Cast, block: int) -> list[Speaker]:
    """Return the persons whom the teller mentions shortly before a turn, once for each time."""
    blocks = cast.document.blocks
    start, end = blocks[max(0, block - _NEAR)].span.start, blocks[block].span.start
    return [
        cast.speaker(number, _MEANT)
        for left, _, number in cast.within(start, end)
        if cast.names[number].kind == "person" and not cast.is_quoted(left)
    ]


def _married(cast: Cast, scene: Sequence[Turn], place: int, title: str) -> Speaker:
    """Return whom "his wife" or "her husband" means, if one couple of the scene bears a name."""
    other = "Mr." if title == "Mrs." else "Mrs."
    present = [*_people(scene, place), *_mentioned(cast, scene[place].block)]
    present += [cast.speaker(number, _MEANT) for number in scene[place].called]
    wanted = {
        f"{title} {who.name.removeprefix(other).strip()}"
        for who in present
        if who.name.startswith(other)
    }
    couples = sorted(name for name in wanted if name in cast.numbers)
    return cast.speaker(cast.numbers[couples[0]], _MEANT) if len(couples) == 1 else NOBODY


def _backward(scene: Sequence[Turn]) -> None:
    """Let a turn before two known ones belong to the second of them."""
    for place in range(len(scene) - 3, -1, -1):
        turn, following, second = scene[place : place + 3]
        together = second.block - turn.block == 2
        if turn.who.name or turn.label or not together or not second.who.name:
            continue
        if following.who.name and following.who.name != second.who.name:
            turn.who = _trusted(second.who, _LOOKING_BACK)


def _people(scene: Sequence[Turn], place: int) -> list[Speaker]:
    """Return those who spoke in the scene not long ago, each once."""
    recent = scene[max(0, place - _WINDOW) : place]
    return list({turn.who.name: turn.who for turn in recent if turn.who.name}.values())


def _unless_called(cast: Cast, turn: Turn, who: Speaker) -> Speaker:
    """Refuse somebody whom the turn itself calls by name."""
    return NOBODY if cast.numbers.get(who.name, -1) in turn.called else who


def _trusted(who: Speaker, trust: float) -> Speaker:
    return Speaker(who.name, who.kind, min(who.trust, trust))


def _gender(cast: Cast, name: str) -> str:
    known = cast.numbers.get(name)
    return cast.gender(known) if known is not None else ""
