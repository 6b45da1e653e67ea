"""Who has signed minutes electronically, and as what.

Elektroniskt undertecknad av Anna Ek, ordförande, 2025-03-11          Protokollet är digitalt signerat av
Elektroniskt undertecknad av Bo Ås, justerare, 2025-03-11             BO ÅS          Justerare
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.bundle import Person
from importers.minutes.presence import people_in
from importers.patterns.cover_labels import Label
from importers.patterns.signing import DIGITAL_ROLES, SIGNED_BY, STAMPED
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_MOST = 40  # lines of a list


@dataclass(slots=True)
class Digital:
    """Who signed as what: `None` where it does not say. `lines` are the indexes of those that say so."""

    signers: list[tuple[Label | None, Person, Passage]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def read_digital(lines: Sequence[Line]) -> Digital:
    """The electronic signatures among the lines."""
    digital = Digital()
    for index, line in enumerate(lines):
        match = SIGNED_BY.match(line.text)
        if match is None or index in digital.lines:
            continue
        if match["who"]:
            above = _role(lines[index - 1].text, alone=True) if index else None
            if _sign(passage([line]).group(match, "who"), digital, above):
                digital.lines.add(index)
            continue
        listed = _listed(lines, index + 1, digital)
        if listed:
            digital.lines.update((index, *listed))
    return digital


def _listed(lines: Sequence[Line], first: int, digital: Digital) -> list[int]:
    """The lines of the list from there on: names, what they signed as, and when."""
    taken: list[int] = []
    for index in range(first, min(first + _MOST, len(lines))):
        words = passage([lines[index]])
        role = _role(words.text, alone=True)
        if role and digital.signers and taken:
            label, one, printed = digital.signers[-1]
            digital.signers[-1] = (label or role, one, printed)
        elif not (STAMPED.match(words.text) or (not SIGNED_BY.match(words.text) and _sign(words, digital, None))):
            break
        taken.append(index)
    return taken


def _sign(words: Passage, digital: Digital, above: Label | None) -> bool:
    """Takes the one person whom the words name; whether they do."""
    named = people_in(words.text)
    if len(named) != 1 or not words.text.startswith(named[0].name):
        return False
    name = named[0].name
    while " " in name and _role(name.rsplit(" ", 1)[1], alone=True):  # "Bo Ås Justerare", in capitals of its own
        name = name.rsplit(" ", 1)[0]
    role = _role(words.text[len(name) :], alone=False) or above
    digital.signers.append((role, Person(name, named[0].party), words))
    return True


def _role(text: str, *, alone: bool) -> Label | None:
    """What somebody signs as: the words are that, or (not `alone`) hold it."""
    for label, pattern in DIGITAL_ROLES:
        match = pattern.search(text)
        if match and (not alone or match.group().strip(" ,():") == text.strip(" ,():")):
            return label
    return None
