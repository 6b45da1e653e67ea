"""Uppsala kommun: extracts from its council print no municipality, and its companies' names do not end like a body's."""

from __future__ import annotations

from importers.leaflet import Leaflet
from importers.patterns.pattern import Pattern

LEAFLET = Leaflet(
    municipality="Uppsala kommun",
    marks=(
        Pattern(
            r"(?<![\w-])KSN-20\d\d-\d{5}(?!\d)", catches=("KSN-2023-03553",), leaves=("Ärendenummer SLK-2024-00417",)
        ),
        Pattern(
            r"(?<!\w)[Kk]ommunledningskontoret",
            catches=("Kommunledningskontorets tjänsteskrivelse daterad den 18 november 2024",),
            leaves=("Stadsledningskontoret",),
        ),
    ),
    bodies=frozenset(
        {
            "Uppsala Stadshus AB",
            "Uppsala Vatten och Avfall AB",
            "Uppsalahem AB",
            "Uppsala Parkerings AB",
            "Fyrishov AB",
            "Destination Uppsala AB",
        }
    ),
)
