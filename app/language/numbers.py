"""Counts in running text, in the language in force."""

from __future__ import annotations

from app.language.i18n import language

# What stands between thousands: a blank that does not break, or a comma.
_BETWEEN = {"sv": "\u00a0", "en": ","}


def number_text(count: int) -> str:
    """A count as it is written: `50409` → `50 409`, in English `50,409`."""
    return f"{count:,}".replace(",", _BETWEEN[language()])
