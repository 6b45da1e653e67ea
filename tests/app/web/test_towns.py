"""Which municipality's pages a host serves, asked of each kind of database."""

from __future__ import annotations

from contextlib import closing

from app import acts
from app.acts import Actor
from app.db import Stores
from app.register.municipalities import municipality
from app.register.towns import Town
from app.settings import Settings
from app.web.towns import Towns
from app.web.watch import Watch

ANNA = Actor("anna", "ny i installationen")
ALNSJO = municipality("Alnsjö")


def test_a_host_is_known_as_soon_as_the_register_has_changed(stores: Stores, using: Settings) -> None:
    own = using.model_copy(update={"base_url": "https://diarium.example"})
    towns = Towns()
    with closing(Watch(stores.public)) as watch:

        def called(host: str | None) -> str | None:
            town = towns.at(host, watch.mark(), watch)
            return town.called if town else None

        assert called("alnsjo.example") is None
        acts.add_municipality(stores, own, Town(ALNSJO, "Alnsjö kommun", None, "https://alnsjo.example"), ANNA)
        assert (called("Alnsjo.Example"), called("alnsjo.example.evil"), called(None)) == ("Alnsjö kommun", None, None)
        acts.change_municipality(stores, own, ALNSJO, ANNA, address="https://a.example:8443")
        assert (called("alnsjo.example"), called("a.example"), called("a.example:8443")) == (
            None,
            None,
            "Alnsjö kommun",
        )
