"""What every operation says of its answers in OpenAPI, so that no route has to say it again."""

from __future__ import annotations

from typing import Any

from app.schemas import Shape
from app.schemas.filing import Problem

Responses = dict[int | str, dict[str, Any]]

_REASONS = {
    304: "The reader holds this answer already (If-None-Match).",
    308: "The id led on to another, which Location has: what bore it was corrected, merged or renamed.",
    400: "A parameter or value that is not known; the detail lists those that are.",
    401: "No key was given.",
    403: "The key is not known, or not for this municipality.",
    404: "There is nothing here.",
    410: "What was here is gone: withdrawn (the detail has the day and the provision), not in the corrected minutes, or "
    "entered by hand and taken back.",
    405: "The address does not take that method.",
    406: "The media types that `Accept` names are none that there are; the detail lists those.",
    413: "The file is too large.",
    415: "The file is no PDF.",
    422: "The file cannot be filed.",
    429: "Too many questions; Retry-After says how many seconds to wait.",
    "default": "Something went wrong; the problem says what.",
}


def responses(shape: type[Shape], description: str, *also: int, status: int = 200) -> Responses:
    """An operation that answers with a JSON object, or with one of these statuses, or with a problem;
    all operations count how often they are asked (429)."""
    return {status: {"model": shape, "description": description}, **_others(also)}


def file_responses(media_type: str, description: str, *also: int, or_else: str | None = None) -> Responses:
    """An operation that answers with a file; `or_else` is the media type of what stands in where there is none to make."""
    schema = {"schema": {"type": "string", "format": "binary"}}
    content = dict.fromkeys((media_type, or_else) if or_else else (media_type,), schema)
    return {200: {"content": content, "description": description}, **_others(also)}


def _others(statuses: tuple[int, ...]) -> Responses:
    all_of_them: list[int | str] = [*statuses, 400, 405, 429, "default"]
    return {status: _other(status) for status in all_of_them}


def _other(status: int | str) -> dict[str, Any]:
    response: dict[str, Any] = {"description": _REASONS[status]}
    if status == "default" or int(status) >= 400:
        schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
        response["content"] = {"application/problem+json": {"schema": schema}}
    return response
