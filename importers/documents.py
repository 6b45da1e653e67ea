"""Pages to documents: which page starts one, of what kind, whose and of which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.furniture import Sheet
from importers.heads import Head, read_head
from importers.layout import Line
from importers.papers import split_title
from importers.passage import passage
from importers.patterns.headings import KIND_TITLES
from importers.sections import style_of


@dataclass(slots=True)
class Draft:
    """The pages of one document: its first page's head, and all its lines of text."""

    head: Head
    first: int
    last: int
    lines: list[Line] = field(default_factory=list)
    head_lines: list[Line] = field(default_factory=list)
    leftovers: list[Line] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)  # "2 (3)" as printed on its pages, in order
    labels: list[Line] = field(default_factory=list)  # lines whose words are form unless a value claims them


def cut(sheets: Sequence[Sheet]) -> tuple[Draft, ...]:
    """The documents of the file, in page order."""
    drafts: list[Draft] = []
    for sheet in sheets:
        head, text = read_head(sheet)
        if not drafts or starts_document(head, drafts[-1].head) or (head.kind is None and opens_with_title(text)):
            drafts.append(Draft(head, sheet.frame.page, sheet.frame.page))
        draft = drafts[-1]
        draft.last = sheet.frame.page
        draft.lines.extend(text)
        if head.number is not None and head.of is not None:
            draft.numbers.append((head.number, head.of))
        draft.head_lines.extend(head.lines)
        draft.leftovers.extend(head.leftovers)
    return tuple(drafts)


def starts_document(head: Head, current: Head) -> bool:
    """Whether a page with this head starts a new document after one with the current head.

    It does when it says another kind, body, day or case than the document so far, or counts its pages anew.
    """
    if _differs(head.kind, current.kind) or _differs(_text(head.body), _text(current.body)):
        return True
    if head.kind is not None and (_differs(head.date, current.date) or _differs(_cases(head), _cases(current))):
        return True
    return head.number == 1 and head.of is not None and current.of is not None and head.kind is not None


def opens_with_title(lines: Sequence[Line]) -> bool:
    """Whether a page whose head names no kind opens with the title of a motion or the like: appendices often do."""
    style = style_of(lines)
    title, _ = split_title(lines, style)
    return bool(title) and any(pattern.match(passage(title).text) for _, pattern in KIND_TITLES)


def _differs(one: object, other: object) -> bool:
    """Both are stated, and not the same; or the page states what the document so far has not."""
    return one is not None and one != other


def _text(words: object) -> str | None:
    return getattr(words, "text", None)


def _cases(head: Head) -> tuple[str, ...] | None:
    return tuple(words.text for words in head.case_numbers) or None
