"""Göteborgs Stad: its minutes name the city in running text alone, and its companies prepare matters like committees."""

from __future__ import annotations

from importers.leaflet import Leaflet
from importers.patterns.pattern import Pattern

LEAFLET = Leaflet(
    municipality="Göteborgs Stad",
    marks=(
        Pattern(
            r"(?<![\w-])SLK-20\d\d-\d{5}(?!\d)",
            catches=("§ 612 Ärendenummer SLK-2024-00417",),
            leaves=("KSN-2023-03553",),
        ),
        Pattern(
            r"(?<!\w)[Ss]tadsledningskontoret",
            catches=("Stadsledningskontorets tjänsteutlåtande den 3 maj 2024.",),
            leaves=("Kommunledningskontoret", "stadsledningen"),
        ),
    ),
    bodies=frozenset(
        {
            "Got Event AB",
            "Göteborg Energi AB",
            "Göteborgs Hamn AB",
            "Göteborgs Spårvägar AB",
            "Göteborgs Stads Leasing AB",
            "Göteborgs Stads Parkerings AB",
            "Higab AB",
            "Intraservice",
            "Liseberg AB",
            "Stadshus AB",
            "Göteborgs Stadshus AB",
            "Stadsteatern",
        }
    ),
)
