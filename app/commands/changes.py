"""`diarium changes`: what people corrected, added and removed, as `/andringar` tells it."""

from __future__ import annotations

import orjson

from app.commands.installation import installation
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.language.corrections import correction_sentence
from app.language.findings import where
from app.language.i18n import gettext
from app.language.printable import printable
from app.queries.correction_log import correction_log

_ = gettext


def show_changes(*, as_json: bool) -> None:
    """Print every correction that holds, the latest day first."""
    with installation() as stores, reading(stores.desk) as session:
        rows = correction_log(session)[::-1]
    told = [(row, correction_sentence(row["field"], row["correction"])) for row in rows]
    if as_json:
        whole = [{**row, "sentence": sentence} for row, sentence in told]
        write(json_text(orjson.loads(orjson.dumps(whole))))
        return
    if not told:
        say(_("Inget har rättats."))
    for row, sentence in told:
        write(printable(f"{where(row['at']) or _('Ärendet som helhet')}: {sentence}"))
