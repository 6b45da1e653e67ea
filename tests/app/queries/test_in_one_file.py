"""Papers that lie in one file without sharing a number, and §§ that another § decides about among several."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from app import acts
from app.acts import Actor
from app.db import Stores, reading
from app.queries.cases import find_one
from app.queries.links import links_proposed, pairs_proposed
from app.queries.listing import Asked, Wanted, page_of
from app.queries.lists.items import ITEMS
from app.queries.one_matter import Matter
from app.register.municipalities import listed
from importers.bundle import Clause, DocumentKind, Outcome
from tests.app.filing import file
from tests.app.register.saying import SOMEWHERE, answer, at, bundle, day, decision, extract, item, motion, report


def test_what_lies_in_one_file_and_shares_no_number_is_proposed_and_never_joined(stores: Stores) -> None:
    paper = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
    loose = replace(
        extract("Miljönämnden", "2025-04-01"), kind=DocumentKind.YTTRANDE, title="Yttrande från Miljönämnden"
    )
    own = report(
        "Kommunledningskontoret", "2025-05-20", "KS-2025-00042", title="Svar på motion om lövträd på skolgårdar"
    )
    other = report("Miljökontoret", "2025-04-03", "MN-2025-00118", title="Träd på skolgårdar")
    answered = item("88", "Träd", case_numbers=("KS-2025-00042",), answers=(answer("om lövträd på skolgårdar"),))
    file(stores, bundle(paper, own, other, loose, extract("Kommunstyrelsen", "2025-06-17", answered)))
    with reading(stores.desk) as session:
        rows = [(row["one"], row["other"], row["evidence"], row["state"]) for row in links_proposed(session)]
        assert find_one(session, "MN-2025-00118")["matter_id"] != find_one(session, "KS-2025-00042")["matter_id"]
    assert rows == [
        ("KS-2025-00042", "MN-2025-00118", "file", "proposed"),
        ("KS-2025-00042", "Yttrande från Miljönämnden", "file", "proposed"),
    ]


def test_what_bears_the_same_names_in_another_municipality_is_proposed_there_too(stores: Stores) -> None:
    places = (SOMEWHERE, listed()["0380"])
    for n, place in enumerate(places):
        paper = motion("Motion om lövträd på skolgårdar", "2025-01-20", "Mira Tallbo (C)")
        loose = [
            replace(extract("Miljönämnden", f"2025-04-0{day}"), kind=DocumentKind.YTTRANDE, title="Yttrande")
            for day in (1, 2)
        ]
        answered = item("88", "Träd", case_numbers=("KS-2025-00042",), answers=(answer("om lövträd på skolgårdar"),))
        file(
            stores, bundle(paper, *loose, extract("Kommunstyrelsen", "2025-06-17", answered), digest=str(n) * 64), place
        )
    with reading(stores.desk) as session:
        proposed = Counter(pair.municipality for pair in pairs_proposed(session))
    assert proposed == {place.id: len(loose) for place in places}


def test_extracts_of_many_matters_in_one_file_propose_nothing(stores: Stores) -> None:
    each = [item(str(n), f"Fråga {n}", case_numbers=(f"KS-2025-0000{n}",)) for n in (1, 2, 3)]
    file(stores, bundle(*(extract("Kommunstyrelsen", f"2025-06-1{n}", one) for n, one in enumerate(each))))
    with reading(stores.desk) as session:
        assert links_proposed(session) == []


def test_what_is_decided_about_several_is_told_at_each_of_them(stores: Stores) -> None:
    text = "Motionerna under paragraferna 244–245 bordläggs."
    clause = Clause(text, at(text), outcome=Outcome.BORDLAGGNING, about=("244", "245"))
    order = item(
        "243",
        "Ordningsfråga",
        decisions=(replace(decision("Kommunfullmäktige", Outcome.BORDLAGGNING), clauses=(clause,)),),
    )
    named = [item(n, f"Motion om bänk {n}", case_numbers=(f"KS-2025-00{n}",)) for n in ("24", "244", "246")]
    file(stores, bundle(extract("Kommunfullmäktige", "2025-06-16", order, *named)))
    with reading(stores.desk) as session:
        listed = page_of(session, ITEMS, Asked({}, "number", 20, 0), Wanted()).rows
        assert {row["number"]: [one["text"] for one in row["decided_together"]] for row in listed} == {
            "24": [],
            "243": [],
            "244": [text],
            "246": [],
        }
        told = {
            n: _told(Matter(session, find_one(session, f"KS-2025-00{n}"), day("2025-07-01")))
            for n in ("24", "244", "246")
        }
    assert told == {"24": [], "244": [("243", text, "bordlaggning")], "246": []}


def _told(matter: Matter) -> list[tuple[str, str, str | None]]:
    return [(one["item"]["number"], one["text"], one["outcome"]) for rows in matter.together.values() for one in rows]


def test_two_matters_of_which_one_paragraph_bears_the_numbers_are_proposed_as_one(stores: Stores) -> None:
    """A § with three numbers decides about several matters, and proposes nothing; a person's no is remembered."""
    both = item("88", "Ny detaljplan för hamnen", case_numbers=("KS-2025-00042", "BN-2024-00007"))
    many = item("89", "Avskrivningar", case_numbers=("KS-2025-00042", "KS-2025-00051", "KS-2025-00052"))
    file(stores, bundle(extract("Kommunfullmäktige", "2025-06-17", both, many)))
    with reading(stores.desk) as session:
        (proposed,) = links_proposed(session)
    pair = (proposed["one"], proposed["other"])
    assert sorted(pair) == ["BN-2024-00007", "KS-2025-00042"]
    assert (proposed["evidence"], proposed["quote"]) == ("item", "Ny detaljplan för hamnen")
    acts.link(stores, *pair, Actor("ida", "två ärenden"), joined=False)
    with reading(stores.desk) as session:
        assert links_proposed(session) == []


def test_a_pair_that_lies_in_one_file_too_is_proposed_once(stores: Stores) -> None:
    papers = [
        report("Kommunledningskontoret", f"2025-05-2{n}", "KS-2025-00042", title=f"Hamnen, del {n}") for n in (0, 1)
    ]
    both = item("88", "Ny detaljplan för hamnen", case_numbers=("KS-2025-00042", "BN-2024-00007"))
    other = report("Byggkontoret", "2025-04-03", "BN-2024-00007", title="Detaljplan")
    file(stores, bundle(*papers, other, extract("Kommunfullmäktige", "2025-06-17", both)))
    with reading(stores.desk) as session:
        assert [row["evidence"] for row in links_proposed(session)] == ["item"]
