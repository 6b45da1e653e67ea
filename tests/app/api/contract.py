"""What the API promises, a line for each promise: `python -m tests.app.api.contract` writes `contract.txt` anew.

A line that is gone is a promise broken. A new one is fine, and is written down with the change that makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.main import create_app
from app.settings import Settings

PROMISED = Path(__file__).with_name("contract.txt")


def promises() -> list[str]:
    """Every promise of the description, sorted."""
    described = create_app(Settings()).openapi()
    said = [
        line
        for path, operations in described["paths"].items()
        for method, operation in operations.items()
        for line in _of_operation(f"{method.upper()} {path}", operation)
    ]
    for name, schema in described["components"]["schemas"].items():
        said += _of_shape(name, schema)
    return sorted(said)


def _of_operation(address: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield f"{address} is {operation['operationId']}"
    for parameter in operation.get("parameters", []):
        schema = parameter["schema"]
        needed = " needed" if parameter["required"] else ""
        yield f"{address} {parameter['in']} {parameter['name']}: {_type(schema)}{needed}"
        words = schema.get("enum") or schema.get("items", {}).get("enum") or []
        yield from (f"{address} {parameter['in']} {parameter['name']} may be {word}" for word in words)
    for status, response in operation["responses"].items():
        yield from (f"{address} {status} header {name}" for name in response.get("headers", {}))
        for media_type, content in response.get("content", {}).items():
            yield f"{address} {status} {media_type}: {_type(content.get('schema', {}))}"


def _of_shape(name: str, schema: Mapping[str, Any]) -> Iterator[str]:
    for word in schema.get("enum", []):
        yield f"{name} may be {word}"
    needed = schema.get("required", [])
    for key, value in schema.get("properties", {}).items():
        yield f"{name}.{key}: {_type(value)}{' always' if key in needed else ''}"


def _type(schema: Mapping[str, Any]) -> str:
    """A schema in a word or two: `list of Source`, `string (date) or null`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(sorted(map(_type, schema["anyOf"])))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    form = f" ({schema['format']})" if "format" in schema else ""
    return f"{schema.get('type', 'anything')}{form}"


if __name__ == "__main__":
    PROMISED.write_text("\n".join(promises()) + "\n", encoding="utf-8")
