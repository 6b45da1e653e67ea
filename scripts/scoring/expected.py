"""What the reader makes of our own golden files, pinned: `tests/documents/TOWN/CASE/expected.json`.

Pinned are the values, the sections' headings and roles, what is unread and what is doubted, all without their places
(another test finds every quote at its place), empty ones left out, so that a change can be read in the diff as prose.
"""

from __future__ import annotations

import json
from difflib import unified_diff
from pathlib import Path
from typing import Any

_LEFT_OUT = {"source", "sources", "fields"}


def pinned(bundle: dict[str, Any]) -> str:
    """The bundle as `expected.json` holds it."""
    kept = {key: _plain(bundle[key]) for key in ("documents", "unread", "doubts", "words")}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "heading" in value and "role" in value:
        return f"{value['role']}: {value['heading'] or '–'}"
    kept = {key: _plain(one) for key, one in value.items() if key not in _LEFT_OUT}
    return {key: one for key, one in kept.items() if one not in (None, [], {}, False)}


def differs(folder: Path, bundle: dict[str, Any]) -> str:
    """How the reading differs from what is expected of it, as a diff; "" where it does not."""
    path = folder / "expected.json"
    before = path.read_text("utf-8") if path.is_file() else ""
    after = pinned(bundle)
    diff = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), str(path), "read now", n=2)
    return "".join(diff)


def write(folder: Path, bundle: dict[str, Any]) -> None:
    """Pin the reading as it is now."""
    (folder / "expected.json").write_text(pinned(bundle), "utf-8")
