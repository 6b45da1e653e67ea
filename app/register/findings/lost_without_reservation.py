"""Somebody moved what lost and did not reserve themselves against the decision, where the minutes tell who did.

"Therez Almerfors (M) och Jonas Segersam (KD) yrkar bifall", and then only "Jonas Segersam (KD) reserverar sig".
A reservation is a right, so this is a note; a group that reserves itself holds each of its party's movers.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.ids import fold
from app.register import values
from app.register.contests import losers
from app.register.rules import Found, Page, Rule, Severity, printed
from importers.bundle import StatementKind

_SILENT = {StatementKind.DELTAR_EJ, StatementKind.JAV}


def find(page: Page) -> Iterable[Found]:
    reservations = page.all(values.Reservation)
    lost = list(losers(page)) if page.item else []
    if not lost or not all(_plain(page, one) for one in reservations):
        return
    if not reservations and page.mentions("reserver"):
        return
    names, parties = _covered(page, reservations)
    left = [(y, p) for y, p in lost if fold(p.name) not in names and fold(p.party or "") not in parties]
    if not left:
        return
    reserved = [printed(p) for r in reservations for p in page.people(r.id, "reservant")]
    params = {
        "people": [printed(person) for _, person in left],
        "reserved": [*reserved, *(r.group_name or ", ".join(r.parties) for r in reservations if r.parties)],
        "statements": _statements(page, [person for _, person in left]),
    }
    at = [s for y in {y.id: y for y, _ in left} for s in page.at(y)] + [s for r in reservations for s in page.at(r.id)]
    yield Found(params, at)


def _plain(page: Page, reservation: values.Reservation) -> bool:
    """Whether it says who reserves themselves; "med flera" before the verb leaves it open."""
    before = reservation.text.casefold().partition("reserver")[0]
    known = bool(page.people(reservation.id, "reservant") or reservation.parties)
    return known and "med fler" not in before and "m.fl" not in before and "m fl" not in before


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
    said = [s for s in page.all(values.Statement) if s.kind == StatementKind.SARSKILT_YTTRANDE]
    filed = {party for s in said for party in (*s.parties, *(p.party for p in page.people(s.id, "author")))}
    return sorted(party for party in theirs if party in filed)


RULE = Rule("lost_without_reservation", Severity.NOTE, of_entity=find)
