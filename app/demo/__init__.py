"""The built-in example: `exempel.pdf`, a bundle of an invented municipality.

Its code lies outside the series of Statistics Sweden, where the first two digits are a county (01–25), so that it can
never be taken for a real municipality.
"""

MUNICIPALITY = "Alnsjö kommun"
MUNICIPALITY_CODE = "9901"
CASE_NUMBER = "KS-2025-00042"
