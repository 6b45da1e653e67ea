"""Every resource as a list: one way to filter, sort, page, walk and cut down for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.resources import RESOURCES, Resource
from app.db import Stores, reading
from app.main import create_app
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.cases import CASES
from app.register.municipalities import Municipality
from app.schemas.lists import ROWS
from app.settings import Settings
from importers.bundle import Bundle, DocumentKind, Outcome, Reservation, Stance, Verification, Yrkande
from tests.app.api.counting import statements
from tests.app.filing import file
from tests.app.register.saying import answer, at, bundle, decision, extract, item, motion, person, proposal, raised
from tests.app.served import case_id

ELSEWHERE = Municipality("x-bergby", "Bergby", "bergby")
ALL = pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.name)


def rows_of(client: TestClient, resource: Resource, **asked: Any) -> list[dict[str, Any]]:
    answered = client.get(f"/api/v1/{resource.name}", params=asked)
    assert answered.status_code == 200, answered.text
    found: list[dict[str, Any]] = answered.json()[resource.name]
    return found


@ALL
def test_a_row_alone_is_the_row_of_the_list(client: TestClient, resource: Resource) -> None:
    for row in rows_of(client, resource, limit=2):
        address = f"/api/v1/{resource.name}/{row['id']}"
        alone = client.get(address).json()
        assert {key: alone.get(key, "missing") for key in row} == row
        assert set(alone) - set(row) <= {"deadline"}  # of a matter alone
        some = list(row)[1:3]
        cut_down = {key: alone[key] for key in ("id", *some)}
        assert client.get(f"{address}?fields={','.join(some)}").json() == cut_down
        refused = client.get(f"{address}?fields=id,secret")
        assert (refused.status_code, refused.json()["detail"].split()[0]) == (400, "fields")
        assert all(key in refused.json()["detail"] for key in alone)


@ALL
def test_rows_hold_every_key_that_is_promised_and_fields_cuts_them_down(client: TestClient, resource: Resource) -> None:
    promised = set(ROWS[resource.name].model_fields)
    for row in rows_of(client, resource):
        assert set(row) == promised - {"sources"}
    for row in rows_of(client, resource, fields="id", limit=1):
        assert set(row) == {"id"}
    answered = client.get(f"/api/v1/{resource.name}?fields=id,secret")
    assert answered.status_code == 400
    assert answered.json()["detail"].endswith(f"Giltigt är: {', '.join(ROWS[resource.name].model_fields)}.")


@ALL
def test_every_way_to_sort_gives_the_same_rows(client: TestClient, resource: Resource) -> None:
    key = {row["id"] for row in rows_of(client, resource)}
    orders = ["id", "-id", *(sign + name for name in resource.listing.sorts for sign in ("", "-"))]
    for order in orders:
        assert {row["id"] for row in rows_of(client, resource, sort=order)} == key
    assert [r["id"] for r in rows_of(client, resource, sort="id")] == sorted(key)
    assert client.get(f"/api/v1/{resource.name}?sort=colour").status_code == 400


@ALL
def test_every_filter_takes_its_example_and_refuses_what_it_cannot_have(client: TestClient, resource: Resource) -> None:
    here = {name: client.get(f"/api/v1/{name}s").json()[f"{name}s"][0]["id"] for name in ("item", "meeting")}
    for name, one in resource.listing.filters.items():
        rows_of(client, resource, **{name: here.get(name, one.example)})
        wrong = {"day": "2025-02-30", "instant": "2025-01-01", "flag": "yes", "choice": "?", "number": "-1"}
        refused = client.get(f"/api/v1/{resource.name}", params={name: wrong.get(one.kind, "x" * 101)})
        assert (refused.status_code, refused.json()["detail"].split()[0]) == (400, name)


@ALL
def test_pages_hold_each_row_once(client: TestClient, resource: Resource) -> None:
    whole = client.get(f"/api/v1/{resource.name}?limit=500").json()
    found: list[Any] = []
    address = f"/api/v1/{resource.name}?limit=2"
    while address:
        page = client.get(address)
        found += [row["id"] for row in page.json()[resource.name]]
        address = page.links["next"]["url"] if "next" in page.links else ""
    assert found == [row["id"] for row in whole[resource.name]]
    assert len(found) == whole["total"]


@ALL
def test_a_list_takes_as_many_statements_for_many_as_for_one(client: TestClient, resource: Resource) -> None:
    asked = f"/api/v1/{resource.name}?include=sources" if resource.listing.includes else f"/api/v1/{resource.name}?"
    counts = [statements(client, f"{asked}&limit={limit}") for limit in (1, 2, 500)]
    assert len(set(counts)) == 1 and counts[0] <= 27


@ALL
def test_what_is_not_there_is_a_problem(client: TestClient, resource: Resource) -> None:
    for said in ("nothing", "0", "%00", "-1"):
        answered = client.get(f"/api/v1/{resource.name}/{said}")
        assert (answered.status_code, answered.headers["content-type"]) == (404, "application/problem+json")
    assert client.get(f"/api/v1/{resource.name}/nothing?colour=red").status_code in {400, 404}


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ("cursor=!", "* från början, annars next_cursor ur svaret före"),
        ("cursor=0g", "* från början, annars next_cursor ur svaret före"),
        ("cursor=*&sort=id", "ingenting tillsammans med cursor"),
        ("cursor=*&offset=2", "ingenting tillsammans med cursor"),
        ("limit=0", "1–500"),
        ("limit=1e2", "1–500"),
        ("include=people", "sources"),
        ("from=1", "en dag, ÅÅÅÅ-MM-DD"),
        ("updated_since=i går", "en tidpunkt, 2026-01-31T12:00:00Z"),
        ("has_vote=1", "true, false"),
    ],
)
def test_a_question_that_cannot_be_meant_is_told_what_can(client: TestClient, asked: str, allowed: str) -> None:
    answered = client.get(f"/api/v1/items?{asked}")
    assert answered.status_code == 400
    assert answered.json()["detail"].endswith(f"Giltigt är: {allowed}.")


def test_sources_come_with_facts_where_they_are_asked_for(client: TestClient) -> None:
    for name in ("yrkanden", "reservations", "statements", "items", "documents", "findings"):
        with_them, without = (client.get(f"/api/v1/{name}{more}").json()[name] for more in ("?include=sources", ""))
        assert any(row["sources"] for row in with_them)
        assert not any("sources" in row for row in without)


# Installations of our own making, on both databases.


def treated(
    number: str, title: str, day: str, outcome: Outcome, *, council: bool = False, reserved: bool = False
) -> Any:
    body = "Kommunfullmäktige" if council else "Kommunstyrelsen"
    said = decision(body, outcome) if council else proposal(body, "kommunfullmäktige", outcome)
    moved = Yrkande(
        Stance.BIFALL, f"yrkar {title}", at(f"yrkar {title}"), (person("Mira Tallbo (M)"),), target="motionen"
    )
    kept = Reservation(f"reserverar sig {title}", at(f"reserverar sig {title}"), (person("Mira Tallbo (M)"),))
    return extract(
        body,
        day,
        item(
            number,
            f"Svar på motion om {title}",
            case_numbers=(f"KS-2025-{int(number):05}",),
            answers=(answer(f"om {title}", "Mira Tallbo (M)"),),
            decisions=(said,),
            outcome=outcome,
            earlier=(raised("2025-02-10"),),
            yrkanden=(moved,),
            reservations=(kept,) if reserved else (),
        ),
    )


def told(number: int, day: str = "2025-06-17", outcome: Outcome = Outcome.BESVARA, **more: Any) -> Bundle:
    title = f"skuggande träd på kommunens skolgårdar nummer {number}"
    return bundle(
        motion(f"Motion om {title}", "2025-01-20", "Mira Tallbo (M)"),
        treated(str(number), title, day, outcome, **more),
        digest=f"{number:064}",
    )


@pytest.fixture
def asking(using: Settings, stores: Stores) -> Iterator[TestClient]:
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def test_a_walk_meets_every_row_once_while_rows_are_added(asking: TestClient, stores: Stores) -> None:
    for number in range(1, 7):
        file(stores, told(number))
    before = {row["id"] for row in asking.get("/api/v1/cases?limit=500").json()["cases"]}
    met: list[str] = []
    cursor, number = "*", 7
    while cursor:
        page = asking.get("/api/v1/cases", params={"cursor": cursor, "limit": 2}).json()
        met += [row["id"] for row in page["cases"]]
        cursor = page["next_cursor"]
        if number < 12:
            file(stores, told(number, "2026-01-01"))
            number += 1
    assert len(before) == 6 and before <= set(met)
    assert len(met) == len(set(met))


def test_any_part_of_a_list_says_where_it_goes_on_in_its_own_order(asking: TestClient, stores: Stores) -> None:
    for number in range(1, 6):
        file(stores, told(number, f"2025-06-{10 + number // 2:02}"))
    whole = asking.get("/api/v1/cases?limit=500&sort=last_date").json()
    met, params = [], {"limit": "2", "sort": "last_date"}
    while params:
        page = asking.get("/api/v1/cases", params=params)
        met += page.json()["cases"]
        params = {"limit": "2", "cursor": cursor} if (cursor := page.json()["next_cursor"]) else {}
    assert met == whole["cases"] and whole["next_cursor"] is None
    for place in ("2@nothing", "90000000@last_date"):
        assert asking.get("/api/v1/cases", params={"cursor": place.encode().hex()}).status_code == 400


def test_the_latest_matters_are_the_same_by_the_shorter_way(stores: Stores) -> None:
    for number in range(1, 9):
        file(stores, told(number, f"2025-06-{10 + number // 3:02}"))
    with reading(stores.public) as session:
        wanted = Wanted(today=dt.date(2026, 1, 1))
        long_way = replace(CASES, latest=None, counted=None)
        for one in RESOURCES:
            for filters in ({}, {"municipality": "alnsjo"}, {"municipality": "nowhere"}):
                if one.listing.counted and "municipality" in one.listing.filters:
                    asked = Asked(filters, one.listing.order, 1, 0)
                    ways = (one.listing, replace(one.listing, latest=None, counted=None))
                    summed, counted = (page_of(session, way, asked, wanted).total for way in ways)
                    assert (one.name, summed) == (one.name, counted)
        for limit, offset in ((1, 0), (3, 0), (3, 2), (2, 5), (20, 0), (5, 7), (5, 8), (5, 20)):
            asked = Asked({}, CASES.order, limit, offset)
            short, long = (page_of(session, listing, asked, wanted) for listing in (CASES, long_way))
            assert (short.rows, short.total, short.last) == (long.rows, long.total, long.last)
        assert CASES.latest is not None
        assert [len(CASES.latest(session, most, None) or []) for most in (0, 1, 8)] == [0, 1, 8]


def test_every_list_can_be_narrowed_to_one_municipality(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1, reserved=True))
    file(stores, told(2, reserved=True), ELSEWHERE)
    for resource in RESOURCES:
        if resource.name in {"statements", "votes", "corrections", "presences"}:
            continue  # nobody made any
        both, here, there = (
            {str(row["id"]) for row in rows_of(asking, resource, **said)}
            for said in ({}, {"municipality": "alnsjo"}, {"municipality": ELSEWHERE.id})
        )
        assert here and there and not here & there, resource.name
        assert here | there == both
        assert asking.get(f"/api/v1/{resource.name}?municipality=nowhere").status_code == 400
    assert all("municipality" in resource.listing.filters for resource in RESOURCES)


def test_motions_are_found_by_party_year_fate_and_dissent(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1, council=True, reserved=True))
    file(stores, told(2, council=True))
    file(stores, told(3, reserved=True))
    file(stores, told(4, council=True, reserved=True, outcome=Outcome.AVSLAG))

    def found(**asked: Any) -> list[str]:
        listed = asking.get("/api/v1/motions", params={"sort": "title", **asked}).json()["motions"]
        return [row["title"].split()[-1] for row in listed]

    asked = {"party": "M", "raised_from": "2024-01-01", "outcome": "besvara", "has_reservation": "true"}
    assert found(**asked) == ["1"]
    assert asking.get("/api/v1/motions?party=S").status_code == 400  # nobody here is printed with it
    assert found(**asked | {"raised_from": "2025-02-11"}) == []
    assert found(**asked | {"outcome": "avslag"}) == ["4"]
    assert found(has_reservation="false") == ["2"]
    ends = [
        asking.get("/api/v1/motions?standing=answered&today=" + day).json()["motions"]
        for day in ("2030-01-01", "2024-12-31")
    ]
    (ended,) = {row["ended"] for row in ends[0]}
    assert ends[1] == [] and found(ended_from=ended, ended_to=ended) == ["1", "2", "4"] != found(sort="-ended")
    before = dt.date.fromisoformat(ended) - dt.timedelta(1)
    assert found(ended_to=str(before)) == []
    assert [row["ended"] for row in asking.get("/api/v1/motions?sort=ended").json()["motions"]] == [ended] * 3 + [None]
    of_then = f"avgjord={ended[:4]}&utfall=avslag&parti=M"
    shown = [
        asking.get(f"/motioner?{asked}").text
        for asked in (of_then, "utfall=avslag&avgjord=2023", f"{of_then}&dag={before}")
    ]
    assert ["1 motion." in text for text in shown] == [True, False, False]
    assert (
        f"/api/v1/motions?party=M&amp;outcome=avslag&amp;ended_from={ended[:4]}-01-01&amp;ended_to={ended[:4]}-12-31"
        in shown[0]
    )
    assert len(asking.get(f"/motioner.csv?utfall=avslag&avgjord={ended[:4]}").text.splitlines()) == 2
    assert found(status="awaiting") == ["3"]
    assert found(overdue="true", today="2026-02-11") == ["3"]
    assert found(overdue="true", today="2026-02-10") == []
    assert found(deadline="decided", today="2026-02-11") == ["1", "2", "4"]
    cases = asking.get("/api/v1/cases", params={"status": "decided", "sort": "title"}).json()["cases"]
    assert [case["outcome"] for case in cases] == ["besvara", "besvara", "avslag"]


def test_what_changed_can_be_followed_and_what_is_gone_is_a_tombstone(asking: TestClient, stores: Stores) -> None:
    file(stores, told(1))
    told_first = asking.get("/api/v1/changes").json()
    first = told_first["changes"]
    assert told_first["generation"] == asking.get("/api/v1/changes?since=99").json()["generation"] != ""
    assert [row["kind"] for row in first] == ["made"]
    case = asking.get("/api/v1/cases").json()["cases"][0]
    assert (first[0]["matter_id"], first[0]["version"]) == (case["matter_id"], case["version"])
    file(stores, told(2))
    later = asking.get("/api/v1/changes", params={"since": first[-1]["id"]}).json()["changes"]
    assert [row["id"] for row in later] == [2]
    assert asking.get("/api/v1/cases", params={"updated_since": later[0]["at"]}).json()["total"] == 1
    assert asking.get("/api/v1/items", params={"updated_since": later[0]["at"]}).json()["total"] == 1
    assert asking.get("/api/v1/items", params={"updated_since": "2999-01-01T00:00:00+01:00"}).json()["total"] == 0


def test_a_question_written_from_the_documentation_page_alone_is_answered_right(
    asking: TestClient, stores: Stores
) -> None:
    """Motions by (M) raised since 2024 that ended `besvara` and where somebody reserved themselves, and who did: as
    somebody asked who had seen nothing but the page."""
    for number, fate in enumerate(({"reserved": True}, {}, {"reserved": True, "outcome": Outcome.AVSLAG}), start=1):
        file(stores, told(number, council=True, **fate))
    file(stores, told(4, reserved=True))
    file(stores, told(5, council=True, reserved=True))

    def walk(question: str) -> Iterator[dict[str, Any]]:
        cursor = "*"
        while cursor:
            answered = asking.get(f"/api/v1/{question}&limit=1&cursor={cursor}").json()
            yield from answered[question.partition("?")[0]]
            cursor = answered["next_cursor"]

    asked = "motions?party=M&raised_from=2024-01-01&outcome=besvara&has_reservation=true"
    found = {
        (motion["case"]["number"], motion["deadline"]["raised"], person["name"])
        for motion in walk(asked)
        for reservation in walk(f"reservations?case={motion['case']['number']}")
        for person in reservation["people"]
    }
    assert found == {(number, "2025-02-10", "Mira Tallbo") for number in ("KS-2025-00001", "KS-2025-00005")}


def test_what_belongs_to_a_matter_is_found_by_any_of_its_numbers(client: TestClient) -> None:
    for name in ("items", "yrkanden", "reservations", "documents", "motions"):
        whole = client.get(f"/api/v1/{name}").json()["total"]
        for said in ("KS-2025-00042", "ks 2025 42", "bun-2025-00118"):
            assert client.get(f"/api/v1/{name}", params={"case": said}).json()["total"] == whole > 0
        assert client.get(f"/api/v1/{name}?case=KS-2025-00043").status_code == 400


def test_the_findings_of_a_matter_are_those_that_it_is_shown_with(client: TestClient) -> None:
    for day, more in (("2025-03-01", set()), ("2026-01-20", {"due_soon"}), ("2026-03-01", {"over_a_year"})):
        asked = f"today={day}&limit=500"
        whole = client.get(f"/api/v1/cases/{case_id(client)}?include=findings&today={day}").json()["findings"]
        listed = client.get(f"/api/v1/findings?case=ks%202025%2042&{asked}").json()["findings"]
        told = [sorted((row["code"], row["severity"], row["sentence"]) for row in rows) for rows in (listed, whole)]
        assert told[0] == told[1] != []
        assert {row["code"] for row in listed} & {"due_soon", "over_a_year"} == more
        plain, narrowed = (client.get(f"/api/v1/findings?{of}{asked}").json() for of in ("", "municipality=alnsjo&"))
        assert (plain["total"], plain["findings"]) == (narrowed["total"], narrowed["findings"])
        for part in (f"sort={order}&offset=1" for order in ("severity", "-severity", "code", "-code", "id", "-id")):
            asked_for = f"{part}&limit=2&today={day}&fields=id"
            parts = [client.get(f"/api/v1/findings?{of}{asked_for}").json() for of in ("", "municipality=alnsjo&")]
            assert parts[0]["findings"] == parts[1]["findings"] != []
        walked, cursor = [], "*"
        while cursor:
            part = client.get(f"/api/v1/findings?limit=2&today={day}&cursor={cursor}").json()
            walked, cursor = walked + part["findings"], part["next_cursor"]
        assert sorted(walked, key=itemgetter("id")) == walked == sorted(plain["findings"], key=itemgetter("id"))
        grave = client.get(f"/api/v1/findings?severity=law&{asked}").json()["findings"]
        assert [row["sentence"] for row in grave] == [row["sentence"] for row in whole if row["severity"] == "law"]
        assert [client.get(f"/api/v1/findings/{row['id']}?today={day}").status_code for row in listed if more] == [
            200 for _row in listed if more
        ]
        assert {client.get(f"/api/v1/findings?code={code}&{asked}").json()["total"] for code in more} <= {1}
    assert client.get("/api/v1/findings?case=KS-2025-00043").status_code == 400


def test_what_is_noticed_of_minutes_names_every_matter_in_them(asking: TestClient, stores: Stores) -> None:
    held = [item(str(n), f"Fråga {n}", case_numbers=(f"MN-2025-{n:05}",)) for n in (3, 4)]
    late = replace(
        extract("Miljönämnden", "2025-04-22", *held),
        kind=DocumentKind.PROTOKOLL,
        verification=Verification(dt.date(2025, 5, 7)),
    )
    file(stores, bundle(late))
    (found,) = [row for row in asking.get("/api/v1/findings").json()["findings"] if row["code"] == "justering_late"]
    assert sorted(case["number"] for case in found["cases"]) == ["MN-2025-00003", "MN-2025-00004"]
