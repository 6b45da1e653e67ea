"""One fact at the desk: put right, removed, or added where the reader has it not."""

from __future__ import annotations

from typing import Any

from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.acts import add, correct_all, remove
from app.acts.boxes import boxes_text
from app.db import reading
from app.desk.quoting import WIDTH, Picking, laid_open, picking, picks, place_of
from app.desk.rendering import render
from app.desk.review import back_to, filed_file, page_number, seen
from app.desk.values import FormField, empty_fields, form_fields, typed_value
from app.desk.visits import Visit
from app.errors import DiariumError, EntityNotFound, NothingNew, WrongUse
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.review import FiledReading, ReviewDocument, documents_in_file
from app.queries.review_facts import ReviewFact, one_fact, standing_in
from app.register.correctable import ADDED, FIELDS, PARENTS
from app.security.roles import Role

_ROUND = 40.0  # points of the page above and below a fact
Owned = tuple[FiledReading, ReviewDocument, ReviewFact]


def fact_page(visit: Visit) -> Response:
    """A fact with each of its fields as a field of a form."""
    with reading(visit.stores.desk) as session:
        filed, document, fact = _found(session, visit, Role.READER)
    return _form(visit, filed, document, fact, form_fields(fact), None)


def correct_fact(visit: Visit) -> Response:
    """Put right each field that was typed otherwise than it stood on the page. Where somebody else has been there meanwhile
    nothing is written, and what was typed stands beside what they wrote."""
    with reading(visit.stores.desk) as session:
        filed, document, fact = _found(session, visit, Role.REVIEWER)
    typed = {field["name"]: visit.sent(field["name"]) for field in fact["fields"] if field["name"] in visit.form}
    if picks(visit):
        return _form(visit, filed, document, fact, _retyped(fact, typed), None)
    try:
        _unchanged(visit, fact)
        changed = {name: value or None for name, value in _changed(fact, typed).items()}
        if not changed:
            raise NothingNew(_("Inget är ändrat."))
        at = place_of(picking(visit, filed), filed, document)
        by = visit.actor(N_("rättat mot sidan"), lambda session: _unchanged(visit, one_fact(session, fact["id"])))
        correct_all(visit.stores, fact["id"], changed, by, at)
    except DiariumError as error:
        with reading(visit.stores.desk) as session:
            now = _found(session, visit, Role.REVIEWER)[2]
        return _form(visit, filed, document, now, _retyped(now, typed), error)
    return back_to(visit, filed)


def remove_fact(visit: Visit) -> Response:
    """Take away what is no fact, where nobody has put it right meanwhile. What it stood on stays in the file."""
    with reading(visit.stores.desk) as session:
        filed, document, fact = _found(session, visit, Role.REVIEWER)
    try:
        by = visit.actor(N_("är ingen uppgift"), lambda session: _unchanged(visit, one_fact(session, fact["id"])))
        remove(visit.stores, fact["id"], by)
    except WrongUse as error:
        return _form(visit, filed, document, fact, form_fields(fact), error)
    return back_to(visit, filed)


def _unchanged(visit: Visit, fact: ReviewFact | None) -> None:
    """Raises `WrongUse` where the fact is another by now than on the page that the form came from."""
    if fact is None or visit.sent("version") != fact["version"]:
        raise WrongUse(_("Någon annan har rättat uppgiften sedan du öppnade den. Jämför, och spara en gång till."))


def new_page(visit: Visit) -> Response:
    """The form for a fact that the reader has not, with the words that it stands on where a doubt or a line gave them."""
    kind, to = visit.asked("slag"), visit.asked("till")
    with reading(visit.stores.desk) as session:
        filed, documents = _documents(session, visit)
        fact = one_fact(session, to) if to else None
    _document_of(documents, fact["owner"]) if fact else None
    return _new(visit, filed, documents, kind, to, {"text": visit.asked("citat"), "lead": visit.asked("citat")}, None)


def add_fact(visit: Visit) -> Response:
    """Add a fact to a §, a document, a decision or a vote."""
    kind, to = visit.sent("slag"), visit.sent("till")
    with reading(visit.stores.desk) as session:
        filed, documents = _documents(session, visit)
        fact = one_fact(session, to)
    if fact is None or kind not in ADDED:
        raise EntityNotFound(to)
    document = _document_of(documents, fact["owner"])
    visit.needs(Role.REVIEWER, filed.municipality, document["body"])
    typed = {name: visit.sent(name) for name in FIELDS[ADDED[kind][0]]}
    if picks(visit):
        return _new(visit, filed, documents, kind, to, typed, None)
    try:
        given = {name: [value] for name, value in typed.items() if value}
        at = place_of(picking(visit, filed), filed, document)
        add(visit.stores, to, kind, given, visit.actor(N_("står på sidan")), at)
    except DiariumError as error:
        return _new(visit, filed, documents, kind, to, typed, error)
    return back_to(visit, filed)


def _form(
    visit: Visit,
    filed: FiledReading,
    document: ReviewDocument,
    fact: ReviewFact,
    fields: list[FormField],
    error: DiariumError | None,
) -> Response:
    page = visit.asked("sida") or visit.sent("sida") or str(document["first_page"])
    picked, error = _picked(visit, filed, error)
    shape = next((one for one in filed.pages if str(one["number"]) == page), None)
    return render(
        visit,
        "fact.html",
        status=error.status if error else 200,
        filed=filed,
        document=document,
        fact=fact,
        fields=fields,
        differs=_changed(fact, {field.name: field.typed for field in fields}),
        error=error,
        picked=picked,
        at_place=picks(visit) and picked is not None,
        across=WIDTH,
        role=visit.sent("role"),
        reason=visit.sent("reason"),
        page=page,
        shape=shape,
        crop=_crop(fact, shape["height"]) if shape else None,
        removable=fact["table"] not in {"items", "documents"},
        masks=visit.may(Role.REGISTRAR, filed.municipality, document["body"]),
        boxes_text=boxes_text(int(page), fact["boxes"]) if page.isdigit() else "",
        may_correct=visit.may(Role.REVIEWER, filed.municipality, document["body"]),
        adds=[kind for kind, (table, _needed) in ADDED.items() if fact["table"] in PARENTS[table]],
    )


def _crop(fact: ReviewFact, height: float) -> tuple[float, float] | None:
    """Where the strip of the page begins that holds the fact's boxes with some lines round them, and how high it is."""
    if not fact["boxes"]:
        return None
    top = max(0.0, min(box[1] for box in fact["boxes"]) - _ROUND)
    bottom = min(height, max(box[3] for box in fact["boxes"]) + _ROUND)
    return round(top, 1), round(bottom - top, 1)


def _new(
    visit: Visit,
    filed: FiledReading,
    documents: list[ReviewDocument],
    kind: str,
    to: str,
    given: dict[str, str],
    error: DiariumError | None,
) -> Response:
    table, needed = ADDED.get(kind, ("", ()))
    picked, error = _picked(visit, filed, error)
    offered, nearest = ([], "") if table or to else _offered(visit, filed, documents)
    return render(
        visit,
        "new_fact.html",
        status=error.status if error else 200,
        filed=filed,
        offered=offered,
        nearest=nearest,
        kinds={kind: table for kind, (table, _needed) in ADDED.items()},
        takes_items={kind for kind, (table, _needed) in ADDED.items() if "items" in PARENTS[table]},
        kind=kind,
        to=to,
        fields=empty_fields(table, FIELDS[table], _with_words(visit, picked, given)) if table else [],
        needed=needed,
        quote=visit.asked("citat") or visit.sent("citat"),
        page=visit.asked("sida") or visit.sent("sida"),
        error=error,
        picked=picked,
        at_place=picks(visit) and picked is not None,
        across=WIDTH,
        role=visit.sent("role"),
        reason=visit.sent("reason"),
    )


def _offered(visit: Visit, filed: FiledReading, documents: list[ReviewDocument]) -> tuple[list[ReviewDocument], str]:
    """The documents with those of their §§ that stand in this file, and the § that stands on the page that the form came from: of
    several the first; where none does, the document that the page is of."""
    owners = [id for document in documents for id, _number, _title in document["items"]]
    page = page_number(visit.asked("sida") or "0")
    with reading(visit.stores.desk) as session:
        here = set(standing_in(session, owners, filed.sha256))
        on_page = set(standing_in(session, owners, filed.sha256, page))
    offered = [
        ReviewDocument({**document, "items": [one for one in document["items"] if one[0] in here]})
        for document in documents
    ]
    around = [one["id"] for one in documents if one["first_page"] <= page <= one["last_page"]]
    return offered, next(iter([*(id for id in owners if id in on_page), *around]), "")


def _with_words(visit: Visit, picked: Picking | None, typed: dict[str, str]) -> dict[str, str]:
    """What is typed; a text that is empty yet, or holds the words of an earlier box, becomes the words in the box."""
    if picked is None or not picked.quote:
        return typed
    mine = {"", visit.sent("ifyllt")}
    return {
        name: picked.quote if name in {"text", "lead"} and value in mine else value for name, value in typed.items()
    }


def _picked(
    visit: Visit, filed: FiledReading, error: DiariumError | None
) -> tuple[Picking | None, DiariumError | None]:
    """The place chosen until now, and what is wrong with it or was wrong before."""
    try:
        return picking(visit, filed), error
    except DiariumError as wrong:
        return laid_open(visit, filed), error or wrong


def _found(session: Session, visit: Visit, needed: Role) -> Owned:
    """The fact that the address names, in its file and document. Raises `EntityNotFound` where it is not in that file."""
    filed, documents = _documents(session, visit)
    typed = visit.asked("sida") or visit.sent("sida")
    page = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    fact = one_fact(session, visit.path("fact"), filed.sha256, page)
    if fact is None:
        raise EntityNotFound(visit.path("fact"))
    document = _document_of(documents, fact["owner"])
    visit.needs(needed, filed.municipality, document["body"])
    return filed, document, fact


def _documents(session: Session, visit: Visit) -> tuple[FiledReading, list[ReviewDocument]]:
    filed = filed_file(session, visit)
    return filed, seen(visit, filed, documents_in_file(session, filed))


def _document_of(documents: list[ReviewDocument], owner: str) -> ReviewDocument:
    """The document that a § or document is in or is, among those that are seen. Raises `EntityNotFound`."""
    for document in documents:
        if owner == document["id"] or owner in {id for id, _number, _title in document["items"]}:
            return document
    raise EntityNotFound(owner)


def _changed(fact: ReviewFact, typed: dict[str, str]) -> dict[str, str]:
    """The fields whose text is another than what they hold."""
    now: dict[str, Any] = {field["name"]: typed_value(field["value"]) for field in fact["fields"]}
    return {name: value for name, value in typed.items() if " ".join(value.split()) != " ".join(now[name].split())}


def _retyped(fact: ReviewFact, typed: dict[str, str]) -> list[FormField]:
    """The fact's fields with what was typed in them."""
    held = {field["name"]: typed_value(field["value"]) for field in fact["fields"]}
    return empty_fields(fact["table"], tuple(held), held | typed)
