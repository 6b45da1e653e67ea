"""Nothing is lost in silence: whatever one reader of statements misses, the audit of signal words doubts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.resources import example
from importers.audit.claims import Claims
from importers.audit.signals import audit_signals
from importers.bundle import Bundle, Document, Doubt, Place, Severity, Source
from importers.doubts import DoubtCode
from importers.text.layout import Line
from tests.importers.reading import reading_of
from tests.importers.typeset import bundle_of
from tests.places import ROOT, SHARED

OWN = [example(), *sorted((ROOT / "tests" / "documents").glob("*/*/pages.pdf"))]
OTHERS = [
    *sorted((SHARED / "seed").glob("KSN-2023-03553.pdf")),
    *sorted((SHARED / "corpus").glob("goteborg-k*.pdf")),
]
each_file = pytest.mark.parametrize(
    "path",
    [*OWN, *(pytest.param(path, marks=pytest.mark.shared) for path in OTHERS)],
    ids=lambda path: f"{path.parent.name}-{path.stem}",
)
KINDS = ("yrkanden", "reservations", "votes", "statements", "decisions", "propositions")


def without(document: Document, kind: str) -> Document:
    return replace(document, items=tuple(replace(item, **{kind: ()}) for item in document.items))


def meet(one: Source, doubt: Doubt) -> bool:
    """Whether a doubt stands on a line of the source."""
    lines = {(place.page, place.line) for source in doubt.sources for place in source.places}
    return any((place.page, place.line) in lines for place in one.places)


@each_file
def test_what_a_reader_loses_is_doubted_and_minutes_that_are_read_right_are_left_in_peace(path: Path) -> None:
    """Each file is read once for all that is asked of it."""
    bundle, lines = reading_of(path)
    before = audit_signals(bundle.documents, lines, (), Claims(bundle.documents, ()))
    for kind in KINDS:
        documents = [without(document, kind) for document in bundle.documents]
        doubts = audit_signals(documents, lines, (), Claims(documents, ()))
        lost = [fact for document in bundle.documents for item in document.items for fact in getattr(item, kind)]
        silent = [fact.source.quote for fact in lost if not any(meet(fact.source, doubt) for doubt in doubts)]
        assert (kind, silent) == (kind, [])
        rise = len(doubts) - len(before)
        assert (kind, rise >= len(only_of(kind, bundle))) == (kind, True)
    assert lost_in_silence(bundle, lines) == []
    left = audit_signals(bundle.documents, lines, bundle.doubts, Claims(bundle.documents, bundle.doubts))
    assert len(left) <= max(1, bundle.words.total // 1_000)


def only_of(kind: str, bundle: Bundle) -> set[tuple[Place, ...]]:
    """Where a reader of this kind alone read something: a doubt is brought for each, where it is switched off."""
    return {
        fact.source.places
        for document in bundle.documents
        for item in document.items
        for fact in getattr(item, kind)
        if not any(fact.source.places == other.source.places for k in KINDS if k != kind for other in getattr(item, k))
    }


def each_sentence(document: Document) -> Iterator[tuple[Source, Document, Document]]:
    """Each sentence (or list) that a fact of a § is read from, with the § alone: as it is read, and without its facts.

    A lead without clauses ("Enligt kommunstyrelsens förslag:") states nothing.
    """
    for item in document.items:
        facts = [fact for kind in KINDS for fact in getattr(item, kind) if getattr(fact, "clauses", True)]
        stated = {fact.source.places: fact.source for fact in facts}
        for places, source in stated.items():
            left = {kind: tuple(one for one in getattr(item, kind) if one.source.places != places) for kind in KINDS}
            yield source, replace(document, items=(item,)), replace(document, items=(replace(item, **left),))


def lost_in_silence(bundle: Bundle, lines: dict[tuple[int, int], Line]) -> list[str]:
    """Each sentence that no doubt is about when it is lost by itself, while all around it is read: what stands beside a loss does
    not hide it."""
    silent: list[str] = []
    for source, whole, less in (one for document in bundle.documents for one in each_sentence(document)):
        before = audit_signals([whole], lines, (), Claims([whole], ()))
        after = audit_signals([less], lines, (), Claims([less], ()))
        silent += [source.quote] if not any(meet(source, one) for one in after if one not in before) else []
    return silent


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Anna Ek (S) yrkar avslag på motionen.", "yrkar"),
        ("Bo Ås (V) reserverar sig mot beslutet.", "reserverar sig"),
        ("Med 5 ja-röster mot 4 nej-röster är saken avgjord.", "ja-röster"),
        ("Parknämnden beslutar att bordlägga ärendet.", "beslutar"),
    ],
)
def test_where_no_item_is_read_each_sentence_that_signals_a_fact_is_doubted(sentence: str, word: str) -> None:
    bundle = bundle_of(
        "Parknämnden          Protokoll          2025-03-04\n\nBeslutande     Cia Berg (M)\n\n"
        f"Punkt 3 om bryggor\nNämnden har sett bryggorna. {sentence} {sentence}"
    )
    assert bundle.documents[0].items == ()
    outside = [one for one in bundle.doubts if one.code == DoubtCode.OUTSIDE_ITEMS]
    assert [(one.about, one.params["word"], one.severity, one.sources[0].quote) for one in outside] == [
        ("/documents/0", word, Severity.ERROR, sentence)
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "# Beslutsgång\nMed 4 röster för avslag och 3 röster emot beslutar nämnden att avslå motionen.",
        "# Beslutsgång\nNämnden beslutar med 7 röster mot 4 att avslå motionen.",
        "# Omröstning\nFörslaget antogs med siffrorna 7-4.",
        "# Beslut\nNämnden avslår motionen med röstsiffrorna 21–20.",
        "# Val\nSluten omröstning\nAnna Ek (S) 21 röster\nBo Ås (M) 18 röster",
        "# Föredragning\nVid omröstningen gavs 3 JA-röster (Holm, Ek, Berg) och 6 NEJ-röster (Ros, Lund).",
        "# Ärende\nFrågan avgjordes så: Ja-röster: Anna Holm, Bo Ek. Nej-röst: Cia Berg.",
    ],
)
def test_a_count_of_votes_that_tells_no_sides_is_a_doubt_of_a_vote(text: str) -> None:
    bundle = bundle_of(f"Parknämnden     Protokoll     2025-03-04\n\n# § 31 Gungor\n{text}\n# Beslut\nMotionen avslås.")
    doubted = [(one.code, one.severity) for one in bundle.doubts if one.about == "/documents/0/items/0"]
    assert [severity for code, severity in doubted if code.startswith("vote_")][:1] == [Severity.ERROR]
