"""From the API's list that a figure counts to the page that shows the same list to people."""

from __future__ import annotations

from urllib.parse import parse_qsl

from app.pages.facts import SORTS
from app.pages.listed import address
from app.queries.statistics.counted import Count

_MEETINGS = {"municipality": "kommun", "body": "organ", "from": "ar"}
_PAGES = {sort.listing.name: (path, {api: name for name, api in sort.names.items()}) for path, sort in SORTS.items()}


def list_page(count: Count) -> str:
    """The address of the page with the list that the figure counts; of the API's list where no page can narrow it so."""
    path, _, query = count["list"].partition("?")
    name, params = path.rsplit("/", 1)[-1], dict(parse_qsl(query))
    if name == "meetings" and params.keys() <= _MEETINGS.keys() | {"to"}:
        return address("/sammantraden", {"organ": params.get("body"), "ar": params.get("from", "")[:4]})
    if name in _PAGES:
        page, names = _PAGES[name]
        if params.keys() <= names.keys():
            return address(page, {names[key]: _value(value) for key, value in params.items()})
    return count["list"]


def _value(value: str) -> str:
    """A flag as pages' addresses have it."""
    return {"true": "1", "false": "0"}.get(value, value)
