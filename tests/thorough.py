"""How much is tried of what has no end: a few of it each time, all of it with `scripts/check --thorough`."""

from __future__ import annotations

import os

THOROUGH = os.environ.get("DIARIUM_THOROUGH") == "1"


def tried(few: int, all_of_it: int) -> int:
    """How many are tried: examples, changes, pages that differ in ids alone."""
    return all_of_it if THOROUGH else few
