"""Where words stand in a file, as an address: `/handlingar/{id}/sida/3?ruta=85.2,39.4,151.4,47.6&fil=9f86d081`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.ids import slugify
from app.web.boxes import box_text

# As much of a file's sha256 as tells it from the few others that a document lies in: pages have up to hundreds of such links.
FILE_LETTERS = 8


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
        return leaf_address(document_id, page, file, box)
    return None


def leaf_address(document_id: str, page: int, file: str, box: str | None = None) -> str:
    """The address of a page of a document as it looks in a file, by its sha256; `box` is framed there."""
    framed = f"ruta={box}&" if box else ""
    return f"/handlingar/{document_id}/sida/{page}?{framed}fil={file[:FILE_LETTERS]}"


def item_anchor(item: Mapping[str, Any]) -> str:
    """Where a § stands on its matter's page: `kommunstyrelsen-2025-11-05-201`."""
    return slugify(f"{item['body']['name']} {item['date']} {item['number']}")
