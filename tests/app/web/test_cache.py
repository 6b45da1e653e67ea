"""Answers that are kept, packed and known: the same bytes as if read anew, and never older than the register."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, engine, reading, writing
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.main import create_app
from app.models.register import bodies, register_meta
from app.settings import Settings
from app.web import as_of, cache
from app.web.watch import Watch
from tests.app.api.counting import counting
from tests.app.api.test_lists import told
from tests.app.filing import file
from tests.app.served import case_id

CASES = "/api/v1/cases"


PAGE = "/arenden"


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def reads(client: TestClient, address: str) -> int:
    """How many statements an answer takes, whatever is kept."""
    with counting(client) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@pytest.mark.parametrize("address", [CASES, PAGE])
def test_what_has_not_changed_is_not_read_again(asking: TestClient, stores: Stores, address: str) -> None:
    file(stores, told(1))
    first = asking.get(address)
    assert reads(asking, address) == 0
    again = asking.get(address)
    assert (again.content, again.headers["etag"]) == (first.content, first.headers["etag"])
    anew = asking.get(address, headers={"Cache-Control": "no-cache"})
    assert (anew.content, anew.headers["etag"]) == (first.content, first.headers["etag"])
    assert reads(asking, f"{address}?limit=3") > 0


def test_any_change_to_the_register_is_seen_at_once(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    address = f"{CASES}/{case_id(asking)}"
    before, listed, page = asking.get(address), asking.get(CASES), asking.get(PAGE)
    with writing(stores.public) as session:  # of a kind that no version of a matter covers
        session.execute(sa.update(bodies).values(slug=bodies.c.slug + "-x"))
    assert rebuild_all(stores)[RegisterScope.PUBLIC] > 0
    assert reads(asking, address) > 0
    same = asking.get(address, headers={"If-None-Match": before.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    file(stores, told(2))
    assert asking.get(CASES).json()["total"] == listed.json()["total"] + 1
    for other, seen in ((CASES, listed), (PAGE, page)):
        assert asking.get(other, headers={"If-None-Match": seen.headers["etag"]}).status_code == 200


def test_a_tag_differs_with_the_day_where_the_answer_holds_a_clock(
    asking: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(stores, told(1))
    address = f"{CASES}/{case_id(asking)}"
    tags = []
    for day in ("2026-02-01", "2026-02-02"):
        for module, name in ((cache, "today"), (as_of, "today")):
            monkeypatch.setattr(module, name, lambda day=day: dt.date.fromisoformat(day))
        answered = asking.get(address)
        assert answered.json()["deadline"]["today"] == day
        tags.append(answered.headers["etag"])
    assert tags[0] != tags[1]


def test_tags_differ_with_fields_language_day_asked_for_and_form(client: TestClient) -> None:
    address = f"{CASES}/{case_id(client)}"
    asked = [
        (f"{address}?include=findings", {"Accept-Language": "sv"}),
        (f"{address}?include=findings", {"Accept-Language": "en"}),
        (f"{address}?include=findings,sources", {"Accept-Language": "sv"}),
        (f"{address}?include=findings&today=2025-12-01", {"Accept-Language": "sv"}),
        (f"{address}?include=findings", {"Accept-Language": "sv", "Accept-Encoding": "identity"}),
        (CASES, {}),
        (f"{CASES}?fields=id", {}),
    ]
    tags = [client.get(where, headers=headers).headers["etag"] for where, headers in asked]
    assert len(set(tags)) == len(tags)


def test_an_answer_is_packed_for_who_can_unpack_it(client: TestClient) -> None:
    address = f"{CASES}/{case_id(client)}?include=items"
    packed, plain = (client.get(address, headers={"Accept-Encoding": said}) for said in ("br, gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) == len(plain.content)
    assert "Accept-Encoding" in packed.headers["vary"] and "Accept-Encoding" in plain.headers["vary"]
    for answered in (packed, plain):
        again = client.get(address, headers={"If-None-Match": answered.headers["etag"], "Accept-Encoding": "gzip"})
        assert again.status_code == (304 if answered is packed else 200)


@pytest.mark.parametrize(
    ("said", "packs"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=0", False), ("gzip; q=0.0, br", False), ("", False)],
)
def test_who_does_not_take_gzip_gets_none(client: TestClient, said: str, packs: bool) -> None:
    answered = client.get(f"{CASES}/{case_id(client)}?include=items", headers={"Accept-Encoding": said})
    assert ("content-encoding" in answered.headers) == packs


def test_a_reader_who_knows_the_time_gets_nothing_twice(asking: TestClient, stores: Stores, using: Settings) -> None:
    file(stores, told(1))
    _change_at(stores, int(time.time()) - 10)
    first = asking.get(CASES)
    modified = first.headers["last-modified"]
    assert parsedate_to_datetime(modified) <= dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1)
    known = asking.get(CASES, headers={"If-Modified-Since": modified})
    assert (known.status_code, known.content) == (304, b"")
    other = {"If-Modified-Since": modified, "If-None-Match": '"other"'}
    assert asking.get(CASES, headers=other).status_code == 200
    for odd in ("yesterday", "", "x" * 4000, "Mon, 01 Jan 0000 00:00:00 GMT"):
        assert asking.get(CASES, headers={"If-Modified-Since": odd}).status_code == 200
    file(stores, told(2))
    later = asking.get(CASES, headers={"If-Modified-Since": modified})
    assert (later.status_code, later.json()["total"]) == (200, 2)
    with TestClient(create_app(using)) as another_server:
        assert another_server.get(CASES).headers["last-modified"] == later.headers["last-modified"]


def test_no_answer_says_that_it_became_so_later_than_now(asking: TestClient, stores: Stores) -> None:
    """Of many changes in a second each is told by a second of its own, and so the last by one to come."""
    file(stores, told(1))
    _change_at(stores, int(time.time()) + 600)
    for headers in ({}, {"Cache-Control": "no-cache"}):
        answered = asking.get(CASES, headers=headers)
        assert answered.status_code == 200 and "last-modified" not in answered.headers
    known = asking.get(CASES, headers={"If-None-Match": answered.headers["etag"]})
    assert known.status_code == 304 and "last-modified" not in known.headers


def _change_at(stores: Stores, at: int) -> None:
    """Let the register say that it was last changed then (Unix time)."""
    with writing(stores.public) as session:
        session.execute(register_meta.update().where(register_meta.c.key == "changed").values(value=str(at)))


def test_nothing_that_takes_a_key_or_went_wrong_is_kept(client: TestClient) -> None:
    for address, headers in ((f"{CASES}/nothing", {}), ("/api/v1/imports/1", {"Authorization": "Bearer dia_x"})):
        answered = client.get(address, headers=headers)
        assert answered.headers["cache-control"] == "private, no-store"
        assert "last-modified" not in answered.headers


def test_a_watch_marks_every_commit_of_others(stores: Stores) -> None:
    watch = Watch(stores.public)
    marks = [watch.mark(), watch.mark()]
    file(stores, told(1))
    marks.append(watch.mark())
    watch.close()
    marks.append(watch.mark())
    watch.close()
    assert marks[0] == marks[1]
    assert len(set(marks)) == 3


def test_the_shelf_lets_go_of_what_was_asked_for_longest_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_BYTES", 2 * (5 + cache._AROUND))
    shelf = cache.Shelf()
    day = dt.date(2026, 11, 28)
    shelf.enter("a", day)
    for name in ("one", "two"):
        shelf.keep((name,), ("a", day), cache.CachedAnswer(200, [], b"12345", None, 0))
    shelf.get(("one",))
    shelf.keep(("three",), ("a", day), cache.CachedAnswer(200, [], b"12345", None, 0))
    assert [shelf.get((name,)) is not None for name in ("one", "two", "three")] == [True, False, True]
    shelf.keep(("late",), ("b", day), cache.CachedAnswer(200, [], b"1", None, 0))
    assert shelf.get(("late",)) is None
    shelf.enter("b", day)
    assert shelf.get(("one",)) is None


def test_one_request_reads_one_state_however_many_statements_it_takes(using: Settings, stores: Stores) -> None:
    file(stores, told(1))
    count = sa.select(sa.func.count()).select_from(bodies)
    public = engine(using.public_database_url, read_only=True)
    with reading(public) as session:
        before = session.execute(count).scalar_one()
        with writing(stores.public) as other:
            other.execute(sa.delete(bodies))
        assert session.execute(count).scalar_one() == before > 0
    with reading(public) as session:
        assert session.execute(count).scalar_one() == 0
    public.dispose()
