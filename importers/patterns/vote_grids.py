"""Lists of votes with a column for each vote: what heads the columns, and how a row says the choice."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

_VOTE = r"(?:omröstning|votering|omr|vot)(?!\w)\.?"
# A column of one vote, by its § or its number.
VOTE_COLUMN = Pattern(
    rf"(?<![\w§])(?:(?:{_VOTE}|ärende) ?(?:nr\.? ?)?(?P<nth>\d{{1,2}})?[,:]? ?)?\(?§ ?(?P<item>\d{{1,4}})\)?(?![\w–-])"
    rf"|(?<!\w){_VOTE} ?(?:nr\.? ?)?(?P<nth2>\d{{1,2}})(?![\w–-])"
    r"|(?<!\w)(?:kontraproposition(?:en)?|(?:kontrapropositions|kontra|mot(?:förslags)?|förberedande |huvud)(?:omröstning|votering)(?:en)?)(?!\w)",
    catches=(
        "Huvudomröstning",
        "Kontraproposition",
        "§ 5",
        "Votering 1, § 140",
        "Omr. 2",
        "Votering nr 2 (§ 17)",
        "Ärende § 3",
        "Omröstning 1",
    ),
    leaves=("§§ 5-7", "15 §", "Omröstning", "§ 5-7"),
    ignore_case=True,
)
# The one column of a list of one vote.
CHOICE_COLUMN = Pattern(
    r"^(?:röst|röster|röstat|röstade|resultat|omröstning|votering|val)$",
    catches=("Röst", "Resultat", "Votering"),
    leaves=("Rösträtt", "Ja"),
    ignore_case=True,
)
# What heads the other columns.
NAME_COLUMN = Pattern(
    r"^(?:namn|ledamot|ledamöter|ledamot/ersättare|ledamöter/ersättare|efternamn|förnamn|röstande|deltagare)$",
    catches=("Namn", "LEDAMOT", "Ledamöter"),
    leaves=("Ledamotens", "Parti"),
    ignore_case=True,
)
# The same of words that may head another column as well.
NAME_COLUMN_AMONG = Pattern(
    r"^(?:beslutande|närvarande ledamöter|tjänstgörande ledamöter)$",
    catches=("Beslutande",),
    leaves=("Beslut", "Ersättare"),
    ignore_case=True,
)
# A column that says who was there, or who stood in for whom.
TELLS_PRESENCE = Pattern(
    r"^(?:närv\.?|när\.?|närvaro|närvarande|ersättare|tjg\.?|tjänstgörande|ers\.?)$",
    catches=("Närv.", "Ersättare"),
    leaves=("Parti", "Ledamot"),
    ignore_case=True,
)
# A line that may head one, or whose next lines may.
MAY_HEAD = Pattern(
    r"(?<!\w)(?:namn|ledam(?:ot|öter)|efternamn|förnamn|röstande|deltagare|beslutande)(?!\w)",
    catches=("Nr Namn", "LEDAMOT Parti"),
    leaves=("Ledamotens", "Parti"),
    ignore_case=True,
)
OTHER_COLUMN = Pattern(
    r"^(?:parti(?:er)?|nr\.?|plats|stol|mandat|funktion|uppdrag|roll|närv\.?|när\.?|närvaro|närvarande|ersättare|tjänstgörande|tjg\.?|ers\.?|§§|paragrafer|anm\.?|anmärkning|kommentar|och|/|grupp|valkrets|beslutande|ordinarie|in|ut|ankom|avgick)$",
    catches=("Parti", "Nr", "Närv.", "§§"),
    leaves=("Partiet", "Anna", "yrkar"),
    ignore_case=True,
)

# What a letter or sign of a list means, as it is printed beside the list: "J = Ja, N = Nej, A = Avstår".
LEGEND = Pattern(
    r"(?<!\w)(?P<sign>[A-Za-z]|[+\-–—−0-9×✓])(?: ?[=:] ?| (?:betyder|står för) )(?P<choice>ja|nej|avst(?:år|ått|od|ående)?|frånv(?:arande|aro)?|deltog ej|deltar ej)(?:-röst)?(?![\w])",
    catches=("J = Ja", "+ = ja", "0=avstår", "F: frånvarande", "x betyder ja"),
    leaves=("Ja: Anna Ek", "röstar Ja", "Anna Ek: ja"),
    ignore_case=True,
)
LEGEND_ALONE = Pattern(
    r"^(?:förklaring(?:ar)?:? |teckenförklaring:? )?(?:\(?(?:[A-Za-z]|[+\-–—−0-9×✓]) ?(?:[=:] ?|betyder |står för )(?:ej |ja|nej|avst|frånv|deltog|deltar|jäv|kvitt)[\w -]{0,25}\)?[,.;]?(?: |$)){2,8}$",
    catches=("J = Ja, N = Nej, A = Avstår", "+ = ja, – = nej, 0 = avstår", "J=Ja N=Nej"),
    leaves=("J = Ja", "Ja: Anna Ek (S), Nej: Bo Ås (M)"),
    ignore_case=True,
)
# How a cell says the choice: in words, in letters, in signs that only a legend explains, or that there is none.
SAYS_CHOICE = Pattern(
    r"^(?P<choice>ja|nej|avst(?:år|od|ått|\.)?|frånv(?:arande|\.)?|kvittad)$",
    catches=("Ja", "AVST.", "Frånvarande"),
    leaves=("J", "Jan"),
    ignore_case=True,
)
SIGN = Pattern(r"^(?:[A-Za-z]|[+\-–—−0-9×✓])$", catches=("J", "+", "–", "1"), leaves=("Ja", "12"))
LETTERS = {"j": "ja", "n": "nej", "a": "avstår", "f": "frånvarande"}
EMPTY = ("-", "–", "—", "−", ".", "0")
# A row that only parts the list.
PARTS_LIST = Pattern(
    r"^(?:(?:tjänstgörande|tjg\.?|ej tjänstgörande|närvarande) )?(?:ledamöter|ersättare|ordförande|presidium)(?:na)? ?:?$",
    catches=("Ersättare", "Tjänstgörande ersättare", "Ledamöter:"),
    leaves=("Ersättare X", "Anna Ek"),
    ignore_case=True,
)
# What goes on with a name that began in the row above.
NAME_RUNS_ON = Pattern(
    r"^(?:(?:von|af|av|de|van|der) )?[A-ZÅÄÖÉ][\w’'´-]{1,30}(?: [A-ZÅÄÖÉ][\w’'´-]{1,30})?$",
    catches=("Stahl", "von Stahl", "Berg Ås"),
    leaves=("Anna Ek (S)", "och Bo", "12"),
)

_COLUMN = r"(?:(?:omröstning|votering|omr|vot|ärende)\.? ?(?:nr\.? ?)?\d{0,2}[,:]? ?\(?§ ?\d{1,4}\)?|§ ?\d{1,4}|(?:omröstning|votering|omr|vot)\.? ?(?:nr\.? ?)?\d{1,2})"
_CHOICE = (
    r"(?:(?:röstar |röstade |röstat )?(?:ja|nej|avst\.?|avstår|avstod|frånv\.?|frånvarande|kvittad)(?:-röst(?:er)?)?)"
)
_OTHER = r"(?:nr\.?|plats|stol|mandat|namn|ledamot|ledamöter|ledamot/ersättare|efternamn|förnamn|ersättare|tjänstgörande|tjg\.?|parti|partigrupp|funktion|uppdrag|roll|närv\.?|närvaro|närvarande|§§|röst|röster|röstade|resultat|omröstning|votering)"
# A line that heads the columns of a list of votes, in whatever type: no heading of a section.
HEADS_LIST = Pattern(
    rf"^(?=.*(?:namn|ledam|parti))(?=.*(?:röst|resultat|votering|omröstning|ja|nej|§|omr|vot))(?:(?:{_COLUMN}|{_CHOICE}|{_OTHER})(?: |$)){{3,20}}$"
    rf"|^(?:{_COLUMN}(?: |$)){{2,9}}$|^(?:{_CHOICE}(?: |$)){{3,20}}$",
    catches=("Ledamot Parti Votering 1 Votering 2", "Namn Parti Röst", "§ 5 § 6", "Ja Nej Avst Ja Nej Avst"),
    leaves=("Namn", "Votering", "§ 5", "Ja Nej", "Parti Röst"),
    ignore_case=True,
)
