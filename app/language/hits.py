"""What a search says in words: the kinds of hits, and what it can be narrowed by."""

from __future__ import annotations

from app.language.codes import outcome_word
from app.language.i18n import N_, gettext

_KINDS = {
    "matter": N_("Ärende"),
    "item": N_("Paragraf"),
    "yrkande": N_("Yrkande"),
    "reservation": N_("Reservation"),
    "statement": N_("Yttrande"),
    "vote": N_("Votering"),
    "document": N_("Handling"),
    "party": N_("Parti"),
    "person": N_("Person"),
    "body": N_("Organ"),
}
_FACETS = {
    "municipality": N_("Kommun"),
    "body": N_("Organ"),
    "kind": N_("Slag"),
    "year": N_("År"),
    "raised": N_("År då motionen väcktes"),
    "party": N_("Parti"),
    "outcome": N_("Utfall"),
    "status": N_("Läge"),
}
STATUSES = {"awaiting": N_("väntar på beslut"), "decided": N_("avgjort"), "open": N_("inte avgjort")}


def hit_kind_word(kind: str) -> str:
    """`reservation` → `Reservation`."""
    return gettext(_KINDS[kind])


def facet_word(facet: str) -> str:
    """`municipality` → `Kommun`."""
    return gettext(_FACETS[facet])


def facet_value_word(facet: str, name: str) -> str:
    """What a value of a facet is called: `besvara` → `besvarad`; what has a name of its own keeps it."""
    if facet == "kind":
        return hit_kind_word(name) if name in _KINDS else name
    if facet == "status":
        return gettext(STATUSES[name]) if name in STATUSES else name
    return outcome_word(name) if facet == "outcome" else name
