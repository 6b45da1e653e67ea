"""Which municipality's pages a host serves: of those that the public register knows to have an address of their own."""

from __future__ import annotations

from urllib.parse import urlsplit

import orjson
from fastapi import Request
from starlette.types import Scope

from app.register.towns import KEPT, Town, town_of
from app.web.answers import serving
from app.web.watch import Watch

_QUESTION = f"SELECT value FROM register_meta WHERE key = '{KEPT}'"  # noqa: S608 - of names of ours


class Towns:
    """They are asked for again when the register has changed. A host that none of them has is the installation's own: nobody
    is to be refused, or led anywhere, by a name that whoever asks can write."""

    def __init__(self) -> None:
        self._mark = ""
        self._at: dict[str, Town] = {}

    def at(self, host: str | None, mark: str, watch: Watch) -> Town | None:
        """The municipality at this host, as the register has it whose mark this is."""
        if mark != self._mark:
            self._at = {urlsplit(town.address).netloc: town for town in _kept(watch) if town.address}
            self._mark = mark
        return self._at.get((host or "").casefold())


def _kept(watch: Watch) -> list[Town]:
    (rows,) = watch.given([(_QUESTION, ())])
    return [town_of(told) for (value,) in rows for told in orjson.loads(value)]


def place_within(request: Request) -> str | None:
    """The id of the municipality whose pages are asked for."""
    town = town_within(request)
    return town.place.id if town else None


def town_within(scope: Scope | Request) -> Town | None:
    """The municipality whose pages are asked for; None where it is the installation as a whole."""
    found: Town | None = (scope.scope if isinstance(scope, Request) else scope).get("town")
    return found


def contact_within(request: Request) -> str | None:
    """Who answers for the pages that are asked for: as the municipality tells whose they are, else as the installation is set."""
    town = town_within(request)
    return (town.contact if town else None) or serving(request).settings.contact
