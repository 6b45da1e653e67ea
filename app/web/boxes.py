"""A box on a page as addresses carry it: `85.2,39.4,151.4,47.6` is x0, top, x1, bottom in points, origin top left."""

from __future__ import annotations

import re

from app.errors import BadParameter
from app.language.i18n import gettext as _
from importers.bundle import Box

_NUMBER = r"\d{1,5}(?:\.\d{1,3})?"
PATTERN = rf"^{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}$"
_BOX = re.compile(PATTERN)


def read_box(typed: str | None, name: str) -> Box | None:
    """The box that a question's parameter `name` holds; None where it is not there. Raises `BadParameter`."""
    if typed is None:
        return None
    if _BOX.fullmatch(typed):
        x0, top, x1, bottom = (float(number) for number in typed.split(","))
        if x0 < x1 and top < bottom:
            return x0, top, x1, bottom
    raise BadParameter(name, typed, _("x0,top,x1,bottom i punkter, till exempel 85.2,39.4,151.4,47.6"))


def box_text(box: Box) -> str:
    return ",".join(f"{corner:.1f}".removesuffix(".0") for corner in box)
