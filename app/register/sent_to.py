"""To whom a § sends its matter: "Ärendet remitteras till grundskolenämnden och förskolenämnden"."""

from __future__ import annotations

import re

from app.register import values
from app.register.bodies import body_key, body_kind, body_name
from app.register.entities import Entity

_SENDS = re.compile(
    r"\b(?:åter)?remitter(?:as|ar|a|ats)\b[^.]{0,160}?\btill (?P<to>[^.,;:()]{1,120}(?:, [^.,;:()]{1,80}){0,6})", re.I
)
# What comes after the addressees: what they are to do, or whose wish it was.
_UNTIL = re.compile(r",? (?:för|med|i enlighet|enligt|senast|dels|där|som)\b")
_BETWEEN = re.compile(r", | samt (?:till )?| och (?:till )?")
# "idrotts- och föreningsnämnden" is one.
_HYPHENATED = re.compile(r"- och \b")
# A word that does not say which.
_WHICHEVER = {"nämnden", "nämnderna", "styrelsen", "förvaltningen", "kontoret", "avdelningen", "utskottet"}


def sent_to(entity: Entity | None, body: str | None) -> list[str]:
    """The bodies and offices that the att-satser of a § of `body` send the matter to, in printed order; none where one of
    them is not known by its name, or the body itself."""
    names: list[str] = []
    for row in entity.rows if entity else ():
        if isinstance(row, values.Clause) and row.decision_id and (sent := _SENDS.search(row.text)):
            names += _names(sent["to"], body)
    return list(dict.fromkeys(names))


def _names(printed: str, body: str | None) -> list[str]:
    until = _UNTIL.search(printed)
    listed = _HYPHENATED.sub("-\0", printed[: until.start()] if until else printed)
    words = [" ".join(word.replace("-\0", "- och ").split()) for word in _BETWEEN.split(listed)]
    if any(word.casefold() in _WHICHEVER or body_kind(word) == "other" for word in words):
        return []
    names = [body_name(word, body) for word in words]
    return [] if body_key(body or "") in map(body_key, names) else names
