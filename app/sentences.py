"""The reader's codes as sentences: why a file was refused, and what the reading was unsure of.

The journal keeps codes with parameters, never sentences; this table is the only place where they become words. A
parameter is printed as it is, so whoever shows a sentence escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import N_, gettext

Param = str | int | None

REFUSALS: dict[str, str] = {
    "empty": N_("Filen är tom. Hämta den på nytt och försök igen."),
    "not_pdf": N_("Filen är ingen PDF. Spara handlingen som PDF och försök igen."),
    "too_large": N_("Filen är för stor för att läsas. Dela den i mindre filer och försök igen."),
    "encrypted": N_("Filen är låst med lösenord. Spara en kopia utan lösenord och försök igen."),
    "damaged": N_("Filen är skadad eller avkortad. Hämta den på nytt från den som gav ut den."),
    "no_pages": N_("Filen har inga sidor. Hämta den på nytt från den som gav ut den."),
    "too_many_pages": N_("Filen har för många sidor för att läsas. Dela den i mindre filer och försök igen."),
    "no_text": N_("Filen består av bilder utan text. Be om handlingen som textbaserad PDF och försök igen."),
    "too_slow": N_("Filen tog för lång tid att läsa och lades åt sidan. Spara om den som PDF och försök igen."),
    "too_much_memory": N_("Filen krävde för mycket minne och lades åt sidan. Spara om den som PDF och försök igen."),
}

DOUBTS: dict[str, str] = {}


def refusal_sentence(code: str, params: Mapping[str, Param]) -> str:
    """Why a file was refused and what to do about it, in the language in force."""
    return _spoken(REFUSALS.get(code, N_("Filen går inte att läsa.")), params)


def doubt_sentence(code: str, params: Mapping[str, Param]) -> str:
    """What the reading was unsure of, in the language in force."""
    return _spoken(DOUBTS.get(code, N_("Läsningen är osäker här.")), params)


def _spoken(sentence: str, params: Mapping[str, Param]) -> str:
    return gettext(sentence).format(**params)
