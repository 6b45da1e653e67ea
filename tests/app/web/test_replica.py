"""Readers answered from a replica of the public register: no answer is older than what stands there, and how far behind it is is told."""

from __future__ import annotations

import time
from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy.engine import make_url
from starlette.testclient import TestClient

from app.db import Stores
from app.main import create_app
from app.resources import example
from app.settings import Settings, public_url
from tests import postgres
from tests.app.importing import import_file
from tests.app.sheets import ALNSJO, sheet

PATIENCE = 600.0  # seconds: a busy machine takes its time


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_readers_are_told_what_the_replica_holds_and_whoever_looks_after_it_how_far_behind_it_is(
    stores: Stores, using: Settings, postgres_url: str
) -> None:
    programmes = postgres.binaries()
    assert programmes is not None
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    with postgres.standby(programmes, postgres_url) as standby:
        replica = postgres.named(standby, str(make_url(using.database_url).database))
        reading_there = using.model_copy(update={"public_reader_url": public_url(replica)})
        with (
            TestClient(create_app(reading_there)) as client,
            psycopg.connect(replica.replace("+psycopg", ""), autocommit=True) as there,
        ):
            until(lambda: behind(client) == 0.0)
            before = client.get("/api/v1/cases")
            assert before.json()["total"] > 0
            there.execute("SELECT pg_wal_replay_pause()")
            import_file(stores, using, sheet(1), "1.pdf", "anna", ALNSJO)
            assert behind(client) != 0.0
            kept = client.get("/api/v1/cases")
            assert (kept.json(), kept.headers["last-modified"]) == (before.json(), before.headers["last-modified"])
            there.execute("SELECT pg_wal_replay_resume()")
            until(lambda: behind(client) == 0.0)
            after = client.get("/api/v1/cases")
            assert after.json()["total"] == before.json()["total"] + 1
            assert after.headers["last-modified"] != before.headers["last-modified"]


def behind(client: TestClient) -> float | None:
    """Seconds; None where it follows, but has heard of nothing yet."""
    answer: dict[str, dict[str, float | None]] = client.get("/readyz").json()
    return answer["replica"]["behind_seconds"]


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)
