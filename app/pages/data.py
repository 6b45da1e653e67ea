"""The API's documentation: what there is, how to ask, and what is promised, with questions that this installation answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.language.i18n import gettext as _
from app.models.register import reservations
from app.pages.api_description import COMMON, lists
from app.pages.api_profile import profile
from app.pages.api_words import code_meanings, parameter_words
from app.pages.rendering import render
from app.queries.cases import newest, of_matters
from app.queries.listing import Asked, Wanted, first_of
from app.queries.lists.cases import latest_with
from app.queries.lists.facts import RESERVATIONS
from app.queries.lists.people import PARTIES
from app.schemas.rows import CaseRow
from app.today import end_of, today
from app.web.answers import PREFIX, Public, origin, serving

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with the address that answers it."""

    says: str
    address: str


@router.get("/data")
def data_page(request: Request, session: Public) -> Response:
    """What the API holds and how to ask, from the API's own description."""
    described: dict[str, Any] = request.app.openapi()
    cases, total = newest(session, limit=1)
    case = cases[0] if cases else None
    using = serving(request).settings
    return render(
        request,
        "data.html",
        base=f"{origin(request)}{PREFIX}",
        resources=list(lists(described)),
        common={name: parameter_words("", name) for name in COMMON},
        codes=code_meanings(),
        case=case,
        questions=list(_questions(session, _disputed(session) or case)),
        answered=_answered(case, total),
        version=described["info"]["version"],
        limits=(using.rate_limit, using.rate_limit_with_key),
    )


@router.get("/data/listor/{name}")
def list_page(request: Request, name: str) -> Response:
    """One list of the API: its parameters, what each key of a row means, and a row."""
    found = next((one for one in lists(request.app.openapi()) if one.name == name), None)
    if found is None:
        raise NotFound
    return render(request, "data_list.html", resource=found)


@router.get("/data/profil")
def profile_page(request: Request) -> Response:
    """How each rule of the national profile is kept."""
    return render(request, "data_profile.html", profile=profile())


def _questions(session: Session, case: CaseRow | None) -> Iterator[Asking]:
    """Questions worth asking, about what is here."""
    place = {"municipality": case["municipality"]["slug"]} if case else {}
    party = _party(session, case)
    if case and case["number"]:
        spelt = case["number"].replace("-", " ").lower()
        yield _asking(_("Ett ärende, med numret stavat hur som helst"), "cases", {"number": spelt})
        several = "items,documents,path,findings,ledger,wording,sources"
        yield _asking(_("Allt om ärendet, och var det står"), f"cases/{case['id']}", {"include": several})
        yield _asking(_("Ärendets gång och vad som väntar"), f"cases/{case['id']}/path", {})
        yield _asking(_("De som reserverade sig i ärendet"), "reservations", {"case": case["slug"]})
    yield _asking(_("Motioner vars år är slut utan beslut"), "motions", {"overdue": "true", **place})
    if party:
        moved = {"party": party, "has_reservation": "true", **place}
        yield _asking(_("Motioner från ett parti där någon reserverade sig"), "motions", moved)
        yield _asking(_("Partiets reservationer, de senaste först"), "reservations", {"party": party, **place})
    yield _asking(_("Paragrafer där man voterade"), "items", {"has_vote": "true", **place})
    yield _asking(_("Vilka paragrafer som fattas, efter organ och år"), "statistics/coverage", place)
    yesterday = end_of(today() - dt.timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield _asking(_("Allt som ändrats, från början"), "changes", {"since": "0", "limit": "100"})
    yield _asking(_("Vad som är nytt sedan i går, och vad som ändrades"), "changes.atom", {"updated_since": yesterday})


def _disputed(session: Session) -> CaseRow | None:
    """A matter treated lately in which somebody reserved themselves: of which there is most to ask."""
    matter = latest_with(session, reservations)
    return of_matters(session, [matter])[0] if matter else None


def _party(session: Session, case: CaseRow | None) -> str | None:
    """A party that reserved itself in the matter; where none did the first that there is."""
    reserved = first_of(session, RESERVATIONS, _first(RESERVATIONS.order, case=case["slug"]), Wanted()) if case else ()
    parties = first_of(session, PARTIES, _first(PARTIES.order), Wanted())
    return next((party for row in reserved for party in row["parties"]), next((row["code"] for row in parties), None))


def _first(order: str, **filters: Any) -> Asked:
    return Asked(filters, order, 1, 0)


def _asking(says: str, resource: str, query: Mapping[str, str]) -> Asking:
    return Asking(says, f"{PREFIX}/{resource}{'?' if query else ''}{urlencode(query, safe=',:')}")


def _answered(case: CaseRow | None, total: int) -> Asking | None:
    """A question with its answer as it is now: the matter treated last."""
    if case is None:
        return None
    shown = {name: case[name] for name in ("id", "number", "title", "status", "next")}
    body = {
        "cases": [shown],
        "total": total,
        "total_is_at_least": False,
        "limit": 1,
        "offset": 0,
        "next_cursor": None,
        "left_out": [],
        "unread": "",
    }
    text = orjson.dumps(body, option=orjson.OPT_INDENT_2).decode()
    return Asking(text, f"{PREFIX}/cases?limit=1&fields=number,title,status,next")
