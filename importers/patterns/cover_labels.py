"""The labels of a cover, each with what stands beside or beneath it: who was there, where and when, who verifies.

One table: a label, its words, and lines that it catches. "Beslutande" ends in a colon, a semicolon or nothing, and may
have its value behind it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from importers.patterns.dates import DATE_TEXT
from importers.patterns.pattern import Pattern
from importers.patterns.table import Table


class Label(StrEnum):
    """What a label says of the words that it stands beside or above."""

    MEMBERS = "members"
    PRESENT = "present"  # there, and not stated to decide: a substitute among them is named as one
    SERVING = "serving"
    SUBSTITUTES = "substitutes"
    OTHERS = "others"
    ABSENT = "absent"
    SERVED = "served"  # a column of those whom the ones before them serve for
    VERIFIERS = "verifiers"
    CHAIR = "chair"
    SECRETARY = "secretary"
    PLACE_AND_TIME = "place_and_time"
    PLACE = "place"
    ROOM = "room"
    TIME = "time"
    MEETING_DATE = "meeting_date"
    BODY = "body"
    BODY_AND_DATE = "body_and_date"
    PARAGRAPHS = "paragraphs"
    VERIFIED = "verified"
    POSTED = "posted"
    TAKEN_DOWN = "taken_down"
    VERIFICATION = "verification"  # over its day, or over those who sign
    END = "end"
    NONE = "none"
    UNKNOWN = "unknown"  # of attendance, and of no known meaning: whom it lists is doubted
    HEADING = "heading"  # a party over those of a list who are of it


OF_PEOPLE = frozenset(
    {
        Label.MEMBERS,
        Label.PRESENT,
        Label.SERVING,
        Label.SUBSTITUTES,
        Label.OTHERS,
        Label.ABSENT,
        Label.SERVED,
        Label.UNKNOWN,
        Label.VERIFIERS,
        Label.CHAIR,
    }
)
OF_ATTENDANCE = frozenset({Label.MEMBERS, Label.PRESENT, Label.SERVING, Label.SUBSTITUTES})
WHERE_AND_WHEN = frozenset({Label.PLACE_AND_TIME, Label.PLACE, Label.ROOM, Label.TIME})
# After these nobody more is listed as present: signatures, and the notice on the board.
ENDS = frozenset(
    {Label.END, Label.VERIFICATION, Label.VERIFIED, Label.POSTED, Label.TAKEN_DOWN, Label.BODY, Label.BODY_AND_DATE}
)

_VALUE = r"(?P<colon> ?[:;])?(?: ?(?P<value>(?<=[\s:;])\S.*))?$"
# A label that opens a sentence: "Tjänstgörande ersättare är Anna Ek (S)."
_IS = r"(?: (?:är|var|utgörs av)(?= (?:[a-zåäö]{3,30} )?(?-i:[A-ZÅÄÖ])))?"
_NOT = r"(?:ej|icke|inte)"

_WORDS: tuple[tuple[Label, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        Label.MEMBERS,
        r"(?:beslutande|tjänstgörande|ordinarie) ledamöter(?: och (?:tjänstgörande |beslutande )?ersättare)?"
        r"|beslutande(?:,? forts\.?)?(?: och (?:närvarande |tjänstgörande )?ersättare)?|ledamöter(?:,? forts\.?)?(?: och (?:närvarande |tjänstgörande )?ersättare)?"
        r"|närvarande(?: och)? beslutande(?: ledamöter)?|beslutande närvarande|beslutande förtroendevalda|ordinarie|medlemmar|presidi(?:um|et)",
        ("Medlemmar", "Presidium", "Ordinarie", "Ordinarie: Anna Ek (S)", "Ledamöter, forts.", "Beslutande", "BESLUTANDE", "Beslutande: Anna Ek (S)", "Beslutande;", "Beslutande Anna Ek (S)",
         "Beslutande ledamöter och tjänstgörande ersättare", "Beslutande och tjänstgörande ersättare"),
        ("Ledamöterna från SD reserverar sig", "Ersättare", "Ej beslutande"),
    ),
    (
        Label.PRESENT,
        r"närvarande (?:vid|på) (?:dagens )?(?:sammanträdet|mötet)(?=:?$)|närvarande från (?:kommunerna|(?-i:[A-ZÅÄÖ])[\w-]{1,30}(?: [\w-]{1,30}){0,2})(?=:?$)|(?:närvarande (?:(?:vid|på) (?:dagens )?(?:sammanträdet|mötet),? )?(?:var|är)|(?:vid|på|i) (?:dagens )?(?:sammanträdet|sammanträde|mötet|möte) (?:närvar(?:ar|ade)|delt(?:ar|og)|var(?: följande)? närvarande|var närvarande))(?: följande)?(?: ledamöterna| ledamöter)?"
        r"|(?:närvarande|deltar|deltagande|deltog|medverkar) (?:på (?:plats|distans)|digitalt|via länk|fysiskt)|förtroendevalda(?=:?$)|uppropslista(?=:?$)|närvarande(?: (?:ledamöter|förtroendevalda))?(?:,? forts\.?)?(?: och (?:närvarande |tjänstgörande )?ersättare)?|deltagande(?: ledamöter)?|deltagare|närvaro",
        ("Närvarande från Region Mälarö", "Närvarande från kommunerna", "Närvarande var Anna Ek (S)", "Vid sammanträdet närvarade ledamöterna Anna Ek (S)", "Närvarande ledamöter", "Närvarande", "Närvarande: Anna Ek (S)", "Närvarande på distans", "Deltar digitalt", "Närvarande vid sammanträdet", "Förtroendevalda"),
        ("Närvarandes synpunkter",),
    ),
    (
        Label.SERVING,
        r"(?:tjänstgörande|beslutande|tjg\.?|tj\.|inkallade?|inträdande) ers(?:ättare|\.)?|ersättare,? (?:som tjänstgör|tjänstgörande)",
        ("Tjänstgörande ersättare", "Tjänstgörande ersättare: Anna Ek (C), ersättare för Bo Å (C)", "Beslutande ersättare", "Inkallade ersättare", "Tj. ers"),
        ("Tjänstgörande ersättaren Nina Miskovsky (M)", "Ej tjänstgörande ersättare"),
    ),
    (
        Label.SUBSTITUTES,
        rf"(?:närvarande )?ersättare(?: som)? (?:inte|ej|icke) (?:tjänstgör|tjänstgjorde|tjänstgjort|beslutar|beslutade|deltar i besluten?)|(?:närvarande,? )?{_NOT}[ -](?:tjänstgörande|beslutande)(?: (?:närvarande )?(?:ersättare|ledamöter|ledamöter och ersättare))?"
        rf"|(?:övriga närvarande|närvarande|övriga|deltagande)(?:,? {_NOT} (?:tjänstgörande|beslutande))? ersättare|ersättare(?:,? (?:{_NOT} (?:tjänstgörande|beslutande|i tjänst)|närvarande))?(?:,? forts\.?)?"
        r"|suppleanter|av ersättarna (?:närvar(?:ar|ade)|delt(?:ar|og)|var närvarande|är närvarande)|som (?:tjänstgörande )?ersättare[^:(]{0,80} (?:inträder|tjänstgör)",
        ("Som ersättare i stället för frånvarande ledamot inträder: Anna Ek (V) för Bo Å (V)", "Ersättare", "Närvarande ersättare", "Övriga närvarande ersättare är Anna Ek (C)",
         "Ersättare: Anna Ek (C)", "Ej tjänstgörande ersättare", "Ej tjänstgörande", "Ej beslutande", "Icke tjänstgörande ersättare",
         "Närvarande ej tjänstgörande ersättare", "Närvarande ersättare som inte tjänstgör", "Av ersättarna närvarade Bo Ås (S)"),
        ("Ersättaren Anna Ek", "Tjänstgörande ersättare", "Ej närvarande"),
    ),
    (
        Label.OTHERS,
        r"tjänsteperson|tjänsteman|(?:handläggare|tjänsteutövare|tjänstemannastöd|medverkande|förvaltningsledning|stab|kallade|inkallade)(?=:)|(?:kallade|inkallade|medverkande|deltagande) (?:tjänstemän|tjänstepersoner|handläggare|gäster|sakkunniga)|övriga(?: (?:närvarande|deltagande|deltagare|förtroendevalda|tjänstemän|tjänstepersoner|tjänstgörande|deltog))?|tj(?:m|mn|p)\.?(?=[ :])|(?:närvarande )?(?:tjänstemän|tjänstepersoner)(?: m\.? ?fl\.?)?(?:,? forts\.?)?"
        r"|närvarorätt(?: ?/ ?övriga deltagande)?|insynsplats(?:er)?|representant(?:er)? (?:för|från) (?:(?:ungdoms|elev|barn|student|personal)[a-zåäö-]{1,30}|(?:de )?fack[a-zåäö]{1,20}(?: organisationer(?:na)?)?|[a-zåäö-]{0,30}(?:förvaltningen|kontoret))(?=:?$)|närvarande övriga|dessutom(?: (?:närvarande|närvarar|närvarade|deltar|deltog|medverkar|medverkade))?|föredragande|adjungerade?|(?:fackliga |personal)(?:företrädare|representanter)|fackliga representanter|sakkunniga|revisorer|gäst(?:er)?|besökare|inbjudna|från (?:[a-zåäö-]{0,30}förvaltningen|[a-zåäö-]{0,30}kontoret)(?: (?:deltar|deltog|närvarar|närvarade|medverkar|medverkade|var))?",
        ("Fackliga företrädare: Anna Ek", "Representanter för ungdomsrådet", "Från förvaltningen deltog", "Övriga närvarande", "Övriga deltagande", "Tjänstemän", "Övriga", "Övriga deltagare", "Närvarorätt", "Tjm: Bo Ås", "Handläggare: Bo Ås", "Kallade tjänstemän"),
        ("Övrigas synpunkter", "Representanter för kommunen", "Representanter för PRO"),
    ),
    (
        Label.ABSENT,
        rf"{_NOT} deltagande(?: (?:ledamöter|ersättare))?|{_NOT} (?:deltog|deltar)(?=:)|frånvarande(?: (?:ledamöter|ersättare|ordinarie ledamöter))?|{_NOT} närvarande(?: ledamöter)?|(?:anmält |anmälda )?förhinder|anmäl[dt] frånvaro",
        ("Frånvarande", "Ej närvarande", "Ej deltagande: Bo Ås (M)", "Frånvarande ledamöter", "Anmält förhinder"),
        ("Frånvarandes röst", "Närvarande"),
    ),
    (
        Label.SERVED,
        r"(?:(?:ersättare|tjänstgör(?:ande)?|istället|i stället) för|ersätter)(?= ?(?:[:;] ?)?$)",
        ("Ersättare för", "I stället för", "Ersätter"),
        ("Ersättare", "Ersättare för Bo Ås"),
    ),
    (
        Label.VERIFIERS,
        r"(?:protokolls?)?juster(?:are|ingsmän|ingsman|ingsperson(?:er)?|ingsledam(?:ot|öter))|juster(?:ande|as(?: av)?|at|ing av protokoll(?:et)?)|utse(?:s|dda?)?(?: till| att)? (?:att justera(?: protokollet)?|justera|(?:protokolls?)?justerare|justeringsm[aä]n)|att justera(?: protokollet)?(?: utse(?:s|tts)| utsågs)?|protokollet justeras(?: digitalt| elektroniskt)? av|justering(?:en)? (?:sker|görs)(?: digitalt| elektroniskt)? av|val av justerare|(?:till )?att (?:(?:jämte|tillsammans med) ordföranden? )?justera (?:dagens )?protokoll(?:et)?(?: (?:jämte|tillsammans med) ordföranden?)?(?: (?:valdes|väljs|utsågs|utses))?|till (?:protokolls)?(?:justerare|justeringsm[aä]n|justeringsperson(?:er)?) (?:valdes|väljs|utsågs|utses)",
        ("Att jämte ordföranden justera protokollet valdes Bo Ås", "Till justerare utsågs Bo Ås", "Till justeringsman utsågs Bo Ås", "Att justera protokollet utses Bo Ås", "Till att justera dagens protokoll jämte ordföranden utsågs Bo Ås", "Utsedd att justera: Bo Ås", "Justerare", "Justeringsperson", "Justeringspersoner: Bo Ås", "Justeringsledamöter: Bo Ås (M)", "Utses att justera", "Justerare: Anna Ek (C)", "Protokolljusterare", "Justerande", "Utses att justera;", "Protokollet justeras digitalt av", "Justering sker digitalt av Bo Ås"),
        ("Justering", "Justerandes signatur", "Justerandes sign"),
    ),
    (
        Label.CHAIR,
        r"(?:mötes|sammanträdes)?ordförande(?:n(?= ?(?:[:;]|$)))?",
        ("Ordförande", "Ordförande: Anna Ek (S)"),
        ("Ordföranden ställer", "Ordförandes signatur", "Vice ordförande"),
    ),
    (
        Label.SECRETARY,
        r"(?:nämnd|kommun|mötes|protokolls?)?sekreterare|protokollförare|vid protokollet",
        ("Sekreterare", "Vid protokollet", "Sekreterare Sara Ek"),
        ("Sekreteraren föredrar", "Sekreterares signatur"),
    ),
    (
        Label.PLACE_AND_TIME,
        r"(?:sammanträdets |sammanträdes|mötes)?plats(?:,? (?:och|o|samt|&)|,| ?/) ?(?:sammanträdes)?tid|tid(?:,? (?:och|o|samt|&)|,| ?/) ?plats|plats(?:,? (?:dag|datum))(?: och| &) tid",
        ("Plats och tid", "Plats och tid: Stadshuset, kl. 13.00", "Tid och plats", "Tid, plats", "Plats och tid;", "Plats/tid: Stadshuset", "Sammanträdesplats och tid"),
        ("Plats: Stadshuset", "Sammanträdesplats"),
    ),
    (Label.ROOM, r"(?:sammanträdes)?lokal", ("Sammanträdeslokal", "Lokal: Sal A"), ("Lokaler",)),
    (
        Label.PLACE,
        r"sammanträdesplats|plats(?! (?:och|för|på|i) )|mötesplats",
        ("Plats: Stadshuset", "Plats"),
        ("Plats och tid", "Platsen är bokad"),
    ),
    (
        Label.TIME,
        r"sammanträdestid|(?:dag|datum) och tid|mötestid|klockan|tid(?! (?:och|för|på|till) )",
        ("Tid: klockan 13.00–15.40", "Tid", "Klockan 17:30", "Dag och tid"),
        ("Tidigare behandling",),
    ),
    (
        Label.MEETING_DATE,
        r"sammanträdes(?:datum|dag|dagen?)|mötesdatum|datum för sammanträde(?:t)?|sammanträde(?=:? (?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?\d)",
        ("Sammanträdesdatum", "Sammanträdesdag 11 maj 2015", "Sammanträdesdatum: 2025-03-04"),
        ("Sammanträdesdatumet ändras", "Datum för anslags uppsättande"),
    ),
    (
        Label.BODY_AND_DATE,
        r"(?:organ|nämnd|styrelse|instans),? (?:och|samt) (?:sammanträdes)?(?:datum|dag)",
        ("Organ och sammanträdesdatum", "Organ och sammanträdesdatum Parknämnden 2025-03-04"),
        ("Organ",),
    ),
    (
        Label.BODY,
        r"(?:beslutande |beslutsfattande )?organ|beslutsinstans|(?:besluts)?instans|nämnd(?: ?/ ?styrelse(?:n)?)?|styrelse(?: ?/ ?nämnd)?",
        ("Organ", "Beslutande organ", "Organ: Kommunstyrelsen", "Nämnd/Styrelse", "Instans"),
        ("Organet", "Organisation"),
    ),
    (
        Label.PARAGRAPHS,
        r"(?:(?:avser |justerade |berörda )?paragraf(?:er|en)?|(?:protokollets )?omfattning|(?:protokollet )?omfattar(?: paragraf(?:er(?:na)?)?)?)(?=[:;]? ?(?:[§\d]|$))",
        ("Omfattning", "Paragrafer", "Paragrafer 1-12", "Protokollet omfattar §§ 246–300", "Avser paragrafer", "Justerade paragrafer"),
        ("Motionerna under paragraferna 12-13 bordläggs.", "Paragrafen förklaras omedelbart justerad."),
    ),
    (
        Label.VERIFIED,
        r"justeringens? (?:(?:plats|ort) (?:och|o) (?:tid|dag|datum)|(?:tid|dag|datum) (?:och|o) plats|datum|dag|tid)|(?:plats och tid|tid och plats|tid|datum|dag|plats och datum) för (?:protokollets )?justering(?:en)?"
        r"|justerings(?:datum|dag)|justering,? (?:plats och tid|tid och plats|datum)|(?:protokollet )?justera(?:t|d|s)(?: den)?(?=[:;]? (?:den )?\d)|protokollet justera(?:t|d)(?: den)?",
        ("Justeringens plats och tid", "Tid och plats för justering", "Justeringens tid 18 maj 2015", "Datum för justering: 2025-03-11"),
        ("Justering", "Justerande", "Bestämmande av tid för justering"),
    ),
    (
        Label.POSTED,
        r"datum (?:för|då) anslag(?:et)?s? (?:uppsättande|upprättande|sätts upp|sattes upp|publicer(?:as|ing))|anslag(?:et|s)? ?(?:sätts|sattes|sätts|har satts) upp(?: den)?"
        r"|anslaget (?:den|uppsatt|publicera[ts]|publicerat)(?: den)?|anslag uppsatt(?: den)?|anslagsdatum|anslagsdag|(?:uppsatt|uppsätts|anslås|publicerat)(?: den)?(?=[:;]? ?(?:den )?(?:\d|$))|datum för (?:publicering|uppsättande|uppsättning)|uppsättningsdatum|uppsättningsdag|anslagstid från",
        ("Datum för anslags uppsättande", "Anslaget sätts upp", "Datum då anslaget sätts upp", "Anslaget den", "Datum för anslags upprättande;", "Anslagsdatum 2025-03-12", "Uppsättningsdatum"),
        ("Anslag till föreningar", "Anslaget tas ned"),
    ),
    (
        Label.TAKEN_DOWN,
        r"datum (?:för|då) anslag(?:et)?s? (?:nedtagande|tas (?:ned|ner|bort)|avpublicer(?:as|ing))|anslag(?:et|s)? ?(?:tas|tages|togs) (?:ned|ner|bort)(?: den)?"
        r"|anslaget (?:nedtaget|avpublicera(?:s|t|d|des))(?: den)?|anslag nedtaget(?: den)?|(?:nedtas|nedtaget|tas ned|tas ner|nedtages|avpubliceras)(?: den)?|datum för (?:avpublicering|nedtagande|nedtagning)|nedtagningsdatum|nedtagningsdag|avpubliceringsdatum|sista (?:anslagsdag|anslagsdatum|dag för anslag(?:et)?)",
        ("Datum för anslags nedtagande", "Anslaget tas ned", "Nedtas den", "Datum då anslaget tas ned", "Nedtagningsdatum: 2025-04-03", "Sista anslagsdag: 27 mars 2024"),
        ("Anslaget har satts upp", "Datum för anslags uppsättande"),
    ),
    (Label.VERIFICATION, r"(?:protokolls?|protokollets )?justering(?:en)?(?=[:;]? ?(?:[A-ZÅÄÖ\d]|$))", ("Protokolljustering", "Justering", "Justering: digital", "Justeringen 2025-09-18"), ("Justerandes sign",)),
    (
        Label.END,
        r"underskrift(?:er)?|(?:anslag|bevis) ?/ ?(?:bevis|anslag)|anslag|bevis|bevis om (?:anslag|justering)|tillkännagivande|förvaringsplats(?: (?:för|av) protokollet)?|protokollets förvaringsplats|ordningen för ärendenas avgörande",
        ("Underskrifter", "ANSLAG/BEVIS", "Förvaringsplats för protokollet"),
        ("Ordförande Anna Ek", "Justerare"),
    ),
    (
        Label.NONE,
        r"närvarolista|upprop(?=$)|sista dag att överklaga|anslags(?:plats|tid)|ärende(?:n|lista)?|innehållsförteckning",
        ("Närvarolista", "Sista dag att överklaga", "Upprop"),
        ("Närvarande", "Upprop förrättas"),
    ),
)  # fmt: skip

_PATTERNS = tuple(
    (
        label,
        Pattern(
            rf"^(?:{words}){_IS if label in OF_PEOPLE else ''}{_VALUE}",
            catches=catches,
            leaves=leaves,
            ignore_case=True,
        ),
    )
    for label, words, catches, leaves in _WORDS
)
_LABELS = Table(_PATTERNS)
_BY_LABEL = dict(_PATTERNS)
MEMBERS, PRESENT, SERVING, SUBSTITUTES, OTHERS, PARAGRAPHS_LABEL = (
    _BY_LABEL[label]
    for label in (
        Label.MEMBERS,
        Label.PRESENT,
        Label.SERVING,
        Label.SUBSTITUTES,
        Label.OTHERS,
        Label.PARAGRAPHS,
    )
)

# A value that only a day can be: what stands behind "Anslaget sätts upp" and has none is a sentence.
DATED = frozenset({Label.MEETING_DATE, Label.POSTED, Label.TAKEN_DOWN})
HAS_DATE = Pattern(rf"(?:{DATE_TEXT})", catches=("den 11 maj 2015",), leaves=("i maj",), ignore_case=True)

DATE_AT_END = Pattern(
    rf" (?:den )?{DATE_TEXT}$", catches=("Datum för anslags 2025-04-03",), leaves=("2025-04-03",), ignore_case=True
)

# The words of a label of attendance, as a whole none that is known: "Ersättare utan tjänstgöring"
UNKNOWN_LABEL = Pattern(
    r"^(?=[A-ZÅÄÖ])(?=[^():;,.§\d]{4,60}:?$)(?:[^\W\d_]|[ -]){0,40}?(?:ersättare|suppleanter|tjänstgör|i tjänst|beslutande|närvarande|deltagande|frånvarande|förhindrade|insyn|adjungera|föredragande|inbjudna)",
    catches=("Ersättare utan tjänstgöring", "Ersättare ej", "Särskilt inbjudna:", "Deltagande utan rösträtt"),
    leaves=("Anna Ek", "Ersättare (ej)", "Ersättare 12", "Personalchef"),
    ignore_case=True,
)
# The same before whom it lists: "Ersättare med yttranderätt: Bo Ås (M)"
UNKNOWN_BEFORE = Pattern(
    r"^(?=[A-ZÅÄÖ])(?=[^():;,.§\d]{4,60}: )(?:[^\W\d_]|[ -]){0,40}?(?:ersättare|suppleanter|tjänstgör|i tjänst|beslutande|närvarande|deltagande|frånvarande|förhindrade|insyn|adjungera|föredragande|inbjudna)[^:]{0,40}: (?P<value>\S.*)",
    catches=("Ersättare med yttranderätt: Bo Ås (M)", "Särskilt inbjudna: Cia Berg"),
    leaves=("Bo Ås (M)", "Ersättare med yttranderätt:", "Ordförande: Anna Ek"),
    ignore_case=True,
)
# What stands like a label, whatever it says: "Permitterade", "Med förfall:"
HEADS_ALONE = Pattern(
    r"^[A-ZÅÄÖ](?:[^\W\d_]|[ /-]){2,50}:?$",
    catches=("Permitterade", "Med förfall:", "Icke röstande"),
    leaves=("Anna Ek (S)", "KS 12", "S", "utan plats"),
)
LISTED_BEHIND = Pattern(
    r"^(?P<label>[A-ZÅÄÖ](?:[^\W\d_]|[ /-]){2,50}): ?(?P<value>\S.*)",
    catches=("Åhörare: Dan Holm (M)",),
    leaves=("Dan Holm (M): ja", "kl: 13"),
)
# Who listened or wrote, whom no name need stand for: "Åhörare    12 personer"
LISTS_NOBODY = Pattern(
    r"^(?:antal )?(?:åhörare|publik|allmänhet(?:en)?|besökare|press(?:en)?|media|massmedia)(?: och (?:åhörare|press|media))?:?$",
    catches=("Åhörare", "Antal åhörare:", "Press och media"),
    leaves=("Åhörarplats", "Pressansvarig", "Åhörare 3 personer"),
    ignore_case=True,
)
# A party of a town's own, or a town, over those who are of it.
OWN_PARTY = Pattern(
    r"(?:kommun|stad|parti(?:et)?|demokraterna|listan|alliansen|bygden|samling|väl|framtid|oberoende|vilde|vildar|partipolitiskt obundna|obunden|obundna|valkrets(?:en)?)(?: \w{1,20}){0,2}:?$",
    catches=(
        "Älnsjöpartiet",
        "Representanter för Älnsjö kommun:",
        "Kommunens Väl",
        "Framtid Älnsjö",
        "Norra valkretsen",
    ),
    leaves=("Permitterade",),
    ignore_case=True,
)
# What turns a label that it stands behind, before whom it lists: "Deltagande utan rösträtt: Bo Ås (M)"
TURNS_LABEL = Pattern(
    r"^(?:utan|utom|förutom|frånsett|undantaget|med (?:yttrande|närvaro|insyn)|som (?:inte|ej)|ej|inte|icke|del(?:ar)? av)(?:[^\W\d_]|[ -]){0,50}: (?P<value>\S.*)",
    catches=("utan rösträtt: Bo Ås (M)", "som inte deltog: Bo Ås (M)", "utom: Bo Ås (M)"),
    leaves=("och ersättare: Bo Ås (M)", "Bo Ås (M)", "utan rösträtt"),
)
# Who is listed is who was not there: "Samtliga ledamöter med undantag av:"
ALL_BUT = Pattern(
    r"^(?:samtliga|alla|hela)(?! ledamöter(?:na)?$)[^.:;(]{0,60}? ?(?:med undantag (?:av|för)|utom|förutom|undantaget|frånsett|minus)(?!\w) ?[:;]?",
    catches=("Samtliga ledamöter med undantag av:", "Samtliga ledamöter utom Anna Ek (S)", "Alla utom Bo Ås"),
    leaves=("Samtliga ledamöter", "Utom ramen"),
    ignore_case=True,
)
# A list of whom to call: who of them was there is told by marks alone.
ROLL = Pattern(r"^uppropslista ?:?$", catches=("Uppropslista", "UPPROPSLISTA:"), leaves=("Upprop",), ignore_case=True)
# Where those present are listed, if not here.
ELSEWHERE = Pattern(
    r"^\(?(?:se|enligt|framgår|jfr|jämför)(?: av)?(?: separat| särskild| bifogad[eat]?| bilag[dt]| nästa)?(?!\w)|^bilaga(?!\w)|^\d{1,3} (?:[a-zåäö]{2,30} ){1,6}(?:enligt|se)(?: (?:separat|särskild|bifogad|bilagd))? (?:bilaga|närvaro|uppropslista|förteckning)|^samtliga(?: [a-zåäö]{2,30})?(?: ledamöter(?:na)?)?\.?$",
    catches=(
        "Se bilaga",
        "Enligt bilagd förteckning.",
        "Se sidan 2",
        "Samtliga ledamöter",
        "Framgår av närvarolista",
        "31 ledamöter och ersättare enligt närvarolista",
    ),
    leaves=("Seved Ek (S)", "Anna Ek"),
    ignore_case=True,
)


@lru_cache(maxsize=8_192)  # the same cell is asked about by several readers
def label_of(text: str) -> tuple[Label, re.Match[str]] | None:
    """The longest label that the words are or start with, and the match whose group `value` is what stands behind it."""
    if not text[:1].isupper():
        return None  # an office in a column of its own: "ordförande"
    matches = [(label, match) for label, pattern in _LABELS.rows(text) if (match := pattern.match(text))]
    return min(matches, key=lambda pair: len(pair[1]["value"] or ""), default=None)
