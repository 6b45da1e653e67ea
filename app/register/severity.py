"""How grave a finding is."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """`LAW`: the law asks for otherwise; `ERROR`: it cannot all be right; `NOTE`: worth knowing."""

    LAW = "law"
    ERROR = "error"
    NOTE = "note"
