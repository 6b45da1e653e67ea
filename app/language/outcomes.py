"""What a body proposes or decides as a councillor writes it: `föreslår att motionen besvaras`, `beslutar att ärendet återremitteras`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.language.codes import outcome_word
from app.language.i18n import N_, gettext
from importers.bundle import Outcome

_ = gettext
# What a sentence of a decision says to be about: the word stands as its object ("avslå motionen") or subject ("motionen ska
# anses besvarad"); near a verb is not enough ("avslå yrkandet att remittera motionen").
_ABOUT = re.compile(
    r"\b(?:bifalla|avslå|besvara|avskriva|anse)\s+(motion|medborgarförslag)(?:en|et)?\b"
    r"|\b(motion|medborgarförslag)(?:en|et)\s+(?:ska\s+|skall\s+)?(?:anses|avslås|bifalls|bifalles|besvaras|avskrivs)\b",
    re.IGNORECASE,
)
_SUBJECTS = {
    "motion": N_("motionen"),
    "medborgarförslag": N_("medborgarförslaget"),
    "medborgarforslag": N_("medborgarförslaget"),
}
_OF_SUBJECT: dict[Outcome, str] = {
    Outcome.BIFALL: N_("{subject} bifalls"),
    Outcome.AVSLAG: N_("{subject} avslås"),
    Outcome.BESVARA: N_("{subject} besvaras"),
    Outcome.DELVIS_BIFALL: N_("{subject} bifalls delvis"),
    Outcome.AVSKRIVNING: N_("{subject} avskrivs"),
}
_OF_MATTER: dict[Outcome, str] = {
    Outcome.BESVARA: N_("frågan anses besvarad"),
    Outcome.ATERREMISS: N_("ärendet återremitteras"),
    Outcome.MINORITETSATERREMISS: N_("ärendet återremitteras av en minoritet"),
    Outcome.BORDLAGGNING: N_("ärendet bordläggs"),
    Outcome.REMISS: N_("ärendet remitteras"),
    Outcome.ATERTAGEN: N_("ärendet är återtaget"),
}


def subject_of(sentences: Iterable[str]) -> str | None:
    """What the sentences of a decision say that they bifaller, avslår or besvarar: `motionen`; None where they do not, or
    speak of several things."""
    words = {(found[1] or found[2]).casefold() for text in sentences for found in _ABOUT.finditer(text)}
    return gettext(_SUBJECTS[words.pop()]) if len(words) == 1 else None


def subject_word(kind: str | None) -> str | None:
    """What a matter of a kind is called inside a sentence: `motionen`; None of a kind that is not answered."""
    return gettext(_SUBJECTS[kind]) if kind in _SUBJECTS else None


def subject_answered(outcome: Outcome | str | None, kind: str | None) -> str | None:
    """What is answered, where what was made of it is that and no words are at hand: what the kind of matter is called."""
    return subject_word(kind) if outcome == Outcome.BESVARA else None


def proposes(outcome: Outcome | str, subject: str | None = None) -> str:
    """`föreslår att motionen avslås`; of nothing known, `föreslår avslag`."""
    passive = _passive(outcome, subject)
    if passive:
        return _("föreslår att {passive}").format(passive=passive)
    return _("föreslår {outcome}").format(outcome=outcome_word(outcome))


def decides(outcome: Outcome | str, subject: str | None = None) -> str:
    """`beslutar att motionen avslås`; of nothing known, `beslutar om avslag`."""
    passive = _passive(outcome, subject)
    if passive:
        return _("beslutar att {passive}").format(passive=passive)
    if outcome == Outcome.OTHER:
        return _("fattar ett beslut av annat slag")
    return _("beslutar om {outcome}").format(outcome=outcome_word(outcome))


def _passive(outcome: Outcome | str, subject: str | None) -> str | None:
    known = Outcome(outcome)
    if subject and known in _OF_SUBJECT:
        return gettext(_OF_SUBJECT[known]).format(subject=subject)
    return gettext(_OF_MATTER[known]) if known in _OF_MATTER else None
