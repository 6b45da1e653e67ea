"""The codes of a bundle as words: `besvara` → "besvara", `tjansteskrivelse` → "tjänsteskrivelse"; and what its fields
are called: `title` → "rubrik"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.language.i18n import N_, gettext
from importers.bundle import DocumentKind, Mode, Outcome, Stance, StatementKind

KINDS: dict[DocumentKind, str] = {
    DocumentKind.PROTOKOLL: N_("protokoll"),
    DocumentKind.PROTOKOLLSUTDRAG: N_("protokollsutdrag"),
    DocumentKind.TJANSTESKRIVELSE: N_("tjänsteskrivelse"),
    DocumentKind.MOTION: N_("motion"),
    DocumentKind.MEDBORGARFORSLAG: N_("medborgarförslag"),
    DocumentKind.INTERPELLATION: N_("interpellation"),
    DocumentKind.YRKANDE: N_("yrkande"),
    DocumentKind.YTTRANDE: N_("yttrande"),
    DocumentKind.REMISSVAR: N_("remissvar"),
    DocumentKind.VOTERINGSLISTA: N_("voteringslista"),
    DocumentKind.ANSLAG: N_("anslag"),
    DocumentKind.BILAGA: N_("bilaga"),
    DocumentKind.OTHER: N_("handling"),
}

OUTCOMES: dict[Outcome, str] = {
    Outcome.BIFALL: N_("bifall"),
    Outcome.AVSLAG: N_("avslag"),
    Outcome.BESVARA: N_("besvarad"),
    Outcome.DELVIS_BIFALL: N_("delvis bifall"),
    Outcome.ATERREMISS: N_("återremiss"),
    Outcome.MINORITETSATERREMISS: N_("minoritetsåterremiss"),
    Outcome.BORDLAGGNING: N_("bordläggning"),
    Outcome.REMISS: N_("remiss"),
    Outcome.AVSKRIVNING: N_("avskrivning"),
    Outcome.ATERTAGEN: N_("återtagen"),
    Outcome.TILLSTYRKAN: N_("tillstyrkan"),
    Outcome.AVSTYRKAN: N_("avstyrkan"),
    Outcome.GODKANNANDE: N_("godkännande"),
    Outcome.ANTECKNING: N_("anteckning"),
    Outcome.VAL: N_("val"),
    Outcome.OTHER: N_("annat beslut"),
}

STANCES: dict[Stance, str] = {
    Stance.BIFALL: N_("bifall"),
    Stance.AVSLAG: N_("avslag"),
    Stance.BESVARA: N_("besvarad"),
    Stance.ATERREMISS: N_("återremiss"),
    Stance.BORDLAGGNING: N_("bordläggning"),
    Stance.TILLAGG: N_("tillägg"),
    Stance.ANDRING: N_("ändring"),
    Stance.EGET: N_("eget förslag"),
    Stance.OTHER: N_("annat yrkande"),
}

MODES: dict[Mode, str] = {Mode.DECIDES: N_("beslutar"), Mode.PROPOSES: N_("föreslår")}

STATEMENTS: dict[StatementKind, str] = {
    StatementKind.SARSKILT_YTTRANDE: N_("särskilt yttrande"),
    StatementKind.PROTOKOLLSANTECKNING: N_("protokollsanteckning"),
    StatementKind.DELTAR_EJ: N_("deltar inte i beslutet"),
    StatementKind.JAV: N_("jäv"),
}

# How an outcome reaches one clause of a motion, where the sentence does not name the clause.
REACHES: dict[str, str] = {
    "rest": N_("i övrigt"),
    "whole": N_("motionen som helhet"),
    "unclear": N_("går inte att utläsa för denna att-sats"),
}

# What can be corrected or typed in (`app/acts/fields.py`).
FIELDS: dict[str, str] = {
    "about": N_("vad satsen gäller"),
    "absent": N_("antal frånvarande"),
    "abstain": N_("antal som avstod"),
    "addressed_to": N_("ställd till"),
    "alternatives": N_("alternativ"),
    "attachment": N_("bilaga"),
    "attribution": N_("hur författaren är känd"),
    "body": N_("organ"),
    "case_numbers": N_("ärendenummer"),
    "casting_vote": N_("ordförandens utslagsröst"),
    "choice": N_("röst"),
    "date": N_("dag"),
    "document_number": N_("handlingens nummer"),
    "for": N_("tjänstgör för"),
    "group_name": N_("grupp"),
    "handlaggare": N_("handläggare"),
    "in_favour_of": N_("till förmån för"),
    "inferred_from": N_("orden som författaren härleds ur"),
    "item_number": N_("paragraf"),
    "items": N_("paragrafer"),
    "justerare": N_("justerare"),
    "kind": N_("slag"),
    "lead": N_("inledning"),
    "m_fl": N_("med flera"),
    "mode": N_("beslutar eller föreslår"),
    "movers": N_("vilka som yrkar"),
    "name": N_("namn"),
    "no": N_("antal nej"),
    "no_means": N_("vad nej betyder"),
    "note": N_("notering"),
    "notice_posted": N_("anslaget"),
    "notice_until": N_("anslaget till och med"),
    "number": N_("nummer"),
    "outcome": N_("utfall"),
    "paired": N_("antal kvittade"),
    "parties": N_("partier"),
    "people": N_("vilka"),
    "question": N_("fråga"),
    "rank": N_("i vilken hand"),
    "received": N_("inkommen"),
    "result": N_("resultat"),
    "role": N_("roll"),
    "serving": N_("tjänstgör"),
    "signed_by": N_("undertecknad av"),
    "stance": N_("vad som yrkas"),
    "summary": N_("sammanfattning"),
    "target": N_("vad yrkandet gäller"),
    "text": N_("lydelse"),
    "title": N_("rubrik"),
    "title_printed": N_("rubrik så som den trycks"),
    "to_body": N_("till organ"),
    "verified": N_("justerat"),
    "via": N_("genom"),
    "winner": N_("vad som vann"),
    "written": N_("skriftlig"),
    "yes": N_("antal ja"),
    "yes_means": N_("vad ja betyder"),
}
CHOICES: dict[str, str] = {
    "yes": N_("ja"),
    "no": N_("nej"),
    "abstain": N_("avstår"),
    "absent": N_("frånvarande"),
    "paired": N_("kvittad"),
}
ROLES: dict[str, str] = {
    "chair": N_("ordförande"),
    "member": N_("ledamot"),
    "substitute": N_("ersättare"),
    "other": N_("övrig"),
    "basis": N_("beslutsunderlag"),
    "earlier": N_("tidigare behandling"),
}
ATTRIBUTIONS: dict[str, str] = {
    "named": N_("namngiven"),
    "group": N_("en grupp"),
    "inferred": N_("härledd ur orden"),
    "none": N_("står inte"),
}
EARLIER: dict[str, str] = {
    "raised": N_("väckt"),
    "remitted": N_("remitterad"),
    "tabled": N_("bordlagd"),
    "returned": N_("återremitterad"),
    "proposed": N_("förslag lämnat"),
    "decided": N_("beslutad"),
}
_CODED: dict[str, Mapping[Any, str]] = {
    "outcome": OUTCOMES,
    "stance": STANCES,
    "mode": MODES,
    "choice": CHOICES,
    "kind": {**KINDS, **STATEMENTS, **EARLIER},
    "role": ROLES,
    "attribution": ATTRIBUTIONS,
}


def field_word(field: str) -> str:
    """What a field is called: `notice_posted` → "anslaget"; one that was corrected once and is no more, as it is."""
    return gettext(FIELDS[field]) if field in FIELDS else field


def value_words(field: str, value: Any) -> str:
    """What a field holds, as people write it: `besvarad`, `S, V`, `ja`; a dash where it is empty."""
    if value is None or value == []:
        return "–"
    if isinstance(value, bool):
        return gettext(N_("ja")) if value else gettext(N_("nej"))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    word = _CODED.get(field, {}).get(value)
    return gettext(word) if word else str(value)


def kind_word(kind: DocumentKind | str) -> str:
    """What a document is called: `tjänsteskrivelse`."""
    return gettext(KINDS[DocumentKind(kind)])


def outcome_word(outcome: Outcome | str) -> str:
    """What an outcome is called: `besvarad`."""
    return gettext(OUTCOMES[Outcome(outcome)])


def stance_word(stance: Stance | str) -> str:
    """What a yrkande wants: `avslag`."""
    return gettext(STANCES[Stance(stance)])


def mode_word(mode: Mode | str) -> str:
    """What a body does with a matter: `föreslår`, never `beslutar` where it only proposes."""
    return gettext(MODES[Mode(mode)])


def statement_word(kind: StatementKind | str) -> str:
    """What a statement is called: `särskilt yttrande`."""
    return gettext(STATEMENTS[StatementKind(kind)])


def reach_words(scope: str | None) -> str | None:
    """How far a sentence about a motion reaches: `motionen som helhet`; None where it names the clause itself."""
    return gettext(REACHES[scope]) if scope in REACHES else None
