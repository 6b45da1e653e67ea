"""A matter in two sentences, made by template: how it came, and what was made of it. Each clause leads to its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.lists import listed, mid_sentence
from app.language.outcomes import subject_answered, subject_of
from app.language.steps import step_says, step_title
from app.pages.page_links import page_links
from app.queries.one_matter import Matter
from app.register.named import with_party
from app.schemas.rows import CaseRow, DocumentRow, SourceRow, StepRow

_LATEST = 3


class Clause(NamedTuple):
    """A part of a sentence with what it rests on, None where nothing is there to show; `before` is what joins it on."""

    before: str
    text: str
    address: str | None


Sentence = list[Clause]


def subjects(matter: Matter) -> dict[str, str]:
    """For each step what its own words say that it is about: `motionen`."""
    texts = {item["id"]: [c["text"] for d in item["decisions"] for c in d["clauses"]] for item in matter.items}
    texts |= {
        paper["id"]: [c["text"] for c in paper["clauses"]] for paper in matter.documents if paper["kind"] != "motion"
    }
    found = {}
    for step in matter.steps:
        entity = step["item"] if step["kind"] == "item" else step["document"]
        subject = subject_of(texts.get(entity["id"], ())) if entity else None
        if subject := subject or subject_answered(step["outcome"], matter.row["kind"]):
            found[step["id"]] = subject
    return found


def summary(matter: Matter, about: Mapping[str, str]) -> list[Sentence]:
    """At most two sentences; fewer where the papers tell less. `about` is what each step says that it is about."""
    sentences = (_origin(matter.documents, matter.steps), _course(matter.row, matter.steps, about))
    return [
        [first._replace(text=first.text[:1].upper() + first.text[1:]), *rest]
        for first, *rest in filter(None, sentences)
    ]


def _origin(documents: Sequence[DocumentRow], steps: Sequence[StepRow]) -> Sentence:
    motion = next((paper for paper in documents if paper["kind"] == "motion"), None)
    clauses = []
    if motion and motion["signed_by"]:
        people = listed([with_party(person["name"], person["party"]) for person in motion["signed_by"]])
        clauses.append(
            Clause("", _("motionen är undertecknad av {people}").format(people=people), _place(motion["sources"]))
        )
    joint = _(" och ") if clauses else ""
    raised = next((step for step in steps if step["kind"] == "raised" and step["date"]), None)
    if raised and raised["date"]:
        pattern = _("väcktes den {day}") if clauses else _("motionen väcktes den {day}")
        clauses.append(Clause(joint, pattern.format(day=date_text(raised["date"])), _place(raised["sources"])))
    elif motion and motion["date"]:
        pattern = _("är daterad den {day}") if clauses else _("motionen är daterad den {day}")
        clauses.append(Clause(joint, pattern.format(day=date_text(motion["date"])), _place(motion["sources"])))
    return clauses


def _course(case: CaseRow, steps: Sequence[StepRow], about: Mapping[str, str]) -> Sentence:
    """The latest that bodies made of it, those together that say the same in a row; and whose decision is not here."""
    treated = [step for step in steps if step["kind"] == "item" and step["state"] == "past" and step["outcome"]]
    groups = [
        (said, list(group))
        for said, group in groupby(treated[-_LATEST:], lambda s: step_says(s, subject=about.get(s["id"])))
    ]
    clauses: Sentence = []
    for n, (said, group) in enumerate(groups):
        for place, step in enumerate(group):
            joint = ("" if n == 0 else ", ") if place == 0 else _(" och ") if step is group[-1] else ", "
            clauses.append(Clause(joint, mid_sentence(step_title(step)), _place(step["sources"])))
        clauses.append(Clause(" ", said, None))
    if case["next"]:
        body = mid_sentence(case["next"]["body"])
        if treated and treated[-1]["body"] and treated[-1]["body"]["name"] == case["next"]["body"]:
            pattern = _(", men något beslut som avgör ärendet finns inte i registret")
        elif clauses:
            pattern = _(", men beslutet av {body} finns inte i registret")
        else:
            pattern = _("beslutet av {body} finns inte i registret")
        clauses.append(Clause("", pattern.format(body=body), None))
    return clauses


def _place(sources: Sequence[SourceRow]) -> str | None:
    return next((link.address for link in page_links(sources)), None)
