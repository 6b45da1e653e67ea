"""A fact gets its place on the page from whoever adds it or puts it right: by two clicks on the picture, or by a line."""

from __future__ import annotations

import pytest

from app.db import Stores
from app.installation.checking import check
from app.settings import Settings
from tests.app.desk.working import Worker, clicks
from tests.app.pages.reading import Element

PAGE = "2"


def the_form(worker: Worker) -> Element:
    return next(one for one in worker.page.all("form") if one.all("fieldset", id="plats"))


def line_with(worker: Worker, words: str) -> str:
    """The box of the page's first line that holds these words, as its form has it."""
    labels = [one for one in the_form(worker).all("label") if words in one.text and one.all("input", name="rad")]
    return labels[0].one("input").attributes["value"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_two_clicks_on_the_picture_give_a_fact_its_words_and_its_box(
    registrar: Worker, stores: Stores, using: Settings
) -> None:
    registrar.go("/desk").go(registrar.link("exempel.pdf"))
    at = registrar.at.partition("?")[0]
    registrar.go(f"{at}?sida={PAGE}").go(registrar.link("Lägg till en uppgift"))
    form = next(form for form in registrar.page.all("form") if form.attributes["action"].endswith("/ny"))
    registrar.send_form(form, slag="reservation")
    typed = {"people": "Vera Lönn (S)", "text": ""}
    registrar.send("/ny", plats="1", **typed)
    line = next(one for one in the_form(registrar).all("label") if len(one.text.split()) > 3)
    words, box = line.text.strip(), line.one("input").attributes["value"]
    first, second = clicks(registrar, box)
    registrar.click("/ny", **first)
    assert "motsatta" in the_form(registrar).text and registrar.page.one("input", name="people").attributes["value"]
    registrar.click("/ny", **first)
    assert "motsatta" in the_form(registrar).text, "the same spot twice is no box"
    registrar.click("/ny", **second)
    chosen = the_form(registrar).one("input", name="ruta").attributes["value"]
    assert words in the_form(registrar).one("q").text
    assert words in the_form(registrar).one("textarea", name="text").text
    registrar.send("/ny", ruta=chosen)
    added = next(li for li in registrar.page.all("li", class_="reservations") if "Vera Lönn" in li.text)
    fact = added.attributes["id"].removeprefix("u-")
    assert registrar.page.one("a", id=f"b-{fact}").all("rect")
    registrar.go(added.one("a", class_="act").attributes["href"])
    assert registrar.page.one("div", class_="leaf-picture crop").all("rect")
    assert check(stores, using).whole


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_line_is_chosen_by_keyboard_and_words_are_never_typed(registrar: Worker) -> None:
    registrar.go("/desk").go(registrar.link("exempel.pdf"))
    at = registrar.at.partition("?")[0]
    registrar.go(f"{at}?sida={PAGE}")
    fact = next(li for li in registrar.page.all("li") if li.attributes.get("id", "").startswith("u-") and li.all("a"))
    registrar.go(fact.one("a", class_="act").attributes["href"])
    form = next(
        one.attributes["action"] for one in registrar.page.all("form") if "/uppgift/" in one.attributes["action"]
    )
    registrar.send(form, plats="1")
    box = the_form(registrar).all("input", name="rad")[0].attributes["value"]
    registrar.send(form, plats="1", rad=box)
    assert the_form(registrar).one("input", name="ruta").attributes["value"]
    registrar.click(form, **{"klick.x": "1", "klick.y": "1"}).click(form, **{"klick.x": "9", "klick.y": "9"})
    assert "står inga ord" in the_form(registrar).one("fieldset", id="plats").text, "said where the page jumps to"
    assert the_form(registrar).all("input", name="klick"), "the picture stays, for another try"
