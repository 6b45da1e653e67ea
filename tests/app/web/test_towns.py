"""Which municipality's pages an address leads to, asked of each kind of database."""

from __future__ import annotations

from contextlib import closing

import anyio
from fastapi.routing import iter_route_contexts

from app import acts
from app.acts import Actor
from app.db import Stores
from app.main import _routes
from app.register.municipalities import municipality
from app.register.towns import OUR_OWN, Town
from app.settings import Settings
from app.web.towns import Towns
from app.web.watch import Watch
from importers.bundle import Stance, Yrkande
from tests.app.filing import file, rows
from tests.app.register.saying import at, bundle, extract, item, person

ANNA = Actor("anna", "ny i installationen")
ALNSJO = municipality("Alnsjö")
WANTED = Yrkande(Stance.BIFALL, "Anna Ek (C) yrkar bifall.", at("x"), (person("Anna Ek (C)"),))


def test_an_address_is_known_as_soon_as_the_register_has_changed(stores: Stores, using: Settings) -> None:
    own = using.model_copy(update={"base_url": "https://diarium.example/diarium"})
    with closing(Watch(stores.public)) as watch:
        towns = Towns("https://diarium.example/diarium", lambda: watch)

        def lies(host: str | None, path: str) -> tuple[str, str, str | None] | None:
            found = anyio.run(towns, host, path)
            return found and (found.prefix, found.path, found.told["town"] and found.told["town"].called)

        nobody = ("/diarium", "/arenden", None)
        assert lies("alnsjo.example", "/arenden") == nobody
        acts.add_municipality(stores, own, Town(ALNSJO, "Alnsjö kommun", None, "https://alnsjo.example"), ANNA)
        assert lies("Alnsjo.Example", "/diarium/arenden") == ("/diarium", "/arenden", "Alnsjö kommun")
        assert lies("alnsjo.example.evil", "/arenden") == lies(None, "/arenden") == nobody
        acts.change_municipality(stores, own, ALNSJO, ANNA, address="https://a.example:8443")
        assert lies("alnsjo.example", "/arenden") == lies("a.example", "/arenden") == nobody
        assert lies("a.example:8443", "/arenden") == ("/diarium", "/arenden", "Alnsjö kommun")
        acts.change_municipality(stores, own, ALNSJO, ANNA, address="https://diarium.example/diarium/alnsjo")
        under = ("/diarium/alnsjo", "/arenden", "Alnsjö kommun")
        for path in ("/diarium/alnsjo/arenden", "/alnsjo/arenden"):
            assert lies("diarium.example", path) == lies("127.0.0.1", path) == under
        assert lies("diarium.example", "/diarium/arenden") is None  # a page of ours, for which nobody is asked
        assert lies("diarium.example", "/diarium/alnsjon") == ("/diarium", "/alnsjon", None)
        acts.change_municipality(stores, own, ALNSJO, ANNA, address="https://diarium.example/diarium/readyzon")
        assert lies("diarium.example", "/readyzon/arenden") == ("/diarium/readyzon", "/arenden", "Alnsjö kommun")
        assert lies("127.0.0.1", "/diarium/arenden") == nobody
        torget = item("7", "Torget", case_numbers=("KS-2025-00001",), yrkanden=(WANTED,))
        file(stores, bundle(extract("Kommunstyrelsen", "2025-03-05", torget)), ALNSJO)
        acts.close_municipality(stores, own, ALNSJO, ANNA)
        acts.change_municipality(stores, own, ALNSJO, ANNA, moved_to="https://ny.example")
        there = rows(stores.public)
        for table in ("items", "documents", "cases", "matters", "bodies", "people", "meetings", "yrkanden"):
            (id,) = {row["id"] for row in there[table]}
            found = anyio.run(towns, "diarium.example", f"/diarium/api/v1/{table}/{id}")
            assert found and (found.moved_to, found.path) == ("https://ny.example", f"/api/v1/{table}/{id}"), table
        unknown = anyio.run(towns, "diarium.example", f"/diarium/handlingar/{'a' * 16}")
        assert unknown and unknown.moved_to is None


def test_what_our_addresses_begin_with_is_nobody_elses() -> None:
    begin = {str(route.path)[1:].partition("/")[0] for route in iter_route_contexts(_routes())}
    assert {word for word in begin if "." not in word} == OUR_OWN
