"""Ids that are the same whoever builds the register, and whenever.

An id is a keyed hash of what a thing *is*; the key is the installation's secret (the journal's first entry), so an id
tells nothing to whoever does not hold it. `fold` decides when two spellings are one; its rules are frozen under
`FOLD`, because a changed rule would move ids that people have cited.
"""

import base64
import hashlib
import unicodedata
from collections import Counter
from functools import lru_cache

FOLD = 1


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Letters and digits of `text`, one case: `Svar på mot ion` and `Svar på motion` give `svarpåmotion`."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in unicodedata.normalize("NFC", plain) if c.isalnum())


def slugify(text: str) -> str:
    """`Miljö- och klimatnämnden` gives `miljo-och-klimatnamnden`: ASCII letters, digits and single hyphens."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = (c if c.isascii() and c.isalnum() else "" if unicodedata.combining(c) else " " for c in decomposed)
    return "-".join("".join(plain).split())


class Ids:
    """Makes the ids of one installation."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, kind: str, *parts: str | int) -> str:
        """The id (16 letters and digits, 80 bits) of the thing of this kind that `parts` tell from its likes."""
        digest = hashlib.blake2b(digest_size=10, key=self._secret)
        for part in (kind, *map(str, parts)):
            raw = part.encode()
            digest.update(len(raw).to_bytes(4, "big") + raw)
        return base64.b32encode(digest.digest()).decode().lower()


class Tally:
    """Counts equals under one owner, so that two equal facts get two ids: the first is number 0."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()

    def next(self, *what: str) -> int:
        self._seen[what] += 1
        return self._seen[what] - 1
