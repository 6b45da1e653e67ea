"""One PDF imported from beginning to end, as a process of its own does it."""

from __future__ import annotations

from app.db import Stores
from app.imports.filing import accept, work
from app.imports.uploads import Claims, Receipt
from app.imports.workers import at_work
from app.register.municipalities import Municipality
from app.settings import Settings


def import_file(
    stores: Stores,
    settings: Settings,
    data: bytes,
    name: str,
    actor: str,
    place: Municipality | None = None,
    body: str | None = None,
) -> Receipt:
    """Take a PDF in, read and file it. Raises as `accept` and `work` do."""
    with at_work(stores, settings) as worker:
        taken = accept(worker, data, Claims(name, actor, place, body))
        return taken if isinstance(taken, Receipt) else work(worker, taken)
