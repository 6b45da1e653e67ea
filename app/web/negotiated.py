"""The format that a reader asks for in `Accept`: the same as the end of the address says, `/api/v1/cases.csv`.

A question for a list in another format than JSON goes on as the question for that file, so what is kept, tagged and counted
of either is the same. What the reader takes equally well as JSON stays JSON, and so does what nothing is made as.
"""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_JSON = "application/json"
_LONGEST = 1_000


class Negotiated:
    """Wraps what answers. `files` has, for the address of each list, what ends it by the media type of the format."""

    def __init__(self, app: ASGIApp, files: Mapping[str, Mapping[str, str]]) -> None:
        self.app = app
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        endings = self._files.get(scope["path"]) if scope["type"] == "http" else None
        if endings is None:
            await self.app(scope, receive, send)
            return

        async def varying(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).add_vary_header("Accept")
            await send(message)

        liked = liked_best(Headers(scope=scope).get("accept", ""), [_JSON, *endings])
        if liked in endings:
            path = f"{scope['path']}.{endings[liked]}"
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await self.app(scope, receive, varying)


def liked_best(accept: str, kinds: list[str]) -> str:
    """The kind that an Accept header likes best of these, the first where it likes several alike or none:
    `text/csv, application/json;q=0.5` → `text/csv`."""
    weights = dict[str, float]()
    for part in accept[:_LONGEST].split(","):
        kind, *parameters = (text.strip().casefold() for text in part.split(";"))
        weights[kind] = max(weights.get(kind, 0.0), _weight(parameters))
    best, most = kinds[0], 0.0
    for one in kinds:
        by_range = (one, f"{one.partition('/')[0]}/*", "*/*")
        weight = next((weights[name] for name in by_range if name in weights), 0.0)
        if weight > most:
            best, most = one, weight
    return best


def _weight(parameters: list[str]) -> float:
    written = next((text[2:] for text in parameters if text.startswith("q=")), "1")
    try:
        return min(1.0, max(0.0, float(written)))
    except ValueError:
        return 0.0
