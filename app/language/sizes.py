"""How large something is, for people."""

from __future__ import annotations

from app.language.i18n import language

_DECIMAL = {"sv": ",", "en": "."}


def size_text(count: int) -> str:
    """`48211` bytes → `48 kB`; with a decimal from a million on: `1,5 MB`, in English `1.5 MB`."""
    for unit, least in (("GB", 1_000_000_000), ("MB", 1_000_000)):
        if count >= least:
            return f"{count / least:.1f} {unit}".replace(".", _DECIMAL[language()])
    return f"{max(1, round(count / 1000))} kB"
