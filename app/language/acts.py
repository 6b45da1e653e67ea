"""What people do to what was read, in words: what kind of entry the journal has, and what an act was."""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.language.codes import field_word, value_words
from app.language.dates import date_text
from app.language.i18n import N_, gettext
from app.language.tables import table_word
from app.register.amending import words_of
from app.register.corrections import DATES

_ = gettext
_DAYS = {"date", *DATES}
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
    "dispatch": N_("expedierat"),
    "aside": N_("lagt åt sidan"),
    "access": N_("konton och nycklar"),
    "municipality": N_("kommun"),
}
_DECIDED = {
    "made": N_("konto skapat"),
    "granted": N_("roller ändrade"),
    "link": N_("ny engångsadress"),
    "sessions": N_("inloggningar avslutade"),
    "untied": N_("koppling borttagen"),
    "ended": N_("konto avslutat"),
    "key": N_("nyckel skapad"),
    "revoked": N_("nyckel återkallad"),
}


def kind_of_entry(kind: str) -> str:
    """What an entry of the journal is called: `release` → "sidor släppta"."""
    return gettext(_KINDS.get(kind, kind))


def act_words(content: dict[str, Any]) -> list[str]:
    """What an act was, what it bears on as people write it, and for a correction what became of what."""
    code = str(content["act"])
    if code == "apart" and "|person|" in str(content["keys"][0]):
        return [_("inte samma person")]
    return [_(_ACTS[code]) if code in _ACTS else code, *_details(code, content)]


def _details(code: str, content: dict[str, Any]) -> list[str]:
    if "field" in content:
        field = str(content["field"])
        before = f"{_value_words(field, content['from'])} → " if "from" in content else ""
        return [f"{field_word(field)}: {before}{_value_words(field, content.get('to'))}"]
    words: list[str] = []
    match code:
        case "add" | "remove":
            words = [f"{table_word(content['table'])}: {words_of(content['to' if code == 'add' else 'from'])}"]
        case "link" | "unlink":
            words = [key.rpartition("|")[2] for key in content["keys"]]
        case "mask":
            pages = ", ".join(map(str, sorted({page for page, *_box in content["boxes"]})))
            words = [_("s. {pages}").format(pages=pages), *([content["law"]] if content.get("law") else [])]
        case "choose":
            words = [_("ur post {seq}").format(seq=content["filing"])]
        case "access":
            words = [gettext(_DECIDED[content["decided"]]), str(content["whom"])]
        case "municipality":
            told = (content["called"], content["colour"], content["address"], content["contact"])
            words = [*(str(one) for one in told if one), *([_("stängd")] if content["closed"] else [])]
        case "dispatch":
            words = [str(content["to"]), _day_words(content["on"])]
        case "rename" | "divide" if content.get("on"):
            words = [_("från och med {day}").format(day=_day_words(content["on"]))]
    return words


def _value_words(field: str, value: Any) -> str:
    return _day_words(value) if field in _DAYS and value else value_words(field, value)


def _day_words(day: str) -> str:
    """A day as running text has it, as every other in these lists: `2025-03-05` → "5 mars 2025"."""
    return date_text(dt.date.fromisoformat(day))
