"""What a word is found by: inflections together, look-alikes apart, compounds by their words."""

from __future__ import annotations

import pytest

from app.search import normaliser
from app.search.question import LONGEST, MOST_TERMS, Term, question_of


def keys(text: str) -> list[str]:
    return [key for key, _parts in normaliser.keys(text)]


@pytest.mark.parametrize(
    "group",
    [
        "skola skolan skolor skolornas skolans",
        "särskilt särskilda särskild",
        "yttrande yttranden yttrandena yttrandets",
        "nämnd nämnden nämnder nämndernas",
        "motion motionen motionernas MOTIONER",
        "torg torget torgets torgen",
        "avhopparverksamhet avhopparverksamheten avhopparverksamhetens",
        "ska skall skulle",
    ],
)
def test_a_word_and_its_inflections_share_a_key(group: str) -> None:
    assert len(set(keys(group))) == 1


@pytest.mark.parametrize("pair", ["nämnd nämna", "skola skolios", "skola ska", "verksamhet avhopparverksamhet"])
def test_words_that_only_look_alike_do_not(pair: str) -> None:
    assert len(set(keys(pair))) == 2


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("grundskolan", "grund skola"),
        ("skolskjutsen", "skol skjuts"),
        ("ungdomskriminalitet", "ungdom kriminalitet"),
        ("förskolorna", "skola"),
        ("barnmorska", ""),
        ("skolan", ""),
    ],
)
def test_a_compound_is_found_by_its_words(compound: str, parts: str) -> None:
    ((_key, of_parts),) = normaliser.keys(compound)
    assert of_parts == tuple(keys(parts))


def test_a_word_keeps_its_place_in_the_text() -> None:
    text = "Ks § 12: ﬂera träd\u00adgårdar"
    words = normaliser.Sought(set(keys(text))).words(text)
    assert [text[start:end] for start, end in normaliser.places(text, words)] == ["Ks", "12", "ﬂera", "träd", "gårdar"]


def test_a_word_stands_where_it_is_whole_however_often() -> None:
    text = "skola skolan: skola_skola, förskola (skola)"
    sought = normaliser.Sought(set(keys("skolor")))
    assert sought.words(text) == {"skola", "skolan", "förskola"}
    assert sought.words("Ingen skola, inget skolgårdsträd") == {"skola", "skolgårdsträd"}
    assert sought.words("kommun/" * 20 + "skolan/Skola") == {"skolan", "Skola"}
    assert normaliser.places(text, {"skola"}) == [(0, 5), (14, 19), (20, 25), (37, 42)]
    assert normaliser.places(text, {"skol"}) == []


def test_words_are_found_also_once_what_was_met_is_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    before = normaliser.Sought(set(keys("skolor")))
    assert before.words("En skola") == {"skola"}
    monkeypatch.setattr(normaliser, "_MOST_MET", 0)
    assert normaliser.Sought(set(keys("parker"))).words("Skolan vid parken") == {"parken"}
    assert before.words("skolan, skola, park") == {"skolan", "skola"}


def test_a_question_is_words_phrases_and_what_must_not_be_there() -> None:
    asked = question_of('skolan "bifall till motionen" -parker KS-2025-00042')
    assert asked.terms == (
        Term(("skol",)),
        Term(("bifall", "till", "motion"), phrase=True),
        Term(("ks", "2025", "00042"), phrase=True),
    )
    assert (asked.without, asked.unread) == ((Term(("park",)),), "")


@pytest.mark.parametrize("typed", ["", '"""""', "***", "-", "\0", "- - \"\" ''", "(((:^~"])
def test_what_holds_no_word_asks_for_nothing(typed: str) -> None:
    assert question_of(typed).terms == question_of(typed).without == ()


def test_a_question_holds_so_many_words_and_says_what_it_left_out() -> None:
    many = " ".join(f"ord{n}" for n in range(200))
    asked = question_of(many)
    assert len(asked.terms) == MOST_TERMS and asked.unread.startswith("ord12 ord13")
    assert question_of("a" * (LONGEST + 10)).unread == "a" * 10
