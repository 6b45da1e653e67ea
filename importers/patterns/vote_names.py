"""What stands between and beside the names of those who vote."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import NAME

_ROLE = r"(?:tjänstgörande|tjg\.?|ersättar(?:e|en|na)|(?:[a-zåäö]{0,30})(?:ordförande|ordföranden|ordf\.?|ledamot|ledamoten|ledamöterna|råd|rådet|råden|ledare|ledaren)|vice|förste|andre|första|andra|[123]:[ea]|[123]e)"

# What may stand between two names of one list.
NAMES_JOINED = Pattern(
    rf"^\s?(?:[,;&]|och|samt|[,;] ?(?:och|samt))(?:\s(?:{_ROLE}\s){{0,5}}|\s?)$",
    catches=(", ", " och ", " samt ordföranden ", ", och ", " samt tjänstgörande ersättarna ", ",\n"),
    leaves=(" ", " begär votering och ", ". ", " i stället för ", " (ordf), "),
)

OFFICE_IN_BRACKETS = Pattern(
    rf"\s?\((?:{_ROLE}\s?){{1,5}}\)",
    catches=(" (ordförande)", " (2:e vice ordförande)"),
    leaves=(" (frånvarande)", " (S)", " (jäv)"),
)

# The same where a comma is missing, and after a title behind the name.
NAMES_BESIDE = Pattern(
    rf"^(?:,?\s(?:{_ROLE}[\s,]){{1,5}}\s?(?:och |samt )?|[ \n])$",
    catches=(" ", "\n", ", ordförande, "),
    leaves=(", ", ". "),
)

# One of a list whose party is not printed: "Bo Lind (M) samt ordföranden Cia Berg". A name alone is recognised by its neighbours.
BARE_IN_LIST = Pattern(
    rf"(?:^|[,:;\n.]|(?<!\w)(?:och|samt))\s{{0,2}}(?P<office>(?:(?i:{_ROLE})\s){{0,5}})(?P<name>(?!(?i:ja|nej|avstår|frånvarande)(?!\w))(?=[^\s,]{{1,31}}[ \n]){NAME})(?=\s?(?:,|$)|\s(?:och|samt)(?!\w))",
    catches=(" samt ordföranden Cia Berg ", ", Bo von Heide, ", "Vice ordförande Cia Berg"),
    leaves=(" samt ordföranden ", ", tjänstgörande för Bo Å, ", " begär Bo Å votering", " och NEJ. NEJ, "),
)

# One of a list in which nobody bears a party; it may end with its row.
BARE_IN_ROWS = Pattern(
    rf"(?:^|[,:;\n.]|(?<!\w)(?:och|samt))\s{{0,2}}(?P<office>(?:(?i:{_ROLE})\s){{0,5}})(?P<name>(?!(?i:ja|nej|avstår|frånvarande)(?!\w))(?=[^\s,]{{1,31}} ){NAME})(?=\s?(?:,|$)|[\n.]|\s(?:och|samt)(?!\w))",
    catches=("\nAnna Ek\nBo Ås\n", ", Bo von Heide och", "Anna Ek."),
    leaves=(" samt ordföranden ", "Anna Ek (S)\n", "\nOmröstning begärs\n"),
)

# What a sentence opens with right behind a name in a list: the name is not whole by itself.
OPENS_SENTENCE = Pattern(
    r" (?:Med|Efter|Genom|Enligt|Därmed|Således|Därefter|Omröstning(?:en)?|Votering(?:en)?|Ordföranden?|Nämnden|Styrelsen|Utskottet|Beslut(?:et)?|Resultat(?:et)?|Utfall(?:et)?|Antal|Summa|Totalt?)(?!\w)",
    catches=("Dan Holm Med", "Dan Holm Omröstningen"),
    leaves=("Dan Holm", "Med Omröstningar"),
)

# Rows that ran together are nobody's name: "Anna Ek M Ja Bo Ås".
CHOICE_WITHIN = Pattern(
    r"(?<!\w)(?:Ja|Nej|JA|NEJ|Avstår|AVSTÅR|Frånvarande)(?!\w)",
    catches=("Anna Ek M Ja Bo Ås", "Bo Ås Nej"),
    leaves=("Anna Jansson", "Bo Nejman"),
)

# What is somebody's, right behind the name: its owner votes for nothing there.
OWNED = Pattern(
    r"^ (?:m\. ?fl\. )?(?:\w{0,12}yrkande|\w{0,12}förslag|reservation|motion)(?:et|t|en|n)?(?!\w)",
    catches=(" yrkande)", " m.fl. tilläggsyrkande", " förslag"),
    leaves=(" ja", " (S)", ", yrkanden"),
)

NAMES_IN_BRACKETS = Pattern(
    rf"^\s?\({NAME}, {NAME}",
    catches=(" (Anna Ek, Bo Å och", " (Anna Ek, Cia"),
    leaves=(" (se bilaga 2)", " (Bilaga 2)"),
)

NAME_AHEAD = Pattern(
    rf"^ ?(?=[^\s,.]{{2,31}} [A-ZÅÄÖÉ]){NAME}(?=[ ,;.]|$)",
    catches=("Anna Ek, Cia Berg", " Bo Ås"),
    leaves=("se bilaga 2", "10", "Bifall till motionen"),
)

# A list of names without a party, within its brackets or up to its sentence's end.
BARE_LIST = Pattern(
    rf"^\s?(?:\((?P<within>{NAME}(?:(?:, | och | samt ){NAME}){{0,200}})\)|(?P<open>{NAME}(?:(?:, | och | samt ){NAME}){{0,200}})(?=[.;]|$))",
    catches=(" (Anna Ek, Bo Ås och Cia Berg)", " Anna Ek, Bo von Ås.", "Anna Ek"),
    leaves=(" (Anna Ek (S), Bo Ås)", " (se bilaga)", " Anna Ek yrkar bifall."),
)

# A list of names without a party from the start of a sentence to its verb: "Anna Ek, Bo Ås och Cia Berg" of "… röstar ja".
BARE_SUBJECT = Pattern(
    rf"(?:^(?:,? (?:och |samt |medan )?)?|[.;:\n] ?|, medan |, och | medan )(?P<names>(?!Ja |Nej |JA|NEJ)(?:Ordföranden |Ledamoten |[Ll]edamöterna )?{NAME}(?:(?:, | och | samt ){NAME}){{0,60}}) $",
    catches=(
        "Anna Ek, Bo Ås och Cia Berg ",
        "röstar ja. Dan af Holm ",
        "Ledamöterna Anna Ek ",
        ", Cia Berg och Eva Lo ",
    ),
    leaves=("Anna Ek (S) och Bo Ås ", "ledamöterna ", "Med Anna Ek i spetsen "),
)

BARE_OFFICE = Pattern(
    r"^(?:Ordföranden|Ledamoten|[Ll]edamöterna) ", catches=("Ordföranden Anna Ek",), leaves=("Anna Ek", "ordförande")
)

# The same between the verb and how they vote: "Vid upprop röstar Anna Ek, Bo Ås och Cia Berg ja".
BARE_AROUND = Pattern(
    rf"(?<!\w)röst(?:ar|ade) (?P<inside>(?:ledamöterna )?(?=[A-ZÅÄÖÉ]\S{{1,30}} ){NAME}(?:(?:, | och | samt ){NAME}){{0,60}}) (?P<choice>ja|nej|JA|NEJ)(?![\w-])",
    catches=("Vid upprop röstar Anna Ek, Bo Ås och Cia Berg ja, medan", "röstade ledamöterna Anna Ek och Bo Ås nej."),
    leaves=("röstar Anna Ek (S) ja", "röstar ledamöterna ja", "röstar ja"),
)

# A name that goes on in the next line: "…, Frida" / "Rasksson (MP)".
NAME_LEFT_OPEN = Pattern(
    r"(?:^|[,;:]|(?<!\w)(?:och|samt)) ?[A-ZÅÄÖÉ][^\s(),.:;\d]{1,30}$",
    catches=("Gun Wall (KD), Frida", "Dan Holm (V) och Eva"),
    leaves=("Gun Wall (KD), Frida Rask (M)", "Gun Wall (KD),", "Ja-röster:"),
)
NAME_GOES_ON = Pattern(
    rf"^{NAME} \(|^[A-ZÅÄÖÉ][^\s(),.:;\d]{{1,30}}(?:[,;.]| och [A-ZÅÄÖÉ]|$)",
    catches=("Rasksson (MP) och", "Maria von Ek (M)", "Tornhag, Nils Fjäll", "Rasksson."),
    leaves=("och Bo Å (V)", "röstar nej", "Nej: Bo Å", "Med tre"),
)

# The person named next is who somebody serves for, and votes for nothing: "Anna Ek (S), tjänstgörande för Bo Å (V)".
SERVES_INSTEAD = Pattern(
    r"^,? ?\(?(?:som )?(?:tjänstgör(?:ande)?(?: ersättare)? |ersättare |i ?stället )?(?:för|ersätter) (?:ordföranden |ledamoten )?$",
    catches=(", tjänstgörande för ", " (ersättare för ", " ersätter "),
    leaves=(", ", " och "),
)

# A name that somebody else's doing is about: "till förmån för Anna Ek (S) röstar", "yrkandet från Bo Å (V) röstar".
OTHERS_NAME = Pattern(
    r"(?<!\w)(?:från|av|till|för|mot|på|enligt|med|stöder|stödjer|bifaller|avslår) $",
    catches=("yrkandet från ", "till förmån för "),
    leaves=("Omröstning: ", "samt ordföranden "),
    ignore_case=True,
)

OPENS_NAMES = Pattern(
    r":|\s?\((?=[A-ZÅÄÖÉ]\w)",
    catches=(":", " (Anna Ek (S)"),
    leaves=(" nej", " (8"),
)

# The last word of a line that is a row of its own: "Anna Ek (S)", "Anna Ek (S) Ja".
ROW_END = Pattern(
    r"^(?:\S{0,20}\):?|(?:ja|nej|avstår|avstod|frånvarande|\w{2,3}-röster)[.:]?)$",
    catches=("(S)", "Ja", "NEJ:", "Ja-röster:"),
    leaves=("röstar", "Ek", "(S),"),
    ignore_case=True,
)

STARTS_ROW = Pattern(r"^(?:[A-ZÅÄÖÉ]|\d{1,3}\.(?: |$))", catches=("Anna", "2."), leaves=("anna", "2024"))

# A line that is somebody's vote and no more.
VOTE_ROW = Pattern(
    rf"^(?:\d{{1,3}}\. )?{NAME} ?\([^()]{{1,25}}\)(?:,? [^\s.:;]{{1,20}}){{0,3}}? ?(?:[:–,-] ?)?(?:[Jj]a|[Nn]ej|JA|NEJ|[Aa]vst(?:år|od)|[Ff]rånvarande)\.?$",
    catches=("Anna Ek (S): Ja", "2. Bo von Ek (M), ordförande – NEJ", "Cia Berg (V) avstår"),
    leaves=("Anna Ek (S) röstar ja. Bo Å (V) röstar nej.", "Ja-röster: 10"),
)

# The same of somebody whose party is not printed.
BARE_VOTE_ROW = Pattern(
    rf"^{NAME}(?: ?:| [–-]) ?(?:[Jj]a|[Nn]ej|JA|NEJ|[Aa]vst(?:år|od)|[Ff]rånvarande)\.?$",
    catches=("Anna Ek: Ja", "Bo von Ek – NEJ"),
    leaves=("Anna Ek (S): Ja", "Resultat: 7 ja"),
)

# A line that says of the names in it how they voted: "Ja: Anna Ek, Bo von Å".
LIST_ROW = Pattern(
    r"^(?:Ja|Nej|JA|NEJ|Avst(?:år|od)|AVSTÅR|Frånvarande): ?[A-ZÅÄÖÉ][^\s(),.:;\d]{1,30} (?:(?:von|af|de|van) )?[A-ZÅÄÖÉ]",
    catches=("Ja: Anna Ek, Bo Ås", "Nej:Bo von Å."),
    leaves=("Ja: bifall till motionen", "Ja: Bifall till motionen", "Nej, Anna Ek"),
)

# A line that says of the names beneath it how they voted.
CHOICE_ROW = Pattern(
    r"^(?:(?:Ja|Nej|JA|NEJ)(?:-? ?(?:röster|röst|RÖSTER))?|Avst(?:år|od|ående)|Frånvarande)(?: ?\(?\d{1,3}(?: st)?\)?)?:?$",
    catches=("Ja-röster", "Nej (3):", "Avstår", "JA-RÖSTER 7"),
    leaves=("Ja-röst för avslag", "Nej – bifall till motionen", "ja"),
)
