"""`diarium history DNR`: what was done about a matter, when, by whom and why."""

from __future__ import annotations

from app.commands.held_lines import say_held
from app.commands.history_lines import entry_line
from app.commands.installation import installation
from app.commands.terminal import json_text, write
from app.db import reading
from app.errors import CaseNotFound
from app.language.printable import printable
from app.queries.cases import find
from app.queries.history import documents_in, history


def show_history(number: str, *, as_json: bool) -> None:
    """Print the journal's entries on the matter. Raises `CaseNotFound`."""
    with installation() as stores, reading(stores.desk) as session:
        cases = find(session, number)
        if not cases:
            raise CaseNotFound(number)
        rows = history(session, cases[0]["matter_id"])
        say_held(session, documents_in(session, cases[0]["matter_id"]))
    if as_json:
        write(json_text(rows))
        return
    for row in rows:
        write(printable(entry_line(row)))
