"""What was done about a file: by whom, when and why, and each act undone by another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fastapi.responses import RedirectResponse, Response

from app.acts import release, undo
from app.db import reading
from app.desk.releasing import has_to_be_read
from app.desk.rendering import render
from app.desk.review import filed_file, seen
from app.desk.visits import Visit
from app.errors import NotFound
from app.language.acts import act_words, kind_of_entry
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.language.reasons import is_ours
from app.queries.file_history import file_history
from app.queries.history import HistoryRow
from app.queries.review import FiledReading, ReviewDocument, documents_in_file
from app.register.parts import ActKind
from app.security.roles import Role


def history_page(visit: Visit) -> Response:
    filed, documents, rows = _history(visit)
    withdrawn = _withdrawn(rows, documents)
    mine = {seq for seq, one in withdrawn.items() if visit.may(Role.REGISTRAR, filed.municipality, one["body"])}

    def undoable(row: HistoryRow) -> bool:
        return _is_undoable(row) or row["seq"] in mine

    return render(visit, "history.html", filed=filed, rows=rows, says=_says, is_undoable=undoable)


def undo_act(visit: Visit) -> Response:
    """Undo an act on this file, by its number. A document that was withdrawn is released again, as the rules of releasing have it:
    one that has to be read first is released on its own page."""
    filed, documents, rows = _history(visit)
    undoable = {row["seq"]: row["said"]["act"] for row in rows if _is_undoable(row)}
    withdrawn = _withdrawn(rows, documents)
    for document in documents:
        visit.needs(Role.REVIEWER, filed.municipality, document["body"])
    number = int(visit.path("number")) if visit.path("number").isdigit() else 0
    if number in withdrawn:
        visit.needs(Role.REGISTRAR, filed.municipality, withdrawn[number]["body"])
        if has_to_be_read(visit, withdrawn[number]):
            return RedirectResponse(f"/desk/import/{filed.import_id}/slapp/{withdrawn[number]['id']}", status_code=303)
        release(visit.stores, withdrawn[number]["id"], visit.actor(N_("ångrat")))
        return _to_history(filed)
    if number not in undoable:
        raise NotFound
    if undoable[number] == ActKind.MASK:
        for document in documents:
            visit.needs(Role.REGISTRAR, filed.municipality, document["body"])
    undo(visit.stores, number, visit.actor(N_("ångrat")))
    return _to_history(filed)


def _history(visit: Visit) -> tuple[FiledReading, list[ReviewDocument], list[HistoryRow]]:
    with reading(visit.stores.desk) as session:
        filed = filed_file(session, visit)
        documents = seen(visit, filed, documents_in_file(session, filed))
        return filed, documents, file_history(session, filed, documents)


def _to_history(filed: FiledReading) -> Response:
    return RedirectResponse(f"/desk/import/{filed.import_id}/historik", status_code=303)


def _withdrawn(rows: Sequence[HistoryRow], documents: Sequence[ReviewDocument]) -> Mapping[int, ReviewDocument]:
    """The document that each withdrawal which can be undone took from the public, by the entry's number: one that a person withdrew,
    and of whose pages nothing has been read or decided since. What a new reading or an undone mask took back is looked at first."""
    found: dict[int, ReviewDocument] = {}
    by_pages = {(one["first_page"], one["last_page"]): one for one in documents if not one["public"]}
    undone = {row["seq"] for row in rows if row["kind"] == "undo"}
    for row in rows:
        if row["kind"] == "reading":
            found.clear()
        if row["kind"] not in {"release", "withdraw"}:
            continue
        first, last = row["said"]["pages"]
        found = {seq: one for seq, one in found.items() if one["last_page"] < first or last < one["first_page"]}
        by_hand = row["kind"] == "withdraw" and not is_ours(row["reason"]) and row["seq"] - 1 not in undone
        if by_hand and (first, last) in by_pages:
            found[row["seq"]] = by_pages[first, last]
    return found


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
