"""What somebody moves, told with what became of it: "På yrkande av Kaj Sol (C) bordläggs ärendet"."""

from __future__ import annotations

from importers.bundle import Stance, Yrkande
from importers.patterns.yrkanden import ON_MOTION, ON_MOTION_BEHIND
from importers.statements.who import who_in
from importers.text.passage import Passage

_STANCES = {"bord": Stance.BORDLAGGNING, "åter": Stance.ATERREMISS}


def moved_with_decision(sentence: Passage) -> tuple[Yrkande, ...]:
    """The yrkande on which a matter is put off or sent back, as the sentence that says so tells; none where it is unclear whose."""
    match = ON_MOTION.search(sentence.text) or ON_MOTION_BEHIND.search(sentence.text)
    who = who_in(match["movers"]) if match else None
    if match is None or who is None or who.official or not (who.people or who.parties):
        return ()
    return (
        Yrkande(
            stance=_STANCES[match["verb"][:4].lower()],
            text=sentence.text,
            source=sentence.source(),
            movers=who.people,
            parties=who.parties,
            group=who.group,
            m_fl=who.m_fl,
            target=match["what"].lower(),
        ),
    )
