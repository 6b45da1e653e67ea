"""A run of lines to headed sections.

A heading is a line that is one in full ("Yrkanden"), in bold or larger type than the text, or, where a document has no
bold headings at all, standing alone after a finished sentence. A bold line of other words is a heading of role "other".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from importers.bundle import Role, Section
from importers.patterns.crosses import PARTY_HEADING
from importers.patterns.decisions import DECIDES_BENEATH, PROPOSES_STILL
from importers.patterns.headings import (
    BEFORE_COLON,
    RUN_IN,
    SIGNS_BENEATH,
    of_vote_alone,
    role_in_dress,
    role_of,
    undoubled,
)
from importers.patterns.marks import BEFORE_STOP, BULLET, NUMBERED
from importers.patterns.presence import FULL_NAME
from importers.patterns.signing import SIGNED_BY
from importers.patterns.vote_grids import HEADS_LIST
from importers.patterns.vote_names import CHOICE_ROW
from importers.patterns.vote_tables import COLUMNS_OF_VOTES, RESULT, ROWS_HEADING, TOTALS_ROW, VOTES_OF_PARTY, X_MARK
from importers.text.beside_heading import Column, columns_beside, shown_columns
from importers.text.layout import Line
from importers.text.passage import Passage, passage, source_of

# Words that are a whole line of minutes only as a heading, whatever type they are set in.
_UNMISTAKABLE = frozenset(
    {
        Role.YRKANDEN,
        Role.PROPOSITION,
        Role.VOTE,
        Role.RESERVATION,
        Role.SARSKILT_YTTRANDE,
        Role.PROTOKOLLSANTECKNING,
        Role.SENT_TO,
    }
)
# The same beneath a gap, where other headings are bold: "Motivering", "Upplysningar" under a permit's clauses.
_AFTER_A_GAP = frozenset({Role.REASONS, Role.OTHER})
_LONGEST_HEADING = 110
_PROSE = 4  # words a line, on average
_SENTENCE = 4  # words
_MANY_MORE = 2  # times as many
_LEADING = 1.9  # of the size: a heading's lines stand closer than this
_LONG_WORD = 6.0  # times the size of its letters
_LEAST_CARRIERS = 3  # lines
_CLOSES = '”"’)'  # what may stand behind a full stop
_BESIDE = 2.0  # points
_LEAST_PLAIN = 0.05  # of the letters in bold


# Headings that text may go on from behind their colon.
_BEFORE_COLON = _UNMISTAKABLE | {Role.DECISION, Role.JAV, Role.SENT_TO, Role.PROPOSAL}

# Sections whose entries need not end with a full stop: each line with room left may end one.
LISTS = frozenset({Role.BASIS, Role.SENT_TO, Role.YRKANDEN, Role.VOTE})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading's lines and the lines beneath it. `heading` is what it says once; `doubled` when it was printed twice."""

    heading: str | None
    role: Role
    heading_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    doubled: bool = False


@dataclass(slots=True)
class _Draft:
    heading: str | None = None
    role: Role = Role.OTHER
    heading_lines: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """The type that most of the text is set in, and whether headings of a role stand out from it."""

    size: float
    bold: bool
    bold_headings: bool
    beside: frozenset[Column] = frozenset()  # of text beside headings

    def stands_out(self, line: Line) -> bool:
        return (line.bold and not self.bold) or line.size > self.size + 0.7


def style_of(lines: Sequence[Line]) -> Style:
    """The style of a document's text: that of what stands beneath headings and of sentences; where there are none, that of
    most of its letters, titles and headings in bold left out. A list in small type may well fill more of the pages.

    Text counts as bold only where nearly all of it is: short extracts have more heading than text.
    """
    letters = {bold: sum(len(line.text) for line in lines if line.bold is bold) for bold in (True, False)}
    bold = letters[False] < _LEAST_PLAIN * letters[True]
    sizes = Counter[float]()
    for line in lines:
        if line.bold is bold:
            sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    size = _size_of_text(lines, bold, usual)
    plain = Style(size, bold, False)
    return Style(size, bold, _bold_headings(lines, plain), shown_columns(lines, bold=bold))


def _bold_headings(lines: Sequence[Line], style: Style) -> bool:
    """Whether headings stand out from the text. A label of the cover in bold is none where many headings are set as text."""
    bold = plain = 0
    for above, line in pairwise([None, *lines]):
        if line is None or role_of(line.text) is None:
            continue
        if style.stands_out(line):
            bold += 1
        elif line.text[:1].isupper() and above is not None and above.text.endswith("."):
            plain += 1
    return bold > 0 and bold * _MANY_MORE >= plain


def _size_of_text(lines: Sequence[Line], bold: bool, usual: float) -> float:
    """The size of most lines that a heading stands over or that end a sentence, where these are larger than the usual."""
    sizes = Counter[float]()
    for above, line in pairwise(lines):
        beneath = role_of(above.text) is not None and role_of(line.text) is None
        speaks = line.text.endswith(".") and len(line.words) >= _SENTENCE and len(line.cells) == 1
        if line.bold is bold and (beneath or speaks):
            sizes[line.size] += 1
    size, count = sizes.most_common(1)[0] if sizes else (usual, 0)
    return size if size > usual and count >= _LEAST_CARRIERS and count > 2 * sizes[usual] else usual


def is_heading(line: Line, before: Line | None, style: Style, edge: float = 0.0) -> bool:
    """Whether the line is a role's heading in full and stands like one; `edge` is where full lines end.

    Where headings are set in the text's own type, one may stand under an entry without a full stop that leaves its line open.
    """
    if undoubled(line.text):
        return True
    goes_on = before is not None and PROPOSES_STILL.search(before.text) and DECIDES_BENEATH.match(line.text)
    if goes_on or not (line.text[:1].isupper() or (line.text[:1].isdigit() and style.stands_out(line))):
        return False
    if style.stands_out(line) and role_in_dress(line.text):
        return True
    if role_of(line.text) is None:
        return False
    if SIGNS_BENEATH.match(line.text):
        return True  # the day of the justering stands above, with no full stop
    alone = before is None or before.text.rstrip(_CLOSES).endswith((".", ":", "!", "?"))
    if not alone and before is not None and not style.bold_headings:
        alone = before.x1 + _LONG_WORD * line.size < edge or _ends_list(before, line) or _stands_apart(before, line)
    plain = before is None or not style.bold_headings or role_of(line.text) in _UNMISTAKABLE
    return alone and (
        plain or (role_of(line.text) in _AFTER_A_GAP and before is not None and _stands_apart(before, line))
    )


def _stands_apart(before: Line, line: Line) -> bool:
    """Whether the line stands lower beneath the other, on its page, than one of the same paragraph would."""
    return before.page == line.page and line.baseline - before.baseline > _LEADING * line.size


def heading_of_two(line: Line, after: Line, before: Line | None, style: Style, edge: float = 0.0) -> Line | None:
    """Both lines as one, where they are a heading that is broken and stand like one."""
    both = two_as_one(line, after)
    return both if both and is_heading(both, before, style, edge) else None


def two_as_one(line: Line, after: Line) -> Line | None:
    """Both lines as one, where they say a role's heading that is broken: "Beslutet ska" over "skickas till"."""
    if role_of_two(line, after) is None:
        return None
    return Line(line.frame, line.number, (*line.words, *after.words))


def _ends_list(before: Line, line: Line) -> bool:
    """Whether the line bears no mark of the list whose entry stands above it, or is in capitals and that entry is not."""
    marked, also = (any(mark.match(one.text) for mark in (BULLET, NUMBERED)) for one in (before, line))
    unmarked = marked and not also
    return (unmarked and line.x0 <= before.x0 + _BESIDE) or (line.text.isupper() and not before.text.isupper())


def stretches(lines: Sequence[Line], style: Style) -> tuple[Stretch, ...]:
    """The lines as sections, in printed order; the first has no heading where text comes before any."""
    drafts: list[_Draft] = []
    before: Line | None = None
    edge = max((line.x1 for line in lines), default=0.0)
    pieces = [*_with_run_in(lines, style)]
    second: Line | None = None  # line of a heading of two
    for (line, run_in), (after, _) in pairwise([*pieces, (None, False)]):
        if line is None or line is second:
            before = line
            continue
        if not run_in and after is not None and (both := heading_of_two(line, after, before, style, edge)):
            drafts.append(replace(_known(both), heading_lines=[line, after]))
            second = after
        elif run_in or is_heading(line, before, style, edge):
            drafts.append(_known(line))
        elif drafts and _goes_on(drafts[-1], line, style):
            drafts[-1].heading_lines.append(line)
            drafts[-1].heading = passage(drafts[-1].heading_lines).text
        elif _is_unknown_heading(line, style) and not (drafts and _is_of_table(drafts[-1], line)):
            drafts.append(_Draft(heading=line.text.rstrip(": "), heading_lines=[line]))
        elif _is_signature(line):
            drafts.append(_Draft(role=Role.SIGNATURE, lines=[line]))
        else:
            if not drafts:
                drafts.append(_Draft())
            drafts[-1].lines.append(line)
        before = line
    return tuple(_finished(draft) for draft in drafts)


def _with_run_in(lines: Sequence[Line], style: Style) -> Iterator[tuple[Line, bool]]:
    """The lines, cut at each heading that text goes on from on its own line; such a heading comes with `True`."""
    columns = columns_beside(lines, style.beside, bold=style.bold)
    for index, line in enumerate(lines):
        if index in columns:
            heading, *text = line.cells
            yield line.part(heading.words), True
            yield line.part([word for cell in text for word in cell.words]), False
            continue
        ended = index == 0 or role_of(lines[index - 1].text) or _is_ended(lines[index - 1], line)
        if end := heading_before_colon(line.text) or (ended and _heading_before_stop(line.text)):
            yield from ((piece, True) for piece in _words_of(line, 0, end))
            yield from ((piece, False) for piece in _words_of(line, end, len(line.text)))
            continue
        matches = [] if role_of(line.text) else list(RUN_IN.finditer(line.text))
        if not matches:
            yield line, False
            continue
        at = 0
        for match in matches:
            start, end = match.span("heading")
            yield from ((piece, False) for piece in _words_of(line, at, start))
            yield from ((piece, True) for piece in _words_of(line, start, end))
            at = end
        yield from ((piece, False) for piece in _words_of(line, at, len(line.text)))


def role_of_two(line: Line, after: Line) -> Role | None:
    """What two lines of one dress say as one heading, the lower close beneath the upper or on top of the next page."""
    if (after.bold, after.size) != (line.bold, line.size) or line.text.endswith((".", ":")):
        return None
    if not (after.text[:1].islower() or (line.text.isupper() and after.text.isupper())):
        return None
    if after.page == line.page and after.baseline - line.baseline > _LEADING * line.size:
        return None
    return role_of(f"{line.text} {after.text}")


def heading_before_colon(text: str) -> int | None:
    """Where the heading ends that begins the line and that text goes on from behind its colon: "Yrkande: Bo Ås (M) …"."""
    match = BEFORE_COLON.match(text)
    return match.end("heading") if match and role_of(match["name"]) in _BEFORE_COLON else None


def _heading_before_stop(text: str) -> int | None:
    """The same with a full stop: "Yrkanden. Bo Ås (M) yrkar"."""
    match = BEFORE_STOP.match(text)
    return match.end("heading") if match else None


def _is_ended(before: Line, line: Line) -> bool:
    """Whether what stands above the line does not go on in it."""
    return before.text.rstrip(_CLOSES).endswith((".", ":", "!", "?")) or _stands_apart(before, line)


def _words_of(line: Line, start: int, end: int) -> Iterator[Line]:
    """The part of the line between two offsets of its text, where there is any."""
    words = passage([line]).cut(start, end)
    if words.text:
        yield line.part([one.word for one in words.printed])


def _known(line: Line) -> _Draft:
    once = undoubled(line.text)
    heading = (once or line.text).rstrip(": ")
    heading = heading if role_in_dress(heading) else heading.rstrip(".")
    return _Draft(heading=heading, role=role_in_dress(heading) or Role.OTHER, heading_lines=[line], doubled=bool(once))


def _is_unknown_heading(line: Line, style: Style) -> bool:
    text = line.text
    return (
        style.stands_out(line)
        and len(text) <= _LONGEST_HEADING
        and text[:1].isupper()
        and not text.endswith((".", ",", ";"))
        and not COLUMNS_OF_VOTES.search(text)
        and not ROWS_HEADING.match(text)
        and not HEADS_LIST.match(text)
        and not TOTALS_ROW.match(text)
    )


def _is_of_table(draft: _Draft, line: Line) -> bool:
    """Whether the line is a row of a table of votes, a party over its rows or a choice over names, in whatever type."""
    if draft.role is not Role.VOTE:
        return False
    if CHOICE_ROW.match(line.text) or HEADS_LIST.match(line.text) or PARTY_HEADING.match(line.text):
        return True
    row = len(line.words) > 1 and any(
        (X_MARK.match(line.words[-1].text), RESULT.match(line.words[-1].text), VOTES_OF_PARTY.match(line.text))
    )
    return row and any(
        COLUMNS_OF_VOTES.search(one.text) or ROWS_HEADING.match(one.text) or HEADS_LIST.match(one.text)
        for one in draft.lines
    )


def _is_signature(line: Line) -> bool:
    """Whether the line says who has signed electronically: it ends the section that it stands beneath."""
    match = SIGNED_BY.match(line.text) if line.text[:1].isupper() else None
    return match is not None and (match["who"] is None or FULL_NAME.match(match["who"]) is not None)


def _goes_on(draft: _Draft, line: Line, style: Style) -> bool:
    """Whether a heading of other words goes on in this line."""
    if draft.lines or not draft.heading_lines or draft.role is not Role.OTHER:
        return False
    last = draft.heading_lines[-1]
    same = (last.size, last.bold) == (line.size, line.bold) and style.stands_out(line)
    return same and (line.text[:1].islower() or last.text.endswith("-")) and len(draft.heading_lines) < 4


def _finished(draft: _Draft) -> Stretch:
    of_vote = draft.role is Role.PROPOSITION and of_vote_alone(draft.heading or "", [line.text for line in draft.lines])
    role = Role.VOTE if of_vote else draft.role
    return Stretch(draft.heading, role, tuple(draft.heading_lines), tuple(draft.lines), draft.doubled)


def is_prose(stretch: Stretch) -> bool:
    """Whether the lines are running text: sentences, and lines that go on in the next."""
    if not stretch.lines:
        return False
    words = sum(len(line.words) for line in stretch.lines)
    return any(line.text.endswith((".", "?", "!")) for line in stretch.lines) and words >= _PROSE * len(stretch.lines)


def with_role(stretch: Stretch, role: Role) -> Stretch:
    """The stretch with a role by its text, where its heading gave none."""
    return replace(stretch, role=role) if stretch.role is Role.OTHER else stretch


def section_of(stretch: Stretch, text: Passage) -> Section:
    """The section as a value; its source takes in heading and text."""
    source = source_of([*stretch.heading_lines, *stretch.lines])
    return Section(heading=stretch.heading, role=stretch.role, text=text.text, source=source)
