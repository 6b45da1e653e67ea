"""Versions of the reader, in order."""

from __future__ import annotations


def version_order(version: str) -> tuple[int, ...]:
    """Versions in order: `0.10` after `0.9`. Those between two releases, `4.r1f0c22ab`, stand after `4` and are equals: of
    equals the later to be filed counts."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
