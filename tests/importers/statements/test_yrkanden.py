"""Who moves what."""

from __future__ import annotations

import pytest

from importers.bundle import Person, Role, Stance
from importers.statements.mixed import Mixed, read_mixed
from importers.statements.yrkanden import yrkanden_of
from tests.importers.typeset import blocks_of, running

Row = tuple[str, list[tuple[str, str | None]], list[tuple[Stance, str | None]]]

TABLE: list[Row] = [
    (
        "Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD) yrkar bifall till\nmotionen.",
        [("Therez Almerfors", "M"), ("Jennie Claesson", "L"), ("Jonas Segersam", "KD")],
        [(Stance.BIFALL, "motionen")],
    ),
    (
        "Maria Rosander (SD) yrkar bifall till arbetsutskottets förslag att besvara motionen.",
        [("Maria Rosander", "SD")],
        [(Stance.BIFALL, "arbetsutskottets förslag att besvara motionen")],
    ),
    (
        "Ludvig Arbin (L) och Leif Boström (KD) yrkar att motionen ska bifallas.",
        [("Ludvig Arbin", "L"), ("Leif Boström", "KD")],
        [(Stance.BIFALL, "motionen")],
    ),
    ("Anna Ek (C) yrkar avslag på motionen.", [("Anna Ek", "C")], [(Stance.AVSLAG, "motionen")]),
    # What is denied is not what is moved.
    ("Anna Ek (C) yrkar att motionen inte ska bifallas.", [("Anna Ek", "C")], [(Stance.AVSLAG, "motionen")]),
    ("Anna Ek (C) yrkar att nämnden inte tillstyrker ansökan.", [("Anna Ek", "C")], [(Stance.AVSLAG, None)]),
    ("Anna Ek (C) yrkar att ärendet inte återremitteras.", [("Anna Ek", "C")], [(Stance.EGET, None)]),
    ("Anna Ek (C) yrkar att ärendet inte återremitteras utan avslås.", [("Anna Ek", "C")], [(Stance.AVSLAG, None)]),
    (
        "Anna Ek (C) yrkar bifall till förslaget att ansökan inte tillstyrks.",
        [("Anna Ek", "C")],
        [(Stance.BIFALL, "förslaget att ansökan inte tillstyrks")],
    ),
    ("Anna Ek (-) yrkar att motionen ska avslås.", [("Anna Ek", None)], [(Stance.AVSLAG, "motionen")]),
    (
        "Daniel Bernmar (V) yrkade att motionen skulle anses besvarad.",
        [("Daniel Bernmar", "V")],
        [(Stance.BESVARA, "motionen")],
    ),
    (
        "Bo Å (S) yrkar att ärendet ska återremitteras till kommunstyrelsen.",
        [("Bo Å", "S")],
        [(Stance.ATERREMISS, "ärendet")],
    ),
    (
        "Karin Pleijel (MP) yrkar bifall till stadsledningskontorets förslag och avslag på övriga\nyrkanden.",
        [("Karin Pleijel", "MP")],
        [(Stance.BIFALL, "stadsledningskontorets förslag"), (Stance.AVSLAG, "övriga yrkanden")],
    ),
    (
        "Vidare yrkar Viktoria Tryggvadottir Rolka (S) avslag på yrkande från SD den 24 maj 2024.",
        [("Viktoria Tryggvadottir Rolka", "S")],
        [(Stance.AVSLAG, "yrkande från SD den 24 maj 2024")],
    ),
    # Who is spoken for moves nothing; who agrees moves the same.
    (
        "Lena Ohlin (M) yrkar å M, D, KD:s vägnar med instämmande av L att motionen tillstyrks med\nhänvisning till eget yrkande.",
        [("Lena Ohlin", "M")],
        [(Stance.BIFALL, "motionen")],
    ),
    (
        "Anna Ek (S) med instämmande av Bo Å (V) yrkar avslag på motionen.",
        [("Anna Ek", "S"), ("Bo Å", "V")],
        [(Stance.AVSLAG, "motionen")],
    ),
    (
        "Anna Ek (M) yrkar avslag på motionen, vilket Bo Å (V) biträder.",
        [("Anna Ek", "M"), ("Bo Å", "V")],
        [(Stance.AVSLAG, "motionen")],
    ),
    (
        "För Vänsterpartiet yrkar Anna Ek (V) bifall till motionen.",
        [("Anna Ek", "V")],
        [(Stance.BIFALL, "motionen")],
    ),
    (
        "Under överläggningen yrkar Anna Ek (M) att punkt 3 utgår.",
        [("Anna Ek", "M")],
        [(Stance.EGET, None)],
    ),
    # The verb left out, or a noun in its place.
    ("Ajsela Brunn (C) att motionen avstyrks.", [("Ajsela Brunn", "C")], [(Stance.AVSLAG, "motionen")]),
    ("Anna Ek (S), Bo Å (V): Bifall till motionen.", [("Anna Ek", "S"), ("Bo Å", "V")], [(Stance.BIFALL, "motionen")]),
    ("Avslag på motionen: Cia Berg (M)", [("Cia Berg", "M")], [(Stance.AVSLAG, "motionen")]),
    ("Anna Ek (M) lämnar följande ändringsyrkande: att taxan sänks.", [("Anna Ek", "M")], [(Stance.ANDRING, None)]),
    ("Anna Ek (M) framställer ett avslagsyrkande.", [("Anna Ek", "M")], [(Stance.AVSLAG, None)]),
    ("Tilläggsyrkande från Anna Ek (M): att nämnden utreder frågan.", [("Anna Ek", "M")], [(Stance.TILLAGG, None)]),
    ("Återremissyrkande av Bo Å (V):", [("Bo Å", "V")], [(Stance.ATERREMISS, None)]),
    # What is moved, and on what.
    (
        "Anna Ek (S) yrkar att kommunfullmäktige ska besluta att motionen bifalles.",
        [("Anna Ek", "S")],
        [(Stance.BIFALL, "motionen")],
    ),
    ("Anna Ek (s) yrkar bifall till au:s förslag.", [("Anna Ek", "S")], [(Stance.BIFALL, "au:s förslag")]),
    (
        "Anna Ek (S) m fl yrkar avslag på Bo Ås m.fl. yrkande.",
        [("Anna Ek", "S")],
        [(Stance.AVSLAG, "Bo Ås m.fl. yrkande")],
    ),
    ("Anna Ek (M) yrkar att motionen därmed anses besvarad.", [("Anna Ek", "M")], [(Stance.BESVARA, "motionen")]),
    # A paper of parties by its day, one of one's own, and the proposal's verb in place of the motion's.
    (
        "Anna Ek (M) yrkar bifall till yrkande från D, M, L och KD den 14 maj 2025.",
        [("Anna Ek", "M")],
        [(Stance.BIFALL, "yrkande från D, M, L och KD den 14 maj 2025")],
    ),
    ("Bo Å (V) yrkar bifall till eget tilläggsyrkande.", [("Bo Å", "V")], [(Stance.BIFALL, "eget tilläggsyrkande")]),
    ("Cia Berg (C) föreslår att motionen avslås.", [("Cia Berg", "C")], [(Stance.AVSLAG, "motionen")]),
    (
        "Anna Ek (S) yrkar bifall till Bo Ås (M) med fleras yrkande.",
        [("Anna Ek", "S")],
        [(Stance.BIFALL, "Bo Ås (M) med fleras yrkande")],
    ),
    # Bifall to something changed is no bifall to it.
    (
        "Anna Ek (M) yrkar bifall till förslaget med ändringen att punkt 2 stryks.",
        [("Anna Ek", "M")],
        [(Stance.ANDRING, "förslaget med ändringen att punkt 2 stryks")],
    ),
    ("Anna Ek (M) yrkar delvis bifall till motionen.", [("Anna Ek", "M")], [(Stance.ANDRING, "motionen")]),
]


@pytest.mark.parametrize(("text", "movers", "stances"), TABLE)
def test_a_sentence(text: str, movers: list[tuple[str, str | None]], stances: list[tuple[Stance, str | None]]) -> None:
    found = yrkanden_of(running(text))
    assert [(one.stance, one.target) for one in found] == stances
    for one in found:
        assert [(person.name, person.party) for person in one.movers] == movers
        assert one.source.quote == one.text == " ".join(text.split())


def test_ranks() -> None:
    first, second = yrkanden_of(
        running(
            "Axel Josefson (M) yrkar i första hand att ärendet ska återremitteras och i andra hand bifall till motionen."
        )
    )
    assert (first.rank, first.stance) == (1, Stance.ATERREMISS)
    assert (second.rank, second.stance, second.target) == (2, Stance.BIFALL, "motionen")


def test_a_title_before_a_name_is_a_role() -> None:
    (one,) = yrkanden_of(running("Tjänstgörande ersättaren Nina Miskovsky (M) m.fl. yrkar bifall till motionen."))
    assert one.movers == (Person("Nina Miskovsky", "M", "Tjänstgörande ersättaren"),)
    assert one.m_fl


@pytest.mark.parametrize(
    ("movers", "people"),
    [
        ("Anna von der Esch (M), Carl af Ugglas (KD) och J. P. Ström (ÖrP)", ["Anna von der Esch M", "Carl af Ugglas KD", "J. P. Ström ÖrP"]),
        ("Anna Ek (Framtid Norr) och Bo Å (KoSaP)", ["Anna Ek Framtid Norr", "Bo Å KoSaP"]),
        ("Anna Ek (M), Bo Å och Cia Berg (V)", ["Anna Ek M", "Bo Å None", "Cia Berg V"]),
        ("2:e vice ordföranden Anna Ek (M) samt gruppledaren Bo Å (V)", ["Anna Ek M", "Bo Å V"]),
        ("Kommunstyrelseordförande Anna Ek (S)", ["Anna Ek S"]),
        ("Även Anna Ek (M)", ["Anna Ek M"]),
        ("Anna Ek m.fl. (S)", ["Anna Ek S"]),
        ("Anna Ek(S) och Bo Å ( V )", ["Anna Ek S", "Bo Å V"]),
        ("Maria de la Cruz (Liberalerna)", ["Maria de la Cruz L"]),
        ("Nils Åke d'Orsay (–)", ["Nils Åke d'Orsay None"]),
        ("Eva Lind (S) och Ulf Lind (S)", ["Eva Lind S", "Ulf Lind S"]),
    ],
)  # fmt: skip
def test_names_as_they_are_printed(movers: str, people: list[str]) -> None:
    (one,) = yrkanden_of(running(f"{movers} yrkar avslag på motionen."))
    assert [f"{person.name} {person.party}" for person in one.movers] == people


@pytest.mark.parametrize(
    ("group", "parties"),
    [
        ("Ledamöterna (M) och (KD)", ("M", "KD")),
        ("Sverigedemokraterna (SD)", ("SD",)),
        ("S-gruppen", ("S",)),
        ("Moderaternas ledamöter", ("M",)),
    ],
)
def test_a_group_is_nobody(group: str, parties: tuple[str, ...]) -> None:
    (one,) = yrkanden_of(running(f"{group} yrkar avslag på motionen."))
    assert (one.movers, one.parties, one.group) == ((), parties, group)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Å (V) instämmer i Anna Eks (S) yrkande.",
        "Anna Ek (M) drar tillbaka sitt yrkande.",
        "Framtid Norr yrkar avslag på motionen.",
        "Kommunstyrelsen (KS) föreslår att motionen avslås.",
    ],
)
def test_what_is_not_sure_is_doubted(text: str) -> None:
    read = _read(text)
    assert read.yrkanden == []
    assert [one.sources[0].quote for one in read.doubts] == [text]


def test_a_list_under_movers_is_theirs() -> None:
    read = _read(
        "Yrkande från Dan-Ove Mark (KD) och Ann-Sofi Lager (L):\n1. Nämnden tillstyrker motionen.\n"
        "2. Nämnden översänder yttrandet.\n\nAnna Ek (M) yrkar följande tillägg:\n- att nämnden återkommer."
    )
    first, second = read.yrkanden
    assert ([one.name for one in first.movers], first.stance) == (["Dan-Ove Mark", "Ann-Sofi Lager"], Stance.EGET)
    assert first.text.endswith("(L): 1. Nämnden tillstyrker motionen. 2. Nämnden översänder yttrandet.")
    assert (second.stance, second.text) == (
        Stance.TILLAGG,
        "Anna Ek (M) yrkar följande tillägg: - att nämnden återkommer.",
    )
    assert read.doubts == []


def test_a_second_rank_goes_on_from_the_first() -> None:
    _, second = _read("Anna Ek (SD) yrkar i första hand återremiss. I andra hand yrkas avslag på motionen.").yrkanden
    assert (second.rank, second.stance, [one.name for one in second.movers]) == (2, Stance.AVSLAG, ["Anna Ek"])


def test_a_group_stays_a_group() -> None:
    (one,) = yrkanden_of(running("Ledamöterna från S och V yrkar bifall till motionen."))
    assert (one.movers, one.parties, one.group) == ((), ("S", "V"), "Ledamöterna från S och V")


def test_a_sentence_that_moves_nothing_gives_nothing_and_is_doubted() -> None:
    read = _read("Frågan diskuteras.")
    assert read.yrkanden == []
    assert [(one.code, one.sources[0].quote) for one in read.doubts] == [("sentence_not_read", "Frågan diskuteras.")]


def test_movers_after_what_they_move() -> None:
    (one,) = yrkanden_of(
        running("Yrkar bifall till förvaltningens förslag: Tor Lund (SD), Eva Öst (L) med instämmande av M och C")
    )
    assert (one.stance, one.target) == (Stance.BIFALL, "förvaltningens förslag")
    assert [(person.name, person.party) for person in one.movers] == [("Tor Lund", "SD"), ("Eva Öst", "L")]


@pytest.mark.parametrize(
    "title",
    [
        "Tjänstgörande ersättaren",
        "Ordföranden",
        "Kommunalrådet",
        "Oppositionsrådet",
        "Andre vice ordförande",
        "Andre vice ordföranden",
    ],
)
def test_whatever_title_is_before_the_name(title: str) -> None:
    (one,) = yrkanden_of(running(f"{title} Bo Å (V) yrkar avslag på motionen."))
    assert one.movers == (Person("Bo Å", "V", title),)


def test_with_others_in_words() -> None:
    (one,) = yrkanden_of(running("Anna Ek (S) med flera yrkar bifall till motionen."))
    assert ([person.name for person in one.movers], one.m_fl) == (["Anna Ek"], True)


def test_a_quotation_of_several_sentences_is_part_of_what_is_moved() -> None:
    read = _read(
        "Anna Ek (S) yrkar följande: ”Nämnden tillstyrker motionen. Kontoret får i uppdrag att räkna.” "
        "Bo Å (V) yrkar avslag på motionen."
    )
    first, second = read.yrkanden
    assert first.text.endswith("Kontoret får i uppdrag att räkna.”")
    assert (first.stance, read.doubts) == (Stance.EGET, [])
    assert (second.stance, [person.name for person in second.movers]) == (Stance.AVSLAG, ["Bo Å"])


def test_a_quotation_that_is_never_closed_takes_nobody_elses_yrkande() -> None:
    read = _read("Anna Ek (S) yrkar: ”Nämnden tillstyrker motionen. Bo Å (V) yrkar avslag på motionen.")
    assert [[person.name for person in one.movers] for one in read.yrkanden] == [["Anna Ek"], ["Bo Å"]]


@pytest.mark.parametrize(
    ("text", "people", "parties"),
    [
        ("Anna Ek (M) anmäler att ledamöterna från M, D, L och KD inte deltar i beslutet.", [], ("M", "D", "L", "KD")),
        ("Anna Ek (M) anmäler att hon inte deltar i beslutet.", ["Anna Ek"], ()),
    ],
)
def test_who_says_under_yrkanden_to_take_no_part(text: str, people: list[str], parties: tuple[str, ...]) -> None:
    read = _read(text)
    (away,) = read.statements
    assert (read.yrkanden, read.doubts) == ([], [])
    assert ([person.name for person in away.people], away.parties) == (people, parties)


def _read(text: str) -> Mixed:
    """What is read of a section under Yrkanden."""
    return read_mixed(blocks_of(text), Role.YRKANDEN, "1", votes=False)
