"""What filing costs as the register grows: items per second per scope, the odd acts against a plain one, a rebuild.

    python benchmarks/register.py [--sizes 2000,20000,200000] [--postgres URL]

The load is ours: minutes of forty §§ of an invented municipality, five bodies taking turns, a case for every four §§,
each § citing an earlier one. Figures are of one run on one machine: read the ratios.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from app import acts
from app.acts import Actor
from app.db import Stores, writing
from app.ids import Ids
from app.installation.opening import open_stores, start
from app.installation.renewing import rebuild_all
from app.journal.append import file_bundle, release
from app.journal.keys import secret
from app.models.register import items, people
from app.projection.desk import project_desk
from app.projection.public import follow, publish
from app.register.keys import item_key
from app.register.municipalities import Municipality
from app.settings import Settings
from importers.bundle import (
    Basis,
    Bundle,
    Clause,
    Decision,
    Document,
    DocumentKind,
    FileInfo,
    Item,
    Mode,
    Outcome,
    PageInfo,
    Person,
    Place,
    Reader,
    ReaderKind,
    Reservation,
    Source,
    Stance,
    WordCount,
    Yrkande,
)

PLACE = Municipality("x-stenvik", "Stenvik", "stenvik")
BODIES = ("Kommunstyrelsen", "Socialnämnden", "Miljönämnden", "Kulturnämnden", "Kommunfullmäktige")
PER_MEETING = 40
ANNA = Actor("anna", "mätning")
_CITED = "2019-01-01"


def at(quote: str) -> Source:
    return Source(quote, (Place(1, 1, (72.0, 72.0, 300.0, 84.0)),))


def meeting(number: int, *, cites: bool = False) -> Bundle:
    """Minutes number `number`: a year holds 250 meetings of each body."""
    body, turn = BODIES[number % len(BODIES)], number // len(BODIES)
    date = dt.date(2020 + turn // 250, 1, 1) + dt.timedelta(days=turn % 250)
    first = (turn % 250) * PER_MEETING + 1
    listed = tuple(_item(number * PER_MEETING + k, body, date, first + k, cites) for k in range(PER_MEETING))
    document = Document(DocumentKind.PROTOKOLL, (1, 1), at(body), body=body, date=date, items=listed)
    page = (PageInfo(1, 595.0, 842.0, ReaderKind.PDFIUM),)
    return Bundle(Reader("load", "1"), FileInfo("m.pdf", f"{number:064x}", 1, page), (document,), WordCount(0, 0, 0, 0))


def _item(place: int, body: str, date: dt.date, number: int, cites: bool) -> Item:
    case = place // 4
    who = (Person(f"Ledamot {number % 61}", "C"), Person(f"Ledamot {number % 59}", "S"))
    text = f"{who[0].name} (C) yrkar bifall till förslag {case}."
    cited = _CITED if cites else dt.date(date.year, 1, 1).isoformat()
    basis = Basis(f"{body} {cited} § 1", at("§ 1"), "beslut", body, dt.date.fromisoformat(cited), "1")
    clause = Clause(f"att bifalla förslag {case}", at("att"), "1", Outcome.BIFALL)
    return Item(
        number=str(number),
        title=f"Ärende {case} om gator, torg och skolgårdar",
        source=at(f"§ {number}"),
        case_numbers=(f"KS-{date.year}-{case % 10**6:05d}",),
        decisions=(Decision(Mode.DECIDES, at("beslutar"), f"{body} beslutar", body, None, (), (clause,)),),
        outcome=Outcome.BIFALL,
        basis=(basis,),
        yrkanden=(Yrkande(Stance.BIFALL, text, at(text), who),),
        reservations=(Reservation(f"{who[1].name} (S) reserverar sig.", at("reserverar"), (who[1],)),),
    )


def file(stores: Stores, bundle: Bundle) -> tuple[float, float]:
    """Seconds that filing took at the desk, and that the public register took to follow."""
    begun = time.perf_counter()
    with writing(stores.desk) as session:
        filed = file_bundle(session, bundle, PLACE, "anna")
        release(session, filed.filing, (1, 1), "anna", "default")
        project_desk(session, filed.keys)
    between = time.perf_counter()
    with writing(stores.desk) as desk, writing(stores.public) as public:
        follow(desk, public)
    return between - begun, time.perf_counter() - between


def fill(stores: Stores, first: int, last: int) -> int:
    """File the meetings up to `last`, in transactions of many, as a first import of an archive would."""
    for start_at in range(first, last, 50):
        with writing(stores.desk) as session:
            for number in range(start_at, min(start_at + 50, last)):
                filed = file_bundle(session, meeting(number), PLACE, "anna")
                release(session, filed.filing, (1, 1), "anna", "default")
                project_desk(session, filed.keys)
        publish(stores)
    return last


def timed(what: Callable[[], object]) -> float:
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


def odd_acts(stores: Stores, next_number: int) -> Iterator[tuple[str, float]]:
    """Seconds for a plain act and for each that many rows rest on."""
    with writing(stores.desk) as session:
        some = session.execute(items.select().limit(1)).mappings().one()
        two = [row.id for row in session.execute(people.select().order_by(people.c.name).limit(2))]
    yield "a corrected title", timed(lambda: acts.correct(stores, str(some["id"]), "title", "Torget", ANNA))
    yield (
        "a body renamed",
        timed(lambda: acts.rename(stores, PLACE, "Kulturnämnden", "Kultur- och fritidsnämnden", ANNA)),
    )
    yield "two people merged", timed(lambda: acts.merge(stores, two[0], two[1], ANNA))
    body = BODIES[0]
    for number in range(next_number, next_number + 50):
        file(stores, meeting(number * len(BODIES), cites=True))
    one = Item("1", "Ett sent beslut", at("§ 1"), case_numbers=("KS-2019-99999",))
    late = Document(
        DocumentKind.PROTOKOLL, (1, 1), at(body), body=body, date=dt.date.fromisoformat(_CITED), items=(one,)
    )
    page = (PageInfo(1, 595.0, 842.0, ReaderKind.PDFIUM),)
    info = FileInfo("sen.pdf", "f" * 64, 1, page)
    bundle = Bundle(Reader("load", "1"), info, (late,), WordCount(0, 0, 0, 0))
    yield "a late § that 2,000 cite", sum(file(stores, bundle))
    with writing(stores.desk) as session:
        key = item_key(PLACE.id, body, 2019, "1")
        assert session.execute(items.select().where(items.c.id == Ids(secret(session)).of("item", key))).first()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="2000,20000")
    parser.add_argument("--postgres", metavar="URL", help="an empty database to use instead of SQLite")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        using = Settings(
            data_dir=Path(folder),
            **({"database_url": given.postgres} if given.postgres else {"database_url": f"sqlite:///{folder}/desk.db"}),
        )
        stores = open_stores(using)
        start(stores)
        filed, rates = 0, []
        print(f"{'items filed':>12}{'desk items/s':>14}{'public items/s':>16}{'ms for 40 §§':>14}{'against first':>15}")
        for size in map(int, given.sizes.split(",")):
            filed = fill(stores, filed, size // PER_MEETING)
            runs = [file(stores, meeting(filed + k)) for k in range(9)]
            filed += 9
            desk, public = (min(run[k] for run in runs) for k in (0, 1))
            rates.append(desk)
            shown = (size, PER_MEETING / desk, PER_MEETING / public, (desk + public) * 1000, desk / rates[0])
            print("{:>12,}{:>14,.0f}{:>16,.0f}{:>14,.0f}{:>14.2f}x".format(*shown))
        plain = None
        for name, seconds in odd_acts(stores, filed):
            plain = plain or seconds
            print(f"{name:<28}{seconds * 1000:>10,.0f} ms{seconds / plain:>8.2f}x a corrected title")
        seconds = timed(lambda: print("rows changed:", {k.value: v for k, v in rebuild_all(stores).items()}))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"rebuild of both scopes: {seconds:,.1f} s, peak memory {peak:,.0f} MB")
        stores.dispose()


if __name__ == "__main__":
    main()
