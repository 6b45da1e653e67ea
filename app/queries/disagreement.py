"""Whether a body was of one mind about a §: what its minutes note that somebody wanted otherwise."""

from __future__ import annotations

from typing import Any

from app.schemas.rows import ItemRow
from importers.bundle import StatementKind


def disagreed(item: ItemRow) -> bool:
    """Whether there was a vote, a reservation, somebody's own statement, or yrkanden that differ. Who was biased says
    nothing of what they wanted."""
    own_words = [one for one in item["statements"] if one["kind"] != StatementKind.JAV]
    return bool(item["votes"] or item["reservations"] or own_words or differ(item["yrkanden"]))


def differ(yrkanden: list[dict[str, Any]]) -> bool:
    """Whether the yrkanden want different things: two stances, or one on two things that are named."""
    targets: dict[str, set[str]] = {}
    for one in yrkanden:
        targets.setdefault(one["stance"], set()).update({one["target"]} - {None})
    return len(targets) > 1 or any(len(named) > 1 for named in targets.values())
