"""Text made safe for a terminal or a log line."""

from __future__ import annotations

import unicodedata


def printable(text: str, limit: int | None = None) -> str:
    """The text with everything taken out that could steer a terminal or fool the eye, cut to `limit` characters.

    `"§ 12\\x1b[2J"` → `"§ 12�[2J"`: a mark stands where something was, so that nobody takes it for the whole. Control
    characters, bidi overrides, zero-width and private signs go; a line break, a tab or an odd blank is one blank; a
    soft hyphen is dropped, as a terminal would.
    """
    shown = text if text.isprintable() else "".join(_shown(character) for character in text)
    return shown if limit is None or len(shown) <= limit else shown[: limit - 1] + "…"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\n\r\t" or unicodedata.category(character) == "Zs":
        return " "
    return "" if character == "\N{SOFT HYPHEN}" else "\N{REPLACEMENT CHARACTER}"
