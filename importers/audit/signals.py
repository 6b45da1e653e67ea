"""The audit of signal words, § by §: at most one doubt a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from importers.audit.claims import Claims
from importers.bundle import Document, DocumentKind, Doubt, Item, Role, Section
from importers.doubts import DoubtCode, doubt
from importers.patterns.acts import NOTHING_MADE, TAKES_PART
from importers.patterns.alternatives import COUNTS_OR_NAMES
from importers.patterns.beside_decisions import STATES_NOTHING
from importers.patterns.decisions import PAPER_OF_OTHERS
from importers.patterns.elsewhere import ALSO_HERE
from importers.patterns.headings import role_in_dress
from importers.patterns.leaving import BIAS, LEFT_OR_CAME, SERVED_IN, SEVERAL_BEFORE, SEVERAL_BEHIND
from importers.patterns.reservations import NOBODY_BIASED
from importers.patterns.signal import Fact, Signal
from importers.patterns.signals import HEADS_MOVERS, SIGNALS
from importers.patterns.titles import DECIDES_IN_TITLE
from importers.patterns.verification import AT_ONCE
from importers.patterns.yrkanden import REPORTS
from importers.statements.elsewhere import of_another
from importers.statements.propositions import says_neither
from importers.text.layout import Line
from importers.text.passage import Passage, passage, sentences

# Under these headings a text reports what others did, or lists papers and receivers.
REPORTING = frozenset(
    {
        Role.SUMMARY,
        Role.PRESENTATION,
        Role.REASONS,
        Role.PROPOSAL,
        Role.BASIS,
        Role.EARLIER,
        Role.SENT_TO,
        Role.ATTENDANCE,
        Role.SIGNATURE,
        Role.JUSTERING,
    }
)
# What is quoted in full is somebody's text, not the minutes'.
_QUOTING = frozenset({Role.SARSKILT_YTTRANDE, Role.PROTOKOLLSANTECKNING, Role.RESERVATION})
# Under these headings every sentence states something: one in which no fact stands is doubted as what its heading says.
_STATING = {
    Role.DECISION: DoubtCode.DECISION_MAY_BE_MISSED,
    Role.YRKANDEN: DoubtCode.YRKANDE_MAY_BE_MISSED,
    Role.VOTE: DoubtCode.VOTE_MAY_BE_MISSED,
    Role.RESERVATION: DoubtCode.RESERVATION_MAY_BE_MISSED,
    Role.SARSKILT_YTTRANDE: DoubtCode.STATEMENT_MAY_BE_MISSED,
    Role.PROTOKOLLSANTECKNING: DoubtCode.STATEMENT_MAY_BE_MISSED,
    Role.JAV: DoubtCode.ABSTENTION_MAY_BE_MISSED,
}
_ANY = frozenset(Fact)
_SAY_NOTHING = (STATES_NOTHING, COUNTS_OR_NAMES, PAPER_OF_OTHERS, NOTHING_MADE, TAKES_PART, NOBODY_BIASED)
_MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
# What tells who wanted or voted what, or what was decided.
_GRAVE = frozenset(
    {
        DoubtCode.YRKANDE_MAY_BE_MISSED,
        DoubtCode.RESERVATION_MAY_BE_MISSED,
        DoubtCode.VOTE_MAY_BE_MISSED,
        DoubtCode.ABSTENTION_MAY_BE_MISSED,
        DoubtCode.DECISION_MAY_BE_MISSED,
    }
)
# What tells who wanted what: told at the head of a §, where nothing reports another meeting or a paper, it is of this one.
_WANTED = frozenset({DoubtCode.YRKANDE_MAY_BE_MISSED, DoubtCode.RESERVATION_MAY_BE_MISSED})
_ABOUT_GAPS = (DoubtCode.ITEMS_MISSING, DoubtCode.ITEMS_MAY_BE_WITHIN)
LinesByPlace = Mapping[tuple[int, int], Line]


def audit_signals(
    documents: Sequence[Document], lines: LinesByPlace, doubts: Sequence[Doubt], claims: Claims
) -> tuple[Doubt, ...]:
    """A doubt for each sentence of a § that signals a fact which is not there, with its place."""
    gaps = {(one.about or "").partition("/items")[0] for one in doubts if one.code in _ABOUT_GAPS}
    found: list[Doubt] = []
    unknown = () if any(one.kind in _MINUTES for one in documents) else (DocumentKind.OTHER,)
    for d, document in enumerate(documents):
        about = f"/documents/{d}"
        for i, item in enumerate(document.items):
            found += _of_item(item, claims, lines, f"{about}/items/{i}", document.body)
        if document.kind in _MINUTES and (not document.items or about in gaps):
            found += _outside_items(document, claims, lines, about)
        elif document.kind in unknown:
            found += _outside_items(document, claims, lines, about, strong=True)
    return tuple(found)


def _of_item(item: Item, claims: Claims, lines: LinesByPlace, about: str, body: str | None = None) -> Iterator[Doubt]:
    yield from _in_title(item, about)
    for section in item.sections:
        signals = [signal for signal in _counting(section, item) if signal.pattern.search(section.text)]
        stating = _stating(section)
        if not signals and stating is None:
            continue
        for sentence in sentences(text_of(section, lines)):
            words = ((signal.code, word) for signal in signals if (word := _unclaimed(sentence, signal, claims)))
            code, word = next(words, (None, ""))
            unsure = code in (None, DoubtCode.PERSON_MAY_BE_MISSED)
            if unsure and stating and section.heading and not _is_read(sentence, item, claims):
                code, word = stating, section.heading
            if code is not None and not _says_nothing(sentence.text, body):
                yield doubt(code, about=about, number=item.number, word=word, sources=[sentence.source()])


def _says_nothing(text: str, body: str | None) -> bool:
    """Whether the sentence states no fact, or one of another body."""
    return any(pattern.match(text) for pattern in _SAY_NOTHING) or (
        of_another(text, body) and ALSO_HERE.search(text) is None
    )


def _is_read(sentence: Passage, item: Item, claims: Claims) -> bool:
    """Whether a fact stands in the sentence, or it is of those in which none does."""
    return (
        (item.verified_at_once and AT_ONCE.search(sentence.text) is not None)
        or claims.touch(sentence.printed, _ANY)
        or _tells_presence(sentence)
        or (bool(item.votes) and says_neither(sentence))
    )


def _tells_presence(sentence: Passage) -> bool:
    """Whether the sentence says that somebody left or came, which who reads the attendance doubts: "Bo Ås (M) lämnade mötet kl. 15.10."."""
    told = any(one.match(sentence.text) for one in (LEFT_OR_CAME, SEVERAL_BEFORE, SEVERAL_BEHIND, SERVED_IN))
    return told and BIAS.search(sentence.text) is None


def _stating(section: Section) -> DoubtCode | None:
    """What every sentence of the section states, as its heading says."""
    unknown = section.role in (Role.OTHER, Role.PRESENTATION) and HEADS_MOVERS.match(section.heading or "")
    return DoubtCode.YRKANDE_MAY_BE_MISSED if unknown else _STATING.get(section.role)


def _in_title(item: Item, about: str) -> Iterator[Doubt]:
    """A doubt where the title tells what somebody wanted or what was decided: text was taken for it."""
    decides = DECIDES_IN_TITLE.search(item.title)
    for signal in SIGNALS:
        match = signal.pattern.search(item.title) if signal.strong and signal.code in _GRAVE else None
        if match is None and signal.code is DoubtCode.DECISION_MAY_BE_MISSED:
            match = decides
        if match:
            word = match.groupdict().get("word") or match[0]
            sources = item.fields.get("title", ())
            yield doubt(signal.code, about=about, number=item.number, word=word, sources=sources)
            return


def _outside_items(
    document: Document, claims: Claims, lines: LinesByPlace, about: str, *, strong: bool = False
) -> Iterator[Doubt]:
    """A doubt for each sentence of minutes with §§ that are missing which stands in none and signals a grave fact; of a paper
    of no known kind, which may be minutes, only for what is `strong`.
    """
    for section in document.sections:
        signals = [
            signal
            for signal in SIGNALS
            if signal.code in _GRAVE and (signal.strong or not strong) and signal.pattern.search(section.text)
        ]
        for sentence in sentences(text_of(section, lines)) if signals else ():
            word = next((word for signal in signals if (word := _unclaimed(sentence, signal, claims))), None)
            if word is not None:
                yield doubt(DoubtCode.OUTSIDE_ITEMS, about=about, word=word, sources=[sentence.source()])


def _counting(section: Section, item: Item) -> Iterator[Signal]:
    """The signals that count under the section's heading, and that nothing in the § settles; grave ones in a § told in
    prose, whose decision is not read.
    """
    untold = section.heading is None and section.role is Role.PRESENTATION and not item.decisions
    here = section.heading is None and section.role is Role.PRESENTATION and not REPORTS.search(section.text)
    narrated = section.role not in REPORTING | _QUOTING
    unknown = section.role is Role.PRESENTATION and section.heading and role_in_dress(section.heading) is None
    for signal in SIGNALS if section.role is not Role.EARLIER else ():
        settled = signal.settled_by is not None and bool(getattr(item, signal.settled_by.value))
        if unknown and signal.code is DoubtCode.VOTE_MAY_BE_MISSED and not settled:
            yield signal
            continue
        if (
            signal.strong or narrated or (untold and signal.code in _GRAVE) or (here and signal.code in _WANTED)
        ) and not settled:
            yield signal


def text_of(section: Section, lines: LinesByPlace) -> Passage:
    """The section's text, without its heading, word by word as it is printed."""
    printed = []
    for place in section.source.places:
        line = lines[place.page, place.line]
        if line.place.bbox == place.bbox:  # as most are
            printed.append(line)
            continue
        words = [word for word in line.words if place.bbox[0] - 0.5 <= line.frame.shown(word.box)[0] <= place.bbox[2]]
        printed.append(line if len(words) == len(line.words) or not words else line.part(words))
    whole = passage(printed)
    return whole.cut(max(0, len(whole.text) - len(section.text)))


def _unclaimed(sentence: Passage, signal: Signal, claims: Claims) -> str | None:
    """The first word of the signal in the sentence that no fact which may hold it holds."""
    for match in signal.pattern.finditer(sentence.text):
        groups = match.groupdict()
        named = next((name for name in ("word", "after", "note", "party", "asks") if groups.get(name)), 0)
        word = sentence.group(match, named)
        if not claims.hold(word.printed, signal.claimed_by):
            return word.text
    return None
