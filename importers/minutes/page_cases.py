"""The case number of a § that stands in the head of its page, where each § has pages of its own.

Älnsjö kommun        PROTOKOLL        3 (11)
Kommunstyrelsen      2025-03-04       Dnr KS 2025/12
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from importers.minutes.draft import ItemDraft
from importers.text.passage import Passage


def give_cases_of_pages(items: Sequence[ItemDraft], cases: Mapping[int, Sequence[Passage]]) -> None:
    """Gives each § without a number those of the page on which it alone stands first; where another goes on there or begins, they
    are the first's that begins to be doubted. Numbers that all pages have are the minutes' own."""
    if len({tuple(words.text for words in each) for each in cases.values()}) < _DIFFERENT:
        return
    pages = [item.heading_lines[0].page for item in items]
    for before, item, page in zip([None, *items], items, pages, strict=False):
        if item.case_numbers or page not in cases:
            continue
        if pages.count(page) == 1 and (before is None or before.all_lines[-1].page < page):
            item.case_numbers += cases[page]
        elif item is items[pages.index(page)]:
            item.odd_numbers += cases[page]


_DIFFERENT = 2
