"""§§ and meetings as lists, the latest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import (
    bodies,
    item_documents,
    items,
    meetings,
    mentions,
    municipalities,
    reservations,
    votes,
    yrkanden,
)
from app.queries.by_words import by_words, in_matters
from app.queries.case_refs import cases_of, municipality_columns, municipality_ref
from app.queries.decided_together import decided_together
from app.queries.filters import (
    ALWAYS_LISTED,
    changed_items,
    choice,
    days,
    flag,
    municipality_filter,
    of_body,
    of_case,
    of_municipality,
    of_party,
    owners_of_party,
    party_filter,
    person_filter,
    updated_since,
)
from app.queries.findings import against_board
from app.queries.items import items_by_id
from app.queries.listing import SEPARATOR, Filter, Kind, Listing, Row, Wanted, Where, in_order
from app.queries.meant import PARTY_NAMES, municipality_meant, names_of
from app.queries.summed import summed_of_bodies
from app.queries.whole_items import whole_items_by_id
from app.register.sum_keys import Sum
from app.schemas.rows import MunicipalityRef
from app.search.entries import IN_AN_ITEM
from importers.bundle import Outcome


def _has(table: sa.Table) -> Where:
    return items.c.id.in_(sa.select(table.c.item_id))


def _party(letters: str) -> Where:
    return items.c.id.in_(owners_of_party(letters))


def _all_at(table: sa.Table, role: str, description: str) -> Filter:
    """By several parties, separated by commas, each of which stands behind some row of the table at the §."""
    one = of_party(table.c.id, role, table.c.parties).where
    assert one is not None

    def where(typed: str) -> Where:
        each = (items.c.id.in_(sa.select(table.c.item_id).where(one(letters))) for letters in typed.split(SEPARATOR))
        return sa.and_(sa.true(), *each)

    return Filter(Kind.TEXT, description, "S,M", where, names=replace(PARTY_NAMES, several=True))


def _person(person: str) -> Where:
    return items.c.id.in_(sa.select(mentions.c.owner).where(mentions.c.name_id.in_(names_of(person))))


def _item_rows(session: Session, ids: Sequence[str], wanted: Wanted) -> Sequence[Row]:
    """Whole §§, each with its municipality, the matters that it belongs to, and what other §§ decide about it."""
    rows = items_by_id(session, ids) if wanted.placed else whole_items_by_id(session, ids)
    places, belongs, together = _places(session, ids), cases_of(session, ids), decided_together(session, ids)

    def beside(id: str) -> dict[str, Any]:
        return {"municipality": places[id], "cases": belongs[id], "decided_together": together.get(id, [])}

    return in_order(ids, [{**row, **beside(row["id"])} for row in rows])


def _places(session: Session, ids: Sequence[str]) -> dict[str, MunicipalityRef]:
    """The municipality of each §: of few, each is made once."""
    made: dict[str, MunicipalityRef] = {}
    query = sa.select(items.c.id, *municipality_columns()).join(
        municipalities, municipalities.c.id == items.c.municipality_id
    )
    return {
        row.id: made.get(row.place_id) or made.setdefault(row.place_id, municipality_ref(row))
        for row in session.execute(query.where(items.c.id.in_(ids))).all()
    }


ITEMS = Listing(
    name="items",
    id=items.c.id,
    rows=_item_rows,
    counted=summed_of_bodies(Sum.ITEMS),
    bare=True,
    includes=("sources",),
    sorts={"date": items.c.date, "number": items.c.number, "title": items.c.title},
    order="-date",
    filters={
        "q": by_words(
            "Words that stand in it",
            lambda of: items.c.id.in_(of(*IN_AN_ITEM)),
            in_matters("items", items.c.id),
            items.c.id.in_,
            bounded=True,
        ),
        "municipality": of_municipality(items.c.municipality_id),
        "case": of_case(items.c.id),
        "body": of_body(items.c.body_id),
        **days(items.c.date),
        "number": Filter(Kind.TEXT, "The §'s number in its year.", "201", lambda typed: items.c.number == typed),
        "outcome": choice(items.c.outcome, "What the § does; of a proposal, what it proposes.", Outcome),
        "party": party_filter("Somebody of this party moved, spoke or reserved themselves.", _party),
        "person": person_filter("A person's id, or a name as printed.", _person),
        "has_yrkande": flag("Whether there were yrkanden.", _has(yrkanden)),
        "has_reservation": flag("Whether somebody reserved themselves.", _has(reservations)),
        "has_vote": flag("Whether there was a votering.", _has(votes)),
        "has_outcome": flag("Whether what the § does was read.", items.c.outcome.isnot(None)),
        "contested": flag("Whether texts filed under the § disagree, and nobody has chosen since.", items.c.contested),
        "against_board": flag(
            "Whether the council decided otherwise than the board had proposed.", against_board(items.c.id)
        ),
        "parties_reserved": _all_at(
            reservations, "reservant", "Letters of parties, separated by commas, all of which reserved themselves."
        ),
        "parties_moved": _all_at(
            yrkanden, "mover", "Letters of parties, separated by commas, all of which moved something."
        ),
        "updated_since": updated_since(items.c.id),
    },
)


def _items_of(session: Session, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The §§ of each meeting, and whether it was of one mind on them."""
    # each by its §: a database that is asked for `IN` reads all that any § has
    flags = [sa.exists().where(table.c.item_id == items.c.id) for table in (yrkanden, reservations, votes)]
    query = sa.select(items.c.meeting_id, items.c.id, items.c.number, items.c.title, items.c.outcome, *flags)
    by_meeting: dict[str, list[dict[str, Any]]] = defaultdict(list)
    rows = session.execute(query.where(items.c.meeting_id.in_(ids)).order_by(items.c.number, items.c.id))
    for meeting, id, number, title, outcome, has_yrkande, has_reservation, has_vote in rows:
        by_meeting[meeting].append(
            {
                "id": id,
                "number": number,
                "title": title,
                "outcome": outcome,
                "has_yrkande": bool(has_yrkande),
                "has_reservation": bool(has_reservation),
                "has_vote": bool(has_vote),
            }
        )
    return by_meeting


def _papers(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    query = (
        sa.select(items.c.meeting_id, item_documents.c.document_id)
        .join(items, items.c.id == item_documents.c.item_id)
        .where(items.c.meeting_id.in_(ids))
        .distinct()
        .order_by(item_documents.c.document_id)
    )
    by_meeting: dict[str, list[str]] = defaultdict(list)
    for row in session.execute(query):
        by_meeting[row.meeting_id].append(row.document_id)
    return by_meeting


def _meeting_rows(session: Session, ids: Sequence[str], _wanted: Wanted) -> Sequence[Row]:
    items_of, papers = _items_of(session, ids), _papers(session, ids)
    query = (
        sa.select(meetings, bodies.c.name, bodies.c.kind, *municipality_columns())
        .join(bodies, bodies.c.id == meetings.c.body_id)
        .join(municipalities, municipalities.c.id == bodies.c.municipality_id)
        .where(meetings.c.id.in_(ids))
    )
    rows = [
        {
            "id": row.id,
            "municipality": municipality_ref(row),
            "body": {"id": row.body_id, "name": row.name, "kind": row.kind},
            "date": row.date,
            "nth": row.nth,
            "items": items_of[row.id],
            "documents": papers[row.id],
        }
        for row in session.execute(query)
    ]
    return in_order(ids, rows)


def _of_meeting(condition: Where) -> Where:
    return meetings.c.id.in_(sa.select(items.c.meeting_id).where(condition))


def _met_in(typed: str) -> Where:
    """The meetings of a municipality: found by its bodies, so that what another has filed costs nothing."""
    there = sa.select(bodies.c.id).where(bodies.c.municipality_id.in_(municipality_meant(typed)))
    return meetings.c.body_id.in_(there)


_HOLDS_NOTHING = sa.not_(sa.exists(sa.select(items.c.id).where(items.c.meeting_id == meetings.c.id)))

MEETINGS = Listing(
    name="meetings",
    id=meetings.c.id,
    rows=_meeting_rows,
    counted=summed_of_bodies(Sum.MEETINGS),
    sorts={"date": meetings.c.date},
    order="-date",
    filters={
        "q": by_words(
            "Words that stand in a § of it",
            lambda of: _of_meeting(items.c.id.in_(of(*IN_AN_ITEM))),
            in_matters("meetings", meetings.c.id),
            lambda ids: _of_meeting(items.c.id.in_(ids)),
            bounded=True,
        ),
        "municipality": municipality_filter(_met_in),
        "body": of_body(meetings.c.body_id),
        **days(meetings.c.date),
        "has_reservation": flag("Whether somebody reserved themselves.", _of_meeting(_has(reservations))),
        "has_vote": flag("Whether there was a votering.", _of_meeting(_has(votes))),
        "updated_since": Filter(
            Kind.INSTANT,
            f"Of which a § belongs to a matter changed at this instant or later. {ALWAYS_LISTED}",
            "2026-01-01T00:00:00Z",
            lambda since: sa.or_(_of_meeting(items.c.id.in_(changed_items(since))), _HOLDS_NOTHING),
        ),
    },
)
