"""What words are found by, made anew."""

from __future__ import annotations

import sqlalchemy as sa

from app.db import Stores, reading
from app.installation.renewing import reindex_all
from app.models.register import search_entries
from tests.app.filing import file
from tests.app.register.saying import bundle, extract, item


def test_the_latest_hits_lie_together(stores: Stores) -> None:
    """However the database was filled: the latest thousands of a common word are read, and each that lies elsewhere costs a page."""
    days = [f"202{year}-0{month}-04" for year in (5, 3, 4) for month in (2, 9, 6)]
    for n, day in enumerate(days):
        file(stores, bundle(extract("Kommunstyrelsen", day, item(str(n + 1), "Bryggan")), digest=f"{n}" * 64))
    reindex_all(stores)
    place = "rowid" if stores.public.dialect.name == "sqlite" else "ctid"
    lying = sa.select(search_entries.c.n).where(search_entries.c.kind == "item").order_by(sa.literal_column(place))
    with reading(stores.public) as session:
        numbers = list(session.execute(lying).scalars())
    assert numbers == sorted(numbers) and len(numbers) == len(days)
