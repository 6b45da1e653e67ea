"""`diarium held`: what the public has not been shown, why, and how it is released."""

from __future__ import annotations

from rich.table import Table

from app.commands import held_lines
from app.commands.installation import installation
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.errors import Exit
from app.language.codes import kind_word
from app.language.i18n import gettext
from app.queries.held import HeldRow, held_documents

_ = gettext


def held(*, as_json: bool) -> Exit:
    """Print each document with its reasons; 3 where there is any."""
    with installation() as stores, reading(stores.desk) as session:
        rows = held_documents(session)
    if as_json:
        write(json_text(held_lines.as_json(rows)))
    elif rows:
        _print(rows)
        say(_("Läs sidan i filen. Släpp sedan med: diarium act release HANDLING --reason …"))
    else:
        say(_("Inget hålls inne."))
    return Exit.NEEDS_REVIEW if rows else Exit.DONE


def _print(rows: list[HeldRow]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Handling"), _("Vad"), _("Fil"), _("Sidor"), _("Varför")):
        table.add_column(heading, overflow="fold")
    for row in rows:
        what = ", ".join(part for part in (kind_word(row["kind"]), row["body"], row["date"]) if part)
        pages = f"{row['first_page']}–{row['last_page']}"
        table.add_row(
            cell(row["document"]),
            cell(what),
            cell(row["file"], limit=60),
            cell(pages),
            cell("\n".join(held_lines.sentences(row))),
        )
    out().print(table)
