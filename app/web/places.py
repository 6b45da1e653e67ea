"""Where words stand in a file, as an address: `/handlingar/{id}/sida/3?ruta=85.2,39.4,151.4,47.6&fil=9f86…`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.ids import slugify
from app.web.boxes import box_text


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


def item_anchor(item: Mapping[str, Any]) -> str:
    """Where a § stands on its matter's page: `kommunstyrelsen-2025-11-05-201`."""
    return slugify(f"{item['body']['name']} {item['date']} {item['number']}")
