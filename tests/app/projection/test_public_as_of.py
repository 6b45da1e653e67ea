"""The public register as it was known on a day: what stood then and is public still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, engine, reading, writing
from app.installation.opening import prepare_public
from app.installation.renewing import rebuild_all
from app.journal import append
from app.journal.scope import RegisterScope
from app.models.public_tables import LAST_DAY
from app.models.published import DATED, PAST
from app.models.register import bodies, items, meetings, names, register_meta, yrkanden
from app.projection import project as projection
from app.projection import rebuilding
from app.projection.desk import project_desk
from app.projection.public import publish
from app.projection.public_as_of import register_as_of
from app.queries.cases import find
from app.queries.items import items_of_matter
from app.queries.sums import kept
from app.register.keys import case_ref
from app.register.parts import ActKind
from app.settings import Settings
from app.today import civil_date
from tests.app.days import KS, OTHER, Told, minutes, others, told, withdrawn
from tests.app.register.saying import SOMEWHERE, bundle, extract, item

__all__ = ["told"]


def titles(stores: Stores, day: str, number: str = KS) -> list[str]:
    with register_as_of(stores.public, dt.date.fromisoformat(day)) as then:
        return [i["title"] for c in find(then, number) for i in items_of_matter(then, c["matter_id"])]


def test_it_is_what_stood_at_the_end_of_the_day(told: Told) -> None:
    known = {
        "2025-02-28": [],
        "2025-03-01": ["Torget"],
        "2025-03-31": ["Torget", "Torget"],
        "2025-04-01": ["Torget", "Torget och ån"],
        "2026-01-01": ["Torget", "Torget och ån"],
    }
    for days in (known, reversed(known)):  # whoever asks of another day, before or after, changes nothing
        assert {day: titles(told.stores, day) for day in days} == known


def test_where_nothing_has_changed_since_it_is_the_register_as_it_stands(told: Told) -> None:
    def is_as_it_stands(day: dt.date) -> bool:
        with register_as_of(told.stores.public, day) as then:
            return kept(then)

    last = civil_date(dt.datetime.now(dt.UTC))
    assert (is_as_it_stands(last), is_as_it_stands(last - dt.timedelta(days=1))) == (True, False)
    with writing(told.stores.public) as public:  # as a version before left it
        public.execute(register_meta.delete().where(register_meta.c.key == LAST_DAY))
    told.file("2025-05-20", others("Ån", "3"))
    assert not is_as_it_stands(last), "nobody has said so"
    rebuild_all(told.stores)
    assert is_as_it_stands(last)


def test_what_is_filed_while_somebody_asks_of_a_day_before_is_not_of_that_day(told: Told) -> None:
    with writing(told.stores.public) as public:
        public.execute(register_meta.update().where(register_meta.c.key == LAST_DAY).values(value="2025-05-15"))
    served = engine(told.stores.public.url.render_as_string(hide_password=False), read_only=True)

    @sa.event.listens_for(served, "after_cursor_execute")
    def _file(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "register_meta" in statement:
            told.file("2025-06-20", minutes("Bron", "3"))

    with register_as_of(served, dt.date(2025, 5, 15)) as then:
        asked = [i["title"] for c in find(then, KS) for i in items_of_matter(then, c["matter_id"])]
    served.dispose()
    assert asked == ["Torget", "Torget och ån"] != titles(told.stores, "2025-06-20")


def test_whoever_asks_next_sees_the_register_of_today(told: Told) -> None:
    assert titles(told.stores, "2025-03-01") == ["Torget"]
    with reading(told.stores.public) as session:
        assert session.execute(sa.select(sa.func.count()).select_from(items)).scalar_one() == 3


def everything(stores: Stores) -> dict[str, list[str]]:
    with reading(stores.public) as session:
        return {
            table.name: sorted(str(dict(row)) for row in session.execute(sa.select(table)).mappings())
            for table in (*DATED.values(), *PAST.values())
        }


def test_what_is_withdrawn_was_never_there(told: Told) -> None:
    assert "Mira Tallbo" in str(everything(told.stores))
    withdrawn(told)
    assert "Mira Tallbo" not in str(everything(told.stores))
    assert "Kulturnämnden" not in str(everything(told.stores))


def test_what_hung_together_with_it_begins_on_the_day(told: Told) -> None:
    withdrawn(told)
    assert titles(told.stores, "2025-05-31") == []
    assert titles(told.stores, "2025-06-01") == ["Torget och ån"]
    assert titles(told.stores, "2025-05-14", OTHER) == ["Ån"]
    assert titles(told.stores, "2025-05-31", OTHER) == ["Ån och bron"]


def test_what_left_before_it_was_withdrawn_is_let_go_too(told: Told) -> None:
    again = item("31", "Torget", case_numbers=(KS,))
    told.file("2025-05-20", bundle(extract("Kulturnämnden", "2025-01-20", again), digest="2" * 64, version="2"))
    with register_as_of(told.stores.public, dt.date(2025, 5, 19)) as then:
        assert then.execute(sa.select(names.c.name)).scalars().all() == ["Mira Tallbo"]
        assert then.execute(sa.select(yrkanden.c.stance)).scalars().all() == ["avslag"]
    with register_as_of(told.stores.public, dt.date(2025, 5, 20)) as then:
        assert then.execute(sa.select(names.c.name)).scalars().all() == []
    withdrawn(told)
    assert "Mira Tallbo" not in str(everything(told.stores))


def test_what_lay_in_a_matter_of_its_own_before_is_let_go_too(told: Told) -> None:
    def joined(session: Session) -> int:
        keys = [str(case_ref(SOMEWHERE.id, number, None)) for number in (KS, OTHER)]
        seq = append.act(session, ActKind.LINK, keys, {}, "anna", "ett ärende")
        project_desk(session, keys)
        return seq

    told.on("2025-05-20", joined)
    filing = told.file("2025-06-01", others("Ån och bron", "2")).filing
    assert titles(told.stores, "2025-05-14", OTHER) == ["Ån"]
    told.on("2025-06-01", lambda session: append.release(session, filing, (1, 1), "anna", "fel", public=False))
    assert titles(told.stores, "2025-05-14", OTHER) == []
    assert "Ån" not in str(everything(told.stores))


@pytest.mark.parametrize(
    ("database", "story"),
    [("sqlite", lambda told: told), ("sqlite", withdrawn), ("postgresql", withdrawn)],
    ids=["sqlite-filed", "sqlite-withdrawn", "postgresql-withdrawn"],
    indirect=["database"],
)
def test_a_store_built_anew_knows_the_same_days(
    told: Told, using: Settings, story: Callable[[Told], Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = story(told).stores
    before = everything(stores)
    assert any(rows for name, rows in before.items() if name.startswith("past_"))
    for at_once in (1, 1_000):
        for module in (projection, rebuilding):
            monkeypatch.setattr(module, "_KEYS_AT_ONCE", at_once)  # by key, as a great journal is gone through
        with writing(stores.public) as session:
            session.execute(register_meta.update().where(register_meta.c.key == "version").values(value="older"))
        prepare_public(using.public_database_url)
        assert not any(everything(stores).values())
        publish(stores)
        assert everything(stores) == before, at_once


def test_what_a_rebuild_mends_never_stood(told: Told) -> None:
    before = everything(told.stores)
    with writing(told.stores.public) as session:
        session.execute(items.update().values(title="något annat"))
        session.execute(bodies.update().values(name="Något annat"))
    assert rebuild_all(told.stores)[RegisterScope.PUBLIC] > 0
    assert everything(told.stores) == before


def test_a_table_that_rows_share_has_a_past_as_well(told: Told) -> None:
    with register_as_of(told.stores.public, dt.date(2025, 3, 1)) as then:
        assert then.execute(sa.select(sa.func.count()).select_from(meetings)).scalar_one() == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_postgresql_finds_what_is_joined_on_a_day_by_its_key(told: Told) -> None:
    joined = (
        "EXPLAIN SELECT names.name FROM mentions JOIN names ON names.id = mentions.name_id WHERE mentions.owner = 'x'"
    )
    with register_as_of(told.stores.public, dt.date(2025, 3, 1)) as then:
        for other in ("seqscan", "hashjoin", "mergejoin", "bitmapscan"):
            then.execute(sa.text(f"SET LOCAL enable_{other} = off"))
        plan = "\n".join(then.execute(sa.text(joined)).scalars())
    assert plan.count("Index Cond: ((id)::text = (mentions") == 2, plan  # in what stands and in what stood
