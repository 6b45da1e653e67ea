"""A matter on other sites: a card to frame, and its chain as a picture by itself."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app import resources
from app.errors import CaseNotFound
from app.language.deadlines import next_by
from app.pages.chain import draw
from app.pages.languages import at
from app.pages.rendering import STYLE, render
from app.pages.summary import subjects
from app.queries.case_refs import address_of
from app.queries.cases import by_slug
from app.queries.one_matter import Matter
from app.security.headers import POLICY
from app.today import today
from app.web.answers import Public, origin

router = APIRouter()
_PALETTE = re.compile(
    r"^:root \{.*?^\}|^@media screen and \(prefers-color-scheme: dark\) \{.*?^\}", re.DOTALL | re.MULTILINE
)
_CHAIN = re.compile(r"/\* the chain, drawn \*/\n(.*?)/\* until here \*/", re.DOTALL)


@router.get("/en/arenden/{place}/{slug}/kort")
@router.get("/arenden/{place}/{slug}/kort")
def card(request: Request, session: Public, place: str, slug: str) -> Response:
    """Where the matter stands and what comes next, which any site may frame."""
    matter = _matter(session, place, slug)
    by = next_by(matter.deadline) if matter.deadline else None
    page = render(request, "card.html", case=matter.row, next_by=by, page=_page(request, matter))
    page.headers["Content-Security-Policy"] = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
    return page


@router.get("/en/arenden/{place}/{slug}/kedja.svg")
@router.get("/arenden/{place}/{slug}/kedja.svg")
def chain_picture(request: Request, session: Public, place: str, slug: str) -> Response:
    """The chain as SVG that needs nothing else; its stations lead to the matter's page."""
    matter = _matter(session, place, slug)
    page = render(
        request,
        "chain.svg",
        media_type="image/svg+xml",
        drawing=draw(matter.steps),
        about=subjects(matter),
        page=_page(request, matter),
        look=_look(),
    )
    digest = base64.b64encode(hashlib.sha256(_look().encode()).digest()).decode()
    page.headers["Content-Security-Policy"] = f"default-src 'none'; style-src 'sha256-{digest}'"
    page.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return page


def _matter(session: Session, place: str, slug: str) -> Matter:
    case = by_slug(session, place, slug)
    if case is None:
        raise CaseNotFound(f"{place}/{slug}")
    return Matter(session, case, today())


def _page(request: Request, matter: Matter) -> str:
    return f"{origin(request)}{at(address_of(matter.row))}"


@cache
def _look() -> str:
    """The palette and the chain's rules of the one style sheet."""
    style = (resources.static() / STYLE).read_text()
    return "\n".join([*_PALETTE.findall(style), *_CHAIN.findall(style)])
