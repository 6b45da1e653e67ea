"""What the chair moves where the § names the office alone: the cover names who that is, or it is doubted."""

from __future__ import annotations

import pytest

from tests.importers.test_forms_of_minutes import COVER, codes, minutes, stated

_WITHOUT = COVER.replace(", ordförande", "") + "Justerare: Bo Ås\n"
_UNCLEAR = ["error who_unclear"]
MOVED = [
    ("Ordföranden yrkar avslag på motionen.", ["avslag: Anna Ek (S)"], []),
    (
        "Bo Ås (M) yrkar bifall till motionen. Ordföranden yrkar avslag på motionen.",
        ["bifall: Bo Ås (M)", "avslag: Anna Ek (S)"],
        [],
    ),
    ("Ordföranden och Cia Berg (V) yrkar avslag på motionen.", [], _UNCLEAR),
    (
        "Bo Ås (M) övertar ordförandeklubban.\nOrdföranden yrkar avslag på motionen.",
        [],
        ["error sentence_not_read", *_UNCLEAR],
    ),
    (
        "Vid nämndens sammanträde den 3 mars behandlades motionen. Ordföranden yrkar avslag på motionen.",
        [],
        ["error yrkande_may_be_missed"],
    ),
    ("Bo Ås (M) tjänstgör som ordförande.\nOrdföranden yrkar avslag på motionen.", [], _UNCLEAR),
]


@pytest.mark.parametrize(("text", "moved", "doubts"), MOVED)
def test_the_chair_of_the_cover_moves(text: str, moved: list[str], doubts: list[str]) -> None:
    bundle = minutes(f"## § 41 Bad\n# Yrkanden\n{text}\n# Beslut\nMotionen avslås.")
    assert stated(bundle.documents[0].items[0])[1:] == moved
    assert codes(bundle) == doubts


def test_the_place_of_the_chairs_yrkande_is_the_covers_too() -> None:
    bundle = minutes("## § 41 Bad\n# Yrkanden\nOrdföranden yrkar avslag på motionen.\n# Beslut\nMotionen avslås.")
    (moved,) = bundle.documents[0].items[0].yrkanden
    assert moved.source.quote.startswith(moved.text) and "Anna Ek (S), ordförande" in moved.source.quote


def test_nobody_is_told_to_have_moved_where_the_cover_names_no_chair() -> None:
    text = "## § 41 Bad\n# Yrkanden\nOrdföranden yrkar avslag på motionen.\n# Beslut\nMotionen avslås."
    bundle = minutes(text, _WITHOUT)
    assert stated(bundle.documents[0].items[0])[1:] == [] and "error who_unclear" in codes(bundle)


def test_what_the_chair_moves_in_plain_text_is_doubted() -> None:
    bundle = minutes("## § 41 Bad\nOrdföranden yrkar avslag på motionen.\n# Beslut\nMotionen avslås.")
    assert codes(bundle) == ["error yrkande_may_be_missed"]


_MOVES = "## § 41 Bad\n# Yrkanden\nOrdföranden yrkar avslag på motionen.\n# Beslut\nMotionen avslås."
_IN_PART = [
    COVER.replace(", ordförande", ", ordförande §§ 1–40"),
    COVER.replace(", ordförande", ", ordförande, ej § 41"),
    COVER.replace(", ordförande", ", ordförande, lämnar kl. 10.15"),
    COVER.replace("Bo Ås (M)", "Bo Ås (M), ordförande §§ 41–50"),
    COVER.replace("Bo Ås (M)", "Bo Ås (M), 1:e vice ordförande, ordförande från § 41"),
    f"{COVER}Ordförande § 41: Bo Ås (M)\n",
]


@pytest.mark.parametrize("cover", _IN_PART)
def test_nobody_is_told_to_have_moved_where_the_chair_led_a_part_alone(cover: str) -> None:
    bundle = minutes(_MOVES, f"{cover}Justerare: Bo Ås\n")
    assert stated(bundle.documents[0].items[0])[1:] == [] and "error who_unclear" in codes(bundle)


ELSEWHERE = [
    "## § 40 Val\n# Beslut\nTill ordförande för dagens sammanträde väljs Bo Ås (M).\n",
    "## § 40 Närvaro\n# Ärendet\nAnna Ek (S) lämnar mötet.\n# Beslut\nInformationen antecknas.\n",
]


@pytest.mark.parametrize("before", ELSEWHERE)
def test_another_item_may_say_that_somebody_else_leads(before: str) -> None:
    bundle = minutes(f"{before}\n{_MOVES}")
    assert stated(bundle.documents[0].items[1])[1:] == [] and "error who_unclear" in codes(bundle)


def test_the_chair_who_takes_no_part_moves_nothing() -> None:
    biased = "# Jäv\nAnna Ek (S) anmäler jäv och deltar inte i handläggningen.\n# Yrkanden"
    bundle = minutes(_MOVES.replace("# Yrkanden", biased))
    assert stated(bundle.documents[0].items[0])[1:] == [] and codes(bundle) == _UNCLEAR
