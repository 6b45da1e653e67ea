"""What was corrected by a person, and what changed lately: the public log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language.corrections import correction_sentence
from app.language.followed import changed_text
from app.pages.listed import address
from app.pages.rendering import render
from app.queries.correction_log import correction_log
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.changes import CHANGES
from app.today import day_at
from app.web.answers import Public
from app.web.towns import town_within

router = APIRouter()
_LATEST = 50
_READ = 4 * _LATEST  # what changes is often told of several times in a day


@router.get("/andringar")
def changes_page(request: Request, session: Public) -> Response:
    """The corrections that hold, the latest day first, and the latest changes."""
    within = town_within(request)
    narrowed = {"municipality": within.place.slug} if within else {}
    latest = page_of(session, CHANGES, Asked(narrowed, "-id", _READ, 0), Wanted())
    return render(
        request,
        "changes.html",
        corrections=[
            {**row, "sentence": correction_sentence(row["field"], row["correction"])}
            for row in correction_log(session, within.place.id if within else None)[::-1]
        ],
        changes=[{**row, "told": _told(row)} for row in once_a_day(latest.rows)[:_LATEST]],
        total=latest.total,
        twin=address("/api/v1/changes", narrowed),
    )


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
