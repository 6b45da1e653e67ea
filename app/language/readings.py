"""What a file's new reading tells otherwise, in words: a count for each kind of fact, and a line for each difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.language.codes import field_word, kind_word, value_words
from app.language.i18n import N_, gettext, ngettext
from app.language.tables import TABLES
from app.register.differing import Difference, Mark

_ = gettext
_LONGEST = 120

KINDS: dict[str, str] = {
    "documents": N_("handlingar"),
    "items": N_("paragrafer"),
    "decisions": N_("beslut"),
    "clauses": N_("att-satser"),
    "yrkanden": N_("yrkanden"),
    "propositions": N_("beslutsgångar"),
    "votes": N_("omröstningar"),
    "ballots": N_("röster"),
    "presence": N_("närvarande"),
    "reservations": N_("reservationer"),
    "statements": N_("yttranden"),
    "document_references": N_("hänvisningar"),
}
_MARKS = {Mark.NEW: N_("nytt"), Mark.CHANGED: N_("ändrat"), Mark.GONE: N_("borta"), Mark.MOVED: N_("omnumrerat")}
_NUMBERED = {
    Mark.NEW: N_("{n} tillkommer"),
    Mark.CHANGED: N_("{n} ändras"),
    Mark.GONE: N_("{n} borta"),
    Mark.MOVED: N_("{n} byter nummer"),
}
# What a fact names people as, and what a difference holds beside the fields that can be corrected.
_PEOPLE: dict[str, str] = {
    "mover": N_("yrkande"),
    "reservant": N_("reservant"),
    "member": N_("ledamöter"),
    "author": N_("författare"),
    "handlaggare": N_("handläggare"),
    "signed_by": N_("undertecknare"),
    "justerare": N_("justerare"),
    "name": N_("namn"),
    "for_name": N_("tjänstgör för"),
    "items": N_("paragrafer"),
}


def count_lines(found: Iterable[Difference]) -> list[str]:
    """`yrkanden: 2 tillkommer, 1 borta`, a line for each kind of fact; one that went with its § is counted with that."""
    counted = Counter((one.kind, one.mark) for one in found)
    lines = []
    for kind, word in KINDS.items():
        numbers = [gettext(_NUMBERED[mark]).format(n=counted[kind, mark]) for mark in Mark if counted[kind, mark]]
        if numbers:
            lines.append(f"{gettext(word)}: {', '.join(numbers)}")
    return lines


def difference_line(one: Difference) -> str:
    """`ändrat: § 12 Kommunstyrelsen 2025-03-05, yrkande ”bifall”: vad som yrkas avslag → bifall`."""
    what = one.kind if one.kind not in {"documents", "items"} else None
    named = ", ".join(word for word in (where(one), gettext(TABLES[what]) if what else "") if word)
    quote = f" ”{_cut(one.text)}”" if one.text else ""
    line = f"{gettext(_MARKS[one.mark])}: {named}{quote}"
    if one.facts:
        line += ngettext(" med {n} uppgift", " med {n} uppgifter", one.facts).format(n=one.facts)
    changes = [
        f"{_field(name)} {_cut(value_words(name, old))} → {_cut(value_words(name, new))}"
        for name, old, new in one.fields
    ]
    return f"{line}: {'; '.join(changes)}" if changes else line


def where(one: Difference) -> str:
    """The § or document that a difference stands in: `§ 12 Kommunstyrelsen 2025-03-05`."""
    at = one.at
    head = f"§ {at['number']}" if at["number"] else kind_word(str(at["kind"]))
    return " ".join(str(part) for part in (head, at["body"], at["date"]) if part)


def _field(name: str) -> str:
    return gettext(_PEOPLE[name]) if name in _PEOPLE else field_word(name)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def acts_line(numbers: Sequence[int]) -> str:
    """Which corrections and other acts hold no longer, and where that is shown."""
    listed = ", ".join(map(str, numbers))
    return _("rättelser och andra åtgärder som inte längre gäller: {numbers} (se diarium findings)").format(
        numbers=listed
    )
