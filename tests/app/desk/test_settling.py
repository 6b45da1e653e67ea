"""A doubt leads to what settles it: a number is masked, a document put right, what was not read added."""

from __future__ import annotations

from typing import Any

import pytest

from app.desk.settling import way_from
from app.queries.review import ReviewDocument, ReviewDoubt
from app.queries.review_facts import ReviewFact

PAPERS = [
    ReviewDocument(
        id=id, kind="motion", body=None, date=None, title=None, first_page=first, last_page=last, public=True,
        held=[], approved=None, items=[],
    )
    for id, first, last in (("first", 1, 5), ("second", 6, 6))
]  # fmt: skip
BOX = [70.0, 100.0, 200.0, 110.0]


def doubt(code: str | None, page: int | None = None, /, **params: Any) -> ReviewDoubt:
    boxes = {page: [BOX]} if page else {}
    return ReviewDoubt(
        digest="d", code=code, params=params, grave=True, quote="Ja 3", pages=list(boxes), boxes=boxes, settled=None
    )


def vote(id: str, top: float) -> ReviewFact:
    boxes = [[60.0, top, 300.0, top + 8]]
    return ReviewFact(
        id=id, table="votes", owner="o", fields=[], version="", quote="", boxes=boxes, line=1, corrections=[]
    )


@pytest.mark.parametrize(
    ("found", "leads_to"),
    [
        (doubt("identity_number", None, page=6), "/maskera?sida=6"),
        (doubt("signers_not_read", 6), "/uppgift/second?sida=6"),
        (doubt("document_date_unknown", None, kind="motion", pages="6"), "/uppgift/second?sida=6"),
        (doubt("document_kind_unknown", None, pages="1-5"), "/uppgift/first?sida=1"),
        (doubt("vote_without_count", 4, number="3"), "/uppgift/here?sida=4"),
        (doubt(None, 4), "/ny?citat=Ja+3&sida=4&ruta=4"),
        (doubt("vote_not_read", 4, number="3"), "/ny?citat=Ja+3&sida=4&ruta=4"),
    ],
)
def test_a_doubt_leads_to_the_form_that_settles_it(found: ReviewDoubt, leads_to: str) -> None:
    facts = [vote("above", 40.0), vote("here", 102.0)]
    assert way_from(found, PAPERS, facts, 4, releases=True)[0].startswith(leads_to)


def test_whoever_may_not_mask_is_not_sent_there() -> None:
    assert way_from(doubt("identity_number", None, page=6), PAPERS, [], 4, releases=False)[0].startswith("/ny?")
