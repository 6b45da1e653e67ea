"""A file removed for good (utplånad), after whoever does it was told all that goes with it."""

from __future__ import annotations

from fastapi.responses import Response

from app.acts import purge
from app.db import reading
from app.desk.rendering import render
from app.desk.review import filed_file
from app.desk.visits import Visit
from app.errors import DiariumError, WrongUse
from app.language.i18n import gettext as _
from app.queries.review import FiledReading, ReviewDocument, documents_in_file
from app.security.roles import Role


def purge_page(visit: Visit) -> Response:
    """What goes with the file, what stays, and the question."""
    filed, documents = _file(visit)
    return _form(visit, filed, documents, None)


def purge_now(visit: Visit) -> Response:
    """Purge the file. It takes a reason, a provision and a yes."""
    filed, documents = _file(visit)
    try:
        if visit.sent("read") != "ja":
            raise WrongUse(_("Kryssa i att filen ska bort för alltid."))
        if not visit.sent("reason"):
            raise WrongUse(_("Skriv varför filen utplånas."))
        using = visit.using.settings
        done, unseen = purge(visit.stores, using, filed.sha256, visit.actor(""), law=visit.sent("law"))
    except DiariumError as error:
        return _form(visit, filed, documents, error)
    visit.using.images.forget(filed.sha256)
    return render(visit, "purged.html", scrubbed=done.scrubbed, versions=done.versions, unseen=unseen)


def _file(visit: Visit) -> tuple[FiledReading, list[ReviewDocument]]:
    """The file, for whoever is registrar of all that lies in it."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = documents_in_file(session, filed)
    for body in {document["body"] for document in documents} or {None}:
        visit.needs(Role.REGISTRAR, filed.municipality, body)
    return filed, documents


def _form(visit: Visit, filed: FiledReading, documents: list[ReviewDocument], error: DiariumError | None) -> Response:
    status = error.status if error else 200
    law, why = visit.sent("law"), visit.sent("reason")
    return render(visit, "purge.html", status=status, filed=filed, documents=documents, error=error, law=law, why=why)
