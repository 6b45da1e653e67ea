"""To whom a § sends its matter: "Ärendet återremitteras till kommunstyrelsen"."""

from __future__ import annotations

import re

from app.register import values
from app.register.bodies import body_key, body_name
from app.register.entities import Entity

_SENDS = re.compile(r"\b(?:åter)?remitter(?:as|ar|a|ats) (?:\w{1,20} ){0,4}?till (?P<to>[^.;:()]{1,120})", re.I)
# What comes after the addressee: what it is to do, or whose wish it was.
_UNTIL = re.compile(r",? (?:för|med|i enlighet|enligt|senast|dels|där|som)\b")
# One body or office by its own name: "idrotts- och fritidsnämnden", "kommunstyrelsens arbetsutskott", "socialnämnden Nordost".
_NAMED = re.compile(
    r"(?:\w{2,30}- och )?\w{3,40}(?:nämnden|styrelsen|kontoret|förvaltningen|beredningen|rådet)(?: [A-ZÅÄÖ]\w{2,30})?"
    r"|(?:\w{3,40}s )?\w{0,30}utskottet|\w{3,40}s \w{3,30}utskott"
)
# A word that does not say which.
_WHICHEVER = {"utskottet"}


def sent_to(entity: Entity | None, body: str | None) -> str | None:
    """The body or office that the att-satser of a § of `body` send the matter to; None where it is not known by its name, is
    the body itself, or where several are asked: then it lies with the body, which waits for their answers."""
    texts = [row.text for row in entity.rows if isinstance(row, values.Clause) and row.decision_id] if entity else []
    sent = [match["to"] for text in texts if (match := _SENDS.search(text))]
    if len(sent) != 1:
        return None
    printed = " ".join(_UNTIL.split(sent[0], maxsplit=1)[0].split())
    if not _NAMED.fullmatch(printed) or printed.casefold() in _WHICHEVER:
        return None
    name = body_name(printed, body)
    return None if body_key(name) == body_key(body or "") else name
