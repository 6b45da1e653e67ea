"""A § as whoever keeps the register sees it: the check-list of the law, and to whom it is to be sent."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.acts import choose, dispatch
from app.acts.days import day
from app.db import reading
from app.desk.meetings import bodies_offered, bodies_seen
from app.desk.rendering import render
from app.desk.signing_in import back_from
from app.desk.visits import Visit
from app.errors import DiariumError, EntityNotFound, WrongUse
from app.language.checklist import point_words, read_words
from app.language.codes import outcome_word
from app.language.deadlines import appeal_sentence
from app.language.findings import finding_sentence, severity_word
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.language.votes import vote_counts
from app.queries.bodies_kept import bodies_kept
from app.queries.checklist import checklist
from app.queries.meetings_kept import KeptItem, MeetingKept, item_kept
from app.queries.receivers import DispatchRow, dispatches, receivers_of
from app.queries.stands import stands_of
from app.queries.texts import texts_of_item
from app.security.roles import Role
from app.today import today

_MOST_MEETINGS = 20


def item_page(visit: Visit) -> Response:
    """What the law asks of its minutes, point by point, and its receivers."""
    return _page(visit, *_item(visit, Role.READER), None)


def dispatch_item(visit: Visit) -> Response:
    """Tick a receiver off, or write one that the minutes do not name, with the day on which it was sent."""
    meeting, item = _item(visit, Role.REGISTRAR)
    try:
        on = day(visit.sent("on")) if visit.sent("on") else today()
        if on > today():
            raise WrongUse(_("Dagen har inte varit ännu."))
        dispatch(visit.stores, item["id"], visit.sent("to"), on, visit.actor(N_("expedierat")))
    except DiariumError as error:
        return _page(visit, meeting, item, error)
    return RedirectResponse(back_from(visit.sent("back"), f"/desk/paragrafer/{item['id']}"), status_code=303)


def choose_text(visit: Visit) -> Response:
    """Say which of the texts that files hold of the § stands. Where somebody else has acted on it meanwhile nothing is done."""
    meeting, item = _item(visit, Role.REGISTRAR)

    def still(session: Session) -> None:
        if visit.sent("version") != str(texts_of_item(session, item["id"])["version"]):
            raise WrongUse(
                _("Någon annan har ändrat paragrafen sedan du öppnade sidan. Jämför, och välj en gång till.")
            )

    try:
        with reading(visit.stores.desk) as session:
            there = texts_of_item(session, item["id"])["texts"]
        if visit.sent("file") not in {text["sha256"] for text in there}:
            raise WrongUse(_("Välj vilken text som gäller."))
        choose(visit.stores, item["id"], visit.sent("file"), visit.actor(N_("den här texten gäller"), still))
    except DiariumError as error:
        return _page(visit, meeting, item, error)
    return RedirectResponse(f"/desk/paragrafer/{item['id']}#texter", status_code=303)


def dispatches_page(visit: Visit) -> Response:
    """The §§ of the latest meetings that wait to be sent to somebody, or all that were or are to be."""
    body, every = visit.asked("organ"), visit.asked("alla") == "1"
    with reading(visit.stores.desk) as session:
        there = bodies_kept(session)
        rows = dispatches(session, bodies_seen(visit, there), body or None, _MOST_MEETINGS)
    return render(
        visit,
        "dispatches.html",
        rows=[row for row in rows if every or _waits(row)],
        sent=sum(not _waits(row) for row in rows),
        every=every,
        offered=bodies_offered(visit, there),
        body=body,
        today=today(),
        most=_MOST_MEETINGS,
        may_tick=lambda row: visit.may(Role.REGISTRAR, row["municipality"], row["body"]),
    )


def _waits(row: DispatchRow) -> bool:
    return any(receiver["seq"] is None for receiver in row["receivers"])


def _item(visit: Visit, needed: Role) -> tuple[MeetingKept, KeptItem]:
    """The § that the address names, with its meeting. Raises `EntityNotFound`, and what `Visit.needs` does."""
    with reading(visit.stores.desk) as session:
        found = item_kept(session, visit.path("item"))
    if found is None:
        raise EntityNotFound(visit.path("item"))
    visit.needs(needed, found[0]["municipality"], found[0]["body"])
    return found


def _page(visit: Visit, meeting: MeetingKept, item: KeptItem, error: DiariumError | None) -> Response:
    with reading(visit.stores.desk) as session:
        checked = checklist(session, item["id"])
        receivers = receivers_of(session, [item["id"]])[item["id"]]
        stand = stands_of(session, [item["id"]]).get(item["id"])
        texts = texts_of_item(session, item["id"])
    if checked is None:
        raise EntityNotFound(item["id"])
    return render(
        visit,
        "item.html",
        status=error.status if error else 200,
        meeting=meeting,
        item=item,
        whole=checked["item"],
        rows=checked["rows"],
        receivers=receivers,
        stand=stand,
        texts=texts,
        error=error,
        typed={name: visit.sent(name) for name in ("to", "on", "reason", "file")},
        today=today(),
        point_words=point_words,
        read_words=read_words,
        vote_counts=vote_counts,
        outcome_word=outcome_word,
        severity_word=severity_word,
        finding_sentence=finding_sentence,
        appeal_sentence=appeal_sentence,
        may_tick=visit.may(Role.REGISTRAR, meeting["municipality"], meeting["body"]),
    )
