"""What a careful reader notices."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field

from app.register.severity import Severity
from app.schemas import Shape
from app.schemas.shared import Sourced


class FindingAt(Shape):
    """The § or document that a finding shows in."""

    id: str
    entity: Literal["item", "document"]
    body: str | None
    date: dt.date | None
    number: str | None = Field(description="Of a §.")
    kind: str | None = Field(description="Of a document.")


class Finding(Sourced):
    id: str | None = Field(description="Null where the finding hangs on the day asked for.")
    code: str = Field(examples=["basis_missing"])
    severity: Severity
    law: str | None = Field(description="The law's paragraph, where there is one.", examples=["KL 5:26"])
    params: dict[str, Any]
    sentence: str = Field(description="In the language asked for by Accept-Language.")
    at: FindingAt | None = Field(description="Null where it is about the matter as a whole.")
