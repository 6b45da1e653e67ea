"""What people do to what was read, in words: what kind of entry the journal has, and what an act was."""

from __future__ import annotations

from typing import Any

from app.language.codes import field_word, value_words
from app.language.i18n import N_, gettext
from app.language.tables import table_word
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
    "approve": N_("granskat och godkänt"),
    "settle": N_("tvivel granskat"),
    "mask": N_("maskat"),
    "purge": N_("utplånat"),
}


def kind_of_entry(kind: str) -> str:
    """What an entry of the journal is called: `release` → "sidor släppta"."""
    return gettext(_KINDS.get(kind, kind))


def act_words(content: dict[str, Any]) -> list[str]:
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
    if code == "mask":
        pages = ", ".join(map(str, sorted({page for page, *_box in content["boxes"]})))
        return [*what, _("s. {pages}").format(pages=pages), *([content["law"]] if content.get("law") else [])]
    if code == "choose":
        return [*what, _("ur post {seq}").format(seq=content["filing"])]
    return what
