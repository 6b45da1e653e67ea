"""What was done before, as running text and "Tidigare behandling" tell it."""

from __future__ import annotations

from importers.bundle import EarlierKind
from importers.patterns.dates import DATE_TEXT
from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

# "Tekniska nämnden": the adjective is part of the name.
_ORGAN = rf"(?:[A-ZÅÄÖa-zåäö][a-zåäö]{{2,20}}a (?=nämnden))?{BODY_NAME}"

RAISED = Pattern(
    rf"\b(?P<action>(?:väckt|väckts|väckte|väcktes|lämnades in|anmäld|anmälde|ställde|ställdes|ställd|ställts)(?: vid| i| på)?) (?:(?P<organ>{_ORGAN})s? (?:sammanträde |möte )?)?(?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}))?",
    catches=(
        "i en motion väckt vid kommunfullmäktiges sammanträde den 11 december 2023",
        "Eva Lind (M) ställde vid kommunfullmäktiges sammanträde 2024-11-27 § 44 en interpellation",
    ),
    leaves=("väckt motion om lekplatser", "den 11 december 2023"),
    ignore_case=True,
)

TREATED = Pattern(
    rf"(?<!\w)(?P<organ>{_ORGAN}) (?P<action>(?:behandlade|beslutade|återremitterade|bordlade|remitterade|tillstyrkte|avstyrkte|överlämnade)[^.;:]{{0,120}}?)"
    rf" (?:vid|på|i) (?:sitt |sitt senaste )?(?:sammanträde|möte)t? (?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}))?",
    catches=("Socialnämnden behandlade ärendet vid sitt sammanträde den 23 oktober 2024.",),
    leaves=("beslutade kommunfullmäktige den 6 november 2023 om en extra satsning",),
)

# The same with no meeting named, of the matter itself: "Kommunstyrelsen har behandlat ärendet den 23 oktober 2024, § 240."
TREATED_ON = Pattern(
    rf"(?<!\w)(?P<organ>{_ORGAN}) (?:har )?(?P<action>(?:behandla(?:t|de)|bere(?:tt|dde)|besluta(?:t|de) (?:om|i)|återremittera(?:t|de)|bordl(?:agt|ade)|remittera(?:t|de)|tillstyrk(?:t|te)|avstyrk(?:t|te)) (?:ärendet|motionen|frågan|medborgarförslaget|förslaget))"
    rf" (?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}))?",
    catches=(
        "Kommunstyrelsen har behandlat ärendet den 23 oktober 2024, § 240.",
        "Budgetberedningen behandlade ärendet 2024-10-09 § 14",
    ),
    leaves=("Kommunfullmäktige beslutade den 3 maj 2024 om en policy",),
)

# The day before what was decided of the matter: "Kommunstyrelsen beslutade 2025-02-04, § 58, att föreslå …"
TREATED_AT = Pattern(
    rf"(?<!\w)(?P<organ>{_ORGAN}) (?:har )?(?:besluta(?:t|de)|föresl(?:agit|og)) (?:vid (?:sitt )?(?:sammanträde|möte)t? )?(?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}),?)?"
    rf" (?P<action>(?:att )?(?:enhälligt )?(?:föreslå|återremittera|bordlägga|remittera|tillstyrka|avstyrka|överlämna|hänskjuta)(?!\w)|att kommunfullmäktige (?:ska|skulle) )",
    catches=(
        "Kommunstyrelsen beslutade 2025-02-04, § 58, att föreslå kommunfullmäktige att avslå motionen.",
        "Arbetsutskottet har beslutat den 4 februari 2025 § 12 att återremittera ärendet.",
        "Kommunstyrelsen föreslog den 4 februari 2025, § 7, att kommunfullmäktige skulle avslå motionen.",
    ),
    leaves=(
        "Kommunfullmäktige beslutade den 3 maj 2024, § 44, att anta en policy.",
        "Kommunfullmäktige beslutade den 3 maj 2024 om en policy",
    ),
)

# The same, the matter behind the day: "Kommunfullmäktige remitterade 2024-10-28, § 112, motionen till kommunstyrelsen."
TREATED_THEN = Pattern(
    rf"(?<!\w)(?P<organ>{_ORGAN}) (?:har )?(?P<action>behandla(?:t|de)|återremittera(?:t|de)|bordl(?:agt|ade)|remittera(?:t|de)|överlämna(?:t|de)|tillstyrk(?:t|te)|avstyrk(?:t|te)) (?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}),?)? (?:ärendet|motionen|frågan|medborgarförslaget|förslaget)(?!\w)",
    catches=("Kommunfullmäktige remitterade 2024-10-28, § 112, motionen till kommunstyrelsen.",),
    leaves=("Kommunfullmäktige antog 2024-10-28, § 112, en policy",),
)

_DAY = r"(?:\d\d|(?:19|20)\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_SHORT = r"[A-ZÅÄÖ](?:[A-ZÅÄÖ]{1,5}|[a-zåäö]{1,4}(?:[ -]?[A-ZÅÄÖ]?[a-zåäö]{1,2})?)"

# A § of another meeting cited in the margin, or at the head of an entry: "KU § 88 08-11-04", "Ks 2008-12-09 § 131".
CITED_STEP = Pattern(
    rf"^(?P<organ>{_SHORT}|{BODY_NAME}),? (?:§ ?(?P<item>\d{{1,4}}),? (?:den )?(?P<date>{_DAY})|(?P<date2>{_DAY}),? § ?(?P<item2>\d{{1,4}}))(?![\d/-])",
    catches=("KU § 88 08-11-04", "Ks § 131, 2008-12-09", "Kommunstyrelsen 2008-12-09 § 131", "KSAU 2026-05-06, § 81."),
    leaves=("KS § 1    DNR:KU/2009.4", "Protokollsutdrag KSAU 2026-05-06, § 81.", "§ 88 08-11-04"),
)

DAY_ALONE = Pattern(rf"^{_DAY}$", catches=("12-10-09", "2012-10-09"), leaves=("12-10", "den 9 oktober"))

# What heads a list of what others have decided, or the § that reports it: no step of this matter is cited in it.
REPORTS_DECISIONS = Pattern(
    r"^(?:(?:anmälan|anmälning|redovisning|redogörelse|rapportering|information|delgivning) (?:av|för|om) )?(?:(?:redovisade|anmälda|rapporterade|fattade|delgivna) beslut|(?:(?:redovisade|anmälda|fattade|följande) )?(?:delegations|delegerings|delegerade|ordförande)(?: |-)?(?:beslut(?:en)?|ärenden(?:a)?)|(?:anmälda |följande )?(?:meddelanden|anmälningar|anmälningsärenden|delgivningar))(?: (?:från|av|för|till|på|inom|enligt|fattade|i) .{2,80}| 20\d\d.{0,40}| \w{3,9} 20\d\d)? ?:?$",
    catches=(
        "Redovisade beslut",
        "Delegationsbeslut",
        "Anmälan av delegationsbeslut",
        "Redovisning av delegationsbeslut för socialutskottet",
        "Redovisning av delegationsbeslut mars 2025",
        "Meddelanden",
    ),
    leaves=("Tidigare beslut", "Beslut", "Beslut om delegation", "Delegationsordning", "Anmälan om jäv"),
    ignore_case=True,
)

# An entry of "Tidigare behandling": "Bordlagt den 15 februari 2024, § 20 och den 29 februari 2024, § 84."
DATED_STEP = Pattern(
    rf"(?:den )?(?P<date>{DATE_TEXT})(?:,? ?§ ?(?P<item>\d{{1,4}}(?: ?[A-Za-z](?!\w))?))?",
    catches=("Bordlagt den 15 februari 2024, § 20 och den 29 februari 2024, § 84.",),
    leaves=("§ 20",),
    ignore_case=True,
)

STEP_KINDS = (
    (EarlierKind.RETURNED, Pattern(r"\båterremit", catches=("Återremitterat den 3 maj 2023",), leaves=("remitterat",), ignore_case=True)),
    (EarlierKind.TABLED, Pattern(r"\bbord(?:lag|lad|läg)", catches=("Bordlagt den 3 maj 2023, § 4.",), leaves=("bord",), ignore_case=True)),
    (EarlierKind.REMITTED, Pattern(r"\bremit", catches=("Remitterat till socialnämnden",), leaves=("återremitterat",), ignore_case=True)),
    (EarlierKind.RAISED, Pattern(r"\b(?:väckt|anmäld|inlämnad)", catches=("Väckt den 3 maj 2023",), leaves=("uppväckt",), ignore_case=True)),
    (EarlierKind.PROPOSED, Pattern(r"\b(?:tillstyrk|avstyrk|föresl)", catches=("Tillstyrkt den 3 maj 2023",), leaves=("styrk",), ignore_case=True)),
    (EarlierKind.DECIDED, Pattern(r"\bbeslut(?:ade|at)", catches=("beslutade den 3 maj 2023",), leaves=("beslut",), ignore_case=True)),
)  # fmt: skip
