"""Whether what is asked for, and is not there, was there once: then what became of it is the answer, in pages and API alike."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

import sqlalchemy as sa
from fastapi import Request

from app.db import reading
from app.errors import DiariumError, Exit
from app.exports.formats import Format
from app.language.dates import date_text
from app.language.doubts import Param
from app.language.i18n import N_, gettext
from app.models.register import documents
from app.projection.tombstones import (
    Reason,
    Tombstone,
    find_tombstone,
    item_key,
    meeting_key,
    number_key,
    withdrawn_key,
)
from app.web.answers import serving

_LONGEST = 200
_DAYS = {"day", "meeting"}
_AN_ID = re.compile("[a-z2-7]{16}")
_ENDING = re.compile(rf"\.(?:{'|'.join((*Format, 'json'))})$")  # of a row, or a page, in another format
_OF_MEETING = re.compile(
    r"/(?:sammantraden|paragrafer)/(?P<place>[^/]{1,80})/(?P<body>[^/]{1,120})/(?P<day>\d{4}-\d\d-\d\d)(?:-(?P<nth>[2-9]))?"
    r"(?:/(?P<number>[^/]{1,12}))?$"
)


class _Gone(DiariumError):
    """What is not there since a day, and nothing of what it was but the § and the day of its meeting that its own address
    names."""

    status = 410
    exit_code = Exit.WRONG_USE

    def __init__(self, day: dt.date, **more: str) -> None:
        super().__init__(day=day.isoformat(), **more)

    def sentence(self) -> str:
        """What became of it, and what it was: ` Det var § 31 från sammanträdet 22 april 2025.`"""
        said = {name: _day_words(name, value) for name, value in self.params.items()}
        told = gettext(self.detail).format(**said)
        if "meeting" not in said:
            return told
        item, meeting = N_("Det var § {item} från sammanträdet {meeting}."), N_("Det var sammanträdet {meeting}.")
        was = gettext(item if self.params["item"] else meeting).format(**said)
        return f"{told} {was}"


def _day_words(name: str, value: Param) -> Param:
    """A day as a sentence has it: `22 april 2025`; all else as it is."""
    return date_text(dt.date.fromisoformat(str(value))) if name in _DAYS else value


class Withdrawn(_Gone):
    """What the public could see until it was withdrawn by a provision."""

    code = "withdrawn"
    title = N_("Tillbakadraget")
    detail = N_("Det som fanns här drogs tillbaka {day}, enligt {law}.")


class WithdrawnUnstated(Withdrawn):
    """The same, where no provision was stated."""

    detail = N_("Det som fanns här drogs tillbaka {day}. Lagrummet är inte angivet.")


class LeftOut(_Gone):
    code = "left-out"
    title = N_("Finns inte kvar")
    detail = N_("Det som fanns här står inte i det rättade protokollet, som gäller i registret sedan {day}.")


class TakenBack(_Gone):
    code = "taken-back"
    title = N_("Finns inte kvar")
    detail = N_("Det som fanns här hade någon fört in för hand. Uppgiften togs tillbaka {day}.")


def withdrawn(request: Request) -> DiariumError | None:
    """The error for an address of what is not there any more; None where nothing was ever there."""
    path = _ENDING.sub("", str(request.scope["path"]))
    keys = set(_keys(path)) if len(path) <= _LONGEST else set()
    if not keys:
        return None
    with reading(serving(request).public) as session:
        stone = find_tombstone(session, keys)
        if stone and session.execute(sa.select(documents.c.id).where(documents.c.id.in_(path.split("/")))).first():
            return None  # the document is there, in another file: what is not is a page of it
    return _error(stone, path) if stone else None


def _error(stone: Tombstone, path: str) -> DiariumError:
    at = _meeting(path)
    named = {"meeting": at["day"], "item": at["number"] or ""} if at else {}
    if stone.reason is Reason.WITHDRAWN:
        return Withdrawn(stone.day, law=stone.law, **named) if stone.law else WithdrawnUnstated(stone.day, **named)
    return (LeftOut if stone.reason is Reason.CORRECTED else TakenBack)(stone.day, **named)


def _meeting(path: str) -> re.Match[str] | None:
    """The parts of the address of a meeting's page, or of a § of one."""
    return _OF_MEETING.search(path)


def _keys(path: str) -> Iterator[str]:
    """What the address may name: an id, a place and a slug, or a number in any spelling."""
    segments = [segment for segment in path.split("/") if segment]
    yield from (withdrawn_key(segment) for segment in segments if _AN_ID.fullmatch(segment))
    yield from (withdrawn_key(*pair) for pair in pairwise(segments))
    if at := _meeting(path):
        meeting = (at["place"], at["body"], at["day"], at["nth"] or "1")
        yield item_key(*meeting, at["number"]) if at["number"] else meeting_key(*meeting)
    after = {"arenden", "cases"} & set(segments)
    typed = "/".join(segments[segments.index(min(after)) + 1 :]) if after else ""
    yield from (key for key in (number_key(typed),) if key)
