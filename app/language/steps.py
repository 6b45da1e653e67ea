"""A matter in words: what each step was, where the matter stands, what it waits for. Pages and terminal share it.

A proposal is never worded as a decision, and what is not in the register is shown as missing.
"""

from __future__ import annotations

import datetime as dt

from app.language.codes import kind_word, outcome_word
from app.language.dates import date_text
from app.language.i18n import N_, gettext
from app.language.lists import mid_sentence
from app.language.outcomes import decides, proposes
from app.register.matter_kind import MatterKind
from app.schemas.rows import CaseRow, StepRow
from app.today import today
from importers.bundle import DocumentKind, Outcome

_ = gettext
# Papers that people put to a body: it is not whom they come from.
_PUT_BY_PEOPLE = {DocumentKind.MOTION, DocumentKind.MEDBORGARFORSLAG, DocumentKind.INTERPELLATION}
# What a body says to those who decide; it decides nothing itself.
_OPINIONS = {Outcome.TILLSTYRKAN: N_("tillstyrker"), Outcome.AVSTYRKAN: N_("avstyrker")}


def step_title(step: StepRow) -> str:
    """Who and what, without the day: `Socialnämnden § 171`, `Tjänsteskrivelse, Kommunledningskontoret`."""
    body = step["body"]["name"] if step["body"] else None
    if step["kind"] == "item":
        number = step["item_number"] or (step["item"]["number"] if step["item"] else None)
        return f"{body or _('Okänt organ')} § {number}" if number else str(body or _("Okänt organ"))
    if step["kind"] == "motion":
        return _("Motionen")
    if step["kind"] == "raised":
        return str(body or _("Kommunfullmäktige"))
    if step["kind"] == "received":
        sent = _kind(step) not in _PUT_BY_PEOPLE
        return (
            _("{kind} från {body}").format(kind=_paper(step), body=body or _("okänt organ")) if sent else _paper(step)
        )
    if step["kind"] == "awaited":
        return str(body)
    whose = body or (_("för {body}").format(body=step["for_body"]) if step["for_body"] else None)
    return f"{_paper(step)}, {whose}" if whose else _paper(step)


def step_says(step: StepRow, on: dt.date | None = None, subject: str | None = None) -> str:
    """What the step did to the matter: `föreslår att motionen besvaras`, `motionen väckt`, `inväntas: …`, as it is said on a
    day, today's where none is given; of what its words say that it is about, where that is given (`subject_of`)."""
    if step["state"] == "awaited":
        if step["date"] is None:
            return _("inväntas: inget beslut i registret")
        return _("protokollet finns inte här") if step["date"] < (on or today()) else _("inväntas den dagen")
    if step["kind"] == "motion":
        return _("daterad") if step["date"] else _("utan datum")
    if step["kind"] == "raised":
        return _("motionen väckt")
    if step["kind"] == "received":
        number = step["document_number"]
        return _("inkommen som {number}").format(number=number) if number else _("inkommen")
    return _treats(step, subject)


def _treats(step: StepRow, subject: str | None) -> str:
    """What a § or a paper says: a proposal stays a proposal, and so does an opinion for those who decide."""
    if step["outcome"] in _OPINIONS and step["mode"] != "proposes":
        return _(_OPINIONS[Outcome(step["outcome"])])
    if step["mode"] == "proposes":
        return proposes(step["outcome"], subject) if step["outcome"] else _("lägger fram ett förslag")
    if step["mode"] == "decides":
        return decides(step["outcome"], subject) if step["outcome"] else _("fattar ett beslut")
    if step["outcome"]:
        return outcome_word(step["outcome"])
    return _("behandlar ärendet") if step["kind"] == "item" else _("daterad")


def step_line(step: StepRow, subject: str | None = None) -> str:
    """The whole step on one line: `2. Socialnämnden § 171, 23 oktober 2024: föreslår avslag`."""
    day = f", {date_text(step['date'])}" if step["date"] else ""
    missing = _(" (finns inte i registret)") if step["state"] == "not_in_register" else ""
    return f"{step['n']}. {step_title(step)}{day}: {step_says(step, subject=subject)}{missing}"


def status(case: CaseRow, on: dt.date | None = None) -> str:
    """Where the matter stands, in a sentence, as it is said on a day, today's where none is given."""
    waiting = case["next"]
    if waiting:
        body = mid_sentence(waiting["body"])
        if waiting["date"]:
            typed = _("Ärendet är bordlagt till {body} den {day}.").format(body=body, day=date_text(waiting["date"]))
            return " ".join((typed, _("Protokollet finns inte här."))) if waiting["date"] < (on or today()) else typed
        if waiting["kind"] == "council":
            return _("Något beslut av {body} finns inte i registret.").format(body=body)
        return _("Ärendet väntar på {body}.").format(body=body)
    if case["status"] == "decided":
        return (
            _("Avgjort: {outcome}.").format(outcome=outcome_word(case["outcome"])) if case["outcome"] else _("Avgjort.")
        )
    return _undecided(case["kind"])


def _undecided(kind: str | None) -> str:
    """What it would take to know whether a matter of a kind is decided."""
    if kind == MatterKind.REMISS:
        return _("Ett svar på en remiss avgör inget ärende: det gör den som sände ut remissen.")
    if kind == MatterKind.INTERPELLATION:
        return _("En interpellation besvaras utan beslut. Om den är besvarad visar texten i den senaste paragrafen.")
    if kind in {MatterKind.ANMALAN, MatterKind.INFORMATION}:
        return _("Det som bara anmäls eller informeras om avgörs inte.")
    return _(
        "Om ärendet är avgjort går inte att utläsa av registret: det visar först en paragraf som beslutar i saken."
    )


def _kind(step: StepRow) -> str | None:
    return step["document_kind"] or (step["document"]["kind"] if step["document"] else None)


def _paper(step: StepRow) -> str:
    kind = _kind(step)
    has_word = kind in set(DocumentKind)
    word = kind_word(kind) if kind and has_word else _("handling")
    return word[:1].upper() + word[1:]
