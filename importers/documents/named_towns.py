"""The municipality that a cell of a head, a stamp or an address names: "ÄLNSJÖ KOMMUN", "Region Älnsjö"."""

from __future__ import annotations

from importers.documents.head import Head, Named
from importers.patterns.furniture import (
    ADDRESS,
)
from importers.patterns.organs import (
    MUNICIPALITY,
    MUNICIPALITY_IN_CAPITALS,
    REGION,
    REGION_IN_CAPITALS,
)
from importers.text.passage import Passage


def take_municipality(words: Passage, head: Head, *, says_whose: bool = True) -> None:
    """Takes the municipality that the cell names; an address, like a stamp, only says who got it or lives there."""
    says_whose = says_whose and not ADDRESS.match(words.text)
    if match := MUNICIPALITY.search(words.text):
        in_passing = match.group() != match["name"]
        head.municipalities.append(Named(match["name"], words.group(match), says_whose, in_passing))
    elif match := MUNICIPALITY_IN_CAPITALS.match(words.text):
        name, kind = match["name"].title().rsplit(" ", 1)
        head.municipalities.append(Named(f"{name} {kind.lower()}", words.group(match, "name"), says_whose))
    elif match := REGION_IN_CAPITALS.match(words.text):
        name = match["name"].title().replace(" Län", " län")
        head.municipalities.append(Named(name, words.group(match, "name"), says_whose))
    elif match := REGION.search(words.text):
        head.municipalities.append(
            Named(match["name"], words.group(match, "name"), says_whose, match.group() != words.text)
        )
