"""Who a register is for."""

from __future__ import annotations

from enum import StrEnum


class RegisterScope(StrEnum):
    """The desk sees everything that was filed, the public what was released."""

    DESK = "desk"
    PUBLIC = "public"
