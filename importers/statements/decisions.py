"""Decisions: a lead ("Kommunstyrelsen föreslår kommunfullmäktige besluta") and its clauses ("1. att besvara …")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importers.bundle import Clause, Decision, Mode
from importers.patterns.decision_headings import CLAUSE_HEADING
from importers.patterns.decisions import (
    ALSO_CLAUSE,
    ASKS_OTHERS,
    BEFORE_CLAUSE,
    BODY_ACTS,
    BODY_SPEAKS,
    DECIDED_BESIDES,
    DECIDES_AS_FOLLOWS,
    LEAD_END,
    LEAD_START,
    PLAIN_CLAUSE,
    PROPOSED_TO,
    PROPOSES_TO_NOBODY,
)
from importers.patterns.elected import ELECTED_ROW, ELECTS_ANEW
from importers.patterns.marks import BARE_NUMBER, LEFT_OPEN, NEXT_NUMBER
from importers.patterns.organs import ORGAN_LINE, ORGAN_OF_TWO, cited_organ, in_small
from importers.patterns.proposals import HIGHER_ACTS
from importers.statements.clauses import numbers_carried, whole_clauses
from importers.statements.outcomes import outcome_of
from importers.statements.verification import items_named
from importers.text.blocks import Block
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage, sentences

_LEAST_NUMBERED = 2  # clauses
_HARDLY_FULL = 0.6  # of the page's width


def read_decisions(blocks: Sequence[Block], addressee: str | None = None) -> tuple[Decision, ...]:
    """Each block of decision in the section, in printed order: a body's own, and its proposal to a higher body.

    `addressee` is the body that the section's heading says it proposes to: "Förslag till kommunfullmäktige".
    """
    return decisions_of(clause_blocks(blocks), addressee)


def clause_blocks(blocks: Sequence[Block], edge: float = 0.0) -> list[Block]:
    """The section's blocks, one a lead or clause; `edge` is where the document's full lines end."""
    return whole_clauses(_without_subheads(numbers_carried(_with_bare_numbers(split_clauses(blocks, edge)))))


def _with_bare_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that numbers open without a sign with these as their marks, where they are 1, 2, … in order."""
    bare = [(block, match) for block in blocks if block.mark is None and (match := BARE_NUMBER.match(block.whole.text))]
    if len(bare) < _LEAST_NUMBERED or [int(match["number"]) for _, match in bare] != list(range(1, len(bare) + 1)):
        return list(blocks)
    marked = {id(block): match["number"] for block, match in bare}
    return [
        Block(number, number, block.lines, block.whole, block.whole.cut(len(number) + 1))
        if (number := marked.get(id(block)))
        else block
        for block in blocks
    ]


def decisions_of(
    blocks: Sequence[Block], addressee: str | None = None, body: str | None = None
) -> tuple[Decision, ...]:
    """The decisions that such blocks are. `body` is whose meeting it is: what a higher one does, it proposes."""
    groups: list[tuple[list[Block], list[Block]]] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if is_lead(block, following):
            groups.append(([block], []))
        else:
            if not groups or _decides_beside(block, groups[-1]):
                groups.append(([], []))
            groups[-1][1].append(block)
    return tuple(
        _decision(leads, run, addressee, body)
        for leads, clauses in groups
        if clauses or leads
        for run in (_runs(leads, clauses, addressee, body) or [[]])
    )


def _runs(
    leads: Sequence[Block], clauses: Sequence[Block], addressee: str | None, body: str | None
) -> list[list[Block]]:
    """The clauses parted where a body proposes something in one and decides something itself in the next; all as one where the
    lead or the heading says to whom all of it is proposed.
    """
    if not clauses or addressee or (leads and _addressees(in_small(leads[0].whole.text))[0]):
        return [list(clauses)] if clauses else []
    runs = [[clauses[0]]]
    for clause in clauses[1:]:
        before, now = _proposes(runs[-1][0], leads, body), _proposes(clause, leads, body)
        if now is not None and now != before and (now or before):
            runs.append([])
        runs[-1].append(clause)
    return runs


def _decides_beside(block: Block, group: tuple[list[Block], list[Block]]) -> bool:
    """Whether the body decides something itself beneath what it proposes: "Arbetsutskottet beslutar för egen del att …"."""
    leads, clauses = group
    if block.mark is not None or not clauses:
        return False
    asked, via = _addressees(in_small((leads or clauses)[0].whole.text))
    speaker = BODY_SPEAKS.match(in_small(block.whole.text))
    if asked is None or speaker is None or _addressees(block.whole.text)[0]:
        return False
    if any(_is_asked(speaker["organ"], one) for one in (asked, *via)):
        return False
    return " beslut" in speaker.group() or " del" in speaker.group()


def _proposes(clause: Block, leads: Sequence[Block], body: str | None) -> str | None:
    """To whom the clause itself proposes something: "att föreslå kommunfullmäktige att …"; the empty text where it decides
    something, `None` where it does not say.
    """
    text = in_small(clause.body.text)
    asked = _addressees(text)[0] if ASKS_OTHERS.match(text) else _higher(text, body)
    if asked is not None:
        return asked.casefold()
    decides = BODY_ACTS.match(text) or BODY_SPEAKS.match(text) or (leads and PLAIN_CLAUSE.match(text))
    return "" if decides else None


def _without_subheads(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the names of bodies that only stand over their clauses: "Byggnadsnämnden" / "att bevilja …"."""
    others = [block for block, following in pairwise([*blocks, None]) if block and not _heads(block, following)]
    return others or list(blocks)


def _heads(block: Block, following: Block | None) -> bool:
    text = block.whole.text
    if following is not None and CLAUSE_HEADING.match(block.body.text):
        return True
    if block.mark is not None or following is None or not (ORGAN_LINE.match(text) or ORGAN_OF_TWO.match(text)):
        return False
    return following.mark is not None or bool(PLAIN_CLAUSE.match(following.body.text))


def split_clauses(blocks: Sequence[Block], page_edge: float = 0.0) -> list[Block]:
    """The blocks cut before each att-sats that starts a line, and before each line in which a body speaks anew.

    An att-sats starts one where the line above ends as one does before a clause, or has room left, so that the break is
    meant; "… får i uppdrag" at the end of a full line only goes on. `page_edge` is where full lines end elsewhere, for two
    that each open an att-sats: the longest of a few is hardly full.
    """
    edge = max((line.x1 for block in blocks for line in block.lines), default=0.0)
    cut: list[Block] = []
    for block in blocks:
        heads = (
            len(block.lines) > 1 and CLAUSE_HEADING.match(_first_of(block)) is not None
        )  # "a) Val av ersättare" / "att utse …"
        runs_on = (  # "t. Nämndens uppdrag att … och / att"
            block.mark is not None and not heads and not PLAIN_CLAUSE.match(block.body.text)
        )
        inner = [i for i in range(1, len(block.lines)) if not (runs_on and PLAIN_CLAUSE.match(block.lines[i].text))]
        each = len(inner) > 1 and all(
            PLAIN_CLAUSE.match(line.text) or ALSO_CLAUSE.match(line.text) for line in block.lines[1:]
        )  # no line is wrapped
        starts = [
            0,
            *(
                i
                for i in inner
                if each
                or (heads and i == 1)
                or _begins(block.lines[i - 1], block.lines[i], edge)
                or _both_open(block.lines[i - 1], block.lines[i], page_edge)
            ),
        ]
        ends = [*starts[1:], len(block.lines)]
        parts = [block.lines[start:end] for start, end in zip(starts, ends, strict=True)]
        alone = len(parts) == 1 and not (block.mark is None and _own_mark(block.body.text))
        whole = [block] if alone else [_part(block, lines, n) for n, lines in enumerate(parts)]
        cut += [piece for one in whole for piece in (_numbered(one) if one.mark else _besides(one))]
    return cut


def _first_of(block: Block) -> str:
    """The block's first line without its mark."""
    return block.lines[0].text[len(block.mark or "") :].strip()


def _own_mark(text: str) -> bool:
    """Whether an att-sats stands right behind its mark: "-att anta förslaget"."""
    mark = PLAIN_CLAUSE.match(text)
    return mark is not None and mark["mark"] is not None


def _numbered(block: Block) -> list[Block]:
    """The block cut where its numbers run on: "1. Motionen avslås. 2. Nämnden översänder yttrandet." """
    if block.number is None or not block.number.isdigit():
        return [block]
    starts = [0]
    numbers = [block.number]
    for match in NEXT_NUMBER.finditer(block.whole.text):
        if int(match["number"]) == int(numbers[-1]) + 1:
            starts.append(match.start())
            numbers.append(match["number"])
    if len(starts) == 1:
        return [block]
    ends = [*starts[1:], len(block.whole.text)]
    pieces = [block.whole.cut(start, end) for start, end in zip(starts, ends, strict=True)]
    return [
        Block(f"{number}.", number, block.lines, whole, whole.cut(len(number) + 2))
        for number, whole in zip(numbers, pieces, strict=True)
    ]


def _besides(block: Block) -> list[Block]:
    """The block cut before each sentence that decides one thing more: "Motionen avslås. Vidare föreslås att …"."""
    text = block.whole.text
    spoken = (
        sentences(block.whole) if any(word in text for word in (" föresl", " beslut", " beslöt", " uppdras")) else ()
    )
    parts: list[list[Passage]] = []
    for sentence in spoken:
        if not parts or DECIDED_BESIDES.match(sentence.text):
            parts.append([])
        parts[-1].append(sentence)
    if len(parts) < 2:
        return [block]
    wholes = [join(part) for part in parts]
    return [Block(None, None, block.lines, whole, whole) for whole in wholes]


def _both_open(above: Line, below: Line, edge: float) -> bool:
    """Whether two lines each open an att-sats at the same place, and the upper has room left on the page for the lower's "att"."""
    opens = PLAIN_CLAUSE.match(above.text) and PLAIN_CLAUSE.match(below.text)
    same = opens is not None and abs(above.x0 - below.x0) < 1.0
    room = _has_room(above, below, edge) or above.x1 < _HARDLY_FULL * above.frame.width
    return same and room and not LEFT_OPEN.search(above.text)


def _has_room(above: Line, below: Line, edge: float) -> bool:
    first = below.words[0]
    return above.x1 + first.x1 - first.x0 + 0.25 * above.size <= edge - 1.0


def _begins(above: Line, below: Line, edge: float) -> bool:
    ended = bool(BEFORE_CLAUSE.search(above.text))
    room = _has_room(above, below, edge)
    if PLAIN_CLAUSE.match(below.text):
        return ended or (room and not LEFT_OPEN.search(above.text))
    if ALSO_CLAUSE.match(below.text) and PLAIN_CLAUSE.match(above.text):
        return room and not LEFT_OPEN.search(above.text)
    if ELECTS_ANEW.match(below.text):
        return ended or room or bool(ELECTED_ROW.match(above.text))
    speaks = above.text.endswith(".") and bool(BODY_SPEAKS.match(below.text) or BODY_ACTS.match(below.text))
    return speaks or (room and bool(LEAD_START.match(below.text)) and not LEFT_OPEN.search(above.text))


def _part(block: Block, lines: Sequence[Line], number: int) -> Block:
    """The lines as a block; the first keeps the mark of the block that it is cut from, another may bring its own."""
    whole = passage(lines)
    mark = PLAIN_CLAUSE.match(whole.text)
    if number == 0 and block.mark is not None:
        start = len(block.whole.text) - len(block.body.text)
        return Block(block.mark, block.number, tuple(lines), whole, whole.cut(start))
    if mark and mark["mark"]:
        return Block(mark["mark"], None, tuple(lines), whole, whole.cut(mark.end("mark")))
    return Block(None, None, tuple(lines), whole, whole)


def is_lead(block: Block, following: Block | None) -> bool:
    """Whether the block only opens what follows: "Enligt stadsledningskontorets förslag:"."""
    if block.mark is not None or following is None:
        return False
    text = in_small(block.whole.text)
    if text.endswith(":") or DECIDES_AS_FOLLOWS.match(text):
        return True
    listed = following.mark is not None or bool(PLAIN_CLAUSE.match(following.body.text))
    if PLAIN_CLAUSE.match(text) and text.endswith("förslag"):
        return False  # "att anta planen enligt nämndens förslag"
    return bool(LEAD_END.search(text)) and (listed or bool(LEAD_START.match(text)))


def _decision(leads: Sequence[Block], blocks: Sequence[Block], addressee: str | None, body: str | None) -> Decision:
    lead = leads[0].whole if leads else None
    opening = lead or blocks[0].whole
    to, via = _addressees(in_small(opening.text))
    if to is None and blocks and ASKS_OTHERS.match(in_small(blocks[0].body.text)):
        to, via = _addressees(in_small(blocks[0].body.text))
    speaker = BODY_SPEAKS.match(in_small(opening.text))
    if to is None and (speaker is None or addressee is None or speaker["organ"].lower() == addressee.lower()):
        to = addressee
    to = to or _higher(in_small(opening.text), body) or (_higher(blocks[0].body.text, body) if blocks else None)
    whole = join([block.whole for block in (*leads, *blocks)])
    return Decision(
        mode=Mode.PROPOSES if to or PROPOSES_TO_NOBODY.match(opening.text) else Mode.DECIDES,
        source=whole.source(),
        lead=lead.text if lead else None,
        body=speaker["organ"] if speaker and not _is_asked(speaker["organ"], to) else None,
        to=to,
        via=via,
        clauses=tuple(clause_of(block) for block in blocks),
    )


def _higher(text: str, body: str | None) -> str | None:
    """The body above that of the meeting which the text says does something: the council, of anybody else's meeting, and the
    board of its committee's."""
    match = HIGHER_ACTS.match(text) if body else None
    if match is None or body is None:
        return None
    organ, own = match["organ"].casefold(), body.casefold()
    above = "fullmäktige" in organ or any(part in own for part in ("utskott", "beredning", "presidi"))
    return cited_organ(match["organ"]) if above and not own.endswith("fullmäktige") and own != organ else None


def _is_asked(organ: str, to: str | None) -> bool:
    """Whether the body whose words the proposal is in is the one that it is made to: its own decision is still to come."""
    return to is not None and organ.casefold() == to.casefold()


def _addressees(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Whom it is proposed to, and through whom: "föreslår kommunstyrelsen föreslå kommunfullmäktige besluta"."""
    organs = [cited_organ(in_small(match["organ"])) for match in PROPOSED_TO.finditer(text)]
    return (organs[-1], tuple(organs[:-1])) if organs else (None, ())


def clause_of(block: Block) -> Clause:
    """One clause with its number, without the mark that stands before it."""
    return Clause(
        text=block.body.text,
        source=block.whole.source(),
        number=block.number,
        outcome=outcome_of(block.body.text),
        about=items_named(block.body.text),
    )
