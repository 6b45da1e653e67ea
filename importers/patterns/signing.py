"""Where the signatures of minutes start and end."""

from __future__ import annotations

from importers.patterns.cover_labels import Label
from importers.patterns.dates import DATE_TEXT
from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME_WORD, PARTICLE
from importers.patterns.presence import NAME

OPENS_SIGNING = Pattern(
    r"^(?:underskrift(?:er)?|vid protokollet|justeras|namnteckningar|signaturer) ?[:;]?$",
    catches=("Underskrifter", "Vid protokollet", "Justeras", "Underskrifter:"),
    leaves=("Underskriften saknas", "Vid protokollet förde"),
    ignore_case=True,
)
# The day over the names of those who verified: "Justerat 2025-03-14".
DAY_OVER_NAMES = Pattern(
    rf"^(?:Protokollet (?:är )?granskat(?: och godkänt)?|(?:Protokollet )?[Jj]ustera(?:s|t|des|ts)(?: digitalt| elektroniskt)?)(?: den)? {DATE_TEXT} ?:?$",
    catches=(
        "Protokollet granskat och godkänt 22.5.2025",
        "Justerat 2025-03-14",
        "Protokollet justeras den 14 mars 2025:",
    ),
    leaves=("Justerat", "Justerat belopp 2025-03-14", "Protokollet justeras den 14 mars 2025 kl. 9"),
)
# In the signatures of minutes stands somebody who verifies them.
VERIFIES = Pattern(r"juster", catches=("Justerande", "Protokolljusterare"), leaves=("Ordförande",), ignore_case=True)
# A sentence that tells who verifies, in whatever words: "Till att justera protokollet utsågs Bo Ås (M)"
VERIFIES_TOLD = Pattern(
    r"\b(?:att|ska|skall) (?:[^\W\d_]{1,20} ){0,3}justera\b|\bjustera(?:s|de)? (?:dagens |mötets )?protokoll|\bjustering(?:en)? (?:sker|skedde|görs|äger rum)(?!\w)",
    catches=(
        "Till att justera protokollet utsågs Bo Ås (M)",
        "Att jämte ordföranden justera utses Bo Ås",
        "Justering sker digitalt",
    ),
    leaves=("Justerare Bo Ås", "Bo Ås (M), justerare"),
    ignore_case=True,
)
# The same where it begins with whom: "Anna Ek utsågs att jämte ordföranden justera protokollet."
VERIFIED_BY = Pattern(
    rf"^(?P<who>{NAME}(?: ?\({CODE}\))?(?:(?:, | och | samt ){NAME}(?: ?\({CODE}\))?){{0,3}}) (?:utsågs|utses|valdes|väljs|har utsetts|är utse[dt]d?a?|har valts)(?: till)? (?:att (?=[^.;]{{0,80}}juster)|protokollsjusterare|justerare|justeringsm)",
    catches=(
        "Anna Ek utsågs att jämte ordföranden justera protokollet",
        "Anna Ek (S) och Bo Ås utses till justerare",
    ),
    leaves=(
        "Ordföranden utsågs att justera",
        "Anna Ek utsågs",
        "Anna Ek utses att leda mötet",
        "Till justerare utsågs Anna Ek",
    ),
)
# The chair, who verifies as well: "Bo Ås jämte ordföranden Anna Ek"
WITH_CHAIR = Pattern(
    r",? (?:jämte|tillsammans med) (?:mötes)?ordföranden?(?!\w)(?:(?! (?:och|samt) )[^,;]){0,60}",
    catches=("Bo Ås jämte ordföranden Anna Ek",),
    leaves=("Bo Ås jämte Anna Ek", "jämte ordföranden utses Bo Ås"),
    ignore_case=True,
)
# Who verifies if one of those named cannot: "Cia Berg (V), ersättare: Rut Ed (SD)", "Rut Ed (ers.)"
STANDS_IN = Pattern(
    r"(?:^|(?<!tjänstgörande)[ ,;(]{1,3})(?:med )?(?:ers(?:ättare|\.)|suppleant|reserv):? (?=(?-i:[A-ZÅÄÖ]))[^;]{1,80}$|(?:^|[,;] | (?:och|samt) )(?-i:[A-ZÅÄÖ])[^,;()]{1,60}(?: \(\w{1,5}\))? \((?:ers(?:ättare|\.)?|suppleant|reserv)\)",
    catches=(
        "Cia Berg (V), ersättare: Rut Ed (SD)",
        "Cia Berg, ers. Rut Ed",
        "Ersättare: Rut Ed",
        "Cia Berg, Rut Ed (SD) (ers)",
    ),
    leaves=(
        "Cia Berg, ersättare för Bo Ås",
        "Cia Berg (V) och Bo Ås (M)",
        "Cia Berg (V) och tjänstgörande ersättare Rut Ed (M)",
    ),
    ignore_case=True,
)
SMALL_ROLE = Pattern(
    r"^(?:ordförande|justerare|justerande|sekreterare|protokollförare|protokolljusterare)$",
    catches=("ordförande", "justerare"),
    leaves=("Ordförande", "vice ordförande"),
)
SIGNING_ENDS = Pattern(
    r"^(?:anslag|bevis|tillkännagivande|rätt utdraget|utdraget bestyrkes|bestyrkes|intygas?|protokollet är justerat|justeringen har|(?:närvaro|tjänstgörings|upprops)(?=-? ?och )|(?:närvaro|omröstnings|voterings|upprops|tjänstgörings|deltagar)(?:lista|förteckning))(?!\w)",
    catches=(
        "ANSLAG/BEVIS",
        "Rätt utdraget,",
        "Protokollet är justerat.",
        "Närvarolista",
        "Närvaro- och omröstningslista",
    ),
    leaves=("Justerande", "Anslagen"),
    ignore_case=True,
)
# What a star beside a name or a word above refers to, beneath the signatures: "* Eva Lind deltar inte i ärendet."
FOOTNOTE = Pattern(
    r"^(?:\*{1,3}\)?|[¹²³]|\d\)) ?(?=[A-ZÅÄÖÉ])",
    catches=("* Eva Lind deltar inte i ärendet på grund av jäv", "*) Tjänstgör för Bo Ahl (M)", "1) Ersättare"),
    leaves=("1. Motionen avslås", "* * *", "- Motionen"),
)
# Where a name is to be written: "Sekreterare ............................", and which §§ are signed behind it
DOTTED = Pattern(
    r"^[._…\s–-]{3,200}(?:(?:[Pp]aragraf(?:er|en)?[:;]?|§§?) ?[§\d][\d\s§,–-]{0,60})?$",
    catches=("......", "_______", "........ Paragrafer 12-14", "...... §§ 12-14"),
    leaves=("Anna Ek", "…", "...... 12"),
)
# A line to write on behind a name alone: somebody signs there.
DOTTED_BEHIND = Pattern(
    r"^(?P<name>[^._…,;:()\d]{3,60}?) ?[._…]{5,200}$",
    catches=("Bo Ås ........", "Bo Ås______"),
    leaves=("______", "Bo Ås", "Bo Ås, ekonom ......", "Bo Ås...."),
)
DOTTED_BEFORE = Pattern(r"^[._…]{3,200} ?(?=[A-ZÅÄÖ])", catches=("________ Bo Ås",), leaves=("______", "Bo Ås"))
# "Signerat av Anna Ek", "Protokollet är elektroniskt undertecknat av"
SIGNED_BY = Pattern(
    r"^(?:(?:detta )?(?:protokoll|dokument|handling)(?:et|en)?(?: (?:är|har|blivit)){0,2} )?(?:(?:digitalt|elektroniskt) |e-)?(?:signera(?:[td](?:es)?|ts)|undertecknats?|undertecknad(?:es)?|underskriv(?:et|en))"
    r"(?: (?:digitalt|elektroniskt|med [a-zA-ZåäöÅÄÖ-]{2,20}))? av ?:?(?: (?P<who>\S.{0,120}))?$",
    catches=(
        "Signerat av",
        "Elektroniskt undertecknad av Anna Ek, ordförande",
        "Protokollet är digitalt signerat av:",
        "Detta dokument har undertecknats elektroniskt av",
        "E-signerat av Bo Ås",
        "Detta dokument har signerats digitalt av Anna Ek",
    ),
    leaves=("Avtalet signerades i maj", "Motionen är undertecknad", "Signerat avtal"),
    ignore_case=True,
)
# When somebody signed, and with what: "2025-03-11 kl. 09.14", "BankID 2025-03-11", "Transaktion 0922…"
STAMPED = Pattern(
    rf"^(?:(?:datum|tidpunkt|signera[td]|undertecknat|den|bankid|freja|id|transaktion)[ :-]{{0,3}}){{0,3}}(?:{DATE_TEXT}(?:[ ,]{{1,2}}(?:kl\.? ?)?\d{{1,2}}[.:]\d\d(?:[.:]\d\d)?)?(?: ?\+\d\d:?\d\d| [A-Z]{{3,4}})?|[0-9a-fA-F-]{{8,80}})$",
    catches=("2025-03-11 09.14", "Signerat 2025-03-11 kl. 09:14:02", "BankID 2025-03-11", "ID: 05f2a1c9-77aa"),
    leaves=("Anna Ek", "§ 31", "Datum för nästa möte"),
    ignore_case=True,
)
DIGITAL_ROLES: tuple[tuple[Label, Pattern], ...] = (
    (
        Label.VERIFIERS,
        Pattern(
            r"(?:^|[ ,(])(?:(?:protokolls?)?justera(?:re|nde)|justeringsperson)(?=$|[ ,):])",
            catches=(", justerare, 2025-03-11", "Protokolljusterare", " (justerande)"),
            leaves=("justeras",),
            ignore_case=True,
        ),
    ),
    (
        Label.CHAIR,
        Pattern(
            r"(?:^|(?<!vice)(?<!v\.)[ ,(])(?:mötes)?ordförande(?=$|[ ,):])",
            catches=(", ordförande", "Ordförande", " (mötesordförande)"),
            leaves=(", vice ordförande", "ordföranden"),
            ignore_case=True,
        ),
    ),
    (
        Label.SECRETARY,
        Pattern(
            r"(?:^|[ ,(])(?:[a-zåäö]{0,20}sekreterare|protokollförare)(?=$|[ ,):])",
            catches=(", nämndsekreterare", "Sekreterare"),
            leaves=("sekreteraren",),
            ignore_case=True,
        ),
    ),
)
# A signature with its office on one line: "Per Al, stadsbyggnadsdirektör", behind a stroke: "/Cia Berg"
NAME_AND_OFFICE = Pattern(
    rf"^/? ?(?P<name>{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}{NAME_WORD}){{1,4}})(?:, (?P<office>[^,.;:()\d§]{{2,60}}))?$",
    catches=("Per Al, stadsbyggnadsdirektör", "/Cia Berg", "Anna von Ek, tf chef"),
    leaves=("Per Al (S), ordförande", "Per Al, § 4", "per Al"),
)
