"""Which of the words that there are somebody may have meant who wrote another one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from app.ids import slugify

# How like two words are, and more, where the one is offered for the other.
_LIKE = 0.6
_MOST_NEAR = 3
_LONGEST = 60


def nearest_first(typed: str, words: Collection[str]) -> list[str]:
    """All the words, those that fit what was typed best first: `ksau` has `kommunstyrelsens-arbetsutskott` before others."""
    plain = _plain(typed)
    return sorted(words, key=lambda word: (-_fit(plain, _plain(word)), word))


def near(typed: str, words: Collection[str]) -> Sequence[str]:
    """The words that somebody may have meant, the likeliest first; none where nothing is like: `prty` gives `party`."""
    plain = _plain(typed)
    if not plain:
        return []
    return [word for word in nearest_first(typed, words) if _fit(plain, _plain(word)) > _LIKE][:_MOST_NEAR]


def _plain(text: str) -> str:
    return slugify(text[:_LONGEST]).replace("-", " ") or text[:_LONGEST].casefold().strip()


def _fit(typed: str, word: str) -> float:
    """From 0 to 1: alike letter by letter, or a part of the other; the letters of a short form in their order count a little."""
    likeness = SequenceMatcher(None, typed, word, autojunk=False).ratio()
    if len(typed) > 2 and (typed in word or (len(word) > 2 and word in typed)):
        return max(likeness, 0.7)
    if word[:1] == typed[:1] and len(typed) > 1 and _in_order(typed, word):
        return max(likeness, 0.5)
    return likeness


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
