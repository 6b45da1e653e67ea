"""The points of the check-list of a § in words: what the law asks for, and what was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.language.i18n import N_, gettext, ngettext

_POINTS: Mapping[str, tuple[str, str]] = {
    "1": (N_("Förslag och yrkanden som inte har tagits tillbaka"), "KL 5:67 p. 1"),
    "2": (N_("I vilken ordning ordföranden ställde proposition"), "KL 5:67 p. 2"),
    "3": (N_("Omröstningar och hur de föll ut"), "KL 5:67 p. 3"),
    "4": (N_("Beslut"), "KL 5:67 p. 4"),
    "5": (N_("Vilka som deltog, och hur de röstade vid öppna omröstningar"), "KL 5:67 p. 5"),
    "6": (N_("Reservationer"), "KL 5:67 p. 6"),
    "verified": (N_("Justering, senast fjorton dagar efter sammanträdet"), "KL 5:69"),
    "posted": (N_("Anslag, senast andra dagen efter justeringen"), "KL 8:12"),
    "other": (N_("Annat att se efter"), ""),
}
_COUNTED: Mapping[str, Callable[[int], str]] = {
    "1": lambda n: ngettext("{n} yrkande", "{n} yrkanden", n),
    "2": lambda n: ngettext("{n} proposition", "{n} propositioner", n),
    "3": lambda n: ngettext("{n} votering", "{n} voteringar", n),
    "4": lambda n: ngettext("{n} beslut eller förslag till beslut", "{n} beslut eller förslag till beslut", n),
    "5": lambda n: ngettext("{n} närvarande", "{n} närvarande", n),
    "6": lambda n: ngettext("{n} reservation", "{n} reservationer", n),
}


def point_words(point: str) -> tuple[str, str]:
    """What a point asks for, and where the law says so: `("Reservationer", "KL 5:67 p. 6")`."""
    what, law = _POINTS[point]
    return gettext(what), law


def read_words(point: str, n: int) -> str:
    """How much was read of what a point asks for: `2 yrkanden`; that nothing is noted, where that is none."""
    return _COUNTED[point](n).format(n=n) if n else gettext(N_("inget noterat"))
