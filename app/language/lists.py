"""Several words in a row, as a sentence lists them."""

from __future__ import annotations

from collections.abc import Sequence

from app.language.i18n import gettext as _


def listed(words: Sequence[str]) -> str:
    """`["Anna Ek (C)", "Bo Al (M)", "Siv Ås (S)"]` gives `Anna Ek (C), Bo Al (M) och Siv Ås (S)`; empty of none."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} och {last}").format(some=", ".join(words[:-1]), last=words[-1])
