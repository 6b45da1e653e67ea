"""Spans of what is done, told to the SDK's own memory and to a collector over HTTP: what they hold, and that nobody is named in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from fastapi import Request
from fastapi.responses import Response
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.testclient import TestClient

from app import traces
from app.db import Stores
from app.imports.filing import accept, work
from app.imports.uploads import Claims, Upload
from app.imports.workers import at_work
from app.main import create_app
from app.settings import Settings
from tests.app.sheets import ALNSJO, sheet
from tests.app.web.test_observed import CANARY

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
# Nobody listens there: what is told to memory is sent to nobody.
COLLECTOR = "http://127.0.0.1:9/v1/traces"


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    memory = InMemorySpanExporter()
    with traces.telling(SimpleSpanProcessor(memory)):
        yield memory


def told(memory: InMemorySpanExporter) -> list[tuple[str, dict[str, object]]]:
    return [(span.name, dict(span.attributes or {})) for span in memory.get_finished_spans()]


def test_a_question_is_a_span_that_names_nobody(stores: Stores, using: Settings, spans: InMemorySpanExporter) -> None:
    app = create_app(using.model_copy(update={"traces_url": COLLECTOR}))

    def fails(request: Request) -> Response:
        raise KeyError(request.query_params["who"])

    app.router.add_api_route("/fails/{who}", fails)
    with TestClient(app, raise_server_exceptions=False) as client:
        spans.clear()  # of opening the installation
        headers = {
            "User-Agent": CANARY,
            "Cookie": f"diarium_desk={CANARY}",
            "traceparent": f"00-{'a' * 32}-{'b' * 16}-01",
        }
        client.get(f"/handlingar/{CANARY}", headers=headers)
        client.get("/personer", params={"q": CANARY})
        client.post("/desk/logga-in", data={"login": CANARY, "password": CANARY})
        client.get(f"/fails/{CANARY}", params={"who": CANARY})
        client.get("/personer", params={"q": CANARY})
        client.get("/personer/", follow_redirects=False)
        client.get("/healthz")
    found = [
        (name, a["http.response.status_code"], a["diarium.statements"] > 0, a.get("error.type"))
        for name, a in told(spans)
    ]
    assert found == [
        ("GET /handlingar/{id}", 404, True, None),
        ("GET /personer", 200, True, None),
        ("POST /desk/logga-in", 403, True, None),
        ("GET /fails/{who}", 500, False, "KeyError"),
        ("GET cached", 200, False, None),
        ("GET other", 308, False, None),
        ("GET /healthz", 200, False, None),
    ]
    written = "".join(span.to_json() for span in spans.get_finished_spans())
    assert "Kanarie" not in written and "121212" not in written and "a" * 32 not in written


def test_reading_and_filing_are_spans_without_a_word_of_the_file(
    stores: Stores, using: Settings, spans: InMemorySpanExporter
) -> None:
    paper = sheet(1)
    with at_work(stores, using) as worker:
        upload = accept(worker, paper, Claims(f"{CANARY}.pdf", CANARY, ALNSJO))
        assert isinstance(upload, Upload)
        work(worker, upload)
    (reading, read), (filing, filed) = told(spans)
    assert (reading, filing) == ("reading", "filing")
    assert (read["diarium.bytes"], read["diarium.pages"], read["diarium.documents"]) == (len(paper), 1, 1)
    assert (filed["diarium.state"], filed["diarium.items"], filed["diarium.statements"] > 10) == ("imported", 1, True)
    assert read.keys() | filed.keys() == {
        f"diarium.{name}" for name in ("bytes", "pages", "documents", "statements", "state", "items")
    }
    assert "Kanarie" not in "".join(span.to_json() for span in spans.get_finished_spans())


@contextmanager
def collector() -> Iterator[tuple[str, list[ExportTraceServiceRequest]]]:
    """Takes spans in on a port of this machine, as OTLP over HTTP has it."""
    taken: list[ExportTraceServiceRequest] = []

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Takes)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/traces", taken
    finally:  # a thread that goes on would keep the tests from ending
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_collector_is_sent_them_by_the_end(using: Settings) -> None:
    with collector() as (url, taken):
        with traces.sending(url), traces.span("reading") as span:
            span.tell(pages=3)
        with traces.span("told to nobody"):
            pass
    (sent,) = taken
    (of_us,) = sent.resource_spans
    assert {one.key: one.value.string_value for one in of_us.resource.attributes}["service.name"] == "diarium"
    assert [one.name for one in of_us.scope_spans[0].spans] == ["reading"]
