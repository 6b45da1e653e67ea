"""Bodies by the letters that offices call them: `ks`, `kf`, `ksau`, `bun`."""

from __future__ import annotations

import re
from functools import lru_cache

from app.ids import fold

# What everybody calls these; of other bodies only letters of several words tell: "samhällsbyggnadsnämnden" is SBN to some.
_BY_CUSTOM = {
    "kommunfullmäktige": "kf",
    "kommunstyrelsen": "ks",
    "regionfullmäktige": "rf",
    "regionstyrelsen": "rs",
    "socialnämnden": "sn",
    "byggnadsnämnden": "bn",
    "valnämnden": "vn",
}
_COMMITTEE = "arbetsutskott"
_BOARD = re.compile(r"nämnd(?:en)?$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=10_000)  # a question holds a few words against the bodies of a whole country
def short_form(name: str) -> str | None:
    """The letters that a body goes by, None where its name does not tell: `Barn- och utbildningsnämnden` gives `bun`,
    `Kommunstyrelsens arbetsutskott` gives `ksau`."""
    owner, _, committee = name.rpartition(" ")
    if fold(committee).startswith(_COMMITTEE) and owner:
        of_owner = short_form(owner.removesuffix("s"))
        return f"{of_owner}au" if of_owner else None
    custom = _BY_CUSTOM.get(fold(name))
    if custom:
        return custom
    words = [word for word in _WORDS.findall(name.casefold()) if word != "och"]
    if len(words) < 2 or not _BOARD.search(name):
        return None
    return fold("".join(word[0] for word in words)) + "n"
