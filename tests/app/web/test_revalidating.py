"""A page about one thing outlives changes that do not touch it, and no change that does."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy.exc import TimeoutError as NoneFree
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores
from app.main import create_app
from app.settings import Settings
from app.web import cache
from app.web.revalidating import RestsOn, may_be_kept_on
from app.web.watch import Statement, Watch
from tests.app.api.counting import counting
from tests.app.api.test_lists import told
from tests.app.filing import file
from tests.app.register.saying import bundle, motion
from tests.app.served import app_of, case_id
from tests.app.sheets import ALNSJO


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def reads(client: TestClient, address: str) -> int:
    """How many statements the register is asked by SQLAlchemy for an answer, whatever is kept."""
    with counting(client) as counted:
        assert client.get(address).status_code == 200
    return sum(said.lstrip().upper().startswith(("SELECT", "WITH")) for said in counted)


def _pages(client: TestClient) -> list[str]:
    """Of the first matter: its own, in both languages, and those of its papers, §§ and meetings."""
    listed = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()
    documents = [f"/handlingar/{document['id']}" for document in listed["documents"]]
    return [listed["page"], f"/en{listed['page']}", *documents]


def test_a_page_is_not_made_anew_where_another_matter_has_changed(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    pages = _pages(asking)
    before = [asking.get(page) for page in pages]
    assert len(pages) == 4
    file(stores, told(2, "2025-09-09"))
    assert [reads(asking, page) for page in pages] == [0] * len(pages)
    after = [asking.get(page) for page in pages]
    assert [answer.content for answer in after] == [answer.content for answer in before]
    known = asking.get(pages[0], headers={"If-Modified-Since": before[0].headers["last-modified"]})
    assert known.status_code == 304


def test_whatever_touches_a_page_is_seen_on_it_at_once(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    pages, anna = _pages(asking), Actor("anna", "prov")
    item = asking.get("/api/v1/items?limit=1").json()["items"][0]["id"]
    paper = pages[-1].rpartition("/")[2]
    changes: list[Callable[[], object]] = [
        lambda: file(stores, told(2, "2025-06-17")),  # the same meeting
        lambda: acts.correct(stores, item, "title", "Lövträd", anna),
        lambda: acts.link(stores, "KS-2025-00001", "KS-2025-00002", anna),
        lambda: acts.rename(stores, ALNSJO, "Kommunstyrelsen", "Stadsstyrelsen", anna),
        lambda: acts.merge(stores, "Mira Tallbo", "Olle Rask", anna),  # the name that is shown
        lambda: file(stores, told(3, council=True)),
        lambda: acts.release(stores, paper, anna, public=False, law="OSL 21:7"),
    ]
    seen: list[list[bytes]] = []
    for change in (lambda: file(stores, bundle(motion("Motion om bänkar", "2025-01-07", "Olle Rask (S)"))), *changes):
        change()
        kept = [asking.get(page).content for page in pages]
        assert kept == [asking.get(page, headers={"Cache-Control": "no-cache"}).content for page in pages], change
        seen.append(kept)
    assert len({tuple(one) for one in seen}) > 3  # several of them touch one of the pages


def test_a_page_that_is_again_what_it_was_is_not_taken_for_the_one_that_a_reader_got_between(
    asking: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(stores, told(1))
    page, anna = _pages(asking)[0], Actor("anna", "prov")
    item = asking.get("/api/v1/items?limit=1").json()["items"][0]["id"]
    first = asking.get(page)
    corrected = acts.correct(stores, item, "title", "Lövträd", anna)
    with monkeypatch.context() as between:
        between.setattr(cache, "_LARGEST", 0)  # what is too large is not kept
        while "last-modified" not in (got := asking.get(page)).headers:
            time.sleep(0.1)  # until the second of the change is past
    acts.undo(stores, corrected, anna)
    assert asking.get(page).content == first.content != got.content
    again = asking.get(page, headers={"If-Modified-Since": got.headers["last-modified"]})
    assert again.status_code == 200


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_page_that_is_the_same_waits_for_no_connection_that_others_hold(
    asking: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are given back where questions are taken in: what waits for one there waits for itself."""
    file(stores, told(1))
    page = _pages(asking)[0]
    before = asking.get(page).content
    public = app_of(asking).state.serving.public
    monkeypatch.setattr(public.pool, "_timeout", 0.1)
    with ExitStack() as held:
        with pytest.raises(NoneFree):
            while True:
                held.enter_context(public.connect())
        file(stores, told(2, "2025-09-09"))
        assert asking.get(page).content == before


def test_what_rests_on_the_day_is_made_anew_on_the_next(
    asking: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(stores, told(1))
    page = _pages(asking)[0]
    asking.get(page)
    monkeypatch.setattr(cache, "today", lambda: dt.date(2029, 1, 1))
    assert reads(asking, page) > 0


def test_what_was_committed_while_a_page_was_made_is_not_taken_for_what_it_was_made_of(
    asking: TestClient, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(stores, told(1))
    page, anna = _pages(asking)[0], Actor("anna", "prov")
    item = asking.get("/api/v1/items?limit=1").json()["items"][0]["id"]
    resting = cache.rests_on

    def late(watch: Watch, put: list[Statement]) -> RestsOn | None:
        acts.correct(stores, item, "title", "Lövträd", anna)
        return resting(watch, put)

    monkeypatch.setattr(cache, "rests_on", late)
    before = asking.get(page).content
    monkeypatch.undo()
    assert asking.get(page).content != before
    assert "Lövträd" in asking.get(page).text


@pytest.mark.parametrize(
    ("path", "query", "kept"),
    [
        ("/arenden/alnsjo/ks-2025-00042", b"", True),
        ("/en/arenden/alnsjo/ks-2025-00042", b"", True),
        ("/handlingar/abcdefghijklmnop", b"", True),
        ("/paragrafer/alnsjo/ks/2025-06-17/3", b"", True),
        ("/sammantraden/alnsjo/ks/2025-06-17", b"", True),
        ("/arenden/alnsjo/ks-2025-00042", b"as_of=2025-01-01", False),
        ("/arenden", b"", False),
        ("/statistik", b"", False),
        ("/api/v1/cases/abcdefghijklmnop", b"", False),  # asked past the session, where it is light
    ],
)
def test_pages_about_one_thing_are_revalidated(path: str, query: bytes, kept: bool) -> None:
    assert may_be_kept_on(path, query) is kept
