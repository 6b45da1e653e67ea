"""What is not published: papers and acts whose words, canaries all, would show in whatever tells of them."""

from __future__ import annotations

from app import acts
from app.acts import Actor
from app.acts.entered import decision
from app.db import Stores
from app.register.municipalities import municipality
from app.settings import Settings
from importers.bundle import Attendance, Reservation, Stance, Statement, StatementKind, Vote, Yrkande
from tests.app.filing import file, rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.register.saying import answer, at, bundle, extract, item, motion, person, report

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "kanariegranskning")
NUMBER = "KS-2025-00042"


def entered(title: str, number: str) -> dict[str, list[str]]:
    return {"title": [title], "date": ["2026-01-12"], "item": ["4"], "number": [number], "outcome": ["bifall"]}


def moved(who: str, stance: str) -> Yrkande:
    return Yrkande(Stance(stance), f"{who} yrkar {stance}.", at(f"{who} yrkar {stance}."), (person(who),))


def hide_papers(stores: Stores, using: Settings) -> None:
    """Papers whose facts would show in a chain, a count, a search, a list, a finding, an image and an error text."""
    of_example = next(row for row in rows(stores.desk)["items"] if row["number"] == "201")
    body = next(row for row in rows(stores.desk)["bodies"] if row["id"] == of_example["body_id"])
    twin = item("201", "Kanariefågeln", case_numbers=(NUMBER,), reservations=(reserved("Gul Gulfjäder (K)"),))
    noted = "Gulfjäder lämnar ett yttrande om buren."
    mine = item(
        "9",
        "Kanariehuset",
        case_numbers=(NUMBER, "KAN-2025-00001"),
        yrkanden=(moved("Gul Gulfjäder (K)", "avslag"), moved("Siv Kanarie (K)", "bifall")),
        statements=(Statement(StatementKind.SARSKILT_YTTRANDE, noted, at(noted)),),
        reservations=(reserved("Gul Gulfjäder (K)"),),
        votes=(Vote(at("Votering"), question="Ska Gulfjäder få en bur?", yes=2, no=1),),
    )
    stamped = report("Kanariekontoret", "2025-01-07", "KAN-2025-00002", document_number=f"{NUMBER}-99")
    asked = motion("Motion om kanariefåglar i varje klassrum", "2025-02-03", "Gul Gulfjäder (K)")
    answering = answer("om kanariefåglar i varje klassrum", "Gul Gulfjäder (K)")
    answered = item("10", "Svar", case_numbers=("KN-2025-00007",), answers=(answering,))
    papers = (
        extract(str(body["name"]), str(of_example["date"]), twin),
        extract(
            "Kanarienämnden", "2025-03-01", mine, answered, attendance=Attendance(chair=person("Gul Gulfjäder (K)"))
        ),
        stamped,
        asked,
    )
    for n, paper in enumerate(papers):
        file(stores, bundle(paper, digest=f"{n}f" * 32), ALNSJO, released=False)
    of_another = item("1", "Voljären", case_numbers=("KAN-2025-00003",))
    elsewhere = bundle(extract("Kommunstyrelsen", "2025-03-02", of_another), digest="e" * 64)
    file(stores, elsewhere, municipality("Kanarieholms kommun"), released=False)
    naming = minutes("Kanarienämnden", "11", NUMBER, "Nämnden beslutar att 121212-1212 får en kanariefågel.")
    assert import_file(stores, using, drawn(naming), "kanarie.pdf", "anna", ALNSJO).state == "held"


def reserved(who: str) -> Reservation:
    return Reservation(f"{who} reserverar sig.", at(f"{who} reserverar sig."), (person(who),))


def hide_acts(stores: Stores) -> None:
    """What people do to what is not published, and to the published for its sake."""
    found = rows(stores.desk)
    mine = next(row for row in found["items"] if row["title"] == "Kanariehuset")
    people = {str(row["name"]): str(row["id"]) for row in found["people"]}
    acts.correct(stores, str(mine["id"]), "title", "Kanarieholken", ANNA)
    acts.correct(stores, str(mine["id"]), "number", "12", ANNA)
    acts.merge(stores, people["Gul Gulfjäder"], people["Mira Tallbo"], ANNA)
    acts.link(stores, "KAN-2025-00002", "KN-2025-00007", ANNA)
    acts.rename(stores, ALNSJO, "Kulturnämnden", "Kanarienämnden", ANNA)
    acts.set_default(stores, ALNSJO, "Kommunfullmäktige", ANNA, public=False)
    acts.enter(stores, ALNSJO, decision("Kommunfullmäktige", entered("Kanariesvar", NUMBER)), ANNA)
    acts.set_default(stores, ALNSJO, "Kommunfullmäktige", ANNA, public=True)
