"""Entries of Beslutsunderlag."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

ATTACHMENT = Pattern(
    r"^Bilaga(?: (?P<number>\d{1,3})| [A-Z](?=[,.:) ]))?[,.:)]? ?(?:[-–] )?",
    catches=("Bilaga 1, Motion om att inrätta", "Bilaga, Motion om att inrätta", "Bilaga 12"),
    leaves=("Tjänsteskrivelse med bilaga 1",),
)

# A line that is an annex of the matter, with its sign and what it is: "Bilaga KS 2015/98/1, missiv".
ENCLOSED = Pattern(
    r"^Bilaga (?:[A-ZÅÄÖ]{2,6}[ -])?\d{1,4}(?:[/:.-]\d{1,4}){0,3}[,:] [^.;]{3,120}$",
    catches=("Bilaga KS 2015/98/1, missiv", "Bilaga 2: ansökan från föreningen"),
    leaves=("Bilaga 2 läggs till handlingarna.", "Bilaga 1", "Bilaga 3, som skickades ut i går, beaktas."),
)

BASIS_KINDS = tuple(
    (kind, Pattern(regex, catches=(catch,), leaves=("Karta över området",), ignore_case=True))
    for kind, regex, catch in (
        (
            "protokollsutdrag",
            r"\bprotokollsutdrag|\butdrag ur protokoll",
            "Protokollsutdrag från socialnämndens sammanträde",
        ),
        (
            "tjansteskrivelse",
            r"\btjänsteskrivelse|\btjänsteutlåtande",
            "Stadsledningskontorets tjänsteutlåtande den 3 maj 2024.",
        ),
        ("motion", r"\bmotion(?:en)?\b", "Motion om att inrätta en särskild avhopparverksamhet"),
        ("medborgarforslag", r"\bmedborgarförslag", "Medborgarförslag om lekplats"),
        ("interpellation", r"\binterpellation", "Interpellation av Anna Ek (C)"),
        ("yrkande", r"\b(?:tilläggs|ändrings|återremiss)?yrkande", "Yrkande från SD den 22 maj 2024."),
        ("yttrande", r"\byttrande", "Yttrande från S, V och MP den 28 maj 2024."),
        ("remissvar", r"\bremissvar", "Remissvar från region Uppsala"),
        ("förslag", r"\bförslag\b", "Arbetsutskottets förslag 3 december 2024 § 327"),
        ("handling", r"\bhandling\b", "Handling 2024 nr 97."),
    )
)
