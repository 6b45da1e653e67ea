"""Marks that start an entry of a list."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

NUMBERED = Pattern(
    r"^(?P<mark>(?P<number>\d{1,3}|(?P<letter>[a-z])(?P=letter){0,2})(?:[.)]|(?<=\d)(?=\s[Aa]tt )))(?: |$)",
    catches=("1. att besvara motionen", "2 att justera paragrafen", "a) att avslå", "hhh. Vägnamn", "12. Budget"),
    leaves=("2024. Vidare", "m.fl. yrkande", "1.5 miljoner", "att besvara", "maj. Därefter", "nr. 5"),
)

# A number without a sign behind it, which is a mark where the next ones stand in order beneath: "1 Avtalet tecknas" / "2 Nämnden …".
BARE_NUMBER = Pattern(
    r"^(?P<number>\d{1,2}) (?=[A-ZÅÄÖ][a-zåäö])",
    catches=("1 Avtalet tecknas", "12 Nämnden får i uppdrag"),
    leaves=("2025 Avtal", "1. Avtalet", "3 miljoner kronor", "4 § gäller"),
)

BULLET = Pattern(
    r"^(?P<mark>[•▪➢●○·–—]|-(?!\d))(?: |(?=[A-ZÅÄÖ])|$)",
    catches=("• Tjänsteskrivelse", "- Motionen avslås", "-Att kommunen", "– att"),
    leaves=("-5 grader", "och - men"),
)

# A mark that stands on a line of its own, its entry beneath.
MARK_ALONE = Pattern(
    r"^(?:\d{1,3}|(?P<letter>[a-z])(?P=letter){0,2})[.)]$",
    catches=("ii.", "1.", "a)"),
    leaves=("i i.", "2024. Vidare", "maj."),
)

# A whole entry of a list on one line: "- Karta över marken", "2. Ritning av förskolan".
ENTRY = Pattern(
    r"^(?:[•▪➢●○·–—-]|\d{1,2}\.) (?=[A-ZÅÄÖ][a-zåäö]{2})",
    catches=("- Karta över marken", "2. Ritning av förskolan", "• Tjänsteskrivelse"),
    leaves=("- 3 -", "– 12 –", "2. juni", "Karta över marken"),
)

# A line that ends so goes on in the next, however short it is.
LEFT_OPEN = Pattern(
    r"(?:,|[-–]|(?:^|\s)(?:och|samt|eller|att|som|av|från|till|i|med|för|om|på|vid|den|de|det|under|mellan|enligt|mot|en|ett|ny|nya|vilket|vilka|medan|von|van|af|der|di|da|du))$",
    catches=(
        "Cia Berg (M) röstar nej. Eva von",
        "Patrik Höstmad (D), AnnaSara Perslow (C) och",
        "härefter propositioner på återstående yrkanden och finner att",
        "föreslår att motionen anses besvarad, vilket",
    ),
    leaves=("Tjänsteskrivelse daterad den 3 april 2024", "Stadsdirektören"),
)

# The first names of a list's last, and the line beneath that goes on with the surname: "… och Johan / Holm (S) yrkar".
NAME_OPENS = Pattern(
    r"(?:(?:,|\b(?:och|samt|från|av)|\b(?:ledamoten|ordföranden?|ersättaren)) [A-ZÅÄÖÉ][^\W\d_]{1,20}(?:-[A-ZÅÄÖ][^\W\d_]{1,20})?(?: [A-ZÅÄÖÉ][^\W\d_]{1,20})?"
    r"|\b(?:med|för|medan|vilket|som|yrkar|föreslår|röstar) [A-ZÅÄÖÉ][^\W\d_]{1,20}(?:-[A-ZÅÄÖ][^\W\d_]{1,20})?)(?: (?:von|af|av|de|der))?$",
    catches=(
        "Bo Ahl (M) och Johan",
        "Gun Wall (KD), Frida",
        "samt ordföranden Eva",
        "och Carl von",
        "vilket Maj-Britt",
    ),
    leaves=("Tekniska nämnden", "och Johan Holm (S)", "yrkar bifall till motionen.", "(M) instämmer med Anna Ek"),
)
SURNAME_FOLLOWS = Pattern(
    r"^(?:(?:von|af|av|de|der) )?[A-ZÅÄÖÉ][\w'’´-]{1,30}(?: [A-ZÅÄÖÉ][\w'’´-]{1,30})? \([^)\d]{1,20}\)",
    catches=("Holm (S) yrkar avslag", "Ståhlberg (MP) föreslår", "von Heide (KD),"),
    leaves=("Kommunstyrelsen avslår", "Bilaga (2)"),
)

# A line drawn with signs: "________", "----"
RULE = Pattern(
    r"^[_=–—-]{3,}(?: [_=–—-]{3,}){0,9}$|^(?P<sign>[_=–—-])(?: ?(?P=sign)){2,40}$|^\*(?: ?\*){2,40}$",
    catches=("____________ ________", "----", "_ _ _ _ _", "- - - -", "* * *"),
    leaves=("- Motionen avslås", "--"),
)

GLUED_RULE = Pattern(
    r"^[_=–—-]{3,}(?=[A-ZÅÄÖÉ])",
    catches=("---Under", "____Motionen"),
    leaves=("----", "-Att", "--Att", "Under"),
)

# A bullet in the middle of a run of entries: "daterad 2024-12-11 -Yrkande från M", or at the end of a printed line.
GLUED_BULLETS = ("-", "•", "–")
INNER_BULLET = Pattern(
    r" [-•–](?:(?P<glued>(?=[A-ZÅÄÖ]))| (?=[A-ZÅÄÖ]))",
    catches=("daterad 2024-12-11 -Yrkande från M", "nr 139 - Tjänsteutlåtande"),
    leaves=("kultur- och fritidsnämnden", "2024-12-11", "Svar på remiss -motion"),
)

# Where a list that runs on within its paragraph has its next number: "… avslås. 2. Nämnden översänder yttrandet."
NEXT_NUMBER = Pattern(
    r"(?<=[.;,:] )(?P<number>\d{1,2})\. (?=[A-ZÅÄÖ]|att )",
    catches=("Motionen avslås. 2. Nämnden översänder yttrandet.",),
    leaves=("den 2. Nämnden", "bilaga 2. Vidare"),
)

# The same at the end of a printed line, its clause in the next.
NUMBER_AT_END = Pattern(
    r"(?:(?<=[.;,:])|(?<=, samt)|(?<=, och)) (?P<number>\d{1,2})\.$",
    catches=("hela kostnaden. 3.", "tills vidare, samt 3."),
    leaves=("enligt bilaga 3.", "den 1 och 2."),
)

QUOTATION_MARK = Pattern(r"[\"”“„]", catches=("”Undantag", 'fastighet."'), leaves=("bolag's",))

# A heading whose text goes on behind its full stop, where what stands above has ended.
BEFORE_STOP = Pattern(
    r"^(?P<heading>(?P<name>Ärendet|Bakgrund|Sammanfattning|Beslutsunderlag|Yrkanden?|Beslutsgång|Propositionsordning|Omröstning|Votering|Reservation(?:er)?|Jäv|Protokollsanteckning(?:ar)?|Särskil(?:t|da) yttranden?|Sändlista|Expedieras|Delges|Protokollsutdrag|Beslut|Skäl (?:till|för) beslut(?:et)?)\.)(?= [A-ZÅÄÖÉ”\"])",
    catches=("Yrkanden. Bo Ås (M) yrkar avslag.", "Sändlista. Samtliga nämnder"),
    leaves=("Yrkanden.", "Omröstning begärs. Ja-röst är", "ärendet. Bo Ås (M) yrkar", "Jäv. se ovan"),
)

# A party that is torn from the name above it: "och Göte Hammarlund" / "(SD) reserverar sig".
PARTY_OPENS = Pattern(
    r"^\([A-ZÅÄÖ]{1,4}\)[ ,.]",
    catches=("(SD) reserverar sig", "(M), Bo Ås (V)"),
    leaves=("(Bilaga 2)", "(SD)", "(a) att"),
)
