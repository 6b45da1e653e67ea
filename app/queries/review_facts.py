"""What was read on one page of a file, fact by fact, as whoever checks it sees it: what each field says now, and where on the
page it stands."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import documents, items, presence, sources
from app.models.rows import OWNED
from app.queries.fact_values import value_of
from app.queries.json_sql import text_of, values_in
from app.queries.sources import sources_of
from app.register.amending import ADDABLE
from app.register.correctable import FIELDS
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
    for table, row in rows:
        if table is presence and not by_fact.get(row["id"]):
            by_fact[row["id"]] = _listed(session, row, by_fact.get(row["owner"], []))
    placed = {row["id"]: _on(by_fact.get(row["id"], []), sha256, page) for _table, row in rows}
    here = {row["owner"] for _table, row in rows if placed[row["id"]]}
    found = []
    for table, row in rows:
        resting, at = by_fact.get(row["id"], []), placed[row["id"]]
        if at or (row["owner"] in here and not _placed(resting, sha256)):
            found.append(_fact(session, table, row, resting, at))
    return sorted(found, key=lambda fact: (fact["line"], _TABLES_ORDER[fact["table"]]))


def one_fact(session: Session, fact_id: str, sha256: str = "", page: int = 0) -> ReviewFact | None:
    """A fact by its id, with its boxes on a page of a file."""
    for table in _TABLES:
        row = session.execute(sa.select(table).where(table.c.id == fact_id)).mappings().first()
        if row is not None:
            resting = sources_of(session, [row["owner"]], facts=[fact_id]).get(fact_id, [])
            if table is presence and not resting:
                of_document = sources_of(session, [row["owner"]], facts=[row["owner"]])
                resting = _listed(session, dict(row), of_document.get(row["owner"], []))
            return _fact(session, table, dict(row), resting, _on(resting, sha256, page))
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


def _rows(session: Session, owners: Collection[str]) -> Iterator[tuple[sa.Table, dict[str, Any]]]:
    for table in _TABLES:
        for load in loads(sorted(owners)):
            for row in session.execute(sa.select(table).where(table.c.owner.in_(load))).mappings():
                yield table, dict(row)


def _fact(
    session: Session, table: sa.Table, row: dict[str, Any], resting: list[SourceRow], at: list[dict[str, Any]]
) -> ReviewFact:
    names = [name for name in FIELDS[table.name] if name not in DATES]
    fields = [ReviewField(name=name, value=value_of(session, table.name, row, name)) for name in names]
    whole = [source for source in resting if source["correction"] is None]
    plain = orjson.dumps([field["value"] for field in fields], default=str)
    return ReviewFact(
        id=row["id"],
        table=table.name,
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


def _listed(session: Session, row: dict[str, Any], of_document: list[SourceRow]) -> list[SourceRow]:
    """Where somebody who was there stands of whom the reading keeps no place alone (whoever led the meeting, officials): the lines of
    the list that print the name."""
    printed = str(value_of(session, presence.name, row, "name"))
    name, _party = name_and_party(printed) or (printed, None)
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    listed = (source for source in of_document if source["field"] == _LIST and source["correction"] is None)
    return [source for source in listed if whole.search(source["quote"])]


def _placed(resting: list[SourceRow], sha256: str) -> bool:
    return any(source["file"] == sha256 and source["places"] for source in resting)
