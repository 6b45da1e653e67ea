"""The motions that wait: how old each is, where it lies, and when it is due; as a page to print and as CSV."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, NamedTuple
from urllib.parse import urlencode

import sqlalchemy as sa
from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import BadParameter
from app.exports.motions import as_csv
from app.language.codes import outcome_word
from app.language.deadlines import resting_sentence, standing_word
from app.language.hits import STATUSES
from app.language.i18n import N_, gettext
from app.models.register import motions, municipalities
from app.pages.listed import Part, Typed, address
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.bearers import movers_at
from app.queries.listing import Where
from app.queries.lists.motions import MOTIONS
from app.queries.meant import municipality_meant
from app.queries.motion_account import part_of_account
from app.queries.motions import motion_places, of_account, unanswered
from app.queries.parties import letters_of
from app.queries.statistics.counted import days_of, in_year
from app.queries.understood import UnknownName, understood
from app.today import today
from app.web.answers import Public, answer
from app.web.days import TypedYear, typed_day
from importers.bundle import Outcome

router = APIRouter()

_MANY = 25
# What an address says for motions of whose outcome nothing is read.
NO_OUTCOME = "inget"


class Narrowed(NamedTuple):
    """What the motions are narrowed to, as typed."""

    q: str
    kommun: str
    dag: str
    over: str
    alla: str
    vackt: str
    parti: str
    utfall: str
    avgjord: str
    lage: str


def narrowed(
    q: Typed = "",
    kommun: Typed = "",
    dag: Typed = "",
    over: str = "",
    alla: str = "",
    vackt: TypedYear = "",
    parti: Typed = "",
    utfall: Typed = "",
    avgjord: TypedYear = "",
    lage: Typed = "",
) -> Narrowed:
    """What is asked by an outcome, the year of the end or where the matter stands is asked of those that have ended, too.
    Raises `BadParameter` for an outcome or a standing that there is not."""
    for name, typed, choices in (
        ("utfall", utfall, (*MOTIONS.filters["outcome"].choices, NO_OUTCOME)),
        ("lage", lage, MOTIONS.filters["status"].choices),
    ):
        if typed and typed not in choices:
            raise BadParameter(name, typed, list(choices))
    ended = alla == "1" or bool(utfall or avgjord or lage)
    return Narrowed(q.strip(), kommun, dag, over, "1" if ended else "", vackt, parti, utfall, avgjord, lage)


Asked = Annotated[Narrowed, Depends(narrowed)]


@router.get("/motioner")
def motions_page(request: Request, session: Public, typed: Asked, sida: Part = 1) -> Response:
    """Redovisning av obesvarade motioner on a day; `over=1` keeps those whose year has passed, `vackt` those that were raised
    in that year; `alla=1` has those too that have ended, `avgjord` those that did in that year, `utfall` as that."""
    day = _day(typed.dag)
    asked = typed._replace(kommun=_slug(session, typed.kommun))._asdict()
    query = urlencode({name: value for name, value in asked.items() if value})
    part = part_of_account(session, day, first=(sida - 1) * _MANY, many=_MANY, **_conditions(session, typed, day))
    rows = of_account(session, part.ids, day, ended=typed.alla == "1")
    page = render(
        request,
        "waiting.html",
        standing_word=standing_word,
        resting=resting_sentence,
        day=day,
        rows=rows,
        bearers=movers_at(session, part.ids),
        total=part.total,
        previous=address("/motioner", {**asked, "sida": sida - 1}) if sida > 1 else None,
        further=address("/motioner", {**asked, "sida": sida + 1}) if sida * _MANY < part.total else None,
        places=motion_places(session),
        parties=letters_of(session, asked["kommun"] or None),
        outcomes={outcome.value: outcome_word(outcome.value) for outcome in Outcome}
        | {NO_OUTCOME: gettext(N_("inget utfall läst"))},
        standings={status: gettext(word) for status, word in STATUSES.items()},
        asked=asked,
        csv=f"/motioner.csv?{query}",
        twin=address("/api/v1/motions", _twin(asked)),
    )
    return lets_print(page)


@router.get("/motioner.csv")
def motions_csv(request: Request, session: Public, typed: Asked, excel: str = "") -> Response:
    """The same as CSV; `excel=1` with a byte order mark and semicolons."""
    day = _day(typed.dag)
    rows = unanswered(session, day, **_conditions(session, typed, day))
    name = f"{'motioner' if typed.alla == '1' else 'obesvarade-motioner'}-{day.isoformat()}.csv"
    return answer(
        request,
        as_csv(rows, excel=excel == "1").encode(),
        "text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _conditions(session: Session, typed: Narrowed, day: dt.date) -> dict[str, Any]:
    """How the account is narrowed."""
    return {
        "place": typed.kommun or None,
        "overdue": typed.over == "1",
        "ended": typed.alla == "1",
        "year": _year(typed.vackt),
        "also": _also(session, typed, day),
    }


def _slug(session: Session, place: str) -> str:
    """A municipality as addresses of pages name it, however it was."""
    query = sa.select(municipalities.c.slug).where(municipalities.c.id.in_(municipality_meant(place)))
    return session.execute(query).scalars().first() or place if place else ""


def _twin(asked: dict[str, str]) -> dict[str, str]:
    """The same question to the API."""
    told = {
        "q": asked["q"],
        "municipality": asked["kommun"],
        "today": asked["dag"],
        "overdue": "true" if asked["over"] == "1" and asked["alla"] != "1" else "",
        **days_of(_year(asked["vackt"]), "raised_from", "raised_to"),
        "party": asked["parti"],
        **_outcome(asked["utfall"], "false"),
        "status": asked["lage"],
        **days_of(_year(asked["avgjord"]), "ended_from", "ended_to"),
        "standing": "" if asked["alla"] == "1" else "unanswered",
    }
    return {name: value for name, value in told.items() if value}


def _outcome(typed: str, lacks: Any) -> dict[str, Any]:
    """What was decided in the end, or that nothing was read of it, as the API's list asks it."""
    return {"has_outcome": lacks} if typed == NO_OUTCOME else {"outcome": typed}


def _year(typed: str) -> int | None:
    """The year asked for, None where there was none such."""
    return int(typed) if typed > "0000" else None


def _also(session: Session, typed: Narrowed, day: dt.date) -> list[Where]:
    """What else the motions meet, as the API's list has it; none meets a party that is not here."""
    given = {"q": typed.q, "party": typed.parti, "status": typed.lage, **_outcome(typed.utfall, False)}
    try:
        meant = understood(session, MOTIONS, {name: value for name, value in given.items() if value != ""})
    except UnknownName:
        return [sa.false()]
    where = []
    for name, value in meant.items():
        one = MOTIONS.filters[name]
        if one.sought:
            where.append(one.sought(session, value))
        elif one.where:
            where.append(one.where(value))
    if (year := _year(typed.avgjord)) is not None:
        where += [in_year(motions.c.ended, year), motions.c.ended <= day]
    return where


def _day(typed: str) -> dt.date:
    """The day asked for, else today. Raises `BadParameter`."""
    return typed_day("dag", typed) if typed else today()
