"""The pages of votes: what was asked, how the parties stood and each ballot, with nothing that is not printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from app.installation.opening import open_stores, start
from app.main import create_app
from app.pages.ballots import sides, unnamed
from app.settings import Settings
from tests.app.importing import import_file
from tests.app.pages.reading import read
from tests.app.papers import drawn, minutes
from tests.app.sheets import ALNSJO
from tests.conftest import Databases

VOTE = """Omröstning
Omröstning begärs. Ja-röst för bifall till kommunstyrelsens förslag. Nej-röst för bifall till motionen.
Med 2 ja-röster mot 1 nej-röst beslutar kommunfullmäktige enligt kommunstyrelsens förslag."""


@contextmanager
def serving(database: Databases, folder: Path, text: str) -> Iterator[TestClient]:
    """Asks an installation of one § of the council's, with this text behind its decision."""
    using = Settings(
        data_dir=folder,
        database_url=database.desk_url,
        public_database_url=database.public_url,
        rate_limit="off",
    )
    stores = open_stores(using)
    start(stores)
    item = minutes("Kommunfullmäktige", "12", "KS-2025-00042", "Kommunfullmäktige beslutar att avslå motionen.")
    import_file(stores, using, drawn([*item, *text.splitlines()]), "a.pdf", "anna", ALNSJO)
    stores.dispose()
    with TestClient(create_app(using), follow_redirects=False) as client:
        yield client


def test_a_vote_stands_in_the_list_and_has_a_page_that_leads_to_its_item(database: Databases, tmp_path: Path) -> None:
    with serving(database, tmp_path, VOTE) as client:
        listed = read(client.get("/voteringar").text)
        address = listed.one("article", class_="matter").one("h2").one("a").attributes["href"]
        assert "Ja 2, nej 1." in listed.one("article", class_="matter").text
        assert "open" not in listed.one("details", class_="fold").attributes  # on a phone the list itself comes first
        assert listed.all("select", id="organ") and not listed.all("select", id="kommun")
        page = read(client.get(address).text)
        facts = page.one("dl", class_="facts").text
        assert "Flest röster Ja : bifall till kommunstyrelsens förslag" in " ".join(facts.split())
        assert "No means “bifall till motionen”" in read(client.get(f"/en{address}").text).one("dl").text
        assert "ja 2, nej 1" in facts and "bifall till motionen" in facts
        assert "KF protokoll" in facts and "Paragrafen slutade i avslag" in " ".join(facts.split())
        assert "Vem som röstade hur är inte noterat" in page.one("main").text
        home = page.one("nav", class_="trail").all("a")[-1].attributes["href"]
        assert home.startswith("/paragrafer/") and address in client.get(home).text
        narrowed = read(client.get("/voteringar?organ=kommunstyrelsen").text)
        assert (
            "Inga voteringar" in narrowed.one("main").text
            and "open" in narrowed.one("details", class_="fold").attributes
        )
        for ticked in ("1", "true"):  # as the form says it, and as the API does
            against = read(client.get(f"/voteringar?emot={ticked}").text)
            assert "checked" in against.one("input", id="emot").attributes
        behind = read(client.get("/voteringar?sida=2").text)  # past the last, the way back stays
        assert [a.attributes["href"] for a in behind.all("a", rel="prev")] == ["/voteringar?sida=1"]
        year, other = (client.get(f"/voteringar?ar={year}").text for year in (2025, 2024))
        assert "Ja\u00a02, nej\u00a01." in year and "Inga voteringar" in other
        assert "from=2025-01-01&amp;to=2025-12-31" in year
        assert "Inga voteringar" in client.get("/voteringar?person=Ingen Alls").text
        assert client.get("/voteringar?ar=20x5").status_code == 404
        assert client.get("/voteringar/ingen").status_code == 404


TWICE = """Propositionsordning
Ordföranden ställer propositioner på yrkandena och finner att
kommunstyrelsens förslag har bifallits. Omröstning begärs.
Omröstning
Godkänd voteringsproposition: "Ja för bifall till kommunstyrelsens förslag.
Nej för bifall till motionen."
Omröstningen utfaller med 2 Ja mot 1 Nej.
Propositionsordning
Ordföranden ställer propositioner på bifall och avslag på tilläggsyrkandet
och finner att tilläggsyrkandet har avslagits. Omröstning begärs.
Omröstning
Godkänd voteringsproposition: "Ja för avslag på tilläggsyrkandet.
Nej för bifall till tilläggsyrkandet."
Omröstningen utfaller med 1 Ja mot 2 Nej."""


def test_of_several_votes_each_has_the_finding_that_it_was_on(database: Databases, tmp_path: Path) -> None:
    with serving(database, tmp_path, TWICE) as client:
        votes = client.get("/api/v1/votes").json()["votes"]
        shown = {
            vote["yes"]: read(client.get(f"/voteringar/{vote['id']}").text).one("dl", class_="facts").text
            for vote in votes
        }
        assert len(shown) == 2
        assert "kommunstyrelsens förslag: stod sig i voteringen" in shown[2] and "ändrad" not in shown[2]
        assert "ändrad av voteringen" in shown[1] and "stod sig" not in shown[1]


def test_ballots_are_counted_by_party_the_largest_first_and_who_has_none_last() -> None:
    cast = [
        ("S", "yes"),
        ("M", "no"),
        ("S", "yes"),
        (None, "no"),
        ("S", "no"),
        (None, "no"),
        (None, "yes"),
        (None, "yes"),
    ]
    counted = sides({"party": party, "vote": vote} for party, vote in cast)
    assert [(side.party, *side.counts.values()) for side in counted] == [("S", 2, 1), ("M", 0, 1), (None, 2, 2)]


BALLOTS = """Omröstning
Omröstning begärs. Ja-röst för bifall till kommunstyrelsens förslag. Nej-röst för bifall till motionen.
Följande röstar ja: Anna Ek (S), Bo Ås (Framtidsbygden).
Följande röstar nej: Cia Berg (M).
Följande avstår: Dan Falk (V).
Med 2 ja-röster mot 1 nej-röst beslutar kommunfullmäktige enligt kommunstyrelsens förslag."""


def test_the_ballots_are_drawn_counted_by_party_and_called_by_side(database: Databases, tmp_path: Path) -> None:
    with serving(database, tmp_path, BALLOTS) as client:
        vote = client.get("/api/v1/votes").json()["votes"][0]
        page = read(client.get(f"/voteringar/{vote['id']}").text)
        picture = page.one("figure", class_="chamber").one("svg")
        assert [dot.attributes["class"] for dot in picture.all("circle")] == ["yes", "yes", "abstain", "no"]
        assert [letters.text for letters in picture.all("text")] == ["Framti…", "S", "V", "M"]
        rows = page.one("table", class_="counts").one("tbody").all("tr")
        assert [row.text for row in rows] == [
            "Framtidsbygden 1 0 0",
            "Moderaterna (M) 0 1 0",
            "Socialdemokraterna (S) 1 0 0",
            "Vänsterpartiet (V) 0 0 1",
        ]
        assert [heading.text for heading in page.all("h3")] == ["Ja, 2", "Nej, 1", "Avstår, 1"]
        called = page.one("ul", aria_labelledby="roster-yes")
        assert [one.text for one in called.all("li")] == ["Anna Ek (S) s. 1", "Bo Ås (Framtidsbygden) s. 1"]
        (abstaining,) = [link for link in page.one("main").all("a") if "Dan Falk" in link.text]
        cast = read(client.get(f"{abstaining.attributes['href']}/roster").text).one("tbody").all("td")
        assert [cell.text for cell in cast] == ["avstår KF protokollsutdrag s. 1", "varken ja eller nej", "ja 2, nej 1"]


def test_those_who_are_counted_and_not_named_are_told() -> None:
    ballots = [{"name": f"Ledamot {n}", "party": "S", "vote": "yes"} for n in range(2)]
    counted = {"yes": 2, "no": 5, "abstain": None, "absent": 1, "paired": None}
    assert unnamed({**counted, "ballots": ballots}) == [("no", 5, 0), ("absent", 1, 0)]
    assert unnamed({**counted, "ballots": []}) == []
    assert unnamed({**counted, "yes": 1, "no": 0, "absent": None, "ballots": ballots}) == [("yes", 1, 2)]
