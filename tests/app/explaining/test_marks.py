"""Every source of a bundle becomes a mark, and every kind of mark has words and a sign."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest

import importers.bundle
from app.explaining.marks import KINDS, MarkKind, by_page, marks
from app.explaining.saying import KIND_WORDS, SIGNS, name_of, says
from app.resources import example
from importers import read_bundle
from importers.accounting import sources_of
from importers.bundle import Bundle, Doubt, Severity, Source


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return read_bundle(example())


def test_every_shape_that_has_a_source_has_a_kind() -> None:
    shapes = [shape for shape in vars(importers.bundle).values() if isinstance(shape, type) and is_dataclass(shape)]
    sourced = {shape for shape in shapes if {"source", "sources"} & {one.name for one in fields(shape)}}
    assert sourced == set(KINDS)


def test_every_kind_has_words_and_a_sign_of_its_own() -> None:
    assert set(KIND_WORDS) == set(SIGNS) == set(MarkKind)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_every_source_of_the_reading_is_marked(bundle: Bundle) -> None:
    found = marks(bundle)
    read = [mark.source for mark in found if mark.kind not in (MarkKind.UNREAD, MarkKind.DOUBT)]
    assert sorted(map(repr, read)) == sorted(
        map(repr, (source for source in sources_of(bundle.documents) if source.places))
    )
    assert [mark.source for mark in found if mark.kind is MarkKind.DOUBT] == [
        source for doubt in bundle.doubts for source in doubt.sources
    ]
    assert [mark.number for mark in found] == list(range(1, len(found) + 1))


def test_a_mark_stands_on_each_of_its_pages(bundle: Bundle) -> None:
    pages = by_page(marks(bundle))
    over = [
        mark
        for mark in marks(bundle)
        if mark.kind is MarkKind.PROPOSITION and len({p.page for p in mark.source.places}) == 2
    ]
    assert [[page for page, found in sorted(pages.items()) if mark in found] for mark in over] == [[1, 2]]


def test_what_a_mark_says(bundle: Bundle) -> None:
    lines = [f"{name_of(mark)} | {says(mark)} | {mark.source.quote}" for mark in marks(bundle)]
    assert "ärendenummer |  | KS-2025-00042" in lines
    assert "yrkande | Ann-Sofie Tegnér (SD): avslag | Ann-Sofie Tegnér (SD) yrkar avslag på motionen." in lines
    assert "beslut | besvarad | 1. att anse motionen besvarad." in lines


def test_a_doubt_without_a_place_is_no_mark(bundle: Bundle) -> None:
    lost = Doubt("pages_missing", Severity.ERROR, sources=(Source("", ()),))
    assert len(marks(replace(bundle, doubts=(*bundle.doubts, lost)))) == len(marks(bundle))
