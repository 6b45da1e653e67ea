"""The numbers of §§: what heads one, and what only cites one."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT
from importers.patterns.numbers import ANY, CASE_LABEL, FULL_YEAR
from importers.patterns.organs import BODY_IN_CAPITALS, BODY_NAME
from importers.patterns.pattern import Pattern

ITEM_NUMBER = r"\d{1,4}(?:/\d\d(?!\d)| ?[A-Za-z](?![A-Za-zåäö]))?"

# The body's sign before the "§" ("KF", "Mbn", "KSAU", "Ks au", "Valn"), or its name; words that cite a § are none.
_NO_SIGN = r"(?!(?:Se|Jfr|Jmf|Enl|Lag|Lagen|Kap|Mom|Till|Från|Även|Samt|Under|Forts|Fr|Om|Ej|Av|Och|Punkt|Ärende|Enligt|Jäv|Utom|Bilaga)\b)"
ITEM_SIGN = rf"(?:{_NO_SIGN}[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,6}}\.?(?:[ -][A-Za-zÅÄÖåäö]{{0,3}}[Uu])?|(?-i:(?=[A-ZÅÄÖ])){BODY_NAME}|(?-i:{BODY_IN_CAPITALS}))"

ITEM_HEADING = Pattern(
    rf"^(?:(?P<sign>{ITEM_SIGN}) ?)?§(?:§(?= ?\d{{1,4}}(?: ?[–-] ?| och )\d))? ?(?:20\d\d[-:/](?=\d{{1,3}}(?!\d)))?(?P<number>{ITEM_NUMBER})(?:/(?P<year>{FULL_YEAR}))?(?P<more>(?: ?[–-] ?| och )\d{{1,4}}(?=[,.:]? +[A-ZÅÄÖ]))?(?![\d/–-])(?:[,.:]|(?: ?[–—|]| -)(?= +[A-ZÅÄÖ]))?(?: +(?P<rest>\S.*))?$",
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
        "§ 2025-41 Budget",
        "KS § 2025:41",
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
    r"^(?P<word>(?:(?:Paragraf|PARAGRAF)(?: nr)?:?|(?:Ärende|ÄRENDE|Punkt|PUNKT)(?: nr)?) )?(?P<number>\d{1,3})(?(word)(?:/(?:20)?\d\d(?!\d))?)(?:[.):]|(?P<mark> ?§[.:]?))?(?:(?<=§)|(?(word)(?=$)|(?!))| +(?:[–—-] )?(?P<rest>[A-ZÅÄÖÉ][^\n]{2,160}(?<![.,;:])))$",
    catches=(
        "45 §",
        "45 § – Taxa för bad",
        "Paragraf 14 Taxa för bad",
        "PARAGRAF 14",
        "Paragraf: 112",
        "Ärende 4 Nästa möte",
        "Punkt 3 – Ekonomi",
        "Ärende 41/2025 Budget",
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

# A § with the day of its meeting before or behind the number, and nothing else on its line.
DATED_HEADING = Pattern(
    rf"^(?:{ITEM_SIGN},? )?(?:(?:den )?{DATE_TEXT},? § ?{ITEM_NUMBER}|§ ?{ITEM_NUMBER},? (?:den )?{DATE_TEXT})$",
    catches=("KS 2025-03-04 § 41", "Kommunstyrelsen § 41 12.3.2025"),
    leaves=("KS § 41", "Kommunstyrelsen 2025-03-04", "KS 2025-03-04 § 41 Budget"),
)

# The mark of a § whose number stands beneath it, in a column too narrow for both; and that number.
OPEN_ITEM_MARK = Pattern(
    rf"^(?:{ITEM_SIGN} ?)?§$",
    catches=("KSAU §", "§", "Valn. §", "Barn- och utbildningsnämnden §"),
    leaves=("kommunallagen 5 kap. 35 §", "Enligt §", "§ 12", "§§"),
)
BARE_ITEM_NUMBER = Pattern(
    rf"^{ITEM_NUMBER}(?:/{FULL_YEAR})?$",
    catches=("34", "34/2025", "34/25", "7A"),
    leaves=("1.", "2025-03-04", "34-36", "12345"),
)

# The same with the title's next word touching it.
GLUED_ITEM_NUMBER = Pattern(
    rf"^(?P<number>\d{{1,4}}(?:/{FULL_YEAR})?)(?P<rest>[^\W\d_]\S{{2,60}})$",
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
