"""Ärendebalans as people hand it on: a table's rows, and CSV."""

from __future__ import annotations

from collections.abc import Sequence

from app.exports.cells import Cell
from app.exports.csv import table_csv
from app.language.i18n import gettext
from app.language.outcomes import subject_answered
from app.language.steps import status, step_says, step_title
from app.queries.balance import OpenMatter

_ = gettext


def headings() -> list[str]:
    """The columns, in the language in force."""
    return [
        _("Dnr"),
        _("Kommun"),
        _("Ärende"),
        _("Sedan"),
        _("Dagar"),
        _("Senaste händelse"),
        _("Dag"),
        _("Vad som väntas"),
    ]


def cells(row: OpenMatter) -> list[Cell]:
    """A matter as a row of those columns; what is not stated is empty."""
    case, last = row["case"], None if row["held"] else row["last"]
    return [
        case["number"] or "",
        case["municipality"]["name"],
        case["title"] or "",
        row["begun"].isoformat() if row["begun"] else "",
        row["days"],
        _("hålls av annan nämnd")
        if row["held"]
        else f"{step_title(last)}: {step_says(last, subject=subject_answered(last['outcome'], case['kind']))}"
        if last
        else "",
        last["date"].isoformat() if last and last["date"] else "",
        "" if row["held"] else status(case),
    ]


def as_csv(rows: Sequence[OpenMatter], *, excel: bool = False) -> str:
    """The table as CSV in UTF-8; for Excel with a byte order mark and semicolons."""
    return table_csv(headings(), map(cells, rows), excel=excel)
