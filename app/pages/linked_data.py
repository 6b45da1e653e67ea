"""A matter as schema.org's JSON-LD, for machines that read pages: what it is called, its numbers, whose it is, its papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import orjson
from markupsafe import Markup

from app.language.printable import printable
from app.language.steps import status
from app.pages.documents import heading
from app.schemas.rows import CaseRow, DocumentRow

# What could end the element that it stands in, or be taken for markup there.
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def matter_json_ld(case: CaseRow, papers: Iterable[DocumentRow], address: str, site: str) -> Markup:
    """The element's text; `address` is the matter's own, `site` what paths hang on. What is not stated is left out."""
    described = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": address,
        "url": address,
        "name": case["title"] or case["number"],
        "identifier": [number["number"] for number in case["numbers"]],
        "inLanguage": "sv",
        "creativeWorkStatus": status(case),
        "dateCreated": _day(case["first_date"]),
        "dateModified": _day(case["last_date"]),
        "sourceOrganization": {"@type": "GovernmentOrganization", "name": case["municipality"]["name"]},
        "hasPart": [_paper(paper, site) for paper in papers],
    }
    text = orjson.dumps(_clean(described)).decode()
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704 # no sign that markup is made of is left in it


def _paper(paper: DocumentRow, site: str) -> dict[str, Any]:
    return {
        "@type": "DigitalDocument",
        "name": heading(paper),
        "url": f"{site}/handlingar/{paper['id']}",
        "datePublished": _day(paper["date"]),
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _clean(value: Any) -> Any:
    """The same with nothing that steers how text is shown, and without what is None."""
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return printable(value) if isinstance(value, str) else value
