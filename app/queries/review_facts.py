"""What was read on one page of a file, fact by fact, as whoever checks it sees it: what each field says now, and where on the
page it stands."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import documents, items, presence, sources
from app.models.rows import OWNED
from app.queries.fact_values import Row, values_of
from app.queries.json_sql import text_of, values_in
from app.queries.sources import Sources, sources_of
from app.register.amending import ADDABLE
from app.register.corrections import DATES
from app.register.named import name_and_party
from app.schemas.rows import CorrectionMade, SourceRow

Boxes = list[list[float]]
_FACTS = tuple(OWNED[kind] for kind, _name in ADDABLE.values())
_LIST = "attendance"  # the field of a document whose sources are the lines of the list
_TABLES = (documents, items, *_FACTS)


class ReviewField(TypedDict):
    """A field, and what it says now as the journal's JSON holds it; None where nothing is noted."""

    name: str
    value: Any


class ReviewFact(TypedDict):
    """A fact: the § or document that owns it, its fields, the words that it rests on, and its boxes on the page (x0, top, x1,
    bottom, points). `version` is a hash of its fields: another where somebody has put one right since."""

    id: str
    table: str
    owner: str
    fields: list[ReviewField]
    version: str
    quote: str
    boxes: Boxes
    line: int
    corrections: list[tuple[str | None, CorrectionMade]]


def facts_on_page(session: Session, owners: Collection[str], sha256: str, page: int) -> list[ReviewFact]:
    """The facts of these §§ and documents that stand on a page of a file, in printed order; what rests on no place, as what was
    typed, stands on each page that its § or document is on."""
    owners = standing_in(session, owners, sha256, page)
    by_fact = sources_of(session, owners)
    rows = list(_rows(session, owners))
    _lead_to_lines(session, [row for table, row in rows if table == presence.name], by_fact)
    placed = {row["id"]: _on(by_fact.get(row["id"], []), sha256, page) for _table, row in rows}
    here = {row["owner"] for _table, row in rows if placed[row["id"]]}
    shown = [
        (table, row)
        for table, row in rows
        if placed[row["id"]] or (row["owner"] in here and not _placed(by_fact.get(row["id"], []), sha256))
    ]
    values = values_of(session, shown)
    found = [
        _fact(table, row, values[row["id"]], by_fact.get(row["id"], []), placed[row["id"]]) for table, row in shown
    ]
    return sorted(found, key=lambda fact: (fact["line"], _TABLES_ORDER[fact["table"]]))


def one_fact(session: Session, fact_id: str, sha256: str = "", page: int = 0) -> ReviewFact | None:
    """A fact by its id, with its boxes on a page of a file."""
    for table in _TABLES:
        found = session.execute(sa.select(table).where(table.c.id == fact_id)).mappings().first()
        if found is not None:
            row = dict(found)
            by_fact = sources_of(session, [row["owner"]], facts=[fact_id, row["owner"]])
            if table is presence:
                _lead_to_lines(session, [row], by_fact)
            resting = by_fact.get(fact_id, [])
            values = values_of(session, [(table.name, row)])
            return _fact(table.name, row, values[fact_id], resting, _on(resting, sha256, page))
    return None


def standing_in(session: Session, owners: Collection[str], sha256: str, page: int | None = None) -> list[str]:
    """Those of the §§ and documents of which something stands in the file, or on a page of it: of a file of forty pages a few of
    hundreds."""
    place = values_in(sources.c.places)
    number = text_of(place.c.value, "page").cast(sa.Integer)
    on_page = sa.select(sa.literal(1)).select_from(place).where(number == page)
    found: list[str] = []
    for load in loads(sorted(owners)):
        query = sa.select(sources.c.owner).where(sources.c.owner.in_(load), sources.c.file_id == sha256)
        query = query if page is None else query.where(on_page.exists())
        found += session.execute(query.distinct()).scalars()
    return found


_TABLES_ORDER = {table.name: n for n, table in enumerate(_TABLES)}


def _rows(session: Session, owners: Collection[str]) -> Iterator[Row]:
    for load in loads(sorted(owners)):
        for table, query in _OWNED_BY:
            for row in session.execute(query, {"owners": load}).mappings():
                yield table, dict(row)


# Made once: to build a statement anew costs more than to run it.
_OWNED_BY = [
    (table.name, sa.select(table).where(table.c.owner.in_(sa.bindparam("owners", expanding=True)))) for table in _TABLES
]


def _fact(
    table: str,
    row: Mapping[str, Any],
    values: Mapping[str, Any],
    resting: list[SourceRow],
    at: list[dict[str, Any]],
) -> ReviewFact:
    fields = [ReviewField(name=name, value=value) for name, value in values.items() if name not in DATES]
    whole = [source for source in resting if source["correction"] is None]
    plain = orjson.dumps([field["value"] for field in fields], default=str)
    return ReviewFact(
        id=row["id"],
        table=table,
        owner=row["owner"],
        fields=fields,
        version=hashlib.blake2b(plain, digest_size=8).hexdigest(),
        quote=whole[0]["quote"] if whole else "",
        boxes=[list(place["bbox"]) for place in at],
        line=min((place["line"] for place in at), default=0),
        corrections=[(source["field"], source["correction"]) for source in resting if source["correction"] is not None],
    )


def _on(resting: list[SourceRow], sha256: str, page: int) -> list[dict[str, Any]]:
    """The places on a page, each once."""
    by_box: dict[tuple[float, ...], dict[str, Any]] = defaultdict(dict)
    for source in resting:
        if source["file"] == sha256:
            for place in source["places"]:
                if place["page"] == page:
                    by_box[tuple(place["bbox"])] = dict(place)
    return list(by_box.values())


def _lead_to_lines(session: Session, rows: Sequence[Mapping[str, Any]], by_fact: Sources) -> None:
    """Of those who were there and of whom the reading keeps no place alone (whoever led the meeting, officials): the lines of the
    list that print the name."""
    without = [row for row in rows if not by_fact.get(row["id"])]
    names = values_of(session, [(presence.name, row) for row in without], ["name"])
    for row in without:
        printed = str(names[row["id"]]["name"])
        name, _party = name_and_party(printed) or (printed, None)
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        of_document = by_fact.get(row["owner"], [])
        listed = (source for source in of_document if source["field"] == _LIST and source["correction"] is None)
        by_fact[row["id"]] = [source for source in listed if whole.search(source["quote"])]


def _placed(resting: list[SourceRow], sha256: str) -> bool:
    return any(source["file"] == sha256 and source["places"] for source in resting)
