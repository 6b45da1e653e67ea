"""A list of the §§ that follow: what stands over it, and how its entries end."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# Over a list of the §§ that follow: what stands beneath heads nothing.
CONTENTS = Pattern(
    r"^(?:Innehålls?(?:förteckning)?|Ärendelista|Ärendeförteckning|Ärenden|Dagordning|Föredragningslista|Förteckning över ärenden)(?: Sid(?:a|an|nr)?)?:?$",
    catches=("Innehållsförteckning", "INNEHÅLLSFÖRTECKNING SIDAN", "Ärendelista", "Innehåll"),
    leaves=("Godkännande av dagordning", "Innehållet i avtalet"),
    ignore_case=True,
)

# An entry's end in such a list: dots that lead to a page.
LEADERS = Pattern(
    r"(?:\.{4}|(?: \.){4}|…{2}|_{4}) ?\d{0,4}$",
    catches=("Ny cykelplan för tätorten ........ 3", "hamnen . . . . . 4"),
    leaves=("Och så vidare...", "§ 12"),
)
