"""Papers that lie in one file and share no number: proposed as one matter, never joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import appearances, cases, documents, item_documents, items, links, matter_entities, matters
from importers.bundle import DocumentKind


class LinkRow(TypedDict):
    """A pair of case numbers; `quote` is the text that the evidence lies in, where it lies in one."""

    one: str
    other: str
    evidence: str
    state: str
    quote: str | None


def in_one_file(session: Session) -> list[LinkRow]:
    """The matters and the papers of none that lie in a file with papers of one matter above all, each beside that matter.

    Whole minutes, and extracts of many matters put together, say nothing of what belongs together.
    """
    refused = refused_pairs(session)
    rows = (row for papers in _files(session).values() for row in _beside(papers, refused))
    return list({(row["one"], row["other"]): row for row in rows}.values())


def refused_pairs(session: Session) -> set[frozenset[str]]:
    """The pairs of cases that a person said are not one."""
    query = sa.select(links).where(links.c.state == "refused")
    return {frozenset((row.case_id, row.other_case_id)) for row in session.execute(query)}


def _files(session: Session) -> dict[str, list[Any]]:
    """The papers and §§ of each file that holds no whole minutes, in printed order."""
    whole = sa.select(appearances.c.file_id).join(documents, documents.c.id == appearances.c.document_id)
    whole = whole.where(documents.c.kind == DocumentKind.PROTOKOLL.value)
    papers = sa.select(
        appearances.c.file_id, appearances.c.first_page, documents.c.id, documents.c.title, documents.c.kind
    ).join(documents, documents.c.id == appearances.c.document_id)
    sections = (
        sa.select(
            appearances.c.file_id, appearances.c.first_page, items.c.id, items.c.title, sa.literal("item").label("kind")
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


def _beside(papers: list[Any], refused: set[frozenset[str]]) -> Iterator[LinkRow]:
    """What else lies in a file that is of one matter, each proposed as one with it where nobody has refused that."""
    lead = _lead(papers)
    if lead is None:
        return
    (first, *_) = [row for row in papers if row.matter == lead]
    own = {row.id for row in papers if row.matter == lead}
    for row in papers:
        loose = row.matter is None and row.kind != DocumentKind.PROTOKOLLSUTDRAG
        pair = frozenset((first.lead_case_id, row.lead_case_id))
        if (loose or row.matter) and row.id not in own and pair not in refused:
            other = row.number or row.slug or row.title or row.kind
            yield LinkRow(
                one=first.number or first.slug, other=other, evidence="file", state="proposed", quote=row.title
            )
