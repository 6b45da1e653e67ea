"""Parts of readings said in a line each, so that a test of the register needs neither PDF nor database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import Any

from app.register.municipalities import Municipality
from app.register.parts import Part
from app.register.values import File
from importers.bundle import (
    Answer,
    Basis,
    Bundle,
    Clause,
    Decision,
    Document,
    DocumentKind,
    Earlier,
    EarlierKind,
    FileInfo,
    Item,
    Mode,
    Outcome,
    PageInfo,
    Person,
    Place,
    Reader,
    ReaderKind,
    Source,
    WordCount,
)

SOMEWHERE = Municipality("x-alnsjo", "Alnsjö", "alnsjo")
_seq = count(1)


def at(quote: str) -> Source:
    return Source(quote, (Place(1, 1, (10.0, 20.0, 30.0, 40.0)),))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def person(text: str) -> Person:
    """`Anna Ek (C)` as a person."""
    name, _, party = text.removesuffix(")").partition(" (")
    return Person(name, party or None)


def file(digest: str) -> File:
    return File(digest, 1, None, ({"number": 1, "width": 595.0, "height": 842.0, "reader": "pdfium"},), complete=True)


def parts(document: Document, digest: str = "f" * 64, place: Municipality = SOMEWHERE, seq: int = 0) -> list[Part]:
    """A filed document as its parts: itself, and each of its §§."""
    filed = seq or next(_seq)
    numbers = tuple(item.number for item in document.items)
    cases = tuple(number for item in document.items for number in item.case_numbers)
    return [
        Part(filed, n, place, file(digest), "test", "1", document, numbers, cases, item)
        for n, item in enumerate((None, *document.items))
    ]


def bundle(*documents: Document, digest: str = "f" * 64, version: str = "1") -> Bundle:
    """A reading of a file that holds these documents, a page each."""
    paged = tuple(replace(document, pages=(n, n)) for n, document in enumerate(documents, start=1))
    pages = tuple(PageInfo(n, 595.0, 842.0, ReaderKind.PDFIUM) for n in range(1, len(documents) + 1))
    return Bundle(Reader("test", version), FileInfo("a.pdf", digest, 1, pages), paged, WordCount(0, 0, 0, 0))


def item(number: str, title: str, **more: Any) -> Item:
    return Item(number, title, at(f"§ {number}"), **more)


def proposal(body: str, to: str, outcome: Outcome, via: tuple[str, ...] = ()) -> Decision:
    clause = Clause(f"att {outcome} motionen", at("att"), "1", outcome)
    return Decision(Mode.PROPOSES, at("föreslår"), f"{body} föreslår {to} besluta", body, to, via, (clause,))


def decision(body: str, outcome: Outcome | None) -> Decision:
    clause = Clause(f"att {outcome} motionen", at("att"), "1", outcome)
    return Decision(Mode.DECIDES, at("beslutar"), f"{body} beslutar", body, None, (), (clause,))


def extract(body: str, date: str, *items: Item, **more: Any) -> Document:
    return Document(DocumentKind.PROTOKOLLSUTDRAG, (1, 1), at(body), body=body, date=day(date), items=items, **more)


def motion(title: str, date: str, *movers: str) -> Document:
    signed = tuple(map(person, movers))
    council = "Kommunfullmäktige"
    return Document(DocumentKind.MOTION, (1, 1), at(title), body=council, date=day(date), title=title, signed_by=signed)


def report(office: str, date: str, number: str, **more: Any) -> Document:
    """A tjänsteskrivelse."""
    kind = DocumentKind.TJANSTESKRIVELSE
    return Document(kind, (1, 1), at(office), body=office, date=day(date), case_numbers=(number,), **more)


def raised(date: str) -> Earlier:
    return Earlier(EarlierKind.RAISED, at(f"väckt {date}"), "väckt", "kommunfullmäktige", day(date))


def basis(text: str, kind: str | None = None, **more: Any) -> Basis:
    return Basis(text, at(text), kind, **more)


def answer(title: str, *movers: str) -> Answer:
    return Answer(DocumentKind.MOTION, title, at(title), tuple(map(person, movers)))
