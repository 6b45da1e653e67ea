"""Ids and numbers that a person's correction moved: the old ones lead to the new for ever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from app.ids import Ids
from app.register import keys, values
from app.register.case_numbers import case_slug, clean, parse
from app.register.corrections import by_entity, stages
from app.register.parts import Act, Part


def aliases(parts: Iterable[Part], acts: Sequence[Act], ids: Ids) -> dict[str, list[values.Alias]]:
    """What each entity was called before people corrected what identifies it, by the entity's id."""
    on = by_entity(acts)
    by_owner: dict[str, dict[str, values.Alias]] = defaultdict(dict)
    for part in parts if on else ():
        *before, now = stages(part, on)
        key = keys.entity_key(now)
        if key is None:
            continue
        owner = _entity_id(now, key, ids)
        for stage in before:
            for alias in (*_of_entity(stage, key, owner, ids), *_of_case(stage, now, owner, ids)):
                by_owner[owner][alias.id] = alias
    return {owner: list(rows.values()) for owner, rows in by_owner.items()}


def _entity_id(part: Part, key: str, ids: Ids) -> str:
    return ids.of("item" if part.item else "document", key)


def _of_entity(stage: Part, key: str, owner: str, ids: Ids) -> Iterator[values.Alias]:
    old = keys.entity_key(stage)
    if old is not None and old != key:
        old_id = _entity_id(stage, old, ids)
        yield values.Alias(
            ids.of("alias", owner, old_id), owner, "item" if stage.item else "document", old_id, None, None, owner
        )


def _of_case(stage: Part, now: Part, owner: str, ids: Ids) -> Iterator[values.Alias]:
    """The case whose number was corrected into another: of several at once nobody can tell which became which."""
    old, new = _cases(stage), _cases(now)
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    if len(gone) == len(come) == 1:
        old_id, place = ids.of("case", gone[0]), f"{now.municipality.id}|case|"
        yield values.Alias(
            id=ids.of("alias", owner, old_id),
            owner=owner,
            kind="case",
            old_id=old_id,
            slug=old[gone[0]],
            key=gone[0].removeprefix(place),
            into=ids.of("case", come[0]),
        )


def _cases(part: Part) -> dict[str, str]:
    """The slug of each case that the part carries as its own, by key."""
    printed = part.item.case_numbers if part.item else keys.own_numbers(part)
    slugs: dict[str, str] = {}
    for text in printed:
        number, key = parse(text), keys.case_ref(part.municipality.id, text, part.document.body)
        if number is not None and key is not None:
            slugs[key] = case_slug(clean(text) or text, number, part.document.body)
    return slugs
