"""Case numbers."""

from __future__ import annotations

from importers.patterns.dates import ISO, SPAN_OF_YEARS, TWO_YEARS
from importers.patterns.pattern import Pattern

# A case number is a code, a year and a serial, in any order and with any signs between:
# KSN-2023-03553 · N050-0142/24 · 0214/21 · KS/2017:128 · KU.2017.3 · Ks 479/2024 · 2011/KS 0206 001 · 2012-KS0478
FULL_YEAR = r"(?:19|20)\d\d"
_FOREIGN = r"(?!(?:TRV|SOU|SFS|LSS|EU)[- /.])"  # state agencies' papers, laws
_CODE = rf"{_FOREIGN}[A-ZÅÄÖ]{{2,6}}"
_SERIES = rf"[A-ZÅÄÖ]{{2,10}}-{FULL_YEAR}-\d{{1,6}}(?!-\d)(?::\d{{1,4}}(?:-\d{{1,4}})?)?"
_UNIT = r"N\d{2,4}-\d{1,5}/\d\d(?!\d)"
_CODE_YEAR_SERIAL = (
    rf"{_CODE}[/.]{FULL_YEAR}[:./-]\d{{1,5}}(?!\d)|{_CODE}[- ]?{FULL_YEAR}/\d{{1,5}}\.\d{{3}}(?![\d.])|{_CODE}[- ]?{FULL_YEAR}/\d{{1,5}}(?!\d)"
    rf"|{_CODE}[- ]?{FULL_YEAR}\.\d{{1,5}}(?!\.?\d)|{_CODE} (?!{TWO_YEARS}){FULL_YEAR}-\d{{3,6}}(?![\d-])"
)
_CODE_SERIAL_YEAR = rf"{_FOREIGN}[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,9}} \d{{1,5}}/{FULL_YEAR}(?!\d)"
_YEAR_CODE_SERIAL = rf"(?:{FULL_YEAR}|\d\d)/[A-ZÅÄÖ]{{2,6}} \d{{2,4}} \d{{3}}|{FULL_YEAR}/[A-ZÅÄÖ]{{2,6}} ?\d{{3,5}}(?! ?\d)|{FULL_YEAR}-[A-ZÅÄÖ]{{2,6}}-?\d{{2,6}}(?![\d-])|(?:9\d|[012]\d)[A-ZÅÄÖ]{{2,5}}\d{{3,5}}(?![\d-])"
_LONG_SLASH = rf"\d{{5}}/{FULL_YEAR}(?!\d)"
_SHORT_SLASH = r"\d{2,4}/\d\d(?!\d)"
_YEAR_SERIAL = rf"{FULL_YEAR}/\d{{1,5}}(?!\d)|{FULL_YEAR}-0\d{{5}}(?!\d)"
# The years of a plan, behind a word that is no body's sign: "IOP 2025-27"; "KS 2024-17" is a number.
_YEARS_OF_PLAN = rf"(?![A-ZÅÄÖ]{{2,6}}(?<![SNFKU]) {SPAN_OF_YEARS})"
_SCHOOL_YEAR = "|".join(rf"20{year:02}/(?:20)?{year + 1:02}(?!\d)" for year in range(99))
LETTERED = f"{_SERIES}|{_UNIT}|{_CODE_YEAR_SERIAL}|{_YEAR_CODE_SERIAL}|{_CODE_SERIAL_YEAR}|{_LONG_SLASH}"
ANY = f"{LETTERED}|{_YEAR_SERIAL}|{_SHORT_SLASH}"

# In brackets behind a title, or alone beneath the number of a §: a body's or office's code and a year of two digits, or a
# serial of a few. "KS 24-561" · "SBK 2025-19" · "KS/2025:00033 – 880", the last a plan's code behind it.
_OF_TWO_DIGITS = rf"(?!(?:ISO|EN|SS|DIN)[ /-]){_CODE}[ /-]?\d\d[-/:]\d{{3,5}}(?:-\d{{3}})?(?![\d-])|[A-ZÅÄÖ]{{1,5}}[SNFKU][ /-]?\d\d[/:]\d{{2}}(?![\d-])"
_PARTS_OF_THREE = r"\d\d/[A-ZÅÄÖ]{2,6}/\d{1,5}"
_PLAN_BEHIND = r"(?: [–-] \d{2,3}|-\d{3}(?!\d))?"

# At the end of a title with nothing between: "Månadsrapport mars 2025 SN 2025/77".
_BARE = rf"{_SERIES}|{_CODE_YEAR_SERIAL}|{_CODE} \d{{1,5}}/{FULL_YEAR}(?!\d)"

# Only after a label: it could be anything. "91474" · "05.123" · "KS 02-323 041" · "KNSLI/20014197" · "06/KS 15"
_PLAN = r"(?: \d{2,4}){0,2}"
_LABELLED_ALONE = (
    rf"(?!{ISO}(?!\d))(?:"
    rf"(?!\d{{5}}/{FULL_YEAR}\d|{FULL_YEAR} [A-ZÅÄÖ])\d{{2,9}}(?:[/.:-]\d{{1,8}}){{0,2}}(?: \d{{2,3}}){{0,2}}"
    rf"|\d{{1,4}}/\d\d|(?:[A-ZÅÄÖ]{{2,6}} ){{1,2}}[A-ZÅÄÖ]{{2,8}}[ -]?{FULL_YEAR}[-:/.]\d{{1,6}}"
    rf"|[A-ZÅÄÖ]{{1,8}}[- ]{FULL_YEAR}[-:/ ]\d{{1,6}}|{FULL_YEAR} [A-ZÅÄÖ]{{2,6}}\d{{1,6}}"
    rf"|\d{{2,4}}[/:-][A-ZÅÄÖ]{{2,8}}[ /:-]?\d{{2,8}}{_PLAN}|{FULL_YEAR}\.[A-ZÅÄÖ]{{2,8}}\.\d{{1,6}}|\d\d[A-ZÅÄÖ]{{2,5}}\d{{1,6}}"
    rf"|[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{{1,9}}[ ./:-]?\d{{1,9}}(?:[./:-]\d{{1,8}}){{0,2}}{_PLAN})(?![\w/:-]|\.\w)"
)

# A plan's code in parts, behind the number of a case: "2023/588-1.1.1.1", "2021-000377 1.2.4.1".
_PLAN_IN_PARTS = r"(?: ?[–-] ?| )\d{1,2}(?:\.\d{1,2}){2,4}"

# What a system prints behind the number of a case: of the paper that is decided on, or whether the decision is delegated.
_PLAN_NAMED = (
    r"[,;]? (?:[Dd]pl|DPL|[Dd]iarieplan|[Dd]iarieplansbeteckning|[Kk]lassificering):? ?\d{1,4}(?:\.\d{1,4}){0,4}"
)
_PRINTED_BEHIND = rf"(?:{_PLAN_NAMED}|[,;]? (?:nr|[Hh]id|HID|Id|ID|[Ll]öpnr|[Hh]andling(?:snr)?)[.:]? ?\d[\d./:-]{{1,14}}| (?:Delegation|Delegerat|Sekretess)(?:sbeslut|särende)?:? ?(?:[Nn]ej|NEJ|[Jj]a|JA|-))"

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
        "KS-2016/640.330",
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
        "PN 2024-2025",
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
    rf"^{CASE_LABEL} ?:?(?: [A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,9}}| (?:{FULL_YEAR}/)?[A-ZÅÄÖ]{{2,8}})?$",
    catches=("Diarienr", "Ärendenummer:", "Diarienummer BUN", "Dnr. Ks"),
    leaves=("Diarienummer 2025/57", "Ärendenumret saknas"),
)

CASE_LABEL_THEN = Pattern(
    rf"^{CASE_LABEL} ?:? (?=\S)", catches=("Dnr KS22/0240", "Ärendenr: 12"), leaves=("Dnr", "Ärendet 2")
)

CASE_LABEL_ALONE = Pattern(
    rf"^{CASE_LABEL} ?:?$", catches=("Ärendenr:", "Dnr", "Diarienummer:"), leaves=("Ärendet:", "Dnr 2025/7", "Diariet")
)

# A line or cell that is a case number and nothing else; its place on the day's list may stand before it.
CASE_LINE = Pattern(
    rf"^(?P<bracket>\()?(?:\d{{1,3}}, )?(?P<label>{CASE_LABEL}:? ?)?(?P<number>(?:{ANY})(?:(?=-\d{{3}}\)$)|(?={_PLAN_IN_PARTS}\)?$)|(?![\w/:-]|\.\w))|(?(label){_LABELLED_ALONE}|(?!)))"
    rf"(?:(?:{_PLAN_IN_PARTS}|(?<=\d)-\d{{3}}(?=\)))(?=\)?$))?(?:[,;]? (?:och )?(?P<second>{ANY}))?{_PRINTED_BEHIND}?(?(bracket)\))(?(label)\.?)$",
    catches=(
        "KSN-2023-03553",
        "(Dnr KS 2024.0001)",
        "(KS 2024/12)",
        "(2013/88-042)",
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
        "Dnr SK BUN 2019/00031",
        "Dnr 5/01",
        "Dnr KS-2023-412 Dpl 31",
        "KS 2024/12, diarieplan 1.2.4",
        "Dnr 2023/588-1.1.1.1",
        "Dnr 2021-000377 1.2.4.1",
        "KS 2024/00012 - 2.6.1",
        "15, KSF-2025-00345",
        "KS 2016/63 nr 2016.2981",
        "Ärendenr KS 2025/1, hid 2025.412",
        "Diarienr 2025.12.100 Delegation nej",
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
    rf"^(?P<bracket>\()?{_YEARS_OF_PLAN}(?P<number>{_OF_TWO_DIGITS}|{_CODE}[ /-]{FULL_YEAR}-\d{{1,5}}(?![\d-])|{_CODE}[ /-]\d{{2,4}}:\d{{1,5}}(?!\d)|{_PARTS_OF_THREE}(?![\d/-])){_PLAN_BEHIND}(?(bracket)\))$",
    catches=("24/KS/311", "(KS 24-561)", "SBK 2025-19", "KS 24-561", "KS 08/0012-042", "KS 2025:41", "BUN-24:112"),
    leaves=("SOU 2024:34", "KF 2025-03-04", "Budget 2025-27", "VP 23-26", "VP 2025-27"),
)

# The same in a column of its own on the line of a §'s number, where nothing but its form says so: any code, a whole year and
# a serial. Spans of years are none.
CASE_BESIDE_ITEM = Pattern(
    rf"^{_YEARS_OF_PLAN}(?P<number>{_OF_TWO_DIGITS}|(?:{_CODE}|[A-ZÅÄÖ][a-zåäö]{{1,2}})[ ./:-]?{FULL_YEAR}[-/:. ](?!20[2-4]\d(?!\d))(?!\d\d-\d\d(?!\d))\d{{1,6}}(?![\d/:-]|\.\d)|{FULL_YEAR}[-/:.](?!20[2-4]\d(?!\d))\d{{3,6}}(?![\d/:-])|{FULL_YEAR}[./-]\d{{1,5}} {_CODE}(?![\w-])|{FULL_YEAR}\.\d{{1,5}}\.\d{{3}}(?![\d.])|(?=(?:[A-ZÅÄÖ\d]{{1,8}}[./:-]){{0,3}}{FULL_YEAR}(?!\d))(?=[\d./:-]{{0,20}}[A-ZÅÄÖ])(?:[A-ZÅÄÖ]{{1,8}}|\d{{1,6}})(?:[./:-](?:[A-ZÅÄÖ]{{1,8}}|\d{{1,6}})){{2,4}})(?: [–-])?(?: \d{{2,3}}){{0,2}}$",
    catches=(
        "2024.SBN.1",
        "SBN-2024-44",
        "KS 2024-17 106",
        "KS 2024-3 101",
        "Ks 2024:17",
        "2024-1234 041",
        "KS-2024/17 - 106",
        "2024:118",
        "2019.402 KS",
        "2009.84.042",
    ),
    leaves=(
        "2024.12.11",
        "KF 2025-03-04",
        "Budget 2025-27",
        "IOP 2025-27",
        "2024-2026",
        "HVB 2024-2026",
        "2024-12",
        "KS 2024-12-11",
    ),
)

# A case number with the code of a plan of its body's papers behind it, in the head of a §.
CASE_AND_PLAN = Pattern(
    rf"^(?:{CASE_LABEL}:? ?)?(?P<number>{LETTERED})(?:(?: [–-])? \d{{2,3}}|{_PLAN_IN_PARTS}|{_PLAN_NAMED})$",
    catches=(
        "KS/2025:00033-1.4.2.1",
        "BUN 2025/00203 60",
        "KS/2025:00033 – 880",
        "Dnr KS 2025.41 042",
        "Dnr KS-2023-412 Dpl 31",
    ),
    leaves=("BUN 2025/00203", "2025-03-04 12", "KSN-2024-00008:12-14"),
)

LABELLED_CASE = Pattern(
    rf"(?:^|[ (]){CASE_LABEL}:? ?(?P<number>(?:{ANY})(?!-\d{{3}}(?![\d-]))|{_LABELLED_ALONE})(?![\w/])",
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
    rf"(?:,? \(?{CASE_LABEL}:? ?(?P<labelled>{ANY}|{_LABELLED_ALONE})\)?|, (?P<number>{LETTERED}|{_AFTER_COMMA})| [(\[](?P<bracketed>(?!{_SCHOOL_YEAR})(?:{ANY}|{_OF_TWO_DIGITS}|{_PARTS_OF_THREE}|{FULL_YEAR}-0\d{{3,4}}))(?:[,;] (?P<second>(?!{_SCHOOL_YEAR})(?:{ANY})))?{_PLAN_BEHIND}[)\]]| (?P<bare>{_BARE}))$",
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
        "Ny förskola (24/SN/77)",
        "Ny förskola (2013/61-206)",
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
    rf"(?<![\w/-])(?P<number>(?P<case>[A-ZÅÄÖ]{{2,10}}-{FULL_YEAR}-\d{{1,6}}|[A-ZÅÄÖ]{{2,6}}[ /]{FULL_YEAR}[/:-]\d{{3,6}}|{_PARTS_OF_THREE})-(?P<document>\d{{1,2}}))(?![\w-])",
    catches=("KSN-2023-03553-4", "KS 2024/00227-5", "KS 2024-371-6", "24/KS/311-2"),
    leaves=("KS 2024/00227", "KSN-2023-03553", "2024-11-05", "SLK-2024-00008:12-14"),
)

# A number that stands where a case number should and is spelled with letters from another alphabet or other dashes.
ODD_CASE_NUMBER = Pattern(
    r"(?<!\w)\w{2,10}[-\u2010\u2011\u2012\u2013\u2212][\dOoIl]{4}[-\u2010\u2011\u2012\u2013\u2212][\dOoIl]{3,6}(?![\w-])",
    catches=("КSN-2O23-03553", "KSN\u20112023\u201103553"),
    leaves=("2024-12-11", "SOU 2024:34"),
)
