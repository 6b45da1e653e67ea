"""What else a registrar keeps: minutes that were corrected, numbers that may be one matter, what readers report as wrong."""

from __future__ import annotations

from starlette.testclient import TestClient

from app.db import Stores, reading, writing
from app.journal.reports import add_report
from app.queries.links import links_proposed, links_said
from app.settings import Settings
from tests.app.desk.working import Worker
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.register.saying import answer, bundle, extract, item, report

HOSTILE = "<script>alert(1)</script> § 12\u202e"


def test_minutes_that_differ_are_compared_and_said_to_be_the_corrected_ones(
    registrar: Worker, stores: Stores, using: Settings
) -> None:
    for name, decided in (("forst.pdf", "bygga tio cykelställ."), ("rattat.pdf", "bygga tolv cykelställ.")):
        lines = minutes("Kulturnämnden", "7", "KUN 2025-00007", f"Kulturnämnden beslutar att {decided}")
        lines[1] = "Sammanträdesprotokoll"
        import_file(stores, using, drawn(["Alnsjö kommun", *lines]), name, "anna")
    named = next(one for one in registrar.go("/desk").page.all("a") if one.text.strip() == "rattat.pdf")
    told = registrar.go(named.attributes["href"]).page.one("p", class_="warning").text
    assert "§ 7" in told and "inte densamma" in told, "the other file's text is not shown in silence beside this page"
    registrar.go("/desk").go(registrar.link("Jämför"))
    assert "tolv cykelställ" in registrar.page.text and "tio cykelställ" in registrar.page.text
    assert "rattat.pdf mot forst.pdf" in registrar.page.text and "1 nya" not in registrar.page.text
    registrar.send("/jamfor")
    registrar.go(registrar.link("Historik"))
    assert "rättat protokoll" in registrar.page.text
    assert "organets förval" in registrar.page.text and "default" not in registrar.page.one("table").text


def test_of_two_texts_of_one_paragraph_the_registrar_says_which_stands(
    registrar: Worker, served: TestClient, stores: Stores, using: Settings
) -> None:
    for name, decided in (("forst.pdf", "bygga tio cykelställ."), ("sedan.pdf", "bygga tolv cykelställ.")):
        lines = minutes("Kulturnämnden", "7", "KUN 2025-00007", f"Kulturnämnden beslutar att {decided}")
        import_file(stores, using, drawn(["Alnsjö kommun", *lines]), name, "anna")
    named = next(one for one in registrar.go("/desk").page.all("a") if one.text.strip() == "sedan.pdf")
    registrar.go(registrar.go(named.attributes["href"]).link("§ 7").partition("#")[0])
    at, other = registrar.at, Worker(served).signed_in("rut").go(registrar.at)
    first, later = registrar.page.all("article", class_="text")
    assert "forst.pdf" in first.text and "visas" in first.text and "tolv" in later.text and "visas" not in later.text
    registrar.send_form(later.one("form"), reason="justerades så")
    assert "Vald av Rut Alm" in registrar.page.text and "justerades så" in registrar.page.text
    assert "visas" in registrar.page.all("article", class_="text")[1].text
    item = served.get("/api/v1/items", params={"q": "cykelställ"}).json()["items"]
    assert [one["contested"] for one in item if one["number"] == "7"] == [False]
    other.send_form(other.page.all("article", class_="text")[0].one("form"), reason="nej")
    assert other.status == 400 and "Någon annan har ändrat paragrafen" in other.page.text
    assert other.page.all("article", class_="text")[0].one("input", name="reason").attributes["value"] == "nej"
    undone = registrar.go("/desk/gjort").page.one("tbody").all("tr")[0]
    assert "vald text" in undone.text and "Kulturnämnden § 7" in undone.text
    registrar.send_form(undone.one("form"))
    assert (
        "visas" in registrar.go(at).page.all("article", class_="text")[0].text and "Vald av" not in registrar.page.text
    )


def test_a_pair_that_is_proposed_is_accepted_or_refused(registrar: Worker, stores: Stores) -> None:
    own = report("Kommunledningskontoret", "2025-05-20", "KS-2025-00942", title="Svar på motion om lövträd")
    other = report("Miljökontoret", "2025-04-03", "MN-2025-00918", title="Lövträd")
    answered = item("88", "Träd", case_numbers=("KS-2025-00942",), answers=(answer("om lövträd"),))
    file(stores, bundle(own, other, extract("Kommunstyrelsen", "2025-06-17", answered)))
    registrar.go("/desk/forslag")
    pair = next(one for one in registrar.page.all("article") if "MN-2025-00918" in one.text)
    assert "samma fil" in pair.text and "Lövträd" in pair.text
    registrar.send_form(pair.one("form"), answer="nej")
    with reading(stores.desk) as session:
        assert not any("MN-2025-00918" in (pair["one"], pair["other"]) for pair in links_proposed(session))
        said = [pair["state"] for pair in links_said(session) if "MN-2025-00918" in (pair["one"], pair["other"])]
    assert said == ["refused"]


def test_a_report_is_read_and_answered_at_the_desk(registrar: Worker, stores: Stores) -> None:
    with writing(stores.desk, alone=False) as session:
        add_report(session, "abcdefghjk", "/arenden", HOSTILE, "sv")
    registrar.go("/desk/felanmalningar")
    assert "<script>alert(1)</script> § 12" in registrar.page.one("blockquote").text
    assert "\u202e" not in registrar.page.text
    registrar.send("/felanmalningar/abcdefghjk", text="Rättat, tack.")
    assert "Ingen felanmälan väntar" in registrar.page.text
    assert "Rättat, tack." in registrar.go("/fel/abcdefghjk").page.text
    registrar.go("/desk/felanmalningar?alla=1")
    assert "Rut Alm" in registrar.page.one("article").text


def test_two_who_answer_one_report_overwrite_nothing(registrar: Worker, served: TestClient, stores: Stores) -> None:
    with writing(stores.desk, alone=False) as session:
        add_report(session, "abcdefghjk", "/arenden", HOSTILE, "sv")
    other = Worker(served).signed_in("rut").go("/desk/felanmalningar")
    registrar.go("/desk/felanmalningar").send("/felanmalningar/abcdefghjk", text="Rättat, tack.")
    other.send("/felanmalningar/abcdefghjk", text="Det stämmer som det står.")
    assert other.status == 400 and "Någon annan har svarat" in other.page.text
    assert other.page.one("textarea").text == "Det stämmer som det står." and "Rättat, tack." in other.page.text
    assert "Rättat, tack." in registrar.go("/fel/abcdefghjk").page.text
    other.send("/felanmalningar/abcdefghjk")
    assert "Det stämmer som det står." in registrar.go("/fel/abcdefghjk").page.text
