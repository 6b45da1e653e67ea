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

# Above a proposal that several bodies are asked for in turn: it proposes nothing itself.
WHERE_PROPOSED = Pattern(
    rf"^I {BODY_NAME}(?:(?:,| och|, och) {BODY_NAME}){{0,3}} ?[,:]$",
    catches=("I skolnämnden,", "I kommunstyrelsen och kommunfullmäktige:"),
    leaves=("I skolnämnden, där frågan väcktes, avslogs motionen.", "I stadsdelen,"),
    ignore_case=True,
)

# From here on a paper tells what others wanted, or what it sends: neither is proposed by it.
REPORTS_OTHERS = Pattern(
    r"^(?:[-–_]{3,40} )?Vid (?:behandlingen|handläggningen|beredningen) av (?:ärendet|motionen|frågan)[^.:]{0,120} förekom (?:skilj|skilda)[^.]{0,60}:?$",
    catches=(
        "Vid behandlingen av ärendet i kommunstyrelsen förekom skiljaktiga meningar:",
        "Vid beredningen av motionen i nämnden förekom skilda meningar",
    ),
    leaves=("Vid behandlingen av ärendet beaktas barnens behov.",),
)
SENDS_A_TEXT = Pattern(
    r"\b(?:skickar|översänder|avger|lämnar|antar) följande (?:svar|yttrande|skrivelse|remissvar)\b[^.:]{0,80}:$",
    catches=("Skolnämnden skickar följande svar till revisionen:", "Nämnden avger följande yttrande:"),
    leaves=("Nämnden skickar följande handlingar till revisionen:",),
    ignore_case=True,
)
