"""The law's days as words: where a motion stands with its year, and until when minutes can be verified and appealed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from app.language.dates import date_text
from app.language.i18n import N_, gettext, ngettext
from app.language.numbers import number_text
from app.register.deadlines import APPEAL_DAYS, last_day_to_appeal

_ = gettext

STATES: dict[str, str] = {
    "in_time": N_("inom tiden"),
    "due_60": N_("högst 60 dagar kvar"),
    "due_30": N_("högst 30 dagar kvar"),
    "over_a_year": N_("över ett år"),
    "reported": N_("anmäld till fullmäktige"),
    "decided": N_("avgjord"),
    "struck_off": N_("avskriven"),
    "withdrawn": N_("återtagen"),
}
BASES: dict[str, str] = {
    "minutes": N_("enligt fullmäktiges protokoll"),
    "stated": N_("enligt ärendets handlingar"),
    "entered": N_("inlagt för hand"),
    "received": N_("inkom, enligt fullmäktiges förteckning"),
    "announced": N_("anmäld, enligt fullmäktiges förteckning"),
    "motion": N_("motionens eget datum: när den väcktes framgår inte"),
}
STANDINGS: dict[str, str] = {
    "unanswered": N_("dagen är inte känd"),
    "answered": N_("besvarad"),
    "withdrawn": N_("återtagen"),
    "struck_off": N_("avskriven"),
}
_RUNNING = {"in_time", "due_60", "due_30"}
# Not ended, as far as what is here tells.
UNENDED = {*_RUNNING, "over_a_year", "reported"}


def state_word(state: str) -> str:
    """What a motion's state is called: `inom tiden`."""
    return gettext(STATES[state])


def standing_word(standing: str) -> str:
    """What became of a motion: `återtagen`; of one unanswered whose year nothing tells, that its day is not known."""
    return gettext(STANDINGS[standing])


def basis_words(basis: str) -> str:
    """What the day on which the motion was raised rests on: `enligt ärendets handlingar`."""
    return gettext(BASES[basis])


def clock_sentences(clock: Mapping[str, Any]) -> list[str]:
    """A motion's year in two sentences: what starts and ends it, and where it stands on the day asked for."""
    dated = (
        _("Motionen är daterad {day} ({basis}).")
        if clock["basis"] == "motion"
        else _("Motionen väcktes {day} ({basis}).")
    )
    sentences = [dated.format(day=date_text(clock["raised"]), basis=basis_words(clock["basis"]))]
    if clock["state"] not in UNENDED:
        due = _("Den skulle om möjligt vara avgjord senast {due} ({law}).")
    elif is_past(clock):
        due = _("Den skulle om möjligt ha varit avgjord senast {due} ({law}).")
    else:
        due = _("Den ska om möjligt vara avgjord senast {due} ({law}).")
    sentences.append(due.format(due=date_text(clock["due"]), law=clock["law"]))
    state = _("Läget {today}: {state}").format(today=date_text(clock["today"]), state=state_word(clock["state"]))
    sentences.append(f"{state}{_how_long(clock)}.")
    return sentences


def is_past(clock: Mapping[str, Any]) -> bool:
    """Whether a motion's year is over, and nothing here has ended it."""
    return clock["state"] in UNENDED and clock["left"] < 0


def next_by(clock: Mapping[str, Any]) -> str | None:
    """By when the next step would end the motion, or since when that day has passed; None where it is ended."""
    if clock["state"] not in UNENDED:
        return None
    if not is_past(clock):
        return _("Ska om möjligt vara avgjort senast {due}.").format(due=date_text(clock["due"]))
    return ngettext(
        "Skulle om möjligt ha varit avgjort senast {due}: det är {n} dag sedan.",
        "Skulle om möjligt ha varit avgjort senast {due}: det är {n} dagar sedan.",
        -clock["left"],
    ).format(due=date_text(clock["due"]), n=number_text(-clock["left"]))


def resting_sentence(minutes: Sequence[dt.date]) -> str:
    """What it rests on that a motion is not answered: the council's minutes since it was raised that are here."""
    if not minutes:
        return _("Inget av fullmäktiges protokoll sedan dess finns här: motionen kan vara besvarad.")
    return ngettext(
        "Av fullmäktiges protokoll sedan dess finns ett här, från {day}.",
        "Av fullmäktiges protokoll sedan dess finns {n} här, det senaste från {day}.",
        len(minutes),
    ).format(n=number_text(len(minutes)), day=date_text(max(minutes)))


def _how_long(clock: Mapping[str, Any]) -> str:
    left = clock["left"]
    if clock["state"] in _RUNNING:
        return ngettext(", {n} dag kvar", ", {n} dagar kvar", left).format(n=number_text(left))
    if clock["state"] in {"over_a_year", "reported"} and left < 0:
        return ngettext(", {n} dag över tiden", ", {n} dagar över tiden", -left).format(n=number_text(-left))
    return ""


def meeting_sentence(days: Mapping[str, Any]) -> str:
    """The days of one § in words: `Justerat 17 december 2024 (senast 25 december 2024). Anslaget …`."""
    sentences = []
    if days["verified"]:
        text = _("Justerat {day} (senast {last}).")
        sentences.append(text.format(day=date_text(days["verified"]), last=date_text(days["verify_by"])))
    if days["posted"]:
        last = days["post_by"]
        limit = _(" (senast {last})").format(last=date_text(last)) if last else ""
        sentences.append(_("Anslaget {day}{limit}.").format(day=date_text(days["posted"]), limit=limit))
    if days["appeal_by"]:
        sentences.append(_("Kan överklagas till och med {day}.").format(day=date_text(days["appeal_by"])))
    return " ".join(sentences)


def appeal_sentence(posted: dt.date | None, *, final: bool | None) -> str:
    """Until when a § can be appealed and how that day is reckoned, or why there is none; `final` is None where no decision was read."""
    if final is None:
        return _("Om paragrafen kan överklagas går inte att säga: inget beslut är läst.")
    if not final:
        return _("Kan inte överklagas: paragrafen föreslår, eller för ärendet vidare (KL 13:2).")
    if posted is None:
        return _("Sista dag att överklaga går inte att räkna: anslagsdagen är inte känd.")
    last, three_weeks = last_day_to_appeal(posted), posted + dt.timedelta(days=APPEAL_DAYS)
    reckoned = _("Kan överklagas till och med {last}: tre veckor från anslaget {posted} (KL 13:5)").format(
        last=date_text(last), posted=date_text(posted)
    )
    if last == three_weeks:
        return f"{reckoned}."
    moved = _("{day} är en lördag, söndag eller helgdag, och dagen flyttas till nästa vardag (lag 1930:173)")
    return f"{reckoned}; {moved.format(day=date_text(three_weeks))}."
