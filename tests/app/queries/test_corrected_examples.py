"""What was put right is kept as an example: where it stands, what was read and what is right; of people only when asked."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.acts import Actor, add, correct
from app.db import Stores, reading
from app.models.register import decisions, yrkanden
from app.queries.corrected_examples import Example, corrected_examples
from app.resources import example
from app.settings import Settings
from tests.app.importing import import_file

RUT = Actor("rut", "rättat mot sidan")


def examples(stores: Stores, *, personal: bool = False) -> list[Example]:
    with reading(stores.desk) as session:
        return list(corrected_examples(session, personal=personal))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_correction_is_an_example_with_its_place_and_of_people_only_when_asked(
    stores: Stores, using: Settings
) -> None:
    receipt = import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    assert examples(stores) == []
    with reading(stores.desk) as session:
        yrkande = session.execute(sa.select(yrkanden).order_by(yrkanden.c.id)).first()
        decision = session.execute(sa.select(decisions).where(decisions.c.lead.is_not(None))).first()
    assert yrkande is not None and decision is not None
    correct(stores, decision.id, "lead", "Nämnden föreslår", RUT)
    correct(stores, yrkande.id, "movers", "Vera Lönn (S)", RUT)
    places = [{"page": 2, "line": 1, "bbox": [72.0, 100.0, 200.0, 112.0]}]
    at = {"file": receipt.sha256, "quote": "Alla reserverar sig.", "places": places}
    add(stores, yrkande.owner, "reservation", {"people": ["Vera Lönn (S)"], "text": ["Alla reserverar sig."]}, RUT, at)
    lead, added = examples(stores)
    assert (lead["kind"], lead["table"], lead["field"]) == ("correct", "decisions", "lead")
    assert (lead["read"], lead["right"], lead["file"]) == (decision.lead, "Nämnden föreslår", receipt.sha256)
    assert lead["page"] and lead["boxes"]
    assert (added["page"], added["boxes"]) == (2, [[72.0, 100.0, 200.0, 112.0]])
    assert added["read"] is None and added["right"] == {"text": "Alla reserverar sig."}
    assert [one["field"] for one in examples(stores, personal=True)] == ["lead", "movers", None]
    correct(stores, decision.id, "lead", "Sixten Ek, 121212-1212, får besked", RUT)
    correct(stores, decision.id, "lead", "Vera Lönn får besked", RUT)
    assert len(examples(stores)) == 2 and len(examples(stores, personal=True)) == 5
