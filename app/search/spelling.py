"""Words that are one slip from a word that was typed: a letter wrong, missing, added or changed places, or å, ä, ö without
their marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from app.search.normaliser import folded, keys

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéü"
_MARKED = {"a": "aåä", "o": "oö", "e": "eé", "u": "uü"}
_SAID = str.maketrans("åäöéücwzq", "aaoeukvsk")
# Every shorter word is a slip from many; of a longer one there are too many to try.
_SHORTEST, _LONGEST = 4, 18
_MOST_MARKED = 64


def near_keys(typed: str) -> dict[str, list[str]]:
    """The keys of the words that are one slip from the word typed, the likeliest slip first, each with these words."""
    word = folded(typed)
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isalpha()):
        return {}
    own = keys(word)[0][0]
    near: dict[str, list[str]] = {}
    for one in dict.fromkeys((*_marked(word), *_slips(word))):
        for key, _parts in keys(one):
            if key != own:
                near.setdefault(key, []).append(one)
    return near


def alike_keys(typed: str) -> list[str]:
    """Those of them that are said as it is, as names are spelled in several ways: `josefsson` → `josefson`, `karlson`."""
    own = _said(folded(typed))
    return [key for key, words in near_keys(typed).items() if any(_said(word) == own for word in words)]


def _said(word: str) -> str:
    """The word as it sounds: without marks, and each letter once."""
    plain = word.translate(_SAID)
    return "".join(letter for letter, before in zip(plain, f" {plain}", strict=False) if letter != before)


def _marked(word: str) -> Iterator[str]:
    """`oversiktsplan` → `översiktsplan`: the marks of any letters put back."""
    choices = (_MARKED.get(letter, letter) for letter in word)
    return ("".join(letters) for letters in islice(product(*choices), _MOST_MARKED))


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word)):
        before, after = word[:at], word[at + 1 :]
        yield before + after
        if after:
            yield before + after[0] + word[at] + after[1:]
        yield from (before + letter + after for letter in _LETTERS)
    yield from (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in _LETTERS)
