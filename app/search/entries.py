"""What of a register can be found by words: an entry for each matter, §, fact and document, person and body.

Pure: it follows from the values of one owner, so it is written with them, and a rebuild makes the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.register import values
from app.register.build import Register
from app.register.named import whole_names
from app.register.standing import status_of
from app.search.normaliser import facet_key, keys, title_key

Row = dict[str, Any]
# What is indexed of one entry in its order, in words, and of what follows each word once: PostgreSQL counts places no
# further than 16,383.
_MOST_WORDS = 8_000
ID_BITS, _KIND_BITS = 43, 4
KIND_MASK = (1 << _KIND_BITS) - 1
_FIRST_DAY = dt.date(1900, 1, 1).toordinal()


class HitKind(StrEnum):
    """What is found; of one day the first kind comes first."""

    MATTER = "matter"
    ITEM = "item"
    YRKANDE = "yrkande"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    VOTE = "vote"
    DOCUMENT = "document"
    PARTY = "party"
    PERSON = "person"
    BODY = "body"


_KINDS = tuple(str(kind) for kind in HitKind)
# Those that belong to nobody's owner: they follow the rows that many rest on.
SHARED_KINDS = {values.Person: HitKind.PERSON, values.Body: HitKind.BODY}
IN_AN_ITEM = (HitKind.ITEM, HitKind.YRKANDE, HitKind.RESERVATION, HitKind.STATEMENT, HitKind.VOTE)
_FACTS: dict[type, HitKind] = {
    values.Yrkande: HitKind.YRKANDE,
    values.Reservation: HitKind.RESERVATION,
    values.Statement: HitKind.STATEMENT,
    values.Vote: HitKind.VOTE,
}


@dataclass(slots=True)
class _Related:
    """What the values of a load say of one another."""

    clauses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    parties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[str, list[values.Step]] = field(default_factory=lambda: defaultdict(list))
    items: dict[str, values.Item] = field(default_factory=dict)
    passages: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def entries_of(made: Register) -> list[Row]:
    """The entries of everything that owners hold, in no order."""
    related = _related(made)
    return [row for value in made.owned for row in _entries(value, related)]


def shared_entry(kind: HitKind, row: Row) -> Row:
    """The entry of a person or body, from its row in the register."""
    return _entry(kind, row["id"], row["id"], row["municipality_id"], title=row["name"])


def party_entry(municipality: str, letters: str) -> Row:
    """The entry of a party in a municipality, found by its letters and by each of its names, which are exact titles all."""
    id = party_id(municipality, letters)
    called = [letters, *whole_names(letters)]
    return _entry(HitKind.PARTY, id, id, municipality, title=" ".join(called), called=called)


def party_id(municipality: str, letters: str) -> str:
    """What the list of parties has a party by."""
    return f"{municipality}-{letters}"


def _related(made: Register) -> _Related:
    related = _Related()
    printed = {value.id: value for _owner, value in made.shared if isinstance(value, values.Name)}
    for value in made.owned:
        match value:
            case values.Item():
                related.items[value.id] = value
            case values.Clause():
                related.clauses[value.entity_id].append(value.text)
            case values.Passage():
                related.passages[value.owner].append(value.text)
            case values.Mention() if value.name_id in printed:
                name = printed[value.name_id]
                related.names[value.fact_id].append(name.name)
                if name.party:
                    related.parties[value.fact_id].add(name.party)
            case values.Case():
                related.numbers[value.owner].append(value.number)
            case values.Step():
                related.steps[value.owner].append(value)
    return related


def _entries(value: Any, related: _Related) -> Iterator[Row]:
    match value:
        case values.Matter():
            steps, texts = related.steps[value.id], sorted(related.numbers[value.owner])
            yield _entry(
                HitKind.MATTER,
                value.id,
                value.owner,
                value.municipality_id,
                value.title or "",
                texts,
                day=max((step.date for step in steps if step.date and step.state != "awaited"), default=None),
                status=status_of(steps),
            )
        case values.Item():
            texts = _as_printed([*related.clauses[value.id], value.summary or ""], related.passages[value.id])
            yield _of_item(HitKind.ITEM, value.id, value, value.title, texts, set())
        case values.Document():
            read = [*related.clauses[value.id], *related.names[value.id]]
            texts = _as_printed(read, related.passages[value.id])
            yield _entry(
                HitKind.DOCUMENT,
                value.id,
                value.owner,
                value.municipality_id,
                value.title or "",
                texts,
                day=value.date,
                body_id=value.body_id,
                parties=related.parties[value.id],
            )
        case values.Yrkande() | values.Reservation() | values.Statement() | values.Vote():
            item = related.items.get(value.item_id)
            if item is not None:
                texts = list(fact_texts({name: getattr(value, name) for name in type(value).__slots__}))
                parties = set(getattr(value, "parties", ())) | related.parties[value.id]
                yield _of_item(_FACTS[type(value)], value.id, item, "", texts, parties)


def _as_printed(read: Iterable[str], passages: Sequence[str]) -> list[str]:
    """The text as it is printed, and before it what was read that does not stand in it: what a person put there."""
    return [*(text for text in read if not any(text in passage for passage in passages)), *passages]


def fact_texts(row: Any) -> Iterator[str]:
    """The words of a yrkande, reservation or statement, or of what was voted on, from its value or row."""
    names = ("text",) if "text" in row else ("question", "yes_means", "no_means", "result")
    yield from (row[name] for name in names if row[name])


def _of_item(
    kind: HitKind, id: str, item: values.Item, title: str, texts: Iterable[str], parties: Iterable[str]
) -> Row:
    return _entry(
        kind,
        id,
        item.owner,
        item.municipality_id,
        title,
        texts,
        day=item.date,
        body_id=item.body_id,
        outcome=item.outcome,
        parties=parties,
    )


def _entry(
    kind: HitKind,
    id: str,
    owner: str,
    municipality: str,
    title: str,
    texts: Iterable[str] = (),
    *,
    day: dt.date | None = None,
    body_id: str | None = None,
    outcome: str | None = None,
    status: str | None = None,
    parties: Iterable[str] = (),
    called: Iterable[str] = (),
) -> Row:
    in_title, in_body = keys(title), [word for text in texts for word in keys(text)]
    if len(in_body) > _MOST_WORDS:
        met = set(in_body[:_MOST_WORDS])
        further = [word for word in dict.fromkeys(in_body[_MOST_WORDS:]) if word not in met]
        in_body = [*in_body[:_MOST_WORDS], *further[:_MOST_WORDS]]
    within = sorted({part for _key, parts in (*in_title, *in_body) for part in parts})
    titles = [title_key([key for key, _parts in words]) for words in (in_title, *map(keys, called)) if words]
    behind = sorted(parties)
    narrowed = {"municipality": municipality, "body": body_id, "kind": kind, "outcome": outcome, "status": status}
    narrowed["year"] = str(day.year) if day else None
    facets = [facet_key(name, str(value)) for name, value in narrowed.items() if value]
    facets += [facet_key("party", party) for party in behind]
    return {
        "n": _number(kind, id, day),
        "owner": owner,
        "id": id,
        "kind": str(kind),
        "municipality_id": municipality,
        "body_id": body_id,
        "year": day.year if day else None,
        "outcome": str(outcome) if outcome else None,
        "status": status,
        "parties": "".join(f"|{party}" for party in behind) + "|",
        "title": " ".join(key for key, _parts in in_title),
        "body": " ".join(key for key, _parts in in_body),
        "parts": " ".join([*within, *titles, *facets]),
    }


def codes_of(kinds: Iterable[str]) -> list[int]:
    """What stands for these kinds in the numbers of their entries, above `ID_BITS` others."""
    return [len(_KINDS) - _KINDS.index(str(kind)) for kind in kinds]


def count_kinds(numbers: Iterable[int]) -> dict[str, int]:
    """How many of the entries that bear these numbers are of each kind."""
    of_kind = Counter([number >> ID_BITS & KIND_MASK for number in numbers])
    return {_KINDS[len(_KINDS) - code]: count for code, count in of_kind.items()}


def count_years(numbers: Iterable[int]) -> dict[int, int]:
    """How many of them are of each year, of those that have one."""
    in_order = sorted(numbers)
    counts: dict[int, int] = {}
    at = bisect_left(in_order, 1 << (ID_BITS + _KIND_BITS))
    while at < len(in_order):
        year = dt.date.fromordinal((in_order[at] >> (ID_BITS + _KIND_BITS)) + _FIRST_DAY).year
        ends = dt.date(year + 1, 1, 1).toordinal() - _FIRST_DAY << (ID_BITS + _KIND_BITS)
        counts[year] = bisect_left(in_order, ends) - at
        at += counts[year]
    return counts


def _number(kind: HitKind, id: str, day: dt.date | None) -> int:
    """The day, beneath it the kind and a hash: the later, the greater, and the same in every register."""
    hashed = int.from_bytes(hashlib.blake2b(f"{kind} {id}".encode(), digest_size=8).digest(), "big")
    days = max(0, day.toordinal() - _FIRST_DAY) if day else 0
    (of_kind,) = codes_of([kind])
    return (min(days, 0xFFFF) << (ID_BITS + _KIND_BITS)) | (of_kind << ID_BITS) | (hashed >> (64 - ID_BITS))
