"""The national REST API profile (1.2.0), a row a rule: S must hold, B should, and a B that does not says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from starlette.testclient import TestClient

Check = Callable[["Probe"], bool]
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
RESOURCE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
CASES = "/api/v1/cases"


@dataclass(frozen=True, slots=True)
class Rule:
    """`holds` is the check, or for a B the reason why it does not hold."""

    id: str
    level: Literal["S", "B"]
    says: str
    holds: Check | str


@dataclass(frozen=True, slots=True)
class Probe:
    """What a rule is held to: live answers, the description, and the description of an installation on the open net."""

    client: TestClient
    described: dict[str, Any]
    public: dict[str, Any]

    @property
    def info(self) -> dict[str, Any]:
        found: dict[str, Any] = self.described["info"]
        return found

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for path, methods in self.described["paths"].items():
            for method, operation in methods.items():
                yield path, method, operation

    def responses(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for _, _, operation in self.operations():
            yield from operation["responses"].items()

    def parameters(self) -> Iterator[dict[str, Any]]:
        for _, _, operation in self.operations():
            yield from operation.get("parameters", [])

    def queries(self) -> list[dict[str, Any]]:
        return [parameter for parameter in self.parameters() if parameter["in"] == "query"]

    def properties(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for shape in self.described["components"]["schemas"].values():
            yield from shape.get("properties", {}).items()

    def segments(self) -> set[str]:
        return {part for path in self.described["paths"] for part in path.split("/") if part and "{" not in part}

    def bodies(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every media type of an answer or a request body."""
        for _, response in self.responses():
            yield from response.get("content", {}).items()

    def lists(self) -> list[dict[str, Any]]:
        return [operation for _, _, operation in self.operations() if operation["operationId"].startswith("list_")]


def _is_error(status: str) -> bool:
    return status == "default" or int(status) >= 400


def _dated(probe: Probe) -> bool:
    """Fields that are days say so, and so do instants."""
    days = {"date", "due", "raised", "today", "received", "verified", "posted", "first_date", "last_date"}
    for name, schema in probe.properties():
        kinds = [schema, *schema.get("anyOf", [])]
        if name in days and not any(kind.get("format") == "date" for kind in kinds):
            return False
        if name == "at" and any(kind.get("type") == "string" and kind.get("format") != "date-time" for kind in kinds):
            return False
    return True


def _in_utc(probe: Probe) -> bool:
    changes = probe.client.get("/api/v1/changes").json()["changes"]
    other_zone = probe.client.get("/api/v1/changes?updated_since=2000-01-01T00:00:00%2B02:00").json()["changes"]
    return bool(changes) and changes == other_zone and all(row["at"].endswith("Z") for row in changes)


def _described(probe: Probe) -> bool:
    said = probe.info["description"]
    return all(word in said for word in ("Svenska", "English")) and len(said) > 800


def _in_both_languages(probe: Probe) -> bool:
    """The description, and the documentation page at its two addresses."""
    pages = {"sv": probe.client.get("/data").text, "en": probe.client.get("/en/data").text}
    return _described(probe) and all(f'<html lang="{language}">' in page for language, page in pages.items())


def _problems(probe: Probe) -> bool:
    answers = [probe.client.get(f"{CASES}/nothing"), probe.client.get(f"{CASES}?x=1"), probe.client.post(CASES)]
    keys = {"type", "title", "status", "detail", "instance"}
    media_type = "application/problem+json"
    told = all(list(r["content"]) == [media_type] for status, r in probe.responses() if _is_error(status))
    return told and all(a.headers["content-type"] == media_type and keys <= set(a.json()) for a in answers)


def _headers(probe: Probe) -> bool:
    first = probe.client.get(CASES, headers={"Accept": "application/json", "Cookie": "a=b", "Connection": "close"})
    again = probe.client.get(CASES, headers={"If-None-Match": first.headers["etag"]})
    return first.status_code == 200 and again.status_code == 304 and "cache-control" in first.headers


def _bearer_only(probe: Probe) -> bool:
    schemes = probe.described["components"]["securitySchemes"].values()
    return [(scheme["type"], scheme["scheme"]) for scheme in schemes] == [("http", "bearer")]


def _no_key_in_query(probe: Probe) -> bool:
    names = {parameter["name"].casefold() for parameter in probe.queries()}
    asked = probe.client.get("/api/v1/imports/1?key=dia_x")
    return not names & {"key", "api_key", "apikey", "token", "access_token"} and asked.status_code in {400, 401}


def _addressed(probe: Probe) -> bool:
    """{protocol}://{domain}/{api}/{version}/{resource}/{identifier}"""
    return all(
        re.fullmatch(r"/api/v1/[a-z-]+(/\{id\})?(/[a-z]+(/\{page\}\.webp)?)?", p) for p in probe.described["paths"]
    )


def _paged(probe: Probe) -> bool:
    for operation in probe.lists():
        names = {parameter["name"]: parameter["schema"] for parameter in operation["parameters"]}
        if not {"limit", "offset"} <= set(names):
            return False
    return bool(probe.lists())


def _twenty(probe: Probe) -> bool:
    limits = [p["schema"]["default"] for p in probe.parameters() if p["name"] == "limit"]
    return bool(limits) and set(limits) == {20} and probe.client.get(CASES).json()["limit"] == 20


def _safe_names(probe: Probe) -> bool:
    return all(re.fullmatch(r"[A-Za-z][A-Za-z0-9._~-]*", p["name"]) and not p["required"] for p in probe.queries())


def _exemplified(probe: Probe) -> bool:
    json = [content for media_type, content in probe.bodies() if re.fullmatch(r"application/(.*\+)?json", media_type)]
    return all(content.get("examples") for content in json)


def _no_personal_names(probe: Probe) -> bool:
    names = {parameter["name"] for parameter in probe.parameters()} | {name for name, _ in probe.properties()}
    return not names & {"pnr", "personnummer", "ssn", "personal_number", "samordningsnummer"}


def _version(probe: Probe) -> bool:
    said = probe.client.get("/api/v1/api-info").json()
    asked = {"api_name", "api_version", "api_released", "api_documentation", "api_status"}
    return set(said) == asked and said["api_version"] == probe.info["version"]


RULES: tuple[Rule, ...] = (
    Rule("DOK.01", "B", "externalDocs", lambda p: set(p.described["externalDocs"]) == {"description", "url"}),
    Rule(
        "DOK.03",
        "S",
        "info: version, title, description, contact, license",
        lambda p: (
            {"version", "title", "description"} <= set(p.info)
            and set(p.info["contact"]) == {"name", "url", "email"}
            and set(p.info["license"]) == {"name", "url"}
        ),
    ),
    Rule("DOK.06", "B", "documentation in Swedish and English", _in_both_languages),
    Rule("DOK.07", "B", "a description", lambda p: bool(p.info["description"])),
    Rule("DOK.11", "S", "what the API is for", _described),
    Rule("DOK.08", "S", "service level", lambda p: {"availability", "responseTime", "support"} <= set(p.info["x-sla"])),
    Rule("DOK.09", "S", "known limits", lambda p: bool(p.info["x-limitations"])),
    Rule("DOK.15", "S", "examples on every JSON answer", _exemplified),
    Rule("DOK.17", "B", "the latest major OpenAPI", lambda p: p.described["openapi"].startswith("3.1")),
    Rule("DOK.19", "S", "every operation described", lambda p: all(o.get("description") for _, _, o in p.operations())),
    Rule("DOK.20", "S", "every response described", lambda p: all(r.get("description") for _, r in p.responses())),
    Rule("DOT.01", "S", "RFC 3339", _dated),
    Rule("DOT.04", "S", "any zone in, UTC out", _in_utc),
    Rule("RES.02", "B", "no personal identifiers", _no_personal_names),
    Rule("RES.06", "S", "resources in lower case", lambda p: all(map(_plain, p.segments()))),
    Rule("UFN.01", "B", "the form of addresses", _addressed),
    Rule("UFN.02", "S", "HTTPS", lambda p: p.public["servers"][0]["url"].startswith("https://")),
    Rule("SAK.01", "S", "TLS", lambda p: all(s["url"].startswith("https://") for s in p.public["servers"])),
    Rule("UFN.05", "B", "at most 2,048 characters", lambda p: max(map(len, p.described["paths"])) < 200),
    Rule("UFN.07", "S", "letters of paths", lambda p: all(re.fullmatch(r"[a-z0-9.~-]+", s) for s in p.segments())),
    Rule("UFN.08", "S", "hyphen alone separates", lambda p: not any("_" in path for path in p.described["paths"])),
    Rule("UFN.09", "S", "no blank in paths", lambda p: not any(set(" _") & set(path) for path in p.described["paths"])),
    Rule("AME.01", "B", "JSON out", lambda p: p.client.get(CASES).headers["content-type"] == "application/json"),
    Rule("AME.02", "B", "JSON in", "the one request body is a PDF, as itself or in a form"),
    Rule("AME.04", "B", "one convention", lambda p: all(SNAKE.fullmatch(name) for name, _ in p.properties())),
    Rule("AME.05", "S", "never both", lambda p: not any(re.search("[A-Z]", name) for name, _ in p.properties())),
    Rule("AME.07", "B", "alphanumeric names", lambda p: all(name.isascii() for name, _ in p.properties())),
    Rule(
        "ARQ.01",
        "B",
        "UTF-8",
        lambda p: "ÖrP" in p.client.get(f"{CASES}?party=%C3%96rP").json()["detail"],
    ),
    Rule("ARQ.03", "B", "the usual headers", _headers),
    Rule("ARQ.05", "S", "no payload in headers", lambda p: not any(one["in"] == "header" for one in p.parameters())),
    Rule("FEL.01", "S", "errors as RFC 9457", _problems),
    Rule("FEL.02", "S", "and on default", lambda p: all("default" in o["responses"] for _, _, o in p.operations())),
    Rule("VER.05", "B", "/v1", lambda p: all(path.startswith("/api/v1/") for path in p.described["paths"])),
    Rule("VER.06", "S", "api-info", _version),
    Rule("FNS.01", "S", "one convention", lambda p: all(SNAKE.fullmatch(one["name"]) for one in p.queries())),
    Rule("FNS.03", "S", "starting with a letter", lambda p: all(one["name"][0].isalpha() for one in p.queries())),
    Rule("FNS.05", "B", "optional", lambda p: not any(one["required"] for one in p.queries())),
    Rule("FNS.06", "B", "URL-safe", _safe_names),
    Rule("FNS.07", "S", "limit and offset", _paged),
    Rule("FNS.08", "S", "page starts at 1", lambda p: "page" not in {one["name"] for one in p.queries()}),
    Rule("FNS.09", "B", "limit is 20", _twenty),
    Rule("SAK.09", "S", "no Basic, no Digest", _bearer_only),
    Rule("SAK.10", "S", "Bearer", _bearer_only),
    Rule("SAK.15", "S", "no key in an address", _no_key_in_query),
    Rule("SAK.16", "S", "keys in a header alone", _no_key_in_query),
    Rule(
        "SAK.18",
        "B",
        "OAuth 2",
        "reading takes no key, and filing takes one that is made by the registrar; OAuth comes with logging in",
    ),
    Rule(
        "FOR.02",
        "S",
        "GET takes no body",
        lambda p: not any("requestBody" in operation for _, method, operation in p.operations() if method == "get"),
    ),
)


def _plain(segment: str) -> bool:
    return RESOURCE.fullmatch(segment) is not None
