"""What the tests of the register's work file, and how they find their way on its pages."""

from __future__ import annotations

from importers.bundle import Item, Stance, Yrkande
from tests.app.desk.working import Worker
from tests.app.pages.reading import Element
from tests.app.register.saying import at, item
from tests.app.register.saying import person as printed

BOARD = "Kommunstyrelsen"
HOSTILE = "=HYPERLINK(1)<script>alert(1)</script>"


def moving(who: str, number: str) -> Item:
    """A § of a matter of its own, in which somebody moves something."""
    yrkande = Yrkande(Stance.BIFALL, f"{who} yrkar bifall.", at("x"), (printed(who),))
    return item(number, f"Torget {number}", case_numbers=(f"KS-2025-{number}",), yrkanden=(yrkande,))


def article(worker: Worker, *words: str) -> Element:
    """The one part of the page that holds all these words."""
    return next(one for one in worker.page.all("article") if all(word in one.text for word in words))


def undoing(worker: Worker) -> list[Element]:
    """The forms of the page that undo an act, in order."""
    return [form for form in worker.page.all("form") if form.attributes["action"].endswith("/angra")]
