"""The built-in example: `exempel.pdf`, a bundle of an invented municipality, which Statistics Sweden gives no code."""

MUNICIPALITY = "Alnsjö kommun"
CASE_NUMBER = "KS-2025-00042"
