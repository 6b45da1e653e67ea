"""The data set described for portals: after the profile's rules, the same in both formats, and harmless whatever it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import FOAF, RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

from app.exports.catalogue import RdfFormat, catalogue

HOME = "https://diarium.example"
DCAT, DCTERMS, VCARD = (
    Namespace("http://www.w3.org/ns/dcat#"),
    Namespace("http://purl.org/dc/terms/"),
    Namespace("http://www.w3.org/2006/vcard/ns#"),
)
MANDATORY = [
    (DCAT.Catalog, DCTERMS.title),
    (DCAT.Catalog, DCTERMS.description),
    (DCAT.Catalog, DCTERMS.publisher),
    (DCAT.Catalog, DCTERMS.license),
    (DCAT.Catalog, DCAT.dataset),
    (DCAT.Dataset, DCTERMS.title),
    (DCAT.Dataset, DCTERMS.description),
    (DCAT.Dataset, DCTERMS.publisher),
    (DCAT.Distribution, DCAT.accessURL),
    (DCAT.DataService, DCTERMS.title),
    (DCAT.DataService, DCAT.endpointURL),
    (FOAF.Agent, FOAF.name),
    (VCARD.Organization, VCARD.fn),
    (VCARD.Organization, VCARD.hasEmail),
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(Path(__file__).parent / "dcat_ap_se.ttl")


def read(home: str, contact: str | None, made_as: RdfFormat = RdfFormat.TTL) -> Graph:
    """What the catalogue says."""
    return Graph().parse(data=catalogue(home, contact, made_as), format={"rdf": "xml", "ttl": "turtle"}[made_as])


def failing(graph: Graph, shapes: Graph) -> str:
    """What the shapes find wrong; nothing where all is right."""
    conforms, _report, told = validate(graph, shacl_graph=shapes, advanced=False)
    return "" if conforms else str(told)


@pytest.mark.parametrize("contact", [None, "registrator@alnsjo.example", '"><x@y.example'])
@pytest.mark.parametrize("home", [HOME, 'http://evil.example"/><x xmlns="', "http://evil.example/a> <b> <c"])
def test_what_is_said_is_after_the_profile_and_the_same_in_both_formats(
    shapes: Graph, home: str, contact: str | None
) -> None:
    graph = read(home, contact)
    assert failing(graph, shapes) == ""
    assert isomorphic(graph, read(home, contact, RdfFormat.RDF))
    assert len(list(graph.subjects(RDF.type, VCARD.Organization))) == (contact is not None)


@pytest.mark.parametrize(("kind", "name"), MANDATORY)
def test_a_catalogue_without_what_is_mandatory_is_not_after_the_profile(shapes: Graph, kind: Node, name: Node) -> None:
    graph = read(HOME, "registrator@alnsjo.example")
    for node in list(graph.subjects(RDF.type, kind)):
        graph.remove((node, name, None))
    assert failing(graph, shapes)


def test_a_format_is_a_media_type_as_the_profile_writes_them(shapes: Graph) -> None:
    graph = read(HOME, None)
    graph.add((URIRef(f"{HOME}/data#api"), DCTERMS["format"], URIRef("http://example.org/JSON")))
    assert failing(graph, shapes)
