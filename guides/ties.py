"""What ties a sentence to the one before it, and can go where the sentence is quoted alone."""

from __future__ import annotations

import re

# After "so" and "and yet" these begin a sentence of their own; "so many" is one word with it.
_ON = (
    r"(?=(?:I|we|he|she|it|they|you|the|an?|my|our|your|his|her|their|its|this|these|there|let"
    r"|when|if|nobody|no|not)\b)"
)
# "But for the ferry, I would have left": without the first word it says something else.
_BUT_FOR = r"for\s+(?:the|an?|my|his|her|our|their)\b(?!\s+(?:first|last|past|most|moment)\b)"
TIE = re.compile(
    rf"(?:(?:and|but)\s+(?:so|then|yet)\b,?\s+{_ON}|(?:and|but)\s+(?!{_BUT_FOR}|(?:also|then|yet)\b)"
    rf"|yet\s+(?!(?:another|to|again|more)\b)|so\s+{_ON}"
    r"|(?:of course|in fact|indeed|clearly|therefore|nevertheless|even so),?\s+"
    r"|(?:and|but|yet|so|still|however|in short|now|then),\s+)(?=\S)",
    re.IGNORECASE,
)


def untied(text: str) -> str:
    """Return a sentence without the word that ties it to the one before."""
    tie = TIE.match(text)
    return text[tie.end() :] if tie else text
