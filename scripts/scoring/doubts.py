"""How often a registrar is made to look where nothing is wrong: the doubts of what is read right, per 2,000 words, by kind.

Counted are the doubts of the reader about itself, of files that are read right: our own, the seed, one city's minutes.
Those of a document or § in which the gold shows a fault are no false ones. Where nobody made a gold, every one counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from importers.doubts import UNSEEN, DoubtCode

Json = dict[str, Any]
SETS = ("own", "seed", "corpus")  # whose files are read right, or nearly so
WORDS = 2_000

# What holds of the file whatever is read in it: that pages or lists are missing, that somebody is not named.
OF_THE_FILE = UNSEEN | {
    DoubtCode.PAGES_WITHOUT_TEXT,
    DoubtCode.PAGES_DAMAGED,
    DoubtCode.GARBLED_PAGES,
    DoubtCode.PAGES_READ_BY_OCR,
    DoubtCode.GARBLED_PAGES_READ_BY_OCR,
    DoubtCode.PAGES_MISSING,
    DoubtCode.PAGE_TOO_LONG,
    DoubtCode.FIELDS_NOT_READ,
    DoubtCode.STAMPS_NOT_READ,
    DoubtCode.NOTES_NOT_READ,
    DoubtCode.IDENTITY_NUMBER,
    DoubtCode.DOCUMENT_DAYS,
    DoubtCode.DOCUMENT_NOT_MINUTES,
    DoubtCode.MUNICIPALITY_INFERRED,
    DoubtCode.TITLE_MENDED,
    DoubtCode.TEMPLATE_LEFTOVER,
    DoubtCode.HEADING_DOUBLED,
    DoubtCode.ITEMS_MISSING,
    DoubtCode.VOTE_LIST_MISSING,
    DoubtCode.VOTES_OUTNUMBER,
    DoubtCode.VERIFICATION_YEAR,
    DoubtCode.ATTENDANCE_ALL_BUT,
    DoubtCode.ATTENDANCE_ELSEWHERE,
    DoubtCode.AUTHOR_INFERRED,
}
_ABOUT = re.compile(r"/documents/(\d+)(?:/items/(\d+))?")


@dataclass(frozen=True, slots=True)
class Doubts:
    """The words of some files, and their false doubts by kind."""

    words: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Doubts) -> Doubts:
        return Doubts(self.words + other.words, self.kinds + other.kinds)

    @property
    def words_per_doubt(self) -> float:
        """How many words are read for each false doubt; all of them where there is none."""
        return self.words / max(1, self.kinds.total())


def false_doubts(bundle: Json, wrong: Iterable[int] = ()) -> Doubts:
    """Those of a reading; `wrong` holds the `id` of each of its documents and §§ in which something is."""
    if "refused" in bundle:
        return Doubts()
    faulty = set(wrong)
    kinds = Counter(
        one["code"]
        for one in bundle["doubts"]
        if one["code"] not in OF_THE_FILE and not any(id(about) in faulty for about in _about(bundle, one["about"]))
    )
    return Doubts(bundle["words"]["total"], kinds)


def _about(bundle: Json, pointer: str | None) -> list[Json]:
    """The document, and the § where it names one, that a doubt is about."""
    match = _ABOUT.match(pointer or "")
    if match is None:
        return []
    document = bundle["documents"][int(match[1])]
    return [document["items"][int(match[2])]] if match[2] else [document]


def doubts_table(by_set: dict[str, Doubts]) -> str:
    """Of each set and of all, words and false doubts; then the kinds, the commonest first."""
    whole = sum(by_set.values(), Doubts())
    lines = [f"{'doubts where nothing is wrong':<50}{'words':>8}{'doubts':>9}{f'in {WORDS}':>9}"]
    for name, one in [*by_set.items(), ("all of them", whole)]:
        lines.append(_row(name, one.kinds.total(), one.words, f"{one.words:>8}"))
    lines += [_row(f"  {kind}", number, whole.words, " " * 8) for kind, number in whole.kinds.most_common()]
    return "\n".join(lines)


def _row(name: str, number: int, words: int, shown: str) -> str:
    return f"  {name:<48}{shown}{number:>9}{number * WORDS / max(1, words):>9.2f}"
