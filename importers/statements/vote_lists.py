"""Lists of votes in which a party or a choice stands over the names, or the choice before each.

Socialdemokraterna                 Ja (2)                      Röst     Namn        Parti
Anna Ek        Ja                  Anna Ek       S             Ja       Anna Ek     S
Bo Ås          Nej                 Bo Ås         M             Nej      Bo Ås       M
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.bundle import Ballot, BallotChoice
from importers.patterns.crosses import CODE_HEADING, OWN_PARTY_HEADING, PARTY_HEADING
from importers.patterns.people import NAME_ALONE, NO_PERSON
from importers.patterns.vote_lists import CHOICE_BEFORE_NAME, CHOICE_OVER_NAMES, HEADS_CHOICE_FIRST, OVER_PARTY
from importers.patterns.vote_tables import RESULT
from importers.statements.people import person
from importers.statements.vote_events import choice_of
from importers.statements.vote_rows import who_of
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_ROWS = 2  # that are a list
_HEADS = 2  # parties, or choices


@dataclass(slots=True)
class VoteList:
    """Who voted how, the counts that stand over the names, the lines, and what is unclear."""

    lines: list[Line]
    ballots: list[Ballot] = field(default_factory=list)
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    odd: list[Passage] = field(default_factory=list)


def list_at(lines: Sequence[Line]) -> VoteList | None:
    """The list that the lines open with."""
    return _under_parties(lines) or _under_choices(lines) or _choice_first(lines)


def party_over(line: Line) -> str | None:
    """The party that the line is, over those who are of it: "Socialdemokraterna", "Moderaterna (M), 3 mandat"."""
    heads = PARTY_HEADING.match(line.text) or CODE_HEADING.match(line.text)
    if heads:
        return person("", heads[heads.lastgroup or 0]).party
    own = OVER_PARTY.match(line.text)
    if own:
        return own["code"]
    return line.text.rstrip(" :") if OWN_PARTY_HEADING.match(line.text) else None


def _under_parties(lines: Sequence[Line]) -> VoteList | None:
    """Names with how they voted beneath the party that each group of them is of."""
    if party_over(lines[0]) is None:
        return None
    found = VoteList([])
    party: str | None = None
    heads = 0
    for line in lines:
        if over := party_over(line):
            party, heads = over, heads + 1
            found.lines.append(line)
            continue
        ballot = _name_and_choice(line, party)
        if ballot is None:
            break
        found.ballots.append(ballot)
        found.lines.append(line)
    while found.lines and party_over(found.lines[-1]):
        found.lines.pop()  # it heads something else
        heads -= 1
    return found if len(found.ballots) >= _ROWS and heads >= 1 else None


def _name_and_choice(line: Line, party: str | None) -> Ballot | None:
    """The ballot of a row that is a name and how it voted."""
    said = RESULT.match(line.words[-1].text)
    if said is None or len(line.words) < _HEADS + 1:
        return None
    cell = passage([line.part(line.words[:-1])])
    if not NAME_ALONE.match(cell.text) or NO_PERSON.search(cell.text) or " " not in cell.text:
        return None
    one = person(cell.text, party)
    return Ballot(name=one.name, party=one.party, vote=choice_of(said["choice"]), source=cell.source())


def _under_choices(lines: Sequence[Line]) -> VoteList | None:
    """Names with their parties in a column, beneath the choice of all of them; two such choices or more."""
    if not CHOICE_OVER_NAMES.match(lines[0].text):
        return None
    found = VoteList([])
    choice: BallotChoice | None = None
    heads = 0
    for line in lines:
        if over := CHOICE_OVER_NAMES.match(line.text):
            choice, heads = choice_of(over["choice"]), heads + 1
            if over["count"]:
                found.counts[choice] = int(over["count"])
        elif who := who_of(line.words, line):
            one, words = who
            if choice is None or words.text.endswith(")"):
                return None  # names with their parties in brackets are read in running text
            found.ballots.append(Ballot(name=one.name, party=one.party, vote=choice, source=words.source()))
        else:
            break
        found.lines.append(line)
    cast = Counter(ballot.vote for ballot in found.ballots)
    if any(cast[one] != count for one, count in found.counts.items()):
        found.odd.append(passage(found.lines))
    return found if heads >= _HEADS and len(found.ballots) >= _ROWS else None


def _choice_first(lines: Sequence[Line]) -> VoteList | None:
    """Rows that open with how somebody voted: "Ja   Anna Ek   S"."""
    if not HEADS_CHOICE_FIRST.match(lines[0].text):
        return None
    found = VoteList([lines[0]])
    for line in lines[1:]:
        if line.text == lines[0].text:
            found.lines.append(line)
            continue
        said = CHOICE_BEFORE_NAME.match(line.text)
        if said is None:
            break
        at = 1 if RESULT.match(line.words[0].text) else 2  # a number before it
        who = who_of(line.words[at:], line)
        found.lines.append(line)
        if who is None:
            found.odd.append(passage([line]))
            continue
        one, words = who
        ballot = Ballot(name=one.name, party=one.party, vote=choice_of(said["choice"]), source=words.source())
        found.ballots.append(ballot)
    return found if len(found.ballots) >= _ROWS else None
