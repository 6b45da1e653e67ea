"""What reaches a person's terminal: data on stdout, all else on stderr, and nothing in it that steers the terminal."""

from __future__ import annotations

import sys
import unicodedata

from rich.console import Console
from rich.text import Text

# Cc: control (ESC, bell); Cf: format (bidi overrides, zero-width); Cs, Co, Cn: nothing a person can read; Zl, Zp: breaks
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def printable(text: str, limit: int | None = None) -> str:
    """The text with everything taken out that could steer a terminal or fool the eye, cut to `limit` characters.

    `"§ 12\\x1b[2J"` → `"§ 12�[2J"`: a mark stands where something was, so that nobody takes it for the whole. A line
    break or tab is one blank; a soft hyphen is dropped, as a terminal would.
    """
    shown = "".join(_shown(character) for character in text)
    return shown if limit is None or len(shown) <= limit else shown[: limit - 1] + "…"


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character == "\N{SOFT HYPHEN}":
        return ""
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in _UNPRINTABLE else character


def cell(text: object, style: str = "") -> Text:
    """A piece of a table or line for rich: never markup, never control characters."""
    return Text(printable(str(text)), style=style)


def out() -> Console:
    """Where data goes."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def err() -> Console:
    """Where progress, problems and advice go."""
    return Console(file=sys.stderr, highlight=False, markup=False, emoji=False)


def write(text: str) -> None:
    """Write data to stdout as it stands; the caller has made it safe (JSON) or passed it through `printable`."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
