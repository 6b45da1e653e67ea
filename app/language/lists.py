"""Several words in a row, as a sentence lists them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.language.i18n import gettext as _

_GROUP = re.compile(r"(?:närvarande|samtliga|ledamot|ledamöter|representant|grupp)", re.IGNORECASE)


def listed(words: Sequence[str]) -> str:
    """`["Anna Ek (C)", "Bo Al (M)", "Siv Ås (S)"]` gives `Anna Ek (C), Bo Al (M) och Siv Ås (S)`; empty of none."""
    if len(words) < 2:
        return "".join(words)
    return _("{some} och {last}").format(some=", ".join(words[:-1]), last=words[-1])


def mid_sentence(text: str) -> str:
    """A body or a group as it stands inside a sentence: `kommunfullmäktige`; whatever may be a name keeps its letters."""
    is_word = " " not in text or _GROUP.match(text) is not None
    return text[:1].lower() + text[1:] if is_word else text
