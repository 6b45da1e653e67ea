"""Whether a question failed on what stands in the register's tables: then the answer says how these are mended."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from app.failures import RegisterSpoilt
from app.projection.damage import is_damage


def spoilt(failure: Exception) -> RegisterSpoilt | None:
    """The error that says how a register is mended, where a table or a value of it was not what it is to be; else None."""
    if isinstance(failure, ValueError | TypeError):
        innermost = failure.__traceback__
        modules = []
        while innermost is not None:
            modules.append(str(innermost.tb_frame.f_globals.get("__name__", "")))
            innermost = innermost.tb_next
        ours = max((n for n, name in enumerate(modules) if name.startswith("app.")), default=-1)
        is_of_a_row = any(name.startswith("sqlalchemy.") for name in modules[ours + 1 :])
    else:
        is_of_a_row = isinstance(failure, DBAPIError) and is_damage(failure)
    return RegisterSpoilt() if is_of_a_row else None
