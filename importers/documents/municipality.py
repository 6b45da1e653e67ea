"""Which municipality a document is of, as far as the file itself says.

Göteborgs Stad Kommunstyrelsen, protokoll          a head, foot or cover says it outright
Inkom till Uppsala kommun 2024-11-05               a stamp or address says who got it, and is asked where no head speaks
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Doubt
from importers.documents.cut import Draft
from importers.documents.head import Head, Named
from importers.doubts import DoubtCode, doubt
from importers.leaflet import Leaflet
from importers.leaflets import LEAFLETS
from importers.patterns.item_numbers import ITEM_HEADING
from importers.patterns.organs import MUNICIPALITY, MUNICIPALITY_ALONE, REGION_ALONE
from importers.text.passage import Passage, passage

Stated = tuple[str, Passage]
_COVER = 80  # lines
_LETTERHEAD = 6  # lines


def municipalities(drafts: Sequence[Draft]) -> tuple[tuple[Stated | None, Doubt | None], ...]:
    """For each document its municipality and the words that say so, and a doubt where heads disagree or it is inferred.

    A document whose head is silent may still name, in its text, the one municipality that all heads of the file agree
    on, or the one whose leaflet's marks it bears; a name in running text alone could be anybody's.
    """
    heads = [_of_heads(draft) for draft in drafts]
    agreed = {_town(stated[0]): stated[0] for stated, _ in heads if stated}
    name = next(iter(agreed.values())) if len(agreed) == 1 else None
    return tuple(
        (stated, unclear) if stated or unclear else _of_text(draft, name)
        for (stated, unclear), draft in zip(heads, drafts, strict=True)
    )


def _of_heads(draft: Draft) -> tuple[Stated | None, Doubt | None]:
    """What the head says, else the cover, else the page in whose middle the document starts, else stamp and address."""
    around = draft.around or Head()
    for named in (
        [one for one in draft.head.municipalities if one.says_whose],
        _on_cover(draft),
        [one for one in around.municipalities if one.says_whose],
        [*draft.head.municipalities, *around.municipalities],
    ):
        if len({_town(one.name) for one in named}) > 1:
            return None, _unclear(draft, named)
        if named:
            first = min(named, key=lambda one: one.in_passing)
            return (first.name, first.words), None
    return None, None


def _on_cover(draft: Draft) -> list[Named]:
    """Cells of the lines before the first § that are a municipality's name and nothing else; without §§, of the letterhead."""
    named: list[Named] = []
    first = next((at for at, line in enumerate(draft.lines[:_COVER]) if ITEM_HEADING.match(line.text)), _LETTERHEAD)
    for line in draft.lines[:first]:
        for cell in line.cells:
            if MUNICIPALITY_ALONE.match(cell.text) or REGION_ALONE.match(cell.text):
                words = passage([cell])
                named.append(Named(words.text, words, says_whose=True))
    return named


def _unclear(draft: Draft, named: Sequence[Named]) -> Doubt:
    pages = f"{draft.first}-{draft.last}" if draft.last > draft.first else str(draft.first)
    names = ", ".join(dict.fromkeys(one.name for one in named))
    sources = [one.words.source() for one in named]
    return doubt(DoubtCode.MUNICIPALITY_UNCLEAR, names=names, pages=pages, sources=sources)


def _town(name: str) -> str:
    """What two ways of writing one municipality share: "Göteborgs Stad" and "Göteborg stad" give "göteborg"."""
    folded = name.casefold()
    return folded if folded.startswith("region ") else folded.rsplit(" ", 1)[0].rstrip("s")


def _of_text(draft: Draft, agreed: str | None) -> tuple[Stated | None, Doubt | None]:
    text = " ".join(line.text for line in draft.lines)
    if agreed:
        return (_stands(draft, agreed) if agreed in text else None), None
    return _by_marks(draft, text)


def _stands(draft: Draft, name: str) -> Stated | None:
    """Where the text names it."""
    words = passage(draft.lines)
    start = words.text.find(name)
    return (name, words.cut(start, start + len(name))) if start >= 0 else None


def _by_marks(draft: Draft, text: str) -> tuple[Stated | None, Doubt | None]:
    """The municipality whose leaflet's marks the text bears, all of them and of one leaflet only, and that it names."""
    marked = [leaflet for leaflet in LEAFLETS if _bears(leaflet, text)]
    if len(marked) != 1:
        return None, None
    leaflet, words = marked[0], passage(draft.lines)
    match = next((m for m in MUNICIPALITY.finditer(words.text) if m["name"] == leaflet.municipality), None)
    if match is None:
        return None, None
    named, mark = words.group(match), leaflet.marks[0].search(words.text)
    sources = [named.source(), *([words.group(mark).source()] if mark else [])]
    inferred = doubt(DoubtCode.MUNICIPALITY_INFERRED, name=leaflet.municipality, sources=sources)
    return (leaflet.municipality, named), inferred


def _bears(leaflet: Leaflet, text: str) -> bool:
    return leaflet.municipality in text and all(mark.search(text) for mark in leaflet.marks)
