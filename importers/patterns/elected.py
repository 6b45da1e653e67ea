"""Lists of those who are elected to an office or let go from one, within a decision."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME

# What heads a list of those elected, within a decision.
ELECTED_HEADING = Pattern(
    r"^(?:ordinarie(?: ledamöter)?|(?:personliga )?ersättare|suppleanter|ledamöter|revisorer|lekmannarevisorer|ombud|gode män|nämndemän)(?: (?:och )?(?:ordinarie(?: ledamöter)?|(?:personliga )?ersättare|suppleanter|ledamöter))? ?:?$",
    catches=("Ordinarie", "Ersättare:", "Ordinarie Ersättare", "Ledamöter"),
    leaves=("Ledamöterna utses", "Ordinarie sammanträde"),
    ignore_case=True,
)

# A sentence that elects and leaves its names to the list beneath: "Till vägutskott för åren 2025-2026 utses:".
ELECTS = Pattern(
    r"(?<!\w)(?:utses|utser|utse|väljs|väljes|väljer|välja|omväljs|nyväljs|nomineras|nominerar)(?!\w)[^.:]{0,120}:$",
    catches=("Till vägutskott utses:", "Kommunfullmäktige väljer följande ledamöter:"),
    leaves=("Till ordförande utses Eva Lind.", "beslutar:"),
    ignore_case=True,
)

# A sentence that lets several go from their offices, and leaves them to the lines beneath: "Följande avsägelser godkänns:".
RELEASES = Pattern(
    r"(?<!\w)(?:avsägelse(?:r|rna|n)?|entlediga\w{0,8}|befria(?:r|s)?)(?!\w)[^.:]{0,120}(?::|(?<=följande avsägelser))$",
    catches=(
        "Följande avsägelser godkänns:",
        "Kommunfullmäktige entledigar:",
        "beslutar att godkänna följande avsägelser",
    ),
    leaves=("Avsägelsen godkänns.", "Till ombud utses:", "beslutar:"),
    ignore_case=True,
)

# One of these: "Eva Lind (S), ledamot i socialnämnden".
RELEASED_ROW = Pattern(
    rf"^{NAME} ?\({CODE}\)(?:,| –| -)? (?=[a-zåäö])",
    catches=("Eva Lind (S), ledamot i socialnämnden", "Bo Ås (M) som nämndeman", "Bo Ås (M) – ersättare i nämnden"),
    leaves=("Eva Lind (S)", "kulturnämnden", "Till ny ledamot utses Bo Ås (M) från"),
)

# A line in which another election begins.
ELECTS_ANEW = Pattern(
    r"^(?:Till|Som) [a-zåäö0-9][^.:]{1,160}? (?:utses|väljs|väljes|omväljs|nyväljs|valdes|utsågs|nomineras)(?!\w)",
    catches=("Till ordförande utses Eva Lind", "Som sammankallande väljs Bo Ahl."),
    leaves=("Till kommunstyrelsen", "Till detta kommer avgiften"),
)

_ELECTED = rf"(?:\({CODE}\) )?{NAME}(?:,? \({CODE}\)|, {CODE})?(?:,? [a-zåäö.:0-9 ]{{3,40}})?"

# Nothing but those elected: "(C) Anna Ek", "Bo Lind (M), ordförande", "Anna Ek   Bo Lind".
ELECTED_ROW = Pattern(
    rf"^(?:Ordinarie|Ersättare|Suppleanter|Ledamöter|Ombud|Vakant)(?: Ersättare)? ?:?$|^{_ELECTED}$",
    catches=("(C) Anna Ek", "Bo Lind (M), ordförande", "Ordinarie", "Bo Lind"),
    leaves=("Till ordförande utses Anna Ek.", "att välja Anna Ek"),
)

# A line that begins a sentence, and no row of a list of people.
SENTENCE_STARTS = Pattern(
    r"^[A-ZÅÄÖ][a-zåäö]{2,30} (?:[a-zåäö]{2,20} )",
    catches=("Uppdragen gäller till 2026-12-31.", "Valet sker för återstoden av tiden."),
    leaves=("Bo Lind (M)", "Bo Lind", "ersättare för Bo Lind."),
)
