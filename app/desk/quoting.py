"""Where on the page a fact stands, as whoever adds it or puts it right shows it: by two clicks on the picture, which need no script,
or by the lines of the page. The words in the box become the quote: they are the page's own, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import importers
from app.acts.boxes import boxes_of, boxes_text
from app.desk.visits import Visit
from app.errors import InstallationDamaged, MachineBusy, WrongUse
from app.journal.storage import storage_of
from app.journal.stored import filed_bytes
from app.language.i18n import gettext as _
from app.queries.review import FiledReading, ReviewDocument
from app.register.personal import Words, lines_of
from app.register.personal import boxes_of as boxes_by_line
from importers.bundle import Box

WIDTH = 700  # pixels that the picture is shown in: clicks are counted in them
_MOST_LINES = 400
_LEAST_SIDE = 2.0  # points: of a box that somebody means


@dataclass(frozen=True, slots=True)
class Picking:
    """What a form knows of the place: its page, the boxes chosen on it (`value` as the form holds them) and the words in them.
    `corner` (points) is the first of two clicks; `lines`, each with its box as a form has it, are there only where the page is laid
    open for choosing."""

    page: int
    shape: dict[str, Any]
    boxes: tuple[Box, ...]
    quote: str
    corner: tuple[float, float] | None
    lines: tuple[tuple[str, str], ...]

    @property
    def value(self) -> str:
        return boxes_text(self.page, self.boxes)

    @property
    def height(self) -> int:
        return height_of(self.shape)


def height_of(shape: dict[str, Any]) -> int:
    """How high a page is shown, in pixels."""
    return round(WIDTH * float(shape["height"]) / float(shape["width"]))


def picks(visit: Visit) -> bool:
    """Whether the form was sent to choose a place, and not to save."""
    return "plats" in visit.form or "klick.x" in visit.form


def picking(visit: Visit, filed: FiledReading) -> Picking | None:
    """The place as chosen until now; None where the form names no page of the file. Raises `WrongUse`."""
    shape = _shape(visit, filed)
    if shape is None:
        return None
    page, corner = int(shape["number"]), None
    chosen = [str(one) for one in visit.form.getlist("rad")] + [visit.sent("ruta") or visit.asked("ruta")]
    boxes: Sequence[Box] = boxes_of(chosen).get(page, [])
    if "klick.x" in visit.form:
        corner, boxes = clicked(visit, shape)
    words = _words(visit, filed, page) if picks(visit) or boxes else []
    inside = words_in(boxes, words)
    if boxes and not inside:
        raise WrongUse(_("I rutan står inga ord."))
    quote = " ".join(text for text, _box in inside)
    return Picking(
        page,
        shape,
        boxes_by_line([box for _text, box in inside]),
        quote,
        corner,
        _lines(page, words) if picks(visit) else (),
    )


def laid_open(visit: Visit, filed: FiledReading) -> Picking | None:
    """The page with nothing chosen on it, for another try where what was chosen was wrong; None where there is no such page."""
    shape = _shape(visit, filed)
    if shape is None:
        return None
    page = int(shape["number"])
    return Picking(page, shape, (), "", None, _lines(page, _words(visit, filed, page)))


def place_of(picked: Picking | None, filed: FiledReading, document: ReviewDocument) -> dict[str, Any] | None:
    """The place as an act holds it; None where none was chosen. Raises `WrongUse` where it is on no page of the document."""
    if picked is None or not picked.boxes:
        return None
    if not document["first_page"] <= picked.page <= document["last_page"]:
        raise WrongUse(_("Sidan hör inte till handlingen som uppgiften står i."))
    places = [{"page": picked.page, "line": n, "bbox": list(box)} for n, box in enumerate(picked.boxes, start=1)]
    return {"file": filed.sha256, "quote": picked.quote, "places": places}


def clicked(visit: Visit, shape: dict[str, Any]) -> tuple[tuple[float, float] | None, list[Box]]:
    """The corner that was clicked, or, where one was already, the box between the two; the first corner goes on waiting where
    the other is on the same spot, or in a line with it."""
    scale = float(shape["width"]) / WIDTH
    x, y = (_number(visit.sent(name)) * scale for name in ("klick.x", "klick.y"))
    first = visit.sent("horn").partition(",")
    if not first[1]:
        return (x, y), []
    x0, y0 = _number(first[0]), _number(first[2])
    if min(abs(x - x0), abs(y - y0)) < _LEAST_SIDE:
        return (x0, y0), []
    return None, [(min(x, x0), min(y, y0), max(x, x0), max(y, y0))]


def words_in(boxes: Sequence[Box], words: Words) -> list[tuple[str, Box]]:
    """The words of which the middle stands in any of the boxes."""
    return [(text, box) for text, box in words if any(_holds(one, box) for one in boxes)]


def _shape(visit: Visit, filed: FiledReading) -> dict[str, Any] | None:
    """The page of the file that the form names."""
    typed = visit.sent("sida") or visit.asked("sida")
    return next((one for one in filed.pages if str(one["number"]) == typed), None)


def _lines(page: int, words: Words) -> tuple[tuple[str, str], ...]:
    """The page's lines, each with its box as a form has it."""
    return tuple((text, boxes_text(page, [box])) for text, box in lines_of(words)[:_MOST_LINES])


def _number(typed: str) -> float:
    try:
        value = float(typed[:20])
    except ValueError:
        value = -1.0
    if not 0 <= value < 100_000:
        raise WrongUse(_("Klicka i bilden."))
    return value


def _holds(box: Box, word: Box) -> bool:
    """Whether the middle of a word stands in the box."""
    return box[0] <= (word[0] + word[2]) / 2 <= box[2] and box[1] <= (word[1] + word[3]) / 2 <= box[3]


def _words(visit: Visit, filed: FiledReading, page: int) -> Words:
    try:
        data = filed_bytes(storage_of(visit.using.settings), filed.sha256)
        return importers.words_of(data, [page]).get(page, [])
    except importers.MachineTooBusy as busy:
        raise MachineBusy from busy
    except FileNotFoundError as missing:
        raise InstallationDamaged(filed.sha256) from missing
