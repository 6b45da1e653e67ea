"""`diarium corrections export`: what people have put right, as examples for whoever measures a reader."""

from __future__ import annotations

import json

from app.commands.installation import installation
from app.commands.terminal import write
from app.db import reading
from app.errors import Exit
from app.queries.corrected_examples import corrected_examples


def export(*, personal: bool) -> Exit:
    """Print them as JSON Lines; 5 where there are none."""
    with installation() as stores, reading(stores.desk) as session:
        lines = [json.dumps(example) for example in corrected_examples(session, personal=personal)]
    if lines:
        write("\n".join(lines))
    return Exit.DONE if lines else Exit.NOTHING_NEW
