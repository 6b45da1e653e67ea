"""What was corrected by a person, and what changed lately: the public log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language.corrections import correction_sentence
from app.language.followed import changed_text
from app.pages.listed import Part, address, part_of
from app.pages.rendering import render
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.changes import CHANGES
from app.queries.lists.corrections import CORRECTIONS
from app.today import day_at
from app.web.answers import Public
from app.web.towns import town_within

router = APIRouter()
_PATH = "/andringar"
# Of changes more are read than are shown: in a day the same matter is often told of several times.
_CORRECTIONS, _CHANGES = 50, 200


@router.get(_PATH)
def changes_page(request: Request, session: Public, sida: Part = 1, rattelser: Part = 1) -> Response:
    """The corrections that hold, the latest day first, and the changes, the latest first; of each a part, the first where none
    is said. A matter is told of once for each day of a part."""
    within = town_within(request)
    narrowed = {"municipality": within.place.slug} if within else {}
    latest = page_of(session, CHANGES, Asked(narrowed, "-id", _CHANGES, (sida - 1) * _CHANGES), Wanted())
    corrected = part_of(session, CORRECTIONS, narrowed, rattelser, many=_CORRECTIONS)
    asked = {"sida": sida if sida > 1 else None, "rattelser": rattelser if rattelser > 1 else None}

    def turned(name: str, part: int, many: int, total: int, at: str) -> dict[str, str | None]:
        """Where the parts before and after one are."""
        before = address(_PATH, {**asked, name: part - 1 if part > 2 else None}) + at if part > 1 else None
        after = address(_PATH, {**asked, name: part + 1}) + at if part * many < total else None
        return {"previous": before, "further": after}

    return render(
        request,
        "changes.html",
        corrections=[
            {**row, "sentence": correction_sentence(row["field"], row["correction"])} for row in corrected.rows
        ],
        corrected=corrected.total,
        of_corrections=turned("rattelser", rattelser, _CORRECTIONS, corrected.total, "#rattelser"),
        corrections_twin=address("/api/v1/corrections", narrowed),
        days=by_day(once_a_day(latest.rows)),
        total=latest.total,
        of_changes=turned("sida", sida, _CHANGES, latest.total, "#andringar"),
        part=sida,
        twin=address("/api/v1/changes", narrowed),
    )


class Day(NamedTuple):
    """What a day changed, told by its first row's instant: what was there before, and what came."""

    at: str
    told: list[dict[str, Any]]
    came: list[dict[str, Any]]


def by_day(rows: Iterable[Mapping[str, Any]]) -> list[Day]:
    """The rows day by day, in their order: a day on which hundreds of matters were filed must not hide what it corrected."""
    days: dict[str, Day] = {}
    for row in rows:
        day = days.setdefault(day_at(row["at"]), Day(row["at"], [], []))
        (day.came if row["kind"] == "made" else day.told).append({**row, "told": _told(row)})
    return list(days.values())


def _told(row: Mapping[str, Any]) -> str:
    """What a day changed in a matter that was there before it."""
    return changed_text(row["change"]) if row["kind"] == "changed" and row["change"] else ""


def once_a_day(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each matter once for each day of which changes tell, the latest first, with what has become of it in all: what both came
    and changed came, and what went and came again was changed."""
    told: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        last = told.setdefault((row["matter_id"], day_at(row["at"])), dict(row))
        last["first"] = row["kind"]
    return [row | {"kind": _in_all(row["first"], row["kind"])} for row in told.values()]


def _in_all(first: str, last: str) -> str:
    """What a day's changes come to, of its first and its last: `made`, `changed` or `gone`."""
    if last == "gone":
        return last
    return "made" if first == "made" else "changed"
