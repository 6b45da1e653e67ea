"""`diarium links`: which case numbers are one matter, which are not, and what speaks for it."""

from __future__ import annotations

from rich.table import Table

from app.commands.installation import installation
from app.commands.tables import cell, out
from app.commands.terminal import json_text, write
from app.db import reading
from app.language.i18n import gettext
from app.language.links import evidence_word
from app.queries.links import LinkRow, bodies_proposed, bodies_refused, links_proposed, links_said

_ = gettext


def links(*, proposed: bool, as_json: bool) -> None:
    """Print the pairs with what speaks for each."""
    with installation() as stores, reading(stores.desk) as session:
        rows = (
            [*links_proposed(session), *bodies_proposed(session)]
            if proposed
            else [*links_said(session), *bodies_refused(session)]
        )
    if as_json:
        write(json_text(rows))
    else:
        _print_links(rows)


def _print_links(rows: list[LinkRow]) -> None:
    states = {"joined": _("samma ärende"), "refused": _("inte samma ärende"), "proposed": _("förslag")}
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Ärende"), _("och"), _("är"), _("enligt"), _("där det står")):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(
            *(cell(v) for v in (row["one"], row["other"], states[row["state"]], evidence_word(row["evidence"]))),
            cell(row["quote"] or "", limit=160),
        )
    out().print(table)
