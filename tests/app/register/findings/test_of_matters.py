"""Findings in a matter as a whole: papers that lack, days and names and titles that do not agree, who has not spoken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.language.findings import finding_sentence
from importers.bundle import Document, Outcome, Role, Section, Vote
from tests.app.register.findings.noticed import codes, findings, only
from tests.app.register.saying import (
    answer,
    at,
    basis,
    day,
    decision,
    extract,
    item,
    motion,
    proposal,
    raised,
    report,
)

MOTION = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)", "Olle Rask (C)")
TITLE = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C) och Olle Rask (C)"
BOTH = answer("om lövträd på skolgårdar", "Mira Tallbo (C)", "Olle Rask (C)")


def board(title: str = TITLE, **more: Any) -> Document:
    said = {
        "case_numbers": ("KS-2025-00042",),
        "answers": (BOTH,),
        "decisions": (proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),),
        "outcome": Outcome.BESVARA,
    }
    return extract("Kommunstyrelsen", "2025-06-17", item("88", title, **(said | more)))


def council(outcome: Outcome, text: str = "Kommunfullmäktige beslutar.", **more: Any) -> Document:
    said = {
        "case_numbers": ("KS-2025-00042",),
        "answers": (BOTH,),
        "decisions": (decision("Kommunfullmäktige", outcome),),
        "outcome": outcome,
        "sections": (Section("Beslut", Role.DECISION, text, at(text)),),
    }
    return extract("Kommunfullmäktige", "2025-09-01", item("101", TITLE, **(said | more)))


def test_a_matter_in_order_gives_only_that_the_council_is_awaited() -> None:
    assert codes(MOTION, board()) == ["decision_awaited"]
    assert only("decision_awaited", MOTION, board()) == {"body": "Kommunfullmäktige"}
    assert codes(MOTION, board(), council(Outcome.BESVARA)) == []


def test_what_is_there_in_place_of_the_councils_decision_is_told_as_what_it_is() -> None:
    params = only("decision_awaited", MOTION, board(), council(Outcome.BORDLAGGNING))
    assert finding_sentence("decision_awaited", params) == (
        "Ärendet är inte avgjort av kommunfullmäktige, såvitt registret visar. I § 101 blev det bordläggning."
    )
    params = only("decision_awaited", MOTION)
    assert finding_sentence("decision_awaited", params) == "Beslut av kommunfullmäktige finns inte i registret."


def test_a_day_of_raising_after_the_motions_own_is_noted() -> None:
    params = only("motion_raised_later", MOTION, board(earlier=(raised("2025-02-10"),)))
    assert params == {"dated": "2025-01-20", "raised": "2025-02-10"}
    assert codes(MOTION, board(earlier=(raised("2025-01-20"),))) == ["decision_awaited"]


def test_a_motion_cannot_be_raised_before_it_was_written() -> None:
    params = only("raised_before_dated", MOTION, board(earlier=(raised("2025-01-13"),)))
    assert params == {"dated": "2025-01-20", "raised": "2025-01-13"}


def test_documents_that_tell_different_days_of_raising_are_found_and_no_day_is_chosen_for_them() -> None:
    told = report("Kommunledningskontoret", "2025-05-20", "KS-2025-00042", earlier=(raised("2025-02-17"),))
    found = (MOTION, told, board(earlier=(raised("2025-02-10"),)))
    assert only("raised_dates_differ", *found) == {"dates": ["2025-02-10", "2025-02-17"]}
    assert "motion_raised_later" not in codes(*found)


@pytest.mark.parametrize(
    ("spelt", "words"),
    [
        ("om lövträd på skolgården", ("skolgårdar", "skolgården")),
        ("om löfträd på skolgårdar", ("lövträd", "löfträd")),
        ("om lövträd  på skolgårdar", None),  # a blank is no spelling
        ("om lövträd på kommunens skolgårdar", None),  # another title, or a longer one
        ("om gratis bussar för äldre", None),
    ],
)
def test_a_title_spelt_two_ways_is_found_by_its_words(spelt: str, words: tuple[str, str] | None) -> None:
    attached = basis("Bilaga 1, Motion om lövträd på skolgårdar", "motion", attachment=1)
    document = board(answers=(replace(BOTH, title=spelt),), basis=(attached,))
    found = [row.params for row in findings(MOTION, document) if row.code == "title_spelt_two_ways"]
    assert [(p["there"], p["here"]) for p in found] == ([words] if words else [])


def test_who_signed_and_is_not_named_when_answered_is_found() -> None:
    one = "Svar på motion om lövträd på skolgårdar från Mira Tallbo (C)"
    document = board(one, answers=(answer("om lövträd på skolgårdar", "Mira Tallbo (C)"),))
    assert only("mover_left_out", MOTION, document) == {"people": ["Olle Rask (C)"]}
    others = board(f"{one} m.fl.", answers=(answer("om lövträd på skolgårdar", "Mira Tallbo (C)"),))
    assert codes(MOTION, others) == ["decision_awaited"]


def test_who_is_named_and_has_not_signed_is_found() -> None:
    three = answer("om lövträd på skolgårdar", "Mira Tallbo (C)", "Olle Rask (C)", "Nils Gran (MP)")
    assert only("mover_not_signed", MOTION, board(answers=(three,))) == {"people": ["Nils Gran (MP)"]}


def test_who_stands_in_the_motion_is_not_said_to_have_left_it_unsigned() -> None:
    three = answer("om lövträd på skolgårdar", "Mira Tallbo (C)", "Olle Rask (C)", "Nils Gran (MP)")
    text = "Nils\nGran (MP)   Tove"
    torn = replace(MOTION, sections=(Section(None, Role.OTHER, text, at(text)),))
    assert "mover_not_signed" not in codes(torn, board(answers=(three,)))


def test_a_paper_that_is_rested_on_and_lacks_is_found_once_for_all_that_name_it() -> None:
    paper = basis("Tjänsteskrivelse daterad den 20 maj 2025", "tjansteskrivelse", date=day("2025-05-20"))
    party = extract("Kommunstyrelsens arbetsutskott", "2025-06-03", item("12", TITLE, answers=(BOTH,), basis=(paper,)))
    lacking = [row for row in findings(MOTION, party, board(basis=(paper,))) if row.code == "basis_missing"]
    assert [row.params["text"] for row in lacking] == [paper.text]
    there = report("Kommunledningskontoret", "2025-05-20", "KS-2025-00042", basis=(paper,))
    assert "basis_missing" not in codes(MOTION, board(basis=(paper,)), there)


def test_a_paragraph_that_lacks_is_healed_by_whatever_matter_holds_it() -> None:
    cited = basis("Nämndens förslag § 31", "forslag", body="miljönämnden", date=day("2025-04-22"), item_number="31")
    alone = (MOTION, board(basis=(cited,)))
    assert only("basis_missing", *alone)["number"] == "31"
    elsewhere = extract("Miljönämnden", "2025-04-22", item("31", "Skötsel av träd", case_numbers=("MN-2025-7",)))
    assert "basis_missing" not in codes(*alone, elsewhere)


@pytest.mark.parametrize("line", ["Översiktsplanen", "Motion om lövträd vid skolgårdarna"])
def test_a_line_without_a_day_or_the_motion_that_is_there_lacks_nothing(line: str) -> None:
    kind = "motion" if line.startswith("Motion") else None
    assert codes(MOTION, board(basis=(basis(line, kind),))) == ["decision_awaited"]


def test_a_council_that_goes_against_its_board_is_noted() -> None:
    params = only("council_against_board", MOTION, board(), council(Outcome.BIFALL))
    assert params == {"proposed": "besvara", "decided": "bifall", "body": "Kommunstyrelsen"}
    assert "council_against_board" not in codes(MOTION, board(), council(Outcome.BORDLAGGNING))


@pytest.mark.parametrize(
    ("ja", "nej", "counts", "lost"),
    [
        ("bifall till kommunstyrelsens förslag", "bifall till yrkandet från Mira Tallbo m.fl.", (40, 41), True),
        ("bifall till Olle Rasks yrkande", "Regionstyrelsens förslag", (30, 20), True),
        ("bifall till kommunstyrelsens förslag", "bifall till yrkandet från Mira Tallbo m.fl.", (41, 40), False),
        ("bifall till kommunstyrelsens förslag", "avslag", (40, 40), False),
        ("avslag på tillägget till kommunstyrelsens förslag", "bifall", (10, 30), False),
        ("att ärendet avgörs i dag", "återremiss", (20, 30), False),
    ],
)
def test_a_proposal_of_the_board_that_falls_in_a_vote_is_noted(
    ja: str, nej: str, counts: tuple[int, int], lost: bool
) -> None:
    vote = Vote(at("Omröstning"), "Ja och nej", ja, nej, *counts)
    found = [row for row in findings(council(Outcome.OTHER, votes=(vote,))) if row.code == "council_against_board"]
    assert [row.params for row in found] == [{"yes": counts[0], "no": counts[1]}] * lost


def test_a_motion_decided_with_nobody_heard_before_lacks_preparation() -> None:
    assert only("preparation_missing", MOTION, council(Outcome.AVSLAG)) == {"outcome": "avslag"}


@pytest.mark.parametrize(
    "documents",
    [
        [MOTION, council(Outcome.AVSLAG, "Enligt kommunstyrelsens förslag: Motionen avslås.")],
        [MOTION, council(Outcome.REMISS)],
        [MOTION, council(Outcome.AVSLAG, sections=())],
        [MOTION, council(Outcome.AVSLAG, answers=())],
        [MOTION, board(), council(Outcome.AVSLAG)],
        [council(Outcome.AVSLAG, earlier=(raised("2025-02-10"),)), report("Kontoret", "2025-05-20", "KS-2025-00042")],
    ],
)
def test_preparation_is_not_missed_where_any_is_heard_of(documents: list[Document]) -> None:
    assert "preparation_missing" not in codes(*documents)
