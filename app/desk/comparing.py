"""What a file tells otherwise than the minutes of the same meeting that were here before, and whether it is the corrected one."""

from __future__ import annotations

from fastapi.responses import Response

from app.acts import corrected
from app.db import reading
from app.desk.rendering import render
from app.desk.review import back_to, filed_file, seen
from app.desk.visits import Visit
from app.language.i18n import N_
from app.language.readings import count_lines, difference_line
from app.queries.review import documents_in_file
from app.queries.same_meeting import names_of_filings, revisions
from app.security.roles import Role

_MOST_LINES = 500


def compare_page(visit: Visit) -> Response:
    """What is new, changed, gone and renumbered, line by line."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        seen(visit, filed, documents_in_file(session, filed))
        found_in = revisions(session, filed.filing)
        others = names_of_filings(session, {n for revision in found_in for n in revision.filings})
    found = [one for revision in found_in for one in revision.comparison.differences]
    return render(
        visit,
        "compare.html",
        filed=filed,
        others=others,
        counts=count_lines(found),
        lines=[difference_line(one) for one in found[:_MOST_LINES]],
        more=max(0, len(found) - _MOST_LINES),
        settles=visit.may(Role.REGISTRAR, filed.municipality),
    )


def corrected_minutes(visit: Visit) -> Response:
    """Say that this file holds the corrected minutes: its text is the one that counts for all its §§."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
    for document in documents:
        visit.needs(Role.REGISTRAR, filed.municipality, document["body"])
    corrected(visit.stores, filed.sha256, visit.actor(N_("det rättade protokollet")))
    return back_to(visit, filed)
