"""What is said of pip-audit's report."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.advisories import read_report

SOUND: dict[str, Any] = {"name": "anyio", "version": "4.16.0", "vulns": []}
SKIPPED: dict[str, Any] = {"name": "babel", "skip_reason": "Dependency not found on PyPI"}
VULNERABLE: dict[str, Any] = {
    "name": "pillow",
    "version": "11.0.0",
    "vulns": [{"id": "CVE-2030-0001", "fix_versions": ["11.0.1"]}, {"id": "CVE-2030-0002", "fix_versions": []}],
}


@pytest.mark.parametrize(
    ("packages", "lines", "vulnerable"),
    [
        ([SOUND, SOUND], ["2 of 2 pins looked up, none with a known vulnerability"], False),
        ([SOUND, SKIPPED], ["1 of 2 pins looked up, none with a known vulnerability"], False),
        (
            [SKIPPED],
            ["not looked at: the list of vulnerabilities cannot be reached, or has none of the packages"],
            False,
        ),
        (
            [SOUND, VULNERABLE, SKIPPED],
            [
                "pillow 11.0.0: CVE-2030-0001, mended in 11.0.1",
                "pillow 11.0.0: CVE-2030-0002, mended in no version yet",
            ],
            True,
        ),
    ],
)
def test_what_was_skipped_is_not_called_sound(
    packages: list[dict[str, Any]], lines: list[str], vulnerable: bool
) -> None:
    assert read_report({"dependencies": packages, "fixes": []}) == (lines, vulnerable)
