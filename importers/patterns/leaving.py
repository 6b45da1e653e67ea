"""Sentences that tell who left a meeting or came to it while it went on, and from which § on."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE
from importers.patterns.presence import NAME

_LEFT = r"(?:lämnade|lämnar|avvek|avviker)"
_CAME = r"(?:anlände|anländer|ankom|ankommer|anslöt|ansluter|infann sig|infinner sig|inställde sig|inställer sig|kom|kommer)"
_MEETING = r"(?:(?:från |ifrån |till )?(?:dagens )?(?:sammanträdet|mötet|sammanträde|möte|förhandlingarna))"
_WHO = rf"(?P<who>{NAME})(?: ?\((?P<party>{CODE})\))?"
_AT = r"§ ?(?P<number>\d{1,4})"
_OF = r"(?:(?:behandlingen av |beslut(?:et)? (?:i|under|om) |ärendet |paragraf )?)"
_CLOCK = r"(?:(?:kl\.?|klockan) ?\d{1,2}[.:]\d\d,? )?"
_OFFICE = r"(?:(?:[Ll]edamoten|[Ee]rsättaren|[Tt]jänstgörande ersättaren|[Vv]ice ordföranden) )?"
_BY = rf"(?:,? (?:och )?(?:ersattes|ersätts|efterträddes|efterträds) (?:då |därefter |från och med § ?\d{{1,4}} )?av {_OFFICE}(?P<by>{NAME}) ?\((?P<by_party>{CODE})\))?"

LEFT_BEFORE = Pattern(
    rf"^{_OFFICE}{_WHO} {_LEFT} (?:{_MEETING} )?{_CLOCK}(?P<how>efter|före|innan|från och med|fr\.? ?o\.? ?m\.?) {_OF}{_AT}{_BY}\.?$",
    catches=(
        "Bo Ås (M) lämnade sammanträdet efter § 44 och ersattes av Cia Berg (M).",
        "Ledamoten Bo Ås (M) lämnar mötet före § 4.",
        "Bo Ås (M) avvek efter behandlingen av § 44.",
        "Bo Ås (M) lämnar mötet klockan 15.20, efter § 47.",
    ),
    leaves=("Bo Ås (M) lämnar in en motion.", "Bo Ås (M) lämnade sammanträdet.", "Bo Ås (M) lämnade salen efter § 4."),
)
LEFT_BEHIND = Pattern(
    rf"^(?P<how>Efter|Före|Innan|Från och med|Fr\.? ?o\.? ?m\.?) {_OF}{_AT} {_LEFT} {_OFFICE}{_WHO}(?: {_MEETING})?{_BY}\.?$",
    catches=("Efter § 23 lämnade Bo Ås (M) sammanträdet.", "Före § 4 avviker ledamoten Bo Ås (M)."),
    leaves=("Efter § 23 lämnade Bo Ås (M) in en motion.", "Efter § 23 ajourneras mötet."),
)
CAME_BEFORE = Pattern(
    rf"^{_OFFICE}{_WHO} {_CAME} (?:{_MEETING} )?{_CLOCK}(?P<how>efter|före|innan|till|från och med|fr\.? ?o\.? ?m\.?) {_OF}{_AT}\.?$",
    catches=("Bo Ås (M) anlände till sammanträdet före § 4.", "Bo Ås (M) kom till mötet efter § 44."),
    leaves=("Bo Ås (M) kom med ett förslag.", "Bo Ås (M) anlände kl. 14.10."),
)
CAME_BEHIND = Pattern(
    rf"^(?P<how>Efter|Före|Innan|Till|Från och med|Fr\.? ?o\.? ?m\.?) {_OF}{_AT} {_CAME} {_OFFICE}{_WHO}(?: {_MEETING})?\.?$",
    catches=("Före § 23 anlände Bo Ås (M) till sammanträdet.",),
    leaves=("Efter § 23 kom Bo Ås (M) med ett förslag.",),
)
# Several of whom one sentence tells, perhaps with as many who came for them.
_ONE = rf"{_OFFICE}{NAME} ?\({CODE}\)"
_LIST = rf"{_ONE}(?:, {_ONE}){{0,6}},? (?:och|samt|respektive) {_ONE}"
_BY_ALL = rf"(?:,? (?:och )?(?:ersattes|ersätts|efterträddes|efterträds) (?:då |därefter |från och med § ?\d{{1,4}} )?(?P<in_turn>i tur och ordning )?(?:av )?(?P<by_all>{_LIST}|{_ONE}))?"
SEVERAL_BEFORE = Pattern(
    rf"^(?P<people>{_LIST}) (?P<rest>(?:{_LEFT}|{_CAME}) (?:{_MEETING}(?!\w)|(?:efter|före|innan|till|från och med|fr\.? ?o\.? ?m\.?) {_OF}{_AT}).*?){_BY_ALL}\.?$",
    catches=(
        "Bo Ås (M) och Siv Ek (V) lämnar mötet efter § 22 och ersätts av Cia Berg (L) och Dan Holm (S).",
        "Bo Ås (M), Siv Ek (V) samt Per Al (C) anlände till mötet före § 4.",
    ),
    leaves=("Bo Ås (M) och Siv Ek (V) lämnar in en motion.", "Bo Ås (M) lämnar mötet efter § 22."),
)
SEVERAL_BEHIND = Pattern(
    rf"^(?P<lead>(?:Efter|Före|Innan|Till|Från och med|Fr\.? ?o\.? ?m\.?) {_OF}{_AT} (?:{_LEFT}|{_CAME})) (?P<people>{_LIST})(?P<rest>(?: {_MEETING})?){_BY_ALL}\.?$",
    catches=(
        "Efter § 22 lämnade Bo Ås (M) och Siv Ek (V) mötet och ersattes av Cia Berg (L) respektive Dan Holm (S).",
    ),
    leaves=("Efter § 22 lämnade Bo Ås (M) mötet.", "Efter § 22 lämnade Bo Ås (M) och Siv Ek (V) in en motion."),
)
IN_TURN = Pattern(
    r"\brespektive\b", catches=("Cia Berg (L) respektive Dan Holm (S)",), leaves=("Cia Berg (L) och Dan Holm (S)",)
)
# Who served for somebody, and in which §§
SERVED_IN = Pattern(
    rf"^{_OFFICE}(?P<who>{NAME}) ?\((?P<party>{CODE})\) (?:tjänstgör|tjänstgjorde|ersätter|ersatte|inträder|inträdde|går in|gick in)(?: som ersättare)?(?: (?:i ?stället )?för)? {_OFFICE}(?P<away>{NAME}) ?\((?P<away_party>{CODE})\)(?P<rest>[^;§]{{0,60}}§[^;]{{1,60}}?)\.?$",
    catches=(
        "Gun Ståhl (M) tjänstgör för Mats Berg (M) från och med § 48.",
        "Cia Berg (M) ersätter Bo Ås (M) under §§ 4–5.",
    ),
    leaves=("Cia Berg (M) tjänstgör för Bo Ås (M).", "Cia Berg (M) tjänstgör § 4."),
)
# Who serves in a §, in which it is told: whoever is not listed to do so.
SERVES_HERE = Pattern(
    rf"^{_OFFICE}(?P<who>{NAME}) ?\((?P<party>{CODE})\) (?:tjänstgör|tjänstgjorde|inträder|inträdde|träder in|trädde in|går in|gick in|kallas in|kallades in)(?: som (?:tjänstgörande )?(?:ersättare|ledamot))?(?: i (?:hans|hennes|hens|dennes|deras) ställe| i ?stället| istället)?(?: för {_OFFICE}{NAME}(?: ?\({CODE}\))?)?(?: (?:i|under|vid) (?:detta |denna |beslutet i |handläggningen av |behandlingen av )?(?:ärendet?|paragrafe?n?|beslutet))?\.?$",
    catches=(
        "Karl Berg (L) tjänstgör.",
        "Karl Berg (L) tjänstgör i hennes ställe.",
        "Ersättaren Karl Berg (L) går in i stället för Anna Ek (S) under ärendet.",
        "Karl Berg (L) inträder som tjänstgörande ersättare.",
    ),
    leaves=(
        "Karl Berg (L) tjänstgör som ordförande.",
        "Karl Berg (L) tjänstgör för Bo Ås (M) från och med § 48.",
        "Karl Berg (L) går in för förslaget.",
        "Karl Berg (L) inträder i styrelsen.",
    ),
)
# What a sentence of a cover tells of somebody whom its lists hold as well.
TOLD_OF_LISTED = Pattern(
    r"\),? (?:är|var|deltar|deltog|deltagit|närvarar|närvarade|går|gick|utgår|utgick|avgår|avgick|leder|ledde|lämnar|lämnade|avviker|avvek|anländer|anlände|ankommer|ankom|kommer|kom|ansluter|anslöt|tillkommer|tillkom|tjänstgör|tjänstgjorde|(?:in)?träder|(?:in)?trädde|ersätter|ersatte|ersätts|ersattes|byter|bytte|frånvarande|jävig|jäv)(?!\w)|(?<!\w)(?:tjänstgör|tjänstgjorde|inträder|inträdde|ersätter|ersatte|lämnar|lämnade|avviker|avvek|anländer|anlände|leder|ledde|kallas|kallades) (?:(?:ersättaren|ledamoten|vice ordföranden) )?(?-i:[A-ZÅÄÖ])",
    catches=(
        "Bo Ås (M) är ordförande under § 23.",
        "Bo Ås (M) deltar från § 22",
        "Från § 22 tjänstgör Rut Ed (M) för Bo Ås (M).",
    ),
    leaves=(
        "Bo Ås (M), ordförande",
        "Bo Ås (M) §§ 2-4",
        "Rut Ed (M) för Bo Ås (M)",
        "Anna Ek (S) förklarar mötet öppnat",
        "Bo Ås (M)",
    ),
    ignore_case=True,
)
# How the line of a list ends, beneath which a sentence may begin.
LISTED_ABOVE = Pattern(
    rf"(?:\({CODE}\)|ordförande|ledamot|ersättare|\d)$",
    catches=("Bo Ås (M)", "Anna Ek (S), ordförande", "Rut Ed (M) §§ 2-4"),
    leaves=("Anna Ek (S),", "Anna Ek (S) och", "Efter § 4 lämnade"),
)
# Any such sentence, however it goes on: somebody listed as present was so in a part of the meeting only.
LEFT_OR_CAME = Pattern(
    rf"(?:^|(?<=[.)] ))(?:(?:[^.;:()]|\.(?=\d)){{0,60}} )?(?:{_LEFT} {_OFFICE}(?P<who2>{NAME}) ?\({CODE}\) (?:{_MEETING})(?!\w)|(?:avvek|avviker) {_OFFICE}(?P<who4>{NAME}) ?\({CODE}\))"
    rf"|(?:^|(?<=[.)] )){_OFFICE}(?P<who>{NAME})(?: ?\({CODE}\))? (?:{_LEFT} (?:{_MEETING})|(?:avvek|avviker)(?!\w)|(?:anlände|anländer|ankom|ankommer)(?!\w)|(?P<back>återkom|återkommer|återvände|återvänder)(?: {_MEETING})?|(?:anslöt|ansluter|kom|kommer) (?:(?:till )?{_MEETING}|(?:kl\.?|klockan) \d{{1,2}}[.:]\d\d))(?!\w)"
    rf"|(?:^|(?<=[.)] ))(?:[^;:()]{{0,60}} )?(?:anlände|anländer|ankom|ankommer) {_OFFICE}(?P<who3>{NAME}) ?\({CODE}\)",
    catches=(
        "Bo Ås (M) lämnar sammanträdet kl. 15.20.",
        "Efter lunch lämnade Bo Ås (M) mötet.",
        "Bo Ås (M) anländer under ärendet.",
        "Klockan 10.15 anlände Bo Ås (M).",
        "Bo Ås (M) återkom till mötet före § 7.",
        "Bo Ås kom kl. 18.10 (vid § 2).",
        "Före beslutet avvek Bo Ås (M).",
        "Klockan 15.20 avvek Bo Ås (M).",
        "Kl. 15.20 lämnade Bo Ås (M) mötet.",
    ),
    leaves=(
        "Bo Ås (M) lämnar in en motion.",
        "Bo Ås (M) kommer med ett förslag.",
        "Bo Ås (M) lämnar salen på grund av jäv.",
    ),
)
# What a § tells of it with: few lines hold any of it.
MOVES = Pattern(
    r"lämna(?:de|r)(?!\w)|avv(?:ek|iker)(?!\w)|anlän(?:de|der)(?!\w)|ankom|återkom|återvänd|anslöt|ansluter|inf(?:ann|inner) sig|inställ(?:de|er) sig|\) (?:tjänstg(?:ör|jorde)(?!\w)|(?:in)?träd(?:er|de)(?!\w)|(?:går|gick|kallas|kallades) in(?!\w))|tjänstg(?:ör|jorde) (?:som ersättare |i ?stället )?för|\bkom(?:mer)? till (?:sammanträdet|mötet)",
    catches=("Bo Ås lämnar mötet", "Bo Ås anlände", "Cia Berg tjänstgör för Bo Ås", "Cia Berg (V) tjänstgör."),
    leaves=("ärendet lämnas", "inkommer", "tjänstgörande"),
    ignore_case=True,
)
BIAS = Pattern(r"\bjäv", catches=("Jäv",), leaves=("ojävig",), ignore_case=True)
# What makes such a sentence one of bias, or of an absence that ended within the §.
GONE_A_WHILE = Pattern(
    r"\bjäv|\båterkom|\båter(?:vände|vänder)|\bunder (?:ärende|handläggning|ärendets|behandling|överläggning)|\bpaus|\bajourner",
    catches=("lämnar mötet på grund av jäv", "lämnar mötet och återkommer"),
    leaves=("lämnar mötet kl. 15.20",),
    ignore_case=True,
)
