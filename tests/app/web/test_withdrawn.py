"""What was withdrawn, left out of corrected minutes or taken back is 410 with the day, and tells nothing of what it was; what
never was is 404."""

from __future__ import annotations

import re
from dataclasses import replace

import sqlalchemy as sa
from httpx2 import Response
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.acts.entered import decision
from app.db import Stores, reading, writing
from app.installation.renewing import rebuild_all
from app.journal.scope import RegisterScope
from app.language.dates import date_text
from app.main import create_app
from app.models.published import WITHDRAWN
from app.projection.public import publish
from app.projection.rebuilding import make_anew
from app.settings import Settings
from app.today import today
from importers.bundle import Document, DocumentKind, Item, Reservation, Stance, Yrkande
from tests.app.filing import file, rows
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item, person

ANNA = Actor("anna", "hemligt skäl")
LAW = "OSL 21 kap. 7 §"
KEPT = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))
GONE = extract(
    "Miljönämnden",
    "2025-04-22",
    item(
        "31",
        "Bullret",
        case_numbers=("MN-2025-00118",),
        yrkanden=(Yrkande(Stance.BIFALL, "Elin Mård (V) yrkar bifall.", at("x"), (person("Elin Mård (V)"),)),),
        reservations=(Reservation("Elin Mård reserverar sig.", at("x")),),
    ),
)


def words(answer: Response) -> str:
    """What is written on the page, with every blank as one that breaks."""
    return answer.text.replace("\xa0", " ")


def addresses(stores: Stores) -> list[str]:
    """Every address, in pages and API, of what only the withdrawn document holds."""
    of = {
        table: next(row for row in found if "Miljö" in str(row) or "Elin" in str(row) or row.get("number") == "31")
        for table, found in rows(stores.desk).items()
        if table in {"yrkanden", "reservations", "people", "items"}
    }
    paper = next(row for row in rows(stores.desk)["documents"] if str(row["date"]) == "2025-04-22")["id"]
    case = next(row for row in rows(stores.desk)["cases"] if row["number"] == "MN-2025-00118")
    return [
        f"/handlingar/{paper}",
        f"/handlingar/{paper}/sida/1",
        f"/arenden/alnsjo/{case['slug']}",
        "/arenden/mn%202025%20118",
        f"/api/v1/documents/{paper}",
        f"/api/v1/documents/{paper}/pages/1.webp",
        f"/api/v1/documents/{paper}/file",
        f"/api/v1/cases/{case['id']}",
        f"/api/v1/cases/{case['id']}/path",
        "/api/v1/cases/MN-2025-118",
        f"/api/v1/items/{of['items']['id']}",
        f"/api/v1/yrkanden/{of['yrkanden']['id']}",
        f"/api/v1/reservations/{of['reservations']['id']}",
        f"/api/v1/people/{of['people']['id']}",
        f"/api/v1/people/{of['people']['id']}.csv",
        f"/api/v1/cases/{case['id']}.atom",
        "/sammantraden/alnsjo/miljonamnden/2025-04-22",
        "/paragrafer/alnsjo/miljonamnden/2025-04-22/31",
        "/en/paragrafer/alnsjo/miljonamnden/2025-04-22/31",
    ]


def test_what_is_withdrawn_is_410_with_day_and_provision_and_tells_nothing(stores: Stores, using: Settings) -> None:
    file(stores, bundle(KEPT))
    file(stores, bundle(GONE, digest="b" * 64))
    asked = addresses(stores)
    paper = asked[0].rpartition("/")[2]
    with TestClient(create_app(using)) as client:
        assert {client.get(a).status_code for a in asked if not a.endswith(("file", "webp", "1"))} == {200}
        (seq,) = acts.release(stores, paper, ANNA, public=False, law=LAW)
        for address in asked:
            answer = client.get(address)
            assert answer.status_code == 410, address
            day = re.search(rf"\b{today().day}\s\w+\s{today().year}\b", answer.text)
            assert (day is not None, LAW in answer.text) == (True, True)
            assert not [
                word for word in ("Bullret", "Miljö", "Elin", "hemligt", "MN-2025-00118") if word in answer.text
            ]
        assert client.get(asked[4]).json()["type"] == "urn:diarium:problem:withdrawn"
        unknown = [asked[0].replace(paper, "a" * 16), "/arenden/alnsjo/mn-2025-00119", "/api/v1/cases/MN-2025-00119"]
        assert {client.get(address).status_code for address in unknown} == {404}
        assert client.get("/api/v1/cases/KS-2025-42").status_code == 200
        with writing(stores.public) as store:
            make_anew(store.connection(), RegisterScope.PUBLIC)
        publish(stores)
        assert client.get(asked[0]).status_code == 410
        assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
        acts.undo(stores, seq, ANNA)
        assert (client.get(asked[0]).status_code, client.get(asked[9]).status_code) == (200, 200)


def test_a_provision_that_is_not_stated_is_said_to_be_missing(stores: Stores, using: Settings) -> None:
    file(stores, bundle(KEPT))
    paper = str(rows(stores.desk)["documents"][0]["id"])
    acts.release(stores, paper, ANNA, public=False)
    with TestClient(create_app(using)) as client:
        assert client.get(f"/api/v1/documents/{paper}").json()["detail"].endswith("Lagrummet är inte angivet.")


def minutes(*items: Item) -> Document:
    return replace(extract("Kommunstyrelsen", "2025-11-05", *items), kind=DocumentKind.PROTOKOLL)


def answers(client: TestClient, asked: list[str]) -> set[tuple[int, str]]:
    """The status and, of what is answered by the API, the problem of each address."""
    return {
        (answer.status_code, answer.json().get("type", "").rpartition(":")[2] if "/api/" in address else "")
        for address, answer in ((address, client.get(address)) for address in asked)
    }


def test_a_paragraph_that_corrected_minutes_lack_is_410_and_says_so(stores: Stores, using: Settings) -> None:
    bridge, bench = (
        item(n, title, case_numbers=(f"KS-2025-0010{n}",)) for n, title in (("1", "Bron"), ("2", "Bänken"))
    )
    file(stores, bundle(minutes(bridge, bench)))
    gone = next(row["id"] for row in rows(stores.desk)["items"] if row["number"] == "2")
    paragraph = "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/2"
    asked = ["/arenden/alnsjo/ks-2025-00102", f"/api/v1/items/{gone}", "/api/v1/cases/KS-2025-102", paragraph]
    file(stores, bundle(minutes(bridge), digest="b" * 64))
    with TestClient(create_app(using)) as client:
        seq = acts.corrected(stores, "b" * 64, ANNA)
        assert answers(client, asked) == {(410, ""), (410, "left-out")}
        assert f"rättade protokollet, som gäller i registret sedan {date_text(today())}." in words(client.get(asked[0]))
        assert "Bänken" not in words(client.get(asked[0]))
        assert "Det var § 2 från sammanträdet 5 november 2025." in words(client.get(paragraph))
        assert client.get(paragraph.replace("/2025-11-05/2", "/2025-11-05/3")).status_code == 404
        assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
        acts.undo(stores, seq, ANNA)
        assert answers(client, asked) == {(200, "")}


def test_what_was_entered_by_hand_and_taken_back_is_410_and_says_so(stores: Stores, using: Settings) -> None:
    typed = {
        "title": ["Båten"],
        "date": ["2025-03-04"],
        "item": ["7"],
        "number": ["KS-2025-00900"],
        "clause": ["att köpa"],
    }
    seq = acts.enter(stores, SOMEWHERE, decision("Kommunstyrelsen", typed), ANNA)
    entered = rows(stores.desk)["items"][0]["id"]
    asked = ["/arenden/alnsjo/ks-2025-00900", f"/api/v1/items/{entered}"]
    with TestClient(create_app(using)) as client:
        assert answers(client, asked) == {(200, "")}
        acts.undo(stores, seq, ANNA)
        assert answers(client, asked) == {(410, ""), (410, "taken-back")}
        assert f"Uppgiften togs tillbaka {date_text(today())}." in words(client.get(asked[0]))
        acts.enter(stores, SOMEWHERE, decision("Kommunstyrelsen", typed), ANNA)
        assert client.get(asked[0]).status_code == 200


def test_corrected_minutes_that_are_not_public_leave_no_mark_on_what_they_lack(stores: Stores) -> None:
    file(stores, bundle(minutes(item("1", "Bron"), item("2", "Bänken"))))
    file(stores, bundle(minutes(item("1", "Bron")), digest="b" * 64), released=False)
    acts.corrected(stores, "b" * 64, ANNA)
    with reading(stores.public) as session:
        assert session.execute(sa.select(WITHDRAWN)).all() == []
