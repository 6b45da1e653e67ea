"""Ids that are the same whoever builds the register, and whenever.

An id is a keyed hash of what a thing *is*; the key is its municipality's own, or of one that has none the installation's secret
(the journal's first entry), so an id tells nothing to whoever does not hold it. `fold` decides when two spellings are one; its rules are frozen under
`FOLD`, because a changed rule would move ids that people have cited.
"""

import base64
import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

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
    """Makes the ids of what one key is for."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, kind: str, *parts: str | int) -> str:
        """The id (16 letters and digits, 80 bits) of the thing of this kind that `parts` tell from its likes."""
        digest = hashlib.blake2b(digest_size=10, key=self._secret)
        for part in (kind, *map(str, parts)):
            raw = part.encode()
            digest.update(len(raw).to_bytes(4, "big") + raw)
        return base64.b32encode(digest.digest()).decode().lower()


_Thing = TypeVar("_Thing")


class Keyring:
    """The keys of an installation: those of municipalities that have their own, and the secret for all others."""

    def __init__(self, secret: bytes, own: Mapping[str, bytes]) -> None:
        self._shared = Ids(secret)
        self._own = {municipality: Ids(key) for municipality, key in own.items()}

    def at(self, key: str) -> Ids:
        """What makes the ids of the municipality that a key begins with, or is: `0380|item|…`, `0380`."""
        return self._own.get(key.partition("|")[0], self._shared)

    def apart(self, things: Iterable[_Thing], key_of: Callable[[_Thing], str]) -> dict[Ids, list[_Thing]]:
        """The things by what makes the ids of theirs, in the order in which they came; `key_of` gives a key of theirs."""
        found: dict[Ids, list[_Thing]] = {}
        for thing in things:
            found.setdefault(self.at(key_of(thing)), []).append(thing)
        return found


class Tally:
    """Counts equals under one owner, so that two equal facts get two ids: the first is number 0."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()

    def next(self, *what: str) -> int:
        self._seen[what] += 1
        return self._seen[what] - 1
