"""What kinds of bodies are called."""

from __future__ import annotations

from app.language.i18n import N_, gettext

KINDS = {
    "council": N_("fullmäktige"),
    "executive_board": N_("styrelse"),
    "working_committee": N_("utskott"),
    "committee": N_("nämnd"),
    "drafting_committee": N_("beredning"),
    "advisory_council": N_("råd"),
    "auditors": N_("revisorer"),
    "general_meeting": N_("stämma"),
    "administration": N_("förvaltning"),
    "other": N_("annat organ"),
}


def body_kind_word(kind: str) -> str:
    """What a kind of body is called: `utskott`."""
    return gettext(KINDS.get(kind, KINDS["other"]))
