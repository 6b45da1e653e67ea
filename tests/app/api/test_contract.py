"""The promises of version 1: none is broken unseen, and the published JSON Schema is what every answer is held to."""

from __future__ import annotations

from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from app.api.resources import RESOURCES
from tests.app.api.contract import PROMISED, promises
from tests.app.served import case_id


def test_no_promise_is_broken() -> None:
    made = PROMISED.read_text("utf-8").splitlines()
    kept = set(promises())
    assert [line for line in made if line not in kept] == [], "a breaking change: it belongs to another major version"


def test_every_promise_is_written_down() -> None:
    made = set(PROMISED.read_text("utf-8").splitlines())
    assert [line for line in promises() if line not in made] == [], "write it down: python -m tests.app.api.contract"


def test_every_answer_is_held_to_the_published_schema(client: TestClient) -> None:
    answered = client.get("/api/v1/schema.json")
    assert answered.headers["content-type"] == "application/schema+json"
    published = answered.json()
    Draft202012Validator.check_schema(published)
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "#/components" not in answered.text

    def hold(name: str, address: str) -> None:
        whole = {"$ref": f"#/$defs/{name}", "$defs": published["$defs"]}
        Draft202012Validator(whole).validate(client.get(address).json())

    case = case_id(client)
    hold(
        "CaseDetail", f"/api/v1/cases/{case}?include=documents,items,path,findings,ledger,wording,meeting_days,sources"
    )
    hold("Path", f"/api/v1/cases/{case}/path?include=sources")
    hold("ApiInfo", "/api/v1/api-info")
    described = client.get("/api/v1/openapi.json").json()
    for resource in RESOURCES:
        operation = described["paths"][f"/api/v1/{resource.name}"]["get"]
        shape = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        hold(shape, f"/api/v1/{resource.name}?limit=500")
    assert described["info"]["x-json-schema"].endswith("/api/v1/schema.json")
