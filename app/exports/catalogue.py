"""The data set as data portals read it, after DCAT-AP-SE 3: a catalogue, its data set, and how that can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from urllib.parse import quote

from app.exports.rdf import RDF_XML, TURTLE, Address, Thing, Words, rdf_xml, turtle

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_EU = "http://publications.europa.eu/resource/authority"
# The profile wants the catalogue under CC0; so is the data.
_LICENSE = ("dcterms:license", Address("http://creativecommons.org/publicdomain/zero/1.0/"))
_PUBLIC = ("dcterms:accessRights", Address(f"{_EU}/access-right/PUBLIC"))
_SWEDISH = ("dcterms:language", Address(f"{_EU}/language/SWE"))
_TITLE = Words("Ärenden, beslut, yrkanden, reservationer och närvaro", "sv")
_TITLE_IN_ENGLISH = Words("Matters, decisions, motions and proposals, reservations and attendance", "en")
_SAYS = Words("Vem som yrkade vad, vad varje organ föreslog och vad som beslutades, med källa.", "sv")
_KEYWORDS = ("kommun", "protokoll", "beslut", "motion", "votering")


class RdfFormat(StrEnum):
    """What ends the address of the catalogue."""

    RDF = "rdf"
    TTL = "ttl"


MEDIA_TYPES = {RdfFormat.RDF: RDF_XML, RdfFormat.TTL: TURTLE}
_WRITERS: Mapping[RdfFormat, Callable[[Iterable[Thing], Mapping[str, str]], str]] = {
    RdfFormat.RDF: rdf_xml,
    RdfFormat.TTL: turtle,
}


def catalogue(home: str, contact: str | None, made_as: RdfFormat) -> str:
    """The catalogue of the installation whose addresses begin with `home`; `contact` is the address that mail goes to."""
    publisher = Thing(f"{home}/#agent", "foaf:Agent", [("foaf:name", Words("Diarium", "sv"))])
    by = ("dcterms:publisher", Address(publisher.address))
    asked = [_contact(home, contact)] if contact else []
    at_hand = [("dcat:contactPoint", Address(one.address)) for one in asked]
    package = _file(home, "package", "/data/diarium.zip", "application/zip", "Allt som är offentligt, som datapaket")
    database = _file(
        home, "database", "/data/diarium.db", "application/vnd.sqlite3", "Allt som är offentligt, som SQLite"
    )
    service = Thing(
        f"{home}/data#service",
        "dcat:DataService",
        [
            ("dcterms:title", Words("Diariums API", "sv")),
            ("dcat:endpointURL", Address(f"{home}/api/v1")),
            ("dcat:endpointDescription", Address(f"{home}/api/v1/openapi.json")),
            ("dcat:servesDataset", Address(f"{home}/data")),
            by,
            *at_hand,
            _LICENSE,
            _PUBLIC,
        ],
    )
    api = Thing(
        f"{home}/data#api",
        "dcat:Distribution",
        [
            ("dcterms:title", Words("API", "sv")),
            ("dcat:accessURL", Address(f"{home}/api/v1")),
            ("dcat:accessService", Address(service.address)),
            ("dcterms:format", Words("application/json")),
            _LICENSE,
        ],
    )
    had = [package, database, api]
    data = Thing(
        f"{home}/data",
        "dcat:Dataset",
        [
            ("dcterms:title", _TITLE),
            ("dcterms:title", _TITLE_IN_ENGLISH),
            ("dcterms:description", _SAYS),
            by,
            *at_hand,
            _PUBLIC,
            _SWEDISH,
            ("dcat:theme", Address(f"{_EU}/data-theme/GOVE")),
            *(("dcat:keyword", Words(word, "sv")) for word in _KEYWORDS),
            ("dcat:landingPage", Address(f"{home}/data")),
            *(("dcat:distribution", Address(one.address)) for one in had),
        ],
    )
    whole = Thing(
        f"{home}/datasets/dcat",
        "dcat:Catalog",
        [
            ("dcterms:title", Words("Diarium: kommunala ärenden", "sv")),
            ("dcterms:description", Words("Öppna data ur kommunala protokoll.", "sv")),
            by,
            _LICENSE,
            _SWEDISH,
            ("foaf:homepage", Address(f"{home}/")),
            ("dcat:themeTaxonomy", Address(f"{_EU}/data-theme")),
            ("dcat:dataset", Address(data.address)),
        ],
    )
    return _WRITERS[made_as]([whole, data, *had, service, publisher, *asked], _PREFIXES)


def _contact(home: str, mail: str) -> Thing:
    """Whom to write to. The profile wants both a name and an address."""
    to = Address(f"mailto:{quote(mail, safe='@+')}")
    return Thing(f"{home}/#contact", "vcard:Organization", [("vcard:fn", Words("Diarium")), ("vcard:hasEmail", to)])


def _file(home: str, name: str, path: str, media_type: str, title: str) -> Thing:
    at = Address(f"{home}{path}")
    return Thing(
        f"{home}/data#{name}",
        "dcat:Distribution",
        [
            ("dcterms:title", Words(title, "sv")),
            ("dcat:accessURL", at),
            ("dcat:downloadURL", at),
            ("dcterms:format", Words(media_type)),
            _LICENSE,
        ],
    )
