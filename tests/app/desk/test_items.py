"""A § at the desk: sent on and ticked off, and held against what the law asks of its minutes."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from app.db import Stores, reading
from app.models.register import items
from importers.bundle import Outcome, Stance, Yrkande
from tests.app.desk.kept import BOARD, HOSTILE, article, undoing
from tests.app.desk.working import Worker
from tests.app.filing import file
from tests.app.register.saying import at, bundle, decision, extract, item
from tests.app.register.saying import person as printed

pytestmark = pytest.mark.parametrize(
    "database", ["sqlite"], indirect=True
)  # the walk of all routes asks PostgreSQL too


def test_receivers_are_ticked_off_with_their_day_and_back(registrar: Worker, stores: Stores) -> None:
    sent = item("7", "Torget", sent_to=("Miljönämnden", HOSTILE), decisions=(decision(BOARD, Outcome.BIFALL),))
    file(stores, bundle(extract(BOARD, "2025-12-01", sent)))
    registrar.go("/desk/expediering")
    assert HOSTILE in article(registrar, "Torget").text
    forms = article(registrar, "Torget").all("form")
    back = forms[0].one("input", name="back").attributes["value"]
    forms[0].one("input", name="back").attributes["value"] = "//example.org/desk/"
    registrar.send_form(forms[0], on="2025-12-08")
    assert registrar.at.startswith("/desk/paragrafer/"), "nowhere but at the desk"
    registrar.send_form(undoing(registrar)[0]).go("/desk/expediering")
    forms = article(registrar, "Torget").all("form")
    assert forms[0].one("input", name="back").attributes["value"] == back
    registrar.send_form(forms[0], on="2025-12-08")
    assert registrar.at.startswith("/desk/expediering"), "back where it was ticked off"
    assert "skickat 8 december 2025, Rut Alm" in article(registrar, "Torget").text
    registrar.send_form(
        next(f for f in article(registrar, "Torget").all("form") if "expediering" in f.attributes["action"])
    )
    assert not any("Torget" in one.text for one in registrar.page.all("article")), "nothing of it waits"
    registrar.go(registrar.link("Visa också"))
    registrar.go(article(registrar, "Torget").one("a").attributes["href"])
    registrar.send("/expediering", to="Bo Ask", on="2999-01-01")
    assert registrar.status == 400 and "Dagen har inte varit ännu" in registrar.page.text
    registrar.send("/expediering", on="2025-12-09")
    assert "Bo Ask" in registrar.page.text and "står inte i protokollet" in registrar.page.text
    registrar.send("/expediering", to="bo  ask", on="2025-12-10")
    assert registrar.status == 409 and "redan avprickat" in registrar.page.text
    undo = undoing(registrar)[0]
    registrar.send_form(undo)
    assert registrar.at.startswith("/desk/paragrafer/") and "8 december 2025" not in registrar.page.text
    assert "expedierat, Miljönämnden" in registrar.go("/desk/gjort").page.text
    assert HOSTILE not in _public(stores), "nothing of it is public"


def _public(stores: Stores) -> str:
    with reading(stores.public) as session:
        tables = session.execute(sa.text("select name from sqlite_master where type = 'table'")).scalars().all()
        return " ".join(
            str(row) for name in tables for row in session.execute(sa.text(f'select * from "{name}"')).all()
        )


def test_the_check_list_tells_what_is_read_and_what_lacks(registrar: Worker, stores: Stores) -> None:
    moved = tuple(
        Yrkande(stance, f"{who} yrkar {stance}.", at("x"), (printed(who),), target="motionen")
        for stance, who in ((Stance.BIFALL, "Vera Lönn (S)"), (Stance.AVSLAG, "Bo Ask (M)"))
    )
    lacking = item(
        "7", "Torget", yrkanden=moved, decisions=(decision(BOARD, Outcome.BIFALL),), case_numbers=("KS-2025-1",)
    )
    file(stores, bundle(extract(BOARD, "2025-12-01", lacking)))
    with reading(stores.desk) as session:
        found = session.execute(sa.select(items.c.id).where(items.c.number == "7", items.c.title == "Torget")).scalar()
    rows = registrar.go(f"/desk/paragrafer/{found}").page.one("table", class_="checks").all("tr")
    by_law = {match[0]: row.text for row in rows if (match := re.search(r"KL \d+:\d+( p\. \d)?", row.text))}
    assert "2 yrkanden" in by_law["KL 5:67 p. 1"] and "1 beslut" in by_law["KL 5:67 p. 4"]
    assert "inget noterat" in by_law["KL 5:67 p. 3"] and "lagkrav" not in by_law["KL 5:67 p. 3"]
