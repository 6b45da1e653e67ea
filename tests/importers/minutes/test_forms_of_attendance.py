"""Who was there in forms that towns print and no shared page has, each in two wordings or more: invented covers, all that is
read of the keys named, and each grave doubt."""

from __future__ import annotations

import pytest

from tests.importers.test_kinds import printed, stated
from tests.importers.typeset import bundle_of

COVERS = {
    "parties written out beside their members": (
        """
Närvarande
Socialdemokraterna      Magnus Norling, ordförande
                        Petra Quist
Moderaterna             Urban Viberg tjänstgör för Siv Tamm
Protokollsjusterare     Urban Viberg
""",
        ["chair: Magnus Norling (S)", "members: Petra Quist (S); Urban Viberg (M) for Siv Tamm"],
    ),
    "parties written out beside substitutes": (
        """
Beslutande              Asta Grip (S), ordförande
Ersättare
Moderaterna             Conny Dal
Vänsterpartiet          Elin Fors
                        Bo Ek
""",
        ["members: -", "substitutes: Conny Dal (M) not serving; Elin Fors (V) not serving; Bo Ek (V) not serving"],
    ),
    "who serves in a column of its own": (
        """
Nr     Ledamot                Parti     Närv.     Ersättare som tjänstgör
1      Anders Ceder           S         X
2      Conny Elf              M                   Doris Falk (M)
3      Erik Gran              M         X
""",
        ["members: Anders Ceder (S); Erik Gran (M)", "substitutes: Doris Falk (M) for Conny Elf (M)"],
    ),
    "the whole meeting or away, in words": (
        """
Ledamöter                Kommun       Närvaro
Agda Björk (S), ordf.    Älvsund      hela mötet
Bror Cron (M)            Granby       hela mötet
Einar Frost (S)          Älvsund      frånvarande
""",
        ["chair: Agda Björk (S)", "members: Bror Cron (M)"],
    ),
    "shortened words for there and away": (
        """
Ledamöter                Parti        Närvaro
Agda Björk, ordf.        S            när
Bror Cron                M            när
Einar Frost              S            frv
""",
        ["chair: Agda Björk (S)", "members: Bror Cron (M)"],
    ),
    "an official's office as the label of a row": (
        """
Ordförande               Vidar Abel (M)
Ledamot                  Åse Eng (C)
Ersättare                Arne Hast (V)
Förvaltningschef         Berit Ison
""",
        ["substitutes: Arne Hast (V) not serving", "others: Berit Ison, Förvaltningschef"],
    ),
    "another official's office": (
        """
Beslutande               Vidar Abel (M), ordförande
Ej tjänstgörande ersättare    Arne Hast (V)
Stadsarkitekt            Ylva Gart
""",
        ["substitutes: Arne Hast (V) not serving", "others: Ylva Gart, Stadsarkitekt"],
    ),
    "offices shortened before names": (
        """
Beslutande               Ordf. Sara Eklund
                         Led. Rolf Blomqvist
                         Ers. Jan-Erik Boman för Led. Anna Sjöblom
""",
        ["chair: Sara Eklund", "members: Rolf Blomqvist; Jan-Erik Boman for Anna Sjöblom"],
    ),
    "in somebody's stead": (
        """
Beslutande ledamöter     Rolf Asp (C), ordf.
Beslutande ersättare     Viola Dunker (L) i st. f. Xerxes Eken (L)
                         Zara Fisk (S) i st.f. Bo Ås (S)
""",
        ["substitutes: Viola Dunker (L) for Xerxes Eken (L); Zara Fisk (S) for Bo Ås (S)"],
    ),
    "an office that its cell breaks, beside the party": (
        """
Ledamöter                        Parti     §§
Sonja Ebbe, ordförande           S         5–8
Karl-Gustav Ahlin, 1:e vice      C         5–8
ordf.
Mira Kovac                       M         5–6
""",
        ["chair: Sonja Ebbe (S)", "members: Karl-Gustav Ahlin (C) § 5-8; Mira Kovac (M) § 5-6"],
    ),
    "the vice chair's office, broken above all others": (
        """
Ledamöter                        Parti
Karl-Gustav Ahlin, vice          C
ordförande
Mira Kovac                       M
""",
        ["chair: -", "members: Karl-Gustav Ahlin (C); Mira Kovac (M)"],
    ),
    "those called up, beneath who verifies": (
        """
Ordförande:              Ragnhild Stål (KD)
Sekreterare:             Xenia Yx
Justeras av:             Sixten Torn

Upprop
Plats     Namn              Parti     Närvaro     Anmärkning
1         Ragnhild Stål     KD        när
2         Sixten Torn       S         när
""",
        ["justerare: Sixten Torn (S)", "chair: Ragnhild Stål (KD)"],
    ),
    "a party of the town's own among those written out": (
        """
Beslutande
Moderaterna          Bo Ås
                     Dan Ek
Hembygdspartiet      Cia Berg
                     Eva Ros
Centerpartiet        Eva Lo
""",
        ["members: Bo Ås (M); Dan Ek (M); Cia Berg; Eva Ros; Eva Lo (C)"],
    ),
    "an elected office is no official's": (
        """
Ledamöter        Cia Berg (V)
Gruppledare      Anna Ek
Gruppledare      Bo Ås (M)
""",
        ["others: -"],
    ),
    "away all the time": (
        """
Ledamöter          Parti     Närvaro
Bror Cron          M         hela mötet
Dan Ek             V         frv hela tiden
""",
        ["members: Bror Cron (M)"],
    ),
    "a sentence that says when somebody was not there": (
        """
Beslutande
Anna Ek (S)
Bo Ås (M) §§ 1–5. Ej närvarande § 3
""",
        ["members: Anna Ek (S); Bo Ås (M)"],
    ),
}


@pytest.mark.parametrize("name", COVERS)
def test_a_cover_tells_who_was_there(name: str) -> None:
    cover, facts = COVERS[name]
    assert stated(bundle_of(printed({"cover": cover})), facts) == facts


def test_a_sentence_behind_a_list_is_nobodys_description_and_is_doubted() -> None:
    told = "Från och med § 23 tjänstgör Vera Und (S) för Stig Tell."
    cover = f"Närvarande: ordföranden Görel Brand (S) samt ledamöterna Oda\nLind (V) och Runa Sjö (SD). {told}"
    bundle = bundle_of(printed({"cover": cover}))
    facts = ["chair: Görel Brand (S)", "members: Oda Lind (V); Runa Sjö (SD)"]
    assert stated(bundle, facts) == facts
    assert "attendance_line_not_read" in [one.code for one in bundle.doubts]


def test_a_word_of_no_known_meaning_in_the_column_of_those_there_is_doubted() -> None:
    cover = (
        "Ledamöter          Parti     Närvaro\nAgda Björk         S         delvis\nBror Cron          M         ibland"
    )
    bundle = bundle_of(printed({"cover": cover}))
    assert stated(bundle, ["members: -"]) == []
    assert [one.code for one in bundle.doubts].count("attendance_line_not_read") == 2
