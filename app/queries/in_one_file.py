"""Papers that lie in one file and share no number: proposed as one matter, never joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances, cases, documents, item_documents, items, matter_entities, matters
from app.queries.pairs import Pair, Side
from importers.bundle import DocumentKind


def in_one_file(session: Session, refused: Collection[frozenset[str]]) -> list[Pair]:
    """The matters and the papers of none that lie in a file with papers of one matter above all, each beside that matter; but
    for the pairs of matters that a person `refused`.

    Whole minutes, and extracts of many matters put together, say nothing of what belongs together.
    """
    pairs = (pair for papers in _files(session).values() for pair in _beside(papers, refused))
    return list({(pair.one.matter, pair.other.matter or pair.other.entity): pair for pair in pairs}.values())


def _files(session: Session) -> dict[str, list[Any]]:
    """The papers and §§ of each file that holds no whole minutes, in printed order."""
    whole = sa.select(appearances.c.file_id).join(documents, documents.c.id == appearances.c.document_id)
    whole = whole.where(documents.c.kind == DocumentKind.PROTOKOLL.value)
    papers = sa.select(
        appearances.c.file_id,
        appearances.c.first_page,
        documents.c.id,
        documents.c.municipality_id,
        documents.c.title,
        documents.c.kind,
    ).join(documents, documents.c.id == appearances.c.document_id)
    sections = (
        sa.select(
            appearances.c.file_id,
            appearances.c.first_page,
            items.c.id,
            items.c.municipality_id,
            items.c.title,
            sa.literal("item").label("kind"),
        )
        .join(item_documents, item_documents.c.document_id == appearances.c.document_id)
        .join(items, items.c.id == item_documents.c.item_id)
    )
    each = sa.union(papers, sections).subquery()
    query = (
        sa.select(each, matters.c.id.label("matter"), matters.c.lead_case_id, matters.c.slug, cases.c.number)
        .join(matter_entities, matter_entities.c.entity_id == each.c.id, isouter=True)
        .join(matters, matters.c.id == matter_entities.c.matter_id, isouter=True)
        .join(cases, cases.c.id == matters.c.lead_case_id, isouter=True)
        .where(each.c.file_id.not_in(whole))
        .order_by(each.c.file_id, each.c.first_page, each.c.id)
    )
    by_file: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(query):
        by_file[row.file_id].append(row)
    return by_file


def _lead(papers: list[Any]) -> str | None:
    """The matter of at least two of the papers, and of at least half of those that have one."""
    counts = Counter(row.matter for row in papers if row.matter)
    lead, most = counts.most_common(1)[0] if counts else (None, 0)
    return lead if most >= 2 and 2 * most >= counts.total() else None


def _beside(papers: list[Any], refused: Collection[frozenset[str]]) -> Iterator[Pair]:
    """What else lies in a file that is of one matter, each proposed as one with it where nobody has refused that."""
    lead = _lead(papers)
    if lead is None:
        return
    (first, *_) = [row for row in papers if row.matter == lead]
    own = {row.id for row in papers if row.matter == lead}
    for row in papers:
        loose = row.matter is None and row.kind != DocumentKind.PROTOKOLLSUTDRAG
        if (loose or row.matter) and row.id not in own and frozenset((lead, row.matter)) not in refused:
            name = row.number or row.slug or row.title or row.kind
            one = Side(first.number or first.slug, first.lead_case_id, lead)
            yield Pair(row.municipality_id, one, Side(name, row.lead_case_id, row.matter, row.id), "file", row.title)
