"""Printed statements: an author only as far as the text names one."""

from __future__ import annotations

import pytest

from importers.bundle import Attribution, StatementKind
from importers.statements.yttranden import abstentions_of, read_jav, read_statements
from tests.importers.typeset import blocks_of, running

KIND = StatementKind.SARSKILT_YTTRANDE


def test_two_paragraphs_in_the_first_person_are_one_statement_of_an_inferred_party() -> None:
    (one,), (doubt,) = read_statements(
        blocks_of("Vi liberaler har länge betonat vikten av detta.\n\nLiberalerna kommer att fortsätta arbeta."), KIND
    )
    assert one.text == "Vi liberaler har länge betonat vikten av detta. Liberalerna kommer att fortsätta arbeta."
    assert (one.parties, one.people, one.attribution, one.inferred_from) == (
        ("L",),
        (),
        Attribution.INFERRED,
        "Vi liberaler",
    )
    assert (doubt.code, doubt.params) == ("author_inferred", {"party": "L", "words": "Vi liberaler"})


def test_a_party_by_its_name_in_the_first_person() -> None:
    (one,), _ = read_statements(blocks_of("Vi i Centerpartiet är glada över att någon ska räkna efter."), KIND)
    assert (one.parties, one.inferred_from) == (("C",), "Vi i Centerpartiet")


def test_a_party_that_is_only_mentioned_is_no_author() -> None:
    (one,), (doubt,) = read_statements(blocks_of("Liberalerna i riksdagen har länge betonat vikten av detta."), KIND)
    assert (one.parties, one.attribution) == ((), Attribution.NONE)
    assert doubt.code == "author_unknown"


def test_a_named_author_and_a_group() -> None:
    named, group = read_statements(
        blocks_of(
            "Emmyly Bönfors (C) antecknar följande till protokollet: Det är bra.\n\n"
            "Representanterna från V, S och MP antecknar som yttrande en skrivelse från den 4 mars 2025."
        ),
        StatementKind.PROTOKOLLSANTECKNING,
    )[0]
    assert ([person.name for person in named.people], named.attribution) == (["Emmyly Bönfors"], Attribution.NAMED)
    assert (group.parties, group.attribution) == (("V", "S", "MP"), Attribution.GROUP)


def test_an_official_who_lays_a_note_for_the_record() -> None:
    (party, official), _ = read_statements(
        blocks_of(
            "M och L antecknar följande till protokollet:\n”Underlaget kom sent.”\n\n"
            "Förvaltningsdirektör Eva Lind lägger protokollsanteckning enligt följande:\n”Frågan kräver en beredning.”"
        ),
        StatementKind.PROTOKOLLSANTECKNING,
    )
    assert party.parties == ("M", "L")
    assert [(one.name, one.role) for one in official.people] == [("Eva Lind", "Förvaltningsdirektör")]


def test_who_takes_no_part() -> None:
    ((away,), _) = abstentions_of(running("Anna Ek (C) deltar inte i beslutet."))
    ((biased,), _) = abstentions_of(running("Bo Å (S) deltar inte i handläggningen av ärendet på grund av jäv."))
    assert (away.kind, biased.kind) == (StatementKind.DELTAR_EJ, StatementKind.JAV)
    assert abstentions_of(running("Anna Ek (C) deltar i beslutet.")) == ((), False)


def test_bias_that_is_only_reported() -> None:
    ((biased,), _) = abstentions_of(running("Anna Ek (C) anmäler jäv och lämnar rummet."))
    assert biased.kind is StatementKind.JAV


def test_two_authors_in_one_paragraph_are_two_statements() -> None:
    first, second = read_statements(
        blocks_of(
            "Jörgen Fogelklou (SD) antecknar som yttrande en skrivelse från den 25 mars 2026. Representanterna från MP och S "
            "antecknar som yttrande en skrivelse från den 31 mars 2026."
        ),
        StatementKind.PROTOKOLLSANTECKNING,
    )[0]
    assert [person.name for person in first.people] == ["Jörgen Fogelklou"]
    assert (second.people, second.parties) == ((), ("MP", "S"))
    assert "Representanterna" not in first.text


def test_who_reports_that_others_take_no_part_is_none_of_them() -> None:
    ((away,), _) = abstentions_of(
        running("Axel Josefson (M) anmäler att ledamöterna från M, D, L och KD inte deltar i beslutet.")
    )
    assert away is not None
    assert (away.people, away.parties, away.group) == ((), ("M", "D", "L", "KD"), "ledamöterna från M, D, L och KD")


@pytest.mark.parametrize(
    ("text", "people", "parties"),
    [
        ("Anna Ek (M) lämnar en protokollsanteckning enligt bilaga 4.", ["Anna Ek"], ()),
        ("Anna Ek (M) får till protokollet antecknat att hon hade velat se ett annat beslut.", ["Anna Ek"], ()),
        ("Särskilt yttrande från Anna Ek (M) bifogas protokollet.", ["Anna Ek"], ()),
        ("Ett särskilt yttrande anmäls av Anna Ek (M) och Bo Å (V).", ["Anna Ek", "Bo Å"], ()),
        ("Följande anteckning görs till protokollet på begäran av Anna Ek (M): Vi saknar underlag.", ["Anna Ek"], ()),
        ("(M) lämnar särskilt yttrande.", [], ("M",)),
        ("Moderaterna inkommer med särskilt yttrande.", [], ("M",)),
    ],
)
def test_an_author_in_other_words(text: str, people: list[str], parties: tuple[str, ...]) -> None:
    ((one,), doubts) = read_statements(blocks_of(text), KIND)
    assert ([person.name for person in one.people], one.parties, doubts) == (people, parties, ())


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("På grund av jäv deltar inte Anna Ek (M) i handläggningen.", StatementKind.JAV, ["Anna Ek"]),
        ("Med anledning av jäv lämnar Anna Ek (M) och Bo Å (V) lokalen.", StatementKind.JAV, ["Anna Ek", "Bo Å"]),
        ("Anna Ek (M) är jävig och lämnar rummet under ärendet.", StatementKind.JAV, ["Anna Ek"]),
        ("Jäv anmäls av Anna Ek (M).", StatementKind.JAV, ["Anna Ek"]),
        ("Anna Ek (M) och Bo Å (KD) deltar ej i omröstningen.", StatementKind.DELTAR_EJ, ["Anna Ek", "Bo Å"]),
        ("Anna Ek (M) deltar varken i handläggningen eller beslutet på grund av jäv.", StatementKind.JAV, ["Anna Ek"]),
        ("Anna Ek (M) meddelar att hon inte deltar i beslutet.", StatementKind.DELTAR_EJ, ["Anna Ek"]),
        ("Anna Ek (M) avstår från att delta i beslutet.", StatementKind.DELTAR_EJ, ["Anna Ek"]),
    ],
)
def test_who_stays_out_in_other_words(text: str, kind: StatementKind, people: list[str]) -> None:
    ((one,), _) = abstentions_of(running(text))
    assert one is not None
    assert (one.kind, [person.name for person in one.people]) == (kind, people)


def test_nobody_biased_is_read_and_what_else_is_said_is_doubted() -> None:
    assert read_jav(blocks_of("Ingen anmälan om jäv.")) == ((), ())
    ((one,), (doubt,)) = read_jav(blocks_of("Anna Ek (M) anmäler jäv. I hennes ställe inträder Bo Å (M)."))
    assert [person.name for person in one.people] == ["Anna Ek"]
    assert doubt.sources[0].quote == "I hennes ställe inträder Bo Å (M)."


def test_who_stays_out_is_said_among_the_notes_for_the_record() -> None:
    found, doubts = read_statements(
        blocks_of(
            "Anna Ek (C) deltar inte i handläggningen på grund av jäv. Dan Holm (C) tjänstgör i hennes ställe.\n\n"
            "Bo Å (V) deltar inte i beslutet. Cia Berg (M) antecknar följande till protokollet: Vi vill mer."
        ),
        StatementKind.PROTOKOLLSANTECKNING,
    )
    assert [(one.kind, [person.name for person in one.people]) for one in found] == [
        (StatementKind.JAV, ["Anna Ek"]),
        (StatementKind.DELTAR_EJ, ["Bo Å"]),
        (StatementKind.PROTOKOLLSANTECKNING, ["Cia Berg"]),
    ]
    assert found[0].text.endswith("Dan Holm (C) tjänstgör i hennes ställe.")
    assert doubts == ()


def test_what_a_note_tells_of_others_is_part_of_the_note() -> None:
    ((one,), _) = read_statements(
        blocks_of("Bo Å (V) antecknar följande till protokollet: Vi vill mer. Cia Berg (M) deltar inte i beslutet."),
        StatementKind.PROTOKOLLSANTECKNING,
    )
    assert one.text.endswith("Cia Berg (M) deltar inte i beslutet.")
