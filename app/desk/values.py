"""A fact's field as a form has it: typed, chosen among codes, or written as lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.acts.fields import FACTS
from app.language.codes import field_word, value_words
from app.language.i18n import gettext as _
from app.models.register import documents, items
from app.queries.review_facts import ReviewFact
from app.register.correctable import CODES

_TABLES = {table.name: table for table in (documents, items, *FACTS)}
_LONG = {"text", "lead", "summary", "title", "title_printed", "alternatives", "question"}


@dataclass(frozen=True, slots=True)
class FormField:
    """`name` is the form's field, `label` what people call it, `typed` what it holds as it is typed; `choices` are code and word,
    none where anything may be typed; `long` where it takes several lines; `kind` the input's type."""

    name: str
    label: str
    typed: str
    choices: tuple[tuple[str, str], ...]
    long: bool
    kind: str


def form_fields(fact: ReviewFact) -> list[FormField]:
    """The fields of a fact that there is, each with what it says now."""
    return [_field(fact["table"], field["name"], typed_value(field["value"])) for field in fact["fields"]]


def empty_fields(table: str, names: tuple[str, ...], given: dict[str, str]) -> list[FormField]:
    """The fields of a fact that is to be added, with what is `given` already."""
    return [_field(table, name, given.get(name, "")) for name in names]


def typed_value(value: Any) -> str:
    """What a field holds, as people type it: a list with semicolons, ja and nej, nothing where nothing is noted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)


def _field(table: str, name: str, typed: str) -> FormField:
    codes = CODES.get((table, name), ())
    column = _TABLES[table].c.get(name)
    kind = str(column.type) if column is not None else "VARCHAR"
    choices: tuple[tuple[str, str], ...] = tuple((code, value_words(name, code)) for code in codes)
    if codes and (column is None or column.nullable or not typed):
        choices = (("", _("inget noterat")), *choices)
    if kind == "BOOLEAN":
        choices = (("ja", _("ja")), ("nej", _("nej")))
        # A browser chooses the first where none is: of a fact that is to be added nobody has said yes or no.
        choices = choices if typed else (("", _("inget noterat")), *choices)
    long = name in _LONG and not choices
    return FormField(
        name, field_word(name), typed, choices, long, {"DATE": "date", "INTEGER": "number"}.get(kind, "text")
    )
