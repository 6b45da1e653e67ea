"""Names in questions: understood as people write them, and never answered with silence where they name nobody."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings


def refusal(client: TestClient, question: str) -> str:
    answered = client.get(f"/api/v1/{question}")
    assert (answered.status_code, answered.headers["content-type"]) == (400, "application/problem+json"), question
    return str(answered.json()["detail"])


def total(client: TestClient, question: str) -> int:
    answered = client.get(f"/api/v1/{question}")
    assert answered.status_code == 200, answered.text
    return int(answered.json()["total"])


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("items?body=ks", "items?body=kommunstyrelsen"),
        ("items?body=KSAU", "items?body=kommunstyrelsens-arbetsutskott"),
        ("meetings?body=bun&municipality=alnsjo", "meetings?body=barn-och-utbildningsnamnden"),
        ("motions?lies_with=kf", "motions?lies_with=kommunfullmaktige"),
        ("reservations?party=Centerpartiet", "reservations?party=C"),
        ("motions?person=elsa%20brandfors", "motions?person=Elsa%20Brandfors"),
        ("people?name=Elsa%20Brandfors%20(C)", "people?name=Elsa%20Brandfors"),
        ("search?q=motion&body=ks", "search?q=motion&body=kommunstyrelsen"),
    ],
)
def test_names_are_understood_as_people_write_them(client: TestClient, typed: str, printed: str) -> None:
    assert total(client, typed) == total(client, printed) > 0


def test_whoever_never_occurs_is_said_not_to(client: TestClient) -> None:
    for question in ("reservations?party=XP", "cases?party=XP", "people?party=XP", "votes?party=XP"):
        assert refusal(client, question).startswith("party XP förekommer inte i registret. Giltigt är: ")
    for question in ("yrkanden?person=Elsa%20Brandforss", "votes?person=Brandfors%20Elsa", "items?person=Brandfors"):
        assert "förekommer inte i registret. Giltigt är: Elsa Brandfors" in refusal(client, question)
    assert "kommunstyrelsens-arbetsutskott" in refusal(client, "items?body=ksu").split(": ")[1].split(", ")[0]


def test_each_of_several_names_is_understood_or_said_not_to_be_here(client: TestClient) -> None:
    assert total(client, "reservations?parties=centerpartiet") == total(client, "reservations?parties=C") > 0
    person = "reservations?people=elsa%20brandfors"
    assert total(client, person) == total(client, "reservations?person=Elsa%20Brandfors") > 0
    assert total(client, "items?parties_reserved=centerpartiet") == total(client, "items?parties_reserved=C") > 0
    for question in ("reservations?parties=C,XP", "yrkanden?parties=XP,C", "items?parties_moved=C,%20XP"):
        assert " XP förekommer inte i registret. Giltigt är: " in refusal(client, question)
    assert "people Elsa Brandforss förekommer inte" in refusal(
        client, "reservations?people=Elsa%20Brandfors,%20Elsa%20Brandforss"
    )
    assert total(client, "reservations?parties=,C,") == total(client, "reservations?parties=C")
    for none in (",", "Bo", "Bo,"):  # of no word long enough to look for names by
        assert refusal(client, f"reservations?people={none}").startswith(
            f"people {none.strip(',') or ','} förekommer inte"
        )


def test_what_is_asked_for_by_a_number_or_an_id_that_is_not_here_is_said_not_to_be(client: TestClient) -> None:
    for name in ("items", "documents", "yrkanden", "reservations", "statements", "votes", "motions", "findings"):
        assert refusal(client, f"{name}?case=XX-2031-09999") == "case XX-2031-09999 förekommer inte i registret."
        assert refusal(client, f"{name}.csv?case=XX-2031-09999") == "case XX-2031-09999 förekommer inte i registret."
    assert refusal(client, "items?case=KS-2025-00043").endswith(
        " förekommer inte i registret. Giltigt är: ks-2025-00042."
    )
    for question in ("votes?item=aaaaaaaaaaaaaaaa", "presences?item=aaaaaaaaaaaaaaaa", "presences?meeting=x"):
        assert refusal(client, question).endswith(" förekommer inte i registret.")
    assert total(client, "items?case=42/2025") == total(client, "items?case=ks%202025%2042") > 0
    own = client.get("/api/v1/cases").json()["cases"]
    assert all(
        total(client, f"items?case={case['id']}") + total(client, f"documents?case={case['id']}") for case in own
    )


def test_an_unknown_parameter_is_said_to_be_unknown_and_the_likeliest_offered(client: TestClient) -> None:
    said = refusal(client, "motions?prty=C")
    assert said.startswith("prty är ingen parameter här. Menade du party, has_party? Giltigt är: ")
    assert refusal(client, "api-info?colour=red") == "colour är ingen parameter här. Giltigt är: inga uppgifter alls."
    assert "Menade du municipality? " in refusal(client, "cases?kommun=alnsjo")
    assert "Menade du from, to? " in refusal(client, "items?year=2024")
    assert "Menade du" not in refusal(client, "search?sort=date")
    assert "Menade du besvara? " in refusal(client, "motions?outcome=besvarad")
    assert "Menade du deadline? " in refusal(client, "motions?fields=id,dedline")
    assert "Menade du findings? " in refusal(client, "cases/KS-2025-00042?include=finding")


def test_a_value_of_the_search_is_told_what_it_could_be(client: TestClient) -> None:
    assert "Menade du bifall, delvis_bifall? Giltigt är: bifall, " in refusal(client, "search?outcome=bifal")
    assert refusal(client, "search?kind=x").endswith("document, party, person, body.")
    assert refusal(client, "search?status=x").endswith("Giltigt är: awaiting, decided, open.")
    assert refusal(client, "search?cursor=zz").endswith(refusal(client, "votes?cursor=zz").partition("Giltigt är: ")[2])


def test_an_address_that_there_is_not_is_told_which_there_are(client: TestClient) -> None:
    meant = {"votse": "votes", "cases.json": "cases", "search.ics": "search", "statistics": "statistics/", "": None}
    for address, near in meant.items():
        answer = client.get(f"/api/v1/{address}".rstrip("/"))
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
        said = answer.json()["detail"]
        assert said.startswith(f"{address} finns inte i API:et. Menade du {near}" if near else "/api/v1 finns inte")
        assert " cases, " in said and "/data" in said


def test_a_refusal_is_said_in_the_language_asked_for(client: TestClient, holding_example: Settings) -> None:
    english = {"Accept-Language": "en-GB"}
    refused = client.get("/api/v1/motions?prty=C", headers=english).json()
    assert refused["title"] == "Unknown parameter in the question"
    assert refused["detail"].startswith("prty is no parameter here. Did you mean party, has_party? Valid are: ")
    assert (
        client.get("/api/v1/motions?party=XP", headers=english).json()["title"]
        == "Something in the question is not known"
    )
    titles = {
        said: client.post("/api/v1/cases", headers={"Accept-Language": said}).json()["title"] for said in ("sv", "en")
    }
    assert titles == {"sv": "Metoden är inte tillåten", "en": "Method not allowed"}
    app = create_app(holding_example)
    app.add_api_route("/api/v1/fault", lambda: 1 / 0)
    with TestClient(app, raise_server_exceptions=False) as broken:
        assert broken.get("/api/v1/fault", headers=english).json()["title"] == "Something went wrong on our side"
