"""What the queries give of motions: the account, the page, the terminal and the API share it."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from app.schemas.rows import CaseRow, ClockRow, ItemAt, MunicipalityRef, PersonRow, StepRow


class AnnouncedRow(TypedDict):
    """The § of the council in whose list a motion stands, and the page of the matter that the § belongs to."""

    item: ItemAt
    page: str | None


class MotionRow(TypedDict):
    """A motion on the day asked for. `clock` is None where no document tells a day; `lies` is the body whose turn it is,
    `last` the latest step, `ended` the day that ended it. `case` is None where only the council's list tells of it (`announced`). `council_minutes` are
    the days of the council's meetings since it was raised whose minutes are here: what `standing` rests on."""

    id: str
    municipality: MunicipalityRef
    case: CaseRow | None
    announced: AnnouncedRow | None
    title: str | None
    subject: str | None
    date: dt.date | None
    movers: list[PersonRow]
    document_id: str | None
    clock: ClockRow | None
    standing: str
    ended: dt.date | None
    lies: str | None
    last: StepRow | None
    council_minutes: list[dt.date]
