"""A municipality as it is typed."""

from __future__ import annotations

from app.commands.terminal import say
from app.db import Stores, reading
from app.queries.places import not_swedish
from app.register.municipalities import Municipality


def warn_of(stores: Stores, place: Municipality) -> None:
    """Say of a municipality that neither Sweden nor the register has it: an invented one is allowed, a slip is seen."""
    with reading(stores.desk) as session:
        warning = not_swedish(session, place)
    if warning:
        say(warning)
