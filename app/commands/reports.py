"""`diarium reports list|answer`: what readers say is wrong, and what they are answered."""

from __future__ import annotations

from dataclasses import asdict

from rich.table import Table

from app.commands.installation import actor, installation
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading, writing
from app.errors import Exit
from app.journal.reports import Report, answer_report, reports_of
from app.language.i18n import gettext
from app.language.printable import printable
from app.today import day_at

_ = gettext


def listed(*, answered: bool, as_json: bool) -> Exit:
    """Print those that wait for an answer, or all; 3 where any waits."""
    with installation() as stores, reading(stores.desk) as session:
        rows = reports_of(session, answered=answered)
    if as_json:
        write(json_text([asdict(row) for row in rows]))
    elif rows:
        _print(rows)
        say(_("Besvara med: diarium reports answer NUMMER SVAR"))
    else:
        say(_("Inga felanmälningar väntar."))
    return Exit.NEEDS_REVIEW if any(row.answered_at is None for row in rows) else Exit.DONE


def answer(number: str, text: str, by: str | None) -> None:
    """Answer one, for whoever holds its number. Raises `ReportNotFound`, `NothingNew`."""
    with installation() as stores, writing(stores.desk, alone=False) as session:
        answer_report(session, number, text.strip(), by or actor())
    say(_("Felanmälan {number} är besvarad: svaret står på /fel/{number}").format(number=printable(number)))


def _print(rows: list[Report]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Nummer"), _("Kom in"), _("Gäller"), _("Vad"), _("Svar")):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(cell, (row.number, str(day_at(row.at)), row.address, row.content, row.answer or "–")))
    out().print(table)
