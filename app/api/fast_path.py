"""Light questions answered where they come in: on SQLite the way to a thread and back costs more than reading does.

What a thread reads, it reads step by step, and at each step it lets go of the interpreter and has to wait for it again
behind everybody else: sixteen at once take three times as long as the same sixteen one after another. So what most ask, and
is bound to be little, is read at once; whatever may take its time goes to the threads, and PostgreSQL, over its wire, too.
"""

from __future__ import annotations

import datetime as dt
import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from app.api.lists import list_answer
from app.api.matters import light_json
from app.api.resources import RESOURCES
from app.db import reading
from app.web.answers import PREFIX, json_answer, serving

_LIST = f"{PREFIX}/cases"
_MATTERS = next(resource for resource in RESOURCES if resource.name == "cases")
# The questions word for word: any other is the application's to understand or refuse.
_PARTS: dict[bytes, set[str]] = {b"": set(), b"include=items": {"items"}}
_BEGINNING = re.compile(rb"(limit=[1-9][0-9]?)?")


def at_once(scope: Scope, day: dt.date) -> Response | None:
    """A matter by the id of a case, with its §§ or without, and the beginning of the list of matters.

    None where the question is another, or no case has the id.
    """
    path, query = scope["path"], scope["query_string"]
    if path == _LIST and _BEGINNING.fullmatch(query):
        return _list(Request(scope))
    head, _, id = path.rpartition("/")
    if head == _LIST and query in _PARTS:
        return _matter(Request(scope), id, _PARTS[query], day)
    return None


def _matter(request: Request, id: str, parts: set[str], day: dt.date) -> Response | None:
    connection = serving(request).at_once
    found = light_json(connection, id, parts, day) if connection is not None else None
    return json_answer(request, found) if found is not None else None


def _list(request: Request) -> Response | None:
    if serving(request).at_once is None:
        return None
    with reading(serving(request).public) as session:
        return list_answer(request, session, _MATTERS)
