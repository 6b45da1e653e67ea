"""What whoever checks a file sees beside its page: each fact leads to where it stands, and the place to the fact."""

from __future__ import annotations

import sqlalchemy as sa

from app.db import Stores, reading
from app.models.register import documents
from app.queries.review_facts import facts_on_page, one_fact
from importers.bundle import Attendance, Place, Presence, Source
from tests.app.filing import file
from tests.app.register.saying import bundle, extract, person

_LISTED = ("Ulla Ek (C), ordförande", "Bo Ekman (S)", "Ulla Ekman, sekreterare")


def test_whoever_was_there_leads_to_their_line_of_the_list_whatever_they_were(stores: Stores) -> None:
    """The reading keeps a place with each member; of whoever led the meeting and of officials, the lines of the list do."""
    lines = [
        Source(words, (Place(1, n, (10.0, n * 10.0, 90.0, n * 10.0 + 8.0)),)) for n, words in enumerate(_LISTED, 1)
    ]
    there = Attendance(
        chair=person("Ulla Ek (C)"),
        members=(Presence(person("Bo Ekman (S)"), serving=True, source=lines[1]),),
        others=(person("Ulla Ekman"), person("Ej Utskriven")),
    )
    file(stores, bundle(extract("Kulturnämnden", "2025-03-05", attendance=there, fields={"attendance": tuple(lines)})))
    with reading(stores.desk) as session:
        owners = session.execute(sa.select(documents.c.id)).scalars().all()
        facts = [fact for fact in facts_on_page(session, owners, "f" * 64, 1) if fact["table"] == "presence"]
        alone = [one_fact(session, fact["id"], "f" * 64, 1) for fact in facts]
    placed = {field["value"]: fact["boxes"] for fact in facts for field in fact["fields"] if field["name"] == "name"}
    assert placed == {
        "Ulla Ek (C)": [[10.0, 10.0, 90.0, 18.0]],
        "Bo Ekman (S)": [[10.0, 20.0, 90.0, 28.0]],
        "Ulla Ekman": [[10.0, 30.0, 90.0, 38.0]],
        "Ej Utskriven": [],
    }
    assert alone == facts
