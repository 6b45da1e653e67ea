"""Yrkanden: who moves what.

Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD) yrkar bifall till motionen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from importers.bundle import Doubt, Person, Role, Stance, Statement, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.patterns.people import AND_OTHERS
from importers.patterns.yrkanden import (
    AFTER_TARGET,
    BODY_DECIDES,
    CHANGED,
    FIRST_RANK,
    LIST_FOLLOWS,
    LIST_FORM,
    MOVES,
    NEXT_STANCE,
    PAPER_FROM,
    SAME_MOVERS,
    SECOND_RANK,
    STANCES,
    VERB_LEFT_OUT,
)
from importers.statements.people import named_in, subject_of, subjects_in
from importers.statements.yttranden import abstention_of
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences

_QUOTATION_MARKS = '"”“'


@dataclass(frozen=True, slots=True)
class _Movers:
    people: tuple[Person, ...]
    parties: tuple[str, ...] = ()
    group: str | None = None
    m_fl: bool = False


def read_yrkanden(
    blocks: Sequence[Block],
) -> tuple[tuple[Yrkande, ...], tuple[Statement, ...], tuple[Doubt, ...]]:
    """The section's yrkanden, those who say there that they take no part, and a doubt for each other sentence."""
    found, abstentions, rest = sort_yrkanden(blocks)
    return found, abstentions, tuple(not_moved(sentence) for sentence in rest)


def _nothing_else(sentence: Passage) -> bool:
    return False


def sort_yrkanden(
    blocks: Sequence[Block], other: Callable[[Passage], bool] = _nothing_else
) -> tuple[tuple[Yrkande, ...], tuple[Statement, ...], tuple[Passage, ...]]:
    """The same with the other sentences as they are, among them those that `other` says are something else."""
    found: list[Yrkande] = []
    abstentions: list[Statement] = []
    rest: list[Passage] = []
    for sentence in _with_lists(blocks):
        abstention = abstention_of(sentence)
        if abstention is not None:
            abstentions.append(abstention)
        elif not other(sentence) and (moved := yrkanden_of(sentence) or _same_movers(sentence, found)):
            found += moved
        else:
            rest.append(sentence)
    return tuple(found), tuple(abstentions), tuple(rest)


def _with_lists(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The sentences; one that opens a list has the list's entries as its own, and a quotation stays whole."""
    index = 0
    while index < len(blocks):
        *whole, last = _told_whole(sentences(blocks[index].body)) or (blocks[index].body,)
        yield from whole
        index += 1
        entries: list[Passage] = []
        if LIST_FOLLOWS.search(last.text) or PAPER_FROM.match(last.text):
            while index < len(blocks) and _is_entry(blocks[index]):
                entries.append(blocks[index].whole)
                index += 1
        yield join([last, *entries]) if entries else last


def _told_whole(said: Sequence[Passage]) -> tuple[Passage, ...]:
    """The sentences of a paragraph, a quotation of several as part of the sentence that opens it: "yrkar: ”Motionen avslås. Taxan sänks.”"."""
    parts: list[list[Passage]] = []
    for sentence in said:
        if parts and _quotes(parts[-1]):
            parts[-1].append(sentence)
        else:
            parts.append([sentence])
    return tuple(one for part in parts for one in ([join(part)] if not _quotes(part) else part))


def _quotes(part: Sequence[Passage]) -> bool:
    """Whether a quotation is open at the end."""
    return sum(sign in _QUOTATION_MARKS for one in part for sign in one.text) % 2 == 1


def _is_entry(block: Block) -> bool:
    """Whether the block is an entry of a list that somebody moves, and not itself somebody's yrkande."""
    listed = block.mark is not None or block.body.text.startswith("att ")
    return listed and not yrkanden_of(block.body)


def _same_movers(sentence: Passage, before: Sequence[Yrkande]) -> tuple[Yrkande, ...]:
    """ "I andra hand yrkas avslag på motionen." right after what is moved in the first."""
    if not before or not SAME_MOVERS.match(sentence.text):
        return ()
    last = before[-1]
    movers = _Movers(last.movers, last.parties, last.group, last.m_fl)
    return tuple(_yrkande(sentence, movers, part) for part in _parts(sentence.text))


def not_moved(sentence: Passage) -> Doubt:
    """The doubt about a sentence under Yrkanden that moves nothing."""
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.YRKANDEN.value, sources=[sentence.source()])


def yrkanden_of(sentence: Passage) -> tuple[Yrkande, ...]:
    """The yrkanden that a sentence makes: several where it moves one thing "och avslag på" or "i andra hand" another.

    None without a verb of moving or without a mover. Each has the whole sentence as its text.
    """
    movers, what = _listed(sentence.text) or _told(sentence) or (None, "")
    if movers is None:
        return ()
    return tuple(_yrkande(sentence, movers, part) for part in _parts(what))


def _listed(text: str) -> tuple[_Movers, str] | None:
    """Movers and what they move in forms without a verb: "Tilläggsyrkande från Anna Ek (M): att …"."""
    if listed := LIST_FORM.match(text):
        found = _list_of(listed["movers"]), f" {listed['what'][:1].lower()}{listed['what'][1:]}"
    elif paper := PAPER_FROM.match(text):
        found = _list_of(paper["movers"]), f" {paper['paper'].lower()}: {paper['what'] or ''}"
    elif elided := VERB_LEFT_OUT.match(text):
        what = text[elided.end() :]
        found = _list_of(elided["movers"]), f" {what[:1].lower()}{what[1:]}"
        if MOVES.search(elided["movers"]) or stance_of(found[1])[0] in (Stance.OTHER, Stance.EGET):
            return None
    else:
        return None
    return found if found[0].people else None


def _list_of(text: str) -> _Movers:
    return _Movers(subjects_in(text), m_fl=bool(AND_OTHERS.search(text)))


def _told(sentence: Passage) -> tuple[_Movers, str] | None:
    """The subject of a verb of moving: before it, or after it ("Vidare yrkar Viktoria Rolka (S) avslag på …")."""
    verb = MOVES.search(sentence.text)
    if verb is None:
        return None
    rest = sentence.text[verb.end() :]
    people, parties, group = subject_of(sentence, verb.start())
    behind = () if people else _right_behind(rest)
    if behind:
        return _Movers(behind, m_fl=bool(AND_OTHERS.search(_up_to_stance(rest)))), rest
    if not (people or parties or group):
        return None
    return _Movers(people, parties, group, bool(AND_OTHERS.search(sentence.text[: verb.start()]))), rest


def _right_behind(rest: str) -> tuple[Person, ...]:
    """Those named between the verb and what is moved, and nothing else there: " Anna Ek (V) bifall till motionen"."""
    before = _up_to_stance(rest)
    named = list(named_in(before))
    return subjects_in(before) if named and len(before[: named[0].start].split()) <= 4 else ()


def _up_to_stance(rest: str) -> str:
    starts = [match.start() for _, pattern in STANCES if (match := pattern.search(rest))]
    opens = rest.find(" att ")
    return rest[: min([*starts, *([opens] if opens >= 0 else [])], default=0)]


def _parts(rest: str) -> Iterator[str]:
    start = 0
    for match in NEXT_STANCE.finditer(rest):
        yield rest[start : match.start()]
        start = match.start()
    yield rest[start:]


def _yrkande(sentence: Passage, movers: _Movers, part: str) -> Yrkande:
    stance, target = stance_of(part)
    return Yrkande(
        stance=stance,
        text=sentence.text,
        source=sentence.source(),
        movers=movers.people,
        parties=movers.parties,
        group=movers.group,
        m_fl=movers.m_fl,
        target=target,
        rank=1 if FIRST_RANK.search(part) else 2 if SECOND_RANK.search(part) else None,
    )


def stance_of(rest: str) -> tuple[Stance, str | None]:
    """What is moved, and on what: " bifall till motionen." gives `(BIFALL, "motionen")`.

    Of several stances the first counts; bifall "med ändringen att" is a change. `EGET` where something of one's own is
    moved ("att punkt 3 utgår"), `OTHER` where nothing is known.
    """
    found: list[tuple[int, int, Stance, re.Match[str]]] = []
    for order, (stance, pattern) in enumerate(STANCES):
        if match := pattern.search(rest):
            found.append((match.start(), order, stance, match))
    if not found:
        return (Stance.EGET if re.search(r"\batt |: ?\S", rest) else Stance.OTHER), None
    _, _, stance, match = min(found, key=lambda one: one[:2])
    if stance is Stance.BIFALL:
        stance = next((changed for changed, pattern in CHANGED if pattern.search(rest)), stance)
    target = next((words for words in match.groupdict().values() if words), None)
    return stance, _trimmed(target) if target else None


def _trimmed(target: str) -> str | None:
    """What is moved on, without who decides and who agrees: "motionen" of "kommunfullmäktige beslutar att motionen"."""
    decides = BODY_DECIDES.match(target)
    target = target[decides.end() :] if decides else target
    return AFTER_TARGET.regex.sub("", target).strip(" .,;") or None
