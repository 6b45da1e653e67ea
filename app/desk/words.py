"""What the desk calls roles, what files need, and what can be added."""

from __future__ import annotations

from app.language.i18n import N_, gettext, ngettext
from app.language.tables import table_word
from app.queries.incoming import IncomingRow, Need
from app.register.correctable import ADDED
from app.register.municipalities import municipality
from app.security.roles import Grant, Role

_ROLES = {
    Role.READER: N_("läsare"),
    Role.REVIEWER: N_("granskare"),
    Role.REGISTRAR: N_("registrator"),
    Role.ADMIN: N_("administratör"),
}
_NEEDS = {
    Need.REFUSED: N_("Gick inte att läsa"),
    Need.HELD: N_("Hålls inne: läs och släpp"),
    Need.CONFLICT: N_("Skiljer sig från det som fanns: jämför"),
    Need.DOUBTED: N_("Har tvivel: granska"),
    Need.UNCHECKED: N_("Läst: granska"),
    Need.WAITING: N_("Väntar på sin tur"),
    Need.NOTHING: N_("Klar"),
}


def role_word(role: Role) -> str:
    return gettext(_ROLES[role])


def role_words(grant: Grant) -> str:
    """`registrator i Alnsjö, Kulturnämnden`."""
    if not grant.municipality:
        return role_word(grant.role)
    place = ", ".join(part for part in (municipality(grant.municipality).name, grant.body) if part)
    return gettext(N_("{role} i {place}")).format(role=role_word(grant.role), place=place)


def need_word(row: IncomingRow) -> str:
    """What a file needs of a person now."""
    if row["working"] and row["pages"]:
        return gettext(N_("Läses nu: {n} av {total} sidor")).format(n=row["pages"][0], total=row["pages"][1])
    if row["working"]:
        return gettext(N_("Läses nu"))
    if row["before"]:
        return ngettext("Väntar på sin tur: {n} före", "Väntar på sin tur: {n} före", row["before"]).format(
            n=row["before"]
        )
    if row["state"] == "duplicate":
        return gettext(N_("Fanns redan"))
    return gettext(_NEEDS[row["need"]])


def kind_to_add(kind: str) -> str:
    """What a kind of fact that can be added is called: `rost` → "röst"."""
    return table_word(ADDED[kind][0])
