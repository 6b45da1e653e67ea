"""From a source to the page where it stands: `/handlingar/{id}/sida/3?ruta=85.2,39.4,151.4,47.6&fil=9f86…`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from app.ids import slugify
from app.schemas.rows import ItemAt, ItemRow, SourceRow
from app.web.boxes import box_text


class PageLink(NamedTuple):
    """A page where words stand, and the address that frames them."""

    document_id: str
    page: int
    address: str


def page_links(sources: Iterable[SourceRow]) -> list[PageLink]:
    """A link for each page that the sources quote, each once, in the order quoted.

    Of a fact's own sources and those of its single fields, the first is enough: the rest stand inside it.
    """
    whole = [source for source in sources if source["field"] is None]
    links = [link for source in whole for link in _links(source)]
    return list(dict.fromkeys(links))


def by_document(links: Iterable[PageLink]) -> list[tuple[str, list[PageLink]]]:
    """The links of each document together, in the order quoted."""
    found: dict[str, list[PageLink]] = {}
    for link in links:
        found.setdefault(link.document_id, []).append(link)
    return list(found.items())


def boxes(places: Iterable[dict[str, Any]]) -> dict[int, str]:
    """The box round all the quoted lines of each page."""
    by_page: dict[int, list[list[float]]] = {}
    for place in places:
        by_page.setdefault(place["page"], []).append(place["bbox"])
    return {
        page: box_text(
            (min(b[0] for b in all_), min(b[1] for b in all_), max(b[2] for b in all_), max(b[3] for b in all_))
        )
        for page, all_ in by_page.items()
    }


def place_link(document_id: str, file: str, places: list[dict[str, Any]]) -> str | None:
    """The address of the page that the words stand on, framed; None where they stand on none."""
    for page, box in boxes(places).items():
        return f"/handlingar/{document_id}/sida/{page}?ruta={box}&fil={file}"
    return None


def item_anchor(item: ItemAt | ItemRow) -> str:
    """Where a § stands on its matter's page: `kommunstyrelsen-2025-11-05-201`."""
    return slugify(f"{item['body']['name']} {item['date']} {item['number']}")


def _links(source: SourceRow) -> list[PageLink]:
    document = source["document_id"]
    return [
        PageLink(document, page, f"/handlingar/{document}/sida/{page}?ruta={box}&fil={source['file']}")
        for page, box in boxes(source["places"]).items()  # type: ignore[arg-type] # a typed dict is a dict
    ]
