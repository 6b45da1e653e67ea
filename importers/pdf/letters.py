"""The letters of a word as every pattern expects them, however the file spells them.

"a" and a ring above are one "å"; the two halves of an emoji are one sign, and a half alone is none; a soft hyphen inside a
word is not printed: "bi\xadfall" is "bifall".
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

SOFT_HYPHEN = "\xad"
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf02d": "-", "\x00": None})
_ODD = re.compile("[\x00\x02\xad\ufffe\uf0b7\uf0a7\uf0d8\uf02d\ud800-\udfff]")
_HALVES = re.compile("[\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Whether nothing in the text is spelled oddly, nor is there a soft hyphen or one of PDFium's own."""
    return not _ODD.search(text) and is_normalized("NFC", text)


def composed(printed: str) -> str:
    """The word with composed letters, whole signs and plain bullets; its soft hyphens are left: one may end a line."""
    if _HALVES.search(printed):
        printed = printed.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return normalize("NFC", printed.translate(_SYMBOLS))
