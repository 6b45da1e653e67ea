"""Which municipality's pages an address leads to: of those that the public register knows to have an address of their own, a host
or a path."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import orjson
from anyio.to_thread import run_sync
from fastapi import Request
from starlette.types import Scope

from app.register.towns import KEPT, OUR_OWN, Town, is_served, town_of
from app.security.addresses import Lies, inside
from app.web.answers import serving
from app.web.watch import Watch

_QUESTION = f"SELECT value FROM register_meta WHERE key = '{KEPT}'"  # noqa: S608 - of names of ours
# The municipality of whatever an id is of, or was before it was corrected or merged.
_WHOSE = " UNION ALL ".join(
    (
        *(
            f"SELECT municipality_id FROM {table} WHERE id = ?"  # noqa: S608 - of names of ours
            for table in ("documents", "items", "cases", "matters", "motions", "bodies", "people")
        ),
        *(
            f"SELECT i.municipality_id FROM {table} f JOIN items i ON i.id = f.item_id WHERE f.id = ?"  # noqa: S608 - the same
            for table in ("decisions", "propositions", "reservations", "statements", "votes", "yrkanden")
        ),
        *(
            f"SELECT e.municipality_id FROM aliases a JOIN {table} e ON e.id = a.owner WHERE a.old_id = ?"  # noqa: S608 - the same
            for table in ("documents", "items")
        ),
        "SELECT b.municipality_id FROM meetings m JOIN bodies b ON b.id = m.body_id WHERE m.id = ?",
        'SELECT p.municipality_id FROM redirects r JOIN people p ON p.id = r."into" WHERE r.id = ?',
        "SELECT d.municipality_id FROM presence p JOIN documents d ON d.id = p.document_id WHERE p.id = ?",
    )
)
_BY_ID = re.compile(r"(?:/en)?/(?:handlingar|personer|voteringar|api/v1/[a-z_]+)/([a-z2-7]{16})(?:[/.].*)?")
# What is the same at every host, and what a supervisor asks, for which no database is to be asked.
_APART = frozenset(("static", "healthz", "readyz"))
# Pages whose address names a municipality after these words.
_NAMING = frozenset(("arenden", "organ", "paragrafer", "partier", "sammantraden"))


class Towns:
    """They are asked for again when the register has changed. A host that none of them has is the installation's own: nobody
    is to be refused, or led anywhere, by a name that whoever asks can write."""

    def __init__(self, base_url: str, watch: Callable[[], Watch]) -> None:
        own = urlsplit(base_url)
        self._base_url, self._host, self._prefix = base_url, own.netloc.casefold(), own.path
        self._watch = watch
        self._mark = ""
        self._moved: dict[str, Town] = {}
        self._under: dict[str, Town] = {}
        self._at: dict[str, list[Town]] = {}

    async def __call__(self, host: str | None, path: str) -> Lies | None:
        """Where a path at a host lies; None where that is among the installation's own pages, for which nothing is asked. Else
        the scope is told the municipality (`town`), and the register's mark by which it was found (`mark`)."""
        host = (host or "").casefold()
        first = self._first(path)
        if first in _APART or (host == self._host and first in OUR_OWN and not self._names_one(path)):
            return None
        watch = self._watch()
        mark = watch.mark() if watch.quick else await run_sync(watch.mark)
        if mark != self._mark:
            self._learn(mark, _kept(watch) if watch.quick else await run_sync(_kept, watch))
        prefix, within, town = self._found(host, path)
        moved = town if town and town.moved_to else self._moved.get(_place(within) or "")
        if moved is None and self._moved and (named := _BY_ID.fullmatch(within)):
            whose = _whose(watch, named[1]) if watch.quick else await run_sync(_whose, watch, named[1])
            moved = next((one for one in self._moved.values() if one.place.id == whose), None)
        return Lies(prefix, within, {"town": town, "mark": mark}, moved.moved_to if moved else None)

    def _learn(self, mark: str, towns: list[Town]) -> None:
        under, at = dict[str, Town](), dict[str, list[Town]]()
        self._moved = {town.place.slug: town for town in towns if town.moved_to}
        for town in towns:
            if not town.address or not is_served(town, self._base_url):
                continue
            if town.host == self._host:
                under[self._first(town.path)] = town
            else:
                at.setdefault(town.host, []).append(town)
        self._under, self._at, self._mark = under, at, mark

    def _found(self, host: str, path: str) -> tuple[str, str, Town | None]:
        """The path before all that lies where it is asked for, the path within, and whose it is."""
        there = self._at.get(host)
        if there is None:
            first = self._first(path)
            town = self._under.get(first)
            within = inside(self._prefix, path)
            return (town.path, inside(f"/{first}", within), town) if town else (self._prefix, within, None)
        for town in there:
            if town.path and (path == town.path or path.startswith(f"{town.path}/")):
                return town.path, inside(town.path, path), town
        if len(there) == 1:  # a host of its own, or a proxy that has taken the path off
            own = there[0].path
            return (own, path, there[0]) if own else (self._prefix, inside(self._prefix, path), there[0])
        return self._prefix, inside(self._prefix, path), None

    def _names_one(self, path: str) -> bool:
        """Whether the path is of something that is one municipality's, by its name or by an id."""
        within = inside(self._prefix, path)
        return _place(within) is not None or _BY_ID.fullmatch(within) is not None

    def _first(self, path: str) -> str:
        """The first part of a path within the installation: `/alnsjo/arenden` → `alnsjo`."""
        return inside(self._prefix, path)[1:].partition("/")[0]


def _place(within: str) -> str | None:
    """The municipality that a page's address names, `/en/organ/alnsjo/kommunstyrelsen` → `alnsjo`; None where it names none."""
    _root, *parts = within.split("/")
    parts = parts[1:] if parts[:1] == ["en"] else parts
    return parts[1] if len(parts) > 1 and parts[0] in _NAMING else None


def _whose(watch: Watch, id: str) -> str | None:
    """The id of the municipality that something with this id is of."""
    sql = _WHOSE if watch.quick else _WHOSE.replace("?", "%s")
    (rows,) = watch.given([(sql, (id,) * _WHOSE.count("?"))])
    return rows[0][0] if rows else None


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
