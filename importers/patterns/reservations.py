"""Reservations, särskilda yttranden, notes for the record, and who takes no part."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

RESERVES = Pattern(
    r"\breserver(?:ar|ade|at) sig\b",
    catches=("Jonas Segersam (KD) reserverar sig mot beslutet.",),
    leaves=("reservationen bifogas", "reserverar medel"),
)

IN_FAVOUR_OF = Pattern(
    r"\b(?:till förmån för|till fördel för|i förmån för) (?P<what>.{2,400}?)\.?$",
    catches=(
        "till förmån för Therez Almerfors (M) med fleras yrkande att bifalla motionen.",
        "till förmån för Elsa Brandfors (C) m.fl. yrkande om bifall.",
        "i förmån för eget yrkande",
    ),
    leaves=("mot beslutet.",),
)

WRITTEN = Pattern(
    r"\bskriftlig(?:t|en)?\b",
    catches=("reserverar sig skriftligt", "inkommer med skriftlig reservation"),
    leaves=("skrivelse",),
)

TAKES_NO_PART = Pattern(
    r"\b(?:deltar|deltog|deltagit) (?:inte|ej) i (?:beslutet|detta beslut|beslut|handläggningen|behandlingen)|\bavst(?:år|od) från att delta\b",
    catches=("Anna Ek (C) deltar inte i beslutet.", "avstår från att delta i beslutet"),
    leaves=("deltar i beslutet",),
)

NOT_TAKING_PART = Pattern(
    r"\binte delta(?:r|git)? i (?:beslutet|handläggningen|behandlingen)",
    catches=("anmäler att ledamöterna från M, D, L och KD inte deltar i beslutet",),
    leaves=("deltar inte i beslutet",),
)

BIASED = Pattern(
    r"\bjäv\b",
    catches=("deltar inte i handläggningen av ärendet på grund av jäv",),
    leaves=("jävla", "jävigt"),
    ignore_case=True,
)

REPORTS_BIAS = Pattern(
    r"\b(?:anmäler|anmälde|anmält)(?: sig)? (?:jäv|jävig)\b|\bär jävig\b|\bjäv anmäls av\b",
    catches=("Anna Ek (C) anmäler jäv och lämnar rummet.", "Anna Ek (C) anmäler sig jävig"),
    leaves=("Anmälan av jäv vid sammanträdet",),
)

# Somebody reports what others do: the subject is theirs who come after it.
REPORTED = Pattern(
    r"\b(?:anmäler|anmälde|meddelar|meddelade|antecknas|antecknar) att ",
    catches=("Axel Josefson (M) anmäler att ledamöterna från M, D, L och KD inte deltar i beslutet.",),
    leaves=("anmäler jäv",),
)

NOTES = Pattern(
    r"\b(?:antecknar|antecknade|anmäler|anmälde|lämnar|lämnade|inkommer|avger|avgav|inger|ingav)\b"
    r"(?=.{0,80}\b(?:yttrande|protokoll|följande|anteckning|skrivelse))",
    catches=("Emmyly Bönfors (C) antecknar följande till protokollet:", "lämnar ett särskilt yttrande"),
    leaves=("anteckningen", "Anna Ek (C) lämnar lokalen."),
)
