"""The national REST API profile (1.2.0), rule by rule, as the documentation page tells how it is kept.

Each row is held to a check of its own by `tests/app/api/profile.py`; what is not kept says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.language.i18n import N_, gettext


@dataclass(frozen=True, slots=True)
class Kept:
    """A rule: `level` is S (must) or B (should); `why_not` is None where it is kept."""

    id: str
    level: str
    says: str
    why_not: str | None = None


_ROWS = (
    Kept("DOK.01", "B", N_("hänvisning till dokumentationen")),
    Kept("DOK.03", "S", N_("version, titel, beskrivning, kontakt och licens")),
    Kept("DOK.06", "B", N_("dokumentation på svenska och engelska")),
    Kept("DOK.07", "B", N_("en beskrivning")),
    Kept("DOK.08", "S", N_("servicenivå")),
    Kept("DOK.09", "S", N_("kända begränsningar")),
    Kept("DOK.11", "S", N_("vad API:et är till för")),
    Kept("DOK.15", "S", N_("exempel på varje svar i JSON")),
    Kept("DOK.17", "B", N_("senaste OpenAPI")),
    Kept("DOK.19", "S", N_("varje operation är beskriven")),
    Kept("DOK.20", "S", N_("varje svar är beskrivet, också felen")),
    Kept("DOT.01", "S", N_("dagar och tidpunkter enligt RFC 3339")),
    Kept("DOT.04", "S", N_("vilken tidszon som helst in, UTC ut")),
    Kept("RES.02", "B", N_("inga personnummer")),
    Kept("RES.06", "S", N_("resurser med små bokstäver")),
    Kept("UFN.01", "B", N_("adressernas form")),
    Kept("UFN.02", "S", N_("HTTPS, på installationens offentliga adress")),
    Kept("UFN.05", "B", N_("högst 2 048 tecken i en adress")),
    Kept("UFN.07", "S", N_("bara enkla tecken i adresser")),
    Kept("UFN.08", "S", N_("bindestreck är enda avgränsaren")),
    Kept("UFN.09", "S", N_("inget blanksteg i adresser")),
    Kept("AME.01", "B", N_("svar i JSON")),
    Kept("AME.02", "B", N_("frågor i JSON"), N_("det enda som lämnas in är en PDF")),
    Kept("AME.04", "B", N_("ett enda sätt att skriva namn")),
    Kept("AME.05", "S", N_("aldrig två sätt på en gång")),
    Kept("AME.07", "B", N_("namn av bokstäver och siffror")),
    Kept("ARQ.01", "B", N_("UTF-8")),
    Kept("ARQ.03", "B", N_("de vanliga huvudena")),
    Kept("ARQ.05", "S", N_("inga uppgifter i huvuden")),
    Kept("FEL.01", "S", N_("fel enligt RFC 9457")),
    Kept("FEL.02", "S", N_("fel beskrivna för varje operation")),
    Kept("VER.05", "B", N_("versionen i adressen")),
    Kept("VER.06", "S", N_("resursen `api-info`")),
    Kept("FNS.01", "S", N_("parametrar skrivna på ett enda sätt")),
    Kept("FNS.03", "S", N_("parametrar som börjar med en bokstav")),
    Kept("FNS.05", "B", N_("parametrar som kan utelämnas")),
    Kept("FNS.06", "B", N_("parametrar som tål adresser")),
    Kept("FNS.07", "S", N_("delning med `limit` och `offset`")),
    Kept("FNS.08", "S", N_("sidor räknade från 1, där det finns sidor: här delas med `offset`")),
    Kept("FNS.09", "B", N_("20 rader om inget sägs")),
    Kept("SAK.01", "S", N_("TLS 1.2 eller senare, på installationens offentliga adress")),
    Kept("SAK.09", "S", N_("varken Basic eller Digest")),
    Kept("SAK.10", "S", N_("nycklar som `Bearer`")),
    Kept("SAK.15", "S", N_("ingen nyckel i en adress")),
    Kept("SAK.16", "S", N_("nycklar bara i huvudet")),
    Kept(
        "SAK.18", "B", N_("OAuth 2"), N_("läsning kräver ingen nyckel, och registratorn gör den som inlämning kräver")
    ),
    Kept("FOR.02", "S", N_("GET utan kropp")),
)


def profile() -> list[Kept]:
    """Every rule, in the language in force."""
    return [Kept(row.id, row.level, gettext(row.says), gettext(row.why_not) if row.why_not else None) for row in _ROWS]
