"""Redovisning av obesvarade motioner as people hand it on: a table's rows, CSV, and a page to print."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Sequence

from app import resources
from app.exports.cells import Cell
from app.exports.csv import table_csv
from app.language import i18n
from app.language.deadlines import basis_words, standing_word, state_word
from app.language.i18n import gettext
from app.language.outcomes import subject_answered
from app.language.printable import printable
from app.language.steps import step_says, step_title
from app.language.templates import environment
from app.register.matter_kind import MatterKind
from app.register.named import with_party
from app.register.standing import Standing
from app.schemas.motion_rows import MotionRow

_ = gettext


def headings() -> list[str]:
    """The columns, in the language in force."""
    return [
        _("Dnr"),
        _("Kommun"),
        _("Motion"),
        _("Motionärer"),
        _("Väckt"),
        _("Dagar"),
        _("Ligger hos"),
        _("Senaste händelse"),
        _("Avgörs senast"),
        _("Läge"),
        _("Anmärkning"),
        _("Fullmäktiges protokoll sedan dess"),
    ]


def cells(row: MotionRow) -> list[Cell]:
    """A motion as a row of those columns; what is not stated is empty."""
    clock, last = row["clock"], row["last"]
    day = f"{last['date'].isoformat()} " if last and last["date"] else ""
    return [
        (row["case"]["number"] if row["case"] else None) or "",
        row["municipality"]["name"],
        row["title"] or "",
        ", ".join(with_party(p["name"], p["party"]) for p in row["movers"]),
        clock["raised"].isoformat() if clock else "",
        clock["days"] if clock else None,
        row["lies"] or "",
        f"{day}{step_title(last)}: {step_says(last, subject=subject_answered(last['outcome'], MatterKind.MOTION))}"
        if last
        else announced_words(row),
        clock["due"].isoformat() if clock else "",
        _state(row),
        basis_words(clock["basis"]) if clock else "",
        rests_on(row),
    ]


def _state(row: MotionRow) -> str:
    """Where it stands: answered or withdrawn, else with its year."""
    if row["standing"] != Standing.UNANSWERED or row["clock"] is None:
        return standing_word(row["standing"])
    return state_word(row["clock"]["state"])


def rests_on(row: MotionRow) -> str:
    """The council's minutes since the motion was raised that are here, none of which ends it: `2024-06-19, 2026-06-11`."""
    days = [day.isoformat() for day in row["council_minutes"]]
    return ", ".join(days) or _("inget finns här")


def announced_words(row: MotionRow) -> str:
    """Where a motion was announced of which nothing else is here: `2026-06-11 Kommunfullmäktige § 266: anmäld`."""
    if row["announced"] is None:
        return ""
    at = row["announced"]["item"]
    return _("{day} {body} § {number}: anmäld").format(
        day=at["date"].isoformat(), body=at["body"]["name"], number=at["number"]
    )


def as_csv(rows: Sequence[MotionRow], *, excel: bool = False) -> str:
    """The table as CSV in UTF-8; for Excel with a byte order mark and semicolons."""
    return table_csv(headings(), map(cells, rows), excel=excel)


def as_html(rows: Sequence[MotionRow], on: dt.date) -> str:
    """The table as a page to print, which needs nothing beside it."""
    style = (resources.templates() / "motions.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        environment()
        .get_template("motions.html")
        .render(
            headings=headings(),
            rows=[["" if cell is None else printable(str(cell)) for cell in cells(row)] for row in rows],
            on=on,
            style=style,
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            language=i18n.language(),
        )
    )
