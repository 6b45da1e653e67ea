"""The description of the API, `/api/v1/openapi.json`: what it is for, what it cannot do, an example of every answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from app import __version__
from app.api.list_examples import all_examples
from app.api.list_files import list_files
from app.api.resources import RESOURCES
from app.api.response_headers import HEADERS, with_headers
from app.api.row_files import row_files
from app.schemas.filing import Problem
from app.settings import Settings
from app.web.answers import PREFIX, answer, json_answer, json_bytes, origin

router = APIRouter()

DESCRIPTION = """\
**Svenska.** Diarium läser kommunala protokoll och visar varje ärendes gång: vem som yrkade vad, vad varje organ
föreslog, vem som reserverade sig, vad som beslutades och var ärendet ligger nu. Varje uppgift har sin källa: fil, sida,
ruta och ordalydelse. Läsning är öppen för alla. Att lämna in filer kräver en nyckel. Uppgifterna är fria att använda (CC0);
handlingarna är sina myndigheters egna.

**English.** Diarium reads the minutes of Swedish municipalities and shows the path of each matter: who moved what, what
each body proposed, who reserved themselves, what was decided and where the matter lies now. Every fact has its source:
file, page, box and words. Anyone may read. Filing takes a key. The facts are free to use (CC0); the documents are their
authorities' own.

**Begränsningar / Limitations.** En nämnds eller styrelses paragraf är ett förslag tills den som beslutar har talat. Det som
handlingarna inte säger är `null`. / A committee's paragraph is a proposal until the body that decides has spoken. What the
documents do not state is `null`.

**Allt på en gång / Everything at once.** `/data/diarium.zip` (`application/zip`: JSON Lines, CSV, `datapackage.json`),
`/data/diarium.db` (`application/vnd.sqlite3`), `/datasets/dcat` (`application/rdf+xml`) och / and `/datasets/dcat.ttl`
(`text/turtle`).
"""
LIMITATIONS = "Only what has been filed and released is here; what could not be read is said to be unread."
SERVICE_LEVEL = {
    "availability": "Ingen utfäst. None promised.",
    "responseTime": "Ingen utfäst. None promised.",
    "support": "Hos den myndighet som driver registret. By the authority that runs the register.",
}
LICENSE = {
    "name": "CC0 1.0 (uppgifterna, the facts)",
    "url": "https://creativecommons.org/publicdomain/zero/1.0/",
}
TAGS = [
    *({"name": one.name, "description": f"{one.many}. {one.described}"} for one in RESOURCES),
    {"name": "search", "description": "Sökning. Search by words, over everything at once."},
    {
        "name": "statistics",
        "description": "Tal, vart och ett med sin lista. Figures, each with the list that it counts.",
    },
    {"name": "imports", "description": "Inlämning. Filing of PDFs, with a key."},
    {"name": "api-info", "description": "Om API:et. About the API."},
]
_ENDED = "Also by the address: its path with `.{ending}` at its end."
_EXAMPLES = all_examples()


@router.get("/openapi.json", include_in_schema=False, operation_id="get_openapi")
def get_description(request: Request) -> Response:
    return json_answer(request, request.app.openapi())


@router.get("/schema.json", include_in_schema=False, operation_id="get_schema")
def get_schema(request: Request) -> Response:
    """The shapes of all answers as one JSON Schema: there is no national one for diarium, minutes, motions or decisions."""
    shapes = json_bytes(request.app.openapi()["components"]["schemas"])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{origin(request)}{PREFIX}/schema.json",
        "title": "Diarium",
        "description": "Ärenden, handlingar, paragrafer, yrkanden. The shapes of the answers of version 1.",
        "$defs": orjson.loads(shapes.replace(b"#/components/schemas/", b"#/$defs/")),
    }
    return answer(request, json_bytes(schema), "application/schema+json")


def describe(app: FastAPI, using: Settings) -> dict[str, Any]:
    """The OpenAPI description of everything under `/api/v1`."""
    home = f"{using.base_url or f'http://{using.host}:{using.port}'}/"
    description = get_openapi(
        title="Diarium",
        version=__version__,
        description=DESCRIPTION,
        contact={"name": "Diarium", "url": home},
        license_info=LICENSE,
        tags=TAGS,
        external_docs={"description": "Registret som sidor. The register as pages.", "url": home},
        routes=app.routes,
    )
    description["info"] |= {"x-limitations": LIMITATIONS, "x-sla": SERVICE_LEVEL}
    description["info"]["x-json-schema"] = f"{home.rstrip('/')}{PREFIX}/schema.json"
    if using.contact:
        description["info"]["contact"]["email"] = using.contact
    description["servers"] = [{"url": using.base_url or "/"}]
    description["components"]["schemas"].setdefault(Problem.__name__, Problem.model_json_schema())
    files = {**list_files(), **row_files()}
    for address, path in description["paths"].items():
        if address in files:
            _as_files(path["get"], files[address])
        for operation in path.values():
            _exemplify(operation)
            _by_commas(operation)
            with_headers(operation)
    description["components"]["headers"] = HEADERS
    return description


def _exemplify(operation: dict[str, Any]) -> None:
    """Put an example beside every JSON answer of an operation."""
    for status, response in operation["responses"].items():
        for media_type, content in response.get("content", {}).items():
            if media_type == "application/problem+json":
                content["examples"] = {"problem": {"value": _problem(status, response["description"])}}
            elif media_type == "application/json":
                content["examples"] = {"example": {"value": _EXAMPLES[content["schema"]["$ref"].rpartition("/")[2]]}}


def _as_files(operation: dict[str, Any], endings: Mapping[str, str]) -> None:
    """Tell what a list can be had as beside JSON, by the ending of its address or by Accept."""
    content = operation["responses"]["200"]["content"]
    for media_type, ending in endings.items():
        content[media_type] = {"schema": {"type": "string", "description": _ENDED.format(ending=ending)}}


def _by_commas(operation: dict[str, Any]) -> None:
    """Lists in addresses are written with commas, `include=items,path`."""
    for parameter in operation.get("parameters", []):
        if parameter["schema"].get("type") == "array":
            parameter |= {"style": "form", "explode": False}


def _problem(status: str, description: str) -> dict[str, Any]:
    number = int(status) if status.isdigit() else 500
    return {
        "type": "urn:diarium:problem:example",
        "title": "Exempel",
        "status": number,
        "detail": description,
        "instance": "/api/v1/cases",
    }
