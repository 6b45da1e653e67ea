"""What programmes look for at fixed addresses."""

from __future__ import annotations

import re

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from app.pages import machines
from tests.app.served import CONTACT


def test_the_data_set_is_described_in_the_format_asked_for(client: TestClient) -> None:
    def asked(address: str, accept: str = "*/*") -> tuple[str, str]:
        answered = client.get(address, headers={"Accept": accept})
        return answered.headers["content-type"].partition(";")[0], answered.text

    xml, turtle = asked("/datasets/dcat.rdf"), asked("/datasets/dcat.ttl")
    assert (xml[0], turtle[0]) == ("application/rdf+xml", "text/turtle")
    assert asked("/datasets/dcat") == asked("/datasets/dcat", "application/rdf+xml, text/turtle;q=0.5") == xml
    assert asked("/datasets/dcat", "text/turtle, application/rdf+xml;q=0.5") == turtle
    for graph in (Graph().parse(data=xml[1], format="xml"), Graph().parse(data=turtle[1], format="turtle")):
        assert URIRef(f"mailto:{CONTACT}") in graph.objects() and URIRef("http://testserver/data") in graph.subjects()


def test_every_page_of_a_matter_is_in_a_sitemap(client: TestClient) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text
    assert "http://testserver/sitemap-1.xml" in client.get("/sitemap.xml").text
    listed = client.get("/sitemap-1.xml").text
    for case in client.get("/api/v1/cases").json()["cases"]:
        assert client.get(case["page"]).status_code == 200
        assert f"<loc>http://testserver{case['page']}</loc>" in listed
    assert client.get("/sitemap-2.xml").status_code == 404
    assert machines.EACH == 50_000


def test_no_page_is_lost_where_one_sitemap_ends(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap-1.xml").text)
    monkeypatch.setattr(machines, "EACH", len(whole) - 1)
    parts = re.findall(r"<loc>http://testserver([^<]+)</loc>", client.get("/sitemap.xml?").text)
    assert parts == ["/sitemap-1.xml", "/sitemap-2.xml"]
    listed = [re.findall(r"<loc>([^<]+)</loc>", client.get(f"{part}?").text) for part in parts]
    assert [page for part in listed for page in part] == whole and len(listed[1]) == 1
