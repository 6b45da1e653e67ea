"""Which municipality a document is of, as far as the file itself says."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents import Draft
from importers.passage import Passage, passage

Stated = tuple[str, Passage]


def municipalities(drafts: Sequence[Draft]) -> tuple[Stated | None, ...]:
    """For each document its municipality and the words that say so.

    A head, stamp or address says it outright. A document whose head does not may still name, in its text, the one
    municipality that all heads of the file agree on; a name in running text alone could be anybody's.
    """
    heads = [_of_head(draft) for draft in drafts]
    names = {stated[0] for stated in heads if stated}
    agreed = names.pop() if len(names) == 1 else None
    return tuple(
        stated or (_of_text(draft, agreed) if agreed else None) for stated, draft in zip(heads, drafts, strict=True)
    )


def _of_head(draft: Draft) -> Stated | None:
    for head in (draft.head, draft.around):
        if head and head.municipality is not None and head.municipality_words is not None:
            return head.municipality, head.municipality_words
    return None


def _of_text(draft: Draft, name: str) -> Stated | None:
    text = passage(draft.lines)
    start = text.text.find(name)
    return (name, text.cut(start, start + len(name))) if start >= 0 else None
