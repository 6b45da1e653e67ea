"""What stands at the same height on pages side by side, and is no head of theirs."""

from __future__ import annotations

from tests.importers.test_forms_of_minutes import COVER, stated
from tests.importers.typeset import bundle_of

HEAD = "Älnsjö kommun       Protokoll       2025-03-11\n"


def test_two_decisions_that_open_pages_side_by_side_are_no_head() -> None:
    bundle = bundle_of(
        f"{HEAD}{COVER}Justerare: Bo Ås\n\n# § 41 Bad\n# Ärende\nBadet är slitet.",
        f"{HEAD}\nBeslut:\nKommunstyrelsen beslutar\n– att badet rustas.\n\n# § 42 Is\n# Ärende\nIsen är tunn.",
        f"{HEAD}\nBeslut:\nKommunstyrelsen beslutar\n– att isen mäts.",
    )
    assert [stated(one) for one in bundle.documents[0].items] == [["- att badet rustas."], ["- att isen mäts."]]


def test_two_proposals_that_open_pages_side_by_side_are_no_head() -> None:
    heading = "Beslut – förslag till kommunfullmäktige:"
    bundle = bundle_of(
        f"{HEAD}{COVER}Justerare: Bo Ås\n\n§ 41 Bad\nÄrende:\nBadet är slitet.",
        f"{HEAD}\n{heading}\n– att taxan antas.\n\n§ 42 Is\nÄrende:\nIsen är tunn.",
        f"{HEAD}\n{heading}\n– att isen mäts.",
    )
    assert [stated(one) for one in bundle.documents[0].items] == [["- att taxan antas."], ["- att isen mäts."]]


def test_the_end_of_a_heading_that_two_pages_begin_with_is_no_head() -> None:
    bundle = bundle_of(
        f"{HEAD}{COVER}Justerare: Bo Ås\n\n# § 41 Bad\n# Ärende\nBadet är slitet.\n# Protokollsutdrag skickas",
        f"{HEAD}\n# till:\nBadmästaren\n\n# § 42 Is\n# Ärende\nIsen är tunn.\n# Protokollsutdrag skickas",
        f"{HEAD}\n# till:\nIsmästaren",
    )
    assert [list(one.sent_to) for one in bundle.documents[0].items] == [["Badmästaren"], ["Ismästaren"]]
