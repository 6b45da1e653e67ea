"""Who agrees with what was moved before: they move it too.

Bo Ås (V) instämmer i Anna Eks (S) yrkande.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.bundle import Source, Stance, Yrkande
from importers.patterns.acts import (
    AGREED_BY_NAME,
    AGREED_BY_PERSON,
    AGREED_BY_STANCE,
    AGREED_LAST,
    AGREED_WITH,
    AGREES,
)
from importers.patterns.yrkande_rows import ROW_AGREES
from importers.statements.acts import acts_in, bare_name
from importers.statements.who import Who, items_in, who_in
from importers.text.passage import Passage

_STANCE_WORDS = {
    "avslag": Stance.AVSLAG,
    "bifall": Stance.BIFALL,
    "återremiss": Stance.ATERREMISS,
    "bordläggning": Stance.BORDLAGGNING,
    "tillägg": Stance.TILLAGG,
    "ändring": Stance.ANDRING,
}


def agrees(sentence: Passage, moved: list[Yrkande], last: int) -> bool:
    """Whether the sentence says who agrees with what was moved before it, and with what: they move it too. `last` is where the
    yrkanden of the last sentence that moved something begin."""
    text = sentence.text
    if paper := AGREED_WITH.match(text):
        who, what = (
            who_in(paper["who"] or paper["who2"] or paper["who3"]),
            f" i {_lowered((paper['what'] or paper['what2'] or 'Detta').removeprefix('I '))}",
        )
    elif row := ROW_AGREES.match(text):
        who, what = who_in(row["who"]), row["what"]
    elif (acts := acts_in(text, AGREES, agree=False)).found and not acts.unclear and len(acts.found) == 1:
        who, what = acts.found[0].who, text[acts.found[0].start : acts.found[0].end]
    else:
        return False
    agreed = _agreed(what, moved, last)
    if not who or not agreed:
        return False
    for index in agreed:
        moved[index] = _with_movers(moved[index], who, sentence)
    return True


def _lowered(words: str) -> str:
    """Words in mid-sentence: "yrkandet" of "Yrkandet biträds …"; a name keeps its capital."""
    first = words.split(" ", 1)[0]
    if first in ("Detsamma", "Samma", "Det", "Så", "Likaså", "Häri", "Däri"):
        return "detta"
    return words[:1].lower() + words[1:] if first in ("Yrkandet", "Förslaget", "Detta") else words


def _agreed(what: str, moved: Sequence[Yrkande], last: int) -> list[int]:
    """Which yrkanden somebody agrees with, by their places; none where that is not beyond doubt."""
    count = len(moved)
    if AGREED_LAST.match(what):
        latest = list(range(last, count))
        return latest if len({moved[at].movers for at in latest}) == 1 else []
    if stance := AGREED_BY_STANCE.match(what):
        wanted = _wanted(stance["paper"] or stance["stance"])
        alike = [at for at in range(count) if moved[at].stance is wanted]
        return alike if len(alike) == 1 else []
    named = AGREED_BY_NAME.match(what) or AGREED_BY_PERSON.match(what)
    if named is None:
        return []
    owners = {bare_name(item.person.name) for item in items_in(named["whose"]) if item.person}
    owned = [at for at in range(count) if owners and owners <= {bare_name(one.name) for one in moved[at].movers}]
    groups = named.groupdict()
    if word := groups.get("stance") or groups.get("paper"):
        return [at for at in owned if moved[at].stance is _wanted(word)]
    return owned if len({moved[at].text for at in owned}) == 1 else []


def _wanted(word: str) -> Stance:
    """The stance of "avslag", or of "avslags" as a yrkande's name begins."""
    return _STANCE_WORDS[word if word in _STANCE_WORDS else word.removesuffix("s")]


def _with_movers(one: Yrkande, who: Who, sentence: Passage) -> Yrkande:
    """The yrkande with those who agree in a later sentence, which becomes part of its text."""
    more = sentence.source()
    both = Who(one.movers, one.parties, one.group, one.m_fl).with_more(who)
    return replace(
        one,
        movers=both.people,
        parties=both.parties,
        group=both.group,
        m_fl=both.m_fl,
        text=f"{one.text} {sentence.text}",
        source=Source(f"{one.source.quote} {more.quote}", (*one.source.places, *more.places)),
    )
