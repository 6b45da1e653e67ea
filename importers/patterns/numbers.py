"""Case numbers and § numbers."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# KSN-2023-03553 · N050-0142/24 · 0214/21 · KS/2017:128 · Ks 479/2024 · 2011/KS 0206 001 · KS 2018/14
_SERIES = r"[A-ZÅÄÖ]{2,10}-(?:19|20)\d\d-\d{1,6}(?!-\d)(?::\d{1,4}(?:-\d{1,4})?)?"
_UNIT = r"N\d{2,4}-\d{1,5}/\d\d(?!\d)"
_BODY_SLASH = r"[A-ZÅÄÖ]{2,6}/(?:19|20)\d\d:\d{1,5}"
_BODY_NUMBER = r"(?!(?:TRV|SOU|SFS) )[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,9} \d{1,5}/(?:19|20)\d\d(?!\d)"
_BODY_YEAR = r"(?!(?:TRV|SOU|SFS)[- ])[A-ZÅÄÖ]{2,6}[- ](?:19|20)\d\d/\d{1,5}(?!\d)"
_TYRESO = r"(?:19|20)\d\d/[A-ZÅÄÖ]{2,6} \d{4} \d{3}"
_LONG_SLASH = r"\d{5}/(?:19|20)\d\d(?!\d)"
_SHORT_SLASH = r"\d{2,4}/\d\d(?!\d)"
_YEAR_NUMBER = r"(?:19|20)\d\d[-/.]\d{3,6}(?![\d-])"  # only after a label: it could be anything
LETTERED = f"{_SERIES}|{_UNIT}|{_BODY_SLASH}|{_TYRESO}|{_BODY_YEAR}|{_BODY_NUMBER}|{_LONG_SLASH}"
ANY = f"{LETTERED}|{_SHORT_SLASH}"

CASE_NUMBER = Pattern(
    rf"(?<![\w/:-])(?P<number>{LETTERED})(?![\w/])",
    catches=(
        "KSN-2023-03553",
        "SLK-2024-00008:12",
        "MKN-2022-8910",
        "N050-0142/24",
        "KS/2017:128",
        "Ks 479/2024",
        "2011/KS 0206 001",
        "KS 2018/14",
        "00411/2026",
    ),
    leaves=(
        "SOU 2024:34",
        "KF 2024-04-24",
        "Handling 2024 nr 97",
        "KSN-2023-03553-4",
        "Sida 3-2-1",
        "2024-12-11",
        "TRV 2018/4711",  # a state agency's
    ),
)

CASE_LABEL = r"(?:Ärendenummer|Ärendenr\.?|Ärende\.nr|[Dd]iarienummer|[Dd]iarienr\.?|[Dd]nr\.?|DNR|Ärende nr)"

CASE_LINE = Pattern(
    rf"^(?:{CASE_LABEL}:? ?)?(?P<number>{ANY}|(?<=[a-zR.:] ){_YEAR_NUMBER})(?:[,;]? (?:och )?(?P<second>{ANY}))?$",
    catches=(
        "KSN-2023-03553",
        "Dnr. 2011/KS 0206 001",
        "0214/21",
        "Ärendenummer SLK-2024-00780",
        "Ks 261/2024",
        "Dnr: 2023-00123",
    ),
    leaves=("2023-00123", "KSN-2023-03553-4", "§ 372", "SOU 2024:34", "2024-12-11", "Sida 1 (41)"),
)

LABELLED_CASE = Pattern(
    rf"(?:^|[ (]){CASE_LABEL}:? ?(?P<number>{ANY}|{_YEAR_NUMBER})(?![\w/])",
    catches=("Dnr 2023-00123", "Ärendenummer SLK-2024-00417", "§ 23 Dnr 0074/23", "Diarienummer: KSN-2023-03553"),
    leaves=("Ärendenummer", "nr 0074/23 ", "Handling 2024 nr 97"),
)

_AFTER_COMMA = r"[A-ZÅÄÖ]{2,6} \d{3,5}/\d\d(?!\d)"
# Another number of the matter, at the end of its title.
TITLE_THEN_CASE = Pattern(
    rf"^(?P<title>(?!{CASE_LABEL}|{ANY}).{{3,600}}?)(?:,? {CASE_LABEL}:? (?P<labelled>{ANY})|, (?P<number>{LETTERED}|{_AFTER_COMMA}))$",
    catches=("Svar på remiss om lekplatser, SLK 0377/21", "Svar på motion om lekplatser, dnr KS/2017:128"),
    leaves=(
        "Svar på motion om lekplatser",
        "Remiss om väg 55, TRV 2018/4711",
        "Ärendenummer SLK-2024-00417",
        "Ks 261/2024, SN-2017/104",
    ),
)

CASE_THEN_TITLE = Pattern(
    rf"^(?:{CASE_LABEL}:? )?(?P<number>{LETTERED})(?![\w/]),? (?P<title>[A-ZÅÄÖ][a-zåäö].{{2,300}})$",
    catches=("Ärendenummer IOFF-2024-00254 Svar på motion om att", "Dnr MKN-2022-8910 Yttrande över remiss"),
    leaves=("Ärendenummer SLK-2024-00417", "0214/21", "Svar på motion SLK-2024-00417"),
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

ITEM_NUMBER = r"\d{1,4}(?: ?[A-Za-z](?![A-Za-zåäö]))?"

ITEM_HEADING = Pattern(
    rf"^(?:(?:KF|Kf|KS|Ks|AU|Au) ?)?§ ?(?P<number>{ITEM_NUMBER})[,.:]?(?: +(?P<rest>\S.*))?$",
    catches=(
        "§ 372",
        "§ 9,",
        "§9",
        "§ 612 Ärendenummer SLK-2024-00417",
        "§ 23 0214/21",
        "Kf §12",
        "§ 12A",
        "§63 Anmälan av motioner",
    ),
    leaves=("kommunallagen 5 kap. 35 §", "Fortsättning § 66", "Paragrafer 1-12"),
)

# An extract may print number and case at the end of the title: "Svar på remiss om lekplatser § 115, N609-0789/23".
ITEM_AT_END = Pattern(
    rf"^(?P<title>.{{8,600}}?),? § ?(?P<number>{ITEM_NUMBER}),? (?:{CASE_LABEL}:? )?(?P<case>{ANY})$",
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

CITED_ITEM = Pattern(
    rf"§ ?(?P<number>{ITEM_NUMBER})",
    catches=("3 december 2024 § 327", "den 29 februari 2024, § 84."),
    leaves=("kommunallagen 5 kap. 35 §", "§§"),
)

# What the page after repeats of the § that goes on: it heads nothing.
CONTINUES = Pattern(
    rf"^(?:Fortsättning(?: på)?|Forts\.?(?: på)?) ?:?,? ?§ ?{ITEM_NUMBER}(?:,? (?:{ANY}))?$",
    catches=("Fortsättning § 66", "Forts. § 12"),
    leaves=("§ 66", "Fortsättning följer"),
    ignore_case=True,
)
