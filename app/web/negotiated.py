"""The format that a reader asks for in `Accept`: the same as the end of the address says, `/api/v1/cases.csv`.

A question for a list in another format than JSON goes on as the question for that file, so what is kept, tagged and counted
of either is the same. What the reader takes equally well as JSON stays JSON. Who takes nothing that there is, is refused and
told what there is: JSON in a file that was to be a table or a picture is found out late, if at all.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import DiariumError, Exit
from app.language.i18n import N_

JSON = "application/json"
# JSON Lines is registered under no name, and goes by several.
_ALSO = {
    "application/jsonl": "application/x-ndjson",
    "application/x-jsonlines": "application/x-ndjson",
    "application/ndjson": "application/x-ndjson",
}
_LONGEST = 1_000


class NotAcceptable(DiariumError):
    """None of the media types that a reader takes is one of the `kinds` that there are."""

    code = "not-acceptable"
    title = N_("Finns inte i det formatet")
    detail = N_("Det som frågan gäller finns inte som {accept}. Det finns som {kinds}.")
    status = 406
    exit_code = Exit.WRONG_USE

    def __init__(self, accept: str, kinds: list[str]) -> None:
        super().__init__(accept=accept, kinds=", ".join(kinds))


Refuse = Callable[[Scope, Receive, Send, NotAcceptable], Awaitable[None]]


class Negotiated:
    """Wraps what answers. `files` has, for each address, what ends it by the media type of the format, and for those that
    end in any id the address with `{id}` there; the address itself is answered as the media type `usual`. Who takes none of them is refused, or given the usual where nobody is."""

    def __init__(
        self, app: ASGIApp, files: Mapping[str, Mapping[str, str]], usual: str, refuse: Refuse | None = None
    ) -> None:
        self.app = app
        self._files = files
        self._usual = usual
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_asked = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        endings = self._endings(scope["path"]) if is_asked else None
        if endings is None:
            await self.app(scope, receive, send)
            return

        async def varying(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).add_vary_header("Accept")
            await send(message)

        accept = ", ".join(Headers(scope=scope).getlist("accept"))[:_LONGEST]
        kinds = [self._usual, *(kind for kind in endings if kind != self._usual)]
        liked = liked_best(accept, kinds)
        if liked is None and self._refuse is not None:
            await self._refuse(scope, receive, varying, NotAcceptable(accept, kinds))
            return
        if liked is not None and liked != self._usual:
            path = f"{scope['path']}.{endings[liked]}"
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await self.app(scope, receive, varying)

    def _endings(self, path: str) -> Mapping[str, str] | None:
        """What the address may end in; None where it ends so, or nothing else is at hand."""
        if path in self._files:
            return self._files[path]
        of, _, id = path.rpartition("/")
        endings = self._files.get(f"{of}/{{id}}") if id else None
        return None if endings and id.endswith(tuple(f".{ending}" for ending in endings.values())) else endings


def liked_best(accept: str, kinds: list[str]) -> str | None:
    """The kind that an Accept header likes best of these, the first where it likes several alike or says nothing that can be
    read: `text/csv, application/json;q=0.5` → `text/csv`. None where it likes none of them."""
    weights = dict[str, float]()
    for part in accept.split(","):
        kind, *parameters = (text.strip().casefold() for text in part.split(";"))
        weight = _weight(parameters)
        if "/" in kind and weight is not None:
            kind = _ALSO.get(kind, kind)
            weights[kind] = max(weights.get(kind, 0.0), weight)
    if not weights:
        return kinds[0]
    best, most = None, 0.0
    for one in kinds:
        by_range = (one, f"{one.partition('/')[0]}/*", "*/*")
        weight = next((weights[name] for name in by_range if name in weights), 0.0)
        if weight > most:
            best, most = one, weight
    return best


def _weight(parameters: list[str]) -> float | None:
    """Between 0 and 1; None where it cannot be read."""
    written = next((text[2:] for text in parameters if text.startswith("q=")), "1")
    try:
        return min(1.0, max(0.0, float(written)))
    except ValueError:
        return None
