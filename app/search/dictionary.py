"""The Swedish word list (`hunspell-sv`): a word's plain form, and the words that a compound is made of.

The list is a dependency and is read where it is installed. Its rules for endings are followed backwards: `nämnderna` ends
as `nämnd` may end. A word that it does not list is taken for a compound where it begins and ends as compounds do.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

PACKAGE = "hunspell-sv"
# Flags of the list: may begin a compound, stand in it, end it; stands in compounds alone; is wrong.
_BEGINS, _WITHIN, _ENDS, _ONLY_WITHIN, _FORBIDDEN = "XUYZ%"
# Shorter beginnings and ends are noise: `bi`, `kan`.
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Ending:
    """An ending of a flag: what is taken off the plain form, and what the plain form has to end in."""

    flag: str
    strip: str
    needs: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Words:
    flags: dict[str, str]
    endings: dict[str, list[_Ending]]
    heads: frozenset[str]


def plain_form(word: str) -> str:
    """`nämndernas` → `nämnd`, `avhopparverksamhetens` → `avhopparverksamhet`; an unknown word is its own."""
    listed = _listed_form(word)
    if listed is not None:
        return listed
    split = _split(word)
    return split[0] + split[1] if split else word


def compound_parts(plain: str) -> tuple[str, ...]:
    """The words that a compound in its plain form is made of: `avhopparverksamhet` → `avhoppar`, `verksamhet`."""
    split = _split(plain)
    if split is None:
        return ()
    head, tail = split
    return (*(compound_parts(head) or (head,)), *(compound_parts(tail) or (tail,)))


@lru_cache(maxsize=100_000)
def _listed_form(word: str) -> str | None:
    """The shortest plain form that the list has of a word; None where it has none."""
    forms = set(_forms(word))
    return min(forms, key=lambda form: (len(form), form)) if forms else None


def _forms(word: str) -> Iterator[str]:
    words = _words()
    if _stands_alone(words.flags.get(word)):
        yield word
    for length in range(min(len(word) - 1, 8)):
        kept, ending = word[: len(word) - length], word[len(word) - length :]
        for rule in words.endings.get(ending, ()):
            form = kept + rule.strip
            flags = words.flags.get(form)
            if len(form) > 1 and _stands_alone(flags) and rule.flag in (flags or "") and rule.needs.search(form):
                yield form


def _stands_alone(flags: str | None) -> bool:
    return flags is not None and _ONLY_WITHIN not in flags and _FORBIDDEN not in flags


@lru_cache(maxsize=100_000)
def _split(word: str) -> tuple[str, str] | None:
    """How a compound is parted: its beginning, and its end in its plain form. The longest end is the likeliest word."""
    if len(word) > _LONGEST:
        return None
    words = _words()
    for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        head = word[:at]
        if not _may_begin(head, words):
            continue
        tail = _listed_form(word[at:])
        if tail is not None and len(tail) >= _SHORTEST_TAIL and _ENDS in words.flags[tail]:
            return head, tail
    return None


def _may_begin(head: str, words: _Words) -> bool:
    """A word marked so, or one that may end compounds with a binding `s`: `ungdoms`."""
    if head in words.heads:
        return True
    bound = words.flags.get(head[:-1], "") if head.endswith("s") else ""
    return len(head) > _SHORTEST_HEAD + 1 and _ENDS in bound


@cache
def _words() -> _Words:
    folder = _folder()
    flags: dict[str, str] = {}
    for line in (folder / "sv_SE.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, marks = line.partition("\t")[0].partition("/")
        if word.islower():
            flags[word] = flags.get(word, "") + sys.intern(marks.partition(" ")[0])
    heads = {word for word, marks in flags.items() if _begins(marks)}
    return _Words(flags, _endings(folder / "sv_SE.aff"), frozenset(heads))


def _begins(marks: str) -> bool:
    return _FORBIDDEN not in marks and any(flag in marks for flag in (_BEGINS, _WITHIN, _ONLY_WITHIN))


def _endings(path: Path) -> dict[str, list[_Ending]]:
    """The rules `SFX flag strip add condition`, by what they add."""
    found: dict[str, list[_Ending]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split()
        if len(columns) >= 5 and columns[0] == "SFX":
            _, flag, strip, add, needs = columns[:5]
            added, _, more = add.partition("/")
            if not more and added.isalpha():
                found[added].append(_Ending(flag, "" if strip == "0" else strip, re.compile(f"(?:{needs})$")))
    return found


def _folder() -> Path:
    """Where the list is installed. Raises `PackageNotFoundError` where it is not."""
    files = metadata.files(PACKAGE) or []
    return next(Path(str(file.locate())).parent for file in files if file.name == "sv_SE.dic")
