"""Case numbers and § numbers."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT, ISO, SPAN_OF_YEARS
from importers.patterns.organs import BODY_IN_CAPITALS, BODY_NAME
from importers.patterns.pattern import Pattern

# A case number is a code, a year and a serial, in any order and with any signs between:
# KSN-2023-03553 · N050-0142/24 · 0214/21 · KS/2017:128 · KU.2017.3 · Ks 479/2024 · 2011/KS 0206 001 · 2012-KS0478
_FULL_YEAR = r"(?:19|20)\d\d"
_FOREIGN = r"(?!(?:TRV|SOU|SFS|LSS|EU)[- /.])"  # state agencies' papers, laws
_CODE = rf"{_FOREIGN}[A-ZÅÄÖ]{{2,6}}"
_SERIES = rf"[A-ZÅÄÖ]{{2,10}}-{_FULL_YEAR}-\d{{1,6}}(?!-\d)(?::\d{{1,4}}(?:-\d{{1,4}})?)?"
_UNIT = r"N\d{2,4}-\d{1,5}/\d\d(?!\d)"
_CODE_YEAR_SERIAL = (
    rf"{_CODE}[/.]{_FULL_YEAR}[:./-]\d{{1,5}}(?!\d)|{_CODE}[- ]?{_FULL_YEAR}/\d{{1,5}}(?!\d)"
    rf"|{_CODE}[- ]?{_FULL_YEAR}\.\d{{1,5}}(?!\.?\d)|{_CODE} {_FULL_YEAR}-\d{{3,6}}(?![\d-])"
)
_CODE_SERIAL_YEAR = rf"{_FOREIGN}[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,9}} \d{{1,5}}/{_FULL_YEAR}(?!\d)"
_YEAR_CODE_SERIAL = rf"(?:{_FULL_YEAR}|\d\d)/[A-ZÅÄÖ]{{2,6}} \d{{2,4}} \d{{3}}|{_FULL_YEAR}/[A-ZÅÄÖ]{{2,6}} ?\d{{3,5}}(?! ?\d)|{_FULL_YEAR}-[A-ZÅÄÖ]{{2,6}}-?\d{{2,6}}(?![\d-])|(?:9\d|[012]\d)[A-ZÅÄÖ]{{2,5}}\d{{3,5}}(?![\d-])"
_LONG_SLASH = rf"\d{{5}}/{_FULL_YEAR}(?!\d)"
_SHORT_SLASH = r"\d{2,4}/\d\d(?!\d)"
_YEAR_SERIAL = rf"{_FULL_YEAR}/\d{{1,5}}(?!\d)|{_FULL_YEAR}-0\d{{5}}(?!\d)"
# The years of a plan, behind a word that is no body's sign: "IOP 2025-27"; "KS 2024-17" is a number.
_YEARS_OF_PLAN = rf"(?![A-ZÅÄÖ]{{2,6}}(?<![SNFKU]) {SPAN_OF_YEARS})"
_SCHOOL_YEAR = "|".join(rf"20{year:02}/(?:20)?{year + 1:02}(?!\d)" for year in range(99))
LETTERED = f"{_SERIES}|{_UNIT}|{_CODE_YEAR_SERIAL}|{_YEAR_CODE_SERIAL}|{_CODE_SERIAL_YEAR}|{_LONG_SLASH}"
ANY = f"{LETTERED}|{_YEAR_SERIAL}|{_SHORT_SLASH}"

# In brackets behind a title, or alone beneath the number of a §: a body's or office's code and a year of two digits, or a
# serial of a few. "KS 24-561" · "SBK 2025-19" · "KS/2025:00033 – 880", the last a plan's code behind it.
_OF_TWO_DIGITS = rf"(?!(?:ISO|EN|SS|DIN)[ /-]){_CODE}[ /-]?\d\d[-/:]\d{{3,5}}(?:-\d{{3}})?(?![\d-])|[A-ZÅÄÖ]{{1,5}}[SNFKU][ /-]?\d\d[/:]\d{{2}}(?![\d-])"
_PLAN_BEHIND = r"(?: [–-] \d{2,3})?"

# At the end of a title with nothing between: "Månadsrapport mars 2025 SN 2025/77".
_BARE = rf"{_SERIES}|{_CODE_YEAR_SERIAL}|{_CODE} \d{{1,5}}/{_FULL_YEAR}(?!\d)"

# Only after a label: it could be anything. "91474" · "05.123" · "KS 02-323 041" · "KNSLI/20014197" · "06/KS 15"
_PLAN = r"(?: \d{2,4}){0,2}"
_LABELLED_ALONE = (
    rf"(?!{ISO}(?!\d))(?:"
    rf"(?!\d{{5}}/{_FULL_YEAR}\d|{_FULL_YEAR} [A-ZÅÄÖ])\d{{2,9}}(?:[/.:-]\d{{1,8}}){{0,2}}(?: \d{{2,3}}){{0,2}}"
    rf"|[A-ZÅÄÖ]{{1,8}}[- ]{_FULL_YEAR}[-:/ ]\d{{1,6}}|{_FULL_YEAR} [A-ZÅÄÖ]{{2,6}}\d{{1,6}}"
    rf"|\d{{2,4}}[/:-][A-ZÅÄÖ]{{2,8}}[ /:-]?\d{{2,8}}{_PLAN}|{_FULL_YEAR}\.[A-ZÅÄÖ]{{2,8}}\.\d{{1,6}}|\d\d[A-ZÅÄÖ]{{2,5}}\d{{1,6}}"
    rf"|[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,9}}[ ./:-]?\d{{1,9}}(?:[./:-]\d{{1,8}}){{0,2}}{_PLAN})(?![\w/:-]|\.\w)"
)

# A plan's code in parts, behind the number of a case: "2023/588-1.1.1.1", "2021-000377 1.2.4.1".
_PLAN_IN_PARTS = r"(?: ?[–-] ?| )\d{1,2}(?:\.\d{1,2}){2,4}"

CASE_NUMBER = Pattern(
    rf"(?<![\w/:-])(?P<number>{LETTERED})(?![\w/])",
    catches=(
        "KSN-2023-03553",
        "SLK-2024-00008:12",
        "MKN-2022-8910",
        "N050-0142/24",
        "KS/2017:128",
        "KU/2009.4",
        "KU.2017.3",
        "Ks 479/2024",
        "2011/KS 0206 001",
        "25/KS 15 111",
        "2012-KS0478",
        "KS 2018/14",
        "KS 2025.0041",
        "MBN 2023-0812",
        "2025/KS 0041",
        "2025/SN0088",
        "24KS0310",
        "00411/2026",
    ),
    leaves=(
        "SOU 2024:34",
        "KF 2024-04-24",
        "Handling 2024 nr 97",
        "KSN-2023-03553-4",
        "Sida 3-2-1",
        "2024-12-11",
        "KF 2024.04.24",
        "TRV 2018/4711",  # a state agency's
    ),
)

CASE_LABEL = rf"(?:Ärende(?=:? (?:{_BARE}))|Ärendenummer|Ärende[ -]?nr\.?|Ärende\.nr|[Dd]iarie[ -]?(?:nummer|nr\.?)|[Dd]\.?nr\.?|DNR\.?|DIARIENUMMER|ÄRENDENUMMER)"

# The first line of a case number that is broken in its column: "Diarienummer BUN" over "2025/57".
CASE_LABEL_FIRST = Pattern(
    rf"^{CASE_LABEL} ?:?(?: [A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,9}}| (?:{_FULL_YEAR}/)?[A-ZÅÄÖ]{{2,8}})?$",
    catches=("Diarienr", "Ärendenummer:", "Diarienummer BUN", "Dnr. Ks"),
    leaves=("Diarienummer 2025/57", "Ärendenumret saknas"),
)

CASE_LABEL_ALONE = Pattern(
    rf"^{CASE_LABEL} ?:?$", catches=("Ärendenr:", "Dnr", "Diarienummer:"), leaves=("Ärendet:", "Dnr 2025/7", "Diariet")
)

# A line or cell that is a case number and nothing else; its place on the day's list may stand before it.
CASE_LINE = Pattern(
    rf"^(?P<bracket>\()?(?:\d{{1,3}}, )?(?P<label>{CASE_LABEL}:? ?)?(?P<number>(?:{ANY})(?:(?={_PLAN_IN_PARTS}\)?$)|(?![\w/:-]|\.\w))|(?(label){_LABELLED_ALONE}|(?!)))"
    rf"(?:{_PLAN_IN_PARTS}(?=\)?$))?(?:[,;]? (?:och )?(?P<second>{ANY}))?(?(bracket)\))(?(label)\.?)$",
    catches=(
        "KSN-2023-03553",
        "(Dnr KS 2024.0001)",
        "(KS 2024/12)",
        "Dnr. 2011/KS 0206 001",
        "0214/21",
        "Ärendenummer SLK-2024-00780",
        "Ks 261/2024",
        "Dnr: 2023-00123",
        "Diarienr: KS/2025:77.",
        "DNR:KU/2009.4",
        "Diarienummer 91474",
        "Dnr KS 02-323 041",
        "Dnr 2012-KS0478",
        "Dnr B 2024-000312",
        "Dnr BYGG 2024-312",
        "DNR:KNSLI/20014197",
        "Dnr 05.123",
        "Dnr 2025.KS.12",
        "Dnr 2025.123 042",
        "Dnr 2025 PN0012",
        "Dnr 2023/588-1.1.1.1",
        "Dnr 2021-000377 1.2.4.1",
        "KS 2024/00012 - 2.6.1",
        "15, KSF-2025-00345",
        "2025-000041",
        "2025/7",
        "2025/1234",
    ),
    leaves=(
        "2023-00123",
        "(2024/12",
        "KSN-2023-03553-4",
        "§ 372",
        "SOU 2024:34",
        "Dnr 2024-12-11",
        "Sida 1 (41)",
        "91474",
        "Diarienummer 00373/20221.1.1.",
    ),
)

# The same alone beneath the number of a § that has neither title nor case number yet.
CASE_BENEATH_ITEM = Pattern(
    rf"^{_YEARS_OF_PLAN}(?P<number>{_OF_TWO_DIGITS}|{_CODE}[ /-]{_FULL_YEAR}-\d{{1,5}}(?![\d-])|{_CODE}[ /-]\d{{2,4}}:\d{{1,5}}(?!\d)){_PLAN_BEHIND}$",
    catches=("SBK 2025-19", "KS 24-561", "KS 08/0012-042", "KS 2025:41", "BUN-24:112"),
    leaves=("SOU 2024:34", "KF 2025-03-04", "Budget 2025-27", "VP 23-26", "VP 2025-27"),
)

# The same in a column of its own on the line of a §'s number, where nothing but its form says so: any code, a whole year and
# a serial. Spans of years are none.
CASE_BESIDE_ITEM = Pattern(
    rf"^{_YEARS_OF_PLAN}(?P<number>{_OF_TWO_DIGITS}|(?:{_CODE}|[A-ZÅÄÖ][a-zåäö]{{1,2}})[ ./:-]?{_FULL_YEAR}[-/:. ](?!20[2-4]\d(?!\d))(?!\d\d-\d\d(?!\d))\d{{1,6}}(?![\d/:-]|\.\d)|{_FULL_YEAR}[-/:.](?!20[2-4]\d(?!\d))\d{{3,6}}(?![\d/:-])|(?=(?:[A-ZÅÄÖ\d]{{1,8}}[./:-]){{0,3}}{_FULL_YEAR}(?!\d))(?=[\d./:-]{{0,20}}[A-ZÅÄÖ])(?:[A-ZÅÄÖ]{{1,8}}|\d{{1,6}})(?:[./:-](?:[A-ZÅÄÖ]{{1,8}}|\d{{1,6}})){{2,4}})(?: [–-])?(?: \d{{2,3}}){{0,2}}$",
    catches=(
        "2024.SBN.1",
        "SBN-2024-44",
        "KS 2024-17 106",
        "KS 2024-3 101",
        "Ks 2024:17",
        "2024-1234 041",
        "KS-2024/17 - 106",
        "2024:118",
    ),
    leaves=("KF 2025-03-04", "Budget 2025-27", "IOP 2025-27", "2024-2026", "HVB 2024-2026", "2024-12", "KS 2024-12-11"),
)

# A case number with the code of a plan of its body's papers behind it, in the head of a §.
CASE_AND_PLAN = Pattern(
    rf"^(?:{CASE_LABEL}:? ?)?(?P<number>{LETTERED})(?:(?: [–-])? \d{{2,3}}|{_PLAN_IN_PARTS})$",
    catches=("KS/2025:00033-1.4.2.1", "BUN 2025/00203 60", "KS/2025:00033 – 880", "Dnr KS 2025.41 042"),
    leaves=("BUN 2025/00203", "2025-03-04 12", "KSN-2024-00008:12-14"),
)

LABELLED_CASE = Pattern(
    rf"(?:^|[ (]){CASE_LABEL}:? ?(?P<number>{ANY}|{_LABELLED_ALONE})(?![\w/])",
    catches=(
        "Dnr 2023-00123",
        "Ärendenummer SLK-2024-00417",
        "§ 23 Dnr 0074/23",
        "Diarienummer: KSN-2023-03553",
        "§ 1 DNR:KU/2009.4",
    ),
    leaves=("Ärendenummer", "nr 0074/23 ", "Handling 2024 nr 97", "Dnr för ärendet"),
)

# A number whose label says what it is and whose form does not: run together with a plan's code.
LABELLED_ODD = Pattern(
    rf"^{CASE_LABEL}:? ?(?P<number>(?=\S{{0,30}}\d)[\w./:-]{{3,40}}(?: [\w./:-]*\d[\w./:-]*){{0,2}})$",
    catches=("Diarienummer 00373/20221.1.1.", "Dnr: KS-2O25/0004l7"),
    leaves=("Diarienummer saknas", "Dnr KS 02-323 041"),
)

_AFTER_COMMA = r"[A-ZÅÄÖ]{2,6} \d{3,5}/\d\d(?!\d)"
# Another number of the matter, at the end of its title.
TITLE_THEN_CASE = Pattern(
    rf"^(?P<title>(?!{CASE_LABEL}|{ANY}).{{3,600}}?)"
    rf"(?:,? \(?{CASE_LABEL}:? ?(?P<labelled>{ANY}|{_LABELLED_ALONE})\)?|, (?P<number>{LETTERED}|{_AFTER_COMMA})| [(\[](?P<bracketed>(?!{_SCHOOL_YEAR})(?:{ANY}|{_OF_TWO_DIGITS}|{_FULL_YEAR}-0\d{{3,4}}))(?:[,;] (?P<second>(?!{_SCHOOL_YEAR})(?:{ANY})))?{_PLAN_BEHIND}[)\]]| (?P<bare>{_BARE}))$",
    catches=(
        "Månadsrapport mars 2025 SN 2025/77",
        "Svar på motion om halka KSN-2024-00123",
        "Svar på remiss om lekplatser, SLK 0377/21",
        "Svar på motion om lekplatser, dnr KS/2017:128",
        "Svar på motion om cyklar (S) (KS/2025:41)",
        "Delårsrapport 2025 (dnr KS 2025/42)",
        "Bidrag till resor Dnr 31/16",
        "Ny förskola (0041/25)",
        "Ny förskola [PN 2025/41]",
        "Ny förskola (2025-000041)",
        "Ny förskola (KS 24-561)",
        "Ny förskola (BUN 2024/00098, KS 2024/00201)",
        "Ny förskola (KS25/512)",
        "Ny förskola (2025-00214)",
        "Ny förskola (dnr 2025:KS:318)",
        "Ny förskola (KS/2025:00033 – 880)",
    ),
    leaves=(
        "Svar på motion om lekplatser",
        "Remiss om väg 55, TRV 2018/4711",
        "Ärendenummer SLK-2024-00417",
        "Ks 261/2024, SN-2017/104",
        "Remiss av betänkandet Nya vägar (SOU 2024:34)",
        "Budget (S)",
        "Läsårstider (2025/26)",
        "Läsårstider (KS 2024/12, 2025/26)",
        "Ny standard (ISO 14-001)",
        "Mandatperioden (VP 23-26)",
        "Svar på motion 12/2023",
        "Remiss av betänkandet SOU 2024:34",
    ),
)

CASE_THEN_TITLE = Pattern(
    rf"^(?:[|/] ?)?(?P<bracket>[(\[])?(?:{CASE_LABEL}:? )?(?P<number>(?:{LETTERED})(?:-\d{{1,3}})?)(?(bracket)[)\]])(?![\w/-])[,.:]? (?:[–—|-] )?(?P<title>[A-ZÅÄÖ][a-zåäö].{{2,300}}?)(?:(?<=[a-zåäö]{{3}})\.)?$",
    catches=(
        "Ärendenummer IOFF-2024-00254 Svar på motion om att",
        "Dnr MKN-2022-8910 Yttrande över remiss",
        "Dnr KS 2024/311 - Budget 2025",
        "(PN 2025/12) Taxa för bad",
        "| PN 2025/12 | Taxa för bad",
        "PN 2025/12-3 Taxa för bad",
    ),
    leaves=("(PN 2025/12 Taxa för bad", "Ärendenummer SLK-2024-00417", "0214/21", "Svar på motion SLK-2024-00417"),
)

DOCUMENT_NUMBER = Pattern(
    r"(?<![\w-])(?P<number>(?P<case>[A-ZÅÄÖ]{2,10}-(?:19|20)\d\d-\d{1,6})-(?P<document>\d{1,4}))(?![\w-])",
    catches=("KSN-2023-03553-4",),
    leaves=("KSN-2023-03553", "2024-11-05", "SLK-2024-00008:12-14"),
)

# A number that stands where a case number should and is spelled with letters from another alphabet or other dashes.
ODD_CASE_NUMBER = Pattern(
    r"(?<!\w)\w{2,10}[-\u2010\u2011\u2012\u2013\u2212][\dOoIl]{4}[-\u2010\u2011\u2012\u2013\u2212][\dOoIl]{3,6}(?![\w-])",
    catches=("КSN-2O23-03553", "KSN\u20112023\u201103553"),
    leaves=("2024-12-11", "SOU 2024:34"),
)

ITEM_NUMBER = r"\d{1,4}(?:/\d\d(?!\d)| ?[A-Za-z](?![A-Za-zåäö]))?"

# The body's sign before the "§" ("KF", "Mbn", "KSAU", "Ks au", "Valn"), or its name; words that cite a § are none.
_NO_SIGN = r"(?!(?:Se|Jfr|Jmf|Enl|Lag|Lagen|Kap|Mom|Till|Från|Även|Samt|Under|Forts|Fr|Om|Ej|Av|Och|Punkt|Ärende|Enligt|Jäv|Utom|Bilaga)\b)"
ITEM_SIGN = rf"(?:{_NO_SIGN}[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,6}}\.?(?:[ -][A-Za-zÅÄÖåäö]{{0,3}}[Uu])?|(?-i:(?=[A-ZÅÄÖ])){BODY_NAME}|(?-i:{BODY_IN_CAPITALS}))"

ITEM_HEADING = Pattern(
    rf"^(?:(?P<sign>{ITEM_SIGN}) ?)?§(?:§(?= ?\d{{1,4}}(?: ?[–-] ?| och )\d))? ?(?P<number>{ITEM_NUMBER})(?:/(?P<year>{_FULL_YEAR}))?(?P<more>(?: ?[–-] ?| och )\d{{1,4}}(?=[,.:]? +[A-ZÅÄÖ]))?(?![\d/–-])(?:[,.:]|(?: ?[–—|]| -)(?= +[A-ZÅÄÖ]))?(?: +(?P<rest>\S.*))?$",
    catches=(
        "§ 372",
        "UN § 88 – Läsårstider",
        "§ 171 - Svar på motion",
        "§ 9,",
        "§9",
        "§ 612 Ärendenummer SLK-2024-00417",
        "§ 23 0214/21",
        "Kf §12",
        "§ 12A",
        "§63 Anmälan av motioner",
        "SN § 13",
        "PARKNÄMNDEN § 41",
        "Mbn § 141",
        "KSAU § 42/2025",
        "§ 63/20 Fastställande av dagordning",
        "Ks au § 43 Dnr 25/KS 15 111",
        "Valn. § 7",
        "§§ 140–141 Internkontroll och tillsyn",
    ),
    leaves=(
        "kommunallagen 5 kap. 35 §",
        "Fortsättning § 66",
        "Paragrafer 1-12",
        "Se § 14",
        "Enligt § 3",
        "Regionstyrelsen § 1-21",
        "§§ 1-12",
    ),
)

# Several §§ alone on their line, in the dress of a heading and next in number; a cover's range looks the same.
RANGE_HEADING = Pattern(
    r"^§§? ?(?P<number>\d{1,4})(?: ?[–-] ?| och )(?P<last>\d{1,4})$",
    catches=("§ 133-134", "§§ 12–14", "§§ 7 och 8"),
    leaves=("§ 133", "§§ 12-14 Information", "Paragrafer 12-14"),
)

# The head of a § where no "§" is printed, or behind the number: "22. Lokal för öppen förskola", "7 Taxa för bad", "41 § BOKSLUT".
BARE_HEADING = Pattern(
    r"^(?P<word>(?:(?:Paragraf|PARAGRAF)(?: nr)?:?|(?:Ärende|ÄRENDE|Punkt|PUNKT)(?: nr)?) )?(?P<number>\d{1,3})(?:[.):]|(?P<mark> ?§[.:]?))?(?:(?<=§)|(?(word)(?=$)|(?!))| +(?:[–—-] )?(?P<rest>[A-ZÅÄÖÉ][^\n]{2,160}(?<![.,;:])))$",
    catches=(
        "45 §",
        "45 § – Taxa för bad",
        "Paragraf 14 Taxa för bad",
        "PARAGRAF 14",
        "Paragraf: 112",
        "Ärende 4 Nästa möte",
        "Punkt 3 – Ekonomi",
        "22. Lokal för öppen förskola (KS 2025.0034)",
        "7 Taxa för bad",
        "1) Mötets öppnande",
        "41 § BOKSLUT 2024",
    ),
    leaves=("1. Motionen avslås.", "2025 Budget", "12 kommuner deltar", "3. Bo Ås (M),", "45", "35 § kommunallagen"),
)

# What stands behind the number of a law's §: "35 § Kommunallagen".
LAW_ALONE = Pattern(
    r"^[\wåäöÅÄÖ-]{0,40}(?:lag|lagen|balk|balken|förordning|förordningen|kungörelsen)(?: \((?:19|20)\d\d:\d{1,4}\))?[.,:;]?$",
    catches=("Kommunallagen", "Kommunallagen (2017:725)", "Jordabalken"),
    leaves=("Taxa enligt kommunallagen", "Avlopp", "Kommunallagen och reglementet"),
)

# The mark of a § whose number stands beneath it, in a column too narrow for both; and that number.
OPEN_ITEM_MARK = Pattern(
    rf"^(?:{ITEM_SIGN} ?)?§$",
    catches=("KSAU §", "§", "Valn. §", "Barn- och utbildningsnämnden §"),
    leaves=("kommunallagen 5 kap. 35 §", "Enligt §", "§ 12", "§§"),
)
BARE_ITEM_NUMBER = Pattern(
    rf"^{ITEM_NUMBER}(?:/{_FULL_YEAR})?$",
    catches=("34", "34/2025", "34/25", "7A"),
    leaves=("1.", "2025-03-04", "34-36", "12345"),
)

# The same with the title's next word touching it.
GLUED_ITEM_NUMBER = Pattern(
    rf"^(?P<number>\d{{1,4}}(?:/{_FULL_YEAR})?)(?P<rest>[^\W\d_]\S{{2,60}})$",
    catches=("33/2025snöröjningen", "33snöröjningen"),
    leaves=("33/2025", "7A", "2025-03-04"),
)

# What stands behind a § that is cited, not headed: the day of the meeting whose § it is.
DATED_REST = Pattern(
    rf"^(?:den )?(?P<date>{DATE_TEXT}|\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))",
    catches=("08-12-09 Partierna nominerar", "2008-12-09", "den 9 december 2008"),
    leaves=("0214/21", "Dnr 08-12", "2024-00123"),
)

# An extract may print number and case at the end of the title: "Svar på remiss om lekplatser § 115, N609-0789/23".
ITEM_AT_END = Pattern(
    rf"^(?P<title>.{{8,600}}?),? § ?(?P<number>{ITEM_NUMBER}),? (?:{CASE_LABEL}:? ?)?(?P<case>{ANY})$",
    catches=(
        "oberoende av föräldrarnas anställningsstatus § 115, N609-0789/23",
        "Svar på remiss om lekplatser § 61, 142/24",
    ),
    leaves=("Arbetsutskottets förslag 3 december 2024 § 327", "§ 115, N609-0789/23"),
)

# What goes on after "§ N" when the line is a reference that wrapped, not a heading.
WRAPPED_REFERENCE = Pattern(
    r"^(?:[a-zåäö(.]|\d{1,2} [a-z])",
    catches=("i kommunfullmäktiges arbetsordning.", "och den 29 februari 2024, § 84.", "att utreda möjligheterna"),
    leaves=("Ärendenummer SLK-2024-00417", "0214/21", "Anmälan av motioner"),
)

# A title in small letters, as a scan may give it: "§ 121 val av justerare".
SMALL_TITLE = Pattern(
    r"^(?:val av|svar på|motion om|upprop|information|godkännande av|fastställande av|anmälan av|anmälningsärenden|delgivningar|redovisning av"
    r"|yttrande över|ansökan om|avsägelse från|interpellation|uppföljning av|revidering av|mötets öppnande|övriga frågor|övrigt)\b",
    catches=("val av justerare", "svar på motion om lekplatser", "övriga frågor"),
    leaves=("och den 29 februari 2024, § 84.", "kommunallagen", "i reglementet", "valnämndens beslut"),
)

CITED_ITEM = Pattern(
    rf"§ ?(?P<number>{ITEM_NUMBER})",
    catches=("3 december 2024 § 327", "den 29 februari 2024, § 84."),
    leaves=("kommunallagen 5 kap. 35 §", "§§"),
)

# What the page after repeats of the § that goes on: it heads nothing.
CONTINUES = Pattern(
    rf"^(?:(?:Fortsättning(?: på)?|Forts\.?(?: på)?) ?:?,? ?(?:{ITEM_SIGN} ?)?§ ?{ITEM_NUMBER}(?:,? (?:{ANY}))?"
    rf"|(?:{ITEM_SIGN} ?)?§ ?{ITEM_NUMBER},? \(?(?:fortsättning|forts)\.?\)?)$",
    catches=("Fortsättning § 66", "Forts. § 12", "§ 12 forts.", "KS § 12 (forts)"),
    leaves=("§ 66", "Fortsättning följer"),
    ignore_case=True,
)
