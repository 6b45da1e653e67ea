"""Decisions: leads, clauses, modes and outcomes."""

from __future__ import annotations

import pytest

from importers.bundle import Clause, Mode, Outcome
from importers.statements.decisions import read_decisions
from importers.statements.outcomes import outcome_of, outcome_of_all
from importers.text.passage import passage
from tests.importers.typeset import blocks_of, bundle_of


@pytest.mark.parametrize(
    ("text", "mode", "to", "via", "lead"),
    [
        (
            "Kommunstyrelsen föreslår kommunfullmäktige besluta\n1. att besvara motionen.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            (),
            "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        ),
        (
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta\n1. att besvara motionen.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            ("kommunstyrelsen",),
            "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta",
        ),
        (
            "Socialnämnden beslutar att föreslå kommunfullmäktige att\n1. att besvara motionen.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            (),
            "Socialnämnden beslutar att föreslå kommunfullmäktige att",
        ),
        (
            "Kommunstyrelsen tillstyrker stadsledningskontorets förslag och föreslår att\nkommunfullmäktige beslutar:\nMotionen avslås.",
            Mode.PROPOSES,
            "kommunfullmäktige",
            (),
            "Kommunstyrelsen tillstyrker stadsledningskontorets förslag och föreslår att kommunfullmäktige beslutar:",
        ),
        (
            "På förslag av Axel Josefson (M):\nÄrendet bordläggs.",
            Mode.DECIDES,
            None,
            (),
            "På förslag av Axel Josefson (M):",
        ),
        ("Motionen avslås.", Mode.DECIDES, None, (), None),
    ],
)
def test_a_block(text: str, mode: Mode, to: str | None, via: tuple[str, ...], lead: str | None) -> None:
    (decision,) = read_decisions(blocks_of(text))
    assert (decision.mode, decision.to, decision.via, decision.lead) == (mode, to, via, lead)
    assert len(decision.clauses) == 1


def test_two_blocks_in_one_section_count_anew() -> None:
    own, proposal = read_decisions(
        blocks_of(
            """
Enligt stadsledningskontorets förslag:
1. Grundarvodet fastställs till 77 430 kronor.
2. Uppdraget förklaras fullgjort.
Kommunstyrelsen föreslår att kommunfullmäktige beslutar:
1. Arvodet fastställs till 72 260 kronor.
"""
        )
    )
    assert (own.mode, [clause.number for clause in own.clauses]) == (Mode.DECIDES, ["1", "2"])
    assert (proposal.mode, [clause.number for clause in proposal.clauses]) == (Mode.PROPOSES, ["1"])
    assert proposal.clauses[0].source.quote == "1. Arvodet fastställs till 72 260 kronor."


@pytest.mark.parametrize(
    "lead",
    [
        "Enligt parknämndens förslag:",
        "Enligt yrkande från S, V och MP:",
        "Enligt återremissyrkande från S och V:",
        "På förslag av Bo Ås (M):",
    ],
)
def test_whose_proposal_was_followed_is_a_lead(lead: str) -> None:
    (decision,) = read_decisions(blocks_of(f"{lead}\nÄrendet bordläggs."))
    assert (decision.mode, decision.lead, [one.text for one in decision.clauses]) == (
        Mode.DECIDES,
        lead,
        ["Ärendet bordläggs."],
    )


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("- Bänkarna målas", [(None, "Bänkarna målas")]),
        ("- Bänkarna målas.\n- Gungorna  oljas", [(None, "Bänkarna målas."), (None, "Gungorna oljas")]),
        ("-Att måla bänkar\n-Att olja gungor", [(None, "Att måla bänkar"), (None, "Att olja gungor")]),
        ("• att måla bänkar\n• att olja gungor", [(None, "att måla bänkar"), (None, "att olja gungor")]),
        (
            "1. Nämnden får i uppdrag att\na. måla bänkar\nb. olja gungor\n2. Uppdraget avslutas.",
            [
                ("1", "Nämnden får i uppdrag att"),
                ("a", "måla bänkar"),
                ("b", "olja gungor"),
                ("2", "Uppdraget avslutas."),
            ],
        ),
    ],
)
def test_lists_of_many_marks(text: str, clauses: list[tuple[str | None, str]]) -> None:
    (decision,) = read_decisions(blocks_of(text))
    assert [(one.number, one.text) for one in decision.clauses] == clauses


def test_a_decision_about_other_paragraphs() -> None:
    (decision,) = read_decisions(blocks_of("Ärendena under paragraferna 5-7 bordläggs."))
    assert [(one.outcome, one.about) for one in decision.clauses] == [(Outcome.BORDLAGGNING, ("5", "6", "7"))]


def test_sentences_in_paragraphs_of_their_own_are_clauses() -> None:
    wide = (
        "# Handlingar\nEn rapport som är så lång att den fyller hela radens bredd och sedan fortsätter\npå nästa rad."
    )
    (document,) = bundle_of(f"# § 1\n## Bänkar\n# Beslut\nBänkarna målas.\n\nGungorna oljas.\n{wide}").documents
    assert [one.text for one in document.items[0].decisions[0].clauses] == ["Bänkarna målas.", "Gungorna oljas."]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("att besvara motionen med föredragningen i ärendet.", Outcome.BESVARA),
        ("Den av Elisabet Lann och Kalle Bäck väckta motionen anses besvarad.", Outcome.BESVARA),
        ("Motionen avslås.", Outcome.AVSLAG),
        ("Motionen bifalles i sin helhet.", Outcome.BIFALL),
        ("att delvis bifalla motionen", Outcome.DELVIS_BIFALL),
        ("Ärendet återremitteras till kommunstyrelsen.", Outcome.ATERREMISS),
        ("Ärendet bordläggs till sammanträdet den 12 juni 2024.", Outcome.BORDLAGGNING),
        ("Nämnden avstyrker motionen.", Outcome.AVSTYRKAN),
        ("Nämnden tillstyrker motionen.", Outcome.TILLSTYRKAN),
        ("Redovisningen antecknas.", Outcome.ANTECKNING),
        ("Detaljplanen antas.", Outcome.GODKANNANDE),
        ("Axel Darvik (L) utses att jämte ordföranden justera dagens protokoll.", Outcome.VAL),
        ("Motionen remitteras till kommunstyrelsen för beredning.", Outcome.REMISS),
        ("att uppdra åt nämnden att redovisa vilka skolgårdar som saknar skugga.", None),
        ("Sammanträdet förlängs.", None),
        ("Motionen anses därmed besvarad.", Outcome.BESVARA),
        ("Motionen anses i övrigt besvarad.", Outcome.BESVARA),
        ("Motionen avslås och anses besvarad.", Outcome.AVSLAG),
        ("delvis bifall till motionen", Outcome.DELVIS_BIFALL),
        ("Fullmäktige medger att motionen får lämnas in för beredning.", Outcome.REMISS),
        ("Fullmäktige medger att motionen får lämnas in.", None),
        ("att föreslå kommunfullmäktige att avslå motionen", Outcome.AVSLAG),
        ("Redovisningen av obesvarade motioner läggs till handlingarna.", Outcome.ANTECKNING),
        ("Motionen bifalls.", Outcome.BIFALL),
        ("Bifalles.", Outcome.BIFALL),
        ("Ärendet återremitteras genom minoritetsåterremiss.", Outcome.MINORITETSATERREMISS),
        ("Motionen dras tillbaka och ärendet avskrivs.", Outcome.ATERTAGEN),
        ("Nämnden lägger informationen till handlingarna.", Outcome.ANTECKNING),
        ("att notera rapporten", Outcome.ANTECKNING),
        ("Kommunstyrelsen avstyrker bifall till motionen.", Outcome.AVSTYRKAN),
        # A lead that shouts is no cell of a table.
        ("NÄMNDEN BESLUTAR ATT utse Bo Ahl (M) att justera protokollet.", Outcome.VAL),
        ("NÄMNDEN BESLUTAR ATT AVSLÅ MOTIONEN.", Outcome.AVSLAG),
        # What is denied is not done, and nothing else is said to be.
        ("Kommunfullmäktige bifaller inte motionen.", None),
        ("Nämnden tillstyrker inte motionen.", None),
        ("att inte bifalla motionen", None),
        # A proposal or a yrkande may be to reject the motion.
        ("att bifalla kommunstyrelsens förslag", None),
        ("att avslå yrkandet om att bordlägga frågan", None),
        ("att avslå övriga yrkanden", None),
        ("Tilläggsyrkandet avslås.", None),
        ("Yrkandet om återremiss avslås.", None),
        ("Anna Eks (S) m.fl. yrkande om avslag på motionen bifalls.", None),
        ("Återremissyrkandet avslås och motionen bifalls.", Outcome.BIFALL),
        ("Motionen avslås och tilläggsyrkandet bifalls.", Outcome.AVSLAG),
        ("Motionens andra yrkande bifalls.", Outcome.BIFALL),
        ("Medborgarförslaget avslås.", Outcome.AVSLAG),
        ("att avslå medborgarförslaget", Outcome.AVSLAG),
        # What is left to somebody to do is not done.
        ("Nämndens ordförande bemyndigas att godkänna avtalet.", None),
        ("att uppdra åt nämnden att fastställa en plan och därmed anse motionen besvarad", Outcome.BESVARA),
        ("att bifalla motionen och uppdra åt nämnden att anta en plan", Outcome.BIFALL),
        ("Förvaltningen får i uppdrag att återremittera frågan. Motionen avslås.", Outcome.AVSLAG),
        # Parts that fare differently.
        ("Motionens första att-sats bifalls. Motionens andra att-sats avslås.", Outcome.DELVIS_BIFALL),
        ("Motionen avslås i första att-satsen och anses i övrigt besvarad.", None),
        ("Motionen bifalls till den del den avser cykelvägar.", Outcome.DELVIS_BIFALL),
    ],
)
def test_an_outcome(text: str, outcome: Outcome | None) -> None:
    assert outcome_of(text) is outcome


def test_the_outcome_of_a_paragraph() -> None:
    source = passage(blocks_of("x")[0].lines).source()

    def clauses(*outcomes: Outcome | None) -> list[Clause]:
        return [Clause("", source, outcome=outcome) for outcome in outcomes]

    assert outcome_of_all(clauses(Outcome.BESVARA, None)) is Outcome.BESVARA
    assert outcome_of_all(clauses(Outcome.BIFALL, Outcome.AVSLAG)) is Outcome.DELVIS_BIFALL
    assert outcome_of_all(clauses(Outcome.GODKANNANDE, Outcome.VAL)) is None
    assert outcome_of_all(clauses(Outcome.AVSLAG, Outcome.ANTECKNING)) is Outcome.AVSLAG
    assert outcome_of_all([]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kommunfullmäktige beslutar\natt avslå motionen, samt\natt tacka motionären för förslaget.",
        "Kommunfullmäktige beslutar\n-att avslå motionen\n-att tacka motionären för förslaget.",
        "Kommunfullmäktige beslutar\natt avslå motionen\natt tacka motionären för förslaget.",
    ],
)
def test_att_satser_without_marks(text: str) -> None:
    (decision,) = read_decisions(blocks_of(text))
    assert decision.lead == "Kommunfullmäktige beslutar"
    assert [clause.text.removesuffix(", samt") for clause in decision.clauses] == [
        "att avslå motionen",
        "att tacka motionären för förslaget.",
    ]


def test_what_only_wraps_before_att_is_one_clause() -> None:
    (decision,) = read_decisions(
        blocks_of("Nämnden för vård och omsorg i kommunen får i uppdrag\natt utreda frågan om fler boenden.")
    )
    assert len(decision.clauses) == 1


def test_own_decision_and_proposal_without_numbers() -> None:
    own, proposal = read_decisions(
        blocks_of(
            "Kommunstyrelsen beslutar för egen del\natt uppdra åt förvaltningen att utreda frågan.\n"
            "Kommunstyrelsen föreslår kommunfullmäktige besluta\natt anta taxan."
        )
    )
    assert (own.mode, [clause.text for clause in own.clauses]) == (
        Mode.DECIDES,
        ["att uppdra åt förvaltningen att utreda frågan."],
    )
    assert (proposal.mode, proposal.to, [clause.text for clause in proposal.clauses]) == (
        Mode.PROPOSES,
        "kommunfullmäktige",
        ["att anta taxan."],
    )


@pytest.mark.parametrize("heading", ["", "# Ärendebeskrivning\n"])
def test_a_decision_that_no_heading_stands_over(heading: str) -> None:
    bundle = bundle_of(
        f"# § 1\n## Svar på motion\n\n{heading}Ärendet handlar om en motion. Den väcktes i mars.\n"
        "Kommunfullmäktige beslutar att avslå motionen."
    )
    ((item,),) = [document.items for document in bundle.documents]
    assert [clause.outcome for one in item.decisions for clause in one.clauses] == [Outcome.AVSLAG]
    assert item.sections[-1].text == "Kommunfullmäktige beslutar att avslå motionen."


def test_what_a_body_decided_before_is_no_decision() -> None:
    bundle = bundle_of(
        "# § 1\n## Svar på motion\n\n# Ärendebeskrivning\nÄrendet handlar om en motion. Den väcktes i mars.\n"
        "Kommunfullmäktige beslutade den 3 maj 2024 att remittera motionen."
    )
    assert bundle.documents[0].items[0].decisions == ()


def test_a_numbered_clause_goes_on_over_the_att_of_its_own_sentence() -> None:
    (decision,) = read_decisions(
        blocks_of(
            "a. Nämndens uppdrag att sprida kunskap om tomter och\natt måla bänkar avslutas.\nb. Uppdraget att så utgår."
        )
    )
    assert [clause.text for clause in decision.clauses] == [
        "Nämndens uppdrag att sprida kunskap om tomter och att måla bänkar avslutas.",
        "Uppdraget att så utgår.",
    ]


def test_numbers_that_run_on_are_clauses() -> None:
    (decision,) = read_decisions(
        blocks_of("1. Nämnden avstyrker motionen. 2. Nämnden översänder yttrandet. 3. Paragrafen justeras omedelbart.")
    )
    assert [(clause.number, clause.text) for clause in decision.clauses] == [
        ("1", "Nämnden avstyrker motionen."),
        ("2", "Nämnden översänder yttrandet."),
        ("3", "Paragrafen justeras omedelbart."),
    ]
    assert decision.clauses[1].source.quote == "2. Nämnden översänder yttrandet."


def test_a_decision_with_lettered_points_is_one_clause() -> None:
    (decision,) = read_decisions(
        blocks_of(
            "Enligt återremissyrkande från S och V:\n"
            "Hemställan från hamnnämnden om nya bryggor återremitteras till hamnnämnden för\natt utreda följderna av att införa:\n"
            "a) En taxa där varje brygga godkänns för sig.\nb) En taxa för alla bryggor."
        )
    )
    (clause,) = decision.clauses
    assert decision.lead == "Enligt återremissyrkande från S och V:"
    assert clause.outcome is Outcome.ATERREMISS
    assert clause.text.endswith("införa: a) En taxa där varje brygga godkänns för sig. b) En taxa för alla bryggor.")


def test_lettered_points_under_a_lead_stay_clauses() -> None:
    (decision,) = read_decisions(blocks_of("Kommunstyrelsen beslutar:\na) Motionen avslås.\nb) Ärendet är klart."))
    assert [clause.number for clause in decision.clauses] == ["a", "b"]


def test_a_quotation_over_several_paragraphs_stays_in_its_clause() -> None:
    (decision,) = read_decisions(
        blocks_of(
            "1. Direktivet för Bryggor AB justeras enligt:\n”Undantag från § 2 Lån till bolag.\n\n"
            "Undantag från § 3 Köp av bolag.”\n2. Uppdraget förklaras fullgjort."
        )
    )
    assert [clause.number for clause in decision.clauses] == ["1", "2"]
    assert decision.clauses[0].text.endswith("Lån till bolag. Undantag från § 3 Köp av bolag.”")


def test_a_quotation_that_never_closes_takes_no_paragraph_along() -> None:
    (decision,) = read_decisions(
        blocks_of("1. Direktivet ”Bryggor justeras.\n\nMotionen avslås.\n2. Ärendet är klart.")
    )
    assert [clause.text for clause in decision.clauses][1] == "Motionen avslås."


def test_each_sentence_in_which_the_body_acts_anew_is_a_clause() -> None:
    found = read_decisions(blocks_of("Kommunfullmäktige antar taxan.\nKommunfullmäktige upphäver taxan från år 2019."))
    assert [clause.text for one in found for clause in one.clauses] == [
        "Kommunfullmäktige antar taxan.",
        "Kommunfullmäktige upphäver taxan från år 2019.",
    ]


def test_the_body_that_is_asked_is_not_the_one_that_proposes() -> None:
    (document,) = bundle_of(
        "Kommunstyrelsens arbetsutskott          Protokollsutdrag\nSammanträdesdatum: 2025-03-04\n\n# § 5\n## Yttrande\n"
        "# Arbetsutskottets förslag till kommunstyrelsen\nKommunstyrelsen beslutar att anta yttrandet."
    ).documents
    (decision,) = document.items[0].decisions
    assert (decision.mode, decision.body, decision.to) == (Mode.PROPOSES, None, "kommunstyrelsen")


@pytest.mark.parametrize("body", ["Tekniska nämnden", "Sociala utskottet", "Kommunstyrelsens arbetsutskott"])
def test_a_body_of_two_words_speaks_as_one_of_one_does(body: str) -> None:
    own, proposal = read_decisions(
        blocks_of(
            f"{body} beslutar att upplåta marken.\n{body} uppdrar åt direktören att teckna avtal.\n\n"
            f"{body} föreslår kommunfullmäktige besluta\n1. att anta taxan."
        )
    )
    assert [clause.text for clause in own.clauses] == [
        f"{body} beslutar att upplåta marken.",
        f"{body} uppdrar åt direktören att teckna avtal.",
    ]
    assert (proposal.mode, proposal.to, proposal.body) == (Mode.PROPOSES, "kommunfullmäktige", body)


@pytest.mark.parametrize("to", ["sociala utskottet", "kommunfullmäktige"])
def test_what_the_heading_proposes_to_a_body_of_two_words(to: str) -> None:
    (minutes,) = bundle_of(
        f"Tekniska nämnden          Protokoll          2025-03-04\n\n# § 3 Taxa\n# Tekniska nämndens förslag till {to}\n"
        "Taxan antas."
    ).documents
    (decision,) = minutes.items[0].decisions
    assert (decision.mode, decision.to) == (Mode.PROPOSES, to)


def test_a_sentence_that_decides_one_thing_more_is_a_clause_of_its_own() -> None:
    (decision,) = read_decisions(
        blocks_of(
            "Budgeten godkänns. Den gäller ett år. Vidare föreslås att taxan höjs till 40 kronor.\n"
            "Likaså beslutar utskottet att ge nämnden i uppdrag att se över avgiften."
        )
    )
    assert [clause.text for clause in decision.clauses] == [
        "Budgeten godkänns. Den gäller ett år.",
        "Vidare föreslås att taxan höjs till 40 kronor.",
        "Likaså beslutar utskottet att ge nämnden i uppdrag att se över avgiften.",
    ]


def test_a_numbered_clause_keeps_what_its_sentences_add() -> None:
    text = "1. Budgeten godkänns. Vidare föreslås att taxan höjs.\n2. Taxan fastställs."
    (decision,) = read_decisions(blocks_of(text))
    assert [clause.number for clause in decision.clauses] == ["1", "2"]
