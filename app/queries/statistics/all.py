"""Every kind of figure by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.queries.statistics.activity import activity
from app.queries.statistics.counted import Asked
from app.queries.statistics.coverage import coverage
from app.queries.statistics.motions import durations, outcomes
from app.queries.statistics.pairs import pairs
from app.queries.statistics.reversals import reversals

KINDS: Mapping[str, Callable[[Session, Asked], list[dict[str, Any]]]] = {
    "coverage": coverage,
    "outcomes": outcomes,
    "durations": durations,
    "pairs": pairs,
    "reversals": reversals,
    "activity": activity,
}
