"""An entry of a feed says what changed, from what to what, as the public log does, also where much falls on one day."""

from __future__ import annotations

import csv
import datetime as dt
import io
import xml.etree.ElementTree as ET

from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.db import Stores, writing
from app.language.dates import date_text
from app.language.followed import change_text
from app.main import create_app
from app.models.published import DATED, PAST
from app.models.register import changes, steps
from app.schemas.change_rows import Change, FactChange, FactSays
from app.schemas.rows import FindingAt
from app.settings import Settings
from app.today import today
from importers.bundle import Outcome, Stance, Yrkande
from tests.app.api.counting import counting
from tests.app.api.test_lists import told
from tests.app.filing import file, rows
from tests.app.pages.reading import read
from tests.app.register.saying import at, bundle, extract, item, person, proposal
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "granskas")
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "]]></summary><script>&\x1b\u202eån"


def summaries(client: TestClient, name: str = "cases", language: str = "sv") -> list[str]:
    answer = client.get(f"/api/v1/{name}.atom", headers={"Accept-Language": language})
    assert answer.status_code == 200
    return [str(entry.findtext(f"{ATOM}summary")) for entry in ET.fromstring(answer.content).iter(f"{ATOM}entry")]


def item_id(stores: Stores, number: str = "1") -> str:
    return str(next(row["id"] for row in rows(stores.desk)["items"] if row["number"] == number))


def stood_since(stores: Stores, day: str) -> None:
    """Let all that is public have come on a day."""
    with writing(stores.public) as session:
        session.execute(changes.update().values(at=f"{day}T12:00:00.000000Z"))
        for table in DATED.values():
            session.execute(table.update().values(since=dt.date.fromisoformat(day)))


def test_what_came_and_was_corrected_the_same_day_says_both(using: Settings, stores: Stores) -> None:
    file(stores, told(1))
    acts.correct(stores, item_id(stores), "title", HOSTILE, ANNA)
    with TestClient(create_app(using)) as client:
        (said,) = summaries(client)
        (in_english,) = summaries(client, language="en")
        asked = client.get("/andringar").text
    came = f"Tillkom i registret {date_text(today())} och ändrades samma dag; i det finns "
    assert came in said and "Kommunstyrelsen § 1, 17 juni 2025" in said.partition(came)[2]
    corrected = "Rättad, rubrik: ”{}”. Läst var ”Svar på motion om skuggande träd på kommunens skolgårdar nummer 1”."
    shown = HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert said.endswith(corrected.format(shown))
    assert "and changed the same day; it holds " in in_english and "Corrected, " in in_english
    assert "Rättad, rubrik: ”]]&gt;&lt;/summary&gt;&lt;script&gt;" in asked


def test_a_value_corrected_on_a_later_day_says_from_what_to_what(using: Settings, stores: Stores) -> None:
    file(stores, told(1))
    stood_since(stores, "2025-07-01")
    acts.correct(stores, item_id(stores), "outcome", "avslag", ANNA)
    with TestClient(create_app(using)) as client:
        (said,) = summaries(client)
        (of_motion,) = summaries(client, "motions")
        (in_english,) = summaries(client, language="en")
        rows_told = [row["told"] for row in client.get("/api/v1/changes").json()["changes"]]
        table = [row["told"] for row in csv.DictReader(io.StringIO(client.get("/api/v1/changes.csv").text))]
        page = read(client.get("/andringar").text).one("section", aria_labelledby="andringar").text
        english = client.get("/api/v1/changes?limit=1&offset=1", headers={"Accept-Language": "en"}).json()["changes"]
        for public in (False, True):  # as a matter went or came again, nothing is told
            acts.release(stores, str(rows(stores.desk)["documents"][0]["id"]), ANNA, public=public)
            assert {row["told"] for row in client.get("/api/v1/changes").json()["changes"]} == {None}
    of = "Kommunstyrelsen § 1, 17 juni 2025"
    assert said.partition(f"Ändrades {date_text(today())}. ")[2] == (
        f"Nu står: {of}: föreslår avslag. Förut stod: {of}: föreslår att frågan anses besvarad."
        f" {of}: Rättad, utfall: ”avslag”. Läst var ”besvarad”."
    )
    assert rows_told[0] is None and said.endswith(f". {rows_told[1]}") and rows_told[1] in page
    assert table == ["", rows_told[1]] and in_english.endswith(english[0]["told"])
    assert of_motion.endswith(said)
    assert "Now: Kommunstyrelsen § 1, 17 June 2025: " in in_english and ". Before: Kommunstyrelsen § 1, " in in_english


@ON_ONE_STORE
def test_a_step_that_came_and_one_that_moved_on_say_only_what_came(using: Settings, stores: Stores) -> None:
    file(stores, told(1))
    stood_since(stores, "2025-07-01")
    said_before = proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.AVSLAG)
    about = {"case_numbers": ("KS-2025-00001",), "decisions": (said_before,), "outcome": Outcome.AVSLAG}
    earlier = extract("Kommunstyrelsen", "2025-05-06", item("7", "Svar på motion", **about))
    file(stores, bundle(earlier, digest="7" * 64))
    with TestClient(create_app(using)) as client:
        (said,) = summaries(client)
        page = read(client.get("/andringar").text).one("section", aria_labelledby="andringar")
    assert said.endswith(f"Ändrades {date_text(today())}; då tillkom Kommunstyrelsen § 7, 6 maj 2025: föreslår avslag.")
    latest = page.all("li")[0].text.replace("\xa0", " ")
    assert latest.endswith(" Då tillkom Kommunstyrelsen § 7, 6 maj 2025: föreslår avslag.")


def test_what_another_reading_changes_within_a_paragraph_says_from_what_to_what(
    using: Settings, stores: Stores
) -> None:
    def filed(version: str, *yrkanden: tuple[str, str]) -> None:
        said = tuple(Yrkande(Stance(stance), text, at(text), (person("Mira Tallbo (C)"),)) for stance, text in yrkanden)
        about = item("7", "Svar på motion", case_numbers=("KS-2025-00001",), yrkanden=said)
        file(stores, bundle(extract("Kommunstyrelsen", "2025-05-06", about), digest="7" * 64, version=version))

    filed("1", ("bifall", "Mira Tallbo (C) yrkar så."), ("avslag", HOSTILE), ("bifall", "Yrkandet"))
    stood_since(stores, "2025-07-01")
    filed("2", ("avslag", "Mira Tallbo (C) yrkar så."), ("avslag", "Bo Ek (M) yrkar avslag."))
    with TestClient(create_app(using)) as client:
        (said,) = summaries(client)
        (in_english,) = summaries(client, language="en")
        page = read(client.get("/andringar").text).one("section", aria_labelledby="andringar")
    of = "Kommunstyrelsen § 7, 6 maj 2025, yrkande: nu står "
    shown = HOSTILE.replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    changed = said.partition(f"Ändrades {date_text(today())}. ")[2]
    assert changed == (
        f"{of}”Mira Tallbo (C) yrkar så.” (avslag), förut stod ”Mira Tallbo (C) yrkar så.” (bifall). "
        f"{of}”Bo Ek (M) yrkar avslag.” (avslag), förut stod ”{shown}” (avslag). "
        f"{of}inget, förut stod ”Yrkandet” (bifall)."
    )
    (latest, first) = (one.text.replace("\xa0", " ") for one in page.all("li", class_="finding"))
    assert "ändrades Svar på motion" in latest and latest.endswith(" ".join(changed.split()))
    assert first.endswith("tillkom Svar på motion Alnsjö")
    assert "§ 7, 6 May 2025, yrkande: now ”Bo Ek (M) yrkar avslag.” (" in in_english


def test_an_entry_cuts_long_words_and_what_a_reservation_is_in_favour_of_too() -> None:
    of = FindingAt(id="1", entity="item", body="Nämnden", date=dt.date(2025, 5, 6), number="7", kind=None)
    now = FactSays(code="ord " * 500, text="ord " * 500)
    said = change_text(
        "changed", today(), Change(facts=[FactChange(at=of, table="reservations", before=None, now=now)])
    )
    assert "Nämnden § 7" in said and said.count("ord ") < 100


@ON_ONE_STORE
def test_more_rows_and_corrections_cost_no_more_statements(using: Settings, stores: Stores) -> None:
    file(stores, told(1))
    acts.correct(stores, item_id(stores), "title", "Torget", ANNA)
    with TestClient(create_app(using)) as client:
        with counting(client) as one:
            assert len(summaries(client)) == 1
        for number in ("2", "3"):
            file(stores, told(int(number)))
            acts.correct(stores, item_id(stores, number), "title", "Torget", ANNA)
        with counting(client) as three:
            assert len(summaries(client)) == 3
        with counting(client) as of_changes:
            assert client.get("/api/v1/changes.atom").text.count("<entry>") == 3
    assert len(three) == len(one)
    of_steps = PAST[steps.name].name  # what came is worked out of what stood before, once for a feed
    assert sum(of_steps in asked for asked in of_changes) == sum(of_steps in asked for asked in three) == 1
