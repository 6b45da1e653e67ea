"""What a page of a long file costs to open: of its reading no more is fetched than stands on that page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from app.db import Stores
from app.settings import Settings
from tests.app.desk.working import Worker
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.served import app_of

PAGES = 39
PRESENT = [
    "Ada",
    "Bo",
    "Cia",
    "Dan",
    "Eva",
    "Fia",
    "Gun",
    "Hans",
    "Ida",
    "Jan",
    "Kaj",
    "Lena",
    "Max",
    "Nils",
    "Ola",
    "Pia",
]
# A whole entry as the application gets it: what parts the database makes of it are named otherwise.
WHOLE_ENTRY = re.compile(r"SELECT[^()]*\bentries\.content\b[^()]* FROM")


def long_file() -> bytes:
    """Minutes of 39 pages: a cover with those present, and two §§ on each page behind it."""
    sheets = []
    for page in range(PAGES - 1):
        lines = []
        for number in (2 * page + 1, 2 * page + 2):
            decided = f"Kulturnämnden beslutar att bygga {number} cykelställ."
            lines += [*minutes("Kulturnämnden", f"{number}", f"KUN 2025-{number:05}", decided)[4:], ""]
        sheets.append(lines)
    there = [f"{name} Ek (S)" for name in PRESENT]
    head = ["Alnsjö kommun", "Kulturnämnden", "Sammanträdesprotokoll", "2025-11-05", "", "Ledamöter", *there, ""]
    sheets.insert(0, head)
    return drawn(*sheets)


def test_a_page_of_a_long_file_fetches_what_stands_on_it(registrar: Worker, stores: Stores, using: Settings) -> None:
    assert import_file(stores, using, long_file(), "lang.pdf", "anna").items == 2 * (PAGES - 1)
    at = registrar.go("/desk").link("lang.pdf")
    with sent(registrar) as statements:
        registrar.go(f"{at}?sida=20")
    assert registrar.page.one("link", rel="prefetch").attributes["href"] == f"{at}/sida/21.webp"
    assert registrar.page.one("form", class_="goto").one("input").attributes["name"] == "sida"
    assert f"Sidan 20 av {PAGES}" in registrar.page.text and len(registrar.page.all("li", class_="items")) == 2
    assert not [sql for sql, _given in statements if WHOLE_ENTRY.search(sql)]
    assert len(statements) < 40
    # Each § is named once, to ask which stand on the page; what there is of those is asked of a dozen tables.
    assert sum(given for _sql, given in statements) < 2 * PAGES + 120
    with sent(registrar) as statements:
        registrar.go(f"{at}?sida=1")
    assert len(registrar.page.all("li", class_="presence")) == len(PRESENT)
    assert len(statements) < 40, "no statement for each of those present"
    assert registrar.go(f"{at}/ny?sida=20").page.one("option", selected="").text == "§ 37 Cykelställ vid torget"
    numbers = [int(one.text.split()[1]) for one in registrar.page.all("option") if one.text.startswith("§")]
    assert numbers == list(range(1, 2 * PAGES - 1))


@contextmanager
def sent(worker: Worker) -> Iterator[list[tuple[str, int]]]:
    """What is sent to the desk meanwhile, each statement with how many values it is given."""
    found: list[tuple[str, int]] = []

    def note(_c: Any, _cursor: Any, statement: str, given: Any, *_rest: Any) -> None:
        found.append((" ".join(statement.split()), len(given or ())))

    desk = app_of(worker.client).state.serving.stores.desk
    sa.event.listen(desk, "before_cursor_execute", note)
    try:
        yield found
    finally:
        sa.event.remove(desk, "before_cursor_execute", note)
