"""Minutes to §§: heading, title, case numbers, and the lines of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.bundle import Role
from importers.minutes.beneath_title import is_list, is_sentence, without_body
from importers.minutes.beside_number import is_number, of_place, with_case_beside, without_margin_number
from importers.minutes.draft import ItemDraft
from importers.minutes.head_columns import HeadColumns, columns_of
from importers.minutes.head_line import before_decision, before_heading, head_of, is_organ, title_beside
from importers.minutes.head_numbers import take_case_behind, take_numbers, take_rest, takes_case
from importers.minutes.item_heads import find_heads
from importers.minutes.item_margin import ends_title, part_margin, take_margin
from importers.minutes.other_bodies import numbers_beside
from importers.minutes.series import is_day, parts_in_series
from importers.minutes.titles_above import case_above, heads_boxes, start_around, start_of_title, without_label
from importers.patterns.acts import STATES_AT_START
from importers.patterns.decisions import BODY_SPEAKS, DECIDED, LEAD_END
from importers.patterns.headings import LABEL, RUN_IN, TITLE_ALONE, role_of
from importers.patterns.in_heads import CITED_IN_HEAD, ON_AGENDA, TITLE_LABEL
from importers.patterns.item_numbers import BARE_HEADING, ITEM_AT_END, ITEM_HEADING, RANGE_HEADING
from importers.patterns.numbers import CASE_LABEL_ALONE, TITLE_THEN_CASE
from importers.text.layout import Line
from importers.text.passage import gone_on, passage
from importers.text.sections import Style, heading_before_colon, is_heading, two_as_one

_LEADING = 1.9  # of the size: a title's lines stand closer than this
_LONGEST_TITLE = 12  # lines
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of minutes before the first §, the §§, the lines that only repeat a §'s number on top of a page, and those
    that may head a § that is not read.
    """

    before: tuple[Line, ...]
    items: tuple[ItemDraft, ...]
    repeated: tuple[Line, ...] = ()
    doubtful: tuple[Line, ...] = ()
    in_series: tuple[ItemDraft, ...] = ()  # whose heads only their series tells


def split_items(lines: Sequence[Line], style: Style) -> Parted:
    """The lines cut where §§ start."""
    lines = [piece for line in lines for piece in before_decision(line)]
    heads = find_heads(lines, style)
    starts = heads.starts
    if not starts:
        before, items = _headed_by_title(lines)
        return Parted(before, items)
    ends, edge = [*starts[1:], len(lines)], max(line.x1 for line in lines)
    places = {one.index: one.at for one in heads.in_series}
    items = tuple(
        _item(_without(lines, heads.repeated, start, end), style, edge, places.get(start))
        for start, end in zip(starts, ends, strict=True)
    )
    opening = list(lines[: starts[0]])
    parts: list[list[Line]] = [opening, *(one.lines for one in items)]
    others = [lines[index] for index in heads.others]
    for above, item in zip(parts, items, strict=False):
        while above and any(above[-1] is line for line in others):
            for number in numbers_beside(above[-1]):
                take_numbers(number, item)
            item.heading_lines.insert(0, above.pop())
        if not item.case_numbers and case_above(above, item.heading_lines[0]):
            take_numbers(passage(above[-1:]), item)
            item.heading_lines.insert(0, above.pop())
        if heads_boxes(above, item.heading_lines[0]):
            item.heading_lines.insert(0, above.pop())
        _take_upper_rows(above, item)
    return Parted(
        tuple(_titles_above(opening, items, style)),
        items,
        tuple(lines[index] for index in heads.repeated),
        tuple(lines[index] for index in heads.doubtful),
        tuple(item for item, start in zip(items, starts, strict=True) if start in places),
    )


def _take_upper_rows(above: list[Line], item: ItemDraft) -> None:
    """Gives the § the rows of its title that stand above its number."""
    start = start_around(above, item)
    if start == len(above) or item.title_words is None:
        return
    rows = above[start:]
    del above[start:]
    item.heading_lines[:0] = rows
    item.title[:0] = rows
    item.title_words = gone_on(passage(rows), item.title_words)


def _without(lines: Sequence[Line], left_out: Sequence[int], start: int, end: int) -> list[Line]:
    return [lines[index] for index in range(start, end) if index not in left_out]


def _titles_above(before: list[Line], items: Sequence[ItemDraft], style: Style) -> list[Line]:
    """Gives the §§ the titles that stand above their numbers, where none do beneath: "Svar på remiss / § 61, 142/24".

    What is left of the lines before the first §.
    """
    untitled = sum(not item.title for item in items) > len(items) / 2
    above = before
    start = _title_above(above, items[0], style, plain=untitled)
    before, habit = above[:start], start < len(above)
    for last, item in pairwise(items):
        if habit or not item.title:
            start = _title_above(last.lines, item, style, plain=untitled)
            last.lines = last.lines[:start]
    return before


def _title_above(above: Sequence[Line], item: ItemDraft, style: Style, *, plain: bool) -> int:
    """Gives the § the title that ends the lines above its number: where it starts, or their end if there is none.

    It stands out; `plain`: or, where nearly no § has a title beneath its number, in the text's own dress beneath a gap.
    Where the number is the first on its page, the title may be the last on the page before.
    """
    head = item.heading_lines[0]
    if any(style.stands_out(line.cells[0]) for line in item.title) or not above:
        return len(above)
    if above[-1].page != head.page and (item.title or not plain):
        return len(above)
    start = start_of_title(above, head, style, plain=plain and not item.title)
    title = list(above[start:])
    if not title or "§§" in title[0].text or len(title) > _LONGEST_TITLE or len({line.page for line in title}) > 1:
        return len(above)
    if item.title:  # what stands beneath the number is a remark
        item.beneath = [*item.title, *item.beneath]
        item.heading_lines = [line for line in item.heading_lines if line not in item.title]
    item.title, item.title_words = title, without_label(passage(title))
    item.heading_lines[:0] = title
    return start


def _headed_by_title(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[ItemDraft, ...]]:
    """An extract of one § whose number stands at the end of its title, which are its first lines.

    The first heading may stand on the title's last line: "§ 215, N165-0638/24 Beslut 1. Nämnden avstyrker motionen".
    """
    for index, line in enumerate(lines[:_LONGEST_TITLE]):
        first, *rest = before_heading(line)
        head = [*lines[:index], first]
        words = passage(head)
        if match := ITEM_AT_END.match(words.text):
            number = words.cut(words.text.find("§", match.end("title")), match.end("number"))
            draft = ItemDraft(number, match["number"], heading_lines=head)
            draft.title, draft.title_words = head, words.group(match, "title")
            draft.case_numbers, draft.lines = [words.group(match, "case")], [*rest, *lines[index + 1 :]]
            return (), (draft,)
    return tuple(lines), ()


def _item(lines: Sequence[Line], style: Style, farthest: float, at: int | None = None) -> ItemDraft:
    """The § that the lines are; `at`: where its number stands among the words of the first, which has no form that is known."""
    lines, margin = part_margin(lines) if at is None else (list(lines), [])
    lines = without_margin_number(lines)
    columns = columns_of(lines) if at is None else None
    if at is not None:
        draft = _of_series(lines[0], at)
    else:
        draft = _of_columns(columns, lines) if columns else _of_line(lines[0])
    used = len(draft.heading_lines)
    while (
        used < len(lines) and not ends_title(lines[used], margin, style) and _belongs_to_head(lines, used, draft, style)
    ):
        used += 1
    draft.title = without_body(draft.title, draft.heading_lines, farthest)
    draft.lines = list(lines[used:])
    if margin:
        take_margin(margin, lines[0].cells[1].x0, draft)
    _part_sentence(draft, style, farthest)
    if draft.title:
        words = passage(draft.title)
        first = draft.title_words
        if first is None:
            first = words
        elif len(draft.title) > 1:
            first = words.cut(max(0, words.text.find(first.text.rstrip("-"))))  # its last word may be broken
        draft.title_words = without_label(first)
        take_case_behind(draft.title_words, draft)
    return draft


def _of_line(line: Line) -> ItemDraft:
    """The § with what its heading's line holds."""
    titled = title_beside(line)
    number = titled[1] if titled else head_of(line)
    head, case = with_case_beside(number)
    heading = passage([head])
    several = RANGE_HEADING.match(heading.text)
    match = several or ITEM_HEADING.match(heading.text) or BARE_HEADING.match(heading.text)
    assert match is not None
    draft = ItemDraft(heading.cut(0, match.end("number")), match["number"], heading_lines=[line])
    if several is None and match["rest"]:
        take_rest(heading.group(match, "rest"), head, draft)
    if titled:
        draft.title, draft.title_words = [titled[0]], passage([titled[0]])
    beside = [passage([cell]) for cell in line.cells if cell.words[-1].x1 <= number.x0]
    for one in [*beside, case]:
        if one is not None and (is_number(one.text) or of_place(one.text)):
            take_numbers(one, draft)
    return draft


def _of_series(line: Line, at: int) -> ItemDraft:
    """The § whose number stands at that place of its line: what stands behind it is case number or title, and a title may stand
    in a cell before it."""
    number, title, rest = parts_in_series(line, at)
    words = passage([number])
    digits = _DIGITS.search(words.text)
    assert digits is not None
    draft = ItemDraft(words.cut(0, digits.end()), digits.group(), heading_lines=[line])
    if rest is not None and is_day(rest.text):
        return draft
    if rest is not None:
        take_rest(passage([rest]), line, draft)
    elif title is not None:
        draft.title, draft.title_words = [line], passage([title])
    return draft


def _of_columns(head: HeadColumns, lines: Sequence[Line]) -> ItemDraft:
    """The § with what the columns of its head hold: the title, and the case numbers with their labels."""
    mark = passage(head.mark)
    match = ITEM_HEADING.match(mark.text)
    assert match is not None
    draft = ItemDraft(mark.cut(0, match.end("number")), match["number"], heading_lines=list(lines[: head.rows]))
    for column in head.columns:
        words = passage(column)
        if is_number(words.text):
            take_numbers(words, draft)
        elif not (LABEL.match(words.text) or ON_AGENDA.match(words.text)):
            draft.title += column
    draft.title_words = passage(draft.title) if draft.title else None
    return draft


def _part_sentence(draft: ItemDraft, style: Style, farthest: float) -> None:
    """Parts from the title a running sentence that stands beneath it: "Ordföranden besvarar interpellationen."."""
    title = draft.title
    plain = not any(style.stands_out(line) for line in draft.heading_lines)
    for start in range(1, len(title)):
        beneath = title[start:]
        ended = is_sentence(title[:start], beneath, farthest if plain else 0.0) or is_list(
            title[:start], beneath, farthest
        )
        if not ended or draft.heading_lines[-len(beneath) :] != beneath:
            continue
        draft.title, draft.beneath = title[:start], beneath
        draft.heading_lines = draft.heading_lines[: -len(beneath)]
        return


def _belongs_to_head(lines: Sequence[Line], index: int, draft: ItemDraft, style: Style) -> bool:
    """Takes the line as title or case number; says whether it was either."""
    line, before = lines[index], lines[index - 1]
    if takes_case(lines, index, draft, style):
        draft.heading_lines.append(line)
        return True
    if (not draft.title and _takes_labelled(line, draft)) or (draft.title and CITED_IN_HEAD.match(line.text)):
        draft.heading_lines.append(line)
        return True
    after = lines[index + 1] if index + 1 < len(lines) else None
    organ = is_organ(line.text) and after and style.stands_out(after) and not style.stands_out(line)
    if not draft.title and (organ or CASE_LABEL_ALONE.match(line.text)):
        draft.heading_lines.append(line)  # whose minutes these are, over the title; the label of a number beneath it
        return True
    both = two_as_one(line, after) if after is not None else None
    if (both and _is_heading(both, before, style)) or (
        _is_heading(line, before, style) and not _is_title(lines, index, draft, style)
    ):
        return False
    if not _goes_on(draft, line, before, style) or (draft.title and _opens_decision(line.text)):
        return False
    draft.title.append(line)
    draft.heading_lines.append(line)
    return True


def _takes_labelled(line: Line, draft: ItemDraft) -> bool:
    """Takes the title from the cell beside its label: "Ärende    Hyra av lokal"; says whether it was that."""
    label, *title = line.cells
    if title and TITLE_LABEL.match(label.text):
        draft.title.append(line.part([word for cell in title for word in cell.words]))
    return bool(draft.title)


def _opens_decision(text: str) -> bool:
    """Whether a body's decision begins, in the title's own dress, or somebody wants something: "Ada Ros (M) yrkade …"."""
    text = text.capitalize() if text.isupper() else text
    return bool(
        (BODY_SPEAKS.match(text) and LEAD_END.search(text)) or STATES_AT_START.match(text) or DECIDED.match(text)
    )


def _is_title(lines: Sequence[Line], index: int, draft: ItemDraft, style: Style) -> bool:
    """Whether a heading's words are the §'s title: "Jäv", where no other title stands, and it is one by its words or the next heading follows."""
    after = lines[index + 1 : index + 2]
    text = lines[index].text
    if draft.title or RUN_IN.match(text) or heading_before_colon(text):
        return False
    if after and _opens_decision(after[0].text) and role_of(text) is Role.DECISION:
        return False  # "Parknämndens beslut" over "PARKNÄMNDEN BESLUTAR": the title stands above the number
    by_words = bool(TITLE_ALONE.match(text)) or role_of(text) is None  # "Yrkande från S och V", as a matter's title
    return bool(after) and (by_words or _is_heading(after[0], lines[index], style))


def _is_heading(line: Line, before: Line, style: Style) -> bool:
    """Whether the head ends at the line. Where no heading stands out, one in full beneath a title is one none the less."""
    plain = not style.bold_headings and role_of(line.text) is not None and line.text[:1].isupper()
    runs_in = RUN_IN.match(line.text) is not None or heading_before_colon(line.text) is not None
    return plain or is_heading(line, before, style) or runs_in


def _goes_on(draft: ItemDraft, line: Line, before: Line, style: Style) -> bool:
    if not draft.title:
        return True
    last = draft.title[-1]
    first = line.part(line.words[:1]) if TITLE_THEN_CASE.match(line.text) else line  # the number in a type of its own
    same_type = last.bold == first.bold and abs(last.size - first.size) <= 0.5
    if _leaves_bracket_open(last) and line.page == last.page and line.baseline - last.baseline <= _LEADING * last.size:
        return True
    ended = TITLE_THEN_CASE.match(last.text)
    if ended and (ended["bracketed"] or (ended["labelled"] and _leaves_room(last, line))):
        return False  # "Taxa för bad (PN 2025/12)" over a heading in the title's own dress
    if not same_type or (before.page, before.number) != (last.page, last.number) or len(draft.title) >= _LONGEST_TITLE:
        return False
    if style.stands_out(line):
        return True
    near = line.page != last.page or line.baseline - last.baseline <= _LEADING * line.size
    return near and not last.text.endswith(".")


def _leaves_room(title: Line, beneath: Line) -> bool:
    """Whether what begins anew beneath would have fit between the title and its number at the end of the line."""
    if len(title.cells) == 1:
        return False
    before, number = title.cells[-2:]
    first = beneath.words[0]
    return beneath.text[:1].isupper() and before.x1 + first.x1 - first.x0 + 2 * first.size < number.x0


def _leaves_bracket_open(line: Line) -> bool:
    """Whether a title's line breaks off within a case number in brackets: "Svar på motion om träd (KS-2026-"."""
    return line.text.rfind("(") > line.text.rfind(")") and line.text.endswith(("-", "/", ":"))
