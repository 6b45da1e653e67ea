"""What comes in: files are dropped, each becomes a job that outlives this process, and the list says what each needs."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.acts import lay_aside, undo
from app.db import reading
from app.desk.errors import NotAllowed
from app.desk.rendering import render
from app.desk.visits import Visit
from app.errors import DiariumError, ImportNotFound, NothingNew, WrongUse, refusal
from app.imports.filing import accept
from app.imports.queue import Rank
from app.imports.uploads import Claims
from app.imports.workers import taker
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.incoming import MOST, IncomingRow, Need, Seen, bodies_in, incoming
from app.queries.places import given
from app.register.municipalities import municipality
from app.security.roles import Grant, Role
from importers.pdf.limits import MOST_BYTES


def queue_page(visit: Visit) -> Response:
    """What has come in, and the way in for more."""
    typed = visit.asked("fran")
    offset = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
    with reading(visit.stores.desk) as session:
        rows = incoming(session, _seen(session, visit), offset)
    return render(
        visit,
        "queue.html",
        rows=rows,
        Need=Need,
        problem_of=_problem,
        settles=lambda row: _keeps(visit, row),
        places=_offered(visit),
        later=offset + MOST if len(rows) == MOST else None,
        waiting=sum(row["need"] is Need.WAITING for row in rows),
    )


def hand_in(visit: Visit) -> Response:
    """Take the files in. Each is durable, and a job of its own, before this answers; one that is refused stands in the list with
    its reason, and the rest are taken."""
    place = _chosen(visit)
    files = visit.files("file")
    if not files:
        raise WrongUse(_("Välj minst en fil."))
    body = _body(visit, place) if place else None
    worker = taker(visit.stores, visit.using.settings)
    for file in files:
        claims = Claims(file.filename or "", visit.who.user.name, municipality(place) if place else None, body)
        try:
            accept(worker, file.file.read(MOST_BYTES + 1), claims, at_once=False, rank=Rank.PERSON)
        except DiariumError:
            continue  # the list says why
    if visit.using.wake is not None:
        visit.using.wake()
    return RedirectResponse("/desk", status_code=303)


def lay_upload_aside(visit: Visit) -> Response:
    """Lay what could not be read aside, with a reason: it needs nobody any more."""
    row = _upload(visit)
    lay_aside(visit.stores, row["id"], visit.actor(""))
    return RedirectResponse("/desk", status_code=303)


def take_upload_back(visit: Visit) -> Response:
    """Undo that."""
    aside = _upload(visit)["aside"]
    if aside is None:
        raise NothingNew(_("Filen är inte lagd åt sidan."))
    undo(visit.stores, aside["seq"], visit.actor(N_("ångrat")))
    return RedirectResponse("/desk", status_code=303)


def _upload(visit: Visit) -> IncomingRow:
    """The upload that the address names, for whoever keeps what it was handed in for. Raises `ImportNotFound`, `NotAllowed`."""
    with reading(visit.stores.desk) as session:
        row = next(iter(incoming(session, _seen(session, visit), only=visit.path("id"))), None)
    if row is None:
        raise ImportNotFound(visit.path("id"))
    if not _keeps(visit, row):
        raise NotAllowed
    return row


def _keeps(visit: Visit, row: IncomingRow) -> bool:
    """Whether whoever asks is registrar of what the upload was handed in for, or handed it in."""
    if row["actor"] == visit.who.user.name and visit.may_anywhere(Role.REGISTRAR):
        return True
    if row["place"]:
        return visit.may(Role.REGISTRAR, row["place"], row["body"])
    return visit.may_everywhere(Role.REGISTRAR)


def _chosen(visit: Visit) -> str | None:
    """The municipality that the files are filed for: the one that was chosen, or None where the files are to say. Raises
    `NotAllowed` for one that whoever asks may hand in nothing for."""
    typed = visit.sent("municipality")
    if typed:
        place = given(typed).id
        if not any(grant.role.covers(Role.REGISTRAR) and grant.place in {None, place} for grant in _grants(visit)):
            raise NotAllowed
        return place
    offered = _offered(visit)
    if offered is None:
        return None
    if len(offered) == 1:
        return offered[0][0]
    raise WrongUse(_("Välj vilken kommun filerna hör till."))


def _offered(visit: Visit) -> list[tuple[str, str]] | None:
    """The municipalities that whoever asks may hand in for, as a grant has each and by name; None where that is any."""
    granted = _grants(visit)
    if any(not grant.municipality for grant in granted):
        return None
    places = dict.fromkeys(grant.municipality for grant in granted)
    return [(place, municipality(place).name) for place in places]


def _grants(visit: Visit) -> list[Grant]:
    return [grant for grant in visit.who.user.grants if grant.role.covers(Role.REGISTRAR)]


def _body(visit: Visit, place: str) -> str | None:
    """The one body that whoever asks may hand in for in a municipality: what a file tells of others is a claim. None where that
    is every one."""
    bodies = [grant.body for grant in _grants(visit) if grant.place in {None, place}]
    return None if "" in bodies else next(iter(bodies), None)


def _seen(session: Session, visit: Visit) -> Seen:
    """What of all that came in whoever asks may see."""
    user = visit.who.user
    places = [grant.place for grant in user.grants if not grant.body]
    if None in places:
        return Seen(user.name)
    names = {(grant.place, grant.body) for grant in user.grants if grant.body and grant.place}
    rows = bodies_in(session, {place for place, _name in names})
    ids = [row.id for row in rows if visit.may(Role.READER, row.municipality_id, row.name)]
    return Seen(user.name, [place for place in places if place], ids, sorted(names))


def _problem(row: IncomingRow) -> str:
    """Why an upload was refused, and what to do about it."""
    problem = row["problem"]
    return refusal(row["name"], problem["code"], problem["params"]).sentence() if problem else ""
