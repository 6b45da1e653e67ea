"""To whom a § is sent: lists parted by commas and lines, and what ends them."""

from __future__ import annotations

import pytest

from importers.statements.receivers import read_receivers
from importers.text.blocks import blocks, measure
from tests.importers.typeset import lines


def receivers(text: str) -> list[str]:
    found = lines(text)
    return [one.text for one in read_receivers(blocks(found, measure(found), entries=True))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tekniska nämnden, löneenheten, Eva Lind", ["Tekniska nämnden", "löneenheten", "Eva Lind"]),
        ("Stadskontoret; revisorerna; Bostads AB Alnsjö", ["Stadskontoret", "revisorerna", "Bostads AB Alnsjö"]),
        ("Tekniska nämnden, löneenheten, Eva Lind, Anton\nHolm", ["Tekniska nämnden", "löneenheten", "Eva Lind", "Anton Holm"]),
        ("Kultur- och fritidsnämnden, ekonomikontoret", ["Kultur- och fritidsnämnden", "ekonomikontoret"]),
        ("Miljö-, bygg- och räddningsnämnden, Bo Ahl", ["Miljö-, bygg- och räddningsnämnden", "Bo Ahl"]),
        ("Nämnden för arbete, vuxenutbildning och integration", ["Nämnden för arbete, vuxenutbildning och integration"]),
        ("Avdelningen för ekonomi och hållbarhet, helägda bolag", ["Avdelningen för ekonomi och hållbarhet", "helägda bolag"]),
        ("Löneenheten, Eva Lind och Bo Ahl", ["Löneenheten", "Eva Lind", "Bo Ahl"]),
        ("Räddningsförbundet Norr, kommunledningen", ["Räddningsförbundet Norr", "kommunledningen"]),
        ("Eva Lind, ekonomichef", ["Eva Lind, ekonomichef"]),
        ("Länsstyrelsen, 401 00 Storstad", ["Länsstyrelsen, 401 00 Storstad"]),
        ("Vattenbolaget (Eva Lind, Bo Ahl), kommunarkivet", ["Vattenbolaget (Eva Lind, Bo Ahl)", "kommunarkivet"]),
        ("kontoret@alnsjo.se\nrevision@alnsjo.se", ["kontoret@alnsjo.se", "revision@alnsjo.se"]),
        ("kontoret@alnsjo.se, revision@alnsjo.se", ["kontoret@alnsjo.se", "revision@alnsjo.se"]),
        ("- Tekniska nämnden\n- Eva Lind", ["Tekniska nämnden", "Eva Lind"]),
        ("Tekniska nämnden          Fritidsnämnden\nLöneenheten               Eva Lind", ["Tekniska nämnden", "Fritidsnämnden", "Löneenheten", "Eva Lind"]),
        ("Kommunstyrelsen (minoritetsåterremiss)", ["Kommunstyrelsen (minoritetsåterremiss)"]),
        # What ends the list.
        ("Tekniska nämnden\nFritidsnämnden\n\nEfter ärendet tar ordföranden paus i mötet i enlighet med 9 § i arbetsordningen.", ["Tekniska nämnden", "Fritidsnämnden"]),
        ("Tekniska nämnden\nFritidsnämnden\n\nPaus kl. 10.15-10.30", ["Tekniska nämnden", "Fritidsnämnden"]),
        ("Tekniska nämnden\n\nMötet ajourneras i tio minuter.", ["Tekniska nämnden"]),
        ("Fritidsnämnden\n\nBo Ahl (M) lämnar sammanträdet efter paragrafen.", ["Fritidsnämnden"]),
        ("Fritidsnämnden\n\nUndertecknat av följande personer\nEVA LIND\nTransaktionsidentitet: CFB2", ["Fritidsnämnden"]),
        ("Fritidsnämnden\n\nDetta dokument är elektroniskt underskrivet\nEva Lind", ["Fritidsnämnden"]),
        ("Fritidsnämnden\n\nJusterares signatur     Utdragsbestyrkande", ["Fritidsnämnden"]),
    ],
)  # fmt: skip
def test_receivers(text: str, found: list[str]) -> None:
    assert receivers(text) == found


def test_a_body_beneath_a_company_is_another_receiver_though_the_column_is_narrow() -> None:
    assert receivers("Bad och Bärs AB\nPlanavdelningen") == ["Bad och Bärs AB", "Planavdelningen"]
    assert receivers("Bostads AB\nTestboda") == ["Bostads AB Testboda"]
