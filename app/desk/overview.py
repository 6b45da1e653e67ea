"""The way into the register's work: what waits for an answer, and each page of it."""

from __future__ import annotations

from fastapi.responses import Response

from app.db import reading
from app.desk.proposals import how_many
from app.desk.rendering import render
from app.desk.visits import Visit


def overview_page(visit: Visit) -> Response:
    with reading(visit.stores.desk) as session:
        proposed = how_many(session, visit)
    return render(visit, "overview.html", proposed=proposed)
