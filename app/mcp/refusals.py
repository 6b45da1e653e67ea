"""What an argument could have been where it is none that its tool takes: in a sentence, as the API says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from app.api.parameters import MissingParameter, allowed_by, whole
from app.errors import BadParameter


def refusal(error: ValidationError, taken: Mapping[str, Any]) -> BadParameter:
    """The error that says what the first refused argument could have been, by the schema of what the tool takes."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    allowed = allowed_by(whole(taken["properties"].get(name, {}), taken.get("$defs", {})))
    if first["type"] == "missing":
        return MissingParameter(name, allowed)
    return BadParameter(name, str(first["input"]), allowed)
