"""Documents that are no minutes: title, sections, proposals, basis, earlier treatment, signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from importers.bundle import Basis, Clause, Doubt, Earlier, Role, Section
from importers.documents.prose import Teller, proposed_in_prose
from importers.doubts import DoubtCode, doubt
from importers.patterns.dates import CLOSING_DATE, first_date
from importers.patterns.marks import RULE
from importers.patterns.organs import PUT_TO
from importers.patterns.people import NAMES_ALONE
from importers.patterns.proposals import (
    AUTHOR_WANTS,
    CLAUSES_FOLLOW,
    PROPOSAL_TO,
    REPORTS_OTHERS,
    SENDS_A_TEXT,
    WHERE_PROPOSED,
)
from importers.statements.basis import read_basis
from importers.statements.clauses import with_those_elected
from importers.statements.decisions import clause_of, is_lead, split_clauses
from importers.statements.earlier import listed_earlier, told_earlier
from importers.statements.signatures import Signer, footnotes_at, looks_signed, split_signatures
from importers.text.blocks import Block, Measure, blocks
from importers.text.layout import Line
from importers.text.passage import Passage, passage, sentences
from importers.text.sections import LISTS, Stretch, Style, is_heading, is_prose, section_of, stretches, with_role

_LONGEST_TITLE = 10  # lines
_LETTERHEAD, _SHORT = 6, 8  # lines; words
_CLOSING = 3  # lines before the signatures
_TELLING = (Role.SUMMARY, Role.PRESENTATION, Role.PREPARATION)


@dataclass(slots=True)
class Paper:
    """What the text of such a document gives."""

    title: Passage | None = None
    sections: list[Section] = field(default_factory=list)
    proposals: list[Clause] = field(default_factory=list)
    basis: list[Basis] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)
    signers: tuple[Signer, ...] = ()
    date: tuple[dt.date, Passage] | None = None
    addressed_to: tuple[Passage, Passage] | None = None  # whom it is put to, and the line that says so
    doubts: list[Doubt] = field(default_factory=list)
    of_author: bool = True
    told: list[Passage] = field(default_factory=list)  # the sentences of running text


def read_paper(
    lines: Sequence[Line],
    style: Style,
    usual: Measure,
    titled: int = 0,
    *,
    of_author: bool = True,
    told_by: Teller | None = None,
) -> Paper:
    """The paper's title, sections and what they state. `titled`: so many first lines are the title; `told_by` says who
    may propose something in running text, where nothing is proposed in a list or under a heading.

    `of_author`: it is a motion or the like, so that what its author wants is what it proposes.
    """
    paper = Paper(of_author=of_author)
    title, rest = split_title(lines, style, titled)
    paper.title = passage(title) if title else None
    paper.addressed_to, rest = _addressee(rest)
    foot = footnotes_at(rest)
    rest, notes = rest[:foot], rest[foot:]
    rest, paper.signers, signed = split_signatures(rest)
    if rest and looks_signed(rest[-1]):
        words = passage(rest[-1:]).source()
        paper.doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.SIGNATURE.value, sources=[words]))
    paper.date = _closing_date(rest)
    for stretch in stretches((*rest, *notes), style):
        _read(_without_signatures(stretch, paper), usual, paper)
    if told_by and not paper.proposals:
        paper.proposals, doubts = proposed_in_prose(paper.told, told_by)
        paper.doubts += doubts
    if signed:
        paper.sections.append(_signature_section(signed))
    return paper


def _addressee(lines: Sequence[Line]) -> tuple[tuple[Passage, Passage] | None, tuple[Line, ...]]:
    """Whom a line of the letterhead puts the paper to ("Till kommunfullmäktige"), and the other lines."""
    for index, line in enumerate(lines[: _LETTERHEAD + 1]):
        words = passage([line])
        if match := PUT_TO.match(words.text):
            return (words.group(match, "to"), words), (*lines[:index], *lines[index + 1 :])
    return None, tuple(lines)


def _signature_section(signed: Sequence[Line]) -> Section:
    return section_of(Stretch(None, Role.SIGNATURE, (), tuple(signed)), passage(signed))


def _without_signatures(stretch: Stretch, paper: Paper) -> Stretch:
    """Signatures may stand before a last heading ("Bilagor"): there they need an office or a party to count, beneath a list
    of papers an office."""
    if paper.signers or (stretch.role in LISTS and stretch.role is not Role.BASIS):
        return stretch
    rest, signers, signed = split_signatures(stretch.lines)
    in_office = all(person.role or (person.party and stretch.role is not Role.BASIS) for person, _ in signers)
    if not signers or not in_office:
        return stretch
    paper.signers = signers
    paper.sections.append(_signature_section(signed))
    return replace(stretch, lines=tuple(rest))


def _closing_date(lines: Sequence[Line]) -> tuple[dt.date, Passage] | None:
    """The day in a closing line: "Göteborg den 9 april 2025 Göteborgs kommunstyrelse"."""
    for line in lines[-_CLOSING:]:
        words = passage([line])
        match = CLOSING_DATE.match(words.text)
        if match and (day := first_date(match["date"])):
            return day, words.group(match, "date")
    return None


def split_title(lines: Sequence[Line], style: Style, titled: int = 0) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The title's lines and the rest: the first `titled` lines, else the first that stand out and are no heading.

    A few short lines of a letterhead that was not understood may come before; they stay with the rest.
    """
    if titled:
        return tuple(lines[:titled]), tuple(lines[titled:])
    start = _title_start(lines, style)
    if start is None:
        return (), tuple(lines)
    first, end = lines[start], start + 1
    while (
        end < min(len(lines), start + _LONGEST_TITLE)
        and (lines[end].bold, round(lines[end].size, 1)) == (first.bold, round(first.size, 1))
        and not is_heading(lines[end], lines[end - 1], style)
    ):
        end += 1
    return tuple(lines[start:end]), (*lines[:start], *lines[end:])


def _title_start(lines: Sequence[Line], style: Style) -> int | None:
    for index, line in enumerate(lines[: _LETTERHEAD + 1]):
        if style.stands_out(line):
            return None if is_heading(line, None, style) else index
        if len(line.words) > _SHORT:
            return None
    return None


def _read(stretch: Stretch, usual: Measure, paper: Paper) -> None:
    if is_prose(stretch):
        stretch = with_role(stretch, Role.PRESENTATION)
    parts = blocks(stretch.lines, usual, entries=stretch.role in LISTS, clauses=True)
    paper.sections.append(section_of(stretch, passage(stretch.lines)))
    if stretch.doubled:
        printed = passage(stretch.heading_lines)
        paper.doubts.append(doubt(DoubtCode.HEADING_DOUBLED, heading=stretch.heading, sources=[printed.source()]))
    if stretch.role is Role.PROPOSAL:
        clauses = with_those_elected(split_clauses(parts, usual.page_edge))
        ended = _signed_at(clauses)
        paper.proposals += _clauses(clauses[:ended])
        paper.doubts += [_not_read(part.whole) for part in clauses[ended : ended + 1]]
    elif stretch.role is Role.BASIS:
        paper.basis += read_basis(parts)
    elif stretch.role is Role.EARLIER:
        paper.earlier += listed_earlier(parts)
    else:
        paper.proposals += _clauses_after_opening(stretch, parts, usual.page_edge, of_author=paper.of_author)
        paper.told += [one for part in parts for one in sentences(part.body)] if stretch.role not in LISTS else []
    if stretch.role in _TELLING:
        paper.earlier += told_earlier(parts)


def _signed_at(clauses: Sequence[Block]) -> int:
    """Where names with their parties end what is proposed: no clause with a mark of its own stands beneath them."""
    marked = max((at for at, part in enumerate(clauses) if part.mark or _is_att(part)), default=0)
    for at, part in enumerate(clauses[marked + 1 :], marked + 1):
        if NAMES_ALONE.match(part.lines[0].text):
            return at
    return len(clauses)


def _not_read(signed: Passage) -> Doubt:
    """Of names that end what is proposed, with more beneath them: they are no clause, and whose they are is not read."""
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.SIGNATURE.value, sources=[signed.source()])


def _clauses(parts: Sequence[Block]) -> list[Clause]:
    """The entries under "Förslag till beslut", without what only opens them, and those of others beneath them."""
    proposed = list(takewhile(lambda part: not REPORTS_OTHERS.match(part.whole.text), parts))
    if proposed and SENDS_A_TEXT.search(proposed[0].whole.text):
        return []  # the letter itself follows, and stands in its section
    following = [*proposed[1:], None]
    return [
        clause_of(part)
        for part, after in zip(proposed, following, strict=False)
        if not (is_lead(part, after) or _says_where(part, after) or RULE.match(part.whole.text))
    ]


def _says_where(part: Block, after: Block | None) -> bool:
    """Whether the entry only says who is asked to decide those beneath it."""
    return bool(WHERE_PROPOSED.match(part.whole.text) or (after and PROPOSAL_TO.match(part.whole.text)))


def _clauses_after_opening(stretch: Stretch, parts: Sequence[Block], edge: float, *, of_author: bool) -> list[Clause]:
    """A motion's att-satser: what follows "Med anledning av ovanstående yrkar Liberalerna:", which may be set as a heading."""
    opens = [stretch.heading or "", *(part.whole.text for part in parts)]
    for index, words in enumerate(opens):
        if CLAUSES_FOLLOW.search(words) and (of_author or not AUTHOR_WANTS.search(words)):
            return [clause_of(after) for after in split_clauses(parts[index:], edge) if after.mark or _is_att(after)]
    return []


def _is_att(block: Block) -> bool:
    return block.body.text.lower().startswith("att ")
