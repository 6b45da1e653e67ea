"""A box of a page as people and forms type it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.errors import WrongUse
from app.language.i18n import gettext as _
from importers.bundle import Box

_SIDE = r"\d{1,5}(?:\.\d{1,4})?"
_BOX = re.compile(rf"(\d{{1,6}}):({_SIDE}),({_SIDE}),({_SIDE}),({_SIDE})")


def boxes_of(typed: Sequence[str]) -> dict[int, list[Box]]:
    """`1:72,194.5,120,208` as a box (left, top, right and bottom in points) of page 1, several with semicolons between, by
    page. Raises `WrongUse`."""
    found: dict[int, list[Box]] = {}
    for one in (part.strip() for value in typed for part in value.split(";") if part.strip()):
        match = _BOX.fullmatch(one)
        if match is None:
            raise WrongUse(_("Skriv rutan som sida:vänster,överkant,höger,nederkant."))
        page, x0, top, x1, bottom = match.groups()
        found.setdefault(int(page), []).append((float(x0), float(top), float(x1), float(bottom)))
    return found


def boxes_text(page: int, boxes: Sequence[Sequence[float]]) -> str:
    """Boxes of a page as a form holds them: `1:72.0,194.5,120.1,208.6;…`."""
    return ";".join(f"{page}:{','.join(f'{side:.2f}' for side in box)}" for box in boxes)
