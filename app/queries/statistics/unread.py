"""What was not read, and what the reader was not sure of, by body and year. Asked of the desk, which alone has the readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import entries, filings, readings
from app.models.register import appearances, documents
from app.queries.statistics.counted import Asked, BodyOver, bodies_over, in_year


class Unread(TypedDict):
    """How many lines no reader took, and how many doubts there are."""

    unread_lines: int
    doubts: int


def with_unread(session: Session, asked: Asked, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the coverage, each with what was not read on the pages of its minutes and extracts."""
    over = {body.ref["id"]: body for body in bodies_over(session, asked)}
    by = _by_body_and_year(session, asked, over)
    return [{**row, **_of(over[row["body"]["id"]], row["year"], by)} for row in rows]


def _of(body: BodyOver, year: int, by: Mapping[tuple[str, int], Unread]) -> Unread:
    each = [by[one, year] for one in body.ids if (one, year) in by]
    return Unread(unread_lines=sum(one["unread_lines"] for one in each), doubts=sum(one["doubts"] for one in each))


def _by_body_and_year(session: Session, asked: Asked, over: Mapping[str, BodyOver]) -> dict[tuple[str, int], Unread]:
    ids = sorted({one for body in over.values() for one in body.ids})
    query = (
        sa.select(
            documents.c.body_id, documents.c.date, appearances.c.first_page, appearances.c.last_page, filings.c.seq
        )
        .join(appearances, sa.and_(appearances.c.document_id == documents.c.id, appearances.c.lead))
        .join(
            filings,
            sa.and_(filings.c.sha256 == appearances.c.file_id, filings.c.municipality == documents.c.municipality_id),
        )
        .where(documents.c.body_id.in_(ids), documents.c.date.isnot(None), in_year(documents.c.date, asked.year))
    )
    lying: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(query):
        lying[row.seq].append(row)
    by: dict[tuple[str, int], Unread] = {}
    for filing, lines, doubts in _readings(session):
        for row in lying.get(filing, ()):
            here = by.setdefault((row.body_id, row.date.year), Unread(unread_lines=0, doubts=0))
            here["unread_lines"] += sum(row.first_page <= page <= row.last_page for page in lines)
            here["doubts"] += sum(row.first_page <= page <= row.last_page for page in doubts)
    return by


def _readings(session: Session) -> Iterator[tuple[int, list[int], list[int]]]:
    """Of each filing's reading that counts, the page of every unread line and of every doubt that has one."""
    query = (
        sa.select(readings.c.filing_seq, entries.c.content)
        .join(entries, entries.c.seq == readings.c.seq)
        .where(readings.c.counts, entries.c.content.isnot(None))
        .execution_options(yield_per=20)
    )
    for row in session.execute(query):
        bundle = orjson.loads(row.content)["said"]["bundle"]
        lines = [page for line in bundle.get("unread", ()) for page in _pages([line["source"]])]
        doubts = [page for doubt in bundle.get("doubts", ()) for page in _pages(doubt["sources"])]
        yield row.filing_seq, lines, doubts


def _pages(sources: list[dict[str, Any]]) -> list[int]:
    """The first page told of, alone: what runs over two pages is counted once."""
    return [place["page"] for source in sources for place in source["places"][:1]][:1]
