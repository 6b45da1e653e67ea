"""Where every page leads: the head's subjects and what the foot adds. Each word is a message of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from app.language.i18n import N_, gettext
from app.pages.languages import at

_HEAD = (
    (N_("Ärenden"), "/arenden"),
    (N_("Sammanträden"), "/sammantraden"),
    (N_("Motioner"), "/motioner"),
    (N_("Voteringar"), "/voteringar"),
    (N_("Personer"), "/personer"),
    (N_("Organen"), "/organ"),
    (N_("Statistik"), "/statistik"),
    (N_("Sök"), "/sok"),
)
_FOOT = (
    (N_("Partier"), "/partier"),
    (N_("Yrkanden"), "/yrkanden"),
    (N_("Reservationer"), "/reservationer"),
    (N_("Yttranden"), "/yttranden"),
    (N_("Handlingar"), "/handlingar"),
    (N_("Iakttagelser"), "/iakttagelser"),
    (N_("Kvalitet"), "/kvalitet"),
    (N_("Rättelser och ändringar"), "/andringar"),
    (N_("Öppna data (API)"), "/data"),
    (N_("Ordlista"), "/ordlista"),
    (N_("Om Diarium"), "/om"),
    (N_("Tillgänglighet"), "/tillganglighet"),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A link of the head or the foot. `current` is aria-current: `page` for the page itself, `true` for one below it."""

    word: str
    address: str
    current: str | None


def head(here: str) -> list[Subject]:
    """The subjects of the head, seen from the page at this Swedish path."""
    return [_subject(word, path, here) for word, path in _HEAD]


def foot(here: str) -> list[Subject]:
    """What the foot adds, seen from the page at this Swedish path."""
    return [_subject(word, path, here) for word, path in _FOOT]


def _subject(word: str, path: str, here: str) -> Subject:
    current = "page" if here == path else "true" if here.startswith(f"{path}/") else None
    return Subject(gettext(word), at(path), current)
