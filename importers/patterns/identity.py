"""Personal identity numbers in text: personnummer and samordningsnummer, as distinct from other ten digits.

A number counts where its last ten digits pass Luhn and its date is one (a samordningsnummer adds 60 to the day): Luhn
alone would let one in ten random numbers through, both together 0.7 %. By hand, since python-stdnum refuses
samordningsnummer.
"""

from __future__ import annotations

import datetime as dt

from importers.patterns.pattern import Pattern

_NUMBER = Pattern(
    r"(?<![\d-])(?:(?:18|19|20))?(\d{6})(?: ?[-+–‐‑] ?)?(\d{4})(?![\d-])",
    catches=("19121212-1212", "121212-1212", "121212+1212", "1212121212", "121212 – 1212"),
    leaves=("91212121212121", "KSN-2023-03553", "2024-12-11"),
)
_SIX_DIGITS = Pattern(r"\d\d{5}", catches=("121212-1212",), leaves=("2024-12-11", "KSN-2023-03553"))


def identity_numbers(text: str) -> list[str]:
    """Every personnummer and samordningsnummer in the text, as ten digits."""
    return [digits for _span, digits in identity_spans(text)]


def identity_spans(text: str) -> list[tuple[tuple[int, int], str]]:
    """The same, each with where it begins and ends in the text."""
    if not _SIX_DIGITS.search(text):
        return []  # as on nearly every page
    printed = ((match.span(), match[1] + match[2]) for match in _NUMBER.finditer(text))
    return [(span, digits) for span, digits in printed if _is_date(digits[:6]) and _passes_luhn(digits)]


def _is_date(digits: str) -> bool:
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day = day - 60 if day > 60 else day
    for century in (1900, 2000):
        try:
            dt.date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _passes_luhn(digits: str) -> bool:
    doubled = (int(d) * (2 - place % 2) for place, d in enumerate(digits))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
