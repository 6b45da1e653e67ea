"""Justering and anslag: what is verified at once, on which day, and when the notice stands."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT
from importers.patterns.pattern import Pattern

AT_ONCE = Pattern(
    r"\bomedelbart justera(?:d|t|s|de)?\b|\bjusteras? omedelbart\b|\bomedelbar justering\b",
    catches=(
        "Protokollet under denna paragraf förklaras omedelbart justerat.",
        "Grundskolenämnden förklarar beslutet omedelbart justerat.",
        "Paragrafen justeras omedelbart.",
        "Socialnämnden beslutar att omedelbart justera paragrafen.",
    ),
    leaves=("Dag för justering 2024-03-11",),
    ignore_case=True,
)

VERIFIED_ON = Pattern(
    rf"\b(?:Dag för justering|Justeringsdatum|Protokollet (?:har )?justera(?:t|des|ts)(?: den)?|Justerat den|Justerad den):? ?(?:den )?(?P<date>{DATE_TEXT})",
    catches=("Dag för justering 2024-03-11", "Protokollet justerat den 18 maj 2024"),
    leaves=("Dag för justering", "Bestämmande av tid för justering"),
    ignore_case=True,
)

POSTED = Pattern(
    rf"\b(?:Anslag(?:et|ets)? (?:sätts upp|sattes upp|har satts upp|uppsatt|uppsättande)|Datum (?:för|då) anslag(?:et|ets)?(?: sätts upp| uppsättande)?|Anslagsdatum):? ?(?:den )?(?P<date>{DATE_TEXT})(?! avseende)",
    catches=("Anslaget har satts upp 2024-05-30", "Datum för anslagets uppsättande 2024-05-30"),
    leaves=("Anslag till föreningar",),
    ignore_case=True,
)

TAKEN_DOWN = Pattern(
    rf"\b(?:Anslag(?:et|ets)? (?:tas ned|tas ner|nedtagande)|Datum (?:för|då) anslag(?:et|ets)? (?:tas ned|tas ner|togs ned|togs ner|nedtagande)):? ?(?:den )?(?P<date>{DATE_TEXT})(?! avseende)",
    catches=("Anslaget tas ned 2024-06-21", "Datum då anslaget tas ned 2024-06-21"),
    leaves=("Anslaget har satts upp 2024-05-30",),
    ignore_case=True,
)

# What stands behind a day before a place: ", kl. 09.00, Rådhuset"
CLOCK_FIRST = Pattern(
    r"^[ ,;]{0,3}(?:(?:kl(?:ockan|\.)? ?)?\d{1,2}[.:]\d\d)?[ ,;.]{0,3}",
    catches=(", kl. 09.00, Rådhuset", " klockan 15.00."),
    ignore_case=True,
)

ABOUT_ITEMS = Pattern(
    r"(?:\bparagraf(?:en|erna)?|§§?) ?(?P<first>\d{1,4})(?: ?[-–] ?(?P<last>\d{1,4}))?(?P<more>(?:(?:, | och )\d{1,4}){0,20})",
    catches=("Motionerna under paragraferna 12-13 bordläggs.", "Motionerna i §§ 12, 14 och 16 remitteras"),
    leaves=("3 kap. 4 §", "paragrafens lydelse"),
)
ABOUT_MOTIONS = Pattern(
    r"^(?:Motion(?:en|erna)|Ärende(?:t|na)|Interpellation(?:en|erna)|Medborgarförslagen?) (?:under|i) (?=paragraf|§)",
    catches=("Motionerna under paragraferna 12-13 bordläggs.", "Ärendena i §§ 12-14 bordläggs"),
    leaves=("Motionen avslås enligt § 12",),
)

# A § that minutes of their own hold, so that these do not: "§§ 84-85 justeras i särskilt protokoll"
SEPARATELY = Pattern(
    r"(?:§§? ?|\bparagraf(?:en|er|erna)? )(?P<ranges>\d{1,4}(?: ?[-–] ?\d{1,4})?(?:(?:, ?| och | samt )\d{1,4}(?: ?[-–] ?\d{1,4})?){0,20}),? (?:(?:är|har|förklaras|förklarades|justeras|justerades|justerats|redovisas|finns) ){0,2}(?:i (?:ett )?(?:särskilt|separat|eget) protokoll|omedelbart (?:justera|i särskilt))",
    catches=(
        "§§ 84-85 justeras i särskilt protokoll",
        "§ 5 är omedelbart justerad",
        "Paragraferna 7 och 9 justerades i separat protokoll",
    ),
    leaves=("§ 5 bordläggs", "Paragrafen förklaras omedelbart justerad"),
    ignore_case=True,
)
