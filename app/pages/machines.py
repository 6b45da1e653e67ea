"""What programmes look for at fixed addresses: `robots.txt`, sitemaps, and the data set described for catalogues."""

from __future__ import annotations

from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from app.errors import NotFound
from app.exports.catalogue import MEDIA_TYPES, RdfFormat, catalogue
from app.queries.case_refs import case_page
from app.queries.matter_pages import how_many, slugs
from app.web.answers import Public, answer, origin, serving

router = APIRouter()

# What a sitemap holds at most, by its protocol.
EACH = 50_000
# The pages over the matters, which the first sitemap begins with.
_START = ("/", "/arenden", "/motioner", "/sammantraden", "/handlingar", "/data")
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
# The description for catalogues, and what it is asked for as.
CATALOGUE = "/datasets/dcat"
CATALOGUE_FILES = {CATALOGUE: {media_type: str(made_as) for made_as, media_type in MEDIA_TYPES.items()}}


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    """Pages may be read by all; what answers a question is no page."""
    closed = [f"Disallow: {path}" for path in ("/api/", "/sok", "/en/sok", "/rapportera", "/en/rapportera")]
    lines = ["User-agent: *", *closed, f"Sitemap: {origin(request)}/sitemap.xml", ""]
    return answer(request, "\n".join(lines).encode(), "text/plain; charset=utf-8")


@router.get("/sitemap.xml")
def sitemap_index(request: Request, session: Public) -> Response:
    """The sitemaps, as many as it takes."""
    parts = range(1, -(-(len(_START) + how_many(session)) // EACH) + 1)
    entries = "".join(f"<sitemap><loc>{escape(f'{origin(request)}/sitemap-{n}.xml')}</loc></sitemap>" for n in parts)
    return _xml(request, f'<sitemapindex xmlns="{_MAP}">{entries}</sitemapindex>', "application/xml")


@router.get("/sitemap-{n}.xml")
def sitemap(request: Request, session: Public, n: Annotated[int, Path(ge=1, le=100_000)]) -> Response:
    """A part of the matters' pages; the first holds the pages over them too."""
    start = _START if n == 1 else ()
    first = max(0, (n - 1) * EACH - len(_START))
    pages = [*start, *(case_page(place, slug) for place, slug in slugs(session, first, EACH - len(start)))]
    if not pages:
        raise NotFound
    urls = "".join(f"<url><loc>{escape(origin(request) + page)}</loc></url>" for page in pages)
    return _xml(request, f'<urlset xmlns="{_MAP}">{urls}</urlset>', "application/xml")


@router.get(CATALOGUE)
@router.get(f"{CATALOGUE}.rdf")
def catalogue_as_xml(request: Request) -> Response:
    """The data set as DCAT-AP-SE has it, in RDF/XML with whole addresses."""
    return _catalogue(request, RdfFormat.RDF)


@router.get(f"{CATALOGUE}.ttl")
def catalogue_as_turtle(request: Request) -> Response:
    """The same in Turtle."""
    return _catalogue(request, RdfFormat.TTL)


def _catalogue(request: Request, made_as: RdfFormat) -> Response:
    text = catalogue(origin(request), serving(request).settings.contact, made_as)
    return answer(request, text.encode(), f"{MEDIA_TYPES[made_as]}; charset=utf-8")


def _xml(request: Request, body: str, media_type: str) -> Response:
    return answer(request, f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode(), media_type)
