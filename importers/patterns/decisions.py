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
    rf"^(?P<organ>{_GENITIVE}{BODY_NAME}) (?:föreslår|beslutar|beslutade|tillstyrker|avstyrker|för egen del|för sin del)\b",
    catches=(
        "Kommunstyrelsens arbetsutskott föreslår",
        "Socialnämnden beslutar att föreslå",
        "Kommunstyrelsen tillstyrker",
    ),
    leaves=("Ärendet bordläggs", "Socialnämndens beslut"),
)

LEAD_START = Pattern(
    rf"^(?:{_GENITIVE}{BODY_NAME} (?:föreslår|beslutar|beslutade|tillstyrker|avstyrker|för egen del)\b|Enligt |På förslag av )",
    catches=(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "Enligt kommunstyrelsens förslag",
        "På förslag av Axel Josefson (M)",
    ),
    leaves=("Motionen avslås",),
)

LEAD_END = Pattern(
    r"(?:\bbesluta(?:r|de)?|\batt|\bföljande|\bförslag)$",
    catches=("föreslår kommunfullmäktige besluta", "beslutar att föreslå kommunfullmäktige att"),
    leaves=("att besvara motionen med föredragningen i ärendet.",),
)
