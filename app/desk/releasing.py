"""What the public is to see: a document released, after whoever releases it has been told why it is held, or withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi.responses import Response

from app.acts import release
from app.acts.targets import ids_of
from app.db import reading
from app.desk.rendering import render
from app.desk.review import back_to, filed_file, seen
from app.desk.visits import Visit
from app.errors import EntityNotFound, WrongUse
from app.language.holding import hold_sentence
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.held import HeldRow, why_unseen
from app.queries.review import FiledReading, ReviewDocument, documents_in_file
from app.register.holding import SLIGHT
from app.security.roles import Role


def release_page(visit: Visit) -> Response:
    """Why a document is held, and the question whether the public may see it all the same."""
    filed, document = _document(visit, Role.REGISTRAR)
    held = _held(visit, document)
    reasons = list(dict.fromkeys(sentence for row in held for sentence in _sentences(row, filed)))
    return render(visit, "release.html", filed=filed, document=document, reasons=reasons, grave=_grave(held))


def release_document(visit: Visit) -> Response:
    """Let the public see the document. Where it is held for what stands in it, only with a yes to that."""
    filed, document = _document(visit, Role.REGISTRAR)
    if has_to_be_read(visit, document) and visit.sent("read") != "ja":
        raise WrongUse(_("Läs sidan, och kryssa i att den kan visas för alla."))
    release(visit.stores, document["id"], visit.actor(N_("granskad")))
    return back_to(visit, filed)


def withdraw_document(visit: Visit) -> Response:
    """Let the public see the document no more; by a provision, where one is given."""
    filed, document = _document(visit, Role.REGISTRAR)
    if not visit.sent("reason"):
        raise WrongUse(_("Skriv varför handlingen dras tillbaka."))
    release(visit.stores, document["id"], visit.actor(""), public=False, law=visit.sent("law") or None)
    return back_to(visit, filed)


def has_to_be_read(visit: Visit, document: ReviewDocument) -> bool:
    """Whether the document is released only with a yes to what stands in it."""
    return _grave(_held(visit, document))


def _held(visit: Visit, document: ReviewDocument) -> list[HeldRow]:
    """Why the public does not see the document, in each file in which a release lets it be seen."""
    with reading(visit.stores.desk) as session:
        return why_unseen(session, ids_of(session, document["id"]))


def _sentences(row: HeldRow, filed: FiledReading) -> Iterator[str]:
    """Its reasons; where they are of another file than the one that is open, with that file's name."""
    for reason in row["reasons"]:
        sentence = hold_sentence(reason["code"], reason["params"])
        yield sentence if row["sha256"] == filed.sha256 else f"{row['file']}: {sentence}"


def _grave(held: list[HeldRow]) -> bool:
    """Whether it is held for what stands in it, and not by its body's default alone, or for what is masked."""
    return any(reason["code"] not in SLIGHT for row in held for reason in row["reasons"])


def _document(visit: Visit, needed: Role) -> tuple[FiledReading, ReviewDocument]:
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
    document = next((one for one in documents if one["id"] == visit.path("document")), None)
    if document is None:
        raise EntityNotFound(visit.path("document"))
    visit.needs(needed, filed.municipality, document["body"])
    return filed, document
