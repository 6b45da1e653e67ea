"""Which matters or §§ are meant by a number that was typed, alone or among words: what search and `q` of every list know."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import matter_entities, matters
from app.queries.cases import find_ids, find_ids_in_any_register
from app.queries.item_numbers import NUMBERED, items_meant
from app.register.case_numbers import numbers_among, typed_numbers

# Each that names no register is sought among all numbers.
_MOST_TRIED = 4
# Asked under names of their own, since a list may ask of the same tables.
_matter, _held = matters.alias("meant_matter"), matter_entities.alias("meant_held")


@dataclass(frozen=True, slots=True)
class NumberMeant:
    """The matters that are meant, what they hold, and the §§ where it was one of those that was typed, as selects of ids; and
    the words that were typed besides."""

    matters: sa.Select[Any]
    held: sa.Select[Any]
    items: sa.Select[Any] | None
    words: str


def number_meant(session: Session, typed: str) -> NumberMeant | None:
    """What is meant by `ksn 2023 3553`, `KSN-2023-03553 avhoppare` or `ks § 372 avhoppare`; None where no number was typed, or
    none that is here."""
    if typed_numbers(typed):
        return _of_matters(find_ids_in_any_register(session, typed), "")
    meant = items_meant(session, typed)
    if meant is not None:
        ids = sa.select(NUMBERED.c.id).where(*meant.where)
        holding = sa.select(_held.c.matter_id).where(_held.c.entity_id.in_(ids))
        return NumberMeant(holding, ids, ids, meant.words)
    for run, words in islice(numbers_among(typed), _MOST_TRIED):
        if found := find_ids(session, run):
            return _of_matters(found, words)
    return None


def _of_matters(ids: list[str], words: str) -> NumberMeant | None:
    if not ids:
        return None
    held = sa.select(_held.c.entity_id).where(_held.c.matter_id.in_(ids))
    return NumberMeant(sa.select(_matter.c.id).where(_matter.c.id.in_(ids)), held, None, words)
