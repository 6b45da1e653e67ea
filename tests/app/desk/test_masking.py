"""A registrar masks what a page says of somebody, and releases the rest."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import Stores, reading
from app.models.journal import entries
from app.register.municipalities import municipality
from app.security.roles import Grant, Role
from app.settings import Settings
from tests.app.desk.working import Worker, account, clicks
from tests.app.importing import import_file
from tests.app.pages.reading import read
from tests.app.papers import drawn, minutes

NUMBER = "121212-1212"
NAMING = minutes(
    "Kulturnämnden", "14", "KN-2025-00031", f"Nämnden beslutar att bevilja Sixten Ek, {NUMBER}, ett bidrag."
)
REST = ["§ 15", "Vårens program", "KN-2025-00032", "", "Beslut", "Nämnden beslutar att godkänna programmet."]
REACH = ["Ring 018-727 00 00 eller skriv till sixten.ek@example.se, Storgatan 12.", "Sekretess enligt OSL."]


@pytest.fixture
def naming(stores: Stores, using: Settings, registrar: Worker) -> Worker:
    """The registrar, before the page of a file that names somebody's number."""
    place = municipality("Alnsjö kommun")
    import_file(stores, using, drawn([*NAMING, *REACH, *REST]), "bidrag.pdf", "anna", place)
    registrar.go("/desk").go(registrar.link("bidrag.pdf"))
    return registrar.go(registrar.link("Maskera …"))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_is_found_is_proposed_masked_and_the_rest_released(naming: Worker, served: TestClient) -> None:
    review = naming.at.partition("/maskera")[0]
    proposed = naming.page.one("fieldset").text
    for kind in (
        "Personnummer: 121212-1212",
        "Telefonnummer: 018-727 00 00",
        "E-postadress",
        "Adress: Storgatan 12",
        "Ord om",
    ):
        assert kind in proposed
    naming.send("/maskera", law="OSL 21 kap. 1 §")
    assert naming.status == 400 and "Välj vad som ska maskas" in naming.page.text
    boxes = [one.attributes["value"] for one in naming.page.one("fieldset").all("input")]
    naming.send("/maskera", law="OSL 21 kap. 1 §", ruta=boxes)
    assert naming.at.startswith(review) and "maskat på s. 1" in naming.page.text
    doubt = next(li for li in naming.page.one("ol", class_="doubts").all("li") if "personnummer" in li.text)
    assert "Maskat för allmänheten" in doubt.text and not doubt.all("a"), "nothing more is to be masked"
    naming.go(naming.link("Släpp …"))
    assert "är maskat" in naming.page.one("main").text and not naming.page.all("input", name="read")
    naming.send("/slapp/" + naming.at.rpartition("/")[2])
    item = served.get("/api/v1/items", params={"q": "Vårens program"}).json()["items"][0]
    public = served.get(f"/api/v1/items/{item['id']}").text + served.get("/sok?q=bidrag").text
    assert "godkänna programmet" in public and NUMBER not in public and "Sixten" not in public
    page = served.get(f"/handlingar/{item['documents'][0]}").text
    assert f"{len(boxes)} rutor, med stöd av OSL 21 kap. 1 §" in page and NUMBER not in page
    assert (
        "Något i handlingen är maskat, med stöd av OSL 21 kap. 1 §. Hör det till paragrafen står det inte här."
        in served.get(f"/paragrafer/alnsjo/kulturnamnden/{item['date']}/{item['number']}").text
    )
    leaf = read(served.get(f"/handlingar/{item['documents'][0]}/sida/1").text)
    assert f"{len(boxes)} rutor på sidan är maskade, med stöd av OSL 21 kap. 1 §" in leaf.one("main").text
    assert "maskat, s. 1, OSL 21 kap. 1 §" in naming.go(f"{review}/historik").page.text


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_words_that_are_nowhere_are_told_and_kept_in_the_form(
    naming: Worker, stores: Stores, served: TestClient
) -> None:
    naming.send("/maskera", law="OSL 21 kap. 1 §", ord="Gul Gulfjäder\nSixten")
    assert "”Gul Gulfjäder” står ingenstans" in naming.page.text
    assert naming.page.one("textarea", name="ord").children == ["Gul Gulfjäder\nSixten"], "a line for each, as typed"
    account(stores, "ulla", Grant(Role.REGISTRAR, "Alnsjö", "Socialnämnden"))
    assert Worker(served).signed_in("ulla").go(naming.at).status == 404


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_file_is_purged_with_a_reason_a_provision_and_a_yes(naming: Worker, stores: Stores) -> None:
    review = naming.at.partition("/maskera")[0]
    naming.go(naming.link("Utplåna hela filen"))
    assert "Protokollsutdrag, Kulturnämnden" in naming.page.one("main").text
    naming.send("/utplana", law="OSL 21 kap. 1 §", reason="inkom av misstag")
    assert naming.status == 400 and "Kryssa i" in naming.page.text
    naming.send("/utplana", law="OSL 21 kap. 1 §", read="ja", reason="")
    assert naming.status == 400 and "Skriv varför" in naming.page.text
    naming.send("/utplana", law="OSL 21 kap. 1 §", reason="inkom av misstag", read="ja")
    assert naming.page.one("h1").text == "Filen är utplånad" and not naming.page.all("p", role="alert")
    assert "bidrag.pdf" not in naming.go("/desk").page.text and "Filen är utplånad" in naming.page.text
    assert naming.go(review).status == 404
    with reading(stores.desk) as session:
        (purge,) = session.execute(sa.select(entries).where(entries.c.content.contains('"act":"purge"'))).all()
    assert (purge.actor, purge.reason) == ("Rut Alm", "inkom av misstag") and "OSL 21 kap. 1 §" in purge.content


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_box_is_given_by_two_clicks_and_shown_before_it_is_masked(naming: Worker, stores: Stores) -> None:
    line = next(one for one in naming.page.one("details").all("label") if "Ring 018" in one.text)
    first, second = clicks(naming, line.one("input").attributes["value"])
    naming.click("/maskera", **first, law="OSL 21 kap. 1 §")
    assert naming.status == 200 and "motsatta" in naming.page.one("div", id="bild").text
    naming.click("/maskera", **second)
    assert "Storgatan 12." in naming.page.one("q").text
    naming.send("/maskera", visa="1", ord=NUMBER)
    assert len(naming.page.all("rect", class_="chosen")) == 2 and not naming.page.all("rect", class_="masked")
    naming.send("/maskera", ritad="hela sidan")
    assert naming.status == 400 and naming.page.one("input", id="ritad").attributes["value"] == "hela sidan"
    naming.send("/maskera", ritad="")
    with reading(stores.desk) as session:
        (masked,) = session.execute(
            sa.select(entries.c.content).where(entries.c.content.contains('"act":"mask"'))
        ).scalars()
    assert "Storgatan 12." in masked and NUMBER in masked
