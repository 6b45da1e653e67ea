"""Votes in tables: marks in columns, counts beneath, and the appendices that hold them."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, CODE, LONG_NAMES, NAME

APPENDIX_HEADING = Pattern(
    r"^(?:Protokollsb|B)ilaga(?=.*[\dA-Z])(?: (?P<number>\d{1,3}|[A-Z]))?(?:,? (?:till )?(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,6} )?§ ?\d{1,4}(?:/\d{2,4})?)?$",
    catches=("Bilaga 5", "Protokollsbilaga 1", "Bilaga A", "Bilaga till § 2", "Bilaga 1, KS § 45", "Bilaga § 45/24"),
    leaves=("Bilaga 5 till tjänsteutlåtandet", "Bilagor", "Bilaga", "Bilaga till protokollet"),
)

# The § that a list of votes behind the §§ belongs to.
ITEM_OF_LIST = Pattern(
    r"^(?:omröstning(?:slista|sförteckning|sprotokoll|sresultat|sbilaga)?|votering(?:slista|sförteckning|sprotokoll|sresultat|sbilaga)?|röst(?:lista|förteckning|protokoll)|upprop)(?: nr \d{1,2}| \d{1,2})?[,:]? (?:(?:avseende|för|gällande|i|om|på|rörande|till) )?(?:ärende \d{1,3},? ?)?§ ?(?P<number>\d{1,4})(?![\d-])",
    catches=("Omröstning § 113: Återremiss", "Voteringslista för § 12", "Votering 1, § 40 Taxa", "Röstlista i § 7"),
    leaves=("Närvarande §§ 1-7", "Omröstning begärs i ärendet"),
    ignore_case=True,
)

# A column of a list of votes in which that § was voted on.
ITEM_HEADS_COLUMN = Pattern(
    r"^(?:(?:omr(?:östning)?|vot(?:ering)?|ärende)\.? ?(?:nr ?)?\d{0,2}[,:]? ?)?§ ?(?P<number>\d{1,4})$",
    catches=("Omr 1 § 15", "Omröstning § 15", "§ 15", "Votering nr 2, § 17"),
    leaves=("§§ 15-17", "Närvarande § 15", "§ 15 begärs"),
    ignore_case=True,
)

_COLUMN = (
    r"(?:(?:(?:omr(?:östning)?|vot(?:ering)?)\.? ?(?:nr ?)?\d{0,2}[,:]? ?)?§ ?(?P<number>\d{1,4})"
    r"|(?:omröstning|votering|omr\.?|vot\.?) ?(?:nr ?)?\d{1,2})(?![\d–-])"
)
_NO_NUMBER = _COLUMN.replace("(?P<number>", "(?:")
# What heads a list with a column for each vote, and one of these columns.
HEADS_IN_ORDER = Pattern(
    rf"^(?:nr\.? )?(?:namn|ledamot|ledamöter)(?:,? (?:och )?parti)?(?P<columns>(?: {_NO_NUMBER}){{2,9}})$",
    catches=("Namn Parti § 64 § 66", "Namn Parti Omröstning 1 Omröstning 2", "Ledamot Votering 1 § 3 Votering 2 § 3"),
    leaves=("Namn Parti § 64", "Namn Ja Nej", "Namn § 64 § 66 närvarande"),
    ignore_case=True,
)
COLUMN_IN_ORDER = Pattern(
    _COLUMN, catches=("§ 64", "Votering 2 § 3", "Omröstning 1"), leaves=("Namn", "64"), ignore_case=True
)

# The row of whoever chairs, with the office behind the name: "Bo Ås, ordförande   S".
ROW_OF_CHAIR = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<name>{NAME}),? (?:\(ordf(?:örande|\.)?\)|(?:(?:[12]:[ea]|förste|andre) )?(?:v(?:ice|\.) )?ordf(?:örande|\.)?),? (?:(?P<party>{BARE_CODE})|\((?P<bracketed>{CODE})\))$",
    catches=("Bo Ås, ordförande S", "Cia Berg, 1:e vice ordförande KD", "Bo Ås ordf. (S)"),
    leaves=("Bo Ås S", "Ordförande S"),
)

# The same over columns for the choices in that vote.
ITEM_HEADS_GROUP = Pattern(
    r"(?<!§)(?<!§ )§ ?(?P<number>\d{1,4})(?![\d–-])",
    catches=("Votering 1, § 140", "§ 15", "Omr 2 § 17"),
    leaves=("§§ 15-17", "15 §"),
)

# What heads lists of votes of several §§: "Voteringslistor kommunfullmäktige 2025-11-24".
VOTE_LISTS = Pattern(
    r"^(?:omröstnings|voterings|röst)(?:lista|listor|förteckning(?:ar)?|protokoll|resultat|bilag(?:a|or))(?:na|n|en)?(?:,? [^.:;]{2,80})?$",
    catches=("Voteringslistor kommunfullmäktige 2025-11-24", "Omröstningslistor", "Röstprotokoll, 2025-03-04"),
    leaves=("Omröstningen utfaller", "Omröstningslistan läggs till handlingarna."),
    ignore_case=True,
)

# A list of votes that opens a page behind the minutes, with no word "Bilaga": "Omröstningslista § 41".
VOTE_LIST = Pattern(
    r"^(?:(?:omröstning|votering)(?= § ?\d{1,4}$)|(?:omröstnings|voterings|röst)(?:lista|förteckning|protokoll|bilaga)(?:n|en|et)?)(?: nr \d{1,2}| \d{1,2})?[,:]? (?:(?:avseende|för|gällande|i|om|på|rörande|till) )?(?:ärende \d{1,3},? ?)?§ ?\d{1,4}(?![\d-])",
    catches=(
        "Omröstningslista § 41",
        "Voteringslista nr 1, § 41 Lån av stolar",
        "Omröstningsprotokoll för § 41",
        "Omröstningsbilaga § 41",
        "Omröstning § 41",
    ),
    leaves=("Omröstning § 41 begärs", "Omröstningslista", "Omröstningslistan läggs till § 41"),
    ignore_case=True,
)

# The same whose § stands beneath it: "Omröstningslista 1" over "§ 31 Svar på motion".
VOTE_LIST_ALONE = Pattern(
    r"^(?:omröstnings|voterings|röst)(?:lista|förteckning|protokoll|bilaga)(?:n|en|et)?(?: (?:nr )?(?P<number>\d{1,2}))?$",
    catches=("Omröstningslista 1", "VOTERINGSLISTA", "Röstprotokoll nr 2"),
    leaves=("Omröstning", "Omröstningslista § 41", "Omröstningslista, bilaga 4"),
    ignore_case=True,
)

# What points from a vote to a list of who voted how.
LIST_NAMED = Pattern(
    r"\b(?!(?:se|framgår av|redovisas i) (?:omröstnings|voterings|röst)(?:lista|förteckning|protokoll) (?:nr )?\d)(?:se|enligt|framgår av|redovisas i|i) (?:(?:bifogad|bilagd|separat|särskild|följande) )?(?P<list>(?:omröstnings|voterings|röst)(?:lista|förteckning|protokoll|bilaga)(?:n|en|et)?)(?!\w)",
    catches=(
        "Se omröstningslista.",
        "Hur var och en röstade framgår av bifogad voteringslista",
        "enligt omröstningslista 2",
    ),
    leaves=("Omröstningslista", "Voteringslistan läggs till handlingarna", "Se voteringslista 3."),
    ignore_case=True,
)

# Who was there, on a page of its own behind the minutes.
PRESENCE_LIST = Pattern(
    r"^Närvaro(?:lista|- och (?:omröstnings|voterings)lista)(?: [^.:;]{1,60})?$",
    catches=("Närvarolista", "Närvarolista kommunfullmäktige 2024-05-27", "NÄRVARO- OCH OMRÖSTNINGSLISTA"),
    leaves=("Enligt närvarolista", "Närvarolistan läggs till handlingarna."),
    ignore_case=True,
)

# The same where nothing is said of votes: "Ja" beneath a § then says who was there.
ONLY_PRESENCE = Pattern(
    r"^(?:närvaro|tjänstgörings)(?:lista|förteckning)(?![^\n]{0,80}(?:omröst|voter))",
    catches=("Närvarolista", "Tjänstgöringslista kommunfullmäktige"),
    leaves=("Närvaro- och omröstningslista", "Närvarolista och omröstningslista"),
    ignore_case=True,
)

# What heads a column of those who stand in for the member of the row, beside that of the members.
SUBSTITUTE_BESIDE = Pattern(
    r"^(?:nr\.? )?(?:ledamot|ledamöter|namn|ordinarie)(?: parti)? (?:(?:tjg\.?|tjänstgörande) )?ers(?:ättare|\.)(?: |$)",
    catches=("Ledamot Ersättare Parti Ja Nej", "Ledamot Parti Tjg. ersättare Ja Nej"),
    leaves=("Ledamot/ersättare Ja Nej", "Ledamöter Ja Nej Ersättare Ja Nej"),
    ignore_case=True,
)

# What asks people and decides nothing.
NO_VOTE_HELD = Pattern(
    r"(?<!\w)(?:(?:prov|test)(?:omröstning|votering|röstning)|enkät|undersökning)",
    catches=("Provomröstning", "Enkäten om arvoden"),
    leaves=("Omröstningslista", "Förberedande votering"),
    ignore_case=True,
)

COUNT_LINE = Pattern(
    r"^Antal (?P<choice>Ja|Nej|Avstår|Frånv(?:arande)?|Kvittade): (?P<count>\d{1,3})$",
    catches=("Antal Ja: 43", "Antal Frånv: 0", "Antal Kvittade: 0"),
    leaves=("Antal Ja", "Antal elever: 43"),
    ignore_case=True,
)

COUNTS_IN_LINE = Pattern(
    r"^(?:Antal (?:Ja|Nej|Avstår|Frånv(?:arande)?|Kvittade): \d{1,3}(?: |$)){1,5}$",
    catches=("Antal Ja: 8 Antal Nej: 4 Antal Avstår: 16", "Antal Ja: 8"),
    leaves=("Antal elever: 43 Antal Ja: 8",),
    ignore_case=True,
)
COUNT_IN_LINE = Pattern(
    r"Antal (?P<choice>Ja|Nej|Avstår|Frånv(?:arande)?|Kvittade): (?P<count>\d{1,3})",
    catches=("Antal Ja: 8 Antal Nej: 4",),
    leaves=("Antal elever: 8",),
    ignore_case=True,
)

TABLE_HEADING = Pattern(
    r"^(?:Namn|Ledamot|Ledamöter)(?:/ersättare)? (?:Parti )?(?:Plats )?(?:Funktion )?(?:Resultat|Röst(?:ade|at)?|Omröstning|Votering)$",
    catches=("Ledamot Röst", "Namn Parti Plats Funktion Resultat", "Namn Parti Röst", "Ledamot Parti Röstade"),
    leaves=("Namn Parti", "Ledamot Parti Närvaro"),
    ignore_case=True,
)

# The same with a number before the name or an office behind the party.
ROWS_HEADING = Pattern(
    r"^(?:(?:Nr|Plats|Stol) )?(?:Namn|Ledamot|Ledamöter)(?:/ersättare)?(?: Parti)?(?: (?:Plats|Funktion|Uppdrag|Roll))?(?: (?:Plats|Funktion|Uppdrag|Roll))? (?:Resultat|Röst(?:ade|at)?|Omröstning|Votering)$",
    catches=("Nr Namn Parti Uppdrag Röst", "Ledamot Röst", "Namn Parti Plats Funktion Resultat"),
    leaves=("Namn Parti Uppdrag", "Ledamot Parti Närvaro"),
    ignore_case=True,
)

RESULT = Pattern(
    r"^(?P<choice>Ja|Nej|Avstår|Frånv(?:arande)?|Kvittad)$",
    catches=("Ja", "Avstår", "Frånvarande"),
    leaves=("Ja mot", "Ledamot"),
    ignore_case=True,
)

TOTALS = Pattern(
    r"^(?:Summa|Totalt|Total|Antal|Resultat|Röster)(?:[ :]|$)",
    catches=("Summa 8 5", "Totalt: 8 5"),
    leaves=("Summerat", "Anna Ek"),
    ignore_case=True,
)

# A row of counts alone, in whatever type: no heading.
TOTALS_ROW = Pattern(
    r"^(?:Summa|Totalt|Total|Antal|Resultat|Röster)(?: röster)?:?(?: \d{1,3}){2,5}$",
    catches=("Summa 4 3 0", "Totalt: 8 5", "Antal röster 21 18 1"),
    leaves=("Summa 2025", "Resultat per 31 mars", "Anna Ek 1 2"),
    ignore_case=True,
)

# How many of each party voted how: what heads the columns, and a row.
OF_PARTIES = Pattern(
    r"^(?:Parti(?:er)?|Partigrupp) (?:Ja|Nej)",
    catches=("Parti Ja Nej Avstår", "Parti Ja-röster Nej-röster"),
    leaves=("Namn Parti Ja Nej",),
    ignore_case=True,
)
VOTES_OF_PARTY = Pattern(
    rf"^(?:{CODE}|\({CODE}\)|(?i:{LONG_NAMES})(?: \({CODE}\))?)(?: (?:\d{{1,3}}|[-–])){{1,5}}$",
    catches=("S 5 0 0", "Moderaterna (M) 3 - 1"),
    leaves=("Anna Ek S 1", "S 5 av 7"),
)

X_MARK = Pattern(r"^[xX1×✓✔●■☒]$", catches=("X", "✓", "1"), leaves=("Xander", "-"))

CHOICE_CELL = Pattern(
    r"^(?P<choice>ja|nej|avst\.?|avstår|avstod|avstående|frånv\.?|frånvarande)(?:-röst(?:er)?)?$",
    catches=("Ja", "NEJ", "Avst.", "Ja-röst"),
    leaves=("Jan", "Ja för avslag"),
    ignore_case=True,
)

# What heads a list of names that stands beside another: "Ja-röster", "Nej (3 st):"
CHOICE_HEAD = Pattern(
    r"^(?P<choice>ja|nej|avst\.?|avstår|avstod|avstående)(?:[- ]röst(?:er)?)?(?: ?\(?\d{1,3}(?: st)?\)?)?:?$",
    catches=("Ja-röster", "Nej (3 st):", "Avstår", "JA 4"),
    leaves=("Ja-röst för bifall", "Jan"),
    ignore_case=True,
)
# Behind a name that is alone in its cell.
ALONE_IN_CELL = Pattern(
    r"^(?:,? ?\(?(?:\w{0,20}ordförande|ordf\.?|ledamot|ersättare|tjg\.? ers\.?)\)?)?,?$",
    catches=("", ", ordförande", " (ordf.)"),
    leaves=(" yrkar avslag", ", Bo Ås (M)"),
    ignore_case=True,
)

# A line that heads the columns of a table of votes, in whatever type: "Ledamot  Ja-röst  Nej-röst  Avstår från att rösta".
COLUMNS_OF_VOTES = Pattern(
    r"(?<![\w-])(?P<first>ja|nej)(?:-röst(?:er)?)?(?: ?\(\d{1,3}(?: st)?\))?[ /](?!(?P=first))(?:ja|nej)(?:-röst(?:er)?)?(?: ?\(\d{1,3}(?: st)?\))?(?: |$)(?!för |till )",
    catches=(
        "Ledamot/ersättare Ja-röst Nej-röst Avstår från att rösta",
        "Namn Parti Ja Nej",
        "Ja Nej Avst.",
        "Ledamot Avstår Nej Ja",
        "Ja-röster (3) Nej-röster (2)",
    ),
    leaves=("Ja-röster och nej-röster", "Ja Ja", "Ja Nej för avslag", "10 ja"),
    ignore_case=True,
)

# A list in which each row says how somebody voted several times over, and what heads its columns.
_VOTE = r"(?:omr(?:östning)?|vot(?:ering)?)\.?"
HEADS_SEVERAL = Pattern(
    rf"(?<!\w){_VOTE} ?(?:nr ?)?(?P<first>\d)[^.:;]{{0,30}}? {_VOTE} ?(?:nr ?)?(?!(?P=first))\d(?!\d)(?! (?:begär|genomför|utf))|^(?:namn|ledamot|ledamöter)(?: parti)?(?: [1-9]){{2,9}}$",
    catches=("Namn Parti Omr. 1 Omr. 2", "Ledamot 1 2", "Votering 1 Votering 2", "Omröstning nr 1 Omröstning nr 2"),
    leaves=("Omröstning 1", "Votering 1 Votering 1"),
    ignore_case=True,
)
_CHOICE = r"(?:ja|nej|avstår|avstod|avst\.?|frånvarande|frånv\.?)"
ROW_OF_SEVERAL = Pattern(
    rf"^[^\W\d_][^.:;]{{3,60}}? (?:\({CODE}\)|{BARE_CODE}) (?i:{_CHOICE})(?: (?i:{_CHOICE})){{1,9}}$",
    catches=("Anna Ek (S) Ja Nej", "Bo Ås M Nej Avst. Ja", "Cia Berg D Ja Nej"),
    leaves=("Anna Ek (S) Ja", "Namn Parti Ja Nej Avstår Frånv.", "röstar ja, inte nej"),
)
_OFFICE = r"(?:Ordf(?:örande|\.)?|[12]:?[ea]? (?:v\.?|vice) ?ordf(?:örande|\.)?|Vice ordf(?:örande|\.)?|Ledamot|Led\.?|(?:Tjg\.? |Tjänstgörande )?(?:ersättare|Ersättare|ers\.?|Ers\.?))"
# A row that says how somebody voted, beneath a heading for name, party and vote.
ROW_OF_CHOICE = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<name>(?=[^(]{{3,60}} \(?{CODE}\)? (?:{_OFFICE} )?(?i:{_CHOICE})$){NAME}) (?:\((?P<bracketed>{CODE})\)|(?P<party>{CODE})) (?:(?P<office>{_OFFICE}) )?(?P<choice>(?i:{_CHOICE}))$",
    catches=(
        "1 Alma Bo S Ordf JA",
        "Birk Cro M Tjg ersättare Nej",
        "Anna Ek S Ja",
        "12 Bo von Ås (M) Avstår",
        "Cia Berg KD Frånvarande",
    ),
    leaves=("Anna Ek S", "Anna Ek (S) Ja Nej", "Summa 4"),
)
# The number of a column that such a heading names, and a row whose name, party and choices are whole.
COLUMN_NUMBER = Pattern(
    rf"(?<!\w)(?:{_VOTE} ?(?:nr ?)?)?(?P<number>\d)(?!\w)",
    catches=("Omr. 1", "Votering nr 2", "1"),
    leaves=("Omr. A", "12"),
    ignore_case=True,
)
ROW_OF_COLUMNS = Pattern(
    rf"^(?:\d{{1,3}}\.? )?(?P<name>{NAME}) (?:\((?P<bracketed>{CODE})\)|(?P<party>{CODE})) (?P<choices>(?i:{_CHOICE})(?: (?i:{_CHOICE})){{1,8}})$",
    catches=("Anna Ek S Ja Nej", "2 Bo von Ås (M) Nej Avstår Ja"),
    leaves=("Anna Ek S Ja", "Anna Ek (S) Ja -", "Summa 2 1"),
)
ROW_OF_LETTERS = Pattern(
    r"^[^\W\d_][^.:;]{3,80}?(?: (?:ja?|n(?:ej)?|a(?:vst(?:år|od|\.)?)?|f(?:rånv(?:arande|\.)?)?|x|[-–—])){1,10}$",
    catches=("Anna Ek (S) J A", "Bo Ås M X -"),
    leaves=("Omröstning 2", "Anna Ek"),
    ignore_case=True,
)

# Where a row of two such goes on with the second: "Anna Ek S Ja  Bo Ås M Nej".
NEXT_ROW = Pattern(
    rf"(?<= )(?i:{_CHOICE}) (?=[A-ZÅÄÖÉ])",
    catches=("Anna Ek S Ja Bo Ås M Nej",),
    leaves=("Anna Ek S Ja", "Ja Nej"),
)

PRESENCE_TABLE = Pattern(
    r"^(?:Plats )?Ledamot Ersättare Parti\b",
    catches=("Plats Ledamot Ersättare Parti Ankom Utgick",),
    leaves=("Namn Parti Plats",),
)

# What an appendix is headed by that says who was there.
PRESENCE_HEADING = Pattern(
    r"^(?:(?:Närvaro|Tjänstgörings|Upprops)(?:lista|förteckning)|Upprop)(?: (?:för|vid) .{1,80})?$",
    catches=("Närvarolista", "Närvarolista för kommunfullmäktige 2024-06-19", "Upprop", "Tjänstgöringslista"),
    leaves=("Närvarande beslutar", "Enligt närvarolista"),
    ignore_case=True,
)
