"""What people may correct, by kind of row, in plain words that need no database: `diarium act correct --help` shows it.

The fields stand in the order of the row; those that identify it stand first.
"""

from __future__ import annotations

from collections.abc import Mapping

FIELDS: Mapping[str, tuple[str, ...]] = {
    "items": ("case_numbers", "number", "title", "title_printed", "outcome", "summary"),
    "documents": (
        "body",
        "case_numbers",
        "date",
        "kind",
        "title",
        "document_number",
        "received",
        "addressed_to",
    ),
    "decisions": ("mode", "to_body", "via", "lead"),
    "clauses": ("text", "outcome", "about"),
    "yrkanden": ("stance", "target", "rank", "parties", "group_name", "m_fl", "text"),
    "propositions": ("alternatives", "winner", "text"),
    "votes": (
        "question",
        "yes_means",
        "no_means",
        "yes",
        "no",
        "abstain",
        "absent",
        "paired",
        "casting_vote",
        "result",
    ),
    "ballots": ("choice",),
    "presence": ("role", "serving", "note"),
    "reservations": ("parties", "group_name", "in_favour_of", "written", "text"),
    "statements": ("kind", "parties", "group_name", "attribution", "inferred_from", "text"),
    "document_references": ("role", "kind", "text", "item_number", "attachment"),
}
_OUTCOMES = (
    "bifall",
    "avslag",
    "besvara",
    "delvis_bifall",
    "aterremiss",
    "minoritetsaterremiss",
    "bordlaggning",
    "remiss",
    "avskrivning",
    "atertagen",
    "tillstyrkan",
    "avstyrkan",
    "godkannande",
    "anteckning",
    "val",
    "other",
)
_DOCUMENT_KINDS = (
    "protokoll",
    "protokollsutdrag",
    "tjansteskrivelse",
    "motion",
    "medborgarforslag",
    "interpellation",
    "yrkande",
    "yttrande",
    "remissvar",
    "voteringslista",
    "anslag",
    "bilaga",
    "other",
)
CODES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("items", "outcome"): _OUTCOMES,
    ("clauses", "outcome"): _OUTCOMES,
    ("documents", "kind"): _DOCUMENT_KINDS,
    ("document_references", "role"): ("basis", "earlier"),
    ("document_references", "kind"): _DOCUMENT_KINDS,
    ("decisions", "mode"): ("decides", "proposes"),
    ("yrkanden", "stance"): (
        "bifall",
        "avslag",
        "besvara",
        "aterremiss",
        "bordlaggning",
        "tillagg",
        "andring",
        "eget",
        "other",
    ),
    ("ballots", "choice"): ("yes", "no", "abstain", "absent", "paired"),
    ("presence", "role"): ("chair", "member", "substitute", "other"),
    ("statements", "kind"): ("sarskilt_yttrande", "protokollsanteckning", "deltar_ej", "jav"),
    ("statements", "attribution"): ("named", "group", "inferred", "none"),
}
