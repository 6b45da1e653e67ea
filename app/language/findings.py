"""A careful reader's findings as sentences: the register keeps a code with parameters, and here it becomes words.

A parameter is printed as it is, so whoever shows a sentence escapes it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.language.codes import field_word, kind_word, outcome_word, value_words
from app.language.dates import date_text
from app.language.i18n import N_, gettext
from app.language.lists import listed, mid_sentence

_ = gettext
Params = Mapping[str, Any]
_LONGEST, _SHORT = 200, 70
_ISO = re.compile(r"\d{4}-\d\d-\d\d")

FINDINGS: dict[str, str] = {
    "act_overtaken": N_(
        "Åtgärden {act} ({act_kind}) gäller inte längre: en senare läsning har inte det som den gällde."
    ),
    "ballots_differ": N_("Omröstningen räknar {count} {choice}-röster men namnger {names}."),
    "basis_missing": N_("Underlaget ”{text}” finns inte i registret."),
    "cited_later": N_("Underlaget ”{text}” har dagen {date}, senare än handlingens egen dag {day}."),
    "claim_confirmed": N_("Lämnades först in med en nyckel för {filed_for}. Att den gäller är bekräftat sedan dess."),
    "claimed_by_key": N_(
        "Lämnades in med en nyckel för {filed_for} och är därför bara en uppgift: den avgör inget förrän den är bekräftad."
    ),
    "correction_overtaken": N_(
        "Rättelsen {act} av {field} till ”{corrected}” gäller inte längre: en senare läsning säger ”{now}”."
    ),
    "council_against_board": N_("Beslutet blev {decided}. Förslaget från {body} var {proposed}."),
    "decision_awaited": N_("Beslut av {body} finns inte i registret. Det som finns är förslag."),
    "due_soon": N_("Motionen ska om möjligt vara avgjord senast {due}. Det är {left} dagar dit."),
    "items_missing": N_("§ {number} finns inte i registret, fast protokollet omfattar den."),
    "justering_before_meeting": N_("Protokollet sägs vara justerat {verified}, före sammanträdet {meeting}."),
    "justering_late": N_(
        "Protokollet justerades {verified}, {days} dagar efter sammanträdet. Det ska ske inom fjorton dagar."
    ),
    "lost_without_reservation": N_("{people} yrkade det som föll men reserverade sig inte."),
    "meeting_unclear": N_(
        "Organet sammanträdde flera gånger {day}. Av vilket av sammanträdena paragrafen är framgår först av protokollet, som"
        " inte finns i registret."
    ),
    "meeting_without_day": N_(
        "Protokollets dag går inte att läsa, och dess paragrafer, från § {number}, finns därför inte i registret. Skriv in"
        " dagen: diarium act correct {document} date=ÅÅÅÅ-MM-DD --reason …"
    ),
    "mover_left_out": N_("Motionen är undertecknad även av {people}, som inte nämns när den besvaras."),
    "mover_not_signed": N_("{people} nämns som motionär men har inte undertecknat motionen."),
    "motion_raised_later": N_("Motionen är daterad {dated} och väcktes {raised}. Året räknas från den senare dagen."),
    "notice_late": N_("Protokollet justerades {verified} men anslogs först {posted}. Det ska ske senast andra dagen."),
    "notice_taken_down_early": N_(
        "Anslaget sitter uppe från {posted} till {until}, {days} dagar. Överklagandetiden är tre veckor."
    ),
    "over_a_year": N_("Motionen väcktes {raised} och skulle om möjligt ha avgjorts senast {due}."),
    "preparation_missing": N_("Motionen avgjordes, men ingen beredning i nämnd eller kommunstyrelse syns."),
    "raised_before_dated": N_("Motionen är daterad {dated} men sägs ha väckts redan {raised}."),
    "raised_dates_differ": N_("Handlingarna uppger olika dagar då motionen väcktes: {dates}."),
    "statement_without_author": N_("Det står inte vem som har skrivit yttrandet."),
    "texts_disagree": N_("Texten finns i två filer och är inte densamma i båda."),
    "title_spelt_two_ways": N_("Motionens rubrik stavas på två sätt: ”{there}” i motionen, ”{here}” när den besvaras."),
    "namesakes": N_(
        "{people} står på samma lista med samma namn. Registret tar dem för en person, tills någon skiljer dem åt:"
        " diarium act split"
    ),
    "voter_not_present": N_("{people} röstade men står inte bland de närvarande."),
    "winner_not_put": N_("Ordföranden ställde {alternatives}, men det som vann var ”{winner}” ({outcome})."),
}

POINTS: dict[int, str] = {
    2: N_("Det finns yrkanden på både bifall och avslag, men inte hur ordföranden ställde dem mot varandra."),
    4: N_("Det finns yrkanden men inget beslut."),
    5: N_("Det står hur många som röstade ja och nej, men inte vilka eller var listan finns."),
}
ACTS: dict[str, str] = {
    "add": N_("tillagt"),
    "choose": N_("vald text"),
    "date": N_("dag inskriven"),
    "link": N_("samma ärende"),
    "remove": N_("borttaget"),
}
CHOICES: dict[str, str] = {"yes": N_("ja"), "no": N_("nej")}
_CODES = {"act_kind": ACTS, "choice": CHOICES}
SEVERITIES: dict[str, str] = {"law": N_("lagkrav"), "error": N_("fel"), "note": N_("anmärkning")}


def finding_sentence(code: str, params: Params) -> str:
    """What was found, in the language in force."""
    if code == "point_missing":
        return gettext(POINTS[params["point"]])
    if code == "correction_overtaken":
        return _overtaken(params)
    if code == "council_against_board" and "yes" in params:
        voted = N_("Styrelsens förslag föll i omröstningen, med {yes} ja mot {no} nej.")
        return gettext(voted).format(yes=params["yes"], no=params["no"])
    if code == "decision_awaited":
        return _awaited(params)
    told = FINDINGS[code]
    if code == "over_a_year" and params["basis"] in _RECKONED_FROM:
        told = N_("Motionen skulle om möjligt ha avgjorts senast {due}, räknat från {raised}.")
    sentence = gettext(told).format_map({name: _text(name, value) for name, value in params.items()})
    return " ".join((sentence, *_MORE[code](params))) if code in _MORE else sentence


def _awaited(params: Params) -> str:
    sentence = FINDINGS["decision_awaited"]
    if "outcome" in params:
        sentence = N_("Ärendet är inte avgjort av {body}, såvitt registret visar. I § {number} blev det {outcome}.")
    elif params.get("proposals", True) is False:
        sentence = N_("Beslut av {body} finns inte i registret.")
    return gettext(sentence).format_map({name: _text(name, value) for name, value in params.items()})


def _overtaken(params: Params) -> str:
    field = params["field"]
    values = {name: _cut(value_words(field, params[name])) for name in ("corrected", "now")}
    gone = N_(
        "Rättelsen {act} av {field} till ”{corrected}” gäller inte längre: en senare läsning har inte det som rättades."
    )
    sentence = gone if params.get("gone") else FINDINGS["correction_overtaken"]
    return gettext(sentence).format(act=params["act"], field=field_word(field), **values)


def finding_kind(code: str) -> str:
    """What is found under a code, in short: the beginning of its sentence, with `…` for what differs."""
    told = re.sub(r"\{\w+\}", "…", gettext(FINDINGS[code])).replace("….", "…").rstrip(".")
    return told if len(told) <= _SHORT else f"{told[:_SHORT].rsplit(' ', 1)[0].rstrip(' ….,:')} …"


def with_sentence(row: Mapping[str, Any]) -> dict[str, Any]:
    """The finding with its sentence, in the language in force."""
    return {**row, "sentence": finding_sentence(row["code"], row["params"])}


def where(at: Mapping[str, Any] | None) -> str:
    """Where a finding shows: `Socialnämnden § 171, 23 oktober 2024`; empty for one about the matter as a whole."""
    if at is None:
        return ""
    what = f"§ {at['number']}" if at["number"] else kind_word(at["kind"])
    name = f"{at['body']} {what}" if at["body"] and at["number"] else what[:1].upper() + what[1:]
    return f"{name}, {date_text(at['date'])}" if at["date"] else name


def severity_word(severity: str) -> str:
    """What a severity is called: `lagkrav`."""
    return gettext(SEVERITIES[severity])


def _text(name: str, value: Any) -> str:
    if name in {"outcome", "proposed", "decided"} and value:
        return outcome_word(value)
    if name in _CODES:
        return gettext(_CODES[name].get(value, value))
    if name == "alternatives":
        return _(" mot ").join(_("”{words}”").format(words=_cut(one)) for one in value)
    if name == "body":
        return mid_sentence(str(value or "–"))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _inside(value)
    return "–" if value is None else _cut(_day(str(value)))


def _day(text: str) -> str:
    """A date as running text has it; anything else as it is."""
    try:
        return date_text(dt.date.fromisoformat(text)) if _ISO.fullmatch(text) else text
    except ValueError:
        return text


def _inside(words: Sequence[str]) -> str:
    """`["Kommunstyrelsen", "Anna Ek (C)"]` inside a sentence: `kommunstyrelsen och Anna Ek (C)`."""
    return listed([_day(mid_sentence(word)) for word in words] or ["–"])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _lost(params: Params) -> list[str]:
    more = []
    if params["reserved"]:
        told = _("Det gjorde {reserved}.").format(reserved=_inside(params["reserved"]))
        more.append(told[:1].upper() + told[1:])
    if params["statements"]:
        parties = ", ".join(f"({party})" for party in params["statements"])
        more.append(_("Ett särskilt yttrande finns från {parties}.").format(parties=parties))
    return more


def _statement(params: Params) -> list[str]:
    if not params["inferred_from"] or not params["parties"]:
        return []
    parties = ", ".join(f"({party})" for party in params["parties"])
    sentence = _("Orden ”{words}” tyder på {parties}.")
    return [sentence.format(words=_cut(params["inferred_from"]), parties=parties)]


# What the year is reckoned from where no minutes and no paper say when the motion was raised.
_RECKONED_FROM: dict[str, str] = {
    "received": N_("Den dagen kom den in, enligt fullmäktiges förteckning."),
    "announced": N_("Den dagen anmäldes den i fullmäktige."),
    "motion": N_("När den väcktes framgår inte: tiden är räknad från motionens eget datum."),
}


def _year(params: Params) -> list[str]:
    return [gettext(_RECKONED_FROM[params["basis"]])] if params["basis"] in _RECKONED_FROM else []


_MORE: dict[str, Callable[[Params], list[str]]] = {
    "lost_without_reservation": _lost,
    "statement_without_author": _statement,
    "over_a_year": _year,
    "due_soon": _year,
}
