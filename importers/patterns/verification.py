"""Justering and anslag: what is verified at once, on which day, and when the notice stands."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT, MONTHS
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

# How, where or on what day of the week, before the day itself: " digitalt den", " i kommunhuset, måndagen den".
_HOW = r"(?: (?:digitalt|elektroniskt|med e-signering|omedelbart))?(?: (?-i:(?:i|på)(?: [A-ZÅÄÖ]?[a-zåäö]{1,30}){1,3}))?,?(?: (?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?(?: den)?"

VERIFIED_ON = Pattern(
    rf"\b(?:Dag för justering|Justeringsdatum|Protokollet (?:har )?justera(?:t|des|ts)(?: den)?|Justerat den|Justerad den):? ?(?:den )?(?P<date>{DATE_TEXT})",
    catches=("Dag för justering 2024-03-11", "Protokollet justerat den 18 maj 2024"),
    leaves=("Dag för justering", "Bestämmande av tid för justering"),
    ignore_case=True,
)

# The same in the words of a sentence, where no form says it.
VERIFIED_TOLD = Pattern(
    rf"\b(?:Dag för justering(?:en)?|Justeringsdatum|Protokollet (?:har |är )?justera(?:t|des|ts|s)|Protokollet (?:är )?granskat och godkänt|Justera(?:[tds]|des|ts)(?: digitalt| elektroniskt)?|(?:Digital|Elektronisk) justering|Justering(?: i övrigt)?(?=: )|Justering(?:en)? (?:(?:ska|skall) äga rum|äger rum|ägde rum|sker|skedde|görs|genomförs|genomfördes)){_HOW}:? ?(?P<date>{DATE_TEXT})",
    catches=(
        "Dag för justering 2024-03-11",
        "Protokollet justerat den 18 maj 2024",
        "Protokollet justeras digitalt 2025-03-14",
        "Justeringen äger rum fredagen den 14 mars 2025",
        "Justerat 2025-03-14",
        "Justeras den 21 maj 2025",
        "Protokollet granskat och godkänt 22.5.2025",
        "Justering: 2025-02-24",
        "Justeringen sker i kommunhuset den 14 mars 2025",
        "Digital justering 2025-05-12",
    ),
    leaves=("Dag för justering", "Bestämmande av tid för justering", "Justerat belopp per 2025-03-14"),
    ignore_case=True,
)

# The §§ that a sentence names as verified at once: "Paragraferna 44 och 45 justeras omedelbart."
_NAMED = r"(?:§§? ?|\bparagraf(?:en|erna)? )"
_NUMBERS = r"\d{1,4}(?: ?[-–] ?\d{1,4})?(?:(?:, ?| och | samt )(?:§ ?)?\d{1,4}(?: ?[-–] ?\d{1,4})?){0,20}"
AT_ONCE_NAMED = Pattern(
    rf"{_NAMED}(?P<before>{_NUMBERS}),? (?:(?:i protokollet|förklaras|förklarades|är|ska|skall) ){{0,2}}(?:justeras? omedelbart|justerades omedelbart|omedelbart justera(?:d|de|s|t))"
    rf"|\b(?:omedelbar justering|justeras? omedelbart|omedelbart justera(?:d|de|s|t)?)(?: av| för)? {_NAMED}(?P<behind>{_NUMBERS})",
    catches=(
        "Paragraferna 44 och 45 justeras omedelbart",
        "Omedelbar justering av §§ 44-45",
        "§ 44 förklaras omedelbart justerad",
    ),
    leaves=("Paragrafen justeras omedelbart", "§ 44 bordläggs"),
    ignore_case=True,
)
# The same of the § that says so.
_ITSELF = r"(?:paragrafen(?! ?\d)|ärendet|beslutet|punkten|denna paragraf|denna punkt|detta ärende|detta beslut)"
AT_ONCE_ITSELF = Pattern(
    rf"\b{_ITSELF} (?:[a-zåäö]{{2,12}} ){{0,2}}(?:justeras? omedelbart|justerades omedelbart|omedelbart justera(?:d|t|s)(?!\w))"
    rf"|\b(?:omedelbar justering|justeras? omedelbart|omedelbart justera)(?: av| för)? {_ITSELF}",
    catches=(
        "Paragrafen justeras omedelbart",
        "Protokollet under denna paragraf förklaras omedelbart justerat",
        "beslutar att omedelbart justera paragrafen",
    ),
    leaves=("Paragrafen 44 justeras omedelbart", "Paragraferna 44 och 45 justeras omedelbart"),
    ignore_case=True,
)

# What stands beside the label "Justering" before its day: how and where, and no sentence.
VERIFIED_BEFORE_DAY = Pattern(
    r"^(?:(?:digital(?:t)?|elektronisk(?:t)?|sker|justering|signering)(?: |$)){0,3}(?-i:[A-ZÅÄÖ][\w-]{1,40}(?: [\w-]{1,40}){0,3})?,? ?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?$",
    catches=("Digital justering ", "Kommunkansliet den ", "", "Rådhuset, ", "Rådhuset, måndagen den "),
    leaves=("av taxan från ", "Protokollet från sammanträdet den 3 maj ska justeras "),
    ignore_case=True,
)

# The same beside a label that may as well hold who verifies: one word is no name.
PLACE_BEFORE_DAY = Pattern(
    r"^(?:[A-ZÅÄÖ][a-zåäö]{1,30},? ?)?(?:den )?$",
    catches=("Sundnäs den ", "Sundnäs ", ""),
    leaves=("Bo Ås ", "Bo Ås den "),
)

# The day of a § that was verified at once, where nothing else is said: "Omedelbar justering av § 41, 2025-03-04".
VERIFIED_AT_ONCE_ON = Pattern(
    rf"\b(?:omedelbar justering(?:,? (?:av|för))?|justera(?:d|t|s|des|ts) omedelbart|omedelbart justera(?:d|t|s|des|de|ts)) ?(?:(?:§§?|paragraf(?:en|erna)?) ?\d{{1,4}}(?: ?[-–] ?\d{{1,4}})?)?{_HOW}:? ?(?P<date>{DATE_TEXT})",
    catches=("Omedelbar justering av § 41, 2025-03-04", "Omedelbart justerad § 41 den 4 mars 2025"),
    leaves=("Omedelbar justering", "Justering av taxan 2025-03-04"),
    ignore_case=True,
)

# Where minutes or their notice are put up, before the day: " på kommunens digitala anslagstavla den".
_WHERE_POSTED = r"(?-i: (?:på|genom)(?: [A-ZÅÄÖ][a-zåäö]{1,30}(?= kommuns ))?(?: [a-zåäö]{1,30}){1,5})?,?(?: (?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?(?: den)?"

POSTED = Pattern(
    rf"\b(?:Anslag(?:et|ets)? (?:om (?:protokolls)?justering(?:en)?(?: av protokoll(?:et)?)? )?(?:upp(?= \d)|sätts upp|sattes upp|har satts upp|uppsatt|uppsättande|(?:har |är )?publicera(?:s|des|ts|d|t))|Datum (?:för|då) anslag(?:et|ets|s)?(?: sätts upp| uppsättande)?|Anslagsdatum"
    rf"|(?:Protokollet|Justering(?:en)?|Protokollets justering|Beviset|Tillkännagivande(?:t)?(?: av (?:protokolls)?justering(?:en)?)?)(?: om justering(?:en)?)? (?:har |är |är justerat och |(?:är )?justera(?:t|des)(?: digitalt| elektroniskt)?(?: den)? {DATE_TEXT} och )?(?:anslag(?:its|es|en|et)|anslås|anslogs|tillkännagivet|tillkännages|tillkännagivits|tillkännagetts|tillkännagjorts|publicera(?:s|des|ts|d|t))|Protokollet (?:har varit |har |är |finns )?framlagt (?:till|för) (?:allmänt )?påseende|Tillkännagivet|Anslaget(?= på | den \d)){_WHERE_POSTED}:? ?(?P<date>{DATE_TEXT})(?! avseende| nedtag| tas ned)",
    catches=(
        "Anslaget har satts upp 2024-05-30",
        "Anslaget den 19 september 2023. Anslaget tas ned",
        "Datum för anslagets uppsättande 2024-05-30",
        "Datum för anslags den 12 mars 2025 uppsättande",
        "Anslaget har publicerats 2025-03-15",
        "Anslaget upp 2025-03-15",
        "Anslag om justering publicerat 2025-03-15",
        "Tillkännagivande av protokollsjustering har anslagits på kommunens anslagstavla 2025-03-15",
        "Protokollet har anslagits på kommunens digitala anslagstavla den 15 mars 2025",
        "Tillkännagivet på anslagstavlan den 15 mars 2025",
        "Justeringen har tillkännagivits genom anslag den 15 mars 2025",
        "Protokollet anslås på Älnsjö kommuns digitala anslagstavla 2025-03-15",
        "Protokollet har varit framlagt till påseende på kommunkansliet den 29.9.2025",
        "Protokollet justerades digitalt den 3 september 2025 och anslogs den 4 september 2025",
    ),
    leaves=(
        "Anslag till föreningar",
        "Protokollet publiceras på webben",
        "Datum för anslags den 3 april 2025 nedtagande",
        "Justeringen har tillkännagivits genom anslag Organ Kommunstyrelsen Sammanträdesdatum 2025-03-11",
    ),
    ignore_case=True,
)

# Both days of the notice in one: "Anslag: 2025-03-12 – 2025-04-03", "Anslagstid 2025-03-12 till 2025-04-03".
POSTED_BETWEEN = Pattern(
    rf"\b(?:Anslag(?:et|en|stid|stiden|speriod|sdagar)?|Anslås|Tillkännag(?:ivet|ivande|es)|Tid för anslag|(?:Protokollet|Justeringen|Beviset)(?: är| har)? (?:anslaget|anslås|anslagits|publiceras|publicerats|publicerat))(?:{_WHERE_POSTED}| under tiden| tiden)?:? ?(?:från(?: och med)?:? |fr\.?o\.?m\.?:? )?(?:den )?(?P<date>{DATE_TEXT})"
    rf"(?: ?(?:[-–—]|till(?: och med)?:?|t\.?o\.?m\.?:?)|[,;.]? (?:och )?(?:[Nn]edtages|[Nn]edtas|[Nn]edtagning|[Tt]as (?:ned|ner)|[Tt]ogs ned|[Aa]vpubliceras|[Nn]ed):?)(?: den)? ?(?P<until>{DATE_TEXT})(?! avseende)",
    catches=(
        "Anslag: 2025-03-12 – 2025-04-03",
        "Anslagstid 2025-03-12 till och med 2025-04-03",
        "Protokollet anslås under tiden den 12 mars 2025 – den 3 april 2025",
        "Anslaget fr.o.m. 2025-03-12 t.o.m. 2025-04-03",
        "Anslagen 2025-03-12 – 2025-04-03",
        "Anslag Från: 2025-03-12 Till: 2025-04-03",
        "Tillkännagivet på anslagstavlan den 12 mars 2025 – 3 april 2025",
        "Protokollet publiceras på förbundets anslagstavla 2025-03-12 till och med 2025-04-03",
        "Anslaget: 2025-03-12 Nedtages: 2025-04-03",
    ),
    leaves=("Anslag till föreningar 2025-03-12", "Anslaget 2025-03-12 avseende § 4"),
    ignore_case=True,
)

# Words of verifying or posting close to a day, in whatever form: what is not read of them is doubted.
_ANY_DAY = rf"(?:{DATE_TEXT}|\d{{1,2}}[/.]\d{{1,2}}[ -]{{0,3}}(?:19|20)\d\d|(?:19|20)\d\d[./]\d\d[./]\d\d|(?:[12]?\d|3[01]) (?:{'|'.join(MONTHS)})(?!\w))"
# Behind "justering" where it is the notice of it whose day follows.
_IS_POSTED = r"(?: av protokoll(?:et)?)? (?:har |är )?(?:publicer|anslag|anslå|anslo|tillkännag|satts upp|sattes upp)"
VERIFIED_SOMEHOW = Pattern(
    rf"\b(?:justera(?:s|t|des|ts|de)|justering(?:en)?(?!{_IS_POSTED})|justerings(?:dag|datum|tid))(?!\w)[^.;§]{{0,60}}?{_ANY_DAY}",
    catches=("Justerades 14/3 2025", "Protokollet justerades i Rådhuset 2025.03.14", "Justering måndag 14 mars"),
    leaves=(
        "Justering av taxan",
        "Justerare Anna Ek",
        "ojusterade den 14 mars",
        "Anslag om justering publicerat 2025-03-15",
        "Bevis om justering av protokollet har anslagits 2025-03-15",
    ),
    ignore_case=True,
)
POSTED_SOMEHOW = Pattern(
    rf"\b(?:anslag(?:et|its|en|s|stavlan?|sdag(?:en)?|stid(?:en)?|sdatum)?|anslås|anslogs|tillkännag(?:es|avs|ivits|ivet|ivande)|bevis om)(?!\w)[^.;§]{{0,60}}?{_ANY_DAY}(?! avseende)",
    catches=("Anslaget uppe från 15/3 2025", "Bevis om anslag: 2025.03.15", "Anslås 15 mars"),
    leaves=("Anslag till föreningar", "Anslaget tas ned", "Anslaget 2025-03-15 avseende § 4"),
    ignore_case=True,
)

# A line beneath the last § that says when the minutes were verified or posted, and nothing else.
NOTICE_BENEATH = Pattern(
    rf"^(?:Rätt utdraget|Utdragets riktighet|Utdraget)(?: ur protokollet)? (?:intyg|bestyrk)(?:ar|as|es|s|er)(?: i tjänsten| av)?:?(?:[ _.]{{2,80}})?$"
    rf"|^(?:Justera(?:s|t|des|ts)|Justering(?:en)?|(?:Protokollet|Paragrafen|Beslutet) (?:har |är )?(?:justera|anslag|anslå|publicera|tillkännag)\w{{0,6}}|Anslag(?:et|its)?|Anslås|Tillkännag\w{{2,8}}|Bevis om)(?!\w)[^.;:§]{{0,60}}?{_ANY_DAY}[^.;:§]{{0,60}}\.?$",
    catches=(
        "Justerades 14/3 2025 i Rådhuset",
        "Anslaget har publicerats 2025-03-15",
        "Protokollet justeras digitalt 2025-03-14",
        "Paragrafen är justerad 2025-03-14.",
        "Utdragets riktighet intygas",
    ),
    leaves=(
        "Justering av taxan",
        "Protokollet justeras. Nästa möte är den 14 mars.",
        "2. Protokollet justeras 2025-03-14",
    ),
)

TAKEN_DOWN = Pattern(
    rf"\b(?:(?:(?:Anslag(?:et|ets)?|och) |(?<=\d)[,;.]? )(?:tas ned|tas ner|tas bort|nedtagande|avpubliceras|avpublicerades|nedtages|nedtas|nedtaget|tages ned|ned)|Datum (?:för|då) anslag(?:et|ets)? (?:tas ned|tas ner|togs ned|togs ner|nedtagande)):? ?(?:den )?(?P<date>{DATE_TEXT})(?! avseende)",
    catches=(
        "Anslaget tas ned 2024-06-21",
        "Datum då anslaget tas ned 2024-06-21",
        "anslaget 2025-02-25, nedtages 2025-03-19",
        "och tas ned den 6 april 2025",
    ),
    leaves=("Anslaget har satts upp 2024-05-30",),
    ignore_case=True,
)

# What stands behind a day before a place: ", kl. 09.00, Rådhuset"
CLOCK_FIRST = Pattern(
    r"^[ ,;]{0,3}(?:kl(?:ockan|\.)? ?\d{1,2}(?:[.:]\d\d)?(?!\d)|\d{1,2}[.:]\d\d)?[ ,;.]{0,3}",
    catches=(", kl. 09.00, Rådhuset", " kl 10, Rådhuset", " klockan 15.00."),
    ignore_case=True,
)

# The label of a day beneath "Justering", with its value or without: "Datum: 2025-03-14", "Dag"
DAY_OF_FORM = Pattern(
    rf"^(?:Datum|Dag)(?: och tid| och klockslag)? ?:?(?: (?:den )?{DATE_TEXT}.{{0,30}})?$",
    catches=("Datum: 2025-03-14", "Dag", "Datum och tid 14 mars 2025 kl. 10"),
    leaves=("Datum för anslags uppsättande", "Dagordningen godkänns"),
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
