"""Whether words are Swedish at all. A broken font map gives letters, but no words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_FEWEST = 60  # words with letters: fewer say nothing
_SMALLEST_SHARE = 0.08
# The commonest words of running text and of minutes. In real minutes they are a quarter to a half of all words.
_WORDS = (
    "och att av i för en ett som på till den det de är med om från vid har inte eller ska kan samt sig mot under över efter "
    "beslut beslutar protokoll kommun kommunen kommunstyrelsen kommunfullmäktige motion motionen ärendet förslag paragraf "
    "yrkar nämnden ledamot ledamöter ordförande datum den § s m v c l kd mp sd ja nej"
)
_COMMON = frozenset(_WORDS.split())
_LETTERED = frozenset(filter(str.isalpha, _COMMON))


def is_swedish(words: Iterable[str]) -> bool | None:
    """Whether enough of the words are common Swedish ones; `None` where there are too few words to tell."""
    printed = list(words)
    if _is_plainly_swedish(printed):
        return True
    bare = (word.strip(".,:;()”\"'–-").casefold() for word in printed)
    plain = [word for word in bare if word.isalpha() or any(map(str.isalpha, word))]
    if len(plain) < _FEWEST:
        return None
    return sum(word in _COMMON for word in plain) >= _SMALLEST_SHARE * len(plain)


def _is_plainly_swedish(printed: Sequence[str]) -> bool:
    """Whether it shows in the words as they stand, as on most pages: bare of points and capitals, more of them would be."""
    enough = sum(map(str.isalpha, printed)) >= _FEWEST
    return enough and sum(map(_LETTERED.__contains__, printed)) >= _SMALLEST_SHARE * len(printed)
