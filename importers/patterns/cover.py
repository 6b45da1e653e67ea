"""The cover of minutes: labels, times, § ranges, and who serves for whom."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

MEMBERS = Pattern(
    r"^(?:(?:Närvarande|Beslutande)(?: ledamöter)?|Ledamöter)(?:,? forts\.?)?(?: och ersättare)?(?P<colon>:)?(?: (?P<value>\S.*))?$",
    catches=(
        "Ledamöter, forts.",
        "Närvarande ledamöter",
        "Beslutande",
        "Beslutande: Anna Ek (S)",
        "Beslutande Anna Ek (S)",
    ),
    leaves=("Ledamöterna från SD reserverar sig", "Ersättare"),
)
SERVING = Pattern(
    r"^Tjänstgörande ersättare(?P<colon>:)?(?: (?P<value>\S.*))?$",
    catches=("Tjänstgörande ersättare", "Tjänstgörande ersättare: Anna Ek (C), ersättare för Bo Å (C)"),
    leaves=("Tjänstgörande ersättaren Nina Miskovsky (M)",),
)
SUBSTITUTES = Pattern(
    r"^(?:(?:Närvarande|Icke tjänstgörande|Övriga) ersättare|Ersättare)(?:,? forts\.?)?(?P<colon>:)?(?: (?P<value>\S.*))?$",
    catches=("Ersättare", "Närvarande ersättare", "Ersättare: Anna Ek (C)"),
    leaves=("Ersättaren Anna Ek", "Tjänstgörande ersättare"),
)
OTHERS = Pattern(
    r"^Övriga(?: (?:närvarande|deltagande|deltagare))?(?P<colon>:)?(?: (?P<value>\S.*))?$",
    catches=("Övriga närvarande", "Övriga deltagande"),
    leaves=("Övrigas synpunkter",),
)
VERIFIERS = Pattern(
    r"^(?:Justerare|Utses? att justera|Justerande)(?P<colon>:)?(?: (?P<value>\S.*))?$",
    catches=("Justerare", "Utses att justera", "Justerare: Anna Ek (C)"),
    leaves=("Justering", "Justerandes signatur"),
)
OTHER_LABEL = Pattern(
    r"^(?:Underskrifter|Ordförande|Sekreterare|Vid protokollet|Justeringens? (?:plats och tid|tid och plats)|Anslag/bevis|Bevis/anslag|ANSLAG/BEVIS|Organ|Förvaringsplats|Frånvarande)(?P<colon>:)?$",
    catches=("Underskrifter", "Sekreterare", "Justeringens plats och tid"),
    leaves=("Ordföranden ställer", "Ordförande Anna Ek"),
)
PLACE = Pattern(
    r"^Plats: ?(?P<place>\S.{1,120})$", catches=("Plats: Stadshuset",), leaves=("Plats och tid", "Platsen är bokad")
)
TIMES = Pattern(
    r"^Tid: ?(?:kl(?:ockan|\.)? ?)?(?P<starts>\d{1,2}[.:]\d\d)(?: ?[-–] ?(?:kl(?:ockan|\.)? ?)?(?P<ends>\d{1,2}[.:]\d\d))?\b",
    catches=("Tid: klockan 13.00–15.40", "Tid: 18:30-21:15"),
    leaves=("Tidigare behandling", "Tid och plats"),
)
PLACE_AND_TIME = Pattern(
    r"^(?P<place>[A-ZÅÄÖ][^,]{2,80}(?:, [A-ZÅÄÖ][^,]{1,40})?),? (?:kl(?:ockan|\.)? ?)(?P<starts>\d{1,2}[.:]\d\d)(?: ?[-–] ?(?:kl(?:ockan|\.)? ?)?(?P<ends>\d{1,2}[.:]\d\d))?",
    catches=("Stadshuset, kl. 13.00-15.40", "Sessionssalen, Rådhuset kl 18.30–21.15"),
    leaves=("Plats: Stadshuset",),
)
PLACE_AND_TIME_LABEL = Pattern(
    r"^(?:Plats och tid|Tid och plats)(?P<colon>:)?(?: (?P<value>\S.*))?$",
    catches=("Plats och tid", "Plats och tid: Stadshuset, kl. 13.00"),
    leaves=("Plats: Stadshuset",),
)
PARAGRAPHS = Pattern(
    r"^(?:Paragrafer|Protokollet omfattar)(?: ?:)? ?(?:§§? ?)?(?P<paragraphs>\d{1,4} ?[-–] ?\d{1,4}(?:, ?\d{1,4}(?: ?[-–] ?\d{1,4})?){0,9}|\d{1,4})$",
    catches=("Paragrafer 1-12", "Paragrafer 71-83,86-98", "Protokollet omfattar §§ 246–300"),
    leaves=("Motionerna under paragraferna 12-13 bordläggs.",),
)
CHAIR = Pattern(r"^, ?ordförande\b", catches=(", ordförande",), leaves=(", vice ordförande", ", 2:e vice ordförande"))
OFFICE = Pattern(
    r"^, ?(?P<office>(?:(?:förste|andre|tredje|första|andra|[123]:e) )?(?:vice )?ordförande)\b",
    catches=(", ordförande", ", 2:e vice ordförande", ", förste vice ordförande"),
    leaves=(", ordföranden ställer",),
)
SERVES_FOR = Pattern(
    r"\b(?:ersätter|tjänstgör för|tjänstgör i ?stället för|ersättare för|i ?stället för|för)\W{0,3}$",
    catches=(", ersättare för ", " tjänstgör för ", " ersätter "),
    leaves=(", ", "förtroendevald "),
)
ITEM_RANGE = Pattern(
    r"§§? ?(?P<first>\d{1,4})(?: ?[-–] ?(?P<last>\d{1,4}))?", catches=("§§ 150-160", "§ 174"), leaves=("ej 174",)
)
