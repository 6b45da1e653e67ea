"""A file beside its pages: each fact in its place, the doubts first, and the two acts that end a check."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

import importers
from app.acts import approve, settle
from app.db import reading
from app.desk.rendering import render
from app.desk.settling import way_from
from app.desk.visits import Visit
from app.errors import ImportNotFound, MachineBusy, NothingNew, PageNotFound
from app.journal.masks import mask_of
from app.journal.storage import storage_of
from app.journal.stored import filed_bytes
from app.language.doubts import doubt_sentence
from app.language.holding import hold_sentence
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.review import (
    FiledReading,
    ReviewDocument,
    ReviewDoubt,
    contested_items,
    documents_in_file,
    doubts_in_file,
    filed_reading,
)
from app.queries.review_facts import ReviewFact, facts_on_page
from app.register.bodies import body_name
from app.register.masking import Mask
from app.security.roles import Role
from app.web.drawn import drawn_once
from app.web.undrawn import not_yet_drawn, undrawable
from importers.doubts import DoubtCode

_WIDTH = 1100  # pixels of a page's picture
_PATIENCE = 20.0  # seconds: whoever checks a page needs its picture, however busy the machine is with reading


def review_page(visit: Visit) -> Response:
    """One page of the file with what was read on it; first the first that a doubt points at."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
        doubts = doubts_in_file(session, filed)
        page = _page(visit, filed, doubts)
        owners = {owner for document in documents for owner in _owners(document) if _covers(document, page)}
        masked = mask_of(session, filed.sha256)
        facts = facts_on_page(session, owners, filed.sha256, page)
        contested = contested_items(session, documents)
    releases = visit.may_anywhere(Role.REGISTRAR)
    return render(
        visit,
        "review.html",
        filed=filed,
        documents=documents,
        doubts=doubts,
        doubt_says=doubt_says,
        way_from=lambda doubt: way_from(doubt, documents, facts, page, releases),
        contested=contested,
        hold_says=lambda reason: hold_sentence(reason["code"], reason["params"]),
        page=page,
        shape=next(one for one in filed.pages if one["number"] == page),
        numbers=[one["number"] for one in filed.pages],
        facts=facts,
        layers=_layers(facts),
        owners={owner: title for document in documents for owner, title in _named(document).items()},
        safe=[document["id"] for document in safe(documents, doubts)],
        corrects=visit.may_anywhere(Role.REVIEWER),
        masked=masked.boxes if masked else {},
        hidden={doubt["digest"] for doubt in doubts if masked and _is_hidden(doubt, masked)},
        releases=releases,
    )


def page_picture(visit: Visit) -> Callable[[], Awaitable[Response]]:
    """The picture of a page, drawn by whoever draws for the public pages too, and kept there; where it cannot be drawn, or takes too
    long, a page that says so."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        seen(visit, filed, documents_in_file(session, filed))
    page = page_number(visit.path("page"))
    if page not in {one["number"] for one in filed.pages}:
        raise PageNotFound(page)
    storage = storage_of(visit.using.settings)
    ahead = visit.request.headers.get("sec-purpose", "").startswith("prefetch")

    def drawing() -> bytes:
        return importers.draw_page(filed_bytes(storage, filed.sha256), page, width=_WIDTH)

    def draw() -> bytes:
        try:
            return drawn_once(storage, filed.sha256, page, _WIDTH, drawing)
        except FileNotFoundError as gone:
            raise PageNotFound(page) from gone
        except importers.MachineTooBusy as busy:
            raise MachineBusy from busy

    async def answer() -> Response:
        try:
            image = await visit.using.images.get(
                f"desk|{filed.sha256}|{page}", f"{filed.sha256}:{page}", draw, patience=_PATIENCE, ahead=ahead
            )
        except TimeoutError:
            return Response(not_yet_drawn(page), media_type="image/svg+xml")
        if image is None:
            return Response(undrawable(page), media_type="image/svg+xml")
        return Response(image, media_type="image/webp")

    return answer


def approve_documents(visit: Visit) -> Response:
    """Approve the documents that the form names; of a file whose doubts are not all looked at, those that none points at."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
        doubts = doubts_in_file(session, filed)
    chosen = set(visit.form.getlist("document"))
    for document in documents:
        if document["id"] in chosen:
            visit.needs(Role.REVIEWER, filed.municipality, document["body"])
    approvable = [document["id"] for document in safe(documents, doubts) if document["id"] in chosen]
    if not approvable:
        raise NothingNew(_("Inget av det går att godkänna nu: ett tvivel pekar på det, eller så är det redan godkänt."))
    approve(visit.stores, filed.sha256, filed.reading, approvable, visit.actor(N_("granskat mot sidan")))
    return back_to(visit, filed)


def settle_doubt(visit: Visit) -> Response:
    """Say that a doubt was looked at, and needs nothing more."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
        doubts = doubts_in_file(session, filed)
    digest = visit.sent("doubt")
    doubt = next((one for one in doubts if one["digest"] == digest), None)
    if doubt is None:
        raise NothingNew(_("Tvivlet finns inte i läsningen som gäller nu."))
    for document in documents:
        if _points_at(doubt, document):
            visit.needs(Role.REVIEWER, filed.municipality, document["body"])
    settle(visit.stores, filed.sha256, digest, visit.actor(N_("granskat mot sidan")))
    return back_to(visit, filed)


def filed_file(session: Session, visit: Visit) -> FiledReading:
    """The file that the address names. Raises `ImportNotFound` where it was not filed."""
    filed = filed_reading(session, visit.path("id"))
    if filed is None:
        raise ImportNotFound(visit.path("id"))
    return filed


def seen(visit: Visit, filed: FiledReading, documents: list[ReviewDocument]) -> list[ReviewDocument]:
    """The documents of the file that whoever asks may see. Raises `ImportNotFound` where that is none: to them there is no such
    file."""
    shown = [one for one in documents if visit.may(Role.READER, filed.municipality, one["body"])]
    if not shown and not visit.may(Role.READER, filed.municipality):
        raise ImportNotFound(filed.import_id)
    return shown


def safe(documents: list[ReviewDocument], doubts: list[ReviewDoubt]) -> list[ReviewDocument]:
    """The documents that are not approved and at which no doubt points that nobody has looked at, nor anything unread."""
    open_ = [doubt for doubt in doubts if doubt["settled"] is None]
    return [
        document
        for document in documents
        if document["approved"] is None and not any(_points_at(doubt, document) for doubt in open_)
    ]


def back_to(visit: Visit, filed: FiledReading, **params: Any) -> Response:
    """The page of the file that the form came from."""
    page = visit.sent("sida")
    query = urlencode({**({"sida": page} if page.isdigit() else {}), **params})
    return RedirectResponse(f"/desk/import/{filed.import_id}{'?' if query else ''}{query}", status_code=303)


def doubt_says(doubt: ReviewDoubt) -> str:
    """The doubt as a sentence."""
    return doubt_sentence(doubt["code"], doubt["params"]) if doubt["code"] else _("Raden är inte förstådd.")


def _is_hidden(doubt: ReviewDoubt, mask: Mask) -> bool:
    """Whether the public does not see what is doubted, since all of it is masked."""
    if doubt["code"] == DoubtCode.IDENTITY_NUMBER:
        return doubt["params"].get("page") in mask.clear
    placed = [(page, box) for page, boxes in doubt["boxes"].items() for box in boxes]
    return bool(placed) and all(mask.covers(page, box) for page, box in placed)


def _points_at(doubt: ReviewDoubt, document: ReviewDocument) -> bool:
    """Whether a doubt is about the document; one without a place is about all of them."""
    return not doubt["pages"] or any(_covers(document, page) for page in doubt["pages"])


def _covers(document: ReviewDocument, page: int) -> bool:
    return bool(document["first_page"] <= page <= document["last_page"])


def _owners(document: ReviewDocument) -> list[str]:
    return [document["id"], *(id for id, _number, _title in document["items"])]


def _named(document: ReviewDocument) -> dict[str, str]:
    """What each § and the document itself is called, by id."""
    body = body_name(document["body"]) if document["body"] else ""
    return {id: f"{body} § {number} {title}" for id, number, title in document["items"]}


def _layers(facts: Sequence[ReviewFact]) -> dict[str, list[tuple[list[float], bool]]]:
    """The boxes of each fact by its id, and whether another stands in the same place before: only one of them is filled, or the
    words beneath many are not to be read."""
    drawn: set[tuple[float, ...]] = set()
    layers: dict[str, list[tuple[list[float], bool]]] = {}
    for fact in facts:
        layers[fact["id"]] = [(box, tuple(box) in drawn) for box in fact["boxes"]]
        drawn.update(map(tuple, fact["boxes"]))
    return layers


def _page(visit: Visit, filed: FiledReading, doubts: list[ReviewDoubt]) -> int:
    numbers = [one["number"] for one in filed.pages]
    if visit.asked("sida"):
        page = page_number(visit.asked("sida"))
        if page not in numbers:
            raise PageNotFound(page)
        return page
    doubted = (page for doubt in doubts if doubt["settled"] is None for page in doubt["pages"])
    return next(doubted, numbers[0])


def page_number(typed: str) -> int:
    """The page that was typed. Raises `PageNotFound` where that is no number."""
    if not typed.isascii() or not typed.isdigit() or len(typed) > 6:
        raise PageNotFound(0)
    return int(typed)
