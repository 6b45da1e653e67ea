"""The law's days: a motion's year, and justering, notice and appeal of each §."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from app.register.deadlines import Basis, State
from app.schemas import Shape
from app.schemas.shared import Sourced


class Deadline(Sourced):
    """The year within which a motion should be decided, as it stands on the day asked for."""

    raised: dt.date = Field(description="When the motion was raised in the council: the year begins.")
    basis: Basis = Field(
        description="How that is known: the council's minutes, what other documents say (stated), what a person typed in"
        " and no document that was read tells (entered), the day that the council's list of what has come in prints (received)"
        " or that of its meeting (announced), or the motion's own date."
    )
    others: list[dt.date] = Field(description="Other days that documents tell.")
    due: dt.date
    state: State = Field(description="On `today`; what happened later has not happened yet.")
    today: dt.date = Field(description="The civil date in Sweden that this was asked for.")
    days: int = Field(description="Days since it was raised.")
    left: int = Field(description="Days until it is due; negative when that is past.")
    law: str = Field(examples=["KL 5:35"])


class MeetingDays(Shape):
    """The days of one §: when it was verified and posted, and until when it can be. Null where nothing tells."""

    item_id: str
    body: str
    date: dt.date
    number: str
    verify_by: dt.date
    verified: dt.date | None
    post_by: dt.date | None
    posted: dt.date | None
    posted_until: dt.date | None
    appeal_by: dt.date | None = Field(description="Null for what cannot be appealed, such as a proposal.")
