"""What may be one: matters, people and bodies, proposed by evidence that joins nothing by itself. Side by side, each with where it
stands, to be accepted or refused; what was refused is not proposed again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.acts import apart, apart_people, link, merge, rename
from app.acts.acting import last_act
from app.acts.days import day
from app.acts.targets import case_key_of
from app.db import reading
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, WrongUse
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.language.links import evidence_word
from app.models.journal import entries
from app.queries.alike_people import people_proposed
from app.queries.links import body_pairs_proposed, pairs_proposed, titles_of
from app.queries.pairs import Pair
from app.queries.places import place_of
from app.queries.stands import Stand, stands_of, stands_of_bodies, stands_of_matters, stands_of_people
from app.register.parts import ActKind
from app.security.roles import Role

_MOST = 50
_SETTLED = N_("Det föreslås inte längre: någon annan har svarat, eller registret har ändrats.")


@dataclass(frozen=True, slots=True)
class Shown:
    """The proposals of one kind, some of all there are: `more` are not shown. `titles` are what the matters are called, and
    `stands` where each of the two can be looked at, by the names of `places`."""

    kind: str
    pairs: Sequence[Pair]
    more: int
    titles: Mapping[str, str | None]
    stands: Mapping[str, Sequence[Stand]]


def proposals_page(visit: Visit) -> Response:
    """Each pair that whoever asks may settle, with what speaks for it, and where each of the two stands."""
    return _page(visit, None)


def how_many(session: Session, visit: Visit) -> int:
    """How many proposals there are that whoever asks may settle."""
    return sum(len(_own(session, visit, kind)) for kind in _KINDS)


def settle_proposal(visit: Visit) -> Response:
    """Say that the two are one, or that they are not. Where it is proposed no more, since somebody has answered, nothing is done and
    the page says so; where it is, what was typed stands at it still."""
    kind, answer = visit.sent("kind"), visit.sent("answer")
    try:
        if kind not in _KINDS or answer not in {"ja", "omvant", "nej"}:
            raise WrongUse(_("Svara ja eller nej."))
        with reading(visit.stores.desk) as session:
            own = _own(session, visit, kind)
        pair = next((pair for pair in own if pair.can_be_settled and _is_asked(visit, pair)), None)
        if pair is None:
            raise WrongUse(_(_SETTLED))
        _SETTLING[kind](visit, pair, answer)
    except DiariumError as error:
        return _page(visit, error)
    return RedirectResponse("/desk/forslag", status_code=303)


def _page(visit: Visit, error: DiariumError | None) -> Response:
    def typed(pair: Pair, field: str) -> str:
        """What the field holds: what was typed in the form that went wrong."""
        return visit.sent(field) if _is_asked(visit, pair) else ""

    with reading(visit.stores.desk) as session:
        kinds = [_shown(session, visit, kind) for kind in _KINDS]
    status = error.status if error else 200
    return render(
        visit, "proposals.html", status=status, kinds=kinds, evidence_word=evidence_word, error=error, typed=typed
    )


def _is_asked(visit: Visit, pair: Pair) -> bool:
    return (pair.one.id, pair.other.id) == (visit.sent("one"), visit.sent("other"))


def _own(session: Session, visit: Visit, kind: str) -> list[Pair]:
    return [pair for pair in _proposed(session, visit, kind) if visit.may(Role.REGISTRAR, pair.municipality)]


def _proposed(session: Session, visit: Visit, kind: str) -> Sequence[Pair]:
    """All that are proposed. To reckon them takes seconds of a large register, and they follow from the journal: what was reckoned
    at its last entry is kept."""
    kept = _RECKONED.setdefault(visit.stores.desk, {})
    at = session.execute(sa.select(sa.func.max(entries.c.seq))).scalar() or 0
    before = kept.get(kind)
    if before is None or before[0] != at:
        before = kept[kind] = (at, _KINDS[kind](session))
    return before[1]


def _shown(session: Session, visit: Visit, kind: str) -> Shown:
    own = _own(session, visit, kind)
    pairs = own[:_MOST]
    sides = [side for pair in pairs for side in (pair.one, pair.other)]
    ids = {side.id for side in sides if side.id}
    if kind == "person":
        return Shown(kind, pairs, len(own) - len(pairs), {}, stands_of_people(session, ids))
    if kind == "organ":
        return Shown(kind, pairs, len(own) - len(pairs), {}, stands_of_bodies(session, ids))
    held = {side.matter for side in sides if side.matter}
    loose = stands_of(session, {side.entity for side in sides if side.entity and not side.matter})
    stands = {**stands_of_matters(session, held), **{entity: [stand] for entity, stand in loose.items()}}
    return Shown(kind, pairs, len(own) - len(pairs), titles_of(session, held), stands)


def _matters(visit: Visit, pair: Pair, answer: str) -> None:
    def still(session: Session) -> None:
        keys = [case_key_of(session, side.id or "") for side in (pair.one, pair.other)]
        if last_act(session, keys, ActKind.LINK, ActKind.UNLINK) is not None:
            raise WrongUse(_(_SETTLED))

    by = visit.actor(N_("samma ärende") if answer != "nej" else N_("inte samma ärende"), still)
    link(visit.stores, pair.one.id or "", pair.other.id or "", by, joined=answer != "nej")


def _people(visit: Visit, pair: Pair, answer: str) -> None:
    one, other = pair.one.id or "", pair.other.id or ""
    if answer == "nej":
        apart_people(visit.stores, one, other, visit.actor(N_("inte samma person")))
        return
    old, into = (one, other) if answer == "ja" else (other, one)
    merge(visit.stores, old, into, visit.actor(N_("samma person")))


def _bodies(visit: Visit, pair: Pair, answer: str) -> None:
    with reading(visit.stores.desk) as session:
        place = place_of(session, pair.municipality)
    one, other = pair.one.name, pair.other.name
    if answer == "nej":
        apart(visit.stores, place, one, other, visit.actor(N_("inte samma organ")))
        return
    old, new = (one, other) if answer == "ja" else (other, one)
    on = day(visit.sent("on")) if visit.sent("on") else None
    rename(visit.stores, place, old, new, visit.actor(N_("samma organ")), on=on)


_KINDS: Mapping[str, Callable[[Session], list[Pair]]] = {
    "arende": pairs_proposed,
    "person": people_proposed,
    "organ": body_pairs_proposed,
}
# Of each installation and kind, by the number of the journal's last entry.
_RECKONED: WeakKeyDictionary[sa.Engine, dict[str, tuple[int, Sequence[Pair]]]] = WeakKeyDictionary()
_SETTLING: Mapping[str, Callable[[Visit, Pair, str], None]] = {"arende": _matters, "person": _people, "organ": _bodies}
