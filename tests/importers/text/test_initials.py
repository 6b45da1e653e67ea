"""Initials in the margin are set aside; parties and words that hang out are not."""

from __future__ import annotations

from importers.text.initials import without_initials
from importers.text.layout import Line
from tests.importers.typeset import lines

_PAGE = """
      Parknämnden 2025-03-04
      Sammanträdet börjar
      klockan tre
AE    § 41 Lån av stolar
KJ    Beslut
      Stolar lånas ut.
SD    Anna Ekman
Not   Bo Ahlgren
"""


def _moved(line: Line) -> Line:
    """The line with its page's left edge where initials stand."""
    return line.part([word._replace(x0=word.x0 - 45.0, x1=word.x1 - 45.0) for word in line.words])


def test_initials_beside_the_text_are_set_aside() -> None:
    page = tuple(_moved(line) for line in lines(_PAGE))
    (kept,), signed = without_initials([page])
    assert [line.text for line in kept][3:] == [
        "§ 41 Lån av stolar",
        "Beslut",
        "Stolar lånas ut.",
        "SD Anna Ekman",
        "Not Bo Ahlgren",
    ]
    assert [line.text for line in signed] == ["AE", "KJ"]
