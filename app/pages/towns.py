"""The pages of one municipality, at a host or under a path of its own: its lists hold what is its, and what is another's is led to
where the installation has it. Permanent addresses (`link rel=canonical`, sitemaps, feeds) are the installation's, whichever is asked."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.errors import NotFound
from app.pages.languages import swedish_path
from app.register.towns import LEAST_CONTRAST, contrast_with_white
from app.web.static import KEPT
from app.web.towns import town_within

router = APIRouter()

# The lists, each narrowed by the parameter `kommun`.
_LISTS = frozenset(
    (
        "/",
        "/arenden",
        "/handlingar",
        "/iakttagelser",
        "/kvalitet",
        "/motioner",
        "/motioner.csv",
        "/organ",
        "/paragrafer",
        "/partier",
        "/personer",
        "/reservationer",
        "/sammantraden",
        "/sok",
        "/statistik",
        "/statistik/partier",
        "/statistik/tackning",
        "/voteringar",
        "/yrkanden",
        "/yttranden",
    )
)
_NARROWS = "kommun"
# What the installation has once, with cookies for its own path.
_ONCE = re.compile(r"/(?:desk|metrics)(?:/.*)?", re.DOTALL)
# What lies under its municipality's slug.
_PLACED = re.compile(r"/(?:arenden|organ|paragrafer|partier|sammantraden)/([^/]+)/[^/]+(?:/.*)?", re.DOTALL)


class WithinTown:
    """Wraps API and pages. The API answers for the whole installation everywhere; its addresses name what they are narrowed to."""

    def __init__(self, app: ASGIApp, base_url: str | None) -> None:
        self.app = app
        self._base_url = base_url or ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        town = town_within(scope) if scope["type"] == "http" else None
        if town is None:
            await self.app(scope, receive, send)
            return
        path = swedish_path(scope["path"])
        placed = _PLACED.fullmatch(path)
        if (placed and placed[1] != town.place.slug) or (town.path and _ONCE.fullmatch(path)):
            await _led_to(self._base_url, scope)(scope, receive, send)
            return
        if path in _LISTS:
            scope = {**scope, "query_string": _narrowed(scope["query_string"], town.place.slug)}
        await self.app(scope, receive, send)


def led_home(request: Request, base_url: str | None, slug: str) -> Response | None:
    """Where what is of the municipality with this slug is led to from another's pages; None where it is at home."""
    town = town_within(request)
    return None if town is None or slug == town.place.slug else _led_to(base_url or "", request.scope)


def _led_to(base_url: str, scope: Scope) -> Response:
    query = scope["query_string"].decode("latin-1")
    path = quote(scope["path"], safe="/:@!$&'()*+,;=~")
    return RedirectResponse(f"{base_url}{path}{f'?{query}' if query else ''}", status_code=307)


def _narrowed(query: bytes, slug: str) -> bytes:
    """The question, asked of this municipality whatever it named."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    return urlencode([*((name, value) for name, value in pairs if name != _NARROWS), (_NARROWS, slug)]).encode()


@router.get("/farg/{colour}.css")
def colour(colour: str) -> Response:
    """What a municipality's name stands on; a colour that white cannot be read on is none."""
    try:
        readable = contrast_with_white(f"#{colour}") >= LEAST_CONTRAST
    except ValueError:
        readable = False
    if not readable:
        raise NotFound
    style = f".town {{ background: #{colour}; color: #fff; }}\n"
    return Response(style, media_type="text/css", headers={"Cache-Control": KEPT})
