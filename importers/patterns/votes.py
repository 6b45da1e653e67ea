"""Votes: counts in digits and words, who voted how, and what came of it."""

from __future__ import annotations

from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, LONG_NAMES, NAME

_ONES = "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"


def _number_words() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_ONES.split())} | {"ett": 1, "ingen": 0, "inga": 0}
    for tens, word in enumerate(_TENS.split(), 2):
        words |= {word: tens * 10} | {word + one: tens * 10 + words[one] for one in [*_ONES.split()[1:10], "ett"]}
    return words


NUMBER_WORDS = _number_words()
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_COUNT = rf"(?P<count>\d{{1,3}}|{_WORDS})(?: \(\d{{1,3}}\))?"
_VOTERS = r"(?:(?:närvarande )?(?:ledam(?:ot|öter)|personer))"
_LATER = rf"(?P<later>\d{{1,3}})(?![\w/]|[.:,]\d| {_VOTERS})"
_AWAY = (
    r"(?:avst(?:år|od|ått|ående)(?: (?:ifrån|från) att (?:rösta|delta i (?:omröstningen|voteringen)))?(?! (?:ifrån|från) )"
    r"|lägger ne[dr] (?:sin röst|sina röster)|lade ne[dr] (?:sin röst|sina röster)|nedlagda röster|nedlagd röst|(?:är |var )?frånvarande|(?:är |var )?(?:ut)?kvittade?)"
)

# A count before its word ("43 Ja", "två nej-röster", "27 ledamöter röstar JA", "2 avstår") or after it ("Ja-röster: 18"), or
# both sides with brackets ("ja (33), nej (11)", "ja (förslaget) 33, nej (avslag) 11").
COUNTED = Pattern(
    rf"(?:(?<!\w)röst(?:ar|ade) )?(?<![\w§.:-])(?<!§ )(?<!\d/){_COUNT}(?: st)?(?: {_VOTERS})?(?: som| har)?"
    rf"(?: röst(?:ar|ade|at) (?P<choice>ja|nej)| (?P<choice3>ja|nej)(?:-? ?röster|-röst|-(?= och ))?(?: röster)?(?!:? (?-i:[A-ZÅÄÖ])[\w’'.-]{{0,30}} (?-i:[A-ZÅÄÖ]))| (?P<away>{_AWAY}))(?![\w-])"
    rf"|(?<![\w-])(?:Antal )?(?:(?P<choice2>ja|nej)(?:-?röster| röster)?|(?P<away2>{_AWAY}))(?: ?[:=] ?| (?!\d{{1,3}}\. (?!ja|nej|avst|frånv|antal)[A-ZÅÄÖ]))(?:st )?{_LATER}"
    r"|(?<![\w-])(?P<choice4>ja) (?:\((?P<yes_count>\d{1,3})\)(?=,?(?: och| mot)? nej \(\d)|\([^()\n]{1,60}\) (?P<yes_count2>\d{1,3})(?=,?(?: och| mot)? nej \([^()\n]{1,60}\) \d))"
    r"|(?:(?<=\d\), )|(?<=\d\) och )|(?<=\d\) mot ))(?P<choice5>nej) \((?P<no_count>\d{1,3})\)|(?:(?<=\d, )|(?<=\d och )|(?<=\d mot ))(?P<choice6>nej) \([^()\n]{1,60}\) (?P<no_count2>\d{1,3})(?=[,.;]|$)(?!, \()",
    catches=(
        "Omröstningen utfaller med 43 Ja mot 38 Nej.",
        "Med nio ja-röster mot två nej-röster beslutar nämnden",
        "Med 5 ja-röster röster mot 4 nej-röster",
        "tjugoen (21) ja-röster",
        "27 ledamöter röstar JA",
        "Vid omröstningen röstar sju ledamöter ja och fyra nej.",
        "1 ledamot AVSTÅR från att rösta",
        "2 ledamöter är frånvarande.",
        "0 avstår",
        "2 nedlagda röster",
        "Ja-röster 18, nej-röster 13",
        "Avstår: 2",
        "Utfall: ja (33), nej (11), avstår 1",
        "Utfall: ja (bifall) 33, nej (avslag) 11",
    ),
    leaves=(
        "Bo Å (V) – Nej, 2 ledamöter",
        "sju röster mot sex",
        "bilaga 2 Ja-röster: Anna Ek (S)",
        "Ja: 18:30",
        "§ 5 Ja",
    ),
    ignore_case=True,
)

# What stands before and behind one side where both are counted with what they are for: "Med 6 ja-röster för bifall mot 3
# nej-röster för avslag".
COUNT_BEFORE_SIDE = Pattern(
    rf"(?<![\w§.:/-])(?:\d{{1,3}}|{_WORDS}) $",
    catches=("Med 6 ", "Med sex "),
    leaves=("Med 6", "§ 6. ", "Godkänd "),
    ignore_case=True,
)
SIDE_IS_COUNTED = Pattern(
    rf"(?: (?:mot|medan)|(?<!\d) (?:och|samt)) (?:\d{{1,3}}|{_WORDS})$",
    catches=("bifall till förvaltningens förslag mot 3", "bifall och tre"),
    leaves=("bifall till punkt 3", "bifall till punkterna 1 och 2", "avslag"),
    ignore_case=True,
)

# Before a count that is of one party: "S 12 ja, M 9 nej", "Moderaterna (9) nej".
OF_ONE_PARTY = Pattern(
    rf"(?:^|(?<=[\s,;:.(]))(?<!från )(?<!av )(?<!för )(?<!till )(?<!enligt )(?:{BARE_CODE}|\({BARE_CODE}\)|(?i:{LONG_NAMES})(?: \({BARE_CODE}\))?)(?: ?[:=–-]|,)? (?:röst(?:ar|ade) |med |avger |avgav )?(?:(?:\d{{1,2}} (?i:ja|nej)(?:-?röst(?:er)?)?|(?i:ja|nej):? \d{{1,2}}),? (?:och |mot )?){{0,2}}$",
    catches=(
        "14 ja. S: 12 ja, ",
        "M: ja 2, nej 3 och ",
        "16 ja mot 14 nej. S ",
        "ja för bifall, Moderaterna (M): ",
        "V med ",
    ),
    leaves=("Med ", "yrkandet från S. ", "yrkandet från V: ", "Anna Ek (S) och "),
)

# Votes counted without saying which side was ja.
COUNTED_WITHOUT_SIDES = Pattern(
    rf"(?<!\w)(?P<won>\d{{1,3}}|{_WORDS}) röster mot (?P<lost>\d{{1,3}}|{_WORDS})(?!\w)",
    catches=("med sju röster mot sex", "med 31 röster mot 18"),
    leaves=("sju ja-röster mot sex nej-röster",),
    ignore_case=True,
)

# The same in two numbers, which may be of anything unless as many are named.
RESULT_IN_NUMBERS = Pattern(
    r"(?<!\w)(?:(?:omröstnings|voterings)?resultat(?:et)?|utfall(?:et)?)(?: blir| blev|:)? (?P<won>\d{1,3}) ?[-–] ?(?P<lost>\d{1,3})(?![\d-])",
    catches=("Resultat 3-2.", "Utfallet blev 21–20"),
    leaves=("Resultat 2025-03-04", "paragraf 3-2"),
    ignore_case=True,
)

# Votes counted in any words: with what is read of them or not, a vote was held.
COUNTED_SOMEHOW = Pattern(
    rf"(?<![\w–-])(?:\d{{1,3}}|{_WORDS}) röster(?!\w)|(?<!\w)(?:röstsiffr(?:or|orna)|siffr(?:or|orna)|rösttal(?:et)?|röstetal(?:et)?)[^.\d]{{0,20}}\d{{1,3}} ?(?:[-–—]|mot) ?\d{{1,3}}"
    rf"|(?<!\w)(?:(?:om)?röst(?:ar|ade|erna|ning(?:en)?)|votering(?:en)?)(?: [a-zåäö]{{2,20}}){{0,3}} \d{{1,3}} ?(?:[-–—]|mot) ?\d{{1,3}}(?![\d:-]|\.\d)"
    r"|(?<!\w)(?:ja|nej)[- ]?röst(?:er|en)?(?= ?(?:\(|: ?)(?-i:[A-ZÅÄÖÉ]\w))",
    catches=(
        "gavs 3 JA-röster (Holm, Ek, Berg)",
        "Nej-röster: Anna Ek, Bo Ås",
        "Med 4 röster för och 3 röster emot",
        "med röstsiffrorna 21–20",
        "Röstsiffror: 25 - 20.",
        "antogs med siffrorna 7 mot 4",
        "Nämnden röstade 7-4 för avslag",
        "Efter diskussion röstade nämnden 7-4 för avslag",
        "Rösterna fördelades 7 mot 4",
        "Anna Ek (S) 21 röster",
    ),
    leaves=(
        "flera röster höjdes",
        "lika röstetal",
        "siffrorna för 2024",
        "rösterna räknas kl 10-11.30",
        "röstade 2024-03-04",
    ),
    ignore_case=True,
)

# A verb of voting; whoever votes stands before it, or after its colon.
CAST = Pattern(
    rf"(?<!\w)(?:(?:röst|svar)(?:ar|ade|at) (?:därvid |då |härvid )?(?:(?P<choice>ja|nej)|för [^.;:()\n]{{2,60}} \((?P<choice2>ja|nej)(?=\)))|(?P<away>{_AWAY}))(?!\w)(?: \((?P<count>\d{{1,3}})(?: st| röster)?\))?(?P<after>:)?",
    catches=(
        "röstar Ja (10).",
        "svarade nej",
        "Jörgen Fogelklou (SD) avstår från att rösta (1).",
        "Eva Lind (SD) lägger ner sin röst.",
        "Eva Lind (SD) är frånvarande",
        "röstar JA:",
        "röstar för bifall (Ja).",
    ),
    leaves=(
        "Hur var och en röstar framgår av bilaga 5.",
        "röstar inte ja",
        "avstår från att delta i beslutet",
        "avstår från att reservera sig",
    ),
    ignore_case=True,
)

# The names between the verb and the choice: "Vid upprop röstar Anna Ek (M) och Bo Å (V) ja, medan Cia Berg (D) röstar nej."
CAST_AROUND = Pattern(
    r"(?<!\w)röst(?:ar|ade) (?P<inside>(?=[A-ZÅÄÖÉa-zåäö])(?:(?!röst)[^.:;]){5,3000}?\)) (?P<choice>[Jj]a|[Nn]ej|JA|NEJ)(?![\w-])",
    catches=(
        "Vid upprop röstar Anna Ek (M), Bo Å (V) och ordföranden Cia Berg (S) ja, medan Dan Holm (C) röstar nej.",
    ),
    leaves=("Anna Ek (M) röstar ja. Bo Å (V) nej.", "röstar nej och Dan Holm (L) röstar ja"),
)

# A choice right beside the name.
CAST_BESIDE = Pattern(
    r"(?<=\)) ?(?:[-–:,] ?(?P<choice>ja|nej|avstår|avstod|frånvarande)(?![\w-])|(?P<choice2>ja|nej|avstår|avstod|frånvarande)(?=\.|,|\n|$| och | samt | medan ))",
    catches=(
        "Anna Ek (M) - JA",
        "Bo Å (S) – NEJ",
        "Cia Berg (M): ja",
        "Cia Berg (M), Ja",
        "Bo Å (V) ja.",
        "Bo Å (V) Ja\n",
    ),
    leaves=("Anna Ek (M) - Jan Berg (S)", "(M) ja-röster", "(M) Ja Bo Å (V)"),
    ignore_case=True,
)

# Rows of a roll-call whose names bear no party: "Anna Ek: Ja", one of several.
ROW_WITHOUT_PARTY = Pattern(
    rf"(?<![\w(-])(?=[^\s:]{{1,31}} (?!Ja|Nej|Avst|JA|NEJ|AVST)\w)(?P<name>{NAME})(?:(?: ?[:–-] ?| )(?P<choice>Ja|Nej|Avstår|JA|NEJ|AVSTÅR)| ?[:–-] (?P<choice2>ja|nej|avstår))(?= [A-ZÅÄÖÉ][^\s:]{{1,30}} [A-ZÅÄÖÉ]|[\n.,]|$| Med )",
    catches=("Anna Ek: Ja\n", "Anna Ek – ja\n", "Anna Ek – Nej Bo Ås – Ja", "Anna Ek Ja"),
    leaves=("Anna Ek (S): Ja", "Anna Ek: Ja-röst", "Avslag: Nej", "Avslag – Nej", "Avslag Nej", "Anna Ek ja"),
)

_SAID_OF = r"(?:ledamöter(?:na)?|personer|närvarande|tjänstgörande|ersättare|av|de|som|har) "

# What a list of names comes under: "Ja-röster:", "Följande röstar ja:", "Nej-röst avger", "Ja (8): Anna Ek (S)".
LISTED = Pattern(
    rf"(?<!\w)(?:(?P<choice>ja|nej)-? ?röst(?:er)?(?: (?:har )?(?:avges|avgavs|avgetts|lämnas|lämnades) av(?!\w)| av(?!\w)| avger| avgav(?!\w)|(?: \((?P<count>\d{{1,3}})(?: st)?\))?:) ?"
    rf"|följande (?:{_SAID_OF}){{0,4}}(?:röst(?:ar|ade|at) (?P<choice2>ja|nej)|(?P<away>{_AWAY})):? ?"
    rf"|röst(?:ar|ade) följande (?:{_SAID_OF}){{0,2}}(?P<choice4>ja|nej):? ?"
    rf"|(?P<choice3>ja|nej) (?:röst|svar)(?:ar|ade):? ?)(?!\d| \d|\w{{0,20}}röst)",
    catches=(
        "Ja-röster: A (S), B (V)",
        "Nej-röster (2): C (M)",
        "Ja-röst avger A (S)",
        "Ja-röster avgavs av A (S)",
        "nej-röster av C (M)",
        "Följande ledamöter röstar JA: A (S)",
        "Följande avstår: A (S)",
        "Ja röstar: A (S)",
        "Nej svarar A (S)",
        "Vid upprop röstar följande ja: A (S)",
    ),
    leaves=("nio ja-röster mot två", "Följande yrkanden röstas om"),
    ignore_case=True,
)

# The same with a bare word, at the head of a paragraph or before a colon.
_BARE_CHOICE = rf"(?:(?P<choice>ja|nej)(?:-? ?röst(?:er)?)?|(?P<away>{_AWAY}))(?: ?\(?(?P<count>\d{{1,3}})(?: st)?\)?)?"
_NAME_AHEAD = r"(?=(?-i:[A-ZÅÄÖÉ])[^\s()]{0,30} [^()\n]{1,60}\([^()\n]{1,25}\)(?: ?[,\n]|$| och ))"
_SOMEBODY = r"(?-i:[A-ZÅÄÖÉ])[^\s()]{0,30} [^()\n]{1,60}\([^()\n]{1,25}\)"
LISTED_BARE = Pattern(
    rf"(?:^|\n){_BARE_CHOICE}(?:: ?(?=(?-i:[A-ZÅÄÖÉ]))|:? ?(?=\n|$)| {_NAME_AHEAD})"
    rf"|(?:(?<=[.;,)”\"] )|(?<= ja )|(?<= nej )|(?<=röster )|(?<=-röst )|(?<= \d )|(?<=\d\d )|(?<=[a-zåäö] )(?<!röstar )(?<!röstade )(?<!röstat )(?=[^:\n]{{2,40}}: {_SOMEBODY})){_BARE_CHOICE.replace('<choice>', '<choice2>').replace('<away>', '<away2>').replace('<count>', '<count2>')}: ?(?=(?-i:[A-ZÅÄÖÉ]))",
    catches=(
        "JA\nAnna Ek (S)",
        "Ja: Anna Ek (S)",
        "(S). Nej: Cia Berg (M)",
        "avslag.” Ja: Anna Ek (S)",
        "bifall till motionen Ja: Anna Ek (S).",
        "2 ja, 1 nej Ja: Anna Ek (S)",
        "Nej-röster: 1 Ja: Anna Ek, Cia Berg",
        "Avstår: Dan Holm (L)",
        "Ja Anna Ek (S)\nNej Bo Å (V)",
        "Frånvarande:",
    ),
    leaves=("Ja för avslag", "röstar Ja (10).", "Anna Ek (S) Ja Bo Å (V) Nej"),
    ignore_case=True,
)

# Another vote begins, whatever the last one was.
VOTE_OPENS = Pattern(
    r"(?:^|\n|(?<=[.!] ))(?:(?:Första|Andra|Tredje|Fjärde|Femte) (?:omröstning|votering)(?:en)?|(?:Omröstning|Votering) \d{1,2}|Huvudvotering(?:en)?|Kontraproposition(?:svotering)?(?:en)?|Mot(?:förslags)?votering(?:en)?|(?:Omröstning|Votering) (?:gällande|angående|avseende|rörande|mellan))(?=[ :.\n]|$)",
    catches=(
        "Andra omröstningen\nJa-röster 18",
        "Omröstning 2",
        "Huvudvotering",
        "Omröstning gällande förslaget från S",
    ),
    leaves=("Omröstning begärs", "i huvudvoteringen"),
)

# Two votes or more that stand beside each other, each in a column of its own: what heads the columns, and one of them.
_HEADS_ONE = r"(?:(?:Omröstning|Votering)(?: nr)? \d{1,2}|(?:Första|Andra|Tredje) (?:omröstning|votering)(?:en)?|(?:Kontra(?:proposition)?s?|Mot(?:förslags)?|Förbereda?nde |Huvud)(?:omröstning|votering)(?:en)?):?"
HEADS_VOTES_ABREAST = Pattern(
    rf"^{_HEADS_ONE}(?: {_HEADS_ONE}){{1,3}}$",
    catches=("Omröstning 1 Omröstning 2", "Kontravotering: Huvudvotering:"),
    leaves=("Omröstning 1", "Namn Omröstning 1 Omröstning 2", "Omröstning 1 och omröstning 2"),
)
# How one voted, in a column of a table whose names stand to its left.
BARE_CHOICE = Pattern(
    r"^(?:ja|nej|j|n|x|avst(?:år|od)?|frånv(?:arande)?|a|f|[–-]|\d{1,3})\.?$",
    catches=("ja", "NEJ", "X", "24"),
    leaves=("Ja: 24", "24 ja", "Ja-röster", "Anna Ek (S)"),
    ignore_case=True,
)

OPENS_ALONE = Pattern(
    r"^(?:Omröstning|Votering) \d{1,2} ?:?$",
    catches=("Omröstning 1", "Votering 2:"),
    leaves=("Omröstning 1 Ja-röster 2", "Omröstning"),
)

# Talk of voting that none of these understands.
VOTES_SOMEHOW = Pattern(
    r"(?<!\w)(?:röst(?:ar|ade|at)|avst(?:år|od))(?!\w)",
    catches=("Ledamöterna från M röstar nej", "röstar för avslag"),
    leaves=("omröstning", "utslagsröst"),
    ignore_case=True,
)

APPENDIX = Pattern(
    r"(?:\bframgår av|\b[Ss]e|\bredovisas i|\b(?:[Oo]mröstnings|[Vv]oterings|[Rr]öst)(?:lista|förteckning|protokoll)(?:n|en|et)?,?(?: enligt| i)?)(?: (?:(?:bifogad|separat) )?(?:omröstnings|voterings|röst)(?:lista|förteckning),?)? bilaga (?P<number>\d{1,3}|[A-Z])\b"
    r"|(?:^|(?<=[.] ))Protokollsbilaga (?P<own>\d{1,3}|[A-Z])(?=\.)"
    r"|(?:\b[Rr]östlängd|\b[Uu]pprop(?:slista|et)?),?(?: se| enligt| i)? bilaga (?P<roll>\d{1,3}|[A-Z])\b"
    r"|\((?:[Oo]mröstning|[Vv]otering) \d{1,2}, bilaga (?P<within>\d{1,3}|[A-Z])\)"
    r"|\b(?:[Ss]e|framgår av|redovisas i) (?:omröstnings|voterings|röst)(?:lista|förteckning|protokoll) (?:nr )?(?P<list>\d{1,2})(?!\d)",
    catches=(
        "Hur var och en röstar framgår av bilaga 5.",
        "Hur var och en röstade framgår av omröstningslista, bilaga 1.",
        "4 ledamöter är frånvarande, se bilaga 2.",
        "Voteringslista, bilaga 3",
        "Uppropslista, se bilaga A.",
        "enligt kommunstyrelsens förslag. Protokollsbilaga 1.",
        "se bifogad voteringslista, bilaga 4",
        "4 ja och 2 nej (omröstning 1, bilaga A).",
        "Se voteringslista 1.",
    ),
    leaves=("enligt bilaga 5",),
)

CASTING_VOTE = Pattern(
    r"\butslagsröst\b", catches=("beslutar med ordförandens utslagsröst",), leaves=("utslag",), ignore_case=True
)

SENTENCE_STOP = Pattern(
    r"[.!?](?: (?=[A-ZÅÄÖ0-9])|$|\n)", catches=("Marcelind (KD). Magnus", "avstår."), leaves=("m.fl. yrkande",)
)

# "Hur var och en röstar framgår av bilaga 5." votes for nobody.
HOW_EACH = Pattern(
    r"\bhur (?:\w+ ){1,4}röst|\bröst(?:ar|ade) (?:(?:kommun|stads|region)?fullmäktige |nämnden |styrelsen |utskottet )?(?:framgår|enligt|om)\b",
    catches=(
        "Först röstar fullmäktige om punkt 1.",
        "Hur var och en röstar framgår av bilaga 5.",
        "hur ledamöterna röstade framgår av listan",
    ),
    leaves=("Ledamöterna från M röstar nej",),
    ignore_case=True,
)

_THUS = r"(?:därmed |således |alltså |sålunda |då )?"
_DECIDED = rf"(?:har |hade )?{_THUS}(?:beslut(?:ar|at|ade|it)|beslöt|bifall(?:er|it)|bifoll|avslå(?:r|tt)|avslog|avslagit|återremitter(?:ar|at|ade))(?!\w)(?! den \d)"
_OPENS_RESULT = r"(?:Med|Efter|Genom|Enligt|Därmed|Således|I enlighet med)"

# After the count: what the vote came to. "Kommunfullmäktige har därmed beslutat bifalla yrkandet från V."
RESULT_TOLD = Pattern(
    rf"^(?:(?:{BODY_NAME}|Nämnden|Styrelsen|Utskottet) {_DECIDED}"
    rf"|{_OPENS_RESULT} [^.]{{0,200}}?(?<!\w)(?:beslut(?:ar|at|ade)|beslöt|bifall(?:s|es|er|it|its)|avslå(?:r|s|tt)|avslagits?|återremitter(?:ar|as|at|ats)|antas|antagits|vunnit|vinner)(?!\w)(?! den \d)"
    r"|(?:[\wåäö]{1,20} ){0,2}[Oo]rdföranden?(?: [^.]{2,60}?)? (?:finner|fann|konstaterar|konstaterade|förklarar|förklarade)(?!\w))",
    catches=(
        "Kommunfullmäktige hade beslutat bifalla yrkandet från V.",
        "Nämnden beslutar således att avslå motionen.",
        "Med nio ja-röster mot två nej-röster beslutar nämnden att avslå motionen.",
        "Enligt omröstningsresultatet bifalls kommunstyrelsens förslag.",
        "Ordföranden finner att kommunfullmäktige beslutat återremittera ärendet.",
        "Tjänstgörande ordföranden Anna Ek (S) fann att",
    ),
    leaves=(
        "Omröstningen utfaller med 43 Ja mot 38 Nej.",
        "Kommunfullmäktige beslutade den 3 maj att avslå motionen.",
        "Enligt lista röstar Anna Ek (S) ja.",
        "Ledamöterna från M anser att nämnden beslutar fel.",
    ),
)

# A result names what won.
WHAT_WON = Pattern(
    r"(?<!\w)(?:bif(?:all|oll)|avslå|avslag|avslog|återremi|bordläg|avgör|besvar)|yrkande|förslag|proposition|(?<!\w)v(?:inner|unnit|ann)(?!\w)",
    catches=("bifalla yrkandet", "kommunstyrelsens förslag", "avgöra ärendet idag"),
    leaves=("beslutar med ordförandens utslagsröst", "beslutar att genomföra omröstning"),
    ignore_case=True,
)

# Where the next vote is led up to: what is found there was found before it was held.
LEADS_TO_VOTE = Pattern(
    r"(?<!\w)(?:ställ(?:er|de|s|des) |proposition(?:er)? på |prövar |(?:omröstning|votering)(?:en)? (?:har )?beg(?:är|ärs|ärdes|ärts)(?!\w)|begär(?:de)? (?:\w{1,12} )?(?:omröstning|votering))",
    catches=("ställer propositioner på", "Omröstning begärs.", "Anna Ek (M) begär votering"),
    leaves=("Omröstningen utfaller", "som Ja-proposition i huvudvoteringen"),
    ignore_case=True,
)

# A sentence beneath a decision that tells how the vote on it went.
TELLS_VOTES = Pattern(
    r"^(?:(?:Vid|I|Under) (?:omröstningen|voteringen)|(?:Omröstningen|Voteringen|Omröstningsresultatet|Röstningen) |(?:För|Mot) (?:ja|nej|bifall|avslag) röst(?:ar|ade)|(?:Ja|Nej)(?:-röster|-röst| röstar| röstade)?:? )",
    catches=(
        "Vid voteringen avges 6 ja-röster och 5 nej-röster.",
        "För ja röstar Anna Ek (S).",
        "Omröstningen utfaller med 6 ja mot 5 nej.",
        "Nej röstar Bo Ås (M).",
    ),
    leaves=(
        "Kommunstyrelsen beslutar med 6 röster mot 5 att",
        "Med 6 ja mot 5 nej avslås motionen.",
        "Nejden rustas upp.",
    ),
)
