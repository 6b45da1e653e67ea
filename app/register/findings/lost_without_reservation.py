"""Somebody moved what lost and did not reserve themselves against the decision, where the minutes tell who did.

"Therez Almerfors (M) och Jonas Segersam (KD) yrkar bifall", and then only "Jonas Segersam (KD) reserverar sig".
A reservation is a right, so this is a note; a group that reserves itself holds each of its party's movers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.ids import fold
from app.register import values
from app.register.contests import losers
from app.register.rules import Found, Page, Rule, printed
from app.register.severity import Severity
from importers.bundle import StatementKind

_SILENT = {StatementKind.DELTAR_EJ, StatementKind.JAV}


def find(page: Page) -> Iterable[Found]:
    reservations = page.all(values.Reservation)
    lost = list(losers(page)) if page.item else []
    if not lost or not all(_plain(page, one) for one in reservations):
        return
    if not reservations and page.mentions("reserver"):
        return
    left = _uncovered(page, lost, reservations)
    if left:
        yield Found(_params(page, left, reservations), _places(page, left, reservations))


_Lost = list[tuple[values.Yrkande, values.Name]]


def _uncovered(page: Page, lost: _Lost, reservations: list[values.Reservation]) -> _Lost:
    """Those who moved what lost, and neither reserved themselves nor stood aside."""
    names, parties = _covered(page, reservations)
    return [(y, p) for y, p in lost if fold(p.name) not in names and fold(p.party or "") not in parties]


def _params(page: Page, left: _Lost, reservations: list[values.Reservation]) -> dict[str, Any]:
    reserved = [printed(p) for r in reservations for p in page.people(r.id, "reservant")]
    groups = [r.group_name or ", ".join(r.parties) for r in reservations if r.parties]
    return {
        "people": [printed(person) for _, person in left],
        "reserved": [*reserved, *groups],
        "statements": _statements(page, [person for _, person in left]),
    }


def _places(page: Page, left: _Lost, reservations: list[values.Reservation]) -> list[values.Source]:
    """Where the yrkanden stand, each once, and then the reservations."""
    facts = [*dict.fromkeys(y.id for y, _ in left), *(r.id for r in reservations)]
    return [source for fact_id in facts for source in page.at(fact_id)]


def _plain(page: Page, reservation: values.Reservation) -> bool:
    """Whether it says who reserves themselves; "med flera" before the verb leaves it open."""
    before = reservation.text.casefold().partition("reserver")[0]
    named = bool(page.people(reservation.id, "reservant") or reservation.parties)
    return named and "med fler" not in before and "m.fl" not in before and "m fl" not in before


def _covered(page: Page, reservations: Iterable[values.Reservation]) -> tuple[set[str], set[str]]:
    """The people and the parties that reserved themselves, or took no part."""
    silent = [s for s in page.all(values.Statement) if s.kind in _SILENT]
    names = {fold(p.name) for r in reservations for p in page.people(r.id, "reservant")}
    names |= {fold(p.name) for s in silent for p in page.people(s.id, "author")}
    parties = [*(p for r in reservations for p in r.parties), *(p for s in silent for p in s.parties)]
    return names, set(map(fold, parties))


def _statements(page: Page, people: list[values.Name]) -> list[str]:
    """The parties of these people that filed a statement instead."""
    theirs = {person.party for person in people if person.party}
    filed = [s for s in page.all(values.Statement) if s.kind == StatementKind.SARSKILT_YTTRANDE]
    parties = {party for s in filed for party in (*s.parties, *(p.party for p in page.people(s.id, "author")))}
    return sorted(party for party in theirs if party in parties)


RULE = Rule("lost_without_reservation", Severity.NOTE, of_entity=find)
