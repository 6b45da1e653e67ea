"""Mends titles with split words from the same title standing unsplit elsewhere in the file.

"Svar på mot ion om at t inrät ta en särskilt avhopparverksamhet" and "Svar på motion om att inrätta en särskilt
avhopparverksamhet" fold alike; the one with fewer blanks is the title, the other what was printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from importers.bundle import Document, Doubt, Item
from importers.doubts import DoubtCode, doubt
from importers.statements.answers import read_answers
from importers.text.cleaning import fold


def mend_titles(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[Doubt, ...]]:
    """The documents with their §§' titles mended, and a note for each that was."""
    best = _best(item.title for document in documents for item in document.items)
    best |= {key: title for key, title in _best(d.title for d in documents if d.title).items() if key not in best}
    doubts: list[Doubt] = []
    mended: list[Document] = []
    for d, document in enumerate(documents):
        items = tuple(
            _mend(item, best, f"/documents/{d}/items/{i}/title", doubts) for i, item in enumerate(document.items)
        )
        mended.append(replace(document, items=items))
    return tuple(mended), tuple(doubts)


def _best(titles: Iterable[str]) -> dict[str, str]:
    """The title with the fewest blanks for each folded title."""
    best: dict[str, str] = {}
    for title in titles:
        key = fold(title)
        if key not in best or title.count(" ") < best[key].count(" "):
            best[key] = title
    return best


def _mend(item: Item, best: dict[str, str], about: str, doubts: list[Doubt]) -> Item:
    title = best.get(fold(item.title), item.title)
    if title.count(" ") >= item.title.count(" "):
        return item
    if "".join(title.split()).casefold() != "".join(item.title.split()).casefold():
        return item  # the same words with other signs: "remiss - Motion" and "remiss: Motion" are both whole
    sources = item.fields.get("title", ())
    doubts.append(doubt(DoubtCode.TITLE_MENDED, about=about, printed=item.title, title=title, sources=sources))
    answers = read_answers(title, sources[0]) if sources else item.answers
    return replace(item, title=title, title_printed=item.title, answers=answers)
