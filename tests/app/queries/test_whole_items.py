"""§§ made into JSON by the database are what they are otherwise, on both kinds, with every kind of fact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
import sqlalchemy as sa

from app.db import Stores, reading
from app.models.register import items, matters
from app.queries.items import items_by_id, items_of_matter, place_facts
from app.queries.whole_items import whole_items, whole_items_by_id
from app.register.municipalities import municipality
from app.resources import example
from app.settings import Settings
from importers.bundle import Clause, Outcome
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.register.saying import at, bundle, decision, extract, item


def plain(value: Any) -> Any:
    """As JSON has it, without sources."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name != "sources"}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def held_alike(stores: Stores) -> tuple[int, set[str]]:
    """How many §§ were compared, and which of their lists held anything."""
    seen, met = 0, set()
    with reading(stores.desk) as session:
        for matter in session.execute(sa.select(matters.c.id)).scalars().all():
            expected = orjson.loads(orjson.dumps(plain(items_of_matter(session, matter, placed=False))))
            found = orjson.loads(orjson.dumps(whole_items(session, matter)))
            for one, other in zip(found, expected, strict=True):
                assert {name for name in {*one, *other} if one.get(name) != other.get(name)} == set()
            assert found == expected
            seen += len(expected)
            met |= {name for item in expected for name, value in item.items() if isinstance(value, list) and value}
    return seen, met


def test_the_example_is_the_same_either_way(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    seen, met = held_alike(stores)
    assert seen == 3
    assert {"decisions", "yrkanden", "propositions", "reservations", "statements", "references"} <= met


def test_the_facts_of_items_read_without_places_are_given_theirs(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    kinds = ("votes", "yrkanden", "reservations", "statements")
    with reading(stores.desk) as session:
        ids = session.execute(sa.select(items.c.id)).scalars().all()
        read = whole_items_by_id(session, ids)
        place_facts(session, read)
        bare: dict[str, Any] = {one["id"]: one for one in read}
        placed, wholes = 0, dict[str, Any]((one["id"], one) for one in items_by_id(session, ids))
        for whole in wholes.values():
            for kind in kinds:
                expected = [fact["sources"] for fact in whole[kind]]
                assert [fact["sources"] for fact in bare[whole["id"]][kind]] == expected
                placed += sum(map(len, expected))
    assert placed > 10


def test_a_list_of_what_has_come_in_is_the_same_either_way(stores: Stores) -> None:
    texts = ("Antecknas.", "Följande skrivelser har inkommit.", "2025-06-02", "Dom om en plan")
    clauses = tuple(Clause(text, at(text)) for text in texts)
    decided = replace(decision("Kommunfullmäktige", Outcome.ANTECKNING), clauses=clauses)
    listing = item("7", "Anmälningar", case_numbers=("KS-2025-7",), decisions=(decided,))
    file(stores, bundle(extract("Kommunfullmäktige", "2025-06-17", listing)))
    assert held_alike(stores) == (1, {"documents", "case_numbers", "decisions", "listed"})


@pytest.mark.shared
def test_whole_minutes_with_votes_are_the_same_either_way(stores: Stores, using: Settings, shared: Path) -> None:
    for name in ("goteborg-kf-2025-05-22-par319", "goteborg-kf-2025-03-27-par185"):
        data = (shared / "corpus" / f"{name}.pdf").read_bytes()
        import_file(stores, using, data, f"{name}.pdf", "anna", municipality("Göteborg"))
    seen, met = held_alike(stores)
    assert seen and "votes" in met
