"""Who left or came while the meeting went on, told in sentences of the cover and of §§; and a cover behind the §§."""

from __future__ import annotations

from tests.importers.reading import was_there
from tests.importers.typeset import bundle_of

_TOP = "Sammanträdesprotokoll\nSocialnämnden 2025-03-04\n"
_COVER = (
    "\nBeslutande      Eva Lind (S), ordförande\n                Bo Ås (M)\n                Siv Ek (V)\n"
    "Ersättare       Cia Berg (M)\n"
)
_ALL = ["Bo Ås (M)", "Siv Ek (V)", "Cia Berg (M) not serving"]


def _items(told: str = "", later: str = "") -> str:
    """Four §§; `told` stands in the second, `later` in the last."""
    decided = "Beslut\nSocialnämnden lägger informationen till handlingarna."
    said = {5: told, 7: later}
    return "".join(f"\n# § {n} Ärende\n\n{decided}\n\n{said.get(n, '')}\n" for n in range(4, 8))


def _there(text: str) -> list[str]:
    """Members and substitutes, and what of the list is doubted."""
    bundle = bundle_of(text)
    attendance = bundle.documents[0].attendance
    assert attendance is not None
    doubted = [str(one.params["text"]) for one in bundle.doubts if one.code == "attendance_line_not_read"]
    return [*(was_there(one) for one in (*attendance.members, *attendance.substitutes)), *doubted]


def test_who_leaves_or_comes_is_there_for_the_items_that_the_sentence_names() -> None:
    assert _there(_TOP + _COVER + _items("Efter § 5 lämnade Bo Ås (M) sammanträdet.")) == [
        "Bo Ås (M) § 4-5",
        *_ALL[1:],
    ]
    left = "Bo Ås (M) lämnade sammanträdet före § 6 och ersattes av Cia Berg (M)."
    assert _there(_TOP + _COVER + _items(left)) == ["Bo Ås (M) § 4-5", "Siv Ek (V)", "Cia Berg (M) for Bo Ås (M) § 6-7"]
    cover = f"{_COVER}Övriga          Kim Lo, utredare\n\nBo Ås (M) anlände till sammanträdet efter § 5.\n"
    assert _there(_TOP + cover + _items()) == ["Bo Ås (M) § 6-7", *_ALL[1:]]


def test_several_leave_and_who_came_for_whom_is_told_in_turn_or_doubted() -> None:
    two = "Bo Ås (M) och Siv Ek (V) lämnar mötet efter § 5 och ersätts av Cia Berg (M) {} Dan Holm (S)."
    gone = ["Bo Ås (M) § 4-5", "Siv Ek (V) § 4-5"]
    assert _there(_TOP + _COVER + _items(two.format("respektive"))) == [
        *gone,
        "Cia Berg (M) for Bo Ås (M) § 6-7",
        "Dan Holm (S) for Siv Ek (V) § 6-7",
    ]
    untold = two.format("och")
    assert _there(_TOP + _COVER + _items(untold)) == [*gone, "Cia Berg (M) § 6-7", "Dan Holm (S) § 6-7", untold]
    assert _there(_TOP + _COVER + _items("Före § 5 anlände Bo Ås (M) och Siv Ek (V).")) == [
        "Bo Ås (M) § 5-7",
        "Siv Ek (V) § 5-7",
        _ALL[2],
    ]
    unsure = "Bo Ås (M) och Siv Ek (V) lämnar mötet kl. 15.20."
    assert _there(_TOP + _COVER + _items(unsure)) == [*_ALL, unsure]
    for other in ("lämnar in en motion efter § 5.", "lämnade salen.", "kommer med ett förslag."):
        assert _there(_TOP + _COVER + _items(f"Bo Ås (M) och Siv Ek (V) {other}")) == _ALL


def test_changes_told_beside_a_label_with_times_and_who_served_for_whom_in_which_items() -> None:
    changes = (
        "Ändringar i       Bo Ås (M) lämnar mötet klockan 15.20, efter § 5. Cia Berg (M)\n"
        "närvaron          tjänstgör för Bo Ås (M) från och med § 6.\n"
    )
    there = ["Bo Ås (M) § 4-5", "Siv Ek (V)", "Cia Berg (M) for Bo Ås (M) § 6-7"]
    assert _there(_TOP + _COVER + changes + _items()) == there
    assert _there(_TOP + _COVER + _items("Cia Berg (M) tjänstgör för Bo Ås (M) vid del av § 6.")) == [
        *_ALL,
        "Cia Berg (M) tjänstgör för Bo Ås (M) vid del av § 6.",
    ]
    untold = "Cia Berg (M) tjänstgör för Bo Ås (M)."
    assert _there(_TOP + _COVER + _items(untold)) == [*_ALL, untold]


def test_it_is_doubted_where_the_items_are_not_told_and_the_list_tells_none() -> None:
    for told in (
        "Bo Ås (M) lämnar mötet kl. 15.20.",
        "Klockan 15.20 avvek Bo Ås (M).",
        "Bo Ås (M) anlände vid § 5.",
        "Per Al (S) anländer.",
    ):
        assert _there(_TOP + _COVER + _items(told)) == [*_ALL, told]
    assert _there(_TOP + _COVER.replace("Bo Ås (M)", "Bo Ås (M) §§ 4-5") + _items("Bo Ås (M) lämnar mötet.")) == [
        "Bo Ås (M) § 4-5",
        *_ALL[1:],
    ]


def test_what_is_told_twice_is_taken_once_and_where_it_differs_each_is_doubted() -> None:
    left = "Bo Ås (M) lämnade sammanträdet efter § 5."
    assert _there(_TOP + _COVER + _items(left, left)) == ["Bo Ås (M) § 4-5", *_ALL[1:]]
    for later in (
        "Bo Ås (M) anlände till mötet före § 7.",
        "Bo Ås (M) återkom till mötet före § 7.",
        "Bo Ås (M) kom till mötet kl. 14.10.",
    ):
        assert _there(_TOP + _COVER + _items(left, later)) == [*_ALL, left, later]
    came = "Bo Ås (M) anlände till mötet efter § 4."
    assert _there(_TOP + _COVER + _items(came, left.replace("5", "6"))) == [*_ALL, came, left.replace("5", "6")]
    served = left.replace(".", " och ersattes av Cia Berg (M).")
    gone = "Cia Berg (M) lämnade sammanträdet efter § 6."
    there = ["Bo Ås (M) § 4-5", "Siv Ek (V)", "Cia Berg (M) for Bo Ås (M) § 6-7"]
    assert _there(_TOP + _COVER + _items(served, gone)) == [*there, gone]


def test_an_absence_that_ended_is_doubted_where_the_cover_tells_it() -> None:
    told = "Bo Ås (M) lämnar mötet kl. 10.15 och återkommer efter lunchen."
    for cover in (
        _COVER.replace("Bo Ås (M)\n", f"Bo Ås (M). {told}\n"),
        f"{_COVER}Övriga          Kim Lo, utredare\n\n{told}\n",
    ):
        *there, doubted = _there(_TOP + cover + _items())
        assert there == _ALL
        assert told in doubted


def test_who_is_gone_for_a_while_or_leaves_something_else_is_there() -> None:
    for told in (
        "Bo Ås (M) lämnar sammanträdet på grund av jäv.",
        "Bo Ås (M) lämnar mötet under ärendet.",
        "Bo Ås (M) lämnar in en skrivelse efter § 5.",
        "Bo Ås (M) anmäler jäv.\nBo Ås (M) lämnar sammanträdet.",
    ):
        assert _there(_TOP + _COVER + _items(told)) == _ALL


def test_a_cover_behind_the_last_item_is_read_and_those_elected_in_it_are_none() -> None:
    behind = "\nNärvarande vid sammanträdet\n" + _COVER + "Tjänstemän      Kim Lo, utredare\n"
    assert _there(_TOP + _items() + behind) == _ALL
    elected = "\n# § 8 Val\n\nBeslut\nSocialnämnden väljer följande.\nLedamöter\nAnna Ek (S)\nBo Ås (M)\nErsättare\nSiv Ek (V)\n"
    for more in ("", "Revisorer\nPer Al (S)\n"):
        assert bundle_of(_TOP + _items() + elected + more).documents[0].attendance is None
