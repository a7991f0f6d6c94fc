"""Files of foreign formats, spoilt at random: their bytes, or the XML inside them.

A change in the bytes of an archive mostly breaks its checksums, and nobody looks further. So the
parts of an archive are also taken out, changed and put back whole: what reaches the reader then
is well packed nonsense.
"""

import io
import random
import re
import zipfile

_TAG = re.compile(rb"<[^<>]{1,400}>")
_VALUE = re.compile(rb'="[^"<>]{0,400}"')
_WORDS = (
    b"-1", b"0", b"99999999999999999999", b"1e309", b"NaN", b"\xef\xbf\xbf", b"&#0;", b"&#x10FFFF;",
    b"&amp;", b"]]>", b"<![CDATA[", b"javascript:alert(1)", b"../../../etc/passwd", b"%00", b"",
    "\ufdd2\ufdd6\ufdd5".encode(), b"A" * 5000,
)  # fmt: skip
_MOST_DEEP = 3_000


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return *data* with a few bytes changed, cut out, put in or cut off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed))
        act = chance.randrange(4)
        if act == 0:
            changed[place] = chance.randrange(256)
        elif act == 1:
            del changed[place : place + chance.randint(1, 40)]
        elif act == 2:
            changed[place:place] = changed[: chance.randint(1, 60)]
        else:
            changed = changed[: max(1, place)]
        if not changed:
            changed = bytearray(b"x")
    return bytes(changed)


def mutated_inside(data: bytes, chance: random.Random) -> bytes:
    """Return an archive with one or two of its parts changed and everything packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.randint(1, 2)):
        name = chance.choice(sorted(parts))
        if chance.random() < 0.05:
            del parts[name]
            break
        parts[name] = _spoilt(parts[name], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _spoilt(xml: bytes, chance: random.Random) -> bytes:
    """Return markup with some of its tags, values or words changed; mostly well-formed."""
    for _ in range(chance.randint(1, 4)):
        act = chance.randrange(8)
        if act == 0:
            xml = mutated(xml or b"x", chance)
        elif act == 1:
            xml = _instead(_VALUE, xml, b'="' + chance.choice(_WORDS) + b'"', chance)
        elif act == 2:
            xml = _instead(re.compile(rb"(?<=>)[^<>]+(?=<)"), xml, chance.choice(_WORDS), chance)
        elif act == 3:
            xml = _deep(xml, chance)
        elif act == 4:
            xml = _swapped(xml, chance)
        elif act == 5:
            xml = _again(xml, chance)
        elif act == 6:
            xml = _without(xml, chance)
        else:
            xml = _instead(_TAG, xml, b"", chance)
    return xml


def _instead(pattern: re.Pattern[bytes], xml: bytes, words: bytes, chance: random.Random) -> bytes:
    found = list(pattern.finditer(xml))
    if not found:
        return xml
    one = chance.choice(found)
    return xml[: one.start()] + words + xml[one.end() :]


def _element(xml: bytes, chance: random.Random) -> tuple[int, int, bytes] | None:
    """Return where some element begins and ends, and its name, where that is easy to tell."""
    opening = list(re.finditer(rb"<([\w:.-]+)[^<>]*(?<!/)>", xml))
    if not opening:
        return None
    one = chance.choice(opening)
    end = xml.find(b"</" + one[1] + b">", one.end())
    return (one.start(), end + len(one[1]) + 3, one[1]) if end >= 0 else None


def _deep(xml: bytes, chance: random.Random) -> bytes:
    """Put an element inside itself, again and again."""
    if (found := _element(xml, chance)) is None:
        return xml
    start, end, name = found
    times = chance.choice((2, 50, _MOST_DEEP))
    opening = xml[start : xml.index(b">", start) + 1]
    closing = b"</" + name + b">"
    return xml[:start] + opening * times + xml[start:end] + closing * times + xml[end:]


def _swapped(xml: bytes, chance: random.Random) -> bytes:
    """Give one element the name of another."""
    one, other = _element(xml, chance), _element(xml, chance)
    if one is None or other is None:
        return xml
    start, end, name = one
    inside = xml[start:end]
    inside = b"<" + other[2] + inside[1 + len(name) : -len(name) - 3] + b"</" + other[2] + b">"
    return xml[:start] + inside + xml[end:]


def _again(xml: bytes, chance: random.Random) -> bytes:
    """Repeat an element, elsewhere or many times."""
    if (found := _element(xml, chance)) is None:
        return xml
    start, end, _ = found
    times = chance.choice((1, 3, 200))
    return xml[:end] + xml[start:end][:20_000] * times + xml[end:]


def _without(xml: bytes, chance: random.Random) -> bytes:
    """Leave an element out, with all in it."""
    if (found := _element(xml, chance)) is None:
        return xml
    start, end, _ = found
    return xml[:start] + xml[end:]
