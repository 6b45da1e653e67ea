"""The clauses that a sentence names, and what a body's sentences make of each."""

from __future__ import annotations

import pytest

from app.register.ledger import Reached, Scope, Sentence, clauses_named, concerns, reached
from tests.timing import LONGER, MOST_TIMES, growth, seconds


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tillstyrka motionens andra yrkandesats som innebär att …", {2}),
        ("I övrigt anse motionens första yrkandesats besvarad.", {1}),
        ("att bifalla motionens första och tredje att-sats", {1, 3}),
        ("att avslå att-satserna 1, 2 och 4", {1, 2, 4}),
        ("att avslå attsats 2", {2}),
        ("att bifalla punkt 1-3 i motionen", {1, 2, 3}),
        ("att anse att-sats ett besvarad", {1}),
        ("att avslå motionens andra punkt", {2}),
        ("att besvara motionen med föredragningen i ärendet.", set()),
        ("att bifalla punkt 2 i nämndens förslag", set()),
        ("att senast i mars 2026 redovisa motionens yrkanden", set()),
        ("att avslå motionen för andra gången", set()),
    ],
)
def test_the_clauses_that_a_sentence_names(text: str, numbers: set[int]) -> None:
    assert clauses_named(text) == numbers


def decided(*sentences: tuple[str, str | None]) -> list[Sentence]:
    return [Sentence(f"c{n}", text, outcome) for n, (text, outcome) in enumerate(sentences)]


WHOLE = decided(("att besvara motionen", "besvara"), ("att uppdra åt nämnden", None))
POINTS = decided(("att bifalla motionens andra att-sats", "bifall"), ("att i övrigt avslå motionen", "avslag"))
SOME = decided(("att bifalla att-sats 1", "bifall"), ("att avslå att-sats 3", "avslag"))
BOTH = decided(("Motionen avslås", "avslag"), ("Motionen anses besvarad", "besvara"))


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (WHOLE, [Reached(Scope.WHOLE, "besvara", "c0")] * 3),
        (
            POINTS,
            [
                Reached(Scope.REST, "avslag", "c1"),
                Reached(Scope.CLAUSE, "bifall", "c0"),
                Reached(Scope.REST, "avslag", "c1"),
            ],
        ),
        (SOME, [Reached(Scope.CLAUSE, "bifall", "c0"), None, Reached(Scope.CLAUSE, "avslag", "c1")]),
        (BOTH, [Reached(Scope.UNCLEAR, None, None)] * 3),
        (decided(("att uppdra åt nämnden", None)), [None] * 3),
        ([], [None] * 3),
    ],
)
def test_what_reaches_each_clause(sentences: list[Sentence], expected: list[Reached | None]) -> None:
    assert [reached(number, sentences) for number in (1, 2, 3)] == expected


@pytest.mark.parametrize(
    ("target", "scopes"),
    [
        ("motionen", [Scope.WHOLE, Scope.WHOLE]),
        ("arbetsutskottets förslag att besvara motionen", [Scope.WHOLE, Scope.WHOLE]),
        ("motionens andra att-sats", [None, Scope.CLAUSE]),
        ("motionen i övrigt", [Scope.REST, Scope.REST]),
        ("tilläggsyrkandet från C", [None, None]),
    ],
)
def test_how_a_yrkande_reaches_each_clause(target: str, scopes: list[Scope | None]) -> None:
    assert [concerns(number, target) for number in (1, 2)] == scopes


@pytest.mark.parametrize("pumped", ["första och ", "att-sats 1, ", "punkt ", "1 och ", "övriga "])
def test_a_long_sentence_takes_no_longer_than_its_length(pumped: str) -> None:
    def took(times: int) -> float:
        text = f"motionens {pumped * times}"
        return seconds(lambda: (clauses_named(text), concerns(1, text)))

    assert growth(lambda: took(10_000), lambda: took(LONGER * 10_000)) <= MOST_TIMES
