"""What programmes look for at fixed addresses."""

from __future__ import annotations

from rdflib import RDF, Graph, Namespace
from starlette.testclient import TestClient

from app.pages import machines
from tests.app.served import CONTACT

DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
# What DCAT-AP-SE demands of each class.
MANDATORY = {
    DCAT.Catalog: (DCT.title, DCT.description, DCT.publisher, DCT.license, DCAT.dataset),
    DCAT.Dataset: (DCT.title, DCT.description, DCT.publisher),
    DCAT.Distribution: (DCAT.accessURL, DCT.license),
}


def test_the_data_set_is_described_as_catalogues_demand(client: TestClient) -> None:
    answered = client.get("/datasets/dcat")
    assert answered.headers["content-type"].startswith("application/rdf+xml")
    graph = Graph().parse(data=answered.text, format="xml")
    for kind, properties in MANDATORY.items():
        nodes = list(graph.subjects(RDF.type, kind))
        assert nodes and all((node, one, None) in graph for node in nodes for one in properties)
        assert all(str(node).startswith("http://testserver/") for node in nodes)
    assert f"mailto:{CONTACT}" in answered.text


def test_every_page_of_a_matter_is_in_a_sitemap(client: TestClient) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text
    assert "http://testserver/sitemap-1.xml" in client.get("/sitemap.xml").text
    listed = client.get("/sitemap-1.xml").text
    for case in client.get("/api/v1/cases").json()["cases"]:
        assert client.get(case["page"]).status_code == 200
        assert f"<loc>http://testserver{case['page']}</loc>" in listed
    assert client.get("/sitemap-2.xml").status_code == 404
    assert machines.EACH == 50_000
