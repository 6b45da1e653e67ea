"""A paper that a § or document rests on is not in the register: "Tjänsteskrivelse daterad den 3 april 2024".

What names its § or its title is asked of the whole register when read, so that a late document heals it; what has only a
date and a kind is looked for in its own matter. A line without either is not asked for at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.register import keys, values
from app.register.chain import STATIONS
from app.register.rules import Found, Page, Rule, View
from app.register.severity import Severity
from importers.bundle import DocumentKind


def find(matter: View) -> Iterable[Found]:
    there = {target for page in matter.pages for target in keys.targets(page.lead)}
    has_motion = bool(matter.documents(DocumentKind.MOTION))
    asked: dict[str, list[tuple[Page, values.Reference]]] = defaultdict(list)
    for page in matter.pages:
        for reference in page.all(values.Reference):
            if (
                reference.role == "basis"
                and reference.key
                and reference.key not in there
                and _is_paper(reference, has_motion)
            ):
                # one motion may be listed under two spellings of its title
                asked["motion" if reference.kind == DocumentKind.MOTION else reference.key].append((page, reference))
    for key, references in asked.items():
        page, reference = references[0]
        params = {
            "text": reference.text,
            "kind": reference.kind,
            "date": reference.date.isoformat() if reference.date else None,
            "body": reference.body,
            "number": reference.item_number,
        }
        at = [source for by, line in references for source in by.at(line.id)]
        yield Found(params, at, page.id, None if reference.within else reference.key, key)


def _is_paper(reference: values.Reference, has_motion: bool) -> bool:
    """A matter that holds a motion has the one it rests on, though a list may spell its title otherwise."""
    if reference.kind == DocumentKind.MOTION:
        return not has_motion
    return reference.kind in STATIONS and reference.date is not None


RULE = Rule("basis_missing", Severity.NOTE, of_matter=find)
