"""What a word is found by: the same for every inflection of it. Pure: what is filed and what is asked go through here.

A word's key is its plain form, stemmed: `nämndernas` and `nämnd` share one, `nämna` has another. A compound is found by
each of its words too, and by itself first.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from app.search.dictionary import PACKAGE, compound_parts, plain_form

if TYPE_CHECKING:
    import snowballstemmer

# A version of the rules here and in their two lists: a register indexed under another is indexed anew.
_RULES = "5"
_WORD = re.compile(r"[^\W_]+")
# The longest word there is; what is longer is no word, and is found by its beginning.
_LONGEST = 60
_HERE = Path(__file__).parent


@cache  # what is installed is looked up in files
def normaliser_version() -> str:
    """Under which rules and lists of words the keys are made."""
    return f"{_RULES} {PACKAGE} {metadata.version(PACKAGE)} snowballstemmer {metadata.version('snowballstemmer')}"


class _Printed:
    """What was met between blanks, as it is printed, and by each key the words in it that the key finds: looked at once a
    process. `(nämndens` costs no more than `nämndens`."""

    def __init__(self) -> None:
        self.met: set[str] = set()
        # as keys of dictionaries: thousands of sets are gone through at every collection of garbage
        self.by_key: dict[str, dict[str, tuple[str, ...]]] = {}

    def meet(self, text: str) -> set[str]:
        """What stands between the blanks of the text; what is long is taken apart first, and only its words are kept."""
        pieces = set(text.split())
        unmet = pieces - self.met
        if not unmet:
            return pieces
        for piece in unmet:
            if len(piece) > _LONGEST:
                pieces.remove(piece)
                pieces.update(_WORD.findall(piece))
        for piece in pieces - self.met:
            found: dict[str, dict[str, None]] = {}
            for word in _WORD.findall(piece):
                for key in _finds(word):
                    found.setdefault(key, {})[word] = None
            for key, words in found.items():
                self.by_key.setdefault(key, {})[piece] = tuple(words)
            self.met.add(piece)  # last: whoever meets it meanwhile finds it in its place
        return pieces


# How many a process keeps.
_MOST_MET = 100_000
_printed = _Printed()


class Sought:
    """The words that are found by some keys, themselves or a part of them: `Ungdomskriminalitet ökar` has the keys
    `ungdomskriminalitet` (made of `ungdom` and `kriminalitet`) and `ök`."""

    def __init__(self, keys: Set[str]) -> None:
        global _printed  # noqa: PLW0603 - who still looks in what is put away here goes on looking there
        if len(_printed.met) > _MOST_MET:
            _printed = _Printed()
        self._keys, self._printed = keys, _printed

    def words(self, text: str) -> set[str]:
        """Those of the text's words, as they are printed, that are found."""
        pieces, found = self._printed.meet(text), set[str]()
        for key in self._keys:
            if of_key := self._printed.by_key.get(key):
                for piece in of_key.keys() & pieces:
                    found.update(of_key[piece])
        return found


def places(text: str, words: Set[str]) -> list[tuple[int, int]]:
    """From where to where each of these words stands in the text, in order."""
    spans = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):  # what `_WORD` is made of
                spans.append((start, end))
            start = text.find(word, end)
    return sorted(spans)


def _finds(printed: str) -> frozenset[str]:
    """Every key that a word is found by."""
    key, parts = _keyed(printed)
    return frozenset((key, *parts))


def keys(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The key of each word of the text, in order, and those of the words that it is made of."""
    return [keyed for keyed in map(_keyed, _WORD.findall(text)) if keyed[0]]


def title_key(of_words: Sequence[str]) -> str:
    """What a title of just these keys is found by: a word that nobody prints."""
    return "t" + hashlib.blake2b(" ".join(of_words).encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=10_000)
def facet_key(name: str, value: str) -> str:
    """What an entry with this value of a facet is found by: no more a word."""
    return "f" + hashlib.blake2b(f"{name} {value}".encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=100_000)
def _keyed(printed: str) -> tuple[str, tuple[str, ...]]:
    """What `_key` says of a word as it is printed."""
    return _key(folded(printed)[:_LONGEST])


def folded(word: str) -> str:
    """One width and case of a word, with nothing in it but letters and digits."""
    text = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in text if letter.isalnum())


@lru_cache(maxsize=100_000)
def _key(word: str) -> tuple[str, tuple[str, ...]]:
    """A folded word's key, and those of its parts."""
    special = _overrides().get(word)
    if special is not None:
        plain, parts = special
        return _stem(plain), tuple(_stem(part) for part in parts)
    if not word.isalpha():
        return word, ()
    plain = plain_form(word)
    return _stem(plain), tuple(_key(part)[0] for part in compound_parts(plain))


def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    import snowballstemmer  # noqa: PLC0415 - who neither files nor searches does not wait for its thirty languages

    return snowballstemmer.stemmer("swedish")


@cache
def _overrides() -> dict[str, tuple[str, tuple[str, ...]]]:
    found = {}
    for line in lines_of("overrides.txt"):
        word, plain, *parts = line.replace("+", " ").split()
        found[word] = plain, tuple(parts)
    return found


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """The keys that are asked for together with a key."""
    groups = [tuple(_key(word)[0] for word in line.split()) for line in lines_of("synonyms.txt")]
    return {key: tuple(other for other in group if other != key) for group in groups for key in group}


@cache
def lines_of(name: str) -> list[str]:
    """The lines of one of the lists of words beside this file, but for those that say what it is."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
