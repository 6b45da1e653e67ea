"""People: the list of those who are named, and each with what stands behind the name, as printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.errors import EntityNotFound
from app.language.meetings import presence_words, role_word
from app.pages.addresses import meeting_page
from app.pages.beside import beside_facts
from app.pages.citing import citations, plainly_cited
from app.pages.languages import at
from app.pages.listed import MANY, Part, Typed, address, part_of
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.aliases import now_at
from app.queries.listing import Wanted, row_of, rows_by_id
from app.queries.lists.facts import RESERVATIONS, STATEMENTS, YRKANDEN
from app.queries.lists.motions import MOTIONS
from app.queries.lists.people import PEOPLE
from app.queries.lists.presences import PRESENCES
from app.queries.meant import PERSON_NAMES
from app.queries.meetings import meeting_bodies
from app.queries.motions_of_person import how_many_motions, latest_motions
from app.queries.one_person import (
    attended,
    latest_ballots,
    latest_of_person,
    latest_presences,
    printed_names,
    reserved_with,
    years_of_person,
)
from app.queries.parties import letters_of
from app.queries.statistics.counted import days_of
from app.today import today
from app.web.answers import PREFIX, Public, origin
from app.web.days import TypedYear

router = APIRouter()
_MANY = 60
# How many of each kind a person's page shows; the lists have the rest.
_FEW = 5
_MOST_NEAR = 12
_KINDS = {"yrkanden": YRKANDEN, "reservations": RESERVATIONS, "statements": STATEMENTS}


@router.get("/personer")
def people_page(
    request: Request,
    session: Public,
    q: Typed = "",
    kommun: Typed = "",
    parti: Typed = "",
    namn: Typed = "",
    sida: Part = 1,
) -> Response:
    """Those whom minutes and documents name, by name; a whole name leads straight to who bears it alone, and a part of one to
    those in whose names it stands."""
    asked = {"q": q.strip(), "kommun": kommun, "parti": parti, "namn": namn.strip()}
    filters = {"q": asked["q"], "municipality": kommun, "party": parti, "name": asked["namn"]}
    filters = {name: value for name, value in filters.items() if value}
    page = part_of(session, PEOPLE, filters, sida, many=_MANY)
    if asked["namn"] and not page.total:
        words = " ".join(filter(None, (asked["q"], filters.pop("name"))))
        page = part_of(session, PEOPLE, {**filters, "q": words}, sida, many=_MANY)
        filters["q"] = words
    if asked["namn"] and page.total == 1:
        return RedirectResponse(at(f"/personer/{page.rows[0]['id']}"), status_code=303)
    return render(
        request,
        "people.html",
        asked=asked,
        people=page.rows,
        total=page.total,
        near=_near(session, asked["namn"]) if asked["namn"] and not page.total else [],
        places={body.place: body.town for body in meeting_bodies(session, None)},
        parties=letters_of(session, kommun or None),
        previous=address("/personer", {**asked, "sida": sida - 1}) if sida > 1 else None,
        further=address("/personer", {**asked, "sida": sida + 1}) if sida * _MANY < page.total else None,
        twin=address(f"{PREFIX}/people", filters),
    )


@router.get("/personer/{id}")
def person_page(request: Request, session: Public, id: str) -> Response:
    """One person: names and parties as printed, what was moved, reserved, said and voted, and where he or she was present."""
    person = row_of(session, PEOPLE, id, Wanted())
    if person is None:
        return RedirectResponse(at(f"/personer/{_now(session, id)}"), status_code=308)
    name_ids = printed_names(session, id)
    facts = {
        kind: rows_by_id(session, listing, latest_of_person(session, kind, name_ids, _FEW), Wanted(placed=True))
        for kind, listing in _KINDS.items()
    }
    ballots = latest_ballots(session, name_ids, 2 * _FEW)
    shown: list[Mapping[str, Any]] = [*(row for rows in facts.values() for row in rows), *ballots]
    presences = rows_by_id(session, PRESENCES, latest_presences(session, name_ids, _FEW), Wanted(placed=True))
    moved = how_many_motions(session, name_ids)
    motions = rows_by_id(session, MOTIONS, latest_motions(session, name_ids, _FEW, moved), Wanted(today=today()))
    beside = beside_facts(session, shown, presences)
    page = render(
        request,
        "person.html",
        belongs_to=person["municipality"],
        person=person,
        roles=attended(session, name_ids),
        role_word=role_word,
        years=years_of_person(session, name_ids),
        facts=facts,
        ballots=ballots,
        motions=motions,
        motions_total=moved,
        presences=[(row, presence_words(_said(row))) for row in presences],
        meeting_of=lambda row: meeting_page({**row["meeting"], "municipality": row["municipality"]}),
        beside=beside,
        short_names=beside.short_names,
        together=reserved_with(session, name_ids),
        twin=f"{PREFIX}/people/{id}",
        feed=f"{PREFIX}/people/{id}.atom",
        citations=citations(
            plainly_cited(person["name"], person["municipality"]["name"]),
            origin(request) + at(f"/personer/{id}"),
            today(),
        ),
    )
    return lets_print(page)


@router.get("/personer/{id}/roster")
def ballots_page(request: Request, session: Public, id: str, sida: Part = 1, ar: TypedYear = "") -> Response:
    """Every printed vote of a person, or those of a year, the latest first."""
    person = row_of(session, PEOPLE, id, Wanted())
    if person is None:
        return RedirectResponse(at(f"/personer/{_now(session, id)}/roster"), status_code=308)
    year = int(ar) if ar > "0000" else None
    ballots = latest_ballots(session, printed_names(session, id), MANY + 1, (sida - 1) * MANY, year)
    shown, path = ballots[:MANY], f"/personer/{id}/roster"
    beside = beside_facts(session, shown)
    return render(
        request,
        "ballots.html",
        belongs_to=person["municipality"],
        person=person,
        ballots=shown,
        beside=beside,
        short_names=beside.short_names,
        year=year,
        path=path,
        previous=address(path, {"ar": year, "sida": sida - 1}) if sida > 1 else None,
        further=address(path, {"ar": year, "sida": sida + 1}) if len(ballots) > MANY else None,
        twin=address(f"{PREFIX}/votes", {"person": id, **days_of(year)}),
    )


def _now(session: Session, id: str) -> str:
    """The person that this id became. Raises `EntityNotFound`."""
    now = now_at(session, id)
    if now is None or row_of(session, PEOPLE, now, Wanted()) is None:
        raise EntityNotFound(id)
    return now


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the list of presences as what is printed beside a name."""
    instead = row["instead_of"]
    return {"instead_of": instead["name"] if instead else None, "items": row["items"], "note": row["note"]}


def _near(session: Session, typed: str) -> list[str]:
    """Names that have a word of what was typed, or the beginning of one."""
    return sorted(set(PERSON_NAMES.options(session, typed, None)))[:_MOST_NEAR]
