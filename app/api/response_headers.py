"""The headers that an answer's reader goes by, as OpenAPI tells them: one place for all operations."""

from __future__ import annotations

from typing import Any

_NUMBER = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string"}


def _header(description: str, schema: dict[str, Any], example: Any) -> dict[str, Any]:
    return {"description": description, "schema": {**schema, "examples": [example]}}


# None is needed: an installation may count nothing, and a list has an end.
HEADERS: dict[str, dict[str, Any]] = {
    "ETag": _header(
        "The answer's tag: sent as If-None-Match it is answered with 304 while the answer is the same.",
        _TEXT,
        '"9f1c3b7a52d08e64c1aa0f23"',
    ),
    "Last-Modified": _header(
        "Since when the register and the day are as answered: for If-Modified-Since.",
        _TEXT,
        "Mon, 23 Nov 2026 08:15:00 GMT",
    ),
    "Link": _header(
        "The next part of the list, as `rel=next`; left out at its end.",
        _TEXT,
        '<https://diarium.example/api/v1/cases?offset=20>; rel="next"',
    ),
    "Location": _header(
        "The address to go on to.",
        {"type": "string", "format": "uri-reference"},
        "/api/v1/cases/k7dq2m5x3nhv6a4p",
    ),
    "RateLimit-Limit": _header("How many questions may be asked in the time that is counted.", _NUMBER, 600),
    "RateLimit-Remaining": _header("How many of them are left.", _NUMBER, 599),
    "RateLimit-Reset": _header("In how many seconds they are counted anew.", _NUMBER, 42),
    "Retry-After": _header("How many seconds to wait before asking again.", _NUMBER, 42),
}
_COUNTED = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
_LEADS_ON = {"202", "308"}


def with_headers(operation: dict[str, Any]) -> None:
    """Say of each answer of an operation which headers it has."""
    for status, response in operation["responses"].items():
        names = _of(operation, status)
        if names:
            response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _of(operation: dict[str, Any], status: str) -> list[str]:
    if status == "429":
        return [*_COUNTED, "Retry-After"]
    if not status.startswith(("2", "3")):
        return []
    found = ["Location"] if status in _LEADS_ON else []
    if status in {"200", "304"} and "security" not in operation:
        # Of a file only the tag tells: its day would be that of filing.
        found += (
            ["ETag", "Last-Modified"] if "application/json" in operation["responses"]["200"]["content"] else ["ETag"]
        )
        found += ["Link"] if operation["operationId"].startswith("list_") else []
    return [*found, *_COUNTED]
