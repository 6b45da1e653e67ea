"""Words of moving, and what is moved."""

from __future__ import annotations

from importers.bundle import Stance
from importers.patterns.pattern import Pattern

MOVES = Pattern(
    r"\b(?:yrkar|yrkade|föreslår|föreslog|hemställer)\b",
    catches=("Jonas Segersam (KD) yrkar bifall", "Elisabet Lann (KD) yrkade bifall", "Anna Ek (C) föreslår att"),
    leaves=("yrkanden", "yrkandet från S"),
)

_TARGET = r"(?P<target>[^.;:]{2,200})"
_THING = r"(?P<target>[^.,;:]{2,120}?)"
_NAMED = r"(?P<target2>[^.;:]{2,120}?)"
_SHALL = r"(?:ska(?:ll)?|skulle|bör|måtte)"

STANCES = (
    (
        Stance.ATERREMISS,
        Pattern(
            rf"\batt {_THING} (?:{_SHALL} )?återremitter(?:as|a)\b|\båterremi(?:ss|ttera|tteras)\b(?: av (?P<target2>[^.;:,]{{2,80}}))?",
            catches=(" att ärendet ska återremitteras till kommunstyrelsen", " återremiss"),
            leaves=(" bifall till motionen.",),
        ),
    ),
    (
        Stance.BORDLAGGNING,
        Pattern(rf"\batt {_THING} (?:{_SHALL} )?bordläggas?\b|\bbordläggning\b|\bbordläggs\b", catches=(" att ärendet ska bordläggas",), leaves=(" bifall",)),
    ),
    (
        Stance.TILLAGG,
        Pattern(r"\b(?:tillägg|tilläggsyrkande|med (?:följande )?tillägg)\b", catches=(" eget tilläggsyrkande", " följande tillägg:"), leaves=(" bifall till motionen",)),
    ),
    (
        Stance.ANDRING,
        Pattern(r"\b(?:ändring|ändringsyrkande|att [^.;:]{2,80} ändras)\b", catches=(" följande ändring:",), leaves=(" oförändrad",)),
    ),
    (
        Stance.BESVARA,
        Pattern(
            rf"\batt {_THING} {_SHALL} (?:anses (?:vara )?)?besvara[sd]e?\b|\batt (?:anse )?(?P<target2>\w{{2,40}}) besvarad\b|\batt besvara (?P<target3>[^.;:]{{2,120}})",
            catches=(" att motionen skulle anses besvarad", " att besvara motionen"),
            leaves=(" bifall till motionen.",),
        ),
    ),
    (
        Stance.AVSLAG,
        Pattern(
            rf"\bavslag på {_TARGET}|\batt {_NAMED} (?:{_SHALL} )?(?:avslås?|avstyrkas?)\b|\batt (?:avslå|avstyrka) (?P<target3>[^.;:]{{2,120}})|\bavslag\b",
            catches=(" avslag på motionen.", " att motionen ska avslås.", " att avslå motionen"),
            leaves=(" bifall till motionen.",),
        ),
    ),
    (
        Stance.BIFALL,
        Pattern(
            rf"\bbifall till {_TARGET}|\batt (?P<target2>[^.;:]{{2,120}}?) (?:{_SHALL} )?(?:bifall(?:as|es)|tillstyrkas?)\b|\batt (?:bifalla|tillstyrka) (?P<target3>[^.;:]{{2,120}})|\bbifall\b",
            catches=(" bifall till motionen.", " att motionen ska bifallas.", " att motionen skulle tillstyrkas", " att bifalla motionen"),
            leaves=(" avslag på motionen.",),
        ),
    ),
)  # fmt: skip

FIRST_RANK = Pattern(r"\bi första hand\b", catches=("yrkar i första hand återremiss",), leaves=("i andra hand",))
SECOND_RANK = Pattern(r"\bi andra hand\b", catches=("och i andra hand avslag",), leaves=("i första hand",))

# The movers after what they move, as Miljö- och klimatnämnden in Göteborg prints it.
LIST_FORM = Pattern(
    r"^(?:Yrkar|Yrkande om|Yrkas) (?P<what>[^:]{4,200}): (?P<movers>\S.*)$",
    catches=("Yrkar bifall till förvaltningens förslag: Tor Lund (SD), Eva Ö (L)",),
    leaves=("Anna Ek (C) yrkar följande: att",),
)

# Where a sentence goes on to move another thing.
NEXT_STANCE = Pattern(
    r",? (?:och|samt)(?: att)? (?=(?:i andra hand|i första hand|bifall till|avslag på|återremiss)\b)|(?:^|, )(?=i andra hand\b)",
    catches=(
        " bifall till förslaget och avslag på övriga yrkanden",
        "att ärendet återremitteras och i andra hand bifall till",
    ),
    leaves=("bifall till stadsledningskontorets förslag och tilläggsyrkande från SD",),
)
