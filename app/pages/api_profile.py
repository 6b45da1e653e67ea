"""The national REST API profile (1.2.0), rule by rule, as the documentation page tells how it is kept.

Each row is held to a check of its own by `tests/app/api/profile.py`; what is not kept says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.language.i18n import N_, gettext


@dataclass(frozen=True, slots=True)
class RuleMet:
    """A rule: `level` is S (must) or B (should); `why_not` is None where it is kept."""

    id: str
    level: str
    says: str
    why_not: str | None = None


_ROWS = (
    RuleMet("DOK.01", "B", N_("hänvisning till dokumentationen")),
    RuleMet("DOK.03", "S", N_("version, titel, beskrivning, kontakt och licens")),
    RuleMet("DOK.06", "B", N_("dokumentation på svenska och engelska")),
    RuleMet("DOK.07", "B", N_("en beskrivning")),
    RuleMet("DOK.08", "S", N_("servicenivå")),
    RuleMet("DOK.09", "S", N_("kända begränsningar")),
    RuleMet("DOK.11", "S", N_("vad API:et är till för")),
    RuleMet("DOK.15", "S", N_("exempel på varje svar i JSON")),
    RuleMet("DOK.17", "B", N_("senaste OpenAPI")),
    RuleMet("DOK.19", "S", N_("varje operation är beskriven")),
    RuleMet("DOK.20", "S", N_("varje svar är beskrivet, också felen")),
    RuleMet("DOT.01", "S", N_("dagar och tidpunkter enligt RFC 3339")),
    RuleMet("DOT.04", "S", N_("vilken tidszon som helst in, UTC ut")),
    RuleMet("RES.02", "B", N_("inga personnummer")),
    RuleMet("RES.06", "S", N_("resurser med små bokstäver")),
    RuleMet("UFN.01", "B", N_("adressernas form")),
    RuleMet("UFN.02", "S", N_("HTTPS, på installationens offentliga adress")),
    RuleMet("UFN.05", "B", N_("högst 2 048 tecken i en adress")),
    RuleMet("UFN.07", "S", N_("bara enkla tecken i adresser")),
    RuleMet("UFN.08", "S", N_("bindestreck är enda avgränsaren")),
    RuleMet("UFN.09", "S", N_("inget blanksteg i adresser")),
    RuleMet("AME.01", "B", N_("svar i JSON")),
    RuleMet("AME.02", "B", N_("frågor i JSON"), N_("det enda som lämnas in är en PDF")),
    RuleMet("AME.04", "B", N_("ett enda sätt att skriva namn")),
    RuleMet("AME.05", "S", N_("aldrig två sätt på en gång")),
    RuleMet("AME.07", "B", N_("namn av bokstäver och siffror")),
    RuleMet("ARQ.01", "B", N_("UTF-8")),
    RuleMet("ARQ.03", "B", N_("de vanliga huvudena")),
    RuleMet("ARQ.05", "S", N_("inga uppgifter i huvuden")),
    RuleMet("FEL.01", "S", N_("fel enligt RFC 9457")),
    RuleMet("FEL.02", "S", N_("fel beskrivna för varje operation")),
    RuleMet("VER.05", "B", N_("versionen i adressen")),
    RuleMet("VER.06", "S", N_("resursen `api-info`")),
    RuleMet("FNS.01", "S", N_("parametrar skrivna på ett enda sätt")),
    RuleMet("FNS.03", "S", N_("parametrar som börjar med en bokstav")),
    RuleMet("FNS.05", "B", N_("parametrar som kan utelämnas")),
    RuleMet("FNS.06", "B", N_("parametrar som tål adresser")),
    RuleMet("FNS.07", "S", N_("delning med `limit` och `offset`")),
    RuleMet("FNS.08", "S", N_("sidor räknade från 1, där det finns sidor: här delas med `offset`")),
    RuleMet("FNS.09", "B", N_("20 rader om inget sägs")),
    RuleMet("SAK.01", "S", N_("TLS 1.2 eller senare, på installationens offentliga adress")),
    RuleMet("SAK.09", "S", N_("varken Basic eller Digest")),
    RuleMet("SAK.10", "S", N_("nycklar som `Bearer`")),
    RuleMet("SAK.15", "S", N_("ingen nyckel i en adress")),
    RuleMet("SAK.16", "S", N_("nycklar bara i huvudet")),
    RuleMet(
        "SAK.18", "B", N_("OAuth 2"), N_("läsning kräver ingen nyckel, och registratorn gör den som inlämning kräver")
    ),
    RuleMet("FOR.02", "S", N_("GET utan kropp")),
)


def profile() -> list[RuleMet]:
    """Every rule, in the language in force."""
    return [
        RuleMet(row.id, row.level, gettext(row.says), gettext(row.why_not) if row.why_not else None) for row in _ROWS
    ]
