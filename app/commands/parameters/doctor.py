"""`diarium doctor` takes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.loading import later

if TYPE_CHECKING:
    from app.commands import doctor as work
else:
    work = later("app.commands.doctor")


def doctor() -> int:
    """What is installed and what is missing."""
    return work.doctor()
