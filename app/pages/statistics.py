"""Figures as tables, each number with its list; what is here of each body and year, and how well it was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.language.i18n import N_, gettext
from app.pages.figure_links import list_page
from app.pages.listed import Part, Typed, address
from app.pages.rendering import render
from app.queries.meetings import meeting_bodies
from app.queries.statistics.counted import Asked, Count, as_named, days_of
from app.queries.statistics.coverage import detailed, outlines
from app.queries.statistics.motions import durations, figures_asked, outcomes
from app.queries.statistics.pairs import pairs
from app.queries.statistics.reversals import reversals
from app.queries.understood import UnknownName
from app.web.answers import PREFIX, Public

router = APIRouter()
_MANY = 25
_COVERAGE = "/statistik/tackning"
Row = Mapping[str, Any]
Year = Annotated[int | None, Query(ge=1900, le=2200)]


@router.get("/statistik")
def statistics_page(request: Request, session: Public, kommun: Typed = "") -> Response:
    """How motions ended and how long they took, and how often the council went against the board, of one municipality."""
    places = _places(session)
    place = _one(kommun, places)
    asked = Asked(municipality=place or None)
    figures = figures_asked(session, asked) if place else None
    ended = outcomes(session, asked, figures) if place else []
    return render(
        request,
        "statistics.html",
        asked={"kommun": place},
        places=places,
        place=place,
        ended=outcomes_by_party(ended),
        kinds=sorted({row["outcome"] for row in ended}, key=lambda outcome: outcome or "~"),
        took=durations(session, asked, figures) if place else [],
        against=reversals(session, asked) if place else [],
        list_page=list_page,
        twins_of=_twins(_OF_PLACE, {"municipality": place}),
    )


_WORDS = {
    "coverage": N_("Täckning"),
    "outcomes": N_("Motioners utfall"),
    "durations": N_("Motioners tid"),
    "reversals": N_("Emot styrelsen"),
    "activity": N_("Vad var och en gjorde"),
    "pairs": N_("Partier tillsammans"),
}
_OF_PLACE = ("outcomes", "durations", "reversals", "activity")


@router.get("/statistik/partier")
def pairs_page(request: Request, session: Public, kommun: Typed = "", ar: Year = None) -> Response:
    """Which parties reserved themselves and moved together, each party against each other one of a municipality."""
    places = _places(session)
    place = _one(kommun, places)
    rows = pairs(session, Asked(municipality=place, year=ar)) if place else []
    return render(
        request,
        "pairs.html",
        asked={"kommun": place, "ar": ar or ""},
        places=places,
        place=place,
        tables=[(kind, *matrix([row for row in rows if row["kind"] == kind])) for kind in ("reservations", "yrkanden")],
        list_page=list_page,
        twins_of=_twins(["pairs"], {"municipality": place, "year": ar}),
    )


@router.get("/statistik/tackning")
def coverage_page(
    request: Request, session: Public, kommun: Typed = "", organ: Typed = "", ar: Year = None, sida: Part = 1
) -> Response:
    """What is here of each body and year: meetings, from when to when, and the numbers of §§ that lack."""
    return _by_body(request, session, "coverage.html", _COVERAGE, (kommun, organ, ar), sida)


@router.get("/kvalitet")
def quality_page(
    request: Request, session: Public, kommun: Typed = "", organ: Typed = "", ar: Year = None, sida: Part = 1
) -> Response:
    """How much of each body and year is not read, in doubt or noticed; of what is published, which is all that is counted."""
    return _by_body(request, session, "quality.html", "/kvalitet", (kommun, organ, ar), sida)


def outcomes_by_party(rows: Sequence[Row]) -> list[tuple[str | None, dict[str | None, Count], Count]]:
    """Each party with its motions by outcome, all years together, and how many they are; None is those of no party."""
    by: dict[str | None, dict[str | None, list[Count]]] = defaultdict(lambda: defaultdict(list))
    of: dict[str | None, dict[int | None, Count]] = defaultdict(dict)
    for row in rows:
        by[row["party"]][row["outcome"]].append(row["motions"])
        of[row["party"]][row["year"]] = row["of"]
    return [
        (party, {outcome: _sum(counts) for outcome, counts in ended.items()}, _sum(list(of[party].values())))
        for party, ended in sorted(by.items(), key=lambda one: one[0] or "~")
    ]


def matrix(rows: Sequence[Row]) -> tuple[list[str], dict[tuple[str, str], Row]]:
    """The parties of the pairs, and each pair under both its orders."""
    cells = {pair: row for row in rows for pair in ((row["party"], row["other"]), (row["other"], row["party"]))}
    return sorted({party for party, _other in cells}), cells


def _sum(counts: Sequence[Count]) -> Count:
    """Counts of several years as one, with the list that has no year."""
    path, _, query = counts[0]["list"].partition("?")
    params = [one for one in query.split("&") if not one.startswith(("raised_", "has_day"))]
    return Count(n=sum(count["n"] for count in counts), list=f"{path}?{'&'.join(params)}")


def _by_body(
    request: Request, session: Session, template: str, path: str, typed: tuple[str, str, int | None], part: int
) -> Response:
    place, body, year = typed
    asked = {"kommun": place, "organ": body, "ar": year or ""}
    try:
        rows = outlines(session, as_named(session, Asked(place or None, body or None, year)))
    except UnknownName:
        rows = []
    rows.sort(key=lambda row: (row.body.municipality["name"], row.body.ref["name"], -row.year))
    shown = rows[(part - 1) * _MANY : part * _MANY]
    return render(
        request,
        template,
        path=path,
        asked=asked,
        rows=detailed(session, shown) if path == _COVERAGE else [one.row for one in shown],
        total=len(rows),
        bodies=meeting_bodies(session, place or None),
        places=_places(session),
        list_page=list_page,
        missing_page=_missing_page,
        unsure_page=_unsure_page,
        previous=address(path, {**asked, "sida": part - 1}) if part > 1 else None,
        further=address(path, {**asked, "sida": part + 1}) if part * _MANY < len(rows) else None,
        twins_of=[
            (gettext(N_("Täckning") if path == _COVERAGE else N_("Kvalitet")), as_json, as_csv)
            for _name, as_json, as_csv in _twins(["coverage"], {"municipality": place, "body": body, "year": year})
        ],
    )


def _missing_page(row: Row) -> str:
    """Where every number of a § that lacks of a body and year is listed."""
    asked = {"kommun": row["municipality"]["slug"], "organ": row["body"]["id"], "ar": row["year"]}
    return f"{address(_COVERAGE, asked)}#fattas"


def _unsure_page(row: Row, mark: str) -> str:
    """Where the documents of a body and year are listed that have unread lines (`olasta`) or doubts (`tvivel`)."""
    of_year = days_of(row["year"], "fran", "till")
    return address("/handlingar", {"organ": row["body"]["id"], **of_year, mark: "1"})


def _twins(kinds: Sequence[str], params: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What each kind of figure is called, and where the API has it as JSON and as CSV."""
    home = f"{PREFIX}/statistics"
    return [
        (gettext(_WORDS[kind]), address(f"{home}/{kind}", params), address(f"{home}/{kind}.csv", params))
        for kind in kinds
    ]


def _places(session: Session) -> dict[str, str]:
    return {body.place: body.town for body in meeting_bodies(session, None)}


def _one(typed: str, places: Mapping[str, str]) -> str:
    """The municipality that is asked for, or where none is the only one that is here; empty of one that is not, and where there are
    several to choose from."""
    if typed or len(places) != 1:
        return typed if typed in places else ""
    return next(iter(places))
