"""The reasons that the programme gives by itself for what it enters in the journal: as entries bear them, and in words."""

from __future__ import annotations

from app.language.i18n import N_, gettext

DEFAULT = "the default of the body"
READ_ANEW = "what was read anew"
HANDED_IN = "handed in by one who has a say in it"
_WORDS = {
    DEFAULT: N_("organets förval"),
    READ_ANEW: N_("en ny läsning gav skäl att se efter"),
    HANDED_IN: N_("inlämnad på nytt av den som råder över den"),
}


def reason_words(reason: str | None) -> str:
    """Why something was done, as people read it: `the default of the body` → "organets förval"; a person's reason as typed."""
    return gettext(_WORDS[reason]) if reason in _WORDS else reason or ""
