"""Which reader this is. Its version goes up whenever the same file may give another Bundle."""

from __future__ import annotations

from importers.bundle import Reader

READER = Reader(name="diarium", version="4")
