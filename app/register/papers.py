"""Whose paper it is: what lies before a body under its name is not its own."""

from __future__ import annotations

import re

from app.ids import fold
from app.register.bodies import body_key, body_name
from importers.bundle import Document, DocumentKind

# As the board writes to the council: Kommunstyrelsen tillstyrker kontorets förslag och föreslår att …
_SPEAKS = re.compile(
    r"\b(?P<body>[A-ZÅÄÖ]\w{3,40}(?:nämnden|styrelsen|beredningen|revisionen))\*? (?:tillstyrker|avstyrker|föreslår)\b"
)


def paper_of(document: Document) -> str | None:
    """The body whose paper it is. One that is addressed to the very body that it names is of whoever speaks in it; None
    where that is nobody, or several."""
    body, addressee = document.body, fold(document.addressed_to or "")
    if document.kind is DocumentKind.MOTION or not body or body_key(body_name(body)) not in addressee:
        return body
    speaking = {match["body"] for section in document.sections for match in _SPEAKS.finditer(section.text)}
    return speaking.pop() if len(speaking) == 1 else None
