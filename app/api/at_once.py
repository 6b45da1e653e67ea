"""Light questions answered where they come in: on SQLite the way to a thread and back costs more than reading does.

What a thread reads, it reads step by step, and at each step it lets go of the interpreter and has to wait for it again
behind everybody else: sixteen at once take three times as long as the same sixteen one after another. So what most ask, and
is known to be little, is read at once; whatever may take its time goes to the threads, and PostgreSQL, over its wire, too.
"""

from __future__ import annotations

import datetime as dt

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from app.api.matters import light_json
from app.serving import PREFIX, json_answer, serving

_CASES = f"{PREFIX}/cases/"
# The questions word for word, and the parts that each asks for: any other is the application's to understand or refuse.
_PARTS: dict[bytes, set[str]] = {b"": set(), b"include=items": {"items"}}


def at_once(scope: Scope, day: dt.date) -> Response | None:
    """A matter by the id of a case, with its §§ or without; None where the question is another, or no case has the id."""
    parts = _PARTS.get(scope["query_string"])
    if parts is None or not scope["path"].startswith(_CASES):
        return None
    request = Request(scope)
    connection = serving(request).at_once
    if connection is None:
        return None
    found = light_json(connection, scope["path"].removeprefix(_CASES), parts, day)
    return json_answer(request, found) if found is not None else None
