"""A fault is reported from where it stands, without an account: taken in once, followed by its number, shown to nobody."""

from __future__ import annotations

import time
from urllib.parse import parse_qs, quote, urlsplit

from starlette.testclient import TestClient

from app.db import reading, writing
from app.journal.keys import secret
from app.journal.reports import answer_report, report, reports_of
from app.security.forms import LATEST, new_mark
from tests.app.pages.reading import read
from tests.app.served import app_of

CASE = "/arenden/alnsjo/ks-2025-00042"
ABOUT = f"{CASE}#kommunstyrelsen-2025-11-05-201"
HOSTILE = "<script>alert(1)</script>\u202e {{ 7 * 7 }}"


def mark(client: TestClient, about: str = ABOUT, age: float = 60) -> str:
    with reading(app_of(client).state.serving.stores.desk) as session:
        return new_mark(secret(session), about, time.time() - age)


def send(client: TestClient, **fields: str) -> tuple[int, str, str]:
    answer = client.post("/fel", data={"om": ABOUT, "text": "§ 201: fel dag", **fields})
    return answer.status_code, answer.headers.get("location", ""), answer.text


def test_every_page_and_paragraph_leads_to_a_form_about_it(client: TestClient) -> None:
    page = read(client.get(CASE).text)
    links = [a.attributes["href"] for a in page.all("a") if a.attributes["href"].startswith("/rapportera?")]
    form = client.get(next(link for link in links if "%23kommunstyrelsen-2025-11-05-201" in link))
    assert form.headers["cache-control"] == "no-store" and "etag" not in form.headers
    fields = {e.attributes["name"]: e.attributes.get("value", "") for e in read(form.text).all("input", type="hidden")}
    assert "Det gäller: ärendet KS-2025-00042, en uppgift där" in read(form.text).one("main").text
    assert [a.attributes["href"] for a in read(form.text).one("nav", class_="trail").all("a")] == ["/"]
    assert fields["om"] == ABOUT and f"/rapportera?om={CASE}" in links
    status, _location, text = send(client, tid=fields["tid"])
    assert status == 400 and "skickades för fort" in text and "§ 201: fel dag" in read(text).one("textarea").text


def test_every_cell_of_the_matters_tables_leads_to_a_form_about_it(client: TestClient) -> None:
    page = read(client.get(CASE).text)
    for table in ("ledger", "positions"):
        cells = [td for td in page.one("table", class_=table).all("td") if "id" in td.attributes]
        asked = [parse_qs(urlsplit(td.all("a")[-1].attributes["href"]).query)["om"] for td in cells]
        assert cells and asked == [[f"{CASE}#{quote(td.attributes['id'])}"] for td in cells]
    form = read(client.get(cells[0].all("a")[-1].attributes["href"]).text)
    assert form.one("input", name="om").attributes["value"] == asked[0][0]


def test_a_report_is_taken_in_once_answered_and_never_shown(client: TestClient) -> None:
    desk = app_of(client).state.serving.stores.desk
    tid = mark(client)
    status, location, _text = send(client, tid=tid, text=HOSTILE)
    assert status == 303 and send(client, tid=tid, text="igen")[1] == location
    number = location.removeprefix("/fel/")
    with reading(desk) as session:
        assert report(session, number).content == HOSTILE
        assert [row.number for row in reports_of(session, answered=False)].count(number) == 1
    waiting = client.get(location)
    assert "väntar på svar" in waiting.text and "alert" not in waiting.text
    assert (
        waiting.headers["cache-control"] == "no-store"
        and read(waiting.text).one("dl").one("a").attributes["href"] == ABOUT
    )
    with writing(desk) as session:
        answer_report(session, number, "<b>Rättat</b>", "anna")
    answered = client.get(f"/en{location}")
    assert "&lt;b&gt;Rättat&lt;/b&gt;" in answered.text and "anna" not in answered.text
    with reading(desk) as session:
        assert number not in [row.number for row in reports_of(session, answered=False)]


def test_what_a_robot_sends_is_not_taken_in(client: TestClient) -> None:
    forged = mark(client)[:-1] + "x"
    refused = [
        send(client, tid=mark(client), webbplats="http://x.example"),
        send(client, tid=mark(client, age=LATEST + 1)),
        send(client, tid=mark(client, about="/annat")),
        send(client, tid=forged),
        send(client),
        send(client, tid=mark(client), text=" "),
        send(client, tid=mark(client), text="x" * 2001),
    ]
    assert [status for status, _location, _text in refused] == [400] * len(refused)
    assert client.post("/fel", content=b"x" * 30_000).status_code == 400
    assert client.post("/fel", json={"om": "/"}).status_code == 400
    assert client.get("/fel/inget").status_code == 404
    for elsewhere in ("//ond.example/x", "/%5Cond.example/x"):  # browsers read either as a host
        form = read(client.get(f"/rapportera?om={elsewhere}").text)
        assert form.one("input", name="om").attributes["value"] == "/"


def test_one_address_sends_no_more_than_a_few(client: TestClient) -> None:
    statuses = [send(client, tid=mark(client))[0] for _ in range(6)]
    assert statuses[0] == 303 and statuses[-1] == 429


def test_an_address_with_a_blank_in_it_is_kept(client: TestClient) -> None:
    """Of "§ 3 a", whether it is here or not."""
    address = "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/3%20a"
    links = [a.attributes["href"] for a in read(client.get(address).text).all("a")]
    form = client.get(next(link for link in links if link.startswith("/rapportera?")))
    assert read(form.text).one("input", type="hidden", name="om").attributes["value"] == address
