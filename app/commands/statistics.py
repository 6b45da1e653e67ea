"""`diarium statistics KIND`: figures over the desk's register; each number in CSV and JSON has the list that it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from rich.table import Table

from app.commands.installation import installation
from app.commands.parameters.statistics import Format, Kind
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.exports.columns import Column, columns_of, plain_text
from app.exports.csv import csv_lines
from app.language.i18n import gettext
from app.queries.statistics.all import KINDS
from app.queries.statistics.counted import Asked, as_named
from app.schemas.statistics import STATISTICS

_ = gettext
# How wide a name is at least: numbers may break their headings, names are not cut to letters.
_NAME = 12


def show_statistics(
    kind: Kind, municipality: str | None, body: str | None, year: int | None, form: Format, *, excel: bool
) -> None:
    """Print the figures. Raises `BadParameter` where nothing here goes by a name that is asked for."""
    asked = Asked(municipality, body, year)
    with installation() as stores, reading(stores.desk) as session:
        asked = as_named(session, asked)
        rows = KINDS[kind](session, asked)
    columns = columns_of(STATISTICS[kind])
    match form:
        case Format.CSV:
            write(b"".join(csv_lines(rows, columns, excel=excel)).decode())
        case Format.JSON:
            write(json_text(orjson.loads(orjson.dumps({kind.value: rows}))))
        case Format.TABLE:
            _print(kind, columns, rows)


def _headings(kind: Kind) -> dict[str, str]:
    """What a terminal shows of each kind, by column: all of it is in CSV and JSON."""
    place, body, year = {"municipality.name": _("Kommun")}, {"body.name": _("Organ")}, {"year": _("År")}
    motions, party = {"motions.n": _("Motioner")}, {"party": _("Parti")}
    shown: dict[Kind, dict[str, str]] = {
        Kind.COVERAGE: {
            **(place | body | year),
            "meetings.n": _("Möten"),
            "minutes.n": _("Protokoll"),
            "items.n": "§§",
            "missing": _("Luckor"),
            "without_outcome.n": _("Utan utfall"),
            "unread_lines": _("Olästa rader"),
            "doubts": _("Tveksamt"),
        },
        Kind.OUTCOMES: {**(place | party | year), "outcome": _("Utfall"), **motions, "of.n": _("Av")},
        Kind.DURATIONS: {
            **(place | year | motions),
            "decided.n": _("Avgjorda"),
            "lower_quartile": _("Undre kvartil, dagar"),
            "median": _("Median, dagar"),
            "upper_quartile": _("Övre kvartil, dagar"),
        },
        Kind.PAIRS: {
            **(place | {"kind": _("Vad")} | party | {"other": _("Och")}),
            "items.n": "§§",
            "together.n": _("Tillsammans"),
            "of_party.n": _("Av det första"),
            "of_other.n": _("Av det andra"),
        },
        Kind.REVERSALS: {
            **(place | body | year),
            "items.n": "§§",
            "items_against_board.n": _("Emot styrelsen"),
            "votes.n": _("Voteringar"),
            "votes_against_board.n": _("Voteringar emot styrelsen"),
        },
        Kind.ACTIVITY: {
            **(place | {"person.name": _("Namn")} | body),
            "yrkanden.n": _("Yrkanden"),
            "reservations.n": _("Reservationer"),
            "statements.n": _("Yttranden"),
            "votes.n": _("Voteringar"),
        },
    }
    return shown[kind]


def _print(kind: Kind, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        say(_("Det finns inget att räkna."))
        return
    headings = _headings(kind)
    shown = [column for column in columns if column.name in headings]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in shown:
        name = column.name.endswith(".name")
        table.add_column(headings[column.name], overflow="fold", min_width=_NAME if name else None)
    for row in rows:
        table.add_row(*(cell(plain_text(column.value(row))) for column in shown))
    out().print(table)
    say(_("Varje tal räknar en lista i API:et: --format csv visar vilken."))
