"""The motion (or other question) that a § says in its title that it answers.

Svar på motion om att inrätta en särskilt avhopparverksamhet för barn och unga från Jennie Claesson (L)
"""

from __future__ import annotations

from importers.bundle import Answer, DocumentKind, Source
from importers.patterns.titles import ANSWERS_BEHIND, ANSWERS_BY, ANSWERS_FROM, ANSWERS_PLAIN
from importers.statements.people import people_in
from importers.statements.who import who_in

_KINDS = {
    "motion": DocumentKind.MOTION,
    "medborgarförslag": DocumentKind.MEDBORGARFORSLAG,
    "interpellation": DocumentKind.INTERPELLATION,
}


def read_answers(title: str, source: Source) -> tuple[Answer, ...]:
    """What the title answers. `title` of the answer is the question's own, without kind and movers: "att inrätta …"."""
    for pattern in (ANSWERS_BY, ANSWERS_FROM, ANSWERS_BEHIND, ANSWERS_PLAIN):
        if match := pattern.match(title):
            kind = _KINDS[match["kind"].lower().removesuffix("en").removesuffix("et")]
            named = match.groupdict().get("movers") or ""
            movers = people_in(named) or (who.people if (who := who_in(named)) else ())
            return (Answer(kind=kind, title=match["title"].strip(" -–"), source=source, movers=movers),)
    return ()
