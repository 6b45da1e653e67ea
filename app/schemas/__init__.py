"""The shapes of the API's answers: what `/api/v1/openapi.json` promises, and what tests hold every answer to.

Within a major version a key may be added, never renamed or dropped. A list is always a list; what the documents do not
state is `null`. Dates are civil dates, instants are UTC.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

# Shapes hold plain text from the PDFs: whoever prints them as HTML escapes.
Example = dict[str, Any]


class Shape(BaseModel):
    """A JSON object of the API."""

    model_config = ConfigDict(frozen=True)


def only_id(schema: dict[str, Any]) -> None:
    """`fields` may leave out anything but the id."""
    schema["required"] = ["id"]
