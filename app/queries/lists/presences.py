"""Who was present: whom the papers of a meeting list, each once for what is said of him or her, the latest meeting first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import (
    bodies,
    item_documents,
    items,
    meetings,
    municipalities,
    names,
    presence,
)
from app.queries.by_words import by_words, in_matters
from app.queries.case_refs import municipality_columns, municipality_ref
from app.queries.filters import (
    ALWAYS_LISTED,
    by_id,
    changed_documents,
    days,
    flag,
    of_body,
    of_item,
    of_municipality,
    party_filter,
    person_filter,
)
from app.queries.listing import Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.queries.meant import is_party, names_of
from app.queries.sources import sources_of
from app.register.people import covers
from app.search.entries import HitKind

ROLES = ("chair", "member", "substitute", "other")
_instead = names.alias("instead")
# A paper is of one meeting: that of its §§.
_held = (
    sa.select(item_documents.c.document_id, sa.func.min(items.c.meeting_id).label("meeting_id"))
    .join(items, items.c.id == item_documents.c.item_id)
    .group_by(item_documents.c.document_id)
    .subquery("held")
)
# The same said by several papers of a meeting is one row, under the first of their ids.
_SAME = (
    presence.c.name_id,
    presence.c.role,
    presence.c.serving,
    presence.c.for_name_id,
    sa.cast(presence.c["items"], sa.Text),
    presence.c.note,
)
_first = (
    sa.select(
        sa.func.min(presence.c.id).label("id"),
        meetings.c.id.label("meeting_id"),
        meetings.c.body_id,
        meetings.c.date,
        meetings.c.nth,
        presence.c.name_id,
        presence.c.role,
        presence.c.serving,
    )
    .join(_held, _held.c.document_id == presence.c.document_id)
    .join(meetings, meetings.c.id == _held.c.meeting_id)
    .group_by(meetings.c.id, meetings.c.body_id, meetings.c.date, meetings.c.nth, *_SAME)
    .subquery("first")
)


def _rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    query = (
        sa.select(
            presence,
            meetings.c.id.label("meeting_id"),
            meetings.c.date,
            meetings.c.nth,
            bodies.c.id.label("body_id"),
            bodies.c.name.label("body"),
            bodies.c.kind,
            names.c.name,
            names.c.party,
            _instead.c.name.label("instead_of"),
            _instead.c.party.label("instead_of_party"),
            *municipality_columns(),
        )
        .join(_held, _held.c.document_id == presence.c.document_id)
        .join(meetings, meetings.c.id == _held.c.meeting_id)
        .join(bodies, bodies.c.id == meetings.c.body_id)
        .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
        .join(names, names.c.id == presence.c.name_id)
        .join(_instead, _instead.c.id == presence.c.for_name_id, isouter=True)
        .where(presence.c.id.in_(ids))
    )
    found = session.execute(query).all()
    papers = _papers(session, {row.meeting_id for row in found})
    resting = sources_of(session, {row.owner for row in found}, placed=wanted.placed, facts=set(ids))
    return in_order(ids, [_row(row, papers, resting) for row in found])


def _row(row: Any, papers: Mapping[tuple[Any, ...], list[str]], resting: Mapping[str, list[Any]]) -> Row:
    instead = {"name": row.instead_of, "party": row.instead_of_party, "title": None} if row.instead_of else None
    return {
        "id": row.id,
        "municipality": municipality_ref(row),
        "meeting": {
            "id": row.meeting_id,
            "date": row.date,
            "nth": row.nth,
            "body": {"id": row.body_id, "name": row.body, "kind": row.kind},
        },
        "person": {"name": row.name, "party": row.party, "title": None},
        "role": row.role,
        "serving": row.serving,
        "instead_of": instead,
        "items": row.items,
        "note": row.note,
        "documents": papers[_said(row)],
        "sources": resting.get(row.id, []),
    }


def _said(row: Any) -> tuple[Any, ...]:
    """What is said of somebody at a meeting."""
    return (row.meeting_id, row.name_id, row.role, row.serving, row.for_name_id, str(row.items), row.note)


def _papers(session: Session, of_meetings: set[str]) -> Mapping[tuple[Any, ...], list[str]]:
    """The papers that say the same, by what they say."""
    query = (
        sa.select(presence, _held.c.meeting_id)
        .join(_held, _held.c.document_id == presence.c.document_id)
        .where(_held.c.meeting_id.in_(of_meetings))
        .order_by(presence.c.document_id)
    )
    papers: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in session.execute(query):
        papers[_said(row)].append(row.document_id)
    return papers


def _of_item(item: str) -> Where:
    """In a paper that holds the §; whether what is said holds for it, `_narrow` tells."""
    papers = sa.select(item_documents.c.document_id).where(item_documents.c.item_id == item)
    return sa.exists(
        sa.select(presence.c.id).where(
            presence.c.document_id.in_(papers),
            presence.c.name_id == _first.c.name_id,
            presence.c.role == _first.c.role,
            presence.c.serving == _first.c.serving,
        )
    )


def _narrow(session: Session, ids: Sequence[Any], filters: Mapping[str, Any], _wanted: Wanted) -> Sequence[Any]:
    number = session.execute(sa.select(items.c.number).where(items.c.id == filters["item"])).scalar()
    if number is None:
        return []
    stretches: dict[str, Any] = {}
    for batch in loads(ids):
        read = sa.select(presence.c.id, presence.c["items"]).where(presence.c.id.in_(batch))
        stretches |= {row.id: row.items for row in session.execute(read)}
    return [i for i in ids if covers(stretches[i], number)]


def _party(letters: str) -> Where:
    return _first.c.name_id.in_(sa.select(names.c.id).where(is_party(names.c.party, letters)))


def _updated(since: Any) -> Where:
    said = sa.select(presence.c.id).where(presence.c.document_id.in_(changed_documents(since)))
    return _first.c.id.in_(said)


_PLACE = sa.select(bodies.c.municipality_id).where(bodies.c.id == _first.c.body_id).scalar_subquery()

PRESENCES = Listing(
    name="presences",
    id=_first.c.id,
    rows=_rows,
    narrow=_narrow,
    includes=("sources",),
    sorts={"date": _first.c.date},
    order="-date",
    filters={
        "q": by_words(
            "A word of somebody's name",
            lambda of: _first.c.name_id.in_(sa.select(names.c.id).where(names.c.person_id.in_(of(HitKind.PERSON)))),
            in_matters("presences", _first.c.id),
        ),
        "municipality": of_municipality(_PLACE),
        "body": of_body(_first.c.body_id),
        **days(_first.c.date),
        "meeting": by_id(
            meetings.c.id, "A meeting's id.", "e6v3x5q2n7zkw4hd", lambda typed: _first.c.meeting_id == typed
        ),
        "item": of_item(_of_item, "Present at the § with this id.", late=True),
        "person": person_filter(
            "A person's id, or a name as printed.", lambda typed: _first.c.name_id.in_(names_of(typed))
        ),
        "party": party_filter("Printed with this party.", _party),
        "role": Filter(Kind.CHOICE, "As what.", ROLES[0], lambda role: _first.c.role == role, ROLES),
        "serving": flag("Whether they served, as a member or in a member's place.", _first.c.serving),
        "updated_since": Filter(
            Kind.INSTANT,
            f"Whose paper belongs to a matter changed at this instant or later. {ALWAYS_LISTED}",
            "2026-01-01T00:00:00Z",
            _updated,
        ),
    },
)
