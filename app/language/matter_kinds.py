"""What kind of matter it is, in words, and what says so."""

from __future__ import annotations

from app.language.i18n import N_, gettext
from app.register.matter_kind import Evidence, MatterKind
from app.schemas.rows import CaseRow

_ = gettext
WORDS: dict[MatterKind, str] = {
    MatterKind.MOTION: N_("motion"),
    MatterKind.MEDBORGARFORSLAG: N_("medborgarförslag"),
    MatterKind.INTERPELLATION: N_("interpellation eller enkel fråga"),
    MatterKind.REMISS: N_("remiss"),
    MatterKind.OWN: N_("väckt av en ledamot i organet"),
    MatterKind.VAL: N_("val"),
    MatterKind.ANMALAN: N_("anmälan"),
    MatterKind.ORDNINGSFRAGA: N_("ordningsfråga"),
    MatterKind.INFORMATION: N_("information"),
}
_EVIDENCE: dict[Evidence, str] = {
    Evidence.PAPER: N_("enligt dess egen handling"),
    Evidence.TITLE: N_("enligt rubriken"),
    Evidence.CLAUSE: N_("enligt beslutet"),
    Evidence.TOLD: N_("det sägs när den väcktes"),
}


def kind_line(case: CaseRow) -> str | None:
    """`Slag: remiss (enligt beslutet)`; None where nothing says."""
    if case["kind"] is None or case["kind_evidence"] is None:
        return None
    word, says = gettext(WORDS[MatterKind(case["kind"])]), gettext(_EVIDENCE[Evidence(case["kind_evidence"])])
    return _("Slag: {kind} ({evidence})").format(kind=word, evidence=says)


def kind_word(kind: str) -> str:
    """`medborgarforslag` → `medborgarförslag`; what is no kind keeps its letters."""
    return gettext(WORDS[MatterKind(kind)]) if kind in set(MatterKind) else kind
