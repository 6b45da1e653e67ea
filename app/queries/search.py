"""What a search finds: the hits in their order with words, sources and matters, and what it can be narrowed by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import bodies, municipalities
from app.queries.bodies import bodies_meant, present, to_present
from app.queries.cases import find_ids_in_any_register, of_matters
from app.queries.did_you_mean import did_you_mean
from app.queries.following import Followed, latest_of
from app.queries.hits import hits_of
from app.queries.item_numbers import find_items
from app.queries.json_sql import in_json, json_list
from app.queries.lists.items import ITEMS
from app.queries.meant import municipality_meant
from app.queries.number_meant import number_meant
from app.queries.understood import understood
from app.register.case_numbers import parse, typed_numbers
from app.schemas.hit_rows import FacetValue, HitRow, SearchRow
from app.search.finding import Entry, Found, Within, counted, entries_at, find
from app.search.normaliser import keys as printed_keys
from app.search.question import Question, question_in

# How many values of a facet are told; the most frequent first.
_MOST_VALUES = 30
# How many hits are read at a time where all are.
_AT_ONCE = 100
_NAMED = ("municipality", "body", "party")


class Order(StrEnum):
    """How hits follow each other: the best answers first, or by day."""

    BEST = "best"
    LATEST = "latest"
    EARLIEST = "earliest"


def search(
    session: Session,
    typed: str,
    narrowed: Mapping[str, str],
    limit: int,
    *,
    offset: int = 0,
    after: str | None = None,
    order: Order = Order.BEST,
    facets: bool = True,
) -> SearchRow:
    """The part of what is found by the words typed that begins at `offset`, or follows the place `after` among the best;
    without `facets` nothing is counted, and it says nothing of them."""
    question = question_in(typed)
    found = _found(session, typed, question, narrowed)
    numbers = found.numbers if order is Order.BEST else sorted(found.numbers, reverse=order is Order.LATEST)
    start = offset if after is None else found.index_after(_place(after))
    shown = entries_at(session, numbers[start : start + limit])
    return SearchRow(
        hits=hits_of(session, shown, question.keys | _keys_of_number(session, typed)),
        total=len(numbers),
        total_is_at_least=found.is_cut,
        facets=_facets(session, numbers) if facets else {},
        sought=question.sought,
        left_out=list(question.left_out),
        unread=question.unread,
        suggestion=None if numbers else did_you_mean(session, typed, question),
        place=_written(found.place(start + limit - 1)) if start + limit < len(numbers) else None,
    )


def walk_hits(session: Session, typed: str, narrowed: Mapping[str, str]) -> Iterator[HitRow]:
    """Every hit that is weighed, the best first, read a hundred at a time."""
    question = question_in(typed)
    entries, keys = _weighed(session, typed, narrowed), question.keys | _keys_of_number(session, typed)
    for start in range(0, len(entries), _AT_ONCE):
        yield from hits_of(session, entries[start : start + _AT_ONCE], keys)


def changed_hits(session: Session, typed: str, narrowed: Mapping[str, str]) -> list[tuple[str, Followed]]:
    """The hits by when they changed, the last first, each with the list that has it; what belongs to no matter is left out."""
    entries = _weighed(session, typed, narrowed)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_kind[entry.kind].append(entry.id)
    changed = [(LIST_OF[kind], one) for kind, ids in by_kind.items() for one in latest_of(session, LIST_OF[kind], ids)]
    return sorted(changed, key=lambda one: (-one[1].n, f"{one[0]}/{one[1].id}"))


def _keys_of_number(session: Session, typed: str) -> set[str]:
    """Where a case number was typed alone, what its printed form is found by: of `ksn20233553` that of `KSN-2023-03553`."""
    typed_keys = {number.key for number in typed_numbers(typed)}
    if not typed_keys:
        return set()
    matters = of_matters(session, find_ids_in_any_register(session, typed))
    printed = [one["number"] for matter in matters for one in matter["numbers"]]
    meant = [one for one in printed if (number := parse(one)) and number.key.endswith(tuple(typed_keys))]
    return {key for one in meant for key, _parts in printed_keys(one)}


def _weighed(session: Session, typed: str, narrowed: Mapping[str, str]) -> list[Entry]:
    found = _found(session, typed, question_in(typed), narrowed)
    return entries_at(session, found.numbers)


# Which list has what is found, by its kind.
LIST_OF = {
    "matter": "cases",
    "item": "items",
    "yrkande": "yrkanden",
    "reservation": "reservations",
    "statement": "statements",
    "vote": "votes",
    "document": "documents",
    "party": "parties",
    "person": "people",
    "body": "bodies",
}


def as_named(session: Session, narrowed: Mapping[str, str]) -> dict[str, str]:
    """The facets, each name as the register has it: `ks` is `kommunstyrelsen`. Raises `UnknownName`."""
    names = {name: value for name, value in narrowed.items() if name in _NAMED}
    return {**narrowed, **understood(session, ITEMS, names)}


def words_alone(session: Session, typed: str, narrowed: Mapping[str, str]) -> list[FacetValue]:
    """Each of the words typed, where there are several, with how many hits it has by itself, those that have none first; of
    three and more, before them, all but one of them where these have any. What must not be there is in none of these hits."""
    question, meant = question_in(typed), _meant(session, narrowed)
    terms = question.terms
    but_one = [terms[:n] + terms[n + 1 :] for n in range(len(terms))] if len(terms) > 2 else []
    found = [_found_by(session, replace(question, terms=some, title=None), meant) for some in but_one]
    each = terms if len(terms) > 1 else ()
    alone = [_found_by(session, replace(question, terms=(term,), title=None), meant) for term in each]
    return [*(one for one in found if one["count"]), *sorted(alone, key=lambda one: one["count"] > 0)]


def _found_by(session: Session, question: Question, meant: Mapping[str, Sequence[Any]]) -> FacetValue:
    words = " ".join([*question.sought, *(f"-{term.typed}" for term in question.without)])
    return FacetValue(value=words, name=words, count=len(find(session, question, meant).numbers))


def _found(session: Session, typed: str, question: Question, narrowed: Mapping[str, str]) -> Found:
    """What answers: first the matters or §§ that are meant where a number was typed, a case's in any spelling or a §'s; where words
    were typed beside it, what of them holds these."""
    number = number_meant(session, typed)
    first: list[str] = []
    if number is not None and number.items is None:
        first = list(session.execute(number.matters).scalars())
    elif number is not None and not number.words:
        first = find_items(session, typed)
    within = Within(number.held, question_in(number.words)) if number is not None and number.words else None
    return find(session, question, _meant(session, narrowed), first, within)


def _meant(session: Session, narrowed: Mapping[str, str]) -> dict[str, list[Any]]:
    """The values of the facets as entries hold them: ids of municipalities and bodies, a year's number."""
    meant: dict[str, list[Any]] = {}
    for name, value in narrowed.items():
        if name == "municipality":
            meant[name] = list(session.execute(municipality_meant(value)).scalars())
        elif name == "body":
            meant[name] = list(session.execute(bodies_meant(value)).scalars())
        else:
            meant[name] = [int(value) if name == "year" else value]
    return meant


def _facets(session: Session, numbers: Sequence[int]) -> dict[str, list[FacetValue]]:
    """What the hits can be narrowed by, the most frequent first."""
    most = {
        name: sorted(counts.items(), key=_by_count)[:_MOST_VALUES] for name, counts in counted(session, numbers).items()
    }
    if "year" in most:
        most["year"].sort(reverse=True)
    named = _names(session, [v for name in ("municipality", "body") for v, _count in most[name]])
    facets = {
        name: _as_one(
            FacetValue(value=named.get(value, (str(value), ""))[0], name=named.get(value, ("", str(value)))[1], count=n)
            for value, n in values
        )
        for name, values in most.items()
    }
    for name in facets.keys() - {"year"}:
        facets[name].sort(key=lambda value: (-value["count"], value["name"]))
    return facets


def _as_one(values: Iterable[FacetValue]) -> list[FacetValue]:
    """The values each once: what a body has under a former name is its own."""
    by_value: dict[str, FacetValue] = {}
    for one in values:
        earlier = by_value.get(one["value"])
        by_value[one["value"]] = (
            FacetValue(**one) if earlier is None else {**earlier, "count": earlier["count"] + one["count"]}
        )
    return list(by_value.values())


def _by_count(counted: tuple[Any, int]) -> tuple[int, str]:
    return -counted[1], str(counted[0])


def _names(session: Session, ids: Sequence[str]) -> dict[Any, tuple[str, str]]:
    """How municipalities and bodies are asked for, and what they are called: a body by the id that it
    goes under today, a municipality by its slug."""
    return {row[0]: (row[1], row[2]) for row in _NAMES.run(session, ids=json_list(ids)).all()} if ids else {}


_NAMES = Prepared(
    sa.union_all(
        sa.select(municipalities.c.id, municipalities.c.slug, municipalities.c.name).where(
            in_json(municipalities.c.id, "ids")
        ),
        sa.select(bodies.c.id, present.c.id.label("slug"), present.c.name)
        .select_from(to_present())
        .where(in_json(bodies.c.id, "ids")),
    )
)


def _written(place: tuple[int, int]) -> str:
    return ".".join(map(str, place))


def _place(written: str) -> tuple[int, int]:
    """A place as it was written; whatever else was written is before everything."""
    tier, _, number = written.partition(".")
    try:
        return int(tier), int(number)
    except ValueError:
        return -2, 0
