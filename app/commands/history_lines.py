"""The journal's entries on a matter in words, one line each: what was filed, read, released, done and undone."""

from __future__ import annotations

from typing import Any

from app.language.acts import act_words, kind_of_entry
from app.language.i18n import gettext
from app.language.reasons import reason_words
from app.queries.history import HistoryRow

_ = gettext


def entry_line(row: HistoryRow) -> str:
    """`3  2026-11-23T13:37:00Z  anna  åtgärd (fel i protokollet): rättat, rubrik: Torget → Torget vid ån`."""
    kind = kind_of_entry(row["kind"])
    content = row["said"]
    if content.get("bytes") == 0 or content.get("file") == "":
        kind = _("inlagt för hand")
    reason = reason_words(row["reason"])
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
            return act_words(content)
        case _:
            return [_("post {seq}").format(seq=value) for value in content.values()]


def _reader(reader: Any) -> str:
    return f"{reader['name']} {reader['version']}" if isinstance(reader, dict) else str(reader)
