"""What two readings of one file tell differently: §§, documents and their facts that are new, changed or gone.

Facts are compared as the register holds them: the same words under the same § are the same fact, whatever else is read of
it. Of a § that is new or gone the facts are counted, not listed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.ids import Ids, fold
from app.register import values
from app.register.corrections import plain
from app.register.entities import Entity, entities
from app.register.named import with_party
from app.register.parts import Part
from app.register.spelling import mended

# What a row is called in people's words (`app/language/readings.py`).
KINDS: dict[type, str] = {
    values.Document: "documents",
    values.Item: "items",
    values.Decision: "decisions",
    values.Clause: "clauses",
    values.Yrkande: "yrkanden",
    values.Proposition: "propositions",
    values.Vote: "votes",
    values.Ballot: "ballots",
    values.Presence: "presence",
    values.Reservation: "reservations",
    values.Statement: "statements",
    values.Reference: "document_references",
}
# What follows from the rest of the row, or tells only where it stands.
_NOT_STATED = {"id", "owner", "n", "contested", "key", "within", "year"}
# What each clause of a decision shares with it.
_OF_DECISION = ("mode", "to_body", "via")


class Mark(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is told differently. `at` names the § or document it stands in, `text` the fact; `fields` are those
    that changed, each with what was read before and now; `facts` is how many go with a § that is new or gone."""

    mark: Mark
    kind: str
    at: dict[str, str | None]
    text: str
    fields: tuple[tuple[str, Any, Any], ...] = ()
    facts: int = 0


@dataclass(frozen=True, slots=True)
class _Fact:
    kind: str
    at: dict[str, str | None]
    text: str
    fields: dict[str, Any]
    owner: str


def differences(before: Sequence[Part], after: Sequence[Part], ids: Ids) -> list[Difference]:
    """What the reading `after` tells otherwise than the one `before`: what is new, then changed, then gone, as printed."""
    old, new = _facts(before, ids), _facts(after, ids)
    _pair_longer(old, new)
    _pair_votes(old, new)
    changed = [
        Difference(Mark.CHANGED, new[i].kind, new[i].at, new[i].text, fields)
        for i in new
        if i in old and (fields := _changed(old[i].fields, new[i].fields))
    ]
    return [*_only_in(new, old, Mark.NEW), *changed, *_only_in(old, new, Mark.GONE)]


def _only_in(these: dict[str, _Fact], others: dict[str, _Fact], mark: Mark) -> Iterable[Difference]:
    alone = [i for i in these if i not in others]
    with_entity = {i for i in alone if i == these[i].owner}
    for i in alone:
        fact = these[i]
        if i in with_entity:
            facts = sum(1 for other in these.values() if other.owner == i) - 1
            yield Difference(mark, fact.kind, fact.at, fact.text, facts=facts)
        elif fact.owner not in with_entity:
            yield Difference(mark, fact.kind, fact.at, fact.text)


def _pair_longer(old: dict[str, _Fact], new: dict[str, _Fact]) -> None:
    """Let a fact whose words are now read further, or less far, be the same fact, where no other may be meant."""
    gone = [i for i in old if i not in new]
    for i in [i for i in new if i not in old]:
        like = [j for j in gone if _is_same_further(old[j], new[i])]
        if len(like) == 1:
            old[i] = old.pop(like[0])
            gone.remove(like[0])


def _is_same_further(old: _Fact, new: _Fact) -> bool:
    if (old.kind, old.owner) != (new.kind, new.owner) or "text" not in old.fields or not old.text or not new.text:
        return False
    shorter, longer = sorted((fold(old.text), fold(new.text)), key=len)
    return bool(shorter) and shorter in longer


def _pair_votes(old: dict[str, _Fact], new: dict[str, _Fact]) -> None:
    """Let the only vote of a § that is gone be the only one that is new, and who is in both lists vote otherwise: a vote is
    known by all its words, so that one name in another list would be another vote of everybody."""
    for owner in {fact.owner for i, fact in new.items() if fact.kind == "votes" and i not in old}:
        pairs = _alone_in(old, new, owner, "votes", lambda _fact: "")
        if pairs:
            pairs += _alone_in(old, new, owner, "ballots", lambda fact: fact.text)
        for was, i in pairs:
            old[i] = old.pop(was)


def _alone_in(
    old: dict[str, _Fact], new: dict[str, _Fact], owner: str, kind: str, known_by: Callable[[_Fact], str]
) -> list[tuple[str, str]]:
    """The facts of a § that only the one reading has, each with the only such in the other that is known by the same."""
    sides: list[dict[str, list[str]]] = []
    for these, others in ((old, new), (new, old)):
        side: dict[str, list[str]] = {}
        for i, fact in these.items():
            if i not in others and (fact.owner, fact.kind) == (owner, kind):
                side.setdefault(known_by(fact), []).append(i)
        sides.append(side)
    was, now = sides
    return [(was[name][0], now[name][0]) for name in now if len(was.get(name, ())) == len(now[name]) == 1]


def _changed(old: dict[str, Any], new: dict[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    names = dict.fromkeys((*old, *new))
    return tuple((name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))


def _facts(parts: Sequence[Part], ids: Ids) -> dict[str, _Fact]:
    """What a reading tells, by the id that the register gives it."""
    facts: dict[str, _Fact] = {}
    for entity in entities(mended(parts), ids):
        names = {row.id: with_party(row.name, row.party) for row in entity.shared if isinstance(row, values.Name)}
        people: dict[tuple[str, str], list[str]] = {}
        for row in entity.rows:
            if isinstance(row, values.Mention):
                people.setdefault((row.fact_id, row.role), []).append(names[row.name_id])
        decisions = {row.id: row for row in entity.rows if isinstance(row, values.Decision)}
        worded = {row.decision_id for row in entity.rows if isinstance(row, values.Clause)}
        for row in entity.rows:
            if type(row) not in KINDS or (isinstance(row, values.Decision) and row.id in worded):
                continue  # a decision is told by its clauses, where it has any
            facts[row.id] = _fact(entity, row, names, people)
            if isinstance(row, values.Clause) and (decision := decisions.get(row.decision_id or "")):
                facts[row.id].fields.update({name: plain(getattr(decision, name)) for name in _OF_DECISION})
    return facts


def _fact(entity: Entity, row: Any, names: dict[str, str], people: dict[tuple[str, str], list[str]]) -> _Fact:
    fields = {
        field.name: plain(getattr(row, field.name))
        for field in dataclasses.fields(row)
        if field.name not in _NOT_STATED and not field.name.endswith("_id")
    }
    for name in ("name_id", "for_name_id"):
        if getattr(row, name, None):
            fields[name.removesuffix("_id")] = names[getattr(row, name)]
    fields |= {role: named for (fact, role), named in people.items() if fact == row.id}
    if row.id == entity.id:
        part = entity.lead
        fields["case_numbers"] = list(part.item.case_numbers if part.item else part.document.case_numbers)
        fields["body"] = part.document.body
    return _Fact(KINDS[type(row)], _at(entity), _text(row, fields), fields, row.owner)


def _at(entity: Entity) -> dict[str, str | None]:
    document, item = entity.lead.document, entity.lead.item
    return {
        "body": document.body,
        "date": document.date.isoformat() if document.date else None,
        "number": item.number if item else None,
        "kind": None if item else document.kind.value,
    }


def _text(row: Any, fields: dict[str, Any]) -> str:
    """The words by which a person knows the fact."""
    if isinstance(row, values.Presence | values.Ballot):
        return str(fields["name"])
    words = (fields.get(name) for name in ("text", "title", "lead", "question"))
    return str(next((word for word in words if word), ""))
