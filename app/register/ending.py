"""Whether a § decides its matter, so that nothing follows."""

from __future__ import annotations

import re

from app.register import values
from app.register.bodies import body_kind
from app.register.entities import Entity
from app.register.interpellations import IS_QUESTION
from app.register.motion_titles import announces
from app.register.outcomes import PROCEDURAL
from importers.bundle import Mode, Outcome

# What a body thinks of a matter that another decides.
_OPINIONS = {Outcome.TILLSTYRKAN.value, Outcome.AVSTYRKAN.value}
# A § of another body than the council, of which this is the title, prepares what is decided elsewhere.
_OF_ANOTHERS = re.compile(
    r"\b(?:remiss(?:en|svar|yttrande)?|yttrande (?:över|till|om|angående)|motion(?:en|er)?)\b", re.I
)


# What a member raised in the body itself, by its title.
_RAISED_HERE = re.compile(r"(?:reviderat )?yrkande (?:från|av)\b|(?:ledamots|nämnd)?initiativ\b", re.I)
# What leaves a matter as it is, whoever put the question: "beslutar att inte bereda förslaget vidare".
_CLOSES = re.compile(
    r"\binte (?:att )?(?:bereda|behandla|handlägga|utreda)\b[^.]{0,120}\b(?:vidare|ytterligare)\b"
    r"|\b(?:lämna[rs]?|läggs?|lägga) (?:[^.]{0,80} )?(?:utan (?:vidare |ytterligare )?åtgärd|till handlingarna)\b"
    r"|\bavsluta(?:r|s)? ärendet\b|\bärendet avslutas\b",
    re.I,
)
# What sends the matter on, or only lets a question be put.
_PUTS_OFF = re.compile(
    r"\b(?:bordlägg|återremi|(?:hän)?remitter|översänd|avvakta|överläm|överlåt|hänskjut|uppskjut|skjut\w{0,4} upp"
    r"|bered(?:as|s)\b|för beredning\b|får (?:fram)?ställas\b|(?:besvaras|avgörs|behandlas) (?:vid|på) )",
    re.I,
)


def ends_matter(entity: Entity, item: values.Item, body: str | None, mode: str | None) -> bool:
    """Whether a § decides its matter: an opinion does not, nor what a nämnd makes of a remiss or a motion.

    What the council decides is decided though its words may not tell what became of the matter, unless they put it off or
    it is a motion, or the § tells that a motion has come in; an interpellation that is answered needs no decision. So is what a body makes of what a member raised in it. A point of order is decided by what is done with other §§.
    """
    if mode is None and item.outcome == Outcome.BESVARA and IS_QUESTION.match(item.title):
        return True
    clauses = [row for row in entity.rows if isinstance(row, values.Clause) and row.decision_id]
    if mode != Mode.DECIDES:
        return False
    of_order = item.outcome is None and _is_of_order(clauses)
    if of_order or item.outcome in PROCEDURAL:
        return of_order
    title = item.title or ""
    of_another = _OF_ANOTHERS.search(title) is not None
    voted = any(isinstance(row, values.Vote) for row in entity.rows)
    settled = item.outcome is not None or voted or (_settles(clauses) and not of_another)
    if body_kind(body or "") == "council":
        return settled and not announces(title, item.outcome)
    if item.outcome in _OPINIONS or of_another:
        return False
    return item.outcome is not None or (settled and (_closes(clauses) or _RAISED_HERE.match(title) is not None))


def _closes(clauses: list[values.Clause]) -> bool:
    """Whether att-satser leave the matter as it is: nothing more will be done."""
    return _settles(clauses) and any(_CLOSES.search(row.text) for row in clauses)


def _settles(clauses: list[values.Clause]) -> bool:
    """Whether att-satser that are read as no outcome of a known kind do something with the matter but put it off."""
    return bool(clauses) and not any(row.outcome in PROCEDURAL or _PUTS_OFF.search(row.text) for row in clauses)


def _is_of_order(clauses: list[values.Clause]) -> bool:
    """Whether all that a § tables or notes is other §§: the time is late, and "motionerna under §§ 244–265 bordläggs"."""
    putting_off = [row for row in clauses if row.outcome in PROCEDURAL]
    return bool(putting_off) and all(row.about for row in putting_off)
