"""What lies and waits: the open matters of a body, and the motions that the council has not answered, as a document to hand to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi.responses import Response

from app.acts.days import day
from app.db import reading
from app.desk.meetings import bodies_offered
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import EntityNotFound
from app.exports import balance, motions, motions_pdf
from app.queries.balance import OpenMatter, open_matters
from app.queries.balance_seen import as_seen
from app.queries.bodies_kept import KeptBody, bodies_kept
from app.queries.motions import motion_places, unanswered
from app.queries.stands import Stand, stands_of_matters
from app.schemas.motion_rows import MotionRow
from app.security.roles import Role
from app.today import today

_MOST = 200
_CSV = "text/csv; charset=utf-8"


def balance_page(visit: Visit) -> Response:
    """The open matters that whoever asks may see, some of them; all are in the CSV."""
    rows, offered = _open(visit)
    shown = rows[:_MOST]
    with reading(visit.stores.desk) as session:
        stands = stands_of_matters(session, [row["case"]["matter_id"] for row in shown], latest=True)
    asked = {"organ": visit.asked("organ"), "vantar": visit.asked("vantar")}
    return render(
        visit,
        "balance.html",
        rows=[(row, balance.cells(row), _own(visit, row, stands.get(row["case"]["matter_id"], []))) for row in shown],
        total=len(rows),
        more=len(rows) - len(shown),
        headings=balance.headings(),
        offered=offered,
        body=asked["organ"],
        waiting=asked["vantar"] == "1",
        query=urlencode({name: value for name, value in asked.items() if value}),
        today=today(),
    )


def balance_csv(visit: Visit) -> Response:
    """All of them as CSV; `excel=1` with a byte order mark and semicolons."""
    rows, _offered = _open(visit)
    made = balance.as_csv(rows, excel=visit.asked("excel") == "1").encode()
    return _file(made, _CSV, f"arendebalans-{today().isoformat()}.csv")


def motions_page(visit: Visit) -> Response:
    """The motions unanswered on a day, in the forms that they can be handed on in."""
    on, place = _day(visit), visit.asked("kommun")
    with reading(visit.stores.desk) as session:
        places = motion_places(session, lambda municipality: visit.may(Role.READER, municipality))
    rows = _motions(visit, on, place)
    return render(
        visit,
        "motions.html",
        rows=[motions.cells(row) for row in rows],
        headings=motions.headings(),
        on=on,
        place=place,
        places=places,
        query=urlencode({"dag": on.isoformat(), **({"kommun": place} if place else {})}),
        has_pdf=motions_pdf.is_there(),
    )


def motions_document(visit: Visit) -> Response:
    """The account as an accessible PDF (PDF/A-2a). Raises `WrongUse` where what makes it is not installed."""
    on, place = _day(visit), visit.asked("kommun")
    made = motions_pdf.as_pdf(_motions(visit, on, place), on)
    return _file(made, "application/pdf", f"obesvarade-motioner-{on.isoformat()}.pdf")


def motions_print(visit: Visit) -> Response:
    """The account as a page to print."""
    on = _day(visit)
    page = motions.as_html(_motions(visit, on, visit.asked("kommun")), on)
    return Response(page.encode(), media_type="text/html; charset=utf-8")


def motions_csv(visit: Visit) -> Response:
    """The account as CSV; `excel=1` with a byte order mark and semicolons."""
    on = _day(visit)
    made = motions.as_csv(_motions(visit, on, visit.asked("kommun")), excel=visit.asked("excel") == "1").encode()
    return _file(made, _CSV, f"obesvarade-motioner-{on.isoformat()}.csv")


def _open(visit: Visit) -> tuple[list[OpenMatter], list[KeptBody]]:
    """The open matters of the body that is asked for, or of every municipality that whoever asks may see whole; and the bodies
    that can be asked for. Raises `EntityNotFound` for a body that they may not see."""
    asked = visit.asked("organ")
    with reading(visit.stores.desk) as session:
        there = bodies_kept(session)
        offered = bodies_offered(visit, there)
        body = next((one for one in there if one["id"] == asked), None)
        if asked and (body is None or not visit.may(Role.READER, body["municipality"], body["name"])):
            raise EntityNotFound(asked)
        places = {one["municipality"] for one in there if visit.may(Role.READER, one["municipality"])}
        rows = open_matters(
            session,
            today(),
            body=asked or None,
            places=None if asked else sorted(places),
            awaited=visit.asked("vantar") == "1",
        )
        with reading(visit.stores.public) as public:
            rows = as_seen(session, public, rows, lambda place, of: visit.may(Role.READER, place, of), today())
    return rows, offered


def _own(visit: Visit, row: OpenMatter, stands: Sequence[Stand]) -> list[Stand]:
    """Where whoever asks may look."""
    place = str(row["case"]["municipality"]["id"])
    return [stand for stand in stands if visit.may(Role.READER, place, stand["body"])]


def _motions(visit: Visit, on: dt.date, place: str) -> list[MotionRow]:
    """The motions of the municipalities that whoever asks may see whole."""
    with reading(visit.stores.desk) as session:
        rows = unanswered(session, on, place=place or None)
    return [row for row in rows if visit.may(Role.READER, row["municipality"]["id"])]


def _day(visit: Visit) -> dt.date:
    return day(visit.asked("dag")) if visit.asked("dag") else today()


def _file(made: bytes, media_type: str, name: str) -> Response:
    return Response(made, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
