"""What a search finds as a file: every hit as CSV and JSON Lines, and as Atom, what changed last first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session
from starlette.datastructures import QueryParams

from app.api.feeds import MOST as MOST_ENTRIES
from app.api.feeds import USUAL, Addresses, described, entries_of, place_of
from app.api.list_files import addresses
from app.api.list_query import EXCEL, LONGEST, START, chosen, number, once
from app.api.matters import SOURCES
from app.api.resources import RESOURCES
from app.errors import BadParameter
from app.exports.atom import Entry, atom
from app.exports.columns import columns_of, under
from app.exports.csv import csv_lines
from app.exports.formats import MEDIA_TYPES, OF_ROWS, Format
from app.exports.jsonl import jsonl
from app.language.i18n import gettext as _
from app.queries.following import Followed, Place
from app.queries.listing import Wanted
from app.queries.lists.cases import Status
from app.queries.search import as_named, changed_hits, walk_hits
from app.schemas.search import Hit
from app.search.entries import HitKind
from app.search.question import LONGEST as LONGEST_QUESTION
from app.today import today
from app.web.answers import Public, answer, prefix_of
from app.web.files import file_answer
from importers.bundle import Outcome

router = APIRouter(include_in_schema=False)
_BY_NAME = {resource.name: resource for resource in RESOURCES}
_LONG = {"q": LONGEST_QUESTION, "municipality": LONGEST, "body": LONGEST, "party": LONGEST}
_NAMES = (*_LONG, "kind", "year", "outcome", "status")


def hits_asked(session: Session, query: QueryParams, *also: str) -> tuple[dict[str, str], dict[str, str]]:
    """Every parameter, and those that narrow the search. Raises `BadParameter`."""
    params = once(query, [*_NAMES, *also])
    for name, most in _LONG.items():
        if len(params.get(name, "")) > most:
            raise BadParameter(name, params[name], _("högst {n} tecken").format(n=most))
    for name, values in (("kind", HitKind), ("outcome", Outcome), ("status", Status)):
        if name in params:
            chosen(name, params[name], {value.value: value for value in values})
    number(params, "year", 1900, 1900, 2200)
    narrowed = {name: value for name, value in params.items() if name in _NAMES and name != "q"}
    return params, as_named(session, narrowed)


def hits_file(session: Session, query: QueryParams, form: Format, base_path: str) -> Iterator[bytes]:
    """Every hit, as CSV or JSON Lines. Raises `BadParameter`."""
    params, narrowed = hits_asked(session, query, *(["excel"] if form is Format.CSV else []))
    excel = "excel" in params and chosen("excel", params["excel"], EXCEL)
    rows = walk_hits(session, params.get("q", ""), narrowed)
    columns = [under(base_path, column) for column in columns_of(Hit)]
    return csv_lines(rows, columns, excel=excel) if form is Format.CSV else jsonl(rows, base_path)


def _add(form: Format) -> None:
    def hits(request: Request, session: Public) -> Response:
        pieces = hits_file(session, request.query_params, form, prefix_of(request))
        headers = {"Content-Disposition": f'attachment; filename="search.{form}"'}
        return file_answer(request, session, pieces, MEDIA_TYPES[form], headers)

    router.add_api_route(f"/search.{form}", hits, response_class=Response)


for _form in OF_ROWS:
    _add(_form)


@router.get("/search.atom")
def get_hits_feed(request: Request, session: Public) -> Response:
    """The hits that belong to matters, by when these changed."""
    pieces = hits_feed(session, request.query_params, addresses(request))
    return answer(request, b"".join(pieces), MEDIA_TYPES[Format.ATOM])


def hits_feed(session: Session, query: QueryParams, at: Addresses) -> Iterator[bytes]:
    """The same as Atom. Raises `BadParameter`."""
    params, narrowed = hits_asked(session, query, "limit", "cursor")
    limit = number(params, "limit", USUAL, 1, MOST_ENTRIES)
    after = None if params.get("cursor", START) == START else place_of(params["cursor"])
    changed = changed_hits(session, params.get("q", ""), narrowed)
    behind = [one for one in changed if after is None or _key(one) > (-after.n, after.id)]
    shown = behind[:limit]
    last = Place(shown[-1][1].n, _id(shown[-1])) if len(behind) > limit else None
    title = _("Sökning: {words}").format(words=params.get("q", ""))
    feed = described(at, title, after, last)
    return atom(feed, _entries(session, shown, at))


def _entries(session: Session, shown: list[tuple[str, Followed]], at: Addresses) -> list[Entry]:
    made = dict[tuple[str, Any], Entry]()
    for name in dict.fromkeys(name for name, _one in shown):
        resource = _BY_NAME[name]
        placed = SOURCES in resource.listing.includes
        wanted = Wanted(frozenset({SOURCES}) if placed else frozenset(), placed, today())
        of_list = [one for of, one in shown if of == name]
        entries: Iterator[Entry] = entries_of(session, resource, of_list, wanted, at, dated=True)
        made |= {(name, one.id): entry for one, entry in zip(of_list, entries, strict=True)}
    return [made[name, one.id] for name, one in shown]


def _id(hit: tuple[str, Followed]) -> str:
    return f"{hit[0]}/{hit[1].id}"


def _key(hit: tuple[str, Followed]) -> tuple[int, str]:
    return -hit[1].n, _id(hit)
