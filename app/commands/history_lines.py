"""The journal's entries on a matter in words, one line each: what was filed, read, released, done and undone."""

from __future__ import annotations

from typing import Any

from app.journal.reasons import DEFAULT, HANDED_IN, READ_ANEW
from app.language.codes import field_word, value_words
from app.language.i18n import N_, gettext
from app.language.tables import table_word
from app.queries.history import HistoryRow
from app.register.amending import words_of

_ = gettext
_KINDS = {
    "filing": N_("fil inlämnad"),
    "reading": N_("fil läst"),
    "release": N_("sidor släppta"),
    "withdraw": N_("sidor tillbakadragna"),
    "act": N_("åtgärd"),
    "undo": N_("åtgärd ångrad"),
}
_ACTS = {
    "link": N_("samma ärende"),
    "unlink": N_("inte samma ärende"),
    "choose": N_("vald text"),
    "corrected": N_("rättat protokoll"),
    "correct": N_("rättat"),
    "add": N_("tillagt"),
    "remove": N_("borttaget"),
    "date": N_("dag inskriven"),
    "default": N_("organets förval"),
    "merge": N_("två personer är en"),
    "split": N_("en annan person"),
    "rename": N_("organ bytte namn"),
    "divide": N_("organ delades"),
    "apart": N_("inte samma organ"),
}
_REASONS = {
    DEFAULT: N_("organets förval"),
    READ_ANEW: N_("en ny läsning gav skäl att se efter"),
    HANDED_IN: N_("inlämnad på nytt av den som råder över den"),
}


def entry_line(row: HistoryRow) -> str:
    """`3  2026-11-23T13:37:00Z  anna  åtgärd (fel i protokollet): rättat, rubrik: Torget → Torget vid ån`."""
    word = _KINDS.get(row["kind"], row["kind"])
    kind = _(word)
    content = row["said"]
    if content.get("bytes") == 0 or content.get("file") == "":
        kind = _("inlagt för hand")
    reason = _(_REASONS[row["reason"]]) if row["reason"] in _REASONS else row["reason"]
    why = f" ({reason})" if reason else ""
    undone = _(" – ångrad av {seq}").format(seq=row["undone_by"]) if row["undone_by"] else ""
    parts = ", ".join(_parts(row["kind"], content))
    return f"{row['seq']}  {row['at'][:19]}Z  {row['actor']}  {kind}{why}{undone}" + (f": {parts}" if parts else "")


def _parts(kind: str, content: dict[str, Any]) -> list[str]:
    match kind:
        case "filing":
            parts = [
                content.get("name") or content.get("file"),
                content.get("municipality", {}).get("name"),
                content.get("body"),
            ]
            return [str(part) for part in parts if part]
        case "reading":
            return [content["file"], _reader(content["reader"])] if content.get("file") else []
        case "release" | "withdraw":
            first, last = content["pages"]
            pages = str(first) if first == last else f"{first}–{last}"
            where = [_("s. {pages}").format(pages=pages), _("ur post {seq}").format(seq=content["filing"])]
            return [*where, *([content["law"]] if content.get("law") else [])]
        case "act":
            return _done(content)
        case _:
            return [_("post {seq}").format(seq=value) for value in content.values()]


def _reader(reader: Any) -> str:
    return f"{reader['name']} {reader['version']}" if isinstance(reader, dict) else str(reader)


def _done(content: dict[str, Any]) -> list[str]:
    """What an act was, what it bears on as people write it, and for a correction what became of what."""
    code = str(content["act"])
    what = [_(_ACTS[code]) if code in _ACTS else code]
    if "field" in content:
        field = str(content["field"])
        before = f"{value_words(field, content['from'])} → " if "from" in content else ""
        return [*what, f"{field_word(field)}: {before}{value_words(field, content.get('to'))}"]
    if code in {"add", "remove"}:
        return [*what, f"{table_word(content['table'])}: {words_of(content['to' if code == 'add' else 'from'])}"]
    if code in {"link", "unlink"}:
        return [*what, *(key.rpartition("|")[2] for key in content["keys"])]
    if code == "choose":
        return [*what, _("ur post {seq}").format(seq=content["filing"])]
    return what
