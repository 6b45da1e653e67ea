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
        "signed_by",
        "justerare",
        "handlaggare",
    ),
    "decisions": ("mode", "body", "to_body", "via", "lead"),
    "clauses": ("number", "text", "outcome", "about"),
    "yrkanden": ("stance", "target", "rank", "parties", "group_name", "m_fl", "text", "movers"),
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
    "ballots": ("choice", "name"),
    "presence": ("role", "serving", "items", "note", "name", "for"),
    "reservations": ("parties", "group_name", "in_favour_of", "written", "text", "people"),
    "statements": ("kind", "parties", "group_name", "attribution", "inferred_from", "text", "people"),
    "document_references": ("role", "kind", "text", "body", "date", "item_number", "attachment"),
}
# The fields that hold people, `Anna Ek (C); Bo Alm (S)`, and the role in which a fact mentions them.
MENTIONED: Mapping[str, Mapping[str, str]] = {
    "documents": {"signed_by": "signed_by", "justerare": "justerare", "handlaggare": "handlaggare"},
    "yrkanden": {"movers": "mover"},
    "reservations": {"people": "reservant"},
    "statements": {"people": "author"},
}
# The roles in which anybody is mentioned: those, and the members of a group as the attendance has them.
ROLES = (*sorted({role for fields in MENTIONED.values() for role in fields.values()}), "member")
# The fields that hold one person, and the columns that lead to the name.
NAMED: Mapping[str, Mapping[str, str]] = {
    "ballots": {"name": "name_id"},
    "presence": {"name": "name_id", "for": "for_name_id"},
}
# What can be added, as it is typed: the table, and the fields that it cannot do without.
ADDED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "beslut": ("decisions", ("mode", "lead")),
    "att-sats": ("clauses", ("text",)),
    "yrkande": ("yrkanden", ("stance", "text")),
    "proposition": ("propositions", ("text",)),
    "votering": ("votes", ("yes", "no")),
    "rost": ("ballots", ("name", "choice")),
    "narvaro": ("presence", ("name", "role", "serving")),
    "reservation": ("reservations", ("text",)),
    "yttrande": ("statements", ("kind", "text", "attribution")),
    "hanvisning": ("document_references", ("role", "text")),
}
# To what it is added: a table whose row is typed, and the column that then leads to it where that is a fact itself.
PARENTS: Mapping[str, Mapping[str, str | None]] = {
    "decisions": {"items": None},
    "clauses": {"decisions": "decision_id", "documents": None},
    "yrkanden": {"items": None},
    "propositions": {"items": None},
    "votes": {"items": None},
    "ballots": {"votes": "vote_id"},
    "presence": {"documents": None},
    "reservations": {"items": None},
    "statements": {"items": None},
    "document_references": {"items": None, "documents": None},
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
_EARLIER_KINDS = ("raised", "remitted", "tabled", "returned", "proposed", "decided")
CODES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("items", "outcome"): _OUTCOMES,
    ("clauses", "outcome"): _OUTCOMES,
    ("documents", "kind"): _DOCUMENT_KINDS,
    ("document_references", "role"): ("basis", "earlier"),
    ("document_references", "kind"): (*_DOCUMENT_KINDS, *_EARLIER_KINDS),
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
