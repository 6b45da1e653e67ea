"""The Swedish word list (`hunspell-sv`): a word's plain form, and the words that a compound is made of.

The list is a dependency and is read where it is installed; it is in order, and a word is looked up in it by halving, so
that no process pays for parsing it. Its rules for endings are followed backwards: `nämnderna` ends as `nämnd` may end. A
word that it does not list is taken for a compound where it begins and ends as compounds do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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


def listed_words() -> list[str]:
    """The words of the list that stand alone, in its order."""
    return [name for line in _lines() if _stands_alone(_flags(name := _name(line).decode()))]


@lru_cache(maxsize=100_000)
def _listed_form(word: str) -> str | None:
    """The shortest plain form that the list has of a word; None where it has none."""
    forms = set(_forms(word))
    return min(forms, key=lambda form: (len(form), form)) if forms else None


def _forms(word: str) -> Iterator[str]:
    if _stands_alone(_flags(word)):
        yield word
    for length in range(min(len(word) - 1, 8)):
        kept, ending = word[: len(word) - length], word[len(word) - length :]
        for rule in _endings().get(ending, ()):
            form = kept + rule.strip
            flags = _flags(form)
            if len(form) > 1 and _stands_alone(flags) and rule.flag in (flags or "") and rule.needs.search(form):
                yield form


def _stands_alone(flags: str | None) -> bool:
    return flags is not None and _ONLY_WITHIN not in flags and _FORBIDDEN not in flags


@lru_cache(maxsize=100_000)
def _split(word: str) -> tuple[str, str] | None:
    """How a compound is parted: its beginning, and its end in its plain form. The longest end is the likeliest word."""
    if len(word) > _LONGEST:
        return None
    for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
        head = word[:at]
        if not _may_begin(head):
            continue
        tail = _listed_form(word[at:])
        if tail is not None and len(tail) >= _SHORTEST_TAIL and _ENDS in (_flags(tail) or ""):
            return head, tail
    return None


def _may_begin(head: str) -> bool:
    """A word marked so, or one that may end compounds with a binding `s`: `ungdoms`."""
    flags = _flags(head)
    if flags is not None and _FORBIDDEN not in flags and any(f in flags for f in (_BEGINS, _WITHIN, _ONLY_WITHIN)):
        return True
    bound = _flags(head[:-1]) if head.endswith("s") else None
    return len(head) > _SHORTEST_HEAD + 1 and _ENDS in (bound or "")


@lru_cache(maxsize=100_000)
def _flags(word: str) -> str | None:
    """The flags that the list has at a word, of all its lines; None where the word is not in it."""
    if not word.islower():
        return None
    lines, name = _lines(), word.encode()
    marks: list[str] = []
    for start in (name, name + b"/"):
        at = bisect_left(lines, start)
        while at < len(lines) and _name(lines[at]) == name:
            marks.append(lines[at].partition(b"\t")[0].partition(b"/")[2].partition(b" ")[0].decode())
            at += 1
    return "".join(marks) if marks else None


def _name(line: bytes) -> bytes:
    return line.partition(b"\t")[0].partition(b"/")[0]


@cache
def _lines() -> list[bytes]:
    """The list's lines `word/flags`, in order of bytes: as good as sorted where it comes from."""
    return sorted((_folder() / "sv_SE.dic").read_bytes().splitlines())


@cache
def _endings() -> dict[str, list[_Ending]]:
    """The rules `SFX flag strip add condition`, by what they add."""
    endings: dict[str, list[_Ending]] = defaultdict(list)
    for line in (_folder() / "sv_SE.aff").read_text(encoding="utf-8").splitlines():
        columns = line.split()
        if len(columns) >= 5 and columns[0] == "SFX":
            _, flag, strip, add, needs = columns[:5]
            added, _, more = add.partition("/")
            if not more and added.isalpha():
                endings[added].append(_Ending(flag, "" if strip == "0" else strip, re.compile(f"(?:{needs})$")))
    return endings


def _folder() -> Path:
    """Where the list is installed. Raises `PackageNotFoundError` where it is not."""
    files = metadata.files(PACKAGE) or []
    return next(Path(str(file.locate())).parent for file in files if file.name == "sv_SE.dic")
