"""What the desk calls roles, what files need, and what can be added."""

from __future__ import annotations

from app.errors import MachineBusy, MunicipalityNeeded, SeveralMunicipalities
from app.imports.queue import WORKER_DIED
from app.language.i18n import N_, gettext, ngettext
from app.language.tables import table_word
from app.queries.incoming import IncomingRow, Need
from app.register.correctable import ADDED
from app.register.municipalities import municipality
from app.security.roles import Grant, Role
from app.security.scopes import KeyScope

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
# Read, and for want of a municipality not filed.
_NOBODYS = frozenset({MunicipalityNeeded.code, SeveralMunicipalities.code})

_JOBS = {
    "queued": N_("väntar"),
    "running": N_("pågår"),
    "aside": N_("lagt åt sidan"),
}
_PROBLEMS = {
    WORKER_DIED: N_("den som arbetade med det dog"),
    MachineBusy.code: MachineBusy.title,
}
_SCOPES = {KeyScope.IMPORTS: N_("lämna in filer"), KeyScope.READ: N_("fråga oftare än andra")}


def job_word(state: str) -> str:
    """`lagt åt sidan`."""
    return gettext(_JOBS[state])


def job_problem(problem: str) -> str:
    """Why the last attempt at a job came to nothing: `fel i programmet (ValueError)`."""
    if problem in _PROBLEMS:
        return gettext(_PROBLEMS[problem])
    return gettext(N_("fel i programmet ({error})")).format(error=problem)


def scope_word(scope: str) -> str:
    """What a key may do: `lämna in filer`."""
    return gettext(_SCOPES[KeyScope(scope)])


def place_words(place: str, body: str | None) -> str:
    """`Alnsjö, Kulturnämnden`."""
    return ", ".join(part for part in (municipality(place).name, body) if part)


def role_word(role: Role) -> str:
    return gettext(_ROLES[role])


def role_words(grant: Grant) -> str:
    """`registrator i Alnsjö, Kulturnämnden`."""
    if not grant.municipality:
        return role_word(grant.role)
    place = place_words(grant.municipality, grant.body)
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
    if row["aside"]:
        return gettext(N_("Lagd åt sidan"))
    if row["state"] == "duplicate":
        return gettext(N_("Fanns redan"))
    problem = row["problem"]
    nobodys = problem and problem["code"] in _NOBODYS
    return gettext(MunicipalityNeeded.title if nobodys else _NEEDS[row["need"]])


def kind_to_add(kind: str) -> str:
    """What a kind of fact that can be added is called: `rost` → "röst"."""
    return table_word(ADDED[kind][0])
