"""From a source to the page where it stands: `/handlingar/{id}/sida/3?ruta=85.2,39.4,151.4,47.6&fil=9f86d081`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from app.schemas.rows import SourceRow
from app.web.places import boxes, leaf_address


class PageLink(NamedTuple):
    """A page of a file, by its sha256, where words stand, and the box round them."""

    document_id: str
    page: int
    file: str
    box: str | None = None

    @property
    def address(self) -> str:
        """The page that shows it, the box framed."""
        return leaf_address(self.document_id, self.page, self.file, self.box)


def page_links(sources: Iterable[SourceRow]) -> list[PageLink]:
    """A link for each page that the sources quote, each once, in the order quoted.

    Of a fact's own sources and those of its single fields, the first is enough: the rest stand inside it.
    """
    whole = [source for source in sources if source["field"] is None]
    links = [link for source in whole for link in _links(source)]
    return list(dict.fromkeys(links))


def by_document(links: Iterable[PageLink]) -> list[tuple[str, list[PageLink]]]:
    """The links of each document together, its pages in order."""
    found: dict[str, list[PageLink]] = {}
    for link in links:
        found.setdefault(link.document_id, []).append(link)
    return [(document, sorted(of, key=lambda link: link.page)) for document, of in found.items()]


def by_day(links: Iterable[PageLink], documents: Iterable[Mapping[str, Any]]) -> list[PageLink]:
    """The links with those into the earliest of these documents first; into one that bears no day, or is not among them, last."""
    days = {paper["id"]: paper["date"] for paper in documents if paper["date"]}
    return sorted(links, key=lambda link: (days.get(link.document_id, dt.date.max), link.document_id, link.page))


def _links(source: SourceRow) -> list[PageLink]:
    document, file = source["document_id"], source["file"]
    if file is None:
        return []
    return [
        PageLink(document, page, file, box)
        for page, box in boxes(source["places"]).items()  # type: ignore[arg-type] # a typed dict is a dict
    ]
