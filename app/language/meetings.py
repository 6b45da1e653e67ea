"""A meeting in words: who was there, what is missing of its minutes, and the days that the law sets for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from app.language.dates import date_text
from app.language.i18n import N_, gettext, ngettext
from app.language.lists import listed
from app.language.numbers import number_text
from app.register.deadlines import last_day_to_appeal, last_day_to_post, last_day_to_verify

_ = gettext
_ROLES = {
    "chair": N_("Ordförande"),
    "member": N_("Beslutande"),
    "substitute": N_("Ersättare"),
    "other": N_("Övriga närvarande"),
    "serving": N_("Tjänstgörande ersättare"),
}


class Attendee(NamedTuple):
    """Somebody present, and what is printed beside the name: `för Nils Ek, §§ 12–15`."""

    name: str
    party: str | None
    beside: str


def present_groups(present: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[Attendee]]]:
    """Those present under what the minutes list them as: `Beslutande`, `Tjänstgörande ersättare`."""
    groups: dict[str, list[Attendee]] = {}
    for person in present:
        role = "serving" if person["role"] == "substitute" and person["serving"] else person["role"]
        groups.setdefault(role, []).append(Attendee(person["name"], person["party"], presence_words(person)))
    order = ["chair", "member", "serving", "substitute", "other"]
    return [(_(_ROLES[role]), groups[role]) for role in order if role in groups]


def role_word(role: str, *, serving: bool) -> str:
    """What a list of those present has somebody as: `Beslutande`, `Tjänstgörande ersättare`."""
    return gettext(_ROLES["serving" if role == "substitute" and serving else role])


def presence_words(person: Mapping[str, Any]) -> str:
    """Whom somebody served for, at which §§, and what is noted: `för Nils Ek, §§ 12–15`; empty where nothing is printed."""
    parts = []
    if person["instead_of"]:
        parts.append(_("för {name}").format(name=person["instead_of"]))
    if person["items"]:
        parts.append(listed([_stretch(first, last) for first, last in person["items"]]))
    return ", ".join(part for part in (*parts, person["note"]) if part)


def _stretch(first: str, last: str) -> str:
    return f"§ {first}" if first == last else f"§§ {first}–{last}"


def marks_sentence(marked: Mapping[str, int]) -> str:
    """Which marks the §§ of a meeting bear: `1 § med votering, 2 §§ med yrkanden`."""
    words = {
        "has_vote": lambda n: ngettext("{n} § med votering", "{n} §§ med votering", n),
        "has_reservation": lambda n: ngettext("{n} § med reservation", "{n} §§ med reservation", n),
        "has_yrkande": lambda n: ngettext("{n} § med yrkande", "{n} §§ med yrkanden", n),
    }
    return ", ".join(
        words[mark](count).format(n=number_text(count)).replace(" §", "\u00a0§") for mark, count in marked.items()
    )


def missing_sentence(stretches: Sequence[tuple[int, int]]) -> str | None:
    """Which numbers between the first § and the last are not here: `§§ 12–14 finns inte här.`; None where none is lacking."""
    if not stretches:
        return None
    which = listed([_stretch(str(first), str(last)) for first, last in stretches])
    return _("{which} finns inte här, eller är inte publicerade.").format(which=which)


def days_sentences(held: dt.date, days: Iterable[Mapping[str, Any]], *, decides: bool = False) -> list[str]:
    """When the minutes were verified and their notice stood, with the last day that the law allows (KL 5:69, 8:12), and where
    the meeting decided something, until when that can be appealed (KL 13:5)."""
    sentences = []
    for one in days:
        if one["verified"]:
            text = _("Justerat {day} (senast {last}, KL 5:69).")
            sentences.append(text.format(day=date_text(one["verified"]), last=date_text(last_day_to_verify(held))))
        if one["posted"]:
            sentences.append(_posted(one))
        if one["posted"] and decides:
            appeal = _("Det som beslutades kan överklagas till och med {day} (KL 13:5); ett förslag kan inte det.")
            sentences.append(appeal.format(day=date_text(last_day_to_appeal(one["posted"]))))
    return sentences


def _posted(days: Mapping[str, Any]) -> str:
    until = _(" till {day}").format(day=date_text(days["posted_until"])) if days["posted_until"] else ""
    verified = days["verified"]
    limit = _(" (senast {last}, KL 8:12)").format(last=date_text(last_day_to_post(verified))) if verified else ""
    return _("Anslaget {day}{until}{limit}.").format(day=date_text(days["posted"]), until=until, limit=limit)
