"""Numbers of lines in the margin are set aside; what counts something else stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from importers.bundle import Bundle
from importers.text.layout import Line
from importers.text.margin import without_margin
from tests.importers.reading import who
from tests.importers.typeset import bundle_of, lines

COVER = """
Älnsjö kommun              PROTOKOLL
Kommunstyrelsen            2025-03-11

Plats och tid: Kommunhuset, kl. 9.00–11.30
Beslutande: Anna Ek (S), ordförande
Bo Ås (M)
Cia Berg (V)
Justerare: Bo Ås
Paragrafer: 41-42
"""
ITEMS = """
# § 41    Svar på motion om bänkar
KS-2025-00041
# Ärendet
Motionären vill att kommunen ställer ut hundra bänkar i parkerna,
så att den som har svårt att gå kan vila. Förvaltningen bedömer
att kostnaden inte ryms inom ramen. De bänkar som redan finns ska
målas om under våren, och de som är trasiga ska lagas innan
sommaren börjar.
# Yrkanden
Cia Berg (V) yrkar att kommunstyrelsen bifaller motionen.
# Beslut
1. Motionen avslås.
2. Förvaltningen får i uppdrag att räkna på
kostnaden för tjugo bänkar.
# Reservation
Cia Berg (V) reserverar sig mot beslutet.
# § 42    Ny taxa
# Beslut
Taxan antas att gälla från den 1 maj, och räknas
upp med index varje år.
"""


def counted(text: str, step: int = 1, first: int = 1, *, blank: bool = False, flush: str = "right") -> str:
    """The text with its lines counted in the margin, `blank` ones too; `flush` tells how the numbers stand."""

    def rows() -> Iterator[str]:
        number = first - 1
        for line in text.strip("\n").split("\n"):
            number += bool(line.strip()) or blank
            shown = str(number) if (line.strip() or blank) and number % step == 0 else ""
            mark = next((mark for mark in ("## ", "# ") if line.startswith(mark)), "")
            margin = shown.rjust(3) if flush == "right" else shown.ljust(3)
            yield f"{mark}{margin}   {line.removeprefix(mark)}" if mark else f"{margin}   {line}".rstrip()

    return "\n".join(rows())


def behind(text: str) -> str:
    """The same at the right."""
    return "\n".join(f"{line:<80}{number}" for number, line in enumerate(text.strip("\n").split("\n"), 1))


def facts(bundle: Bundle) -> list[str]:
    (document,) = bundle.documents
    return [
        f"{document.body} {document.date} {document.municipality}",
        *(who(one) or "" for one in document.justerare),
        *(
            f"{item.number} {item.title} {item.case_numbers} {[c.text for d in item.decisions for c in d.clauses]} "
            f"{[who(m) for y in item.yrkanden for m in y.movers]} {[who(p) for r in item.reservations for p in r.people]}"
            for item in document.items
        ),
    ]


# bold lines are wider here than the text, so that their numbers would not stand in the column
PLAIN = ITEMS.replace("# ", "")


@pytest.mark.parametrize(
    "pages",
    [
        (counted(COVER), counted(PLAIN)),
        (counted(COVER), counted(PLAIN, first=11)),
        (COVER.replace("\n", "\n      "), counted(PLAIN)),
        (counted(COVER), counted(PLAIN, blank=True)),
        (counted(COVER, 5), counted(PLAIN, 5)),
        (counted(COVER, 2, flush="left"), counted(PLAIN, 2, flush="left")),
        (counted(COVER, flush="left"), counted(PLAIN, flush="left")),
        (behind(COVER), behind(PLAIN)),
    ],
)
def test_minutes_whose_lines_are_counted_read_as_without(pages: tuple[str, ...]) -> None:
    bundle, without = bundle_of(*pages), bundle_of(COVER, PLAIN)
    assert facts(bundle) == facts(without)
    assert len(facts(bundle)) == 4
    assert [one.code for one in bundle.doubts] == [one.code for one in without.doubts]
    assert bundle.unread == without.unread


def test_the_numbers_are_furniture() -> None:
    bundle, without = bundle_of(counted(COVER), counted(PLAIN)), bundle_of(COVER, PLAIN)
    assert bundle.words.furniture == without.words.furniture + bundle.words.total - without.words.total


def left(text: str) -> tuple[list[str], list[str]]:
    kept, numbers = without_margin([lines(text)])
    return [line.text for page in kept for line in page], [line.text for line in numbers]


BALLOTS = "\n".join(f"{n:>3}   {name} (S)          {vote}" for n, (name, vote) in enumerate(
    [("Anna Ek", "Ja"), ("Bo Ås", "Ja"), ("Cia Berg", "Nej"), ("Eva von Stedt", "Ja"), ("af Klint Per", "Nej"),
     ("Ola Ren", "Ja"), ("Jon Ö", "Ja"), ("Ida Al", "Ja"), ("Åke Sund", "Nej"), ("Selma Björk", "Ja")], 1))  # fmt: skip
CLAUSES = "\n".join(f"{n}   att {what} godkänns," for n, what in enumerate(["taxan", "planen"] * 5, 1))
LIST = "\n".join(f"{n:>2}   Delegationsbeslut om\n     bygglov för garage" for n in range(1, 11))
NUMBERED = "\n".join(f"{n}.   Motionen avslås, och\n     taxan antas." for n in range(1, 11))
MARGIN_ITEMS = "\n".join(
    f"{n}     Svar på motion\n       Motionen avslås, och\n       taxan antas." for n in range(31, 41)
)
FIGURES = "\n".join(f"{5 * n:>3}   procent av kostnaden för\n      vägen" for n in range(1, 9))
ACCOUNT = "\n".join(f"Konto {n}          {n}" for n in range(1, 12))


@pytest.mark.parametrize("text", [BALLOTS, CLAUSES, LIST, NUMBERED, MARGIN_ITEMS, FIGURES, ACCOUNT])
def test_what_counts_something_else_stays(text: str) -> None:
    kept, numbers = left(text)
    assert numbers == []
    assert kept == [line.text for line in lines(text)]


def test_a_table_amid_counted_lines_keeps_its_numbers() -> None:
    page = counted(PLAIN) + "\n" + "\n".join(f"      {line}" for line in BALLOTS.split("\n"))
    kept, numbers = left(page)
    assert len(numbers) == len(PLAIN.strip().split("\n"))
    assert kept[-10:] == [line.text for line in lines(BALLOTS)]


def test_a_line_keeps_its_place() -> None:
    page = lines(counted(PLAIN))
    ((first, *_),), _ = without_margin([page])
    assert isinstance(first, Line)
    assert (first.number, first.text) == (1, "§ 41 Svar på motion om bänkar")
