"""What of a page nobody else is to read: proposed, picked, clicked or typed, and masked with its provision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.responses import Response

import importers
from app.acts import mask
from app.acts.boxes import boxes_of, boxes_text
from app.db import reading
from app.desk.quoting import WIDTH, clicked, height_of, words_in
from app.desk.rendering import render
from app.desk.review import back_to, filed_file, page_number
from app.desk.visits import Visit
from app.errors import DiariumError, InstallationDamaged, MachineBusy, WrongUse
from app.journal.masks import mask_of
from app.journal.storage import storage_of
from app.journal.stored import filed_bytes
from app.language.i18n import gettext as _
from app.language.personal import finding_word
from app.queries.review import FiledReading, documents_in_file
from app.register.masking import Mask
from app.register.personal import Words, lines_of, personal_on, places_of
from app.security.roles import Role
from importers.bundle import Box, ReaderKind

_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The boxes chosen until now (`values`, as the form holds them); `corner` (points) is the first of two clicks, and `typed` a box
    that was typed wrongly."""

    values: tuple[str, ...]
    corner: tuple[float, float] | None = None
    typed: str = ""

    def on(self, page: int) -> list[Box]:
        return boxes_of(self.values).get(page, [])


def mask_page(visit: Visit) -> Response:
    """A page with what is found on it that may have to be masked, its lines, and what is masked already."""
    filed, masked = _file(visit)
    return _form(visit, filed, masked, page_number(visit.asked("sida") or "1"), None)


def mask_words(visit: Visit) -> Response:
    """Mask what was chosen and typed; or show what is chosen until now, where the form was sent for that. Where it can be told all the
    same, no page of the file is public any more."""
    filed, masked = _file(visit)
    page = page_number(visit.sent("till") or visit.sent("sida") or "1")
    if any(name in visit.form for name in ("klick.x", "visa", "till")):
        return _form(visit, filed, masked, page, None)
    try:
        law = visit.sent("law")
        if not law:
            raise WrongUse(_("Ange lagrummet."))
        boxes = boxes_of([*_values(visit), visit.sent("ritad")])
        using = visit.using.settings
        mask(visit.stores, using, filed.sha256, visit.actor(law), boxes=boxes, words=_typed(visit), law=law)
    except DiariumError as error:
        return _form(visit, filed, masked, page, error)
    return back_to(visit, filed)


def _file(visit: Visit) -> tuple[FiledReading, Mask | None]:
    """The file, for whoever is registrar of all that lies in it: a mask is of the whole file."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = documents_in_file(session, filed)
        masked = mask_of(session, filed.sha256)
    for body in {document["body"] for document in documents} or {None}:
        visit.needs(Role.REGISTRAR, filed.municipality, body)
    return filed, masked


def _form(visit: Visit, filed: FiledReading, masked: Mask | None, page: int, error: DiariumError | None) -> Response:
    shape = next((one for one in filed.pages if one["number"] == page), filed.pages[0])
    page = shape["number"]
    chosen, error = _chosen(visit, shape, error)
    words = _words(visit, filed, page)
    found = [(n, one, boxes_text(n, one.boxes)) for n, held in sorted(words.items()) for one in personal_on(held)]
    lines = [(text, boxes_text(page, [box])) for text, box in lines_of(words.get(page, ()))[:_MOST_LINES]]
    offered = {value for _page, _found, value in found} | {value for _text, value in lines}
    return render(
        visit,
        "mask.html",
        status=error.status if error else 200,
        filed=filed,
        page=page,
        shape=shape,
        across=WIDTH,
        height=height_of(shape),
        numbers=[one["number"] for one in filed.pages],
        masked=masked.boxes if masked else {},
        found=[(n, finding_word(one.kind), one.text, value) for n, one, value in found],
        proposed=[box for n, one, _value in found if n == page for box in one.boxes],
        lines=lines,
        chosen=chosen,
        own=[(value, *_named(value, words)) for value in chosen.values if value not in offered],
        boxes=[*chosen.on(page), *_standing(_typed(visit), words.get(page, ()))],
        words=visit.sent("ord"),
        law=visit.sent("law"),
        reason=visit.sent("reason"),
        error=error,
    )


def _chosen(visit: Visit, shape: dict[str, Any], error: DiariumError | None) -> tuple[_Chosen, DiariumError | None]:
    """What is chosen, with what was clicked and typed now, and what is wrong with it or was wrong before."""
    values, corner, typed = _values(visit), None, visit.sent("ritad")
    try:
        boxes_of(values)
    except DiariumError as wrong:
        return _Chosen((), typed=typed), error or wrong
    try:
        if "klick.x" in visit.form:
            corner, boxes = clicked(visit, shape)
            values += [boxes_text(shape["number"], boxes)] if boxes else []
        values += [boxes_text(page, boxes) for page, boxes in boxes_of([typed]).items()]
        typed = ""
    except DiariumError as wrong:
        error = error or wrong
    return _Chosen(tuple(dict.fromkeys(values)), corner, typed), error


def _values(visit: Visit) -> list[str]:
    """The boxes that the form holds, or the address, where it leads here from a fact."""
    return [one for one in map(str, visit.form.getlist("ruta") or [visit.asked("ruta")]) if one]


def _typed(visit: Visit) -> list[str]:
    return [line.strip() for line in visit.sent("ord").splitlines() if line.strip()]


def _named(value: str, words: dict[int, Words]) -> tuple[str, str]:
    """The pages of a choice, and the words in it, as far as they are read."""
    held = boxes_of([value])
    inside = (text for page, boxes in held.items() for text, _box in words_in(boxes, words.get(page, ())))
    return ", ".join(map(str, held)), " ".join(inside)


def _standing(typed: Sequence[str], words: Words) -> Iterable[Box]:
    """Where typed words stand on the page."""
    return (box for phrase in typed for boxes in places_of(phrase, words) for box in boxes)


def _words(visit: Visit, filed: FiledReading, page: int) -> dict[int, Words]:
    """The words of every page; where pictures have to be read for that, of this one alone."""
    pictures = any(one["reader"] == ReaderKind.OCR for one in filed.pages)
    try:
        data = filed_bytes(storage_of(visit.using.settings), filed.sha256)
        return dict(importers.words_of(data, [page] if pictures else ()))
    except importers.MachineTooBusy as busy:
        raise MachineBusy from busy
    except FileNotFoundError as missing:
        raise InstallationDamaged(filed.sha256) from missing
