"""What a key may be used for."""

from __future__ import annotations

from enum import StrEnum


class KeyScope(StrEnum):
    """What a key may do: file documents, or only ask more often than others."""

    IMPORTS = "imports"
    READ = "read"
