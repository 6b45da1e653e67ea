"""Where the signatures of minutes start and end."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

OPENS_SIGNING = Pattern(
    r"^(?:underskrift(?:er)?|vid protokollet|justeras|namnteckningar|signaturer) ?[:;]?$",
    catches=("Underskrifter", "Vid protokollet", "Justeras", "Underskrifter:"),
    leaves=("Underskriften saknas", "Vid protokollet förde"),
    ignore_case=True,
)
SIGNING_ENDS = Pattern(
    r"^(?:anslag|bevis|tillkännagivande|rätt utdraget|utdraget bestyrkes|bestyrkes|intygas?|protokollet är justerat|justeringen har)(?!\w)",
    catches=("ANSLAG/BEVIS", "Rätt utdraget,", "Protokollet är justerat."),
    leaves=("Justerande", "Anslagen"),
    ignore_case=True,
)
# Where a name is to be written: "Sekreterare ............................"
DOTTED = Pattern(r"^[._…\s–-]{3,200}$", catches=("......", "_______"), leaves=("Anna Ek", "…"))
