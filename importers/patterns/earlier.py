"""What was done before, as running text and "Tidigare behandling" tell it."""

from __future__ import annotations

from importers.bundle import EarlierKind
from importers.patterns.dates import DATE_TEXT
from importers.patterns.organs import BODY_NAME, TWO_WORDS
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

# The same of any body that is the subject of a clause, where day and § both stand: "Fastighetsnämnden har i yttrande 2024-06-18, § 66, förordat att …".
_WHOSE = r"(?:[A-Za-zÅÄÖåäö]{2,40}s (?=\w{0,20}utskott|presidi|fullmäktige))?"
_CITED = rf"(?:{_WHOSE}{_ORGAN}|{TWO_WORDS}|[A-ZÅÄÖ]{{2,5}})"
_SELF = r"(?:[Nn]ämnden|[Ss]tyrelsen|[Uu]tskottet|[Dd]irektionen|[Ff]ullmäktige)"
_DONE = r"(?:har|hade|hemställer|upplyser|anför|anser|framhåller|begär|gav|gavs|fick|fattade|beslöt|drog|tog|(?:före|på)slog|(?:före|på)slår|\w{0,4}slog|biföll|antog|upphävde|uppdrog|överlät|hänsköt|lade|sade|avstyrker|tillstyrker|besluta[rt]|medgav|[a-zåäö]{2,20}(?:ade|nde|rde|lde|gde|ste|kte|tte|pte|mde))"
_ON = rf"(?:den )?(?P<date>{DATE_TEXT}),? ?\(?§ ?(?P<item>\d{{1,4}})\)?(?![\d§])"
CITED_AS_SUBJECT = Pattern(
    rf"(?:^|(?<=[,;] )|(?<= och )|(?<= samt ))(?:(?:Därefter|Sedan|Senare) )?(?:(?P<organ>{_CITED})|{_SELF}) (?P<action>{_DONE}(?!\w)[^.:;§\d]{{0,100}}?)(?:,? (?:i|vid|på)(?: sitt)? (?:beslut|yttrande|skrivelse|remissvar|sammanträde|möte))?,? {_ON}",
    catches=(
        "Fastighetsnämnden har i yttrande 2024-06-18, § 66, förordat att etappen delas upp.",
        "Kommunstyrelsen gav den 12 februari 2025, § 18, ekonomiavdelningen i uppdrag att",
        "Kommunstyrelsen tillstyrkte försäljningen 2022-11-07, § 161.",
        "Kommunstyrelsens arbetsutskott har vid sammanträde 2016-08-30, § 41, föreslagit att",
        "KS beslutade 2024-05-04 § 12 att",
        "Nämnden beslutade 2023-09-20, § 96, om en åtgärdsplan.",
    ),
    leaves=(
        "Policyn ersätter den policy som kommunfullmäktige antog den 4 maj 2015, § 45.",
        "Kommunstyrelsens protokoll 2023-06-05, § 118",
        "Kommunfullmäktige beslutade den 3 maj 2024 om en policy",
        "Avtalet den 4 maj 2023 § 3 gäller.",
    ),
)

# The same with the day first: "Vid sammanträde den 22 mars 2006, § 31, beslutade socialnämnden att …".
CITED_DAY_FIRST = Pattern(
    rf"^(?:(?:Vid|På) (?:sitt )?(?:sammanträde|möte)t? )?(?:[Dd]en )?(?P<date>{DATE_TEXT}),? ?\(?§ ?(?P<item>\d{{1,4}})\)?,? (?P<action>{_DONE}) (?P<organ>{_CITED})(?!\w)",
    catches=(
        "Vid sammanträde den 22 mars 2006, § 31, beslutade socialnämnden att godkänna rapporten.",
        "Den 4 maj 2023, § 45, återremitterade kommunstyrelsen ärendet.",
    ),
    leaves=("Den 4 maj 2023, § 45, gäller lagen.", "Vid sammanträde den 22 mars 2006 beslutade socialnämnden"),
)

# The same of the matter in the passive: "Ärendet har beretts i personalutskottet 2016-08-30, § 41, och i socialnämnden 2016-06-15, § 88."
CITED_IN_PASSIVE = Pattern(
    rf"(?<!\w)(?:[Ää]rendet|[Mm]otionen|[Ff]rågan|[Ff]örslaget|[Mm]edborgarförslaget|[Ii]nterpellationen|[Ss]krivelsen)(?: har)? (?P<action>(?:behandla|bere|bered|pröva|återremittera|bordla|väck|anmäl|avgj|avgjor|tillstyrk|avstyrk|avslo|avsla|ställ|remittera|lämna|beslut)[a-zåäö]{{0,8}}[st](?: in)?(?: av [A-ZÅÄÖ][^.:;§\d]{{2,80}}?)?) (?:i|av|vid|på|inom) (?P<organ>{_CITED})(?:s (?:sammanträde|möte))?,? {_ON}",
    catches=(
        "Ärendet behandlades av byggnadsnämnden 2015-11-30 § 144",
        "Ärendet har beretts i personalutskottet 2016-08-30, § 41, och i",
        "Motionen väcktes av Ada Ros (V) i kommunfullmäktige den 29 maj 2023 (§ 49)",
    ),
    leaves=("Ärendet behandlades av byggnadsnämnden 2015-11-30", "Motionen remitterades till nämnden 2015-11-30 § 144"),
)
CITED_THEN = Pattern(
    rf"^,? (?:och|samt)(?: (?:därefter|sedan))? (?:i|av|vid|på|inom) (?P<organ>{_CITED})(?:s (?:sammanträde|möte))?,? {_ON}",
    catches=(", och i socialnämnden 2016-06-15, § 88.", " och av arbetsutskottet 2016-06-15 § 88."),
    leaves=(" och i socialnämnden senare",),
)
# Or of whom it was sent to: "remitterades till tekniska nämnden, som den 30 augusti 2023 (§ 131) avstyrkte den".
CITED_OF_WHICH = Pattern(
    rf"(?<!\w)till (?P<organ>{_CITED}), (?:som|vilken) {_ON},? (?P<action>{_DONE})(?!\w)",
    catches=("remitterades till tekniska nämnden, som den 30 augusti 2023 (§ 131) avstyrkte den.",),
    leaves=("till tekniska nämnden, som avstyrkte den",),
)
CITED_BY_NUMBER = Pattern(
    rf"(?:^|(?<=[,;] )|(?<= och ))(?P<organ>{_CITED}),? § ?(?P<item>\d{{1,4}})(?:/|,? (?:den )?)(?P<date>{DATE_TEXT}),? (?P<action>{_DONE})(?!\w)",
    catches=(
        "KF § 49/2023-05-29 remitterade motionen.",
        "Socialnämnden § 12, den 2 januari 2024, avstyrkte förslaget.",
    ),
    leaves=("KF § 49/2023-05-29", "Enligt lagen § 12 den 4 maj 2023 ska"),
)
# One more body behind the first: "… § 77, och kommunstyrelsen 2010-11-08, § 211".
CITED_BESIDES = Pattern(
    rf"(?<=\d),? \(?§ ?\d{{1,4}}\)?,? (?:och|samt) (?:av |i )?(?P<organ>{_CITED}),? {_ON}",
    catches=("yttrade sig 2010-09-15, § 77, och kommunstyrelsen 2010-11-08, § 211.",),
    leaves=("2010-09-15, § 77, och kommunstyrelsen senare",),
)
CITED_AT = Pattern(
    rf"^(?:Vid|På) (?P<organ>{_CITED})s (?:sammanträde|möte),? {_ON},? (?P<action>{_DONE}|behandlades|bereddes|bordlades|återremitterades)(?!\w)",
    catches=("Vid kommunfullmäktiges sammanträde den 28 november 2016, § 141, väckte Miljöpartiet en motion",),
    leaves=("Vid kommunfullmäktiges sammanträde den 28 november 2016 väcktes",),
)
# What a body has proposed or decided, at the head of a sentence or as a heading: "ARBETSUTSKOTTETS FÖRSLAG 2003-09-16 § 141".
CITED_PAPER = Pattern(
    rf"^(?P<organ>{_CITED}|[A-ZÅÄÖ][a-zåäö]{{1,20}}utskotte?t|Utskottet)s (?P<action>förslag|beslut|yttrande|hemställan|behandling)(?: till beslut)?,? {_ON}",
    catches=("Kommunstyrelsens förslag 1998-05-26, § 101, är att", "Arbetsutskottets förslag 2003-09-16 § 141"),
    leaves=("Kommunstyrelsens förslag till beslut", "Kommunstyrelsens protokoll 1998-05-26, § 101"),
)
PUT_OFF_ON = Pattern(
    rf"^[Ää]rendet (?P<action>bordlades|återremitterades) (?:(?:vid|på) (?:sammanträdet|mötet) )?{_ON}",
    catches=("Ärendet bordlades den 5 mars 2024, § 20.",),
    leaves=("Ärendet bordlades till den 5 mars 2024.",),
)

_DAY = r"(?:\d\d|(?:19|20)\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_SHORT = r"[A-ZÅÄÖ](?:[A-ZÅÄÖ]{1,5}|[a-zåäö]{1,4}(?:[ -]?[A-ZÅÄÖ]?[a-zåäö]{1,2})?)"

# A § of another meeting cited in the margin, or at the head of an entry: "KU § 88 08-11-04", "Ks 2008-12-09 § 131".
CITED_STEP = Pattern(
    rf"^(?P<organ>{_SHORT}|{_WHOSE}{BODY_NAME}),? (?:§ ?(?P<item>\d{{1,4}}),? (?:den )?(?P<date>{_DAY})|(?P<date2>{_DAY}),? § ?(?P<item2>\d{{1,4}}))(?![\d/-])",
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
