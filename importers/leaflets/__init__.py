"""The municipalities' leaflets, one file each, found by listing this folder."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from importers.leaflet import Leaflet


def _found() -> tuple[Leaflet, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").LEAFLET for name in names)


LEAFLETS = _found()
BODIES = frozenset[str]().union(*(leaflet.bodies for leaflet in LEAFLETS))
