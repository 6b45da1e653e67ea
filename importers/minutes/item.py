"""A § read into a value: its sections put together, and what is doubted of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.bundle import (
    Ballot,
    Doubt,
    Item,
    Role,
    Section,
    Severity,
    Source,
    Vote,
)
from importers.doubts import DoubtCode, doubt
from importers.minutes.draft import ItemDraft
from importers.minutes.item_sections import Facts, reader_of
from importers.minutes.item_stretches import parted_stretches, told_by_its_text
from importers.minutes.item_votes import votes_of_item, without_lists
from importers.patterns.proposals import HEAD_OF_COUNCIL
from importers.patterns.titles import DECIDES_SOMEHOW, OF_A_PAPER_BY_TITLE, ONLY_TELLS
from importers.statements.answers import read_answers
from importers.statements.decision_stretches import (
    addressee_of,
    addressee_within,
    decision_stretches,
)
from importers.statements.earlier import reports_decisions
from importers.statements.outcomes import outcome_of_item
from importers.statements.verification import at_once
from importers.statements.votes_joined import (
    doubts_beside,
    without_told_twice,
)
from importers.text.blocks import Measure, blocks
from importers.text.passage import Passage, passage, source_of
from importers.text.sections import LISTS, Stretch, Style, section_of

_MUCH = 100  # words
_OF_OTHERS = (Role.EARLIER, Role.BASIS, Role.SENT_TO)


def read_item(
    draft: ItemDraft, style: Style, usual: Measure, lists: Mapping[str, tuple[Ballot, ...]], body: str | None = None
) -> tuple[Item, tuple[Doubt, ...]]:
    """The § as a value, and what is doubted of it (pointers are filled in by whoever knows where it will stand).

    `lists` holds the ballots of the minutes' appendices by their number; `body` is whose meeting it is.
    """
    facts, sections = _read_sections(draft, style, usual, body)
    facts.votes = without_told_twice(facts.votes)
    facts.doubts += doubts_beside(facts.votes, draft.name)
    facts.doubts += _doubts_of_whole(draft, facts, sections)
    votes, doubts = votes_of_item(facts.votes, facts.lists, lists, draft)
    facts.doubts += doubts
    item = _item(draft, facts, sections, votes)
    return item, tuple(facts.doubts)


def _read_sections(
    draft: ItemDraft, style: Style, usual: Measure, body: str | None
) -> tuple[Facts, tuple[Section, ...]]:
    """What the sections of the § state, and the sections themselves."""
    facts, sections = Facts(draft.name, body=body, edge=usual.page_edge), list[Section]()
    facts.of_paper = draft.title_words is None or OF_A_PAPER_BY_TITLE.search(draft.title_words.text) is not None
    facts.of_council = bool(draft.all_lines) and HEAD_OF_COUNCIL.search(draft.all_lines[0].text) is not None
    facts.of_reports = reports_decisions(draft.title_words)
    parted = parted_stretches(draft, style)
    facts.votes_elsewhere = all(stretch.role is not Role.VOTE for stretch in parted)
    told = decision_stretches([told_by_its_text(one, body) for one in parted], body)
    facts.undecided = not any(stretch.role is Role.DECISION and stretch.lines for stretch in told)
    for stretch in told:
        facts.addressee = addressee_of(stretch.heading) or addressee_within(stretch, body)
        within, listed = without_lists(stretch.lines, draft.name)
        facts.lists += listed
        parts = blocks(within, usual, entries=stretch.role in LISTS)
        sections.append(section_of(stretch, passage(stretch.lines)))
        facts.heading = passage(stretch.heading_lines) if stretch.heading_lines else None
        reader_of(stretch)(parts, facts)
        if stretch.role in (Role.JUSTERING, Role.DECISION):
            facts.at_once = facts.at_once or at_once(parts)
        facts.doubts += _heading_doubts(stretch)
    return facts, tuple(sections)


def _doubts_of_whole(draft: ItemDraft, facts: Facts, sections: Sequence[Section]) -> list[Doubt]:
    """What is doubted of the § as a whole: its odd case numbers, and that no decision was read where there may be one."""
    doubts = [
        doubt(DoubtCode.CASE_NUMBER_ODD, printed=words.text, sources=[words.source()]) for words in draft.odd_numbers
    ]
    doubts += [
        doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.SENT_TO.value, sources=[words.source()]) for words in draft.unread
    ]
    if not facts.decisions and not _only_tells(draft, sections):
        told = doubt(DoubtCode.DECISION_NOT_READ, number=draft.name)
        doubts.append(replace(told, severity=Severity.ERROR) if _says_much(facts, sections) else told)
    return doubts


def _says_much(facts: Facts, sections: Sequence[Section]) -> bool:
    """Whether the § has much text, and nothing that anybody wanted, decided or said was read in it."""
    read = facts.yrkanden or facts.propositions or facts.votes or facts.reservations or facts.statements
    return not read and sum(len(section.text.split()) for section in sections if section.role not in _OF_OTHERS) > _MUCH


def _only_tells(draft: ItemDraft, sections: Sequence[Section]) -> bool:
    """Whether the § by its title is no matter to decide, and has text with no word by which something is decided."""
    if draft.title_words is None or not ONLY_TELLS.match(draft.title_words.text):
        return False
    heard = [section for section in sections if section.role not in (Role.EARLIER, Role.BASIS)]
    return bool(heard) and not any(
        section.role is Role.DECISION or DECIDES_SOMEHOW.search(section.text) for section in heard
    )


def _item(draft: ItemDraft, facts: Facts, sections: tuple[Section, ...], votes: tuple[Vote, ...]) -> Item:
    """The § as a value."""
    title = draft.title_words
    numbers = _once(draft.case_numbers)
    clauses = [clause for one in facts.decisions for clause in one.clauses]
    return Item(
        number=draft.name,
        title=title.text if title else "",
        source=source_of(draft.all_lines),
        case_numbers=tuple(words.text for words in numbers),
        answers=read_answers(title.text, title.source()) if title else (),
        about_items=tuple(dict.fromkeys(number for clause in clauses for number in clause.about)),
        verified_at_once=facts.at_once,
        decisions=tuple(facts.decisions),
        outcome=outcome_of_item(clauses, [one.vote for one in facts.votes]),
        summary=facts.summary.text if facts.summary else None,
        basis=tuple(facts.basis),
        earlier=tuple(facts.earlier),
        yrkanden=tuple(facts.yrkanden),
        propositions=tuple(facts.propositions),
        votes=votes,
        reservations=tuple(facts.reservations),
        statements=tuple(facts.statements),
        sent_to=tuple(words.text for words in facts.sent_to),
        sections=sections,
        fields=_fields(draft, numbers, facts),
    )


def _fields(draft: ItemDraft, numbers: Sequence[Passage], facts: Facts) -> dict[str, tuple[Source, ...]]:
    stands = {
        "number": [draft.number],
        "title": [draft.title_words] if draft.title_words else [],
        "case_numbers": numbers,
        "summary": [facts.summary] if facts.summary else [],
        "sent_to": facts.sent_to,
    }
    return {key: tuple(words.source() for words in places) for key, places in stands.items() if places}


def _once(numbers: Sequence[Passage]) -> list[Passage]:
    """The case numbers of the head, each where it stands first."""
    return list({words.text: words for words in reversed(numbers)}.values())[::-1]


def _heading_doubts(stretch: Stretch) -> list[Doubt]:
    if not stretch.doubled:
        return []
    printed = passage(stretch.heading_lines)
    return [doubt(DoubtCode.HEADING_DOUBLED, heading=stretch.heading, sources=[printed.source()])]
