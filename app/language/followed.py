"""What a feed says in words of a row of a list: what it is, and where its matter stands, whole in a sentence or two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.language.codes import kind_word, stance_word, statement_word, value_words
from app.language.corrections import correction_sentence
from app.language.dates import date_text
from app.language.findings import where
from app.language.i18n import N_, gettext
from app.language.lists import listed
from app.language.outcomes import subject_answered
from app.language.steps import status, step_line
from app.language.tables import table_word
from app.register.named import with_party
from app.schemas.change_rows import Change, CorrectionRow, FactChange, FactSays
from app.schemas.rows import CaseRow, StepRow

_ = gettext
Row = Mapping[str, Any]
_LONGEST = 160
# How many corrections, and how many steps that changed, an entry tells: a day may bring hundreds.
_MOST = 10

# Which field the code of a fact is, by its table.
_CODED = {"clauses": "outcome", "yrkanden": "stance", "reservations": "in_favour_of", "statements": "kind"}

LISTS = {
    "cases": N_("Ärenden"),
    "documents": N_("Handlingar"),
    "meetings": N_("Sammanträden"),
    "items": N_("Paragrafer"),
    "motions": N_("Motioner"),
    "yrkanden": N_("Yrkanden"),
    "reservations": N_("Reservationer"),
    "statements": N_("Yttranden"),
    "votes": N_("Voteringar"),
    "presences": N_("Närvaro"),
    "people": N_("Personer"),
    "parties": N_("Partier"),
    "bodies": N_("Organ"),
    "municipalities": N_("Kommuner"),
    "findings": N_("Iakttagelser"),
    "changes": N_("Ändringar"),
    "corrections": N_("Rättelser"),
}


def row_title(name: str, row: Row) -> str:
    """What a row of a list is called: `Reservation, Kommunstyrelsen § 201, 2025-11-05`."""
    return _cut(_TITLES[name](row)) or _("Utan rubrik")


def row_text(name: str, row: Row) -> str | None:
    """What the row itself says, where it says something beside its title."""
    text = row["text"] if name in {"yrkanden", "reservations", "statements"} else row.get("summary")
    return str(text) if text else None


def matter_text(case: CaseRow, last: StepRow | None, on: dt.date) -> str:
    """Where the matter stands, and the last thing that happened to it."""
    sentences = [
        _("{number}: {status}").format(number=case["number"], status=status(case, on))
        if case["number"]
        else status(case, on)
    ]
    sentences += (
        [_("Senast: {step}.").format(step=_said(last, subject_answered(last["outcome"], case["kind"])))] if last else []
    )
    return " ".join(sentences)


def change_text(kind: str, day: dt.date, change: Change) -> str:
    """What the last day of changes came to: what came with it, what says something else than before and what a person put
    right, where that can be told."""
    if kind == "made":
        return _("Tillkom i registret {day}.").format(day=date_text(day))
    if kind == "gone":
        return _("Togs bort ur registret {day}.").format(day=date_text(day))
    return " ".join([_begun(day, change), *_further(change)])


def changed_text(change: Change) -> str:
    """The same where the day and that something changed are said already; empty where nothing can be told."""
    came = [_("Då tillkom {steps}.").format(steps=_listed(change.came))] if change.came else []
    return " ".join([*came, *_further(change)])


def with_what_changed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A change with what it says in words, in the language in force, in place of the `change` itself."""
    shown = {name: value for name, value in row.items() if name != "change"}
    return {**shown, "told": (changed_text(row["change"]) or None) if row["change"] else None}


def _further(change: Change) -> list[str]:
    """What says something else than before, what is gone and what was put right, a sentence each."""
    became = [(now, was) for step, before in change.became if (now := _said(step)) != (was := _said(before))]
    sentences = [
        _("Nu står: {step}. Förut stod: {before}.").format(step=now, before=was) for now, was in became[:_MOST]
    ]
    sentences += [_("Borta är {steps}.").format(steps=_listed(change.went))] if change.went else []
    sentences += [_corrected(row) for row in change.corrections[:_MOST]]
    sentences += [_within(one) for one in change.facts[:_MOST]]
    more = sum(max(len(told) - _MOST, 0) for told in (became, change.corrections, change.facts))
    return [*sentences, *([_("Och {n} till.").format(n=more)] if more else [])]


def _begun(day: dt.date, change: Change) -> str:
    values = {"day": date_text(day), "steps": _listed(change.came)}
    if change.new and change.came:
        return _("Tillkom i registret {day} och ändrades samma dag; i det finns {steps}.").format(**values)
    if change.new:
        return _("Tillkom i registret {day} och ändrades samma dag.").format(**values)
    if change.came:
        return _("Ändrades {day}; då tillkom {steps}.").format(**values)
    return _("Ändrades {day}.").format(**values)


def _listed(steps: Sequence[StepRow]) -> str:
    return listed([_said(step) for step in steps])


def _said(step: StepRow, subject: str | None = None) -> str:
    """A step without its number, which another that comes before it changes."""
    return step_line(step, subject).partition(". ")[2]


def _corrected(row: CorrectionRow) -> str:
    """A correction as the public log tells it: where, and from what to what."""
    sentence = correction_sentence(row["field"], row["correction"])
    return f"{where(row['at']) or _('Ärendet som helhet')}: {sentence}"


def _within(one: FactChange) -> str:
    """What changed within a §: `Kommunstyrelsen § 1, 17 juni 2025, yrkande: nu står ”…” (avslag), förut stod ”…” (bifall).`"""
    values = {"at": where(one["at"]), "what": table_word(one["table"])}
    if one["before"] is None:
        return _("{at}, {what}: nu står {now}, förut stod inget.").format(
            **values, now=_quoted(one["now"], one["table"])
        )
    before = _quoted(one["before"], one["table"])
    if one["now"] is None:
        return _("{at}, {what}: nu står inget, förut stod {before}.").format(**values, before=before)
    now = _quoted(one["now"], one["table"])
    return _("{at}, {what}: nu står {now}, förut stod {before}.").format(**values, now=now, before=before)


def _quoted(says: FactSays | None, table: str) -> str:
    if says is None:
        return ""
    text = f"”{_cut(says['text'])}”"
    return f"{text} ({_cut(value_words(_CODED[table], says['code']))})" if says["code"] else text


def _at(item: Row) -> str:
    return f"{item['body']['name']} § {item['number']}, {item['date']}"


def _fact(kind: str) -> Callable[[Row], str]:
    return lambda row: f"{gettext(kind)}, {_at(row['item'])}: {row['item']['title']}"


def _case(row: Row) -> str:
    return " ".join(part for part in (row["number"], row["title"]) if part)


def _document(row: Row) -> str:
    kind = kind_word(row["kind"])
    whose = row["body"]["name"] if row["body"] else None
    text = ", ".join(str(part) for part in (f"{kind[:1].upper()}{kind[1:]}", whose, row["date"]) if part)
    return f"{text}: {row['title']}" if row["title"] else text


def _yrkande(row: Row) -> str:
    movers = listed([with_party(p["name"], p["party"]) for p in row["movers"]]) or row["group"]
    text = _("Yrkande ({stance})").format(stance=stance_word(row["stance"]))
    return f"{text}, {movers}, {_at(row['item'])}" if movers else f"{text}, {_at(row['item'])}"


def _statement(row: Row) -> str:
    kind = statement_word(row["kind"])
    return f"{kind[:1].upper()}{kind[1:]}, {_at(row['item'])}: {row['item']['title']}"


def _presence(row: Row) -> str:
    meeting = row["meeting"]
    return f"{with_party(row['person']['name'], row['person']['party'])}, {meeting['body']['name']} {meeting['date']}"


def _motion(row: Row) -> str:
    return str(row["title"] or (row["case"]["number"] if row["case"] else None) or _("Motion utan rubrik"))


def _change(row: Row) -> str:
    case = row["case"]
    return _case(case) if case else _("Ett ärende som inte längre är publicerat.")


_TITLES: dict[str, Callable[[Row], str]] = {
    "cases": _case,
    "documents": _document,
    "meetings": lambda row: f"{row['body']['name']} {row['date']}",
    "items": lambda row: f"{_at(row)}: {row['title']}",
    "motions": _motion,
    "yrkanden": _yrkande,
    "reservations": _fact(N_("Reservation")),
    "statements": _statement,
    "votes": _fact(N_("Votering")),
    "presences": _presence,
    "people": lambda row: with_party(row["name"], ", ".join(row["parties"]) or None),
    "parties": lambda row: f"{row['code']}, {row['municipality']['name']}",
    "bodies": lambda row: f"{row['name']}, {row['municipality']['name']}",
    "municipalities": lambda row: str(row["name"]),
    "findings": lambda row: f"{where(row['at'])}: {row['sentence']}" if row["at"] else str(row["sentence"]),
    "changes": _change,
    "corrections": lambda row: f"{where(row['at'])}: {row['sentence']}" if row["at"] else str(row["sentence"]),
}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
