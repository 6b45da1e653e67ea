"""What was done about a file: by whom, when and why, and each act undone by another."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response

from app.acts import undo
from app.db import reading
from app.desk.rendering import render
from app.desk.review import filed_file, seen
from app.desk.visits import Visit
from app.errors import NotFound
from app.language.acts import act_words, kind_of_entry
from app.language.i18n import gettext as _
from app.queries.file_history import file_history
from app.queries.history import HistoryRow
from app.queries.review import documents_in_file
from app.register.parts import ActKind
from app.security.roles import Role


def history_page(visit: Visit) -> Response:
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
        rows = file_history(session, filed, documents)
    return render(visit, "history.html", filed=filed, rows=rows, says=_says, is_undoable=_is_undoable)


def undo_act(visit: Visit) -> Response:
    """Undo an act on this file, by its number."""
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
        rows = [row for row in file_history(session, filed, documents) if _is_undoable(row)]
        undoable = {row["seq"]: row["said"]["act"] for row in rows}
    for document in documents:
        visit.needs(Role.REVIEWER, filed.municipality, document["body"])
    number = visit.path("number")
    if not number.isdigit() or int(number) not in undoable:
        raise NotFound
    if undoable[int(number)] == ActKind.MASK:
        for document in documents:
            visit.needs(Role.REGISTRAR, filed.municipality, document["body"])
    undo(visit.stores, int(number), visit.actor(_("ångrat")))
    return RedirectResponse(f"/desk/import/{filed.import_id}/historik", status_code=303)


def _says(row: HistoryRow) -> str:
    """`åtgärd: rättat, rubrik: Torget → Torget vid ån`."""
    content = row["said"]
    if row["kind"] == "act":
        return ", ".join(act_words(content))
    if row["kind"] in {"release", "withdraw"}:
        first, last = content["pages"]
        pages = str(first) if first == last else f"{first}–{last}"
        law = f", {content['law']}" if content.get("law") else ""
        return f"{kind_of_entry(row['kind'])}: {_('s. {pages}').format(pages=pages)}{law}"
    if row["kind"] == "reading":
        reader = content["reader"]
        return f"{kind_of_entry(row['kind'])}: {reader['name']} {reader['version']}"
    return kind_of_entry(row["kind"])


def _is_undoable(row: HistoryRow) -> bool:
    return row["kind"] == "act" and row["undone_by"] is None and row["said"]["act"] != ActKind.PURGE
