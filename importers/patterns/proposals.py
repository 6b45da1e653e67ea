"""What opens a motion's att-satser."""

from __future__ import annotations

from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

CLAUSES_FOLLOW = Pattern(
    r"\b(?:yrkar|yrkas|föreslår|föreslås|hemställer|hemställs|föreslår kommunfullmäktige(?: att)? besluta)\b[^.:]{0,120}(?::|\batt)?$",
    catches=(
        "Med anledning av ovanstående yrkar Liberalerna:",
        "Mot bakgrund av detta föreslår vi kommunfullmäktige besluta:",
        "Därför yrkar jag att",
    ),
    leaves=("Vi yrkar bifall till förslaget. Det är viktigt.",),
    ignore_case=True,
)

CLAUSE_START = Pattern(
    rf"^att (?!{BODY_NAME} (?:föreslår |föreslå )?(?:att )?beslutar?\b)",
    catches=("att Alnsjö kommun planterar fem träd",),
    leaves=("att kommunfullmäktige beslutar:", "Motionen avslås"),
)
