"""Small steps from printed words to running text."""

from __future__ import annotations

import re
import unicodedata

from importers.pdf.page import Word

_HYPHENS = ("-", "\u2010", "\xad")
_JOINING = (*_HYPHENS, "–", "/")  # what a word that goes on in the next line may end in
_KEEPS_HYPHEN = ("och", "eller", "samt", "respektive")
# "mot ion om at t": a blank narrower than this part of the size is none.
NARROWEST_BLANK = 0.13
# A word that begins this part of the size before the one to its left ends is laid over it, as a stamp is.
_LAID_OVER = -0.3
_NOT_LETTERS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Letters and digits alone, in one case: blanks, hyphens and ligatures drop out.

    "Svar på mot ion om at t" and "Svar på motion om att" fold alike.
    """
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def same_line_glue(before: Word, after: Word) -> str:
    """What stands between two words of one line: a blank, or nothing where the blank is too narrow to be one.

    Words laid over each other are no one word: "6" printed over "2," is not 62.
    """
    size = before.size if before.size > after.size else after.size
    return "" if _LAID_OVER * size <= after.x0 - before.x1 < NARROWEST_BLANK * size and size > 0 else " "


def line_end_glue(before: str, after: str) -> tuple[bool, str]:
    """How a word at a line's end goes on in the next line: (drop its hyphen, what stands between).

    A hyphen goes only between two lower-case letters ("septem-|ber"); it stays in "2025-01-|15", "Eriksson-|Ek",
    "e-|post", "att-|satsen", and before "och" it keeps its blank ("vård- |och").
    """
    if not before.endswith(_JOINING) or len(before) < 2 or not after:
        return False, " "
    if before.endswith("/") or (before[:-1].lower() == "att" and after.startswith("sats")):
        return False, ""
    if before.endswith("–"):
        return False, "" if before[-2].isdigit() and after[0].isdigit() else " "
    if after.strip(",.;:").lower() in _KEEPS_HYPHEN:
        return False, " "
    if before[-2].islower() and after[0].islower() and len(before.rstrip("-")) > 1:
        return True, ""
    return False, "" if before[-2].isalnum() and after[0].isalnum() else " "
