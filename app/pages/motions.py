"""The motions that wait: how old each is, where it lies, and when it is due; as a page to print and as CSV."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.exports.motions import as_csv
from app.language.deadlines import resting_sentence, standing_word
from app.pages.listed import Part, Typed, address
from app.pages.rendering import render
from app.queries.bearers import movers_at
from app.queries.listing import Where
from app.queries.lists.motions import MOTIONS
from app.queries.motion_account import part_of_account
from app.queries.motions import motion_places, of_account, unanswered
from app.queries.statistics.counted import days_of
from app.today import today
from app.web.answers import Public, answer
from app.web.days import TypedYear, typed_day

router = APIRouter()

_LONGEST, _MANY = 100, 25
Place = Annotated[str | None, Query(max_length=_LONGEST)]
Day = Annotated[str | None, Query(max_length=_LONGEST)]


@router.get("/motioner")
def motions_page(
    request: Request,
    session: Public,
    q: Typed = "",
    kommun: Place = None,
    dag: Day = None,
    over: str = "",
    alla: str = "",
    vackt: TypedYear = "",
    sida: Part = 1,
) -> Response:
    """Redovisning av obesvarade motioner on a day; `over=1` keeps those whose year has passed, `vackt` those that were raised
    in that year."""
    day = _day(dag)
    asked = {"q": q.strip(), "kommun": kommun or "", "dag": dag or "", "over": over, "alla": alla, "vackt": vackt}
    query = urlencode({name: value for name, value in asked.items() if value})
    part = part_of_account(
        session,
        day,
        first=(sida - 1) * _MANY,
        many=_MANY,
        place=kommun,
        overdue=over == "1",
        ended=alla == "1",
        year=_year(vackt),
        also=_holding(session, q),
    )
    rows = of_account(session, part.ids, day, ended=alla == "1")
    return render(
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
        asked=asked,
        csv=f"/motioner.csv?{query}",
        twin=f"/api/v1/motions?{urlencode(_twin(asked))}",
    )


@router.get("/motioner.csv")
def motions_csv(
    request: Request,
    session: Public,
    q: Typed = "",
    kommun: Place = None,
    dag: Day = None,
    over: str = "",
    alla: str = "",
    vackt: TypedYear = "",
    excel: str = "",
) -> Response:
    """The same as CSV; `excel=1` with a byte order mark and semicolons."""
    day = _day(dag)
    rows = unanswered(
        session,
        day,
        place=kommun,
        overdue=over == "1",
        ended=alla == "1",
        year=_year(vackt),
        also=_holding(session, q),
    )
    name = f"obesvarade-motioner-{day.isoformat()}.csv"
    return answer(
        request,
        as_csv(rows, excel=excel == "1").encode(),
        "text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _twin(asked: dict[str, str]) -> dict[str, str]:
    """The same question to the API."""
    told = {
        "q": asked["q"],
        "municipality": asked["kommun"],
        "today": asked["dag"],
        "overdue": "true" if asked["over"] == "1" else "",
        **days_of(_year(asked["vackt"]), "raised_from", "raised_to"),
        "standing": "" if asked["alla"] == "1" else "unanswered",
    }
    return {name: value for name, value in told.items() if value}


def _year(typed: str) -> int | None:
    """The year asked for, None where there was none such."""
    return int(typed) if typed > "0000" else None


def _holding(session: Session, words: str) -> list[Where]:
    """That a motion, or its matter's title, holds the words, as the API's list has it."""
    sought = MOTIONS.filters["q"].sought
    return [sought(session, words)] if words.strip() and sought else []


def _day(typed: str | None) -> dt.date:
    """The day asked for, else today. Raises `BadParameter`."""
    return typed_day("dag", typed) if typed else today()
