"""Whether a body was of one mind about a §: what its minutes note that somebody wanted otherwise."""

from __future__ import annotations

from typing import Any

from app.schemas.rows import ItemRow


def disagreed(item: ItemRow) -> bool:
    """Whether there was a vote, a reservation, a statement, or a yrkande that stands against another."""
    return bool(item["votes"] or item["reservations"] or item["statements"] or against_each_other(item["yrkanden"]))


def against_each_other(yrkanden: list[dict[str, Any]]) -> bool:
    """Whether the yrkanden want different things. Two that want the same are one wish of two."""
    return len({(one["stance"], one["target"]) for one in yrkanden}) > 1
