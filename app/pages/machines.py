"""What programmes look for at fixed addresses: `robots.txt`, sitemaps, and the data set described for catalogues."""

from __future__ import annotations

from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from app.errors import NotFound
from app.queries.case_refs import case_page
from app.queries.matter_pages import how_many, slugs
from app.web.answers import Public, answer, origin, serving

router = APIRouter()

# What a sitemap holds at most, by its protocol.
EACH = 50_000
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
_PACKAGE, _API = "Allt som är offentligt, som datapaket", "API"


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    """Pages may be read by all; what answers a question is no page."""
    lines = ["User-agent: *", "Disallow: /api/", "Disallow: /sok", f"Sitemap: {origin(request)}/sitemap.xml", ""]
    return answer(request, "\n".join(lines).encode(), "text/plain; charset=utf-8")


@router.get("/sitemap.xml")
def sitemap_index(request: Request, session: Public) -> Response:
    """The sitemaps, as many as it takes."""
    parts = range(1, max(1, -(-how_many(session) // EACH)) + 1)
    entries = "".join(f"<sitemap><loc>{escape(f'{origin(request)}/sitemap-{n}.xml')}</loc></sitemap>" for n in parts)
    return _xml(request, f'<sitemapindex xmlns="{_MAP}">{entries}</sitemapindex>', "application/xml")


@router.get("/sitemap-{n}.xml")
def sitemap(request: Request, session: Public, n: Annotated[int, Path(ge=1, le=100_000)]) -> Response:
    """A part of the matters' pages; the first holds the pages over them too."""
    pages = [case_page(place, slug) for place, slug in slugs(session, (n - 1) * EACH, EACH)]
    if not pages and n > 1:
        raise NotFound
    start = ["/", "/arenden", "/motioner", "/sammantraden", "/data"] if n == 1 else []
    urls = "".join(f"<url><loc>{escape(origin(request) + page)}</loc></url>" for page in [*start, *pages][:EACH])
    return _xml(request, f'<urlset xmlns="{_MAP}">{urls}</urlset>', "application/xml")


@router.get("/datasets/dcat")
def catalogue(request: Request) -> Response:
    """The data set as DCAT-AP-SE 3 has it, in RDF/XML with whole addresses."""
    home, contact = escape(origin(request), {'"': "&quot;"}), serving(request).settings.contact
    mail = f'<vcard:hasEmail rdf:resource="mailto:{escape(contact, {chr(34): "&quot;"})}"/>' if contact else ""
    agent = f'<foaf:Agent rdf:about="{home}/#agent"><foaf:name xml:lang="sv">Diarium</foaf:name></foaf:Agent>'
    body = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:vcard="http://www.w3.org/2006/vcard/ns#">
<dcat:Catalog rdf:about="{home}/datasets/dcat">
<dcterms:title xml:lang="sv">Diarium: kommunala ärenden</dcterms:title>
<dcterms:description xml:lang="sv">Öppna data ur kommunala protokoll.</dcterms:description>
<dcterms:publisher>{agent}</dcterms:publisher><dcterms:license rdf:resource="{_CC0}"/>
<dcat:dataset rdf:resource="{home}/data"/>
</dcat:Catalog>
<dcat:Dataset rdf:about="{home}/data">
<dcterms:title xml:lang="sv">Ärenden, beslut, yrkanden, reservationer och närvaro</dcterms:title>
<dcterms:description xml:lang="sv">Vem som yrkade vad, vad varje organ föreslog och vad som beslutades, med källa.</dcterms:description>
<dcterms:publisher rdf:resource="{home}/#agent"/>
<dcterms:accessRights rdf:resource="http://publications.europa.eu/resource/authority/access-right/PUBLIC"/>
<dcat:theme rdf:resource="http://publications.europa.eu/resource/authority/data-theme/GOVE"/>
<dcat:contactPoint><vcard:Organization rdf:about="{home}/#contact"><vcard:fn>Diarium</vcard:fn>{mail}</vcard:Organization></dcat:contactPoint>
<dcat:landingPage rdf:resource="{home}/data"/>
{_distribution(home, "package", _PACKAGE, "/data/diarium.zip", "ZIP")}
{_distribution(home, "api", _API, "/api/v1", "JSON")}
</dcat:Dataset>
</rdf:RDF>"""
    return _xml(request, body, "application/rdf+xml")


def _distribution(home: str, name: str, title: str, path: str, kind: str) -> str:
    return (
        f'<dcat:distribution><dcat:Distribution rdf:about="{home}/data#{name}"><dcterms:title xml:lang="sv">{title}'
        f'</dcterms:title><dcat:accessURL rdf:resource="{home}{path}"/><dcterms:license rdf:resource="{_CC0}"/>'
        f'<dcterms:format rdf:resource="{_TYPES}{kind}"/></dcat:Distribution></dcat:distribution>'
    )


def _xml(request: Request, body: str, media_type: str) -> Response:
    return answer(request, f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode(), media_type)
