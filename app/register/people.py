"""People as minutes name them: one person for one name in one municipality, until a person says otherwise.

Party is a property of the printed name, so somebody who goes from FP to L, or leaves for `(-)`, stays one person with
two printed names. Whoever bears another's name is split off by an act, and whoever changes name is merged.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from app.ids import Ids, fold
from app.register.bodies import body_key, body_name, definite, one_body
from app.register.body_names import BodyNames, day_of
from app.register.parts import Act, ActKind
from app.register.values import Redirect
from importers.bundle import Attendance, Person, Presence

_BodyRow = tuple[str, str, str, dt.date | None]  # id, municipality, name, the day from which another bore it before


def person_key(municipality: str, name: str, party: str | None = None) -> str:
    """What a person is: `0380|person|annaek`; with a party, the one of several with that name who bears it."""
    own = f"|{fold(party)}" if party else ""
    return f"{municipality}|person|{fold(name)}{own}"


def rename_key(municipality: str, body: str) -> str:
    return f"{municipality}|body|{body_key(body_name(body))}"


def name_id(ids: Ids, municipality: str, name: str, party: str | None) -> str:
    return ids.of("name", municipality, name, party or "")


def meant_by(attendance: Attendance | None, name: str, party: str | None) -> Person | None:
    """Whom a printed name means: by a surname alone, `Frank (SD)`, the one of those present who bears it with that party;
    None where that is nobody, or several."""
    words = name.split()
    if len(words) != 1:
        return Person(name, party)
    listed = [p.person for p in (*attendance.members, *attendance.substitutes)] if attendance else []
    if attendance and attendance.chair:
        listed.append(attendance.chair)
    bearers = {fold(p.name): p for p in listed if party and _bears(p, words[0], party)}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _bears(person: Person, surname: str, party: str) -> bool:
    words = person.name.split()
    return len(words) > 1 and fold(words[-1]) == fold(surname) and fold(person.party or "") == fold(party)


def id_of(ids: Ids, key: str) -> str:
    """The id of the person that a key names, or of the first body that bore the name."""
    municipality, kind, what = key.split("|", 2)
    return ids.of("person", key) if kind == "person" else ids.of("body", municipality, what)


def serving_at(attendance: Attendance, number: str) -> list[Presence]:
    """The members and substitutes who served at a §. Nobody where the attendance is silent on who served."""
    listed = [*attendance.members, *(p for p in attendance.substitutes if p.serving)]
    return [p for p in listed if p.serving and covers(p.items, number)]


def covers(items: Iterable[Sequence[str]] | None, number: str) -> bool:
    """Whether the §§ of a presence include this one; one that names no §§ is of all."""
    if items is None:
        return True
    digits = re.match(r"\d+", number)
    if digits is None:
        return False
    at = int(digits[0])
    bounds = [(re.match(r"\d+", first), re.match(r"\d+", last)) for first, last in items]
    return any(low and high and int(low[0]) <= at <= int(high[0]) for low, high in bounds)


def redirects(acts: Iterable[Act], ids: Ids) -> list[Redirect]:
    """What people's merges, splits, renames and divisions send on; of two that send one id on, the later stands.

    From a day on that a person states, a name leads from whoever bore it the day before to those who bear the new names on it.
    """
    by_old: dict[str, list[Redirect]] = {}
    acts = sorted(acts, key=lambda a: a.seq)
    names = BodyNames(acts, ids)
    for act in acts:
        if act.kind is ActKind.SPLIT:
            for printed in act.content["names"]:
                by_old[printed] = [Redirect(printed, "name", id_of(ids, act.keys[1]))]
        elif act.kind in _SENDS:
            day = day_of(act)
            old, *new = (id_of(ids, key) for key in act.keys)
            if day:
                old = _bearer(names, act.keys[0], day - dt.timedelta(days=1))
                new = [_bearer(names, key, day) for key in act.keys[1:]]
            by_old[old] = [Redirect(old, _SENDS[act.kind], into, day) for into in new]
            for into in new:
                _no_way_back(by_old, into, old)
    return [row for rows in by_old.values() for row in rows]


def _bearer(names: BodyNames, key: str, day: dt.date) -> str:
    municipality, _kind, name = key.split("|", 2)
    return names.id_on(municipality, name, day)


def pairs_apart(acts: Iterable[Act]) -> set[frozenset[str]]:
    """The keys of the bodies that people said are not one, two by two."""
    return {frozenset(act.keys) for act in acts if act.kind is ActKind.APART}


def one_by_form(bodies: Iterable[_BodyRow], sent: Sequence[Redirect], apart: Iterable[Act] = ()) -> list[Redirect]:
    """What sends a body on to the one whose name differs in the form of a word alone; not where a person's act says whereto,
    or that they are two."""
    into, rows, told = {row.id: row.into for row in sent}, list(bodies), pairs_apart(apart)
    keys = {body_id: rename_key(municipality, name) for body_id, municipality, name, _since in rows}
    return [
        Redirect(old, "body", other)
        for old, other in one_body(rows).items()
        if old not in into and not _leads_to(into, other, old) and frozenset((keys[old], keys[other])) not in told
    ]


def committees_follow(
    bodies: Iterable[_BodyRow], parents: Mapping[str, str], sent: Sequence[Redirect]
) -> list[Redirect]:
    """What sends the committee of a body that was renamed on to the committee of that name of the one it goes on as; not where
    a person's act says whereto. `parents` is whose committee each is."""
    there = {body_id: (place, name) for body_id, place, name, _since in bodies}
    whose = {(into, _committee(there[child][1])): child for child, into in parents.items() if child in there}
    acted = {row.id for row in sent}
    return [
        Redirect(child, "body", after, renamed.day)
        for renamed in sent
        if renamed.kind == "body"
        for child, parent in sorted(parents.items())
        if parent == renamed.id and child in there and child not in acted
        if (after := whose.get((renamed.into, _committee(there[child][1]))))
    ]


def _committee(name: str) -> str:
    """`Kulturnämndens arbetsutskott` gives `arbetsutskottet`."""
    return body_key(definite(name.rpartition(" ")[2]))


def _leads_to(into: Mapping[str, str], start: str, end: str) -> bool:
    seen = set[str]()
    while start in into and start not in seen:
        seen.add(start)
        start = into[start]
    return start == end or end in seen


_SENDS = {ActKind.MERGE: "person", ActKind.RENAME: "body", ActKind.DIVIDE: "part"}


def _no_way_back(by_old: dict[str, list[Redirect]], into: str, old: str) -> None:
    """What is sent to `into` stays there: whatever led on from it to `old` was decided earlier, and is no longer so."""
    ahead, seen = [into], set[str]()
    while ahead:
        at = ahead.pop()
        if at in seen:
            continue
        seen.add(at)
        onward = [row.into for row in by_old.get(at, [])]
        if old in onward:
            by_old.pop(into, None)
            return
        ahead += onward
