"""How decisions open: who speaks, and to whom something is proposed."""

from __future__ import annotations

from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

_GENITIVE = r"(?:[A-Za-zÅÄÖåäö]{2,40}s (?=arbetsutskott|presidi))?"

PROPOSED_TO = Pattern(
    rf"\bföresl(?:år|å|ås|og)(?: att)?(?: till)? (?P<organ>{_GENITIVE}{BODY_NAME})(?!\w)(?! att (?:föreslår|förslag))",
    catches=(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "föreslår kommunstyrelsen föreslå kommunfullmäktige besluta",
        "beslutar att föreslå kommunfullmäktige att",
        "föreslår att kommunfullmäktige beslutar:",
    ),
    leaves=("Kommunstyrelsen beslutar", "föreslår att motionen avslås", "På förslag av kommunstyrelsen"),
    ignore_case=True,
)

BODY_SPEAKS = Pattern(
    rf"^(?P<organ>{_GENITIVE}{BODY_NAME}) (?:föreslår|beslutar|beslutade|beslöt|tillstyrker|avstyrker|avslår|bifaller|för egen del|för sin del)\b",
    catches=(
        "Kommunstyrelsens arbetsutskott föreslår",
        "Socialnämnden beslutar att föreslå",
        "Kommunstyrelsen tillstyrker",
    ),
    leaves=("Ärendet bordläggs", "Socialnämndens beslut"),
)

LEAD_START = Pattern(
    rf"^(?:{_GENITIVE}{BODY_NAME} (?:föreslår|beslutar|beslutade|beslöt|tillstyrker|avstyrker|för egen del)\b|Enligt |På förslag av )",
    catches=(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "Enligt kommunstyrelsens förslag",
        "På förslag av Axel Josefson (M)",
    ),
    leaves=("Motionen avslås",),
)

LEAD_END = Pattern(
    r"(?:\bbesluta(?:r|de)?|\bbeslöt|\batt|\bföljande|\bförslag|\bför (?:egen|sin) del|\bföresl(?:år|å) (?:\w{0,30}fullmäktige|\w{0,30}styrelsen|\w{0,30}nämnden))$",
    catches=(
        "föreslår kommunfullmäktige besluta",
        "beslutar att föreslå kommunfullmäktige att",
        "Kommunstyrelsen föreslår kommunfullmäktige",
        "Kommunstyrelsen beslutar för egen del",
    ),
    leaves=("att besvara motionen med föredragningen i ärendet.",),
)

# An att-sats that no mark stands before, or one that is not parted from it: "att avslå motionen", "-att anta förslaget".
PLAIN_CLAUSE = Pattern(
    rf"^(?:(?P<mark>[-–•])(?= ?att ))? ?[Aa]tt (?=[a-zåäöA-ZÅÄÖ])(?!{BODY_NAME} (?:ska(?:ll)? |föreslår |föreslå )?(?:att )?(?:besluta|föreslå))",
    catches=("att avslå motionen", "-att anta förslaget", "Att bifalla motionen"),
    leaves=("attesteras av", "- Motionen avslås", "att kommunfullmäktige beslutar:", "att kommunstyrelsen föreslår"),
)

# A line after which an att-sats begins anew.
BEFORE_CLAUSE = Pattern(
    r"(?:[,;.:]|\bsamt|\boch|\bbesluta(?:r|de)?|\bbeslöt|\bför (?:egen|sin) del|\bfullmäktige|\bföljande|\bföreslår)$",
    catches=("att avslå motionen, samt", "Kommunstyrelsen beslutar", "att avslå motionen,"),
    leaves=("Nämnden får i uppdrag", "med hänvisning till"),
)

# A sentence that decides, with no heading over it: "Kommunfullmäktige beslutar att avslå motionen."
PLAIN_DECISION = Pattern(
    rf"^(?:{BODY_NAME}|Nämnden|Styrelsen|Utskottet) (?:beslutar(?: enhälligt)?(?: att\b| följande|:|$| för egen del)|föreslår (?:att )?{BODY_NAME} (?:att )?(?:besluta|beslutar)\b)",
    catches=("Kommunfullmäktige beslutar att avslå motionen.", "Kommunstyrelsen föreslår kommunfullmäktige besluta"),
    leaves=("Kommunfullmäktige beslutade den 3 maj att", "Kommunstyrelsen beslutar om taxan årligen"),
)
