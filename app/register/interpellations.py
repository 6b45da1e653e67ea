"""Interpellations and plain questions that are answered aloud: no body decides anything of them."""

from __future__ import annotations

import re

from importers.bundle import Item, Role, Source
from importers.patterns.titles import SOMEBODY_ANSWERS

IS_QUESTION = re.compile(r"^(?:svar på |besvarande av )?(?:interpellation|enkel fråga)", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_LATER = re.compile(r"\b(?:inte|nästa|kommande|senare|skriftligen)\b", re.I)


def answered_aloud(item: Item) -> Source | None:
    """Where a § tells that its interpellation or question is answered: "Ordföranden i hamnnämnden Anna Ek (S) besvarar
    interpellationen varefter överläggning äger rum."; None where it does not, or a decision says what became of it."""
    if item.outcome is not None or item.decisions or not IS_QUESTION.match(item.title):
        return None
    for section in item.sections:
        if section.role in {Role.PRESENTATION, Role.OTHER}:
            for sentence in _SENTENCE_END.split(section.text):
                if SOMEBODY_ANSWERS.match(sentence) and not _LATER.search(sentence):
                    return Source(sentence, section.source.places)
    return None
