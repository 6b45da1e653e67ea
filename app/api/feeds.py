"""Every list as a feed: what changed last comes first, each entry with the whole state of its matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from sqlalchemy.orm import Session
from starlette.datastructures import QueryParams

from app.api.list_query import START, id_of_cursor, number, once, value_of
from app.api.list_rows import shown
from app.api.matters import SOURCES
from app.api.resources import Resource
from app.errors import BadParameter
from app.exports.atom import Entry, Feed, Gone, atom
from app.language.followed import LISTS, change_text, matter_text, row_text, row_title
from app.language.i18n import gettext, language
from app.queries.case_refs import address_of
from app.queries.cases import of_matters
from app.queries.following import Followed, Place, changed_last, gone_between
from app.queries.listing import Wanted, rows_by_id
from app.queries.understood import understood
from app.queries.what_changed import changes_on
from app.schemas.change_rows import Change
from app.schemas.rows import CaseRow
from app.today import civil_date, today
from app.web.answers import PREFIX
from app.web.places import item_anchor, place_link

USUAL, MOST = 50, 200
# Which year the names of the entries are of: the authority is who had the host name then (RFC 4151).
_NAMED_IN = 2026
_FIELDS = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Wished:
    """What is followed: the rows that meet the filters, so many at a time, behind a place in the order of their changes."""

    filters: Mapping[str, Any]
    limit: int
    after: Place | None
    today: dt.date


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a feed lies: what addresses of ours begin with, its own path, and the question without its place."""

    origin: str
    path: str
    params: tuple[tuple[str, str], ...] = ()

    def of(self, path: str) -> str:
        return f"{self.origin}{path}"

    def tag(self, name: str, id: object) -> str:
        """The name of a thing for good: `tag:diarium.example,2026:items/w3rjc6y2l5t7zoxe`."""
        host = urlsplit(self.origin).hostname or "localhost"
        return f"tag:{host},{_NAMED_IN}:{name}/{id}"

    def page(self, after: Place | None = None) -> str:
        place = [("cursor", f"{after.n}.{after.id}".encode().hex())] if after else []
        query = urlencode([*self.params, *place])
        return self.of(f"{self.path}?{query}" if query else self.path)


def wished(session: Session, query: QueryParams, resource: Resource, *, filtered: bool = True) -> Wished:
    """What is to be followed of a list, `filtered` by the question or by the address alone. Raises `BadParameter`, and
    `UnknownName` for a name that names nothing here."""
    params = once(query, [*(resource.listing.filters if filtered else ()), "limit", "cursor"])
    filters = {
        name: value_of(name, one, params[name]) for name, one in resource.listing.filters.items() if name in params
    }
    cursor = params.get("cursor", START)
    after = None if cursor == START else place_of(cursor)
    filters = understood(session, resource.listing, filters)
    return Wished(filters, number(params, "limit", USUAL, 1, MOST), after, today())


def place_of(cursor: str) -> Place:
    """The place that a cursor holds. Raises `BadParameter`."""
    n, point, id = id_of_cursor(cursor).partition(".")
    if not (point and n.isascii() and n.isdigit() and len(n) < 16):
        raise BadParameter("cursor", cursor, START)
    return Place(int(n), id)


def feed(
    session: Session, resource: Resource, asked: Wished, at: Addresses, title: str | None = None, *, dated: bool = True
) -> Iterator[bytes]:
    """A page of the feed of a list, as bytes; of a register that is `dated` with what came by each change."""
    name = resource.name
    placed = SOURCES in resource.listing.includes
    wanted = Wanted(frozenset({SOURCES}) if placed else frozenset(), placed, asked.today, told=False)
    changed, more = changed_last(session, resource.listing, asked.filters, wanted, asked.limit, asked.after)
    entries: list[Entry | Gone] = list(entries_of(session, resource, changed, wanted, at, dated=dated))
    if name == "cases" and asked.filters.keys() <= {"municipality"}:
        entries = _with_gone(session, entries, changed, asked, at, more=more)
    last = Place(changed[-1].n, str(changed[-1].id)) if more else None
    return atom(described(at, title or gettext(LISTS[name]), asked.after, last), entries)


def described(at: Addresses, title: str, after: Place | None, last: Place | None) -> Feed:
    """What a page of a feed says of itself: it follows the place `after`, and ends at `last` where there is more."""
    return Feed(
        id=at.tag("feeds", at.page().removeprefix(at.origin).lstrip("/")),
        title=title,
        language=language(),
        here=at.page(after),
        first=at.page(),
        further=at.page(last) if last else None,
        data=at.page().replace(".atom", "", 1),
    )


def entries_of(
    session: Session, resource: Resource, changed: Sequence[Followed], wanted: Wanted, at: Addresses, *, dated: bool
) -> Iterator[Entry]:
    """An entry for each row, in this order."""
    days = {one.matter_id: civil_date(dt.datetime.fromisoformat(one.at)) for one in changed}
    cases = {case["matter_id"]: case for case in of_matters(session, sorted(days))}
    changed_in = changes_on(session, days, dated=dated)
    rows = rows_by_id(session, resource.listing, [one.id for one in changed], wanted)
    by_id = {row["id"]: shown(resource, row, _FIELDS, placed=wanted.placed) for row in rows}
    if resource.name == "cases":
        by_id = {row["matter_id"]: row for row in by_id.values()}
    for one in changed:
        row, case = by_id[one.id], cases.get(one.matter_id)
        yield Entry(
            id=at.tag(resource.name, one.matter_id if resource.name == "changes" else one.id),
            title=row_title(resource.name, row),
            summary=_summary(resource, row, case, one, changed_in[one.matter_id], days[one.matter_id], wanted.today),
            updated=one.at,
            page=at.of(f"{address_of(case)}{_anchor(resource.name, row)}") if case else None,
            place=_place_of(row, at),
            data=at.of(f"{PREFIX}/{resource.name}/{row['id']}"),
        )


def _summary(
    resource: Resource,
    row: Mapping[str, Any],
    case: CaseRow | None,
    one: Followed,
    change: Change,
    day: dt.date,
    on: dt.date,
) -> str:
    parts = [
        row_text(resource.name, row),
        matter_text(case, change.last, on) if case else None,
        change_text(one.kind, day, change),
    ]
    return " ".join(part for part in parts if part)


def _anchor(name: str, row: Mapping[str, Any]) -> str:
    """Where on the matter's page the row stands."""
    item = row if name == "items" else row.get("item")
    return f"#{item_anchor(item)}" if item else ""


def _place_of(row: Mapping[str, Any], at: Addresses) -> str | None:
    """The page of the file where the row's own words stand, framed."""
    for source in row.get("sources") or ():
        if source["field"] is None and source["file"] is not None:
            link = place_link(source["document_id"], source["file"], source["places"])
            if link:
                return at.of(link)
    return None


def _with_gone(
    session: Session,
    entries: list[Entry | Gone],
    changed: Sequence[Followed],
    asked: Wished,
    at: Addresses,
    *,
    more: bool,
) -> list[Entry | Gone]:
    """The entries with the matters that are gone where their changes lie among them."""
    place = asked.filters.get("municipality")
    newest = asked.after.n - 1 if asked.after else None
    oldest = changed[-1].n if more else None
    gone = [(one.n, Gone(at.tag("cases", one.id), one.at)) for one in gone_between(session, newest, oldest, place)]
    numbered = [*zip((one.n for one in changed), entries, strict=True), *gone]
    return [entry for _n, entry in sorted(numbered, key=lambda one: one[0], reverse=True)]
