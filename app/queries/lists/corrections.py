"""What people corrected, added and removed, what it is in of the latest day first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import documents, items, sources
from app.queries.bodies import bodies_meant
from app.queries.by_words import by_words, in_matters
from app.queries.case_refs import cases_of_documents
from app.queries.correction_log import corrections_by_id
from app.queries.filters import body_filter, days, municipality_filter
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.queries.meant import municipality_meant
from app.search.entries import IN_AN_ITEM, HitKind

KINDS = ("changed", "added", "removed")


def _rows(session: Session, ids: Sequence[str], _wanted: Wanted) -> Sequence[Row]:
    rows = corrections_by_id(session, ids)
    belongs = cases_of_documents(session, {row["at"]["id"] for row in rows if row["at"]})
    return in_order(ids, [{**row, "cases": belongs[row["at"]["id"]] if row["at"] else []} for row in rows])


def _within(column: str, values: sa.Select[Any]) -> Where:
    return sa.or_(
        *(sources.c.owner.in_(sa.select(table.c.id).where(table.c[column].in_(values))) for table in (items, documents))
    )


_DAY = sa.func.coalesce(
    *(sa.select(table.c.date).where(table.c.id == sources.c.owner).scalar_subquery() for table in (items, documents))
)

CORRECTIONS = Listing(
    name="corrections",
    id=sources.c.id,
    only=sources.c.correction.is_not(None),
    rows=_rows,
    sorts={"date": _DAY},
    order="-date",
    filters={
        "q": by_words(
            "Words that stand in the § or document",
            lambda of: sources.c.owner.in_(of(*IN_AN_ITEM, HitKind.DOCUMENT)),
            in_matters("corrections", sources.c.id),
            sources.c.owner.in_,
        ),
        "municipality": municipality_filter(lambda typed: _within("municipality_id", municipality_meant(typed))),
        "body": body_filter("In a § or document of this body.", lambda typed: _within("body_id", bodies_meant(typed))),
        "kind": Filter(
            Kind.CHOICE,
            "What was done to the fact.",
            "changed",
            lambda typed: sources.c.correction["kind"].as_string() == typed,
            KINDS,
        ),
        **days(_DAY),
    },
)
