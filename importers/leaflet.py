"""What a municipality may have to tell us that no general rule can: about a screen, and no program.

A municipality without a leaflet still reads, and no form of minutes needs one. What a leaflet says is asked only where
the file itself is silent.
"""

from __future__ import annotations

from dataclasses import dataclass

from importers.patterns.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Leaflet:
    """`municipality` as its own papers write it, which they may do in running text alone: "Göteborgs Stad".

    `marks` are words that only its papers bear, such as a series of case numbers: a text that has all of them and names
    the municipality is one of its own. `bodies` are those whose names do not end as bodies' names do ("Uppsala Vatten"),
    as a head prints them.
    """

    municipality: str
    marks: tuple[Pattern, ...]
    bodies: frozenset[str] = frozenset()
