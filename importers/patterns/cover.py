"""The cover of minutes: times, places and § ranges."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT
from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE
from importers.patterns.presence import NAME

_CLOCK = r"(?:kl(?:ockan|\.)? ?)"
_DAYS = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
TIMES = Pattern(
    rf"(?<![\d.:]){_CLOCK}?(?P<starts>\d{{1,2}}[.:]\d\d)(?:(?: ?[-–]{{1,2}} ?| till ){_CLOCK}?(?P<ends>\d{{1,2}}[.:]\d\d))?(?![\d:]|\.\d)",
    catches=(
        "klockan 13.00–15.40",
        "18:30-21:15",
        "Stadshuset, kl. 9.00 - 11.30",
        "kl 18.30-19.55.",
        "Kl. 13:15 till 16:40",
        "18.30--20.50",
    ),
    leaves=("2024-05-29", "den 29 maj 2024"),
    ignore_case=True,
)
# A line of place and time that the next goes on with: "kl 18.30–", "Folkets hus,"
LEFT_OPEN_BEFORE_TIME = Pattern(
    r"(?:[,–-]|\b(?:kl\.?|klockan|den|till|och))$",
    catches=("måndagen den 24 februari kl 18.30–", "Folkets hus,", "Rådhuset klockan"),
    leaves=("Rådhuset kl. 13.00–15.00", "Folkets hus"),
)
# A place of which only the owner or what it is like stands on its line: "Folkets" over "Hus, Lunnevik", "Stora" over "salen".
PLACE_LEFT_OPEN = Pattern(
    r"^(?:[^\W\d_]|[ .-]){0,40}?(?:(?<!\w)(?!Distans$)[A-ZÅÄÖ][a-zåäö]{1,30}(?:ets|ens|ns|as)|(?<!\w)(?:[SsLl]tora|[Ll]illa|[Gg]amla|[Nn]ya|[Nn]orra|[Ss]ödra|[Öö]stra|[Vv]ästra|[Öö]vre|[Nn]edre|[Ss]al|[Rr]um|i|på|vid))$",
    catches=("Folkets", "Medborgarhusets", "Stora", "Kommunhusets stora"),
    leaves=("Folkets Hus", "Distans", "Rådhus", "Kommunhuset", "Campus", "Teams", "Stadshuset Sessionssalen"),
)
# An office broken behind its first word: "Siv Ek (C), andre vice" over "ordförande"
OFFICE_LEFT_OPEN = Pattern(
    r"(?:^|[ ,(])(?:vice|v\.|(?:förste|andre|tredje|första|andra|[123]:[ea])(?: v\.)?)$",
    catches=("Siv Ek (C), andre vice", "Siv Ek (C) 2:e", "Siv Ek (C), 1:e v."),
    leaves=("Siv Ek (C), ordförande", "Siv Andrevik"),
    ignore_case=True,
)
# Where the list of another label begins within a paragraph: "Siri Lund (C). Ersättare: Max Öd (S)".
LABEL_WITHIN = Pattern(
    r"(?:\.|;|(?<=\))) (?=(?P<label>[A-ZÅÄÖ][A-Za-zÅÄÖåäö ]{2,40}):)",
    catches=("Siri Lund (C). Ersättare: Max Öd (S)", "Bo Ås (M); Övriga närvarande: Ulla Ny"),
    leaves=("Siri Lund (C), Max Öd (S)",),
)
# Where a sentence goes on with others: "Bo Ås (M) samt ersättarna Cia Berg (V)", "Bo Ås (M). Dessutom närvarade Eva Lo".
GROUP_WITHIN = Pattern(
    r"(?:(?:(?:,| och| samt| jämte|, samt|, och)(?: även| dessutom| därutöver)?(?: de)?|\.(?= (?:Ej|Icke|Inte|Tjänst))) (?:(?P<idle>(?:närvarande, )?(?:[Ee]j|[Ii]cke|[Ii]nte) (?:tjänstgörande|beslutande) (?:ersättar(?:na|en)|suppleant(?:erna|en)))|(?P<serving>(?:[Tt]jänstgörande|beslutande) (?:ersättar(?:na|en)|suppleant(?:erna|en)))"
    r"|(?P<substitutes>(?:närvarande )?(?:ersättarna|suppleanterna))|(?P<members>ledamöterna))"
    r"|\.? (?:(?P<others>(?:Dessutom|Även|Därutöver|Vidare|Övriga som)(?: var(?= närvarande)| är(?= närvarande))? (?:närvar(?:ar|ade)|delt(?:ar|og)|medverka(?:r|de)|närvarande(?: är| var)?))|(?P<away>(?:Frånvarande|Förhindrade?)(?: att delta)? (?:var|är)))):?(?= (?:[A-ZÅÄÖÉ]|[a-zåäö-]{3,40} [A-ZÅÄÖÉ]))",
    catches=(
        "Bo Ås (M) samt ersättarna Cia Berg (V)",
        "Bo Ås (M), tjänstgörande ersättarna Cia Berg (V)",
        "Bo Ås (M) samt ej tjänstgörande ersättaren Cia Berg (V)",
        "Bo Ås (M). Ej tjänstgörande ersättaren Cia Berg (V)",
        "Bo Ås (M). Dessutom närvarade kommundirektör Eva Lo",
        "Bo Ås (M). Frånvarande var Cia Berg (V)",
    ),
    leaves=(
        "Bo Ås (M), ersättare för Cia Berg (V)",
        "ersättarna Cia Berg (V)",
        "Bo Ås (M) samt ersättaren Cia Berg (V)",
    ),
)
# Where a sentence behind a list tells who serves for somebody: "Bo Ås (M). I stället för Cia Berg (V) tjänstgjorde Dan Holm (V)"
SERVING_TOLD = Pattern(
    rf"\. (?=(?:För|I ?stället för|Istf\.?|Som ersättare för) (?:frånvarande )?{NAME} ?\({CODE}\),? (?:tjänstgör|tjänstgjorde|inträder|inträdde)(?!\w))",
    catches=("Bo Ås (M). I stället för Cia Berg (V) tjänstgjorde Dan Holm (V)",),
    leaves=("Bo Ås (M). För Cia Berg (V) Dan Holm (V)", "Bo Ås (M) för Cia Berg (V)"),
)
# What ends the name of a place: "Sessionssalen, Rådhuset, onsdagen den 29 maj 2024, kl. 13.00–15.40"
PLACE_END = Pattern(
    rf"[,;]? ?(?<![\w])(?:{_DAYS}|den \d|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|{_CLOCK}?\d{{1,2}}[.:]\d\d|\d{{4}}-\d\d-\d\d|{_CLOCK}\d)",
    catches=("Sessionssalen, onsdagen den 29 maj", "Rådhuset kl 18.30", "Rådhuset 2024-05-29", "Skolan 23.9.2025"),
    leaves=("Sal 14, Rådhuset",),
    ignore_case=True,
)
# What stands between a time and the place behind it: "Kl. 9.00-11.30, i Nämndrummet"
PLACE_BEHIND = Pattern(
    r"[ ,;.]{0,5}(?:(?:i|på|vid) (?=[A-ZÅÄÖ]))?", catches=(", i Nämndrummet", " på Folkets hus", ", Nämndrummet")
)
# A sentence that tells where: "Kommunstyrelsen sammanträdde i Kommunhuset den 4 mars klockan 13.00–15.30."
HELD_AT = Pattern(
    rf"\b(?:sammanträd(?:de|er)(?:,? (?i:{_DAYS} )?(?:den )?{DATE_TEXT},?)?|(?:[Ss]ammanträdet|[Mm]ötet) (?:hölls|hålls|ägde rum|äger rum)|samlades|möttes|fört vid (?:ordinarie |extra )?(?:sammanträde|möte) (?i:{_DAYS} )?(?:den )?{DATE_TEXT},?|fört vid (?:ordinarie |extra )?(?:sammanträde|möte)(?: (?:med|för) [a-zåäö-]{{3,30}}(?: och [a-zåäö]{{3,20}}| för [a-zåäö]{{3,20}})?)?|fört vid (?:[a-zåäö-]{{3,40}} ){{1,4}}(?:sammanträde|möte)(?:,? (?i:{_DAYS} )?(?:den )?{DATE_TEXT},?)?|(?:höll|håller) (?:(?:sitt|ett) )?(?:ordinarie |extra )?sammanträde) (?:i|på|vid) (?P<rest>[A-ZÅÄÖ0-9].{{1,160}})",
    catches=(
        "Nämnden sammanträdde i Kommunhuset",
        "Nämnden sammanträdde torsdagen den 22 maj 2025 i Biblioteket",
        "Sammanträdet hölls på Folkets hus.",
        "Protokoll fört vid tekniska nämndens sammanträde den 11 maj 2026 i Folkets hus",
        "Styrelsen höll sitt sammanträde i Sal A",
        "Protokoll fört vid sammanträde den 20 oktober 2026 i Brandstationen, Boda",
        "Protokoll fört vid sammanträde med kommunfullmäktige i Åsarps bygdegård",
    ),
    leaves=("Nämnden sammanträder i maj", "Sammanträdet hölls digitalt"),
)
OPENED_AT = Pattern(
    r"\b(?:öppna(?:des|s|de|r)|börja(?:de|r)|inled(?:des|s)|pågick|varade|avsluta(?:des|s|de)|slutade)\b",
    catches=("Det öppnades kl. 13.00 och avslutades kl. 15.30", "Mötet pågick 9.00–11.00"),
    leaves=("Justering kl. 9.00",),
    ignore_case=True,
)
# A line of its own that says when they met, and perhaps where: "kl. 09:30–12:10, Regionens hus"
DAY_AND_TIMES = Pattern(
    rf"^(?:(?:Extra |Ordinarie )?(?:Sammanträde|Möte)t? )?(?:(?:{_DAYS} )?(?:den )?{DATE_TEXT},? )?{_CLOCK}\d{{1,2}}[.:]\d\d ?(?:[-–]{{1,2}}|till) ?{_CLOCK}?\d{{1,2}}[.:]\d\d(?:,? ?(?-i:distansmöte|digitalt|på distans|via)[^.;:\d]{{0,40}}|(?:, ?(?:(?:i|på) )?| (?:i|på) )(?P<place>(?!lunch|paus|justering|grupp|information|ajourner)(?-i:[A-ZÅÄÖ])[^.;:\d]{{2,60}}?))?\.?$",
    catches=(
        "kl. 09:30–12:10, Regionens hus, Ekerum",
        "Tisdagen den 4 mars 2025 klockan 10.00–15.30, Regionens hus",
        "2025-03-04 kl. 08.15–09.50",
        "Sammanträde onsdagen den 3 december 2025 klockan 08:30 till 10:05 på Socialkontoret",
        "Den 2 april 2025, kl. 07.30–07.55, distansmöte via Zoom",
    ),
    leaves=(
        "Lunch kl. 12.00–13.00",
        "kl. 9.00",
        "Justering kl. 9.00–9.30",
        "kl. 13.00–14.00 Justering av protokoll",
        "kl. 8.00–9.00, Gruppmöten",
    ),
    ignore_case=True,
)
# The same behind the place, or behind what paper it is: "Rådhuset, rum 12, kl. 08.00–10.15", "Protokoll från sammanträde 2026-01-28, kl. 10.00–11.10"
PLACE_AND_TIMES = Pattern(
    rf"^(?![^\d]{{0,60}}(?i:gruppmöte|gruppöverlägg|öppettid|öppen|telefontid|besökstid|expedition|reception|föredrag|(?:beredning|utbildning|information)(?!ss?al)|överlägg|ajourn|lunch|förmöte|jäv))(?!(?i:justering|ajournering|lunch|paus|fika|information|gruppmöte|gruppmöten|utbildning|besök|studiebesök|överläggning|ärende|beredning|presidie|anslag|öppet|telefon|digitalt|klockan|kl)(?!\w))(?:(?i:(?:sammanträdes)?protokoll|sammanträde|möte)(?: från| fört vid)?(?: (?:ordinarie |extra )?(?:sammanträde|möte)t?)?,? |(?P<place>[A-ZÅÄÖ](?:[^\W_]|[ ,/-]){{2,60}}?),? (?i:{_DAYS},? )?)(?:(?:den )?{DATE_TEXT},? )?(?i:{_CLOCK})\d{{1,2}}[.:]\d\d ?(?:[-–]{{1,2}}|till) ?(?i:{_CLOCK})?\d{{1,2}}[.:]\d\d\.?$",
    catches=(
        "Rådhuset, rum 12, kl. 08.00–10.15",
        "Protokoll från sammanträde 2026-01-28, kl. 10.00–11.10",
        "Stora salen, måndagen den 4 mars 2025 klockan 18.00–20.15",
    ),
    leaves=(
        "Lunch kl. 12.00–13.00",
        "Justering kl. 9.00–9.30",
        "Anna Ek (S) kl. 9.00–10.00",
        "Bo Ås lämnade mötet 9.00",
        "Majoritetens gruppmöte kl. 12.00–12.45",
        "Kommunhusets reception, öppettider 08.00–16.00",
    ),
)
# The meeting itself, before when it began and ended.
LASTED = Pattern(
    r"^(?:Sammanträdet|Mötet|Förhandlingarna) (?:öppnades|öppnas|började|börjar|inleddes|pågick|varade)\b(?! (?:av|med|igen|åter))",
    catches=("Sammanträdet öppnades kl. 17.00", "Mötet pågick 9.00–11.00"),
    leaves=("Mötet öppnades av ordföranden", "Mötet ajournerades kl. 9.00", "Utställningen öppnades kl. 9.00"),
)
CLOSED = Pattern(
    r"\b(?:avsluta(?:des|s|de)|slutade|upplöstes)\b",
    catches=("ajournerades 12.00-13.00 och avslutades kl. 15.30",),
    leaves=("lunch 12.00-13.00",),
    ignore_case=True,
)
BREAK = Pattern(
    r"\b(?:ajourner(?:ing(?:ar)?|as|ades|at)|paus(?:er)?|uppehåll|avbrott|rast|lunch)\b",
    catches=("Ajournering kl. 14.00–14.15", "med avbrott för lunch 12.00–13.00"),
    leaves=("kl. 13.00–15.40",),
    ignore_case=True,
)

_TO = r"(?: ?[-–—] ?| (?:t\.? ?o\.? ?m\.?|till(?: och med)?) )"
_RANGE = rf"(?:§§? ?)?\d{{1,4}}(?:{_TO}(?:§ ?)?\d{{1,4}})?(?: ?§§?(?! ?\d))?"
_RANGES = rf"{_RANGE}(?:(?:, ?| och | samt |; ?){_RANGE}){{0,30}}"
PARAGRAPHS = Pattern(
    rf"^(?P<paragraphs>{_RANGES})\.?$",
    catches=(
        "1-12",
        "71-83,86-98",
        "§§ 246–300",
        "§ 23 - § 41",
        "§§ 171–187, §§ 189–210",
        "61–78 samt 80",
        "88–92 §§",
        "14 t.o.m. 18",
    ),
    leaves=("2024-05-29", "12 Budget"),
)
# The sign that labels a range beside it: "§§:    1-6"
SIGN_ALONE = Pattern(r"^§§? ?:?$", catches=("§§", "§§:", "§:"), leaves=("§ 12", "§§ 1-6"))
PARAGRAPHS_ALONE = Pattern(
    rf"^(?:(?:Sammanträdesp|P)rotokoll,? )?(?P<paragraphs>§§ ?{_RANGES})$",
    catches=("§§ 96–149", "Protokoll §§ 1-12", "§§ 14 till 18"),
    leaves=("§ 12", "§§ 3-5 bordläggs"),
    ignore_case=True,
)
# Behind a line to write on: "Sekreterare .................... Paragrafer 12-14"
PARAGRAPHS_BEHIND_LINE = Pattern(
    rf"(?<![._…])[._…]{{3,200}} ?(?:paragraf(?:er|en)?[:;]? |(?=§§))(?P<paragraphs>{_RANGES})\.?$",
    catches=("Sekreterare .......... Paragrafer 12-14", "________ §§ 12-14", "……… Paragraf: 12"),
    leaves=("Budget ........ 12", "........ § 12", "Paragrafer 12-14"),
    ignore_case=True,
)
# A range of §§ anywhere in a line.
RANGE_WITHIN = Pattern(
    r"(?:§§ ?:? ?|(?i:paragraf(?:er(?:na)?)?) ?:? ?(?:§§? ?)?)\d{1,4} ?[-–—] ?(?:§ ?)?\d{1,4}(?!\d)|(?<![\d-])\d{1,4} ?[-–] ?\d{1,4} ?§§",
    catches=("§§ 8–13", "Paragraferna 12-14", "12-14 §§", "§§: 1-6"),
    leaves=("§ 12", "2025-03-04", "kl. 9-11"),
)
ONE_RANGE = Pattern(
    rf"(?P<first>\d{{1,4}})(?:{_TO}(?:§ ?)?(?P<last>\d{{1,4}}))?",
    catches=("71-83", "§ 23 - § 41", "14 t.o.m. 18"),
    leaves=("samt",),
)
