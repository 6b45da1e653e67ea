"""Light questions answered where they come in: on SQLite the way to a thread and back costs more than reading does.

What a thread reads, it reads step by step, and at each step it lets go of the interpreter and has to wait for it again
behind everybody else: sixteen at once take three times as long as the same sixteen one after another. So what most ask, and
is known to be little, is read at once; whatever may take its time goes to the threads, and PostgreSQL, over its wire, too.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from fastapi.routing import APIRoute
from sqlalchemy import Engine

from app.serving import serving

Light = Callable[[Request, Engine], Response | None]


def at_once(light: Light) -> type[APIRoute]:
    """A kind of route that asks `light` first: its answer, or None where the question is not a light one or not so
    answered, and then takes the ordinary way. What `light` takes for itself, it checks as the ordinary way does.
    """

    class AtOnce(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            whole = super().get_route_handler()

            async def handle(request: Request) -> Response:
                store = serving(request).at_once
                answered = light(request, store) if store is not None else None
                return answered if answered is not None else await whole(request)

            return handle

    return AtOnce
