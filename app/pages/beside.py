"""What a page shows beside facts of many §§: where each § has its page, whom its names lead to, and what its papers are called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.pages.addresses import item_page
from app.pages.documents import heading, short_names
from app.queries.bearers import Bearers, bearers_at
from app.queries.documents import headed
from app.queries.meetings import nths_of
from app.schemas.rows import HeadedRow


@dataclass(frozen=True, slots=True)
class Beside:
    """`homes` are the addresses of §§ by their ids; `documents` the headings of documents by theirs, `short_names` what they are
    called where they are a source beside the § and its day."""

    homes: Mapping[str, str]
    bearers: Bearers
    documents: Mapping[str, str]
    short_names: Mapping[str, str]


def beside_facts(
    session: Session, facts: Collection[Mapping[str, Any]], presences: Iterable[Mapping[str, Any]] = ()
) -> Beside:
    """The same for rows that each belong to a §: yrkanden, reservations, statements, votes; of presences, whose they are the documents."""
    at = {fact["item"]["id"]: (fact["municipality"], fact["item"]) for fact in facts}
    papers = _papers(session, [*facts, *presences])
    headings = {paper["id"]: heading(paper) for paper in papers}
    return Beside(homes_of(session, at), bearers_at(session, list(at)), headings, short_names(papers, dated=False))


def named_papers(session: Session, facts: Iterable[Mapping[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    """The headings of the documents that these are quoted from, and what these are called where they are a source."""
    papers = _papers(session, facts)
    return {paper["id"]: heading(paper) for paper in papers}, short_names(papers)


def homes_of(session: Session, at: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, str]:
    """The address of each §, of its municipality and its own row."""
    nths = nths_of(session, list(at))
    return {
        id: item_page({**item, "municipality": place, "nth": nths[id]}, item["number"])
        for id, (place, item) in at.items()
    }


def _papers(session: Session, facts: Iterable[Mapping[str, Any]]) -> list[HeadedRow]:
    """The documents that the facts are quoted from."""
    return headed(session, sorted({source["document_id"] for fact in facts for source in fact["sources"]}))
