"""How a body that a sentence cites is called."""

from __future__ import annotations

import pytest

from importers.patterns.organs import cited_organ


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("Kommunstyrelsen", "kommunstyrelsen"),
        ("arbetsutskottet", "arbetsutskottet"),
        ("KOMMUNFULLMÄKTIGE", "kommunfullmäktige"),
        ("BARN- OCH UTBILDNINGSNÄMNDEN", "barn- och utbildningsnämnden"),
        ("KSAU", "KSAU"),
        ("KS arbetsutskott", "KS arbetsutskott"),
    ],
)
def test_a_body_in_mid_sentence(printed: str, cited: str) -> None:
    assert cited_organ(printed) == cited
