"""What the chair moves, named by the office alone, and whether the chair whom the cover names led the meeting throughout."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE

_CHAIR = r"(?<!vice )(?<!v\. )(?<!v )(?<!\w)ordf(?:öranden?|\.)?(?!\w)"
_TAKES = (
    r"\bordförandeskap\w*|\b(?:ordförande)?klubban\b"
    r"|\b(?:tjänstgör|tjänstgjorde|fungerar|fungerade|inträder|inträdde|går in|gick in|agerar|tar över|tog över|övertar|övertog)(?: \w{1,20}){0,2} ordförande(?!\w)"
    r"|\bi ordförandens (?:frånvaro|ställe)\b"
    r"|\b(?:vice ordförande\w{0,2}|ålderspresident\w{0,2})(?: [^.:;]{0,60}?)? (?:leder|ledde|tar över|tog över|övertar|inträder|tjänstgör)(?!\w)"
    r"|\b(?:[Tt]ill|[Ss]om) (?:mötes)?ordförande (?:för|vid|under|på) (?:dagens |detta |resten av |resterande (?:del av )?)?(?:sammanträde|möte|förhandling)"
)

# The chair moves with others and is named by the office alone, so that not all who move would be told.
CHAIR_UNNAMED = Pattern(
    r"^(?:(?:[12]:[ea]|[Ff]örste|[Aa]ndre) )?(?:[Vv]ice )?[Oo]rdföranden (?:och|samt) (?=[A-ZÅÄÖÉ])|(?<!\w)(?:och|samt) (?:vice )?ordföranden (?:även |också )?(?:yrkar|yrkade|föreslår|föreslog)(?!\w)",
    catches=("Ordföranden och Bo Å (V) yrkar avslag", "Bo Å (V) och ordföranden yrkar avslag"),
    leaves=("Ordföranden Anna Ek (S) och Bo Å (V) yrkar", "Bo Å (V) och ordföranden Anna Ek (S) yrkar"),
)

# The chair alone moves, and nobody else is named: who that is the cover says.
CHAIR_ALONE = Pattern(
    rf"^(?:Ordföranden(?: \({CODE}\))?|Ordförande \({CODE}\)) (?:yrkar|yrkade)(?= (?!inte |ej )[^:()]{{2,400}}$)",
    catches=("Ordföranden yrkar avslag på motionen.", "Ordförande (S) yrkar bifall till förslaget."),
    leaves=(
        "Ordföranden Anna Ek (S) yrkar avslag",
        "Ordföranden yrkar avslag och Bo Å (V) bifall.",
        "Ordföranden föreslår följande beslutsgång.",
    ),
)

# Somebody takes the chair, for the rest of the meeting for all that is said.
LEADS_FROM_THEN = Pattern(
    _TAKES,
    catches=(
        "Bo Å (M) tjänstgör som ordförande.",
        "Bo Å (M) tar över ordförandeskapet",
        "Bo Å (M) övertar ordförandeklubban",
        "Vice ordföranden Bo Å (M) leder mötet",
        "Till ordförande för dagens sammanträde väljs Bo Å (M)",
    ),
    leaves=("Till ordförande i nämnden väljs Bo Å (M)", "Val av vice ordförande", "Ordföranden leder mötet"),
    ignore_case=True,
)

# Somebody else leads while a § is treated, or the chair takes no part in it.
LED_BY_ANOTHER = Pattern(
    rf"{_TAKES}|\b(?:som|till|övertar|överlämnar|lämnar över|inträder) (?:\w{{1,20}} )?ordförande(?!\w)|\bordförande (?:i|för|under|vid) (?:ärendet|paragrafen|behandlingen)|\bvice ordföranden (?!\()"
    r"|\bordföranden (?:anmäler|anmälde|har anmält) jäv|\bordföranden (?:är|var) (?:jävig|frånvarande)|\bordföranden (?:deltar|deltog) (?:inte|ej)|\bordföranden (?:lämnar|lämnade) (?:mötet|sammanträdet|lokalen|salen|rummet)",
    catches=(
        "Bo Å (M) tjänstgör som ordförande.",
        "Bo Å (M) tar över ordförandeskapet",
        "Vice ordföranden leder mötet",
        "Ordföranden anmäler jäv.",
        "Ordföranden lämnar lokalen.",
    ),
    leaves=("Ordföranden yrkar avslag.", "Bo Å (M), vice ordförande"),
    ignore_case=True,
)

# A chair of some §§, as covers print it: "ordförande §§ 1–40", "Ordförande § 41: Bo Ås (M)". What is signed has its §§ beside it.
OF_SOME_ITEMS = Pattern(
    rf"{_CHAIR}(?:(?!paragraf|ordf|ledam|ersätt)[^§\d]){{0,60}}(?:§|(?:fr|t)\.? ?o\.? ?m\.?)",
    catches=(
        "Anna Ek (S), ordförande §§ 1–40",
        "Bo Å (M), 1:e vice ordförande, ordförande från § 41",
        "Ordförande § 41: Bo Å (M)",
        "Bo Å (M), tjänstgörande ordförande § 41",
    ),
    leaves=("Anna Ek (S), ordförande", "Bo Å (M), vice ordförande §§ 1–40", "Ordförande Anna Ek Paragrafer §§ 1–50"),
    ignore_case=True,
)

# What is said of the chair in the list besides the office: they were there for a part alone, or it may be so.
HELD_IN_PART = Pattern(
    r"(?<!^)(?:§|\d{1,2}[.:]\d\d|\b(?:ej|inte|jäv|jävig|lämnar|lämnade|anländer|anlände|del|delar|kl|klockan|paragraf|till|från|t\.?o\.?m|fr\.?o\.?m|frånvarande)\b)",
    catches=(
        "Anna Ek (S), ordförande §§ 1–40",
        "Anna Ek (S), ordförande, ej § 41",
        "Anna Ek (S), ordf., lämnar kl. 10.15",
    ),
    leaves=("Anna Ek (S), ordförande", "1. Anna Ek (S), ordförande på distans"),
    ignore_case=True,
)

# Somebody goes before the meeting is over.
LEAVES = Pattern(
    r"[^.]{0,120}\blämna(?:r|de|t) (?:mötet|sammanträdet|lokalen|salen|rummet)(?!\w)",
    catches=("Anna Ek (S) lämnar mötet.",),
    leaves=("Anna Ek (S) lämnar en motion.",),
)
