"""What was done before in the matter, as the text tells it.

Jennie Claesson (L) föreslår i en motion väckt vid kommunfullmäktiges sammanträde den 11 december 2023 att …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from importers.bundle import Earlier, EarlierKind
from importers.patterns.dates import first_date
from importers.patterns.earlier import DATED_STEP, RAISED, STEP_KINDS, TREATED
from importers.patterns.organs import CITED_BODY, cited_organ
from importers.text.blocks import Block
from importers.text.passage import Passage, sentences


def told_earlier(blocks: Iterable[Block]) -> tuple[Earlier, ...]:
    """Steps told in running text: the motion raised, a body that treated the matter at a dated meeting."""
    return tuple(step for block in blocks for sentence in sentences(block.body) for step in _told(sentence))


def _told(sentence: Passage) -> Iterable[Earlier]:
    for match in RAISED.finditer(sentence.text):
        yield _step(sentence, match, EarlierKind.RAISED, None)
    for match in TREATED.finditer(sentence.text):
        yield _step(sentence, match, kind_of(match["action"]), match["item"])


def _step(sentence: Passage, match: re.Match[str], kind: EarlierKind, item: str | None) -> Earlier:
    return Earlier(
        kind=kind,
        source=sentence.group(match).source(),
        action=match["action"],
        body=cited_organ(match["organ"]) if match["organ"] else None,
        date=first_date(match["date"]),
        item_number=item,
    )


def listed_earlier(blocks: Sequence[Block]) -> tuple[Earlier, ...]:
    """Entries under "Tidigare behandling"; one entry may hold several dated steps of one kind."""
    return tuple(step for block in blocks for sentence in sentences(block.body) for step in _listed(sentence))


def _listed(sentence: Passage) -> Iterable[Earlier]:
    kind, start = kind_of(sentence.text), 0
    body = CITED_BODY.search(sentence.text)
    for match in DATED_STEP.finditer(sentence.text):
        yield Earlier(
            kind=kind,
            source=sentence.cut(start, match.end()).source(),
            action=sentence.text[: match.start()].strip(" ,") if start == 0 else None,
            body=cited_organ(body["organ"]) if body else None,
            date=first_date(match["date"]),
            item_number=match["item"],
        )
        rest = sentence.text[match.end() :]
        start = match.end() + len(rest) - len(rest.lstrip(" ,;"))


def kind_of(text: str) -> EarlierKind:
    """What kind of step the words tell of; `OTHER` for "behandlade ärendet"."""
    found = [(match.start(), kind) for kind, pattern in STEP_KINDS if (match := pattern.search(text))]
    return min(found)[1] if found else EarlierKind.OTHER
