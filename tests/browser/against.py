"""A matter in which the council went against its board after a vote, as papers a browser can open."""

from __future__ import annotations

from tests.app.papers import drawn, minutes

CASE = "KS-2024-00077"
TITLE = "Svar på motion om cykelställ vid torget"
_VOTE = """Omröstning
Omröstning begärs. Ja-röst för bifall till kommunstyrelsens förslag. Nej-röst för bifall till motionen.
Med 12 ja-röster mot 19 nej-röster beslutar kommunfullmäktige att bifalla motionen."""


def files() -> list[bytes]:
    """The board's § that proposes, and the council's that decides otherwise."""
    board = minutes(
        "Kommunstyrelsen",
        "31",
        CASE,
        "Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.",
        "2024-05-08",
        TITLE,
    )
    council = minutes(
        "Kommunfullmäktige", "44", CASE, "Kommunfullmäktige beslutar att bifalla motionen.", "2024-06-10", TITLE
    )
    return [drawn(board), drawn([*council, *_VOTE.splitlines()])]
