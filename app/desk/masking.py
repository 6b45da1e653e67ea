"""What of a page nobody else is to read: proposed, picked or typed, and masked with its provision."""

from __future__ import annotations

from fastapi.responses import Response

import importers
from app.acts import mask
from app.acts.boxes import boxes_of, boxes_text
from app.db import reading
from app.desk.rendering import render
from app.desk.review import back_to, filed_file, page_number
from app.desk.visits import Visit
from app.errors import DiariumError, InstallationDamaged, MachineBusy, WrongUse
from app.journal import files
from app.journal.masks import mask_of
from app.language.i18n import gettext as _
from app.language.personal import finding_word
from app.queries.review import FiledReading, documents_in_file
from app.register.masking import Mask
from app.register.personal import Words, lines_of, personal_on
from app.security.roles import Role
from importers.bundle import ReaderKind

_MOST_LINES = 400


def mask_page(visit: Visit) -> Response:
    """A page with what is found on it that may have to be masked, its lines, and what is masked already."""
    filed, masked = _file(visit)
    return _form(visit, filed, masked, page_number(visit.asked("sida") or "1"), None)


def mask_words(visit: Visit) -> Response:
    """Mask what was chosen and typed. Where it can be told all the same, no page of the file is public any more."""
    filed, masked = _file(visit)
    page = page_number(visit.sent("sida") or "1")
    try:
        law = visit.sent("law")
        if not law:
            raise WrongUse(_("Ange lagrummet."))
        boxes = boxes_of([str(one) for one in visit.form.getlist("ruta")] + [visit.sent("ritad")])
        words = [line.strip() for line in visit.sent("ord").splitlines() if line.strip()]
        folder = visit.using.settings.data_dir
        mask(visit.stores, folder, filed.sha256, visit.actor(law), boxes=boxes, words=words, law=law)
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
    words = _words(visit, filed, page)
    found = [(n, one) for n, held in sorted(words.items()) for one in personal_on(held)]
    lines = lines_of(words.get(page, ()))
    return render(
        visit,
        "mask.html",
        status=error.status if error else 200,
        filed=filed,
        page=page,
        shape=shape,
        numbers=[one["number"] for one in filed.pages],
        masked=masked.boxes if masked else {},
        found=[
            (n, finding_word(one.kind), one.text, boxes_text(n, one.boxes), n == page and one.boxes) for n, one in found
        ],
        lines=[(text, boxes_text(page, [box])) for text, box in lines[:_MOST_LINES]],
        box=visit.asked("ruta"),
        words=visit.sent("ord"),
        law=visit.sent("law"),
        error=error,
    )


def _words(visit: Visit, filed: FiledReading, page: int) -> dict[int, Words]:
    """The words of every page; where pictures have to be read for that, of this one alone."""
    pictures = any(one["reader"] == ReaderKind.OCR for one in filed.pages)
    try:
        data = files.path_of(visit.using.settings.data_dir, filed.sha256).read_bytes()
        return dict(importers.words_of(data, [page] if pictures else ()))
    except importers.MachineTooBusy as busy:
        raise MachineBusy from busy
    except OSError as missing:
        raise InstallationDamaged(filed.sha256) from missing
