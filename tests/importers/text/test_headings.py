"""Headings of many municipalities and what each says its lines look like."""

from __future__ import annotations

import pytest

from importers.bundle import Role
from importers.patterns.headings import role_of, undoubled

TABLE = {
    Role.DECISION: ["Beslut", "Kommunfullmäktiges beslut", "KOMMUNFULLMÄKTIGES BESLUT", "Kommunstyrelsens beslut:", "Socialnämndens beslut", "Kommunstyrelsens arbetsutskotts beslut", "Tekniska nämndens beslut", "Vård- och omsorgsnämndens beslut", "Nämndens beslut"],
    Role.PROPOSAL: ["Förslag till beslut", "Ordförandens förslag till beslut", "Kommunstyrelsens förslag", "Kommunstyrelsens förslag till kommunfullmäktige", "Förslag"],
    Role.SUMMARY: ["Sammanfattning", "Sammanfattning av ärendet"],
    Role.PRESENTATION: ["Ärendet", "Ärendebeskrivning", "Beskrivning av ärendet", "Bakgrund", "Föredragning", "Information"],
    Role.REASONS: ["Skäl till beslut", "Ekonomiska konsekvenser"],
    Role.PREPARATION: ["Beredning", "Behandling på sammanträdet", "Dagens sammanträde"],
    Role.EARLIER: ["Tidigare behandling"],
    Role.BASIS: ["Beslutsunderlag", "Handling", "Handlingar", "Underlag"],
    Role.OTHER: ["Upplysningar", "Styrande dokument", "Ordningsfråga", "Ärendemening", "Yttranden", "Särskilt yttrande i kommunstyrelsen", "Reservation i parknämnden"],
    Role.YRKANDEN: ["Yrkande", "Yrkanden", "Tilläggsyrkande", "Avslagsyrkande", "Yrkanden på sammanträdet", "Förslag på sammanträdet"],
    Role.PROPOSITION: ["Beslutsgång", "Propositionsordning", "Proposition", "Propositioner", "Propositionsordning och omröstning", "Omröstningsordning"],
    Role.VOTE: ["Omröstning", "Votering", "Huvudvotering", "Omröstning - Huvudvotering", "Omröstningsresultat", "Voteringsresultat"],
    Role.RESERVATION: ["Reservation", "Reservationer"],
    Role.SARSKILT_YTTRANDE: ["Särskilt yttrande", "Särskilda yttranden"],
    Role.PROTOKOLLSANTECKNING: ["Protokollsanteckning", "Protokollsanteckningar"],
    Role.JAV: ["Jäv", "Deltar ej i beslutet"],
    Role.SENT_TO: [
        "Protokollsutdrag skickas till", "Beslutet skickas till", "Beslutet ska skickas till", "Handlingar skickas till", "Skickas till", "Expedieras till", "Kopia till", "Delges",
    ],
    Role.JUSTERING: ["Justering", "Dag för justering"],
    Role.SIGNATURE: ["Vid protokollet", "Underskrifter"],
    Role.ATTENDANCE: ["Närvarande ledamöter", "Beslutande", "Ersättare", "Övriga deltagande"],
}  # fmt: skip


@pytest.mark.parametrize(("role", "heading"), [(role, heading) for role, all_ in TABLE.items() for heading in all_])
def test_a_heading_has_its_role(role: Role, heading: str) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "line",
    [
        "Beslutet överklagas inte.",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "Yrkande från SD den 22 maj 2024.",
        "Särskilt yttrande i kommunstyrelsen lämnades av Anna Ek (C)",
        "Handling 2025 nr 79",
        "Enligt nämndens beslut",
        "Dag för justering är den 11 mars.",
    ],
)
def test_a_line_of_text_is_no_heading(line: str) -> None:
    assert role_of(line) is None


def test_a_doubled_heading() -> None:
    assert undoubled("Beslutsunderlag g Beslutsunderlag") == "Beslutsunderlag"
    assert undoubled("Beslutsunderlag") is None
    assert undoubled("Kommunen kommunen") is None
