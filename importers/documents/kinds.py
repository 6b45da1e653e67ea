"""What kind of document a draft is, and the words that say so."""

from __future__ import annotations

from importers.bundle import DocumentKind
from importers.documents.cut import Draft
from importers.documents.papers import split_title
from importers.patterns.headings import BODYS_PROPOSAL, KIND_TITLES
from importers.patterns.numbers import ITEM_HEADING
from importers.text.passage import Passage, passage
from importers.text.sections import Style

MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
# Put to a council, whoever's paper it is printed on.
QUESTIONS = (DocumentKind.MOTION, DocumentKind.MEDBORGARFORSLAG, DocumentKind.INTERPELLATION)


def kind_of(draft: Draft, style: Style) -> tuple[DocumentKind, Passage | None]:
    """The kind that the head states, else the title; without either, an extract where §§ are headed, else unknown.

    An appendix with a title of its own is what its title says: "Bilaga 1" over "Motion av Anna Ek (C) om lekplatser".
    """
    head = draft.head
    if head.kind is not None and head.kind is not DocumentKind.BILAGA:
        return head.kind, head.kind_words
    lines, _ = split_title(draft.lines, style, draft.titled)
    title = passage(lines)
    # A body's own paper about a motion, or an official's, may bear the motion's title.
    is_bodys = head.prepared or any(BODYS_PROPOSAL.match(line.text) for line in draft.lines)
    for kind, pattern in KIND_TITLES:
        if (match := pattern.match(title.text)) and not (is_bodys and kind in QUESTIONS):
            return kind, title.cut(0, match.end())
    if head.kind is None and any(ITEM_HEADING.match(line.text) for line in draft.lines):
        return DocumentKind.PROTOKOLLSUTDRAG, None
    return head.kind or DocumentKind.OTHER, head.kind_words
