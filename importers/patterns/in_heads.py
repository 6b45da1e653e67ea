"""What stands on or beneath the line of a §'s number and is neither title nor case number."""

from __future__ import annotations

from importers.patterns.dates import ISO
from importers.patterns.pattern import Pattern

_SIGN = r"(?:[A-ZÅÄÖ]{2,5}|Ks|Kf|Au|Ksau|[BKMOST]n|[MS]bn|Bun|Kfn)(?: ?[Aa][Uu])?"
# The sign of the body whose § is cited, behind its number.
SIGN_ALONE = Pattern(
    rf"^(?:{_SIGN}|§ ?\d{{1,4}}(?: § ?\d{{1,4}}){{0,7}})$",  # other §§ head columns of a table
    catches=("Ks", "KSAU", "Ks au", "§ 74"),
    leaves=("Jäv", "Val", "Plan", "Upprop", "§ 74 Val"),
)

# A § of another body's that a head cites beneath its title, where the matter was before: "§ 164 Ks"
CITED_IN_HEAD = Pattern(
    rf"^(?:§ ?\d{{1,4}} {_SIGN}|{_SIGN},? (?:(?:den )?{ISO},? )?§ ?\d{{1,4}})(?:,? (?:den )?{ISO})?$",
    catches=("§ 164 Ks", "§ 88 KSAU", "Ks au § 40", "Ks § 164", "TU § 88, 2024-11-20", "KSAU 2024-11-20 § 88"),
    leaves=("§ 12 Upprop", "§ 7 Jäv", "§ 8 Val", "§ 9 Plan", "§ 164", "Kommunstyrelsen § 164"),
)

# Several of them behind the number of a §: "KF § 60 AU § 97 KS § 110"
CITED_BEHIND_NUMBER = Pattern(
    rf"^{_SIGN},? § ?\d{{1,4}}(?:/\d\d(?:\d\d)?)?(?:[,;]? {_SIGN},? § ?\d{{1,4}}(?:/\d\d(?:\d\d)?)?){{0,5}}$",
    catches=("KS § 109", "AU § 97 KS § 110", "KSAU § 12/2025, KS § 40/2025"),
    leaves=("§ 109", "KS § 109 Budget", "Kommunstyrelsen § 109"),
)

# A § of another body's in the margin, beside what that body said of the matter, its day beneath: "AU § 88" over "12-10-09"
CITED_IN_MARGIN = Pattern(
    rf"^{_SIGN},? ?§ ?\d{{1,4}}(?:/\d\d(?:\d\d)?)?$",
    catches=("AU § 88", "KS § 131", "Ks au § 12/2012"),
    leaves=("§ 88", "AU § 88 Arbetsutskottet", "12-10-09"),
)

# What a form calls the title beside it, in the head of a §.
TITLE_LABEL = Pattern(
    r"^(?:Ärende|Ärenderubrik|Ärendemening|Rubrik|Titel|Ärendets rubrik):?$",
    catches=("Ärende", "Ärenderubrik:"),
    leaves=("Ärendet", "Ärende 3", "Ärendenummer"),
    ignore_case=True,
)

# The same with the title behind a colon: "Ärende: Hyra av lokal"
TITLE_BEHIND_LABEL = Pattern(
    r"^(?:Ärende|Ärenderubrik|Ärendemening|Rubrik|Titel|Ärendets rubrik) ?: ?(?P<title>[^\d\W][^\n]{1,200})$",
    catches=("Ärende: Hyra av lokal", "Rubrik: Taxa 2025"),
    leaves=("Ärende: 3", "Ärendet: Hyra av lokal", "Ärende 3: Hyra av lokal", "Ärende:"),
    ignore_case=True,
)

# The same as a number alone, between the number of a § and its title: "§ 41    5.    Taxa för bad"
COUNTED_ON_AGENDA = Pattern(r"^\d{1,3}\.$", catches=("5.",), leaves=("5", "5. Taxa"))

# The file of a matter, last among those whom a decision is sent to.
ITS_FILE = Pattern(
    r"^(?:Akten?|Ärendeakten|Dossi(?:é|er)n?|Diariet|Arkivet)[.,;]?$",
    catches=("Akten", "Diariet."),
    leaves=("Akten skickas till nämnden", "Diarienummer", "Arkivnämnden"),
)

# What tells that papers are enclosed, behind a title: "Taxa för bad ./."
ENCLOSURE_MARK = Pattern(r" \.?/\.?$", catches=("Taxa ./.", "Taxa /."), leaves=("Taxa", "Taxa och/eller"))

# A matter's place on the agenda, beside the number of its §: "Ärende 3        KUN § 35"
ON_AGENDA = Pattern(
    r"^(?:Ärende|ÄRENDE|Punkt|Nr|Ärendenr|Dagordningspunkt)\.? ?\d{1,3}[.:]?$",
    catches=("Ärende 3", "Nr 12", "Punkt 4."),
    leaves=("Ärende 3 Budget", "Ärendenummer", "3"),
)

# What a form prints beside a case number, in a column of its own.
TOLD_BESIDE_NUMBER = Pattern(
    r"^(?:Delegation|Delegerat|Delegationsbeslut|Sekretess|Handläggare|Föredragande|Ärendetyp|Klassificering|Diarieplan|Bilaga|Bilagor|Antal bilagor)\b:?(?P<value> [^.]{1,40})?$",
    catches=("Delegation nej", "Delegation", "Handläggare: Anna Ek", "Bilagor 2"),
    leaves=("Delegationen avser två år.", "Budget", "Bilaga till protokollet läggs till handlingarna och så vidare."),
)

# What a head says that the page after repeats, with the title: "§ 41 Taxa för bad, fortsättning"
GOES_ON = Pattern(
    r"(?:,| [–-]|(?<=[a-zåäö])) ?[(\[]?(?:[Ff]ortsättning|[Ff]orts\.?)[)\]]?(?![\wåäö])",
    catches=("§ 41 Taxa för bad, fortsättning", "§ 41 Taxa (forts.)", "§ 41 Taxa – forts    KS 2025/1"),
    leaves=("§ 41 Fortsättning av projektet", "§ 41 Taxa, fortsättningsvis"),
)
