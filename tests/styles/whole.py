"""Whole styles, each put together after the forms that minutes of a kind of town take together."""

from __future__ import annotations

from tests.styles.style import Style

WHOLE = (Style("plain", {}),)
