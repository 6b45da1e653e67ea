"""Where in its file a miss stands: score.py names the thing, the page and line are looked up in the text layer."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from importers.pdf.pdfium import open_pdf, read_page
from importers.text.layout import lines_of

# of a note such as "missing § 1045: Anna Ek (C)": the thing's text or name, a value that stands in single quotes
# where the note tells gold from prediction, or else all that follows the colon
_STRINGS = re.compile(r'"(?:text|name|winner|title)": "([^"]{3,})|\'([^\']{3,})\'|: ([^{\[\'"]{3,})$')
_NUMBER = re.compile(r"^\w+ § ([^:]{1,8}):")
_BLANKS = re.compile(r"[\W_]+")
_ENOUGH = 40  # signs of a thing that tell it from another


def where(pdf: Path, note: str) -> str:
    """`p. 12, line 8: the line's text`, the first after the §'s own heading that begins the thing; "" where none does."""
    found = next((group for match in _STRINGS.finditer(note) for group in match.groups() if group), "")
    wanted = _folded(found)[:_ENOUGH]
    text, starts, shown = _text(pdf)
    at = text.find(wanted, _heading(text, note)) if wanted else -1
    if at < 0:
        return ""
    index = max(i for i, start in enumerate(starts) if start <= at)
    return shown[index]


def _heading(text: str, note: str) -> int:
    number = _NUMBER.match(note)
    return max(text.find(f"§{_folded(number[1])}§"), 0) if number else 0


@cache
def _text(pdf: Path) -> tuple[str, list[int], list[str]]:
    """The folded text of the file, each line's offset in it, and each line as it is shown. A § heading reads "§12§"."""
    document = open_pdf(pdf.read_bytes())
    text, starts, shown = "", [], []  # type: str, list[int], list[str]
    for number in range(1, len(document) + 1):
        for line in lines_of(read_page(document, number)):
            starts.append(len(text))
            shown.append(f"p. {number}, line {line.number}: {line.text[:100]}")
            heading = re.match(r"§ ?(\d+)", line.text)
            text += f"§{heading[1]}§{_folded(line.text[heading.end() :])}" if heading else _folded(line.text)
    return text, starts, shown


def _folded(text: str) -> str:
    return _BLANKS.sub("", text).casefold()
