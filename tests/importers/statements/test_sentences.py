"""A table of invented sentences, each with all the facts that are in it: who wants, is against, stays out, notes, wins.

`sentences.json`: a sentence (or a few that hang together) and its facts; "doubt" where a reader must say that something
may be missing, and nothing at all where there is nothing to read. "who" holds lists of names and groups alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from importers.bundle import Item, Person, Role
from importers.statements.mixed import Mixed, read_mixed
from importers.statements.who import who_in
from tests.importers.typeset import blocks_of

TABLE: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_name("sentences.json").read_text("utf-8"))
_LINE = 90  # letters


def rows(*groups: str) -> list[tuple[str, list[str]]]:
    return [row for group in groups for row in TABLE[group].items()]


@pytest.mark.parametrize(("text", "facts"), rows("yrkanden", "reservations, statements, propositions"))
def test_a_sentence_gives_its_facts_and_no_others(text: str, facts: list[str]) -> None:
    assert facts_of(text) == facts


@pytest.mark.parametrize(("words", "who"), rows("who"))
def test_a_list_names_those_and_no_others(words: str, who: list[str]) -> None:
    assert who_of(words) == who


def test_the_table_is_long_enough_to_be_one() -> None:
    assert sum(len(group) for group in TABLE.values()) >= 300


def facts_of(text: str) -> list[str]:
    """What is read of the sentence wherever it stands, and its doubts."""
    found = read_mixed(blocks_of(_wrapped(text)), Role.YRKANDEN, "1", votes=False)
    return [*facts_in(found), *("doubt" for one in found.doubts if one.code != "winner_not_put")]


def facts_in(found: Mixed | Item) -> list[str]:
    """Facts about who wants what, in short: "avslag motionen: Anna Ek (S)"."""
    return list(_facts(found))


def _facts(found: Mixed | Item) -> Iterator[str]:
    for one in found.yrkanden:
        rank = {None: "", 1: " i första hand", 2: " i andra hand"}[one.rank]
        target = f" {one.target}" if one.target else ""
        yield f"{one.stance}{rank}{target}: {_who(one.movers, one.parties, m_fl=one.m_fl)}"
    for against in found.reservations:
        favoured = f" för {against.in_favour_of}" if against.in_favour_of else ""
        written = ", skriftlig" if against.written else ""
        yield f"reservation{favoured}{written}: {_who(against.people, against.parties)}"
    for statement in found.statements:
        yield f"{statement.kind}: {_who(statement.people, statement.parties)}"
    for put in found.propositions:
        yield f"{' | '.join(put.alternatives)} => {put.winner}"


def who_of(words: str) -> list[str]:
    """Those whom the words name, one by one; nobody where they cannot be taken apart."""
    who = who_in(words)
    return _who(who.people, who.parties, m_fl=who.m_fl).split(", ") if who else []


def _who(people: Sequence[Person], parties: Sequence[str], *, m_fl: bool = False) -> str:
    named = [f"{one.role + ' ' if one.role else ''}{one.name} ({one.party or '-'})" for one in people]
    return ", ".join([*named, *parties, *(["m.fl."] if m_fl else [])]) or "alla"


def _wrapped(text: str) -> str:
    """The text in lines as a page has them, so that names and dates run on from one to the next."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)
