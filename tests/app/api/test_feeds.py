"""Every list as a feed: nothing is missed by who reads it now and then, and nothing is told that did not happen."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.api.resources import RESOURCES, Resource
from app.db import Stores, reading, writing
from app.exports.atom import Entry, Feed, Gone, atom
from app.installation.opening import open_stores, start
from app.installation.renewing import rebuild_all
from app.language.steps import status
from app.main import create_app
from app.models.journal import entries as journal_entries
from app.models.register import changes, register_meta
from app.register.municipalities import Municipality
from app.settings import Settings
from tests.app.api.test_feeds_changed import item_id
from tests.app.api.test_lists import told
from tests.app.filing import file
from tests.app.register.saying import SOMEWHERE
from tests.app.served import NUMBER, case_id

ALL = pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.name)
ATOM = "{http://www.w3.org/2005/Atom}"
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
# What RFC 4287 lets a feed and an entry hold, each so many times at least and at most.
_ONE, _MANY = (1, 1), (0, 99)
# An instant as RFC 4287 has it: with seconds and an offset, its T and Z in capitals.
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_FEED = {"id": _ONE, "title": _ONE, "updated": _ONE, "author": (1, 99), "link": _MANY, "entry": _MANY}
_ENTRY = {"id": _ONE, "title": _ONE, "updated": _ONE, "link": (1, 99), "summary": (0, 1)}


def read(client: TestClient, address: str) -> ET.Element:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    root = ET.fromstring(answer.content)
    hold_to_the_standard(root)
    return root


def hold_to_the_standard(root: ET.Element) -> None:
    """What RFC 4287 asks of a feed, RFC 5005 of its pages, and RFC 6721 of what is gone."""
    assert root.tag == f"{ATOM}feed"
    _hold(root, _FEED)
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    for entry in root.iter(f"{ATOM}entry"):
        _hold(entry, _ENTRY)
        assert [link.get("rel") for link in entry.iter(f"{ATOM}link")].count("alternate") <= 1
    for link in root.iter(f"{ATOM}link"):
        assert str(link.get("href")).startswith("http://testserver/")
    for gone in root.iter(GONE):
        assert str(gone.get("ref")).startswith("tag:") and RFC_3339.fullmatch(str(gone.get("when")))
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")][:2] == ["self", "first"]


def _hold(element: ET.Element, allowed: dict[str, tuple[int, int]]) -> None:
    held = [child.tag.removeprefix(ATOM) for child in element if child.tag != GONE]
    assert set(held) <= set(allowed)
    assert all(least <= held.count(name) <= most for name, (least, most) in allowed.items())
    assert str(element.findtext(f"{ATOM}id")).startswith("tag:testserver,2026:")
    assert RFC_3339.fullmatch(str(element.findtext(f"{ATOM}updated")))


def entries(root: ET.Element) -> dict[str, str]:
    """When each entry was updated, in order."""
    return {
        str(entry.findtext(f"{ATOM}id")): str(entry.findtext(f"{ATOM}updated")) for entry in root.iter(f"{ATOM}entry")
    }


def walked(client: TestClient, address: str) -> Iterator[tuple[str, str]]:
    """Every entry of every page."""
    further: str | None = address
    while further:
        root = read(client, further)
        yield from entries(root).items()
        further = next((link.get("href") for link in root.iter(f"{ATOM}link") if link.get("rel") == "next"), None)


ELSEWHERE = Municipality("x-bortby", "Bortby", "bortby")
# What the calendar makes, and no filing: a feed announces what changed in the register.
OF_THE_DAY = {"over_a_year", "due_soon"}


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


@ALL
def test_a_feed_has_the_rows_of_its_list(client: TestClient, resource: Resource) -> None:
    rows = client.get(f"/api/v1/{resource.name}?limit=500").json()[resource.name]
    key = "matter_id" if resource.name in {"cases", "changes"} else "id"
    there = list(entries(read(client, f"/api/v1/{resource.name}.atom")))
    filed = {row[key] for row in rows if row.get("code") not in OF_THE_DAY}
    assert sorted(there) == sorted(f"tag:testserver,2026:{resource.name}/{id}" for id in filed)
    in_pages = [id for id, _updated in walked(client, f"/api/v1/{resource.name}.atom?limit=1")]
    assert in_pages == there
    answer = client.get(f"/api/v1/{resource.name}.atom")
    known = client.get(f"/api/v1/{resource.name}.atom", headers={"If-None-Match": answer.headers["etag"]})
    assert known.status_code == 304
    assert client.get(f"/api/v1/{resource.name}.atom?sort=id").status_code == 400


def test_who_follows_a_municipality_or_a_body_meets_its_rows_alone_in_the_order_of_all(
    asking: TestClient, stores: Stores
) -> None:
    for n, place in enumerate([SOMEWHERE, ELSEWHERE, SOMEWHERE, ELSEWHERE, ELSEWHERE], 1):
        file(stores, told(n), place)
    for name in ("cases", "items", "documents", "meetings", "people", "changes"):
        key = "matter_id" if name == "cases" else "id"
        whole = list(entries(read(asking, f"/api/v1/{name}.atom")))
        for question in (f"municipality={ELSEWHERE.slug}", f"municipality={SOMEWHERE.slug}", "number=1"):
            if question == "number=1" and name != "items":
                continue
            rows = asking.get(f"/api/v1/{name}?{question}&limit=500").json()[name]
            meant = {f"tag:testserver,2026:{name}/{row['matter_id' if name == 'changes' else key]}" for row in rows}
            assert meant and [id for id, _at in walked(asking, f"/api/v1/{name}.atom?{question}&limit=2")] == [
                id for id in whole if id in meant
            ], (name, question)


def test_an_entry_tells_where_the_matter_stands_and_leads_to_the_place(client: TestClient) -> None:
    (entry,) = read(client, "/api/v1/reservations.atom?party=SD").iter(f"{ATOM}entry")
    said = str(entry.findtext(f"{ATOM}summary"))
    assert said.startswith("Ann-Sofie Tegnér (SD) reserverar sig mot beslutet")
    case = client.get("/api/v1/cases").json()["cases"][0]
    assert (
        f"KS-2025-00042: {status(case)} Senast: Kommunstyrelsen § 201, 5 november 2025: föreslår att motionen besvaras."
        in said
    )
    assert "Tillkom i registret" in said
    links = {
        link.get("rel"): str(link.get("href")).removeprefix("http://testserver") for link in entry.iter(f"{ATOM}link")
    }
    assert all(client.get(address).status_code == 200 for address in links.values())
    assert links["alternate"].endswith("#kommunstyrelsen-2025-11-05-201") and "/sida/" in links["via"]
    in_english = client.get("/api/v1/reservations.atom?party=SD", headers={"Accept-Language": "en"}).text
    assert "Latest: Kommunstyrelsen § 201" in in_english and 'xml:lang="en"' in in_english


def test_who_reads_now_and_then_misses_nothing(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    before = entries(read(asking, "/api/v1/cases.atom"))
    for n in range(2, 9):
        file(stores, told(n))
    with writing(stores.public) as session:  # all in one second
        session.execute(changes.update().where(changes.c.n > 1).values(at="2026-11-27T12:00:00.000000Z"))
    met = list(walked(asking, "/api/v1/cases.atom?limit=3"))
    assert len(met) == len(dict(met)) == asking.get("/api/v1/cases").json()["total"]
    assert set(before) < set(dict(met))
    page = read(asking, "/api/v1/cases.atom?limit=3")
    (further,) = [str(link.get("href")) for link in page.iter(f"{ATOM}link") if link.get("rel") == "next"]
    behind = entries(read(asking, further))
    file(stores, told(9))  # while the pages are read
    assert entries(read(asking, further)) == behind


def test_a_rebuild_tells_of_nothing(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    feeds = [f"/api/v1/{resource.name}.atom" for resource in RESOURCES]
    before = [asking.get(address).content for address in feeds]
    rebuild_all(stores)
    with writing(stores.public) as session:
        assert session.execute(sa.select(sa.func.count()).select_from(changes)).scalar_one() == 1
    assert [asking.get(address, headers={"Cache-Control": "no-cache"}).content for address in feeds] == before


def test_an_upgrade_tells_of_nothing(asking: TestClient, using: Settings, stores: Stores) -> None:
    for number in (1, 2, 3):
        file(stores, told(number))
    acts.correct(stores, item_id(stores, "1"), "title", "Träd", Actor("anna", "granskas"))  # so it was changed last
    addresses = ("cases.atom", "items.atom", "motions.atom", "changes.atom")
    before = {name: asking.get(f"/api/v1/{name}").content for name in addresses}
    earlier = asking.get("/api/v1/changes").json()
    upgraded(using, stores)
    upgraded(using, stores)
    assert {name: asking.get(f"/api/v1/{name}").content for name in addresses} == before
    later = asking.get("/api/v1/changes").json()
    assert (later["changes"], [row["id"] for row in later["changes"]]) == (earlier["changes"], [1, 2, 3, 4])
    assert later["generation"] != earlier["generation"]  # who keeps a copy takes the whole anew: rows may say more
    file(stores, told(4))
    (news,) = asking.get("/api/v1/changes?since=4").json()["changes"]
    assert news["kind"] == "made" and news["at"] > max(row["at"] for row in later["changes"])


def test_what_an_upgrade_finds_nothing_announced_of_is_dated_as_it_was_filed(
    asking: TestClient, using: Settings, stores: Stores
) -> None:
    file(stores, told(1))
    with writing(stores.public) as session:
        session.execute(changes.delete())
    with reading(stores.desk) as session:
        filed = session.execute(sa.select(sa.func.max(journal_entries.c.at))).scalar_one()
    upgraded(using, stores)
    assert {row["at"] for row in asking.get("/api/v1/changes").json()["changes"]} == {filed}


def upgraded(using: Settings, stores: Stores) -> None:
    """Let a programme of another version have built both registers, and open them with this one."""
    for store in (stores.desk, stores.public):
        with writing(store) as session:
            session.execute(register_meta.update().where(register_meta.c.key == "version").values(value="1"))
    opened = open_stores(using)
    start(opened)
    opened.dispose()


def test_what_is_gone_is_told(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    with writing(stores.public) as session:
        row = {"n": 2, "at": "2027-01-01T00:00:00.000000Z", "kind": "gone", "matter_id": "gone", "slug": "x"}
        session.execute(changes.insert().values(**row, municipality_id="nowhere", version=None))
    (gone,) = read(asking, "/api/v1/cases.atom").iter(GONE)
    assert gone.attrib == {"ref": "tag:testserver,2026:cases/gone", "when": "2027-01-01T00:00:00.000000Z"}
    first = next(iter(entries(read(asking, "/api/v1/changes.atom"))))
    assert first == "tag:testserver,2026:changes/gone"


@pytest.mark.parametrize("cursor", ["00", "2a2a", "31", "!"])
def test_a_place_that_is_none_is_refused(client: TestClient, cursor: str) -> None:
    assert client.get(f"/api/v1/cases.atom?cursor={cursor}").status_code == 400


def test_text_out_of_a_file_is_text() -> None:
    hostile = "]]></title><script>&\x00\x1b\u202e\ud7ff\ufffe"
    feed = Feed("tag:x,2026:f", hostile, "sv", "http://x/?a=\"&'<", "http://x/", None, "http://x/")
    made = b"".join(
        atom(feed, [Entry("tag:x,2026:e", hostile, hostile, "2026-01-01T00:00:00Z", None, None, None), Gone('"', "x")])
    )
    root = ET.fromstring(made)
    assert root.findtext(f"{ATOM}title") == "]]></title><script>&\ufffd\ufffd\ufffd\ufffd\ufffd"
    assert [element.tag for element in root.iter() if "script" in element.tag] == []


def test_a_matter_and_a_person_a_party_and_a_body_can_be_followed(client: TestClient) -> None:
    case = client.get(f"/api/v1/cases/{case_id(client)}").json()
    followed = [f"/api/v1/cases/{case['id']}.atom"]
    for name in ("people", "parties", "bodies"):
        rows = client.get(f"/api/v1/{name}").json()[name]
        followed.append(
            next(f"/api/v1/{name}/{row['id']}.atom" for row in rows if row.get("name") != "Kommunfullmäktige")
        )
    for address in followed:
        assert list(entries(read(client, address))) == [f"tag:testserver,2026:cases/{case['matter_id']}"], address
        assert client.get(f"{address}?colour=red").status_code == 400
    moved = client.get(f"/api/v1/cases/{NUMBER}.atom")
    assert (moved.status_code, moved.headers["location"]) == (308, followed[0])
    assert client.get("/api/v1/people/nobody.atom").status_code == 404


def test_a_search_can_be_followed(client: TestClient) -> None:
    lists = {"matter": "cases", "document": "documents", "item": "items", "yrkande": "yrkanden"}
    for kind, name in lists.items():
        asked = f"q=skolg%C3%A5rdar&kind={kind}"
        hits = client.get(f"/api/v1/search?{asked}&limit=100").json()["hits"]
        met = dict(walked(client, f"/api/v1/search.atom?{asked}&limit=2"))
        if kind == "matter":
            assert len(met) == len(hits) == 1
        else:
            assert sorted(met) == sorted(f"tag:testserver,2026:{name}/{hit['id']}" for hit in hits)
    whole = list(entries(read(client, "/api/v1/search.atom?q=skolg%C3%A5rdar")))
    assert [id for id, _ in walked(client, "/api/v1/search.atom?q=skolg%C3%A5rdar&limit=3")] == whole
