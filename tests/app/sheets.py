"""Minutes that differ by number alone, for tests that need many."""

from __future__ import annotations

from app.register.municipalities import Municipality, municipality
from tests.app.papers import drawn, minutes

ALNSJO: Municipality = municipality("Alnsjö")


def sheet(n: int) -> bytes:
    """Minutes of § `n`, in a case of its own, that name no municipality."""
    decided = f"Kommunstyrelsen beslutar att bygga {n} cykelställ."
    return drawn(minutes("Kommunstyrelsen", str(n), f"KS-2025-{n:05}", decided))
