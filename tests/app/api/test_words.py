"""`q` of every list: the rows that hold the words, as the search has them."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.api.resources import RESOURCES
from tests.app.served import NUMBER

# Of the example: a word that the kind has, and the list that has it.
SAME = [
    ("yrkande", "yrkanden", "bifall"),
    ("reservation", "reservations", "bifall"),
    ("document", "documents", "motionen"),
    ("party", "parties", "centerpartiet"),
    ("body", "bodies", "kommunstyrelsen"),
    ("person", "people", "{person}"),
]


def ids(client: TestClient, address: str) -> set[str]:
    answer = client.get(address).json()
    return {row["id"] for row in next(value for value in answer.values() if isinstance(value, list))}


@pytest.mark.parametrize(("kind", "name", "word"), SAME)
def test_a_list_has_the_rows_that_the_search_finds_of_its_kind(
    client: TestClient, kind: str, name: str, word: str
) -> None:
    word = word.format(person=client.get("/api/v1/people?limit=1").json()["people"][0]["name"])
    listed = ids(client, f"/api/v1/{name}?q={word}&limit=500")
    assert listed and listed == ids(client, f"/api/v1/search?q={word}&kind={kind}&limit=100")


def test_a_list_of_what_holds_others_has_those_in_which_the_words_stand(client: TestClient) -> None:
    hits = client.get("/api/v1/search?q=bifall&limit=100").json()["hits"]
    at = {hit["item"]["id"] for hit in hits if hit["item"]}
    assert at and at == ids(client, "/api/v1/items?q=bifall&limit=500")
    cases = {case["id"] for hit in hits for case in hit["cases"]}
    assert cases and cases == ids(client, "/api/v1/cases?q=bifall&limit=500")
    held = {row["id"]: {one["id"] for one in row["items"]} for row in client.get("/api/v1/meetings").json()["meetings"]}
    assert {id for id, of in held.items() if of & at} == ids(client, "/api/v1/meetings?q=bifall&limit=500")


@pytest.mark.parametrize(
    ("words", "found"),
    [("alnsjö", True), ("ALNSJÖ", True), ('"Alnsjö"', True), ("alnsjö uppsala", False), ("alnsjö -alnsjö", False)],
)
def test_a_municipality_is_found_by_its_name(client: TestClient, words: str, found: bool) -> None:
    rows = client.get("/api/v1/municipalities", params={"q": words}).json()["municipalities"]
    assert [row["name"] for row in rows] == (["Alnsjö"] if found else [])


def test_a_number_is_understood_among_matters(client: TestClient) -> None:
    spelt = NUMBER.lower().replace("-", " ")
    assert ids(client, f"/api/v1/cases?q={spelt}") == ids(client, f"/api/v1/cases?number={spelt}") != set()


OF_A_CASE = ["documents", "items", "yrkanden", "reservations", "findings", "motions"]


@pytest.mark.parametrize("name", OF_A_CASE)
def test_a_number_alone_or_among_words_lists_what_belongs_to_it(client: TestClient, name: str) -> None:
    spelt = NUMBER.lower().replace("-", " ")
    of_case = ids(client, f"/api/v1/{name}?case={NUMBER}&limit=500")
    assert of_case and of_case == ids(client, f"/api/v1/{name}?q={spelt}&limit=500")
    of_words = ids(client, f"/api/v1/{name}?q=bifall&case={NUMBER}&limit=500")
    assert of_words == ids(client, f"/api/v1/{name}?q=bifall {spelt}&limit=500")
    assert ids(client, f"/api/v1/{name}?q={spelt} xyzzyplugh") == set()


def test_the_number_of_a_paragraph_alone_or_among_words_lists_what_stands_in_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = next(row for row in client.get("/api/v1/items").json()["items"] if row["yrkanden"] and row["cases"])
    typed = f"ks § {item['number']}"
    assert item["body"]["name"] == "Kommunstyrelsen"
    assert ids(client, f"/api/v1/items?q={typed}") == {item["id"]}
    assert ids(client, f"/api/v1/items?q=alnsjö {typed} bifall") == {item["id"]}
    assert ids(client, f"/api/v1/items?q={typed} xyzzyplugh") == set()
    assert ids(client, f"/api/v1/yrkanden?q={typed}&limit=500") == {row["id"] for row in item["yrkanden"]}
    assert ids(client, f"/api/v1/cases?q={typed}") == {row["id"] for row in item["cases"]}
    without_sign = client.get(f"/api/v1/search?q=ks {item['number']}").json()
    assert (without_sign["hits"], without_sign["suggestion"]) == ([], typed)
    few = client.get(f"/api/v1/search?q={typed} bifall").json()["hits"]
    monkeypatch.setattr("app.search.finding._FEW_OWNERS", 0)  # as for a number that thousands bear
    for hits in (few, client.get(f"/api/v1/search?q=bifall {typed}").json()["hits"]):
        assert hits[0]["id"] == item["id"] and {hit["item"]["id"] for hit in hits} == {item["id"]}


@pytest.mark.parametrize("name", [resource.name for resource in RESOURCES])
def test_what_is_nowhere_lists_nothing_and_a_hostile_question_is_one(client: TestClient, name: str) -> None:
    for typed in ("xyzzyplugh", "-bifall", "", '"*" NEAR(', "%00", "'); DROP TABLE items --"):
        answer = client.get(f"/api/v1/{name}", params={"q": typed})
        assert (answer.status_code, answer.json()["total"]) == (200, 0)


def test_a_list_is_asked_in_a_sentence_as_the_search_is_and_says_what_was_not_sought(client: TestClient) -> None:
    asked = "vem har yrkat bifall till det?"
    answer = client.get("/api/v1/yrkanden", params={"q": asked}).json()
    found = client.get("/api/v1/search", params={"q": asked, "kind": "yrkande"}).json()
    assert {row["id"] for row in answer["yrkanden"]} == {hit["id"] for hit in found["hits"]} != set()
    assert answer["left_out"] == found["left_out"] == ["vem", "har", "yrkat", "till", "det"]
    assert "Sökt på: bifall. Inte på: vem, har, yrkat, till, det, " in client.get("/yrkanden", params={"q": asked}).text
    long = client.get("/api/v1/yrkanden", params={"q": " ".join(f"ord{n}" for n in range(14))}).json()
    assert (long["unread"], long["left_out"]) == ("ord12 ord13", [])
    assert client.get("/api/v1/yrkanden").json().keys() == answer.keys()


def test_words_are_not_sought_as_of_another_day(client: TestClient) -> None:
    refused = client.get("/api/v1/items?q=bifall&as_of=2026-01-01")
    assert refused.status_code == 400 and "as_of" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("page", "name", "is_empty"),
    [
        ("/yrkanden", "yrkanden", False),
        ("/reservationer", "reservations", False),
        ("/yttranden", "statements", True),
        ("/paragrafer", "items", False),
        ("/voteringar", "votes", True),
        ("/sammantraden", "meetings", False),
    ],
)
def test_a_page_with_a_list_takes_words_and_its_twin_the_same(
    client: TestClient, page: str, name: str, is_empty: bool
) -> None:
    shown = client.get(f"{page}?q=bifall").text
    assert '<input id="ord" name="q" type="search" value="bifall"' in shown and f"/api/v1/{name}?q=bifall" in shown
    texts = [client.get(f"{page}{query}").text for query in ("", "?q=xyzzyplugh")]
    rows = [text.count('<article class="matter"') + text.count('href="/sammantraden/') for text in texts]
    assert rows[1] == 0 and (is_empty or rows[0] > 0)


@pytest.mark.parametrize("name", ["items", "cases", "meetings", "yrkanden", "documents"])
def test_a_word_that_stands_very_often_lists_the_latest_and_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    address = f"/api/v1/{name}?q=motionen"
    whole = client.get(f"{address}&limit=500").json()
    assert whole["total"] and not whole["total_is_at_least"]
    monkeypatch.setattr("app.search.finding.MOST", 1)
    latest = client.get(f"{address}&limit=499").json()
    ids, all_ids = [row["id"] for row in latest[name]], [row["id"] for row in whole[name]]
    assert latest["total_is_at_least"] and 0 < latest["total"] == len(ids) <= len(all_ids) and set(ids) <= set(all_ids)
    assert client.get(f"{address}&limit=499&municipality=alnsjo").json()[name] == latest[name]
    walked = client.get(f"{address}&limit=499&cursor=*").json()
    assert {row["id"] for row in walked[name]} == set(all_ids) and not walked["total_is_at_least"]
    narrowed = client.get(f"{address}&limit=499&from=1990-01-01").json()
    assert (narrowed["total"], narrowed["total_is_at_least"]) == (whole["total"], False)
    if name == "meetings":
        said = "Orden står på så många ställen att listan och antalet gäller de senaste av dem."
        assert [said in client.get(f"/sammantraden?{query}").text for query in ("q=motionen&ar=", "")] == [True, False]


@pytest.mark.parametrize("typed", ["KS202500042", "ks 2025 42", "KS-2025-00042", "42/2025"])
def test_a_number_is_marked_as_it_is_printed_however_it_was_typed(client: TestClient, typed: str) -> None:
    (hit, *_others) = client.get("/api/v1/search", params={"q": typed}).json()["hits"]
    assert {"KS", "2025", "00042"} <= {piece["text"] for piece in [*hit["title"], *hit["text"]] if piece["found"]}
