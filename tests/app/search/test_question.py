"""The question in a sentence: what it asks about, and the words that it is only asked with."""

from __future__ import annotations

import pytest

from app.search.question import MOST_TERMS, question_in, question_of


@pytest.mark.parametrize(
    ("typed", "sought", "left_out"),
    [
        ("vilka motioner om cykelbanor har avslagits?", "motioner cykelbanor avslagits", "vilka om har"),
        ("Vem reserverade sig mot simhallen?", "reserverade simhallen", "Vem sig mot"),
        ("what is said about Skolskjutsar", "Skolskjutsar", "what is said about"),
        ("is på gator", "is gator", "på"),
        ("barn och unga", "barn unga", "och"),
        ("hur många är med i nämnden", "nämnden", "hur många är med i"),
        ("vad yrkade Per Hur om skolan? Vem röstade emot?", "Per Hur skolan", "vad yrkade om Vem röstade emot"),
        ("hur röstade SD om trängselskatten", "SD trängselskatten", "hur röstade om"),
        ("vad beslutade nämnden 7", "nämnden 7", "vad beslutade"),
        ("what did Said say about WHO", "Said WHO", "what did say about"),
        ("VILKA MOTIONER OM TRÄD", "MOTIONER TRÄD", "VILKA OM"),
    ],
)
def test_a_sentence_is_sought_by_what_it_asks_about(typed: str, sought: str, left_out: str) -> None:
    question = question_in(typed)
    assert question.terms == question_of(sought).terms
    assert (question.sought, question.left_out) == (sought.split(), tuple(left_out.split()))
    assert question.title == question_of(typed).title != question_of(sought).title


@pytest.mark.parametrize(
    "typed",
    [
        "vad är om",
        "om",
        '"till motionen"',
        "bryggan -på",
        "WHO skolan",
        "Said Ek",
        "yrkade avslag",
        "KS-2025-00042",
        "*",
        "",
        "-",
    ],
)
def test_what_asks_with_no_word_is_sought_as_it_stands(typed: str) -> None:
    assert question_in(typed) == question_of(typed)


def test_words_to_ask_with_leave_room_for_others() -> None:
    words = [f"ord{n}" for n in range(MOST_TERMS)]
    question = question_in(f"vad om {' och '.join(words)} och mer")
    assert (question.sought, question.unread) == (words, "och mer")


def test_a_year_is_sought_as_a_word_and_as_the_year() -> None:
    (year,) = question_in("2025").terms
    assert year.keys[0] == "2025" and len(year.keys) == 2
    assert [term.keys for term in question_in('20251 "2025"').terms] == [("20251",), ("2025",)]


def test_a_partys_letters_are_sought_as_a_word_and_as_who_is_behind() -> None:
    (named,), (letters,) = question_of("sverigedemokraterna").terms, question_of("SD").terms
    assert letters.keys[0] == "sd" and letters.keys[1] in named.keys
    assert [len(question_of(typed).terms[0].keys) for typed in ("M", "m", "sd?")] == [2, 1, 2]
