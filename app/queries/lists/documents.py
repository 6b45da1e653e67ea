"""Documents as a list, the latest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances as lies_in
from app.models.register import documents, files, item_documents
from app.queries.by_words import by_words, in_matters
from app.queries.case_refs import cases_of_documents
from app.queries.documents import documents_by_id
from app.queries.filters import (
    changed_documents,
    choice,
    days,
    flag,
    of_body,
    of_case,
    of_municipality,
    of_party,
    of_person,
    updated_since,
)
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, ids_query, in_order
from app.queries.membership import documents_held
from app.queries.summed import summed
from app.register.sum_keys import Sum
from app.search.entries import HitKind
from importers.bundle import DocumentKind


def _rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    belongs = cases_of_documents(session, ids)
    rows = documents_by_id(session, ids, placed=wanted.placed)
    return in_order(ids, [{**row, "cases": belongs[row["id"]]} for row in rows])


def _of_file(sha256: str) -> sa.ColumnElement[bool]:
    in_file = sa.select(lies_in.c.document_id).join(files, files.c.id == lies_in.c.file_id)
    return documents.c.id.in_(in_file.where(files.c.id == sha256))


def _lead_with(count: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Those of which the file that leads has any of these."""
    return documents.c.id.in_(sa.select(lies_in.c.document_id).where(count > 0))


def _telling_of(ids: sa.Select[Any]) -> sa.ColumnElement[bool]:
    """Those that these §§ stand in."""
    return documents.c.id.in_(sa.select(item_documents.c.document_id).where(item_documents.c.item_id.in_(ids)))


DOCUMENTS = Listing(
    name="documents",
    id=documents.c.id,
    rows=_rows,
    counted=summed(Sum.PAPERS),
    includes=("sources",),
    sorts={"date": documents.c.date, "title": documents.c.title},
    order="-date",
    filters={
        "q": by_words(
            "Words that stand in it",
            lambda of: documents.c.id.in_(of(HitKind.DOCUMENT)),
            in_matters("documents", documents.c.id),
            _telling_of,
            bounded=True,
        ),
        "municipality": of_municipality(documents.c.municipality_id),
        "case": of_case(documents.c.id, documents_held),
        "body": of_body(documents.c.body_id),
        "kind": choice(documents.c.kind, "What kind of document.", DocumentKind),
        **days(documents.c.date),
        "party": of_party(documents.c.id, "signed_by"),
        "person": of_person(documents.c.id, ("signed_by", "handlaggare")),
        "file": Filter(Kind.TEXT, "Lies in the file with this sha256.", "5d41402abc4b2a76" * 4, _of_file),
        "has_unread_lines": flag(
            "Whether any line on its own pages was taken by no reading. Of a masked file nobody may know.",
            _lead_with(lies_in.c.unread_lines),
        ),
        "has_doubts": flag(
            "Whether the reading was not sure of something on its own pages. Of a masked file nobody may know.",
            _lead_with(lies_in.c.doubts),
        ),
        "updated_since": updated_since(documents.c.id, changed_documents),
    },
)


def unsure_of(session: Session, filters: Mapping[str, Any]) -> tuple[int, int]:
    """How many unread lines and how many doubts the documents have in all that meet these filters."""
    told = (sa.func.coalesce(sa.func.sum(column), 0) for column in (lies_in.c.unread_lines, lies_in.c.doubts))
    lines, doubts = session.execute(
        sa.select(*told).where(lies_in.c.document_id.in_(ids_query(session, DOCUMENTS, filters)))
    ).one()
    return int(lines), int(doubts)
