"""What a person corrected, added or removed, in a sentence: from what, to what, by whom, when and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from app.language.codes import field_word, value_words
from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.reasons import reason_words
from app.language.tables import table_word
from app.schemas.rows import CorrectionMade, SourceRow
from app.today import civil_date


def correction_sentences(sources: Iterable[SourceRow]) -> list[str]:
    """What was done to a fact, from its sources, in order: `Rättad, vad som yrkas: avslag. Läst var ”bifall”. Anna Ek …`."""
    return [
        correction_sentence(source["field"], correction)
        for source in sources
        if (correction := source.get("correction")) is not None
    ]


def correction_sentence(field: str | None, made: CorrectionMade) -> str:
    """One correction; who did it and why where that is shown."""
    return " ".join(part for part in (_done(field, made), _signed(made)) if part)


def _done(field: str | None, made: CorrectionMade) -> str:
    if made["kind"] == "added":
        return _("Tillagt för hand, läst var ingenting.")
    if made["kind"] == "removed":
        return _("Borttaget, {what}: läst var ”{text}”.").format(
            what=table_word(str(made["table"])), text=_words(None, made["replaced"])
        )
    parameters = {"field": field_word(field or ""), "new": _words(field, made["new"])}
    if made["replaced"] in (None, [], ""):
        return _("Rättad, {field}: ”{new}” är inlagt för hand, läst var ingenting.").format(**parameters)
    return _("Rättad, {field}: ”{new}”. Läst var ”{text}”.").format(**parameters, text=_words(field, made["replaced"]))


def _words(field: str | None, value: Any) -> str:
    return value_words(field or "", value)


def _signed(made: CorrectionMade) -> str:
    if not made["by"] or not made["at"]:
        return ""
    day = date_text(civil_date(dt.datetime.fromisoformat(made["at"])))
    return _("{name}, {role}, {day}: {reason}").format(
        name=made["by"], role=made["role"], day=day, reason=reason_words(made["reason"])
    )
