"""How well two colours can be told apart.

Source:
    Web Content Accessibility Guidelines 2.2, "relative luminance" and "contrast ratio".
"""

from __future__ import annotations

from guides.proofs.sheets import Colour


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 for the same to 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def in_gray(colour: Colour) -> Colour:
    """Return the gray that a copier without colour makes of *colour* (ITU-R BT.601)."""
    red, green, blue = colour
    gray = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return gray, gray, gray


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
