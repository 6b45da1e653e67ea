"""What can be exported under `diarium export`: everything, or a list of the register by its name in the API."""

from __future__ import annotations

from app.commands.loading import Listed, ListedGroup
from app.language.i18n import N_

_EXAMPLE = N_("diarium export reservations party=S from=2025-01-01 --format csv -o reservationer.csv")
_PLACE = "lists:export_list"

LISTS: dict[str, Listed] = {
    "cases": Listed(_PLACE, N_("Ärenden"), _EXAMPLE),
    "documents": Listed(_PLACE, N_("Handlingar"), _EXAMPLE),
    "meetings": Listed(_PLACE, N_("Sammanträden"), _EXAMPLE),
    "items": Listed(_PLACE, N_("Paragrafer"), _EXAMPLE),
    "presences": Listed(_PLACE, N_("Närvaro"), _EXAMPLE),
    "motions": Listed(_PLACE, N_("Motioner"), _EXAMPLE),
    "yrkanden": Listed(_PLACE, N_("Yrkanden"), _EXAMPLE),
    "reservations": Listed(_PLACE, N_("Reservationer"), _EXAMPLE),
    "statements": Listed(_PLACE, N_("Yttranden"), _EXAMPLE),
    "votes": Listed(_PLACE, N_("Voteringar"), _EXAMPLE),
    "people": Listed(_PLACE, N_("Personer"), _EXAMPLE),
    "parties": Listed(_PLACE, N_("Partier"), _EXAMPLE),
    "bodies": Listed(_PLACE, N_("Organ"), _EXAMPLE),
    "municipalities": Listed(_PLACE, N_("Kommuner"), _EXAMPLE),
    "findings": Listed(_PLACE, N_("Iakttagelser"), _EXAMPLE),
    "changes": Listed(_PLACE, N_("Ändringar"), _EXAMPLE),
    "corrections": Listed(_PLACE, N_("Rättelser"), _EXAMPLE),
}
_SEARCH = Listed(_PLACE, N_("Det som en sökning hittar"), N_("diarium export search q=skolgård year=2025 --format csv"))
_ALL = N_("Allt som är offentligt, som datapaket (JSON Lines och CSV) och som databas för SQLite och Datasette.")
EXPORT = ListedGroup(
    N_("Skriv en lista ur det som är offentligt som fil: samma som API:et ger; eller allt på en gång."),
    {"all": Listed("export:export_all", _ALL), "search": _SEARCH, **LISTS},
)
