"""What whoever runs an installation is told of it: counts for Prometheus and lines on standard error, in which nobody is named."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import orjson
import pytest
from fastapi import Request
from fastapi.responses import Response
from starlette.testclient import TestClient

from app import logs
from app.db import Stores
from app.main import create_app
from app.settings import Settings

TOKEN = "a token of some length"
# Who somebody is, wherever a question or an error may hold it.
CANARY = "Kanarie-Ek-121212-1212"


@pytest.fixture
def lines() -> Iterator[Any]:
    """Lines are written as JSON for as long as the test runs; gives what was written until now."""
    root, level = logging.getLogger(), logging.getLogger().level
    before = list(root.handlers)
    written = StringIO()
    logs.write_as("json", written)
    yield lambda: [orjson.loads(line) for line in written.getvalue().splitlines()]
    logging.raiseExceptions = True
    root.handlers, root.level = before, level
    logging.getLogger("diarium").setLevel(logging.NOTSET)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_prometheus_is_told_counts_by_the_pattern_of_an_address_and_nobody_else_is(
    stores: Stores, using: Settings
) -> None:
    with TestClient(create_app(Settings(**{**using.model_dump(), "metrics_token": TOKEN}))) as client:
        client.get(f"/handlingar/{CANARY}")
        client.get("/api/v1/cases", params={"q": CANARY})
        client.post("/desk/logga-in", data={"login": CANARY, "password": CANARY})
        assert client.get("/metrics").status_code == 404
        assert client.get("/metrics", headers={"Authorization": "Bearer another token"}).status_code == 404
        answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    told = answer.text
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'diarium_requests_total{method="GET",route="/handlingar/{id}",status="404"} 1.0' in told
    assert 'diarium_requests_total{method="POST",route="/desk/logga-in",status="403"} 1.0' in told
    assert 'diarium_jobs{state="queued"} 0.0' in told and "diarium_public_behind_entries 0.0" in told
    assert "Kanarie" not in told and "121212" not in told


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_without_a_token_there_are_no_counts(stores: Stores, using: Settings) -> None:
    with TestClient(create_app(using)) as client:
        assert client.get("/metrics").status_code == 404
        assert client.get("/metrics", headers={"Authorization": "Bearer None"}).status_code == 404


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_line_names_nobody_whatever_was_asked_and_whatever_went_wrong(
    stores: Stores, using: Settings, lines: Any
) -> None:
    app = create_app(Settings(**{**using.model_dump(), "log": "json"}))

    def fails(request: Request) -> Response:
        raise KeyError(request.query_params["who"])

    app.router.add_api_route("/fails/{who}", fails)
    with TestClient(app, raise_server_exceptions=False) as client:
        headers = {"User-Agent": CANARY, "Cookie": f"diarium_desk={CANARY}"}
        client.get(f"/handlingar/{CANARY}", headers=headers)
        client.post("/desk/logga-in", data={"login": CANARY, "password": CANARY})
        assert client.get(f"/fails/{CANARY}", params={"who": CANARY}).status_code == 500
    try:
        raise ValueError(CANARY)
    except ValueError:
        logs.tell_fault("import-failed")
    logging.getLogger("another.library").warning("%s was here", CANARY)
    told = lines()
    assert "Kanarie" not in str(told) and "121212" not in str(told)
    asked = [(line["route"], line["status"]) for line in told if line["event"] == "request"]
    assert asked == [("/handlingar/{id}", 404), ("/desk/logga-in", 403), ("/fails/{who}", 500)]
    (failed,) = (line for line in told if line["event"] == "import-failed")
    assert failed["kind"] == "ValueError" and "test_observed.py" in failed["frames"][-1]


def test_a_line_of_another_library_holds_no_words_of_an_error(lines: Any) -> None:
    async def failing() -> None:
        raise ValueError(CANARY)

    async def left_alone() -> None:
        task = asyncio.create_task(failing())
        await asyncio.sleep(0)
        del task

    asyncio.run(left_alone())
    gc.collect()
    logging.getLogger("procrastinate.worker").error(f"failed with exception: {CANARY}", extra={"action": "job_error"})
    told = lines()
    assert [line["event"] for line in told] == ["Task exception was never retrieved", "job_error"]
    assert told[0]["kind"] == "ValueError" and "Kanarie" not in str(told)
