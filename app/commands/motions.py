"""`diarium motions`: redovisning av obesvarade motioner for a day, as a table, CSV, JSON or a page to print."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from rich.table import Table

from app.acts.days import day as typed_day
from app.commands.installation import installation
from app.commands.parameters.motions import Format
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.exports.motions import as_csv, as_html, cells, headings
from app.language.i18n import gettext
from app.queries.motions import unanswered
from app.schemas.motion_rows import MotionRow
from app.today import today

_ = gettext


# How wide each column is that a terminal has room for; the motion's title takes what is left, and the other forms the rest.
_TITLE = 2
_SHOWN = {0: 14, _TITLE: 20, 4: 10, 5: 5, 6: 17, 8: 10, 9: 9}
_BETWEEN = 2
# What a narrow terminal does without, the first first: the days, and the day that they are counted from.
_SPARED = (5, 4)


def show_motions(on: str | None, form: Format, *, overdue: bool, ended: bool, excel: bool) -> None:
    """Print the account. Raises `WrongUse` for a day that is none."""
    day = typed_day(on) if on else today()
    with installation() as stores, reading(stores.desk) as session:
        rows = unanswered(session, day, overdue=overdue, ended=ended)
    match form:
        case Format.CSV:
            write(as_csv(rows, excel=excel))
        case Format.JSON:
            write(json_text(orjson.loads(orjson.dumps({"on": day, "motions": rows}))))
        case Format.HTML:
            write(as_html(rows, day))
        case Format.TABLE:
            print_motions(rows)
            say(
                _(
                    "Obesvarad betyder att inget av de fullmäktigeprotokoll som finns här avgör motionen: --format csv visar vilka."
                )
            )


def print_motions(rows: Sequence[MotionRow]) -> None:
    if not rows:
        say(_("Inga obesvarade motioner finns i registret."))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    console, names = out(), headings()
    shown = _fitting(console.width)
    for place, width in shown.items():
        table.add_column(names[place], overflow="fold", width=width)
    for row in rows:
        written = cells(row)
        table.add_row(*(cell("" if written[place] is None else written[place]) for place in shown))
    console.print(table)


def _fitting(width: int) -> dict[int, int]:
    """The columns that there is room for, with the width of each."""
    shown = dict(_SHOWN)
    for place in _SPARED:
        if _taken(shown) > width:
            del shown[place]
    shown[_TITLE] += max(0, width - _taken(shown))
    return shown


def _taken(shown: dict[int, int]) -> int:
    return sum(shown.values()) + _BETWEEN * (len(shown) - 1)
