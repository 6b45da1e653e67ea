"""Who gets in where: every route of the desk, asked by everybody, on a document that is public and on one that is not."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from httpx2 import Response
from starlette.testclient import TestClient

from app.acts import Actor, release
from app.db import Stores, reading
from app.desk.routes import ROUTES
from app.models.register import bodies, meetings, people
from app.queries.incoming import Seen, incoming
from app.queries.review import documents_in_file, filed_reading
from app.security.roles import Grant, Role
from tests.app.desk.working import Worker, account

# What the answer is to nobody, a reader, a reviewer, a registrar, an admin, and to a registrar of another municipality. A form is
# sent with nothing but its mark: `ok` is whatever is no refusal, also that something is missing or nothing new.
IN, NO, GONE, SIGN = "ok", 403, 404, 303
TABLE: dict[tuple[str, str], tuple[object, ...]] = {
    ("GET", "/desk/logga-in"): (IN, IN, IN, IN, IN, IN),
    ("POST", "/desk/logga-in"): (NO, NO, NO, NO, NO, NO),
    ("GET", "/desk/logga-in/{token}"): (410, 410, 410, 410, 410, 410),
    ("POST", "/desk/logga-in/{token}"): (410, 410, 410, 410, 410, 410),
    ("GET", "/desk/oidc"): (GONE, GONE, GONE, GONE, GONE, GONE),  # no provider is set
    ("GET", "/desk/oidc/svar"): (GONE, GONE, GONE, GONE, GONE, GONE),
    ("POST", "/desk/konto/oidc"): (NO, GONE, GONE, GONE, GONE, GONE),
    ("POST", "/desk/logga-ut"): (NO, IN, IN, IN, IN, IN),
    ("GET", "/desk/konto"): (SIGN, IN, IN, IN, IN, IN),
    ("POST", "/desk/konto"): (NO, IN, IN, IN, IN, IN),
    ("POST", "/desk/konto/losenord"): (NO, IN, IN, IN, IN, IN),
    ("GET", "/desk"): (SIGN, IN, IN, IN, IN, IN),
    ("POST", "/desk/import"): (NO, NO, NO, IN, IN, IN),
    ("GET", "/desk/import/{id}"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/lagg-undan"): (NO, NO, NO, IN, IN, GONE),  # of one that was read
    ("POST", "/desk/import/{id}/ta-fram"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/import/{id}/sida/{page}.webp"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/godkann"): (NO, NO, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/tvivel"): (NO, NO, IN, IN, IN, GONE),
    ("GET", "/desk/import/{id}/ny"): (SIGN, NO, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/ny"): (NO, NO, GONE, GONE, GONE, GONE),  # of no fact that there is
    ("GET", "/desk/import/{id}/uppgift/{fact}"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/uppgift/{fact}"): (NO, NO, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/uppgift/{fact}/ta-bort"): (NO, NO, IN, IN, IN, GONE),
    ("GET", "/desk/import/{id}/slapp/{document}"): (SIGN, NO, NO, IN, IN, GONE),
    ("POST", "/desk/import/{id}/slapp/{document}"): (NO, NO, NO, IN, IN, GONE),
    ("POST", "/desk/import/{id}/dra-tillbaka/{document}"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/import/{id}/maskera"): (SIGN, NO, NO, IN, IN, GONE),
    ("POST", "/desk/import/{id}/maskera"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/import/{id}/utplana"): (SIGN, NO, NO, IN, IN, GONE),
    ("POST", "/desk/import/{id}/utplana"): (NO, NO, NO, IN, IN, GONE),  # without a yes
    ("GET", "/desk/import/{id}/jamfor"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/jamfor"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/import/{id}/historik"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/import/{id}/angra/{number}"): (NO, NO, GONE, GONE, GONE, GONE),  # of no act that there is
    ("GET", "/desk/register"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/forslag"): (SIGN, NO, NO, IN, IN, IN),  # those of the places that one keeps
    ("POST", "/desk/forslag"): (NO, NO, NO, IN, IN, IN),
    ("GET", "/desk/personer"): (SIGN, IN, IN, IN, IN, IN),
    ("POST", "/desk/personer/{person}/sammanfor"): (NO, NO, NO, IN, IN, GONE),
    ("POST", "/desk/personer/{person}/dela"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/organ"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/organ/{body}"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/organ/{body}/namn"): (NO, NO, NO, IN, IN, GONE),
    ("POST", "/desk/organ/{body}/delning"): (NO, NO, NO, IN, IN, GONE),
    ("POST", "/desk/organ/{body}/forval"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/sammantraden"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/sammantraden/{meeting}"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/sammantraden/{meeting}/dagar"): (NO, NO, GONE, GONE, GONE, GONE),  # of no paper that there is
    ("GET", "/desk/paragrafer/{item}"): (SIGN, IN, IN, IN, IN, GONE),
    ("POST", "/desk/paragrafer/{item}/text"): (NO, NO, NO, IN, IN, GONE),
    ("POST", "/desk/paragrafer/{item}/expediering"): (NO, NO, NO, IN, IN, GONE),
    ("GET", "/desk/expediering"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/arendebalans"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/arendebalans.csv"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/redovisning"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/redovisning/dokument.pdf"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/redovisning/utskrift"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/redovisning/motioner.csv"): (SIGN, IN, IN, IN, IN, IN),
    ("GET", "/desk/gjort"): (SIGN, IN, IN, IN, IN, IN),
    ("POST", "/desk/gjort/{number}/angra"): (NO, NO, GONE, GONE, GONE, GONE),  # of no act that there is
    ("GET", "/desk/felanmalningar"): (SIGN, NO, NO, NO, IN, NO),
    ("POST", "/desk/felanmalningar/{number}"): (NO, NO, NO, NO, IN, NO),
    ("GET", "/desk/administration"): (SIGN, NO, NO, NO, IN, NO),
    ("POST", "/desk/administration"): (NO, NO, NO, NO, IN, NO),
    ("POST", "/desk/administration/{login}"): (NO, NO, NO, NO, GONE, NO),  # of no account that there is
    ("GET", "/desk/nycklar"): (SIGN, NO, NO, NO, IN, NO),
    ("POST", "/desk/nycklar"): (NO, NO, NO, NO, IN, NO),
    ("POST", "/desk/nycklar/{key}"): (NO, NO, NO, NO, GONE, NO),  # of no key that there is
    ("GET", "/desk/kommuner"): (SIGN, NO, NO, NO, IN, NO),
    ("POST", "/desk/kommuner"): (NO, NO, NO, NO, IN, NO),
    ("GET", "/desk/kommuner/{municipality}"): (SIGN, NO, NO, NO, IN, NO),
    ("POST", "/desk/kommuner/{municipality}"): (NO, NO, NO, NO, IN, NO),
    ("POST", "/desk/kommuner/{municipality}/stang"): (NO, NO, NO, NO, IN, NO),
    ("GET", "/desk/lage"): (SIGN, NO, NO, NO, IN, NO),
    ("POST", "/desk/lage/{job}"): (NO, NO, NO, NO, IN, NO),  # of no job that there is, which is nothing new
}
WHO = ("nobody", "reader", "reviewer", "registrar", "admin", "elsewhere")


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert set(TABLE) == {(route.method, route.path) for route in ROUTES}


@pytest.mark.parametrize(
    ("database", "public"),
    [("sqlite", True), ("postgresql", False)],  # nothing asked here hangs on both
    indirect=["database"],
    ids=["sqlite-public", "postgresql-held"],
)
def test_each_gets_in_where_the_table_says(served: TestClient, stores: Stores, public: bool) -> None:
    for role in ("reader", "reviewer", "registrar"):
        account(stores, role, Grant(Role(role), "Alnsjö"))
    account(stores, "admin", Grant(Role.ADMIN))
    account(stores, "elsewhere", Grant(Role.REGISTRAR, "0380"))
    with reading(stores.desk) as session:
        id = incoming(session, Seen(""))[0]["id"]
        filed = filed_reading(session, id)
        assert filed is not None
        documents = documents_in_file(session, filed)
        document = documents[0]["id"]
        there = {
            "item": next(item for one in documents for item, _number, _title in one["items"]),
            "meeting": session.execute(sa.select(meetings.c.id).limit(1)).scalar_one(),
            "body": session.execute(sa.select(bodies.c.id).limit(1)).scalar_one(),
            "person": session.execute(sa.select(people.c.id).limit(1)).scalar_one(),
        }
    if not public:
        release(stores, document, Actor("anna", "prövas"), public=False)
    wrong = []
    workers = {who: Worker(served) if who == "nobody" else Worker(served).signed_in(who) for who in WHO}
    last = ("POST", "/desk/logga-ut")
    for (method, path), expected in sorted(TABLE.items(), key=lambda row: row[0] == last):
        at = path.format(
            id=id,
            page=1,
            fact=document,
            document=document,
            number=999,
            token="x" * 40,
            login="ingen",
            key="0",
            job="0",
            municipality="x-alnsjo",
            **there,
        )
        for who, answer in zip(WHO, expected, strict=True):
            told = _answer(served, workers[who], method, at)
            status = told.status_code
            if who == "elsewhere" and ("Alnsjö" in told.text or "Kommunstyrelsen" in told.text):
                wrong.append((method, path, who, "tells of another municipality", answer))
            refused = status in {NO, GONE, 410} or (status == SIGN and method == "GET")
            if (answer == IN and refused) or (answer != IN and status != answer):
                wrong.append((method, path, who, status, answer))
    assert not wrong


def _answer(client: TestClient, worker: Worker, method: str, at: str) -> Response:
    client.cookies.clear()
    cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in worker.cookies.items())}
    if method == "GET":
        answer = client.get(at, headers=cookies)
    else:
        marks = worker.page.all("input", name="mark")
        sent = {"mark": marks[0].attributes["value"] if marks else "", "role": "ingen"}
        answer = client.post(at, headers=cookies, data=sent)
    assert answer.headers["cache-control"] == "private, no-store"
    return answer


def test_a_form_without_its_mark_or_from_elsewhere_does_nothing(registrar: Worker, served: TestClient) -> None:
    cookies = {"Cookie": f"diarium_desk={registrar.cookies['diarium_desk']}"}
    mark = registrar.go("/desk/konto").page.all("input", name="mark")[0].attributes["value"]
    assert served.post("/desk/konto", headers=cookies, data={"mark": "0" * 64, "language": "en"}).status_code == 403
    foreign = {**cookies, "Sec-Fetch-Site": "cross-site"}
    assert served.post("/desk/konto", headers=foreign, data={"mark": mark, "language": "en"}).status_code == 403
    assert registrar.go("/desk/konto").page.one("html").attributes["lang"] == "sv"
    assert served.post("/desk/konto", headers=cookies, data={"mark": mark, "language": "en"}).status_code == 303
    assert registrar.go("/desk/konto").page.one("html").attributes["lang"] == "en"


def test_no_page_outside_the_desk_is_sent_the_cookie_or_answers_it(registrar: Worker, served: TestClient) -> None:
    sent = served.post(
        "/desk/logga-in", data={"login": "rut", "password": "en häst och fyra höns"}, headers={"Cookie": ""}
    ).headers["set-cookie"]
    assert "Path=/desk;" in sent and "HttpOnly" in sent and "SameSite=lax" in sent
    cookies = {"Cookie": f"diarium_desk={registrar.cookies['diarium_desk']}"}
    for address in ("/", "/arenden", "/api/v1/cases"):
        assert served.get(address, headers=cookies).content == served.get(address, headers={"Cookie": ""}).content
