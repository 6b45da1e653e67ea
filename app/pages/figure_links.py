"""From the API's list that a figure counts to the page that shows the same list to people."""

from __future__ import annotations

from urllib.parse import parse_qsl

from app.pages.facts import SORTS
from app.pages.listed import address
from app.pages.motions import NO_OUTCOME
from app.queries.statistics.counted import Count

# Pages that narrow a list to a whole year: the parameter of the year, the API's two days of it, and each other filter.
_BY_YEAR = {
    "meetings": ("/sammantraden", "ar", ("from", "to"), {"municipality": "kommun", "body": "organ"}),
    "votes": (
        "/voteringar",
        "ar",
        ("from", "to"),
        {"municipality": "kommun", "body": "organ", "against_board": "emot"},
    ),
    "motions": (
        "/motioner?alla=1",
        "vackt",
        ("raised_from", "raised_to"),
        {"municipality": "kommun", "party": "parti", "outcome": "utfall", "has_outcome": "utfall", "status": "lage"},
    ),
}
_WORDS = {("has_outcome", "false"): NO_OUTCOME}
_PAGES = {sort.listing.name: (path, {api: name for name, api in sort.names.items()}) for path, sort in SORTS.items()}


def list_page(count: Count) -> str:
    """The address of the page with the list that the figure counts; of the API's list where no page can narrow it so."""
    path, _, query = count["list"].partition("?")
    name, params = path.rsplit("/", 1)[-1], dict(parse_qsl(query))
    if name in _BY_YEAR:
        page, year, (first, last), names = _BY_YEAR[name]
        whole = {year: params[first][:4]} if _is_a_year(params.get(first, ""), params.get(last, "")) else {}
        if params.keys() <= names.keys() | ({first, last} if whole else set()):
            narrowed = {
                names[key]: _WORDS.get((key, value), _value(value)) for key, value in params.items() if key in names
            }
            narrowed |= whole
            page, _, always = page.partition("?")
            return address(page, dict(parse_qsl(always)) | narrowed)
    if name in _PAGES:
        page, names = _PAGES[name]
        if params.keys() <= names.keys():
            return address(page, {names[key]: _value(value) for key, value in params.items()})
    return count["list"]


def _is_a_year(first: str, last: str) -> bool:
    return first[4:] == "-01-01" and last == f"{first[:4]}-12-31"


def _value(value: str) -> str:
    """A flag as pages' addresses have it."""
    return {"true": "1", "false": "0"}.get(value, value)
