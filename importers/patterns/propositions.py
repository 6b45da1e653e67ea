"""Beslutsgång: what the chair puts against what, and what is found to have won."""

from __future__ import annotations

from importers.bundle import Outcome
from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

_END = r"(?=,? och finner\b|,? finner\b|\.?$)"

PUT_AGAINST = Pattern(
    rf"\b(?:ställer|ställde|ställs)(?: (?:först|härefter|därefter|sedan))?(?: propositioner?(?: på| om)?)? (?P<first>.{{2,400}}?) mot (?P<second>.{{2,500}}?){_END}",
    catches=(
        "Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.",
        "Ordföranden ställer förslagen mot varandra.",
    ),
    leaves=("Ordföranden finner att motionen avslås.",),
)

AND_AGAINST = Pattern(
    r",? och mot ", catches=("yrkande om bifall och mot Ann-Sofie Tegnérs yrkande",), leaves=("mot avslag",)
)

EACH_OTHER = Pattern(r"^varandra$", catches=("varandra",), leaves=("avslag",))

# "ställer propositioner på bifall respektive avslag på X", "på dels A och dels B", "på yrkandena"
PUT_EACH = Pattern(
    rf"\b(?:ställer|ställde)(?: (?:först|härefter|därefter|sedan))? propositioner? på (?P<what>.{{2,400}}?){_END}",
    catches=(
        "Ordföranden ställer propositioner på yrkandena och finner att motionen avstyrks.",
        "ställer härefter propositioner på bifall respektive avslag på yrkandet från SD och finner att det avslagits.",
    ),
    leaves=("Ordföranden ställer förslagen mot varandra.",),
)

PARTED = Pattern(
    r"^(?:dels )?(?P<first>.{2,300}?)(?: respektive | och dels | eller |(?<=förslag) och (?=yrkandet? ))(?P<second>.{2,300})$",
    catches=(
        "bifall respektive avslag på yrkandet från SD",
        "dels ärendets återremiss och dels ärendets avgörande idag",
    ),
    leaves=("yrkandena från S och V",),
)

_ORGAN = rf"(?:[A-Za-zÅÄÖåäö]{{2,40}}s )?(?:{BODY_NAME}|nämnden|styrelsen|utskottet)"
_SIDES = r"(?:bifalla|bifall till|enligt|i enlighet med|anta)"
_STOP = r"(?=\.?$|[.;] )"

# Tried in this order; `winner` is what won, `adjective` how "det" fared.
FOUND = (
    Pattern(
        rf"\bfinner(?: därvid| då)? bifall till (?P<winner>.{{2,300}}?){_STOP}",
        catches=("finner bifall till liggande förslag.",),
        leaves=("finner att motionen avslås",),
    ),
    Pattern(
        rf"\bfinner(?: därvid| då)? att {_ORGAN} (?:(?:har )?beslut(?:ar|at|ade)(?: att)? {_SIDES}|bifaller|biträder|antar) (?P<winner>.{{2,300}}?){_STOP}",
        catches=(
            "finner att kommunstyrelsen beslutar att bifalla arbetsutskottets förslag att besvara motionen.",
            "finner att arbetsutskottet bifaller föreliggande förslag att besvara motionen.",
            "finner att nämnden beslutar enligt förvaltningens förslag.",
        ),
        leaves=("finner att kommunstyrelsen beslutat avstyrka motionen.",),
    ),
    Pattern(
        rf"\bfinner(?: därvid| då)? att {_ORGAN} (?:har )?beslut(?:ar|at|ade)(?: att)? (?P<winner>.{{2,300}}?){_STOP}",
        catches=("finner att kommunfullmäktige beslutat avgöra ärendet vid dagens sammanträde.",),
        leaves=("finner att det avslagits.",),
    ),
    Pattern(
        rf"\bfinner(?: därvid| då)? att det (?:har )?(?P<adjective>avslagits|bifallits|avslås|bifalls){_STOP}",
        catches=("finner att det avslagits.", "finner att det bifallits."),
        leaves=("finner att kommunstyrelsens förslag har bifallits.",),
    ),
    Pattern(
        rf"\bfinner(?: därvid| då)? att (?P<winner>.{{2,300}}?) (?:har )?(?:bifallits|bifalls|vunnit|antagits){_STOP}",
        catches=("finner att kommunstyrelsens förslag har bifallits.", "finner att Karin Pleijels yrkande bifallits."),
        leaves=("finner att motionen har avslagits.",),
    ),
    Pattern(
        rf"^{_ORGAN} beslutar (?:först|härefter|därefter) att bifalla (?P<winner>.{{2,300}}?){_STOP}",
        catches=("Kommunstyrelsen beslutar först att bifalla stadsledningskontorets förslag.",),
        leaves=("Kommunstyrelsen beslutar att bifalla motionen.",),
    ),
)

ADJECTIVES = {
    "avslagits": Outcome.AVSLAG,
    "avslås": Outcome.AVSLAG,
    "bifallits": Outcome.BIFALL,
    "bifalls": Outcome.BIFALL,
}

# Sentences of a beslutsgång that put and find nothing, and hide nothing either.
CONTEXT = Pattern(
    r"\bhuvudvoteringen\.?$|^(?:Ja|Nej)-röst(?: ?[:=]| för| innebär) |\bgodkänner(?:s)? följande (?:ordning för omröstning|omröstningsordning)|^Återstående yrkanden ställs under proposition\.?$|^(?:Omröstning|Votering) begärs(?: och verkställs)?\.$|\bkonstaterar att det (?:finns|föreligger) \w{2,12} (?:förslag|yrkanden)\b|\bfinner att (?:denna )?(?:propositions|besluts)ordning(?:en)? (?:godkänns|godkänd)",
    catches=(
        "Omröstning begärs.",
        "Nämnden godkänner följande omröstningsordning:",
        "Ordföranden antecknar kommunstyrelsens förslag som Ja-proposition i huvudvoteringen.",
        "Ordföranden konstaterar att det finns tre förslag till beslut.",
    ),
    leaves=("Ordföranden finner att motionen avslås.",),
)
