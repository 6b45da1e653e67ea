"""The cover of minutes: labels, times, § ranges, and who serves for whom."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import NAME

_VALUE = r"(?P<colon>:)?(?: (?P<value>\S.*))?$"

MEMBERS = Pattern(
    rf"^(?:(?:Närvarande|Beslutande)(?: ledamöter)?|Ledamöter)(?:,? forts\.?)?(?: och (?:närvarande |tjänstgörande )?ersättare)?{_VALUE}",
    catches=(
        "Ledamöter, forts.",
        "Närvarande ledamöter",
        "Beslutande",
        "BESLUTANDE",
        "Beslutande: Anna Ek (S)",
        "Beslutande Anna Ek (S)",
        "Beslutande ledamöter och tjänstgörande ersättare",
    ),
    leaves=("Ledamöterna från SD reserverar sig", "Ersättare"),
    ignore_case=True,
)
SERVING = Pattern(
    rf"^Tjänstgörande ersättare{_VALUE}",
    catches=("Tjänstgörande ersättare", "Tjänstgörande ersättare: Anna Ek (C), ersättare för Bo Å (C)"),
    leaves=("Tjänstgörande ersättaren Nina Miskovsky (M)",),
    ignore_case=True,
)
SUBSTITUTES = Pattern(
    rf"^(?:(?:Närvarande|Icke tjänstgörande|Ej tjänstgörande|Övriga) ersättare|Ersättare|Som (?:tjänstgörande )?ersättare[^:(]{{0,80}} (?:inträder|tjänstgör))(?:,? forts\.?)?{_VALUE}",
    catches=(
        "Som ersättare i stället för frånvarande ledamot inträder: Anna Ek (V) för Bo Å (V)",
        "Ersättare",
        "Närvarande ersättare",
        "Ersättare: Anna Ek (C)",
        "Ej tjänstgörande ersättare",
    ),
    leaves=("Ersättaren Anna Ek", "Tjänstgörande ersättare"),
    ignore_case=True,
)
OTHERS = Pattern(
    rf"^(?:Övriga(?: (?:närvarande|deltagande|deltagare))?|Tjänstemän|Tjänstepersoner){_VALUE}",
    catches=("Övriga närvarande", "Övriga deltagande", "Tjänstemän"),
    leaves=("Övrigas synpunkter",),
    ignore_case=True,
)
VERIFIERS = Pattern(
    rf"^(?:Justerare|Utse(?:s|dda?)? (?:att justera|justerare)|Justerande){_VALUE}",
    catches=("Utsedd att justera: Bo Ås", "Justerare", "Utses att justera", "Justerare: Anna Ek (C)"),
    leaves=("Justering", "Justerandes signatur"),
    ignore_case=True,
)
CHAIR_LABEL = Pattern(
    rf"^Ordförande{_VALUE}",
    catches=("Ordförande", "Ordförande: Anna Ek (S)"),
    leaves=("Ordföranden ställer", "Ordförandes signatur"),
    ignore_case=True,
)
OTHER_LABEL = Pattern(
    r"^(?:Sekreterare|Frånvarande(?: ledamöter)?|Ej närvarande|Närvarolista)(?P<colon>:)?$",
    catches=("Sekreterare", "Frånvarande"),
    leaves=("Sekreteraren föredrar",),
    ignore_case=True,
)
# After these nobody more is said to have been there: signatures, and the notice on the board.
END_LABEL = Pattern(
    r"^(?:Underskrifter|Underskrift|Vid protokollet|Justeringens? (?:plats och tid|tid och plats|datum)|(?:Plats och t|T)id för justering|Justering"
    r"|Anslag ?/ ?bevis|Bevis ?/ ?anslag|Anslag|Bevis|Bevis om anslag|Organ|Förvaringsplats(?: för protokollet)?)(?P<colon>:)?$",
    catches=("Underskrifter", "Justeringens plats och tid", "ANSLAG/BEVIS", "Tid för justering"),
    leaves=("Ordförande Anna Ek", "Justerare"),
    ignore_case=True,
)
PLACE_LABEL = Pattern(
    rf"^(?:Sammanträdesplats|Plats(?! och )){_VALUE}",
    catches=("Plats: Stadshuset", "Plats"),
    leaves=("Plats och tid", "Platsen är bokad"),
)
TIME_LABEL = Pattern(
    rf"^(?:Sammanträdestid|Tid(?! (?:och|för) )){_VALUE}",
    catches=("Tid: klockan 13.00–15.40", "Tid"),
    leaves=("Tidigare behandling",),
)
PLACE_AND_TIME_LABEL = Pattern(
    rf"^(?:Plats och (?:sammanträdes)?tid|Tid och plats){_VALUE}",
    catches=("Plats och tid", "Plats och tid: Stadshuset, kl. 13.00", "Tid och plats"),
    leaves=("Plats: Stadshuset",),
    ignore_case=True,
)

_CLOCK = r"(?:kl(?:ockan|\.)? ?)"
_DAYS = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
TIMES = Pattern(
    rf"(?<![\d.:]){_CLOCK}?(?P<starts>\d{{1,2}}[.:]\d\d)(?: ?[-–] ?{_CLOCK}?(?P<ends>\d{{1,2}}[.:]\d\d))?(?![\d.:])",
    catches=("klockan 13.00–15.40", "18:30-21:15", "Stadshuset, kl. 9.00 - 11.30"),
    leaves=("2024-05-29", "den 29 maj 2024"),
    ignore_case=True,
)
# What ends the name of a place: "Sessionssalen, Rådhuset, onsdagen den 29 maj 2024, kl. 13.00–15.40"
PLACE_END = Pattern(
    rf"[,;]? ?(?<![\w])(?:{_DAYS}|den \d|{_CLOCK}?\d{{1,2}}[.:]\d\d|\d{{4}}-\d\d-\d\d|{_CLOCK}\d)",
    catches=("Sessionssalen, onsdagen den 29 maj", "Rådhuset kl 18.30", "Rådhuset 2024-05-29"),
    leaves=("Sal 14, Rådhuset",),
    ignore_case=True,
)
BREAK = Pattern(
    r"\b(?:ajourner(?:ing|as|ades)|paus|uppehåll)\b",
    catches=("Ajournering kl. 14.00–14.15",),
    leaves=("kl. 13.00–15.40",),
    ignore_case=True,
)

_RANGE = r"(?:§§? ?)?\d{1,4}(?: ?[-–—] ?(?:§ ?)?\d{1,4})?"
_RANGES = rf"{_RANGE}(?:(?:, ?| och | samt |; ?){_RANGE}){{0,30}}"
PARAGRAPHS_LABEL = Pattern(
    r"^(?:Paragraf(?:er|en)?|Protokollet omfattar(?: paragraf(?:er(?:na)?)?)?|Omfattar)(?P<colon>:)?(?: (?P<value>[§\d].*))?$",
    catches=("Paragrafer", "Paragrafer 1-12", "Protokollet omfattar §§ 246–300", "Paragrafer: §§ 61–78 samt 80"),
    leaves=("Motionerna under paragraferna 12-13 bordläggs.", "Paragrafen förklaras omedelbart justerad."),
    ignore_case=True,
)
PARAGRAPHS = Pattern(
    rf"^(?P<paragraphs>{_RANGES})\.?$",
    catches=("1-12", "71-83,86-98", "§§ 246–300", "§ 23 - § 41", "§§ 171–187, §§ 189–210", "61–78 samt 80"),
    leaves=("2024-05-29", "12 Budget"),
)
PARAGRAPHS_ALONE = Pattern(
    rf"^(?:(?:Sammanträdesp|P)rotokoll,? )?(?P<paragraphs>§§ ?{_RANGES})$",
    catches=("§§ 96–149", "Protokoll §§ 1-12"),
    leaves=("§ 12", "§§ 3-5 bordläggs"),
    ignore_case=True,
)
ONE_RANGE = Pattern(
    r"(?P<first>\d{1,4})(?: ?[-–—] ?(?:§ ?)?(?P<last>\d{1,4}))?", catches=("71-83", "§ 23 - § 41"), leaves=("samt",)
)

CHAIR = Pattern(
    r"^[, (]{1,2}(?:ordförande\b|ordf\.)",
    catches=(", ordförande", " ordförande", ", ordf."),
    leaves=(", vice ordförande", ", 2:e vice ordförande"),
    ignore_case=True,
)
OFFICE = Pattern(
    r"^[, (]{1,2}(?P<office>(?:(?:förste|andre|tredje|första|andra|[123]:[ea]) )?(?:(?:vice |v\. ?)?ordförande\b|(?:vice |v\. ?)ordf\.))",
    catches=(", ordförande", ", v. ordf.", ", 2:e vice ordförande", ", förste vice ordförande"),
    leaves=(", ordföranden ställer",),
    ignore_case=True,
)
SERVES_FOR = Pattern(
    r"(?:\b(?:ersätter|tjänstgör för|tjänstgör i ?stället för|ersättare för|i ?stället för|för|ers\.?)|tjg\.? för)\W{0,3}$",
    catches=(", ersättare för ", " tjänstgör för ", " ersätter ", " tjg för "),
    leaves=(", ", "förtroendevald "),
)
# For whom somebody serves whose party is not printed: "Dan Holm C tjänstgör för Bo Ås §§ 67, 69"
SERVES_FOR_NAME = Pattern(
    rf"\b(?:ersätter|tjänstgör (?:för|i ?stället för)|ersättare för|i ?stället för) (?P<name>{NAME})(?=$|[,.]| §)",
    catches=("tjänstgör för Bo Ås §§ 67, 69", ", ersätter Cia von Berg"),
    leaves=("ersätter Anna Ek (M)", "tjänstgör för ordföranden"),
)
# Between two whom the same person serves for: "ersätter Hans Sjö (C) § 4 och Ida Tall (C) § 5"
SERVES_ON = Pattern(
    r"^,? §§? ?\d[\d ,–-]{0,60} (?:och|samt) (?:för )?$",
    catches=(" § 4 och ", ", §§ 4-6, 8 samt "),
    leaves=(" och ", ", ", " § 4, "),
)
_NUMBERS = r"\d{1,4}(?: ?[-–—] ?(?:§ ?)?\d{1,4})?(?:(?:, ?| och | samt )(?:§§? ?)?\d{1,4}(?: ?[-–—] ?\d{1,4})?){0,20}"
_ITEMS = r"(?:§§? ?|paragraf(?:er(?:na)?)? )"
# The §§ that somebody was there for: "§§ 150-160", or not: "ej § 117"; the sign may be left out after "ej", "t o m".
_BUT = r"(?:(?:ej|inte|utom|förutom)(?: (?:närvarande|tjänstgörande|deltagande))?|frånvarande|(?:deltar|deltog) (?:ej|inte))(?: (?:vid|under|i|för))?"
ITEM_RANGES = Pattern(
    rf"(?:\b(?P<how>(?P<but>{_BUT})|(?P<until>t\.? ?o\.? ?m\.?|till och med)|(?P<since>fr\.? ?o\.? ?m\.?|från och med)) {_ITEMS}?"
    rf"|\b(?P<after>efter|före|till|från) (?:ärendet )?{_ITEMS}|{_ITEMS})(?P<ranges>{_NUMBERS})(?![.:]?\d)",
    catches=(
        "§§ 150-160",
        "§ 174",
        "ej § 117 på grund av jäv",
        "ej närvarande § 117",
        "frånvarande under §§ 117-118",
        "deltog inte i § 117",
        "t o m § 120",
        "§§56-59, §§62-65",
        "ej 174",
        "t.o.m. 271",
    ),
    leaves=("ordförande", "anlände till kl. 14.10", "från 2024"),
    ignore_case=True,
)
# All that may stand around the §§ that somebody was there for. Any other word may turn what they mean: "jäv § 58", "del av § 58".
AROUND_RANGES = Pattern(
    r"^(?:[\s,;:.()§–—-]|\d|(?:(?:vice )?ordförande|ordf|v|[ea]|(?:förste|andre|första|andra|tredje|närvarande|tjänstgör|tjänstgörande|tjg|deltar|deltagande|beslutande"
    r"|ledamot|ersättare|under|för|i|vid|på|distans|digitalt|och|samt|kl|klockan|p))(?!\w))*$",
    catches=(", 2:e vice ordförande ", " (ordf.) närvarande under ", ", kl. 13.00–14.10", ""),
    leaves=(", jäv ", " del av ", " lämnar vid ", " ej närvarande"),
    ignore_case=True,
)
# What turns the §§ before it: "§ 58 ej närvarande", "§§ 1-3, ej hela § 3".
TURNS_RANGES = Pattern(
    r"\b(?:ej|inte|jäv|jävig|frånvarande|del|delar|delvis|utom|förutom)\b",
    catches=(" ej närvarande", " (jäv)"),
    leaves=(", lämnar kl. 15.10", " på distans"),
    ignore_case=True,
)
# Only numbers left, where the cover prints no sign: "66 68, 70-72"
BARE_RANGES = Pattern(
    r"^(?P<ranges>\d{1,4}(?: ?[-–—] ?\d{1,4})?(?:(?:,? | och )\d{1,4}(?: ?[-–—] ?\d{1,4})?){0,20})$",
    catches=("66 68, 70-72", "1-12"),
    leaves=("kl. 14.10", "ordförande 5"),
)
JOINS = Pattern(r"(?:^|[ ,;])(?:och|samt)$", catches=("§§ 5-9 och", "och"), leaves=("och vice ordförande",))
# What is worth a note besides plain §§: "ej § 117 på grund av jäv", "anlände kl. 14.10"
NOTED = Pattern(
    r"[^\W\d_]{2,}",
    catches=("ej § 117 på grund av jäv", "anlände kl. 14.10"),
    leaves=("§§ 5-9", "66 68"),
)
# What stands where a name may stand, and is none.
NOT_SOMEBODY = Pattern(
    r"^(?:Vakant|Vakans|Ej utsedd|Se |Enligt |Bilaga|Sida |Plats|Ajourn|.{0,30}(?:nämnd|styrelse|kontor|utskott|fullmäktige|förvaltning|kommun|huset|salen|hallen)(?:en|et)?\b)",
    catches=("Vakant (M)", "Se Bilaga", "Stora Salen"),
    leaves=("Anna Ek (M)", "Bo Ås"),
    ignore_case=True,
)
_BARE_CODE = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,2}[A-ZÅÄÖ]|[A-ZÅÄÖ]|-)"
PARTY_ALONE = Pattern(
    rf"^(?:\({_BARE_CODE}\)|{_BARE_CODE})$", catches=("S", "(KD)", "ÖrP"), leaves=("ordförande", "Anna Ek", "Anna")
)
# "Anna Ek M", where a table prints the party without brackets.
BARE_PERSON = Pattern(
    rf"^(?P<name>{NAME}),? (?P<party>{_BARE_CODE})(?=$|[ ,])",
    catches=("Anna Ek, S, ordförande", "Anna Ek M", "Bo af Holm KD, ordförande", "Cia Berg S §§ 1-5"),
    leaves=("Anna Ek (M)", "Enligt närvarolista"),
)
# A name with no party, and what else its cell says: "Karin Skog, kommundirektör §§ 114-115"
NAMED = Pattern(
    r"(?:^|(?<=, )|(?<= och ))(?P<name>[A-ZÅÄÖÉÜ][^\W\d_]{1,30}(?:[ -](?:(?:von|af|av|de|van) )?[A-ZÅÄÖÉÜ][^\W\d_]{1,30}){1,3})(?=$|,| och | §| \()(?:, (?P<role>[a-zåäö][^,§()]{2,60}?)(?=$|,| §| \()| \((?P<office>[a-zåäö][^()]{2,40})\))?",
    catches=("Karin Skog, kommundirektör", "Bo Ås och Cia Berg", "Leo Fors, ekonomichef §§ 114-115"),
    leaves=("Enligt närvarolista", "Kommunhuset"),
)
# A cell or line that goes on with the entry before it, and an entry that is left open.
GOES_ON = Pattern(
    r"^(?:[a-zåäö(§,]|\d{1,4}(?: ?[-–] ?\d{1,4})?(?:,| |$)|[123]:[ea] )",
    catches=("ordförande", "§§ 114-115", "(S)", "66 68", "2:e vice ordförande"),
    leaves=("Anna Ek (S)", "2024-05-29"),
)
LEFT_OPEN = Pattern(
    r"(?:,| för| ersätter| och|-)$", catches=("Anna Ek (S), ersättare för", "Anna Ek,"), leaves=("Anna Ek (S)",)
)
