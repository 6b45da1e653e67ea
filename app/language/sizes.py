"""How large something is, for people."""

from __future__ import annotations


def size_text(count: int) -> str:
    """`48211` bytes → `48 kB`; with a decimal from a million on."""
    for unit, least in (("GB", 1_000_000_000), ("MB", 1_000_000)):
        if count >= least:
            return f"{count / least:.1f} {unit}".replace(".", ",")
    return f"{max(1, round(count / 1000))} kB"
