"""The pages of a file with a box round everything that was read, as one HTML file that needs nothing beside it.

Whatever stands in the PDF is hostile: it comes in as text through autoescaping templates, pages come in as pictures, and
the file's own policy lets neither scripts nor addresses in. It is written page by page, so that long minutes fit.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import jinja2

from app import resources
from app.errors import MachineBusy
from app.explaining.marks import Mark, MarkKind, by_page, marks
from app.explaining.saying import KIND_WORDS, SIGNS, name_of, says
from app.language import i18n
from app.language.doubts import doubt_sentence
from app.language.i18n import gettext
from app.language.templates import environment
from importers import MachineTooBusy, PageNotDrawable, UnreadableFile, draw_page
from importers.bundle import Box, Bundle, Doubt, PageInfo, Severity

WIDTH = 1100  # pixels of a page's picture
_PAD = 1.2  # points between words and their box
_MARGIN = 7.0  # points left of a stretch's words to its bracket


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark on one page: a box for each line, or one bracket beside a whole stretch; where its sign stands."""

    mark: Mark
    boxes: tuple[Box, ...]
    bracket: str
    at: tuple[float, float]
    first: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page with its picture (`None` where it cannot be drawn) and what was found on it."""

    info: PageInfo
    picture: str | None
    drawn: tuple[Drawn, ...]


def sheet(bundle: Bundle, data: bytes) -> Iterator[str]:
    """The HTML in pieces."""
    all_marks = marks(bundle)
    style = (resources.templates() / "explain.css").read_text("utf-8")
    yield from (
        _environment()
        .get_template("explain.html")
        .generate(
            bundle=bundle,
            leaves=_leaves(bundle, data, by_page(all_marks)),
            doubts=_doubts(bundle.doubts, all_marks),
            kinds=_kinds(all_marks),
            language=i18n.language(),
            style=style,
            policy=_policy(style),
        )
    )


def _environment() -> jinja2.Environment:
    explaining = environment()
    explaining.globals.update(name_of=name_of, says=says, signs=SIGNS, kind_words=KIND_WORDS, gettext=gettext)
    return explaining


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _kinds(all_marks: Iterable[Mark]) -> list[MarkKind]:
    """The kinds that occur, in the order in which they are declared."""
    present = {mark.kind for mark in all_marks}
    return [kind for kind in MarkKind if kind in present]


def _doubts(doubts: Iterable[Doubt], all_marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Each doubt as a sentence, with the marks that it has on the pages."""
    places: dict[int, list[Mark]] = {}
    for mark in all_marks:
        if mark.kind is MarkKind.DOUBT:
            places.setdefault(id(mark.value), []).append(mark)
    return [
        {
            "grave": doubt.severity is Severity.ERROR,
            "sentence": doubt_sentence(doubt.code, doubt.params),
            "marks": places.get(id(doubt), []),
        }
        for doubt in doubts
    ]


def _leaves(bundle: Bundle, data: bytes, pages: dict[int, list[Mark]]) -> Iterator[Leaf]:
    for info in bundle.file.pages:
        found = tuple(_drawn(mark, info.number) for mark in pages.get(info.number, ()))
        yield Leaf(info, _picture(data, info.number), found)


def _picture(data: bytes, page: int) -> str | None:
    try:
        image = draw_page(data, page, width=WIDTH)
    except (PageNotDrawable, UnreadableFile):
        return None
    except MachineTooBusy as busy:
        raise MachineBusy from busy
    return f"data:image/webp;base64,{base64.b64encode(image).decode()}"


def _drawn(mark: Mark, page: int) -> Drawn:
    boxes = [place.bbox for place in mark.on(page)]
    first = mark.source.places[0].page == page
    x0, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    if mark.whole:
        bottom = max(box[3] for box in boxes)
        edge = x0 - _MARGIN
        path = f"M{edge + 3:.1f} {top:.1f}H{edge:.1f}V{bottom:.1f}h3"
        return Drawn(mark, (), path, (round(edge, 1), round(top, 1)), first)
    padded = tuple(_padded(box) for box in boxes)
    return Drawn(mark, padded, "", (padded[0][0], padded[0][1]), first)


def _padded(box: Box) -> Box:
    x0, top, x1, bottom = box
    return round(x0 - _PAD, 1), round(top - _PAD, 1), round(x1 - x0 + 2 * _PAD, 1), round(bottom - top + 2 * _PAD, 1)
