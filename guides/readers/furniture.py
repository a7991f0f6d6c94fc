"""What a web page has around a text: who the site is, sign-up lines, share buttons.

Copied along with an article, such lines are not part of the reading: nobody should number them
or be asked about them. Only whole lines that can hardly be anything else are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guides.readers.pieces import Piece
from guides.source import Span

_LONGEST = 45  # words
_EDGE = 6  # pieces from either end

# "What is Our Site?" counts only where the site then speaks of itself.
_QUESTION = re.compile(r"(?:What|Who) (?:is|are) [A-Z\d][\w&.'’ -]{1,50}\?")
_ABOUT_US = re.compile(
    r"(?:(?:What|Who) (?:is|are) [^?]{2,60}\? )?"
    r"(?:(?:We|Our [a-z]+) [^.!?]{5,200}\. ?)?"
    r"(?:(?:Learn|Read|Find out) more )?about us\.?|We connect donors to [^.]{5,200}\.",
    re.IGNORECASE,
)
_AT_THE_EDGE = re.compile(
    r"(?:Advertisement|Sponsored content|Skip to (?:main )?content|Contact us|Log in|Donate now"
    r"|Cont[aá]ctanos|Cont[aá]ctenos|Contactez-nous|Kontakt|Publicidad|Publicité|Anzeige|Pubblicità"
    r"|Share (?:this|on)\b.{0,60}|Subscribe(?: (?:now|today|to|for)\b.{0,120})?"
    r"|Sign (?:up|in|me up)(?: (?:now|today|to|for)\b.{0,160})?|All rights reserved"
    r"|Leave a (?:reply|comment)"
    r"|(?:Related|Recommended|More) (?:stories|articles|content|reading|posts)"
    r"|(?:Related|Recommended|Read (?:more|next|also)|You (?:might|may) also like|More from .{2,30}"
    r")\s?:.{0,300}"
    r"|Caption|Close"
    # what an agency tells other papers of an earlier version
    r"|\((?:Adds|Updates|Recasts|Rewrites|Corrects|Clarifies|Refiles|Repeats|Removes|Changes"
    r"|Writes through)\b[^()]{3,300}\)"
    # how it files a story: "BC-HARBOR-FIRE, 2nd Ld-Writethru"
    r"|(?-i:[A-Z]{2}(?:-[A-Z][A-Za-z]+)+)[,–—-] ?(?:\d\w\w )?(?:Ld|Lead|Urgent|Writethru)\b.{0,300}"
    r"|Eds(?:\.|:) .{3,200}"
    r"|Read next|(?:Most|Also) read|(?:©|Copyright\b|\(c\)).{0,120}|Click here (?:to|for)\b.{0,100}"
    r"|(?:Follow|Find|Like) (?:us|me|[A-Z@]\S*(?: [A-Z@]\S*)?) on"
    r" (?:Twitter|Facebook|Instagram|X\b).{0,60}"
    r"|#\w+(?: #\w+)*|(?:[^|.?!]{2,40} \| ){2,8}(?:print|share|e-?mail|top|sitemap|contact|privacy"
    r"|terms)\b[^|.?!]{0,30}"
    r"|(?:Twitter|Facebook|Instagram)(?::| @) ?@?\w{2,40}|@\w{2,40}"
    r"|Start searching for .{3,80}|Search our .{3,60}"
    r"|Get (?:the latest|our) .{0,100}\b(?:inbox|newsletter)"
    r"|(?:Interested in|Want to|Looking for) [^?]{3,120}\? .{0,200}\b(?:readers|newsletter|sign up"
    r"|guide)\b.*"
    r")[.!:»>]*",
    re.IGNORECASE,
)
_GALLERY = re.compile(
    r"(?:Back to|Open|View|Close) (?:the )?gallery|(?:Show|Hide|Toggle) caption", re.IGNORECASE
)


def part(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Span], Span | None]:
    """Part a text from its furniture.

    Returns:
        The pieces of the text, the places of the furniture, and the place of the first one in
        which the site speaks of itself: what stands above it is often the site's as well.
    """
    kept: list[Piece] = []
    dropped: list[Span] = []
    about: Span | None = None
    for index, piece in enumerate(pieces):
        if _is_about(pieces, index):
            about = about or piece.span
            dropped.append(piece.span)
        elif _GALLERY.fullmatch(_words(piece)) or (
            min(index, len(pieces) - 1 - index) < _EDGE and _is_edge(piece)
        ):
            dropped.append(piece.span)
        else:
            kept.append(piece)
    if any(piece.kind != "heading" for piece in kept):
        return kept, dropped, about
    return list(pieces), [], None  # a file that holds nothing else is the reading, odd as it is


def _is_about(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether the site speaks of itself here."""
    text = _words(pieces[index])
    if _ABOUT_US.fullmatch(text):
        return True
    after = _words(pieces[index + 1]) if index + 1 < len(pieces) else ""
    return bool(_QUESTION.fullmatch(text) and _ABOUT_US.fullmatch(after))


def _is_edge(piece: Piece) -> bool:
    return bool(_AT_THE_EDGE.fullmatch(_words(piece)))


def _words(piece: Piece) -> str:
    """Return a short piece's words, without the quotation marks that some pages put around all."""
    return piece.brief(_LONGEST).strip('"“”')
