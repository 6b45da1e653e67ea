"""Clauses of more than one paragraph: those that quote, and those that open lettered points of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from importers.bundle import Outcome
from importers.patterns.beside_decisions import STATES_NOTHING, TELLS_BESIDE
from importers.patterns.decisions import (
    BODY_ACTS,
    BODY_SPEAKS,
    LEAD_START,
    PAPER_OF_OTHERS,
    PLAIN_CLAUSE,
)
from importers.patterns.elected import ELECTED_ROW, ELECTS, RELEASED_ROW, RELEASES, SENTENCE_STARTS
from importers.patterns.marks import NUMBER_AT_END, QUOTATION_MARK
from importers.patterns.outcomes import APPROVED_WITH_CHANGES, CHANGES_LIST, ENTRY_ACTS, NOTES_WHAT_FOLLOWS
from importers.statements.outcomes import outcome_of
from importers.text.blocks import Block, part_of
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

_FEWEST_ROWS = 2


def whole_clauses(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a decision, those that are one clause made one block."""
    return with_those_elected(_with_what_is_listed(_with_their_points(_quotations_whole(_each_released(blocks)))))


def _with_what_is_listed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a sentence that notes made one with the papers that its colon lists: "Delegationsbesluten läggs till
    handlingarna:" / "1. Bostadsanpassning, beslut 12-15"; what decides anew beneath it is a clause of its own.
    """
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        if last and last.mark is None and _notes_a_list(last) and _is_listed(block):
            whole[-1] = _as_one([last, block])
        else:
            whole.append(block)
    return whole


def _notes_a_list(block: Block) -> bool:
    """Whether a colon ends the block's first sentence, which notes what follows, or approves something changed as follows."""
    text, colon, _ = block.whole.text.partition(":")
    if not colon or PLAIN_CLAUSE.match(text):
        return False
    if NOTES_WHAT_FOLLOWS.match(text):
        return True
    return outcome_of(f"{text}.") is Outcome.ANTECKNING or APPROVED_WITH_CHANGES.match(text) is not None


def _is_listed(block: Block) -> bool:
    text = block.body.text
    acts = any(one.match(text) for one in (PLAIN_CLAUSE, BODY_SPEAKS, BODY_ACTS, ENTRY_ACTS))
    decides = acts or " i uppdrag" in text
    listed = block.mark is not None or text[-1:] != "." or CHANGES_LIST.match(text)
    return bool(listed) and not decides and outcome_of(text) is None


def _each_released(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the lines beneath a sentence that lets several go one each: "Följande avsägelser godkänns:" / "Eva Lind (S),
    ledamot i socialnämnden" / "Bo Ås (M), nämndeman"; a line that begins with nobody's name goes on the one above.
    """
    each: list[Block] = []
    for block in blocks:
        before = each[-1] if each else None
        starts = [at for at, line in enumerate(block.lines) if RELEASED_ROW.match(line.text)]
        listed = block.mark is None and len(starts) > 1 and starts[0] == 0
        if not (before and listed and RELEASES.search(before.whole.text)):
            each.append(block)
            continue
        ends = [*starts[1:], len(block.lines)]
        each += [part_of(block, passage(block.lines[at:end])) for at, end in zip(starts, ends, strict=True)]
    return each


def numbers_carried(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a number that ends the line above its clause put before it: "… hela kostnaden. 3." / "Nämnden …"."""
    carried: list[Block] = []
    for block in blocks:
        last = carried[-1] if carried else None
        match = NUMBER_AT_END.search(last.whole.text) if last and block.mark is None else None
        if last and match and last.number and last.number.isdigit() and int(match["number"]) == int(last.number) + 1:
            start = len(last.whole.text) - len(last.body.text)
            whole = last.whole.cut(0, match.start())
            carried[-1] = Block(last.mark, last.number, last.lines, whole, whole.cut(start))
            mark = last.whole.cut(match.start("number"))
            carried.append(Block(mark.text, match["number"], block.lines, join([mark, block.whole]), block.body))
        else:
            carried.append(block)
    return carried


def part_beside(blocks: Sequence[Block]) -> tuple[list[Block], list[Passage]]:
    """The blocks without sentences that stand unmarked beneath marked clauses and decide nothing, and those of these that
    tell something: "Ärendet är brådskande.". That the meeting is closed, or all agree, is nothing.
    """
    deciding: list[Block] = []
    beside: list[Passage] = []
    for block in blocks:
        text = block.whole.text
        if deciding and _notes(deciding[-1]) and (_is_bullet(block) or _counts_paper(block)):
            continue  # one of the papers that are noted
        if deciding and STATES_NOTHING.match(text):
            continue
        if deciding and _is_marked(deciding[-1]) and not _is_marked(block) and _tells(text):
            beside.append(block.whole)
            continue
        deciding.append(block)
    return deciding, beside


def _is_bullet(block: Block) -> bool:
    return block.mark is not None and block.number is None and not PLAIN_CLAUSE.match(block.body.text)


def _counts_paper(block: Block) -> bool:
    """Whether a number stands before a paper of somebody's: "1. Länsstyrelsens beslut 2024-06-14 om strandskydd"."""
    return block.number is not None and PAPER_OF_OTHERS.match(block.body.text) is not None


def _notes(block: Block) -> bool:
    """Whether the block says as a whole sentence that something is noted: "Meddelandena läggs till handlingarna."."""
    whole = block.mark is None and block.whole.text.endswith(".") and not PLAIN_CLAUSE.match(block.body.text)
    return whole and outcome_of(block.body.text) is Outcome.ANTECKNING


def _is_marked(block: Block) -> bool:
    return block.mark is not None or PLAIN_CLAUSE.match(block.body.text) is not None


def _tells(text: str) -> bool:
    if TELLS_BESIDE.match(text) is None or outcome_of(text) is not None:
        return False
    return not (BODY_SPEAKS.match(text) or BODY_ACTS.match(text) or QUOTATION_MARK.search(text))


def with_those_elected(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a sentence that elects made one with the names beneath it: "Till vägutskott utses:" / "(C) Anna Ek"."""
    whole: list[Block] = []
    open_to_names = False
    parted = (
        part
        for one, above in zip(blocks, [None, *blocks], strict=False)
        for part in _without_sentence_behind(one, above)
    )
    for block in parted:
        listed = block.mark is None and all(ELECTED_ROW.match(cell.text) for line in block.lines for cell in line.cells)
        tells = block.whole.text.endswith(".") and SENTENCE_STARTS.match(block.lines[0].text) is not None
        if open_to_names and listed and not tells:
            whole[-1] = _as_one([whole[-1], block])
            continue
        whole.append(block)
        open_to_names = bool(ELECTS.search(block.whole.text))
    return whole


def _without_sentence_behind(block: Block, above: Block | None) -> list[Block]:
    """The block; rows of those elected and the sentence that stands beneath them apart: "Bo Lind (M), ersättare" / "Uppdragen gäller till …"."""
    opens = _opens_rows(block)
    listed = block.lines[opens:]
    rows = block.lines[: opens + sum(1 for _ in takewhile(_is_elected, listed))]
    rest = block.lines[len(rows) :]
    fewest = 1 if opens or (above and ELECTS.search(above.whole.text)) else _FEWEST_ROWS
    if block.mark is not None or len(rows) < fewest or not rest or not block.whole.text.endswith("."):
        return [block]
    if not SENTENCE_STARTS.match(rest[0].text):
        return [block]
    return [part_of(block, passage(rows)), part_of(block, passage(rest))]


def _opens_rows(block: Block) -> int:
    """How many lines elect whom the lines beneath name: one of "Till ombud utses:", and of "Till ombud utses: Bo Lind (M)"."""
    elects, colon, first = block.lines[0].text.partition(":")
    if not colon or not ELECTS.search(f"{elects}:"):
        return 0
    return 1 if not first.strip() or ELECTED_ROW.match(first.strip()) else 0


def _is_elected(line: Line) -> bool:
    return ELECTED_ROW.match(line.text) is not None and not line.text.endswith(".")


def _quotations_whole(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a clause that opens a quotation made one with the paragraphs up to the one in which it closes.

    "20. Ägardirektivet justeras enligt: ”Undantag från § 2 … bolag. / Undantag från § 3 … fastighet.”"
    """
    whole: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _end_of_quotation(blocks, at)
        whole.append(_as_one(blocks[at:end]) if end > at + 1 else blocks[at])
        at = end
    return whole


def _end_of_quotation(blocks: Sequence[Block], at: int) -> int:
    """Where the blocks end that the quotation of the one at `at` takes up; the next one where none closes."""
    end, last = at + 1, blocks[at]
    if end < len(blocks) and last.mark and last.whole.text.endswith(":") and _opens_quoting(blocks[end]):
        end, last = end + 1, blocks[end]
    if not _left_quoting(last.whole.text):
        return end
    for index in range(end, len(blocks)):
        block = blocks[index]
        if block.mark is not None or BODY_SPEAKS.match(block.whole.text):
            break
        if _left_quoting(block.whole.text):
            return index + 1
    return end


def _opens_quoting(block: Block) -> bool:
    return block.mark is None and bool(QUOTATION_MARK.match(block.whole.text))


def _left_quoting(text: str) -> bool:
    """Whether one more quotation mark stands in the text than its pairs account for."""
    return bool(len(QUOTATION_MARK.regex.findall(text)) % 2)


def _with_their_points(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a sentence that itself decides made one with the lettered points that its colon opens.

    "Ärendet återremitteras till nämnden för att utreda: a) En modell … b) En modell …"
    """
    whole: list[Block] = []
    open_to_points = False
    for index, block in enumerate(blocks):
        lettered = block.number is not None and block.number.isalpha()
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if lettered and open_to_points:
            whole[-1] = _as_one([whole[-1], block])
            continue
        whole.append(block)
        points_follow = following is not None and following.number == "a"
        open_to_points = points_follow and _decides_with_points(block)
    return whole


def _decides_with_points(block: Block) -> bool:
    """Whether an unnumbered sentence ends with a colon, decides something and opens as no lead does."""
    text = block.whole.text
    if block.mark is not None or not text.endswith(":") or LEAD_START.match(text) or BODY_SPEAKS.match(text):
        return False
    return outcome_of(text) is not None


def _as_one(blocks: Sequence[Block]) -> Block:
    first = blocks[0]
    lines = tuple(line for block in blocks for line in block.lines)
    whole = join([block.whole for block in blocks])
    return Block(first.mark, first.number, lines, whole, whole.cut(len(first.whole.text) - len(first.body.text)))
