"""Pages to documents: which page starts one, of what kind, whose and of which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from importers.bundle import DocumentKind
from importers.documents.head import Head
from importers.documents.head_cells import sort_of_cell
from importers.documents.heads import read_head, take_lines
from importers.documents.papers import split_title
from importers.documents.stamps import take_stamp
from importers.documents.starts import Start, is_head_line, starts_in
from importers.patterns.acts import STATES_AT_START
from importers.patterns.furniture import PAGE_NUMBER
from importers.patterns.headings import role_of
from importers.patterns.item_numbers import ITEM_HEADING
from importers.patterns.paper_kinds import COVERING_LETTER, KIND_TITLES
from importers.patterns.vote_grids import HEADS_LIST
from importers.patterns.vote_lists import CHOICE_OVER_NAMES
from importers.patterns.vote_tables import APPENDIX_HEADING, COLUMNS_OF_VOTES, ITEM_OF_LIST, ROWS_HEADING, VOTE_LISTS
from importers.statements.signatures import split_signatures
from importers.text.furniture import Sheet
from importers.text.layout import Line
from importers.text.passage import Passage, passage
from importers.text.sections import style_of

_OPENING = 12  # lines within which an appendix shows that it is a list of votes
_MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
_TITLE_WITHIN = 6  # lines of a page
_LARGER = 2.0  # points
_SHORT = 12  # lines, none a sentence: the first page of a report
_SIGNED = 12  # lines


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
    titled: int = 0  # how many of the first lines are the title
    title_page: bool = False  # whether it may open with a report's title page, which has no head
    page_cases: dict[int, list[Passage]] = field(default_factory=dict)  # of the heads of its pages after the first
    around: Head | None = None  # the head of the page in whose middle the document starts
    maybe: list[Line] = field(default_factory=list)  # lines that may head a document of their own


def cut(sheets: Sequence[Sheet], stamps: Mapping[int, Sequence[Line]] | None = None) -> tuple[Draft, ...]:
    """The documents of the file, in page order; `stamps` are those of pages whose papers were received, by page.

    The pages' heads are those of the paper that they were printed as; a document that starts in mid-page goes on as
    long as they do.
    """
    drafts: list[Draft] = []
    printed_as: Draft | None = None
    for above, sheet in zip((None, *sheets), sheets, strict=False):
        if printed_as is not None and above is not None and _lists_their_votes(sheet, above, printed_as):
            _give(drafts[-1], sheet.text, sheet.frame.page)
            _count(read_head(replace(sheet, text=()))[0], printed_as)
            continue
        head, text = read_head(
            sheet,
            first=not drafts,
            goes_on=above is not None and _minutes_go_on(sheet, above, drafts[-1]),
            above=above.text if above else (),
        )
        if stamp := (stamps or {}).get(sheet.frame.page):
            take_stamp(stamp, head)
        before = drafts[-1].lines if drafts else []
        on_top, starts = _on_top(starts_in(text, before), text, head)
        if printed_as and not on_top and _goes_on(head, sheet.frame.page, printed_as):
            printed_as.head = head  # says whose the report is, which its title page does not
        elif (
            printed_as is None
            or on_top
            or (
                starts_document(head, printed_as.head)
                and not _counts_on(head, sheet.frame.page, printed_as)
                and not _is_next_of_minutes(head, drafts[-1], printed_as.head)
            )
            or (head.kind is None and opens_with_title(text))
        ):
            printed_as = Draft(head, sheet.frame.page, sheet.frame.page)
            drafts.append(printed_as)
        elif head.kind is None and _opens_after_signatures(text, drafts[-1]):
            printed_as = Draft(head, sheet.frame.page, sheet.frame.page, title_page=True)
            drafts.append(printed_as)
        if head is not printed_as.head and head.case_numbers:
            printed_as.page_cases[sheet.frame.page] = head.case_numbers
        _count(head, printed_as)
        printed_as.head.body = printed_as.head.body or head.body
        if on_top:
            drafts[-1].titled = on_top.text - on_top.end
        drafts[-1].head_lines.extend(head.lines)
        drafts[-1].leftovers.extend(head.leftovers)
        _share_out(text[on_top.end if on_top else 0 :], starts, drafts, head, sheet.frame.page)
    return tuple(drafts)


def _lists_their_votes(sheet: Sheet, above: Sheet, current: Draft) -> bool:
    """Whether a page with no head of its own, or with that of the page above, is an appendix of the minutes before it that
    lists votes, often turned.
    """
    if not sheet.text or (sheet.head and not _alike(sheet, above)):
        return False
    opening = [line.text for line in sheet.text[:_OPENING]]
    heads = (ROWS_HEADING, ITEM_OF_LIST, VOTE_LISTS, HEADS_LIST)
    titled = APPENDIX_HEADING.match(opening[0])
    below = opening if titled else opening[1:]
    over_names = sum(CHOICE_OVER_NAMES.match(line.text) is not None for line in sheet.text)
    lists = (titled or VOTE_LISTS.match(opening[0])) and any(
        over_names > 1 or COLUMNS_OF_VOTES.search(text) or any(one.match(text) for one in heads) for text in below
    )
    return bool(lists) and _is_of_minutes(current)


def _is_of_minutes(draft: Draft) -> bool:
    """Whether the draft is of minutes, by its head or by a § in it."""
    return draft.head.kind in _MINUTES or any(ITEM_HEADING.match(line.text) for line in draft.lines)


def _minutes_go_on(sheet: Sheet, above: Sheet, draft: Draft) -> bool:
    """Whether a page in the furniture of the page above it, of minutes that their head does not call so, goes on with what
    somebody says or wants.
    """
    if not sheet.head or not _alike(sheet, above):
        return False
    said = len(sheet.text) > 1 and STATES_AT_START.match(sheet.text[1].text) is not None
    return said and any(ITEM_HEADING.match(line.text) for line in draft.lines)


def _alike(sheet: Sheet, above: Sheet) -> bool:
    """Whether both pages have the same head but for their numbers."""
    return [_even(line) for line in sheet.head] == [_even(line) for line in above.head]


def _even(line: Line) -> str:
    """A line of furniture without the number of its page."""
    return " ".join(cell.text for cell in line.cells if not PAGE_NUMBER.match(cell.text))


def _on_top(starts: Sequence[Start], text: Sequence[Line], head: Head) -> tuple[Start | None, list[Start]]:
    """The head that opens the page's text, read into the page's own; and the starts that are left, counted from its end."""
    first = next((start for start in starts if start.first == 0 and start.sure), None)
    if first is None:
        return None, list(starts)
    _take_head(text[: first.end], head)
    rest = [start for start in starts if start is not first]
    return first, [
        replace(start, first=start.first - first.end, end=start.end - first.end, text=start.text - first.end)
        for start in rest
    ]


def _take_head(lines: Sequence[Line], head: Head) -> None:
    """Reads a head; cells of it that are garbled stay unread."""
    for line in lines:
        take_lines([line] if is_head_line(line) else [cell for cell in line.cells if sort_of_cell(cell)], head)


def _share_out(text: Sequence[Line], starts: Sequence[Start], drafts: list[Draft], around: Head, page: int) -> None:
    """Gives the page's lines to the document so far, and to those that start among them."""
    used = 0
    for start in starts:
        if not start.sure or drafts[-1].head.kind is DocumentKind.PROTOKOLL:
            drafts[-1].maybe.append(text[start.first])
            continue
        _give(drafts[-1], text[used : start.first], page)
        drafts.append(Draft(Head(), page, page, titled=start.text - start.end, around=around))
        _take_head(text[start.first : start.end], drafts[-1].head)
        drafts[-1].head_lines.extend(drafts[-1].head.lines)
        used = start.end
    _give(drafts[-1], text[used:], page)


def _count(head: Head, draft: Draft) -> None:
    if head.number is not None and head.of is not None:
        draft.numbers.append((head.number, head.of))


def _give(draft: Draft, lines: Sequence[Line], page: int) -> None:
    draft.last = page
    draft.lines.extend(lines)


def _counts_on(head: Head, page: int, draft: Draft) -> bool:
    """Whether the page is by its own number, "2 (7)", the next of the paper before it, whose first page says less of itself, and
    nothing different: whose it is, as a rule."""
    number = page - draft.first + 1
    counted = head.number == number > 1 and all(of == head.of for _, of in draft.numbers)
    alike = head.kind in (None, draft.head.kind) and head.date in (None, draft.head.date)
    return counted and alike and draft.head.body is None and _cases(head) in (None, _cases(draft.head))


def _is_next_of_minutes(head: Head, draft: Draft, current: Head) -> bool:
    """Whether the page goes on with whole minutes, in whose head nothing but the matter of its own § differs."""
    whole = head.kind is current.kind is DocumentKind.PROTOKOLL and head.date is not None and head.date == current.date
    if not whole or _differs(_text(head.body), _text(current.body)) or head.number == 1:
        return False
    return head.number is not None or not split_signatures(draft.lines[-_SIGNED:])[1]


def counted_through(drafts: Sequence[Draft]) -> bool:
    """Whether the pages are counted through the whole file, whose papers then lack none: "1 (4)" and, of the next, "2 (4)"."""
    numbers = [number for draft in drafts for number in draft.numbers]
    return len(drafts) > 1 and numbers == [(page, len(numbers)) for page in range(1, len(numbers) + 1)]


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
    title, rest = split_title(lines, style)
    if any(ITEM_HEADING.match(line.text) for line in rest[:1]):
        return False  # the title of a §, printed above its number
    return bool(title) and any(pattern.match(passage(title).text) for _, pattern in KIND_TITLES)


def _opens_after_signatures(lines: Sequence[Line], draft: Draft) -> bool:
    """Whether a page opens like a paper of its own, and the text before it ends with the names of those who signed it.

    A report in a bundle says in no head what it is: "Granskning av skolnämnden" in large letters, or alone on its page.
    A covering letter is of the paper that it covers, and minutes have their appendices behind the names.
    """
    before = draft.lines
    if not split_signatures(before[-_SIGNED:])[1] or _is_of_minutes(draft):
        return False
    size = style_of(before).size + _LARGER
    larger = any(line.size >= size for line in lines[:_TITLE_WITHIN])
    return (larger or _is_title_page(lines)) and not any(COVERING_LETTER.match(line.text) for line in before)


def _is_title_page(lines: Sequence[Line]) -> bool:
    """Whether a page has a few short lines, and neither sentences nor headings."""
    return 0 < len(lines) <= _SHORT and not any(
        line.text.endswith((".", ":", ",")) or role_of(line.text) or len(line.words) > _SHORT for line in lines
    )


def _goes_on(head: Head, page: int, draft: Draft) -> bool:
    """Whether the page is the first after a report's title page, and its head tells what the title page does not."""
    bare = draft.head.kind is None and draft.head.body is None and draft.head.date is None
    return draft.title_page and page == draft.first + 1 and bare and head.kind is None


def _differs(one: object, other: object) -> bool:
    """Both are stated, and not the same; or the page states what the document so far has not."""
    return one is not None and one != other


def _text(words: object) -> str | None:
    return getattr(words, "text", None)


def _cases(head: Head) -> tuple[str, ...] | None:
    return tuple(words.text for words in head.case_numbers) or None
