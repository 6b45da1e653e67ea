"""A vote in words: how the sides stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.language.i18n import gettext as _


def vote_counts(vote: Mapping[str, Any]) -> str:
    """`ja 40, nej 41, avstår 0`: what the minutes count, and nothing of what they do not."""
    sides = (
        (_("ja"), vote["yes"]),
        (_("nej"), vote["no"]),
        (_("avstår"), vote["abstain"]),
        (_("frånvarande"), vote["absent"]),
        (_("kvittade"), vote["paired"]),
    )
    return ", ".join(f"{side} {count}" for side, count in sides if count is not None) or _("ställningen framgår inte")
