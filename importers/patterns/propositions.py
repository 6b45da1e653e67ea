"""Beslutsgång: what the chair puts against what, and what is found to have won."""

from __future__ import annotations

from importers.bundle import Outcome
from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

_END = r"(?=,? och finner\b|,? finner\b|\.?$)"

PUT_AGAINST = Pattern(
    rf"\b(?:ställer|ställde|ställs|prövar)(?: (?:först|härefter|därefter|sedan))?(?: under)?(?: proposition(?:er)?(?: på| om)?)? (?P<first>.{{2,400}}?) mot (?P<second>.{{2,500}}?){_END}",
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
    rf"\b(?:ställer|ställde|prövar)(?: (?:först|härefter|därefter|sedan))? proposition(?:er)? på (?P<what>.{{2,400}}?){_END}",
    catches=(
        "Ordföranden ställer propositioner på yrkandena och finner att motionen avstyrks.",
        "ställer härefter propositioner på bifall respektive avslag på yrkandet från SD och finner att det avslagits.",
    ),
    leaves=("Ordföranden ställer förslagen mot varandra.",),
)

PARTED = Pattern(
    r"^(?:dels )?(?P<first>.{2,300}?)(?: respektive | och dels | eller |(?<=^avslag) och (?=bifall)|(?<=^bifall) och (?=avslag)|(?<=förslag) och (?=yrkandet? ))(?P<second>.{2,300})$",
    catches=(
        "bifall respektive avslag på yrkandet från SD",
        "dels ärendets återremiss och dels ärendets avgörande idag",
    ),
    leaves=("yrkandena från S och V",),
)

_ORGAN = rf"(?:[A-Za-zÅÄÖåäö]{{2,40}}s )?(?:{BODY_NAME}|nämnden|styrelsen|utskottet)"
_SIDES = r"(?:bifalla|bifall till|enligt|i enlighet med|anta)"
_STOP = r"(?=\.?$|[.;] |,? och att )"

# Tried in this order; `winner` is what won, `adjective` how "det" fared.
FOUND = (
    Pattern(
        rf"\bfinner(?: därvid| då)? bifall (?:till|för) (?P<winner>.{{2,300}}?){_STOP}",
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
        rf"\bfinner(?: därvid| då)? att (?:det|den|detta|detsamma|densamma) (?:har )?(?P<adjective>avslagits|bifallits|avslås|bifalls){_STOP}",
        catches=("finner att det avslagits.", "finner att det bifallits."),
        leaves=("finner att kommunstyrelsens förslag har bifallits.",),
    ),
    Pattern(
        rf"\bfinner(?: därvid| då)? att (?P<winner>.{{2,300}}?) (?:har )?(?:bifallits|bifalls|vunnit|vunnit bifall|vinner bifall|vinner|antagits|antas|blivit antaget){_STOP}",
        catches=("finner att kommunstyrelsens förslag har bifallits.", "finner att Karin Pleijels yrkande bifallits."),
        leaves=("finner att motionen har avslagits.",),
    ),
    Pattern(
        rf"\bfinner(?: därvid| då)? (?!att\b)(?P<winner>.{{2,300}}?) (?:vara )?(?:antaget|bifallet|antagen|bifallen){_STOP}",
        catches=("finner kommunstyrelsens förslag antaget.", "finner yrkandet bifallet."),
        leaves=("finner den avslagen.", "finner att förslaget är antaget."),
    ),
    Pattern(
        rf"^{_ORGAN} beslutar (?:först|härefter|därefter) att bifalla (?P<winner>.{{2,300}}?){_STOP}",
        catches=("Kommunstyrelsen beslutar först att bifalla stadsledningskontorets förslag.",),
        leaves=("Kommunstyrelsen beslutar att bifalla motionen.",),
    ),
)

# What was rejected: it tells the winner where avslag was put as an alternative, and nothing else.
REJECTED = Pattern(
    rf"\bfinner(?: därvid| då)? att (?:.{{2,200}}? (?:har )?(?:avslås|avslagits|avstyrks|avstyrkts)|{_ORGAN} (?:beslut(?:ar|at) (?:att )?)?(?:avslår|avslå|avstyrker|avstyrka) .{{2,200}}?){_STOP}",
    catches=("finner att motionen avslås.", "finner att kommunfullmäktige avslår densamma."),
    leaves=("finner att motionen bifalls.",),
)

# Words that only point back: they name no winner by themselves.
POINTS_BACK = Pattern(
    r"^(?:det|den|detta|denna|detsamma|densamma|samma|dessa|så)$",
    catches=("detta", "densamma"),
    leaves=("förslaget",),
    ignore_case=True,
)

ADJECTIVES = {
    "avslagits": Outcome.AVSLAG,
    "avslås": Outcome.AVSLAG,
    "bifallits": Outcome.BIFALL,
    "bifalls": Outcome.BIFALL,
}

# Sentences of a beslutsgång that put and find nothing, and hide nothing either.
CONTEXT = Pattern(
    r"\b(?:begär|begärde)(?: härefter| därefter)? (?:omröstning|votering)|^(?:Omröstning|Votering)(?: har)? beg(?:ärs|ärdes|ärts) och |\b[Pp]ropositionsordning(?:en)? (?:godkänns|godkändes)|\bföreslår följande (?:propositions|besluts|omröstnings|voterings)ordning"
    r"|\bhuvudvoteringen\.?$|^(?:Ja|Nej)-röst(?: ?[:=]| för| innebär) |\bgodkänner(?:s)? följande (?:ordning för omröstning|omröstningsordning)|^Återstående yrkanden ställs under proposition\.?$|^(?:Omröstning|Votering) begärs(?: och verkställs)?\.$|\bkonstaterar att det (?:finns|föreligger) \w{2,12} (?:förslag|yrkanden)\b|\bfinner att (?:denna )?(?:propositions|besluts)ordning(?:en)? (?:godkänns|godkänd)",
    catches=(
        "Omröstning begärs.",
        "Anna Ek (M) begär votering.",
        "Omröstning begärs och ska genomföras.",
        "Propositionsordningen godkänns.",
        "Nämnden godkänner följande omröstningsordning:",
        "Ordföranden antecknar kommunstyrelsens förslag som Ja-proposition i huvudvoteringen.",
        "Ordföranden konstaterar att det finns tre förslag till beslut.",
    ),
    leaves=("Ordföranden finner att motionen avslås.",),
)
