"""Parties of a municipality, and each with its people, what they moved, reserved and said, and what became of its motions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.errors import EntityNotFound
from app.pages.addresses import party_page
from app.pages.beside import beside_facts
from app.pages.citing import citations, plainly_cited
from app.pages.figure_links import list_page
from app.pages.languages import at
from app.pages.listed import Part, Typed, address, part_of
from app.pages.people import party_name
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.listing import Page, Wanted, rows_by_id
from app.queries.lists.facts import RESERVATIONS, STATEMENTS, YRKANDEN
from app.queries.lists.people import PARTIES, PEOPLE
from app.queries.meetings import meeting_bodies
from app.queries.one_party import facts_by_year, latest_of_party
from app.queries.statistics.counted import Asked
from app.queries.statistics.motions import outcomes
from app.queries.statistics.pairs import pairs
from app.today import today
from app.web.answers import PREFIX, Public, origin

router = APIRouter()
_MANY = 100
_FEW = 5
_PEOPLE = 48
_KINDS = {"yrkanden": YRKANDEN, "reservations": RESERVATIONS, "statements": STATEMENTS}


@router.get("/partier")
def parties_page(request: Request, session: Public, q: Typed = "", kommun: Typed = "", sida: Part = 1) -> Response:
    """The parties that are printed after people's names, by municipality."""
    asked = {"q": q.strip(), "kommun": kommun}
    filters = {name: value for name, value in {"q": asked["q"], "municipality": kommun}.items() if value}
    page = part_of(session, PARTIES, filters, sida, many=_MANY)
    return render(
        request,
        "parties.html",
        asked=asked,
        parties=page.rows,
        total=page.total,
        places={body.place: body.town for body in meeting_bodies(session, None)},
        previous=address("/partier", {**asked, "sida": sida - 1}) if sida > 1 else None,
        further=address("/partier", {**asked, "sida": sida + 1}) if sida * _MANY < page.total else None,
        twin=address(f"{PREFIX}/parties", filters),
    )


@router.get("/partier/{place}/{code}")
def party_page_of(request: Request, session: Public, place: str, code: str) -> Response:
    """One party in a municipality, by the letters that are printed."""
    named = {"municipality": place, "code": code}
    found = part_of(session, PARTIES, named, 1, many=10).rows
    party = next((row for row in found if row["code"] == code), next(iter(found), None))
    if party is None:
        raise EntityNotFound(f"{place}/{code}")
    if party["code"] != code or party["municipality"]["slug"] != place:
        return RedirectResponse(at(party_page(party["municipality"], party["code"])), status_code=308)
    filters = {"municipality": party["municipality"]["id"], "party": code}
    place_id, letters = party["municipality"]["id"], party["code"]
    by_year = facts_by_year(session, place_id, letters)
    facts = {kind: _latest(session, kind, place_id, letters, by_year[kind]) for kind in _KINDS}
    people = part_of(session, PEOPLE, filters, 1, many=_PEOPLE)
    asked = Asked(municipality=party["municipality"]["id"])
    beside = beside_facts(session, [row for page in facts.values() for row in page.rows])
    page = render(
        request,
        "party.html",
        party=party,
        people=people.rows,
        people_total=people.total,
        facts=facts,
        beside=beside,
        short_names=beside.short_names,
        ended=ended(outcomes(session, asked), code),
        beside_parties=[row for row in pairs(session, asked) if _same(code, row["party"]) or _same(code, row["other"])],
        other_of=lambda row: row["other"] if _same(code, row["party"]) else row["party"],
        list_page=list_page,
        motions=address(f"{PREFIX}/motions.csv", filters),
        twin=f"{PREFIX}/parties/{party['id']}",
        feed=f"{PREFIX}/parties/{party['id']}.atom",
        filters=filters,
        citations=citations(
            plainly_cited(party_name(letters), party["municipality"]["name"]),
            f"{origin(request)}{at(party_page(party['municipality'], letters))}",
            today(),
        ),
    )
    return lets_print(page)


def _latest(session: Session, kind: str, place: str, letters: str, by_year: Counter[int]) -> Page:
    """The latest facts of a kind that the party stands behind, and how many there are."""
    ids = latest_of_party(session, kind, place, letters, by_year, _FEW)
    return Page(rows_by_id(session, _KINDS[kind], ids, Wanted(placed=True)), by_year.total(), None)


def ended(rows: Sequence[Mapping[str, Any]], code: str) -> list[tuple[str | None, int]]:
    """How the party's motions ended, all years together, the outcomes in their own order; None of those that nothing here
    decides."""
    by: Counter[str | None] = Counter()
    for row in rows:
        if row["party"] and _same(code, row["party"]):
            by[row["outcome"]] += row["motions"]["n"]
    return sorted(by.items(), key=lambda one: one[0] or "~")


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower()
