"""What stands at the same height on pages side by side, and is no head of theirs."""

from __future__ import annotations

from tests.importers.test_forms_of_minutes import COVER, stated
from tests.importers.typeset import bundle_of

HEAD = "Älnsjö kommun       Protokoll       2025-03-11\n"
_ROWS = 47  # from the top of a page to the last line above its foot


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


def test_two_leads_that_end_pages_side_by_side_are_no_foot() -> None:
    lead = "# Beslut\nKOMMUNSTYRELSEN FÖRESLÅR ATT KOMMUNFULLMÄKTIGE BESLUTAR"
    bundle = bundle_of(
        _filled(f"{HEAD}{COVER}Justerare: Bo Ås\n\n# § 41 Bad\n# Ärende\nBadet är slitet.", lead),
        _filled(f"{HEAD}\n1. att badet rustas.\n\n# § 42 Is\n# Ärende\nIsen är tunn.", lead),
        f"{HEAD}\n1. att isen mäts.",
    )
    decisions = [one.decisions[0] for one in bundle.documents[0].items]
    assert [(one.mode, one.to) for one in decisions] == [("proposes", "kommunfullmäktige")] * 2


def _filled(text: str, last: str) -> str:
    """The text, and `last` at the end of its page: one line above the foot, the others in it."""
    return text + "\n" * (_ROWS - text.count("\n")) + last
