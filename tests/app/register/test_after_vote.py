"""What a vote makes of the chair's finding."""

from __future__ import annotations

import pytest

from app.register.after_vote import after_vote


@pytest.mark.parametrize(
    ("winner", "sides", "count", "outcome", "expected"),
    [
        (
            "styrelsens förslag",
            ("bifall till styrelsens förslag", "bifall till Bo Eks yrkande"),
            (40, 41),
            None,
            "overturned",
        ),
        (
            "styrelsens förslag",
            ("bifall till styrelsens förslag", "bifall till Bo Eks yrkande"),
            (41, 40),
            None,
            "stands",
        ),
        ("avslag på yrkandet från C", ("avslag", "bifall till yrkandet från C"), (68, 3), None, "stands"),
        ("avslag på yrkandet från C", ("avslag", "bifall till yrkandet från C"), (3, 68), None, "overturned"),
        ("avslag på yrkandet från C", ("avslag", "bifall till yrkandet från M"), (3, 68), None, None),
        ("det egna yrkandet", ("bifall till Bo Eks yrkande", "avslag"), (8, 4), None, None),
        ("styrelsens förslag", ("bifall till styrelsens förslag", "avslag"), (4, 4), None, None),
        ("styrelsens förslag", ("bifall till styrelsens förslag", "avslag"), (None, None), None, None),
        (
            "avgöra ärendet vid dagens sammanträde",
            ("ärendets avgörande idag", "ärendets återremiss"),
            (43, 38),
            "minoritetsaterremiss",
            "overturned",
        ),
        ("avgöra ärendet idag", ("ärendets avgörande idag", "ärendets återremiss"), (70, 11), "bifall", "stands"),
        ("återremittera ärendet", ("ärendets återremiss", "ärendets avgörande idag"), (7, 6), "aterremiss", "stands"),
    ],
)
def test_the_vote_is_the_outcome_where_it_was_on_what_the_chair_found(
    winner: str, sides: tuple[str, str], count: tuple[int | None, int | None], outcome: str | None, expected: str | None
) -> None:
    vote = {"yes_means": sides[0], "no_means": sides[1], "yes": count[0], "no": count[1]}
    assert after_vote(winner, [vote], outcome) == expected


def test_where_no_vote_was_taken_none_is_told_of() -> None:
    assert after_vote("styrelsens förslag", [], "bifall") is None
    assert after_vote(None, [], None) is None
