"""What speaks for two numbers, bodies or people being one, in words."""

from __future__ import annotations

from app.language.i18n import N_, gettext

_EVIDENCE = {
    "stamp": N_("stämpel"),
    "motion": N_("samma motion"),
    "person": N_("en person"),
    "title": N_("liknande titel"),
    "file": N_("samma fil"),
    "item": N_("båda numren på samma paragraf"),
    "letter": N_("en bokstav skiljer"),
    "longer": N_("det ena namnet har ett ord till"),
    "letters": N_("organets bokstäver"),
    "place": N_("kommunens namn före"),
    "spelt": N_("stavningen"),
    "town": N_("kommunens eget namn"),
}


def evidence_word(evidence: str) -> str:
    """`title` → "liknande titel"."""
    return gettext(_EVIDENCE[evidence])
