"""What ja and nej are to mean in a vote, as the minutes put it before the vote is held.

Each pattern has the groups `question`, `yes` and `no`; "\\n" parts the paragraphs of the section.
"""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME

_QUOTE = r"[\"”“]"

# "Ja för avslag och Nej för bifall till yrkandet från V." Ja may mean avslag.
QUESTION = Pattern(
    rf"\b[Vv]oteringsproposition(?:en)?:? ?{_QUOTE} ?(?P<question>Ja för (?P<yes>[^\"”“]{{1,300}}?)(?:\.|,| och) Nej för (?P<no>[^\"”“]{{1,300}}?))"
    rf"(?:\.? ?{_QUOTE}|\. (?=[A-ZÅÄÖ])|\.?$)",
    catches=(
        'Godkänd voteringsproposition: "Ja för avslag och Nej för bifall till yrkandet från V."',
        "Godkänd voteringsproposition: ”Ja för bifall till kommunstyrelsens förslag. Nej för bifall till yrkandet från M”.",
        "voteringsproposition: ”Ja för avslag och Nej för bifall till yrkandet från C. Omröstningen utfaller",
    ),
    leaves=("Omröstning begärs.", "Ja för avslag"),
)

_IS = r"(?: ?[:=] ?| [-–] | (?:för|till|på|är|innebär|betyder|avser) |(?: är)? (?=bifall|avslag|återremiss|avstyrk|tillstyrk|bordlägg|i enlighet med |enligt ))"
_JA, _NEJ = (rf"{side}(?:-?röst(?:en|er)?| röst(?:en|er)?|-?proposition(?:en)?)?" for side in ("ja", "nej"))
# The full stops of "m.fl." end no sentence.
_MEANT = r"(?:[^.\"”=:\n]|(?<= m)\.(?= ?fl(?!\w))|(?<=[. ]fl)\.(?= [a-zåäö]))"
_STOP = r"\.(?! ?fl(?!\w))(?!(?<=[. ]fl\.) [a-zåäö])"
_PARTED = r"[,;.]?(?: och| medan| samt| respektive)?[ \n](?:en )?"
_THEN = (
    rf"(?={_STOP}|[\n\"”]|$| (?:Ja|Nej)-röster| (?:Ja|Nej) röstar| Ja: (?=[A-ZÅÄÖ])| Vid | Följande | Omröst"
    r"| \d{1,3}(?: (?:närvarande )?(?:ledam|personer)[a-zåäö]{0,6})?(?: har)? (?:röstar|röstade|röstat|ja|nej)(?!\w)| röst(?:ar|ade) (?=\d)| avges | avgavs | utfaller | blir (?=\d)| (?:Utfall|Resultat)(?:et)?:? (?=\d)| godkänns| antas| fastställs"
    # those who vote, listed right behind; whose yrkande it is stands behind a preposition
    rf"|(?<!till)(?<!på)(?<!med)(?<!enligt)(?<!av)(?<!från)(?<!för)(?-i: {NAME} \({CODE}\)(?:,| och| samt| röstar| avstår))"
    rf"|(?<!till)(?<!på)(?<!med)(?<!enligt)(?<!av)(?<!från)(?<!för)(?-i: {NAME}(?:, {NAME},|(?: och {NAME})? (?:röstar|avstår)))"
    rf"|(?-i: {NAME} ?[–:-] ?(?:Ja|Nej|JA|NEJ)(?!\w)))"  # the first row of a roll-call
)

QUESTION_LISTED = Pattern(
    rf"(?<![\w-])(?P<question>{_JA}{_IS}(?P<yes>(?!\s?\d){_MEANT}{{2,200}}?){_PARTED}{_NEJ}{_IS}(?P<no>(?!\s?\d){_MEANT}{{2,200}}?)){_THEN}",
    catches=(
        "Ja-röst: bifall till förvaltningens tjänsteutlåtande Nej-röst: bifall till yrkandet från KD, M och L",
        "JA = bifall till förslaget\nNEJ = avslag\nOmröstningen",
        "Ja-röst innebär att bifalla Bo Ås (M) m.fl. yrkande.\nNej-röst innebär att bifalla Anna Eks (S) m.fl. yrkande.",
        "Ja = bifall till förslaget Nej = avslag 7 ledamöter röstar ja, 3 ledamöter röstar nej",
        "med ja-röst för bifall till förslaget och nej-röst för avslag avges 10 ja-röster",
        "med ja för bifall och nej för avslag röstar 5 ja och 4 nej",
        "Ja innebär bifall till motionen, nej innebär avslag.",
        "Ja-röst innebär avstyrkan och nej-röst tillstyrkan.",
        "Ja-röst: ärendet avgörs i dag Nej-röst: det återremitteras Utfall: 22 ja, 21 nej",
        "Ja – bifall till motionen Nej – avslag",
        "Ja – bifall till motionen Nej – avslag Anna Ek – Ja",
        "Ja = bifall till förslaget Nej = avslag Anna Ek, Bo Ås, Cia Berg röstar Ja (3).",
        "Ja = bifall till förslaget Nej = avslag Anna Ek och Bo Ås röstar Ja (2).",
        "Ja-proposition: Bifall till motionen.\nNej-proposition: Avslag på motionen.",
        "Ja-röst för att bygga bryggan i år,\nNej-röst för att inte bygga bryggan.",
    ),
    leaves=("Ja-röster: 10\nNej-röster: 3",),
    ignore_case=True,
)

# The same in brackets behind what is voted about: "Omröstning 1 gäller punkt 3 (ja = förslaget, nej = yrkandet): 30 ja"
_IN_BRACKETS = r"(?:[^()=:.\n]|\([^()]{1,6}\)){2,150}?"
QUESTION_IN_BRACKETS = Pattern(
    rf"\((?P<question>{_JA} ?[=:] ?(?P<yes>{_IN_BRACKETS})[,;] (?:och )?{_NEJ} ?[=:] ?(?P<no>{_IN_BRACKETS}))\)",
    catches=("(ja = förslaget, nej = Bo Ås (M) yrkande): 30 ja",),
    leaves=("(ja = förslaget)", "(30 ja, 11 nej)"),
    ignore_case=True,
)

# What each side is for, in brackets behind how many: "25 ja (kommunstyrelsens förslag), 20 nej (M:s förslag)".
_FOR_WHAT = r"(?=(?:[^()]|\([^()]{1,6}\)){0,60}(?:förslag|yrkande|bifall|avslag|återremiss|motion))(?:[^()\d]|\d|\([^()]{1,6}\)){3,120}?"
MEANT_BESIDE_COUNTS = Pattern(
    rf"(?<![\w-])(?P<question>ja(?:-?röst(?:er)?)? \((?P<yes>{_FOR_WHAT})\),?(?: och| mot)? \d{{1,3}} nej(?:-?röst(?:er)?)? \((?P<no>{_FOR_WHAT})\))",
    catches=(
        "25 ja (kommunstyrelsens förslag), 20 nej (M:s förslag)",
        "7 ja-röster (bifall) mot 4 nej-röster (Anna Eks (S) yrkande)",
    ),
    leaves=("2 ja (Anna Ek, Bo Å), 1 nej (Cia Berg)", "25 ja, 20 nej"),
    ignore_case=True,
)

# The same without brackets: "6 ja-röster för förvaltningens förslag och 3 nej-röster för yrkandet".
MEANT_BY_COUNTS = Pattern(
    r"(?<!\w)(?P<question>(?:\d{1,3}|[a-zåäö]{2,12}) ja(?:-?röst(?:er)?)? för (?P<yes>(?:(?! nej)[^.:;]){3,120}?),?(?: och| mot| samt)? (?:\d{1,3}|[a-zåäö]{2,12}) nej(?:-?röst(?:er)?)? för (?P<no>[^.,:;]{3,120}?))(?=[.,;]|$| (?:beslutar|beslutade|beslöt|har|samt|och \d)(?!\w))",
    catches=(
        "avges 6 ja-röster för förvaltningens förslag och 3 nej-röster för yrkandet.",
        "5 ja för bifall mot 4 nej för avslag beslutar",
    ),
    leaves=("ja-röst för bifall och nej-röst för avslag", "6 ja-röster och 3 nej-röster"),
    ignore_case=True,
)

# The same with nej first: what each means stands behind it all the same.
QUESTION_NEJ_FIRST = Pattern(
    rf"(?<![\w-])(?P<question>{_NEJ}{_IS}(?P<no>(?!\s?\d){_MEANT}{{2,200}}?){_PARTED}{_JA}{_IS}(?P<yes>(?!\s?\d){_MEANT}{{2,200}}?)){_THEN}",
    catches=(
        "Nej för bifall till yrkandet från V och Ja för avslag på yrkandet.",
        "Nej-röst innebär avslag.\nJa-röst innebär bifall till motionen.",
    ),
    leaves=("Nej-röster: 3\nJa-röster: 10", "Nej: Anna Ek (S)"),
    ignore_case=True,
)

_VOTES = r"(?:röstar|svarar|trycker(?: på)?|röstade|svarade|tryckte(?: på)?|(?:ska|skall|skulle|får|fick) (?:svara|rösta|trycka(?: på)?))"

# "Den som bifaller förslaget röstar ja. Den som bifaller motionen röstar nej."
QUESTION_TOLD = Pattern(
    rf"(?<!\w)(?P<question>De[nm]? som (?:röstar för |röstade för |vill rösta för |ville rösta för |stöder |stödjer |stödde )?(?P<yes>{_MEANT}{{2,200}}?),? {_VOTES} ja(?:-?knappen)?[.,;]?(?: och(?: att)?| medan)?[ \n]de[nm]? som (?:röstar för |röstade för |vill rösta för |ville rösta för |stöder |stödjer |stödde )?(?P<no>{_MEANT}{{2,200}}?),? {_VOTES} nej(?:-?knappen)?)(?!\w)",
    catches=(
        "Den som bifaller förslaget röstar ja. Den som bifaller motionen röstar nej.",
        "Den som röstar för förslaget trycker på ja-knappen. Den som röstar för motionen trycker på nej-knappen.",
        "Den som vill avslå motionen röstar ja och att den som vill bifalla motionen röstar nej.",
        "Den som ville avslå motionen skulle rösta ja och den som ville bifalla den skulle rösta nej.",
        "De som vill bygga ska rösta ja, de som inte vill bygga ska rösta nej.",
        "Den som stöder Anna Eks förslag svarar ja. Den som stöder Bo Ås förslag svarar nej.",
    ),
    leaves=("Den som är frånvarande röstar inte.",),
    ignore_case=True,
)

# The same of several: "Ledamöter som bifaller förslaget röstar ja."
QUESTION_OF_MEMBERS = Pattern(
    rf"(?<!\w)(?P<question>(?:De )?[Ll]edamöter(?:na)? som (?:röstar för |vill rösta för |vill |ville )?(?P<yes>{_MEANT}{{2,200}}?),? {_VOTES} ja(?:-?knappen)?[.,;]?(?: och(?: att)?| medan)?[ \n](?:(?:de )?ledamöter(?:na)?|de) som (?:röstar för |vill rösta för |vill |ville )?(?P<no>{_MEANT}{{2,200}}?),? {_VOTES} nej(?:-?knappen)?)(?!\w)",
    catches=(
        "Ledamöter som bifaller förslaget röstar ja. Ledamöter som bifaller motionen röstar nej.",
        "De ledamöter som vill avslå motionen röstar ja och de som vill bifalla den röstar nej.",
    ),
    leaves=("Ledamöter som är frånvarande röstar inte.",),
    ignore_case=True,
)

# "Den som bifaller förslaget röstar ja, den det ej vill röstar nej. Vinner nej bifalls motionen."
QUESTION_OF_ONE_SIDE = Pattern(
    rf"(?<!\w)(?P<question>(?:De[nm]? som|De[nm]? det vill att|De[nm]? som vill att) (?P<yes>{_MEANT}{{2,200}}?),? röstar ja[.,;]?(?:(?: och| medan)?[ \n]den? det (?:ej|inte) vill,? röstar nej[.,;]?)?"
    rf"[ \n](?:vinner nej|om nej vinner),? (?:så )?(?:har )?(?P<no>{_MEANT}{{2,200}}?))(?=[.\n]|$)",
    catches=(
        "Den som bifaller förslaget röstar ja, den det ej vill röstar nej. Vinner nej har nämnden bifallit motionen.",
        "Den som bifaller förslaget röstar ja. Den det inte vill röstar nej. Om nej vinner bifalls motionen.",
        "Den som vill bifalla förslaget röstar ja. Vinner nej har nämnden bifallit motionen.",
    ),
    leaves=("Den som bifaller förslaget röstar ja, den det ej vill röstar nej.",),
    ignore_case=True,
)

# "Den som röstar ja röstar för bifall. Den som röstar nej röstar för avslag."
QUESTION_OF_WHO = Pattern(
    rf"(?<!\w)(?P<question>De[nm]? som röstar ja,? (?:röstar|säger ja|stöder|bifaller|biträder)(?: för| till| på)? (?P<yes>{_MEANT}{{2,200}}?)[.,;]?(?: och| medan)?[ \n]de[nm]? som röstar nej,? (?:röstar|säger ja|stöder|bifaller|biträder)(?: för| till| på)? (?P<no>{_MEANT}{{2,200}}?)){_THEN}",
    catches=(
        "Den som röstar ja röstar för bifall till motionen. Den som röstar nej röstar för avslag.",
        "De som röstar ja röstar för förslaget, de som röstar nej röstar för motionen.",
    ),
    leaves=("Den som röstar ja ska vara närvarande.",),
    ignore_case=True,
)

# "för att rösta i enlighet med förslaget rösta ja, för att rösta i enlighet med yrkandet rösta nej"
QUESTION_OF_HOW = Pattern(
    rf"(?<!\w)(?P<question>för (?:att rösta )?(?P<yes>{_MEANT}{{2,200}}?),? (?:röstas?|röstar man) ja[.,;]?(?: och| medan| samt)?[ \n]för (?:att rösta )?(?P<no>{_MEANT}{{2,200}}?),? (?:röstas?|röstar man) nej)(?!\w)",
    catches=(
        "för att rösta i enlighet med förvaltningens förslag rösta ja, för att rösta i enlighet med Bo Linds (M) yrkande rösta nej.",
        "För bifall till motionen röstas ja och för avslag röstas nej.",
    ),
    leaves=("för att rösta ja krävs att man är närvarande",),
    ignore_case=True,
)

# The meaning before its word: "Bifall till motionen = ja, avslag på motionen = nej".
QUESTION_TURNED = Pattern(
    rf"(?:^|(?<=\n)|(?<=[.:;] ))(?P<question>(?P<yes>(?:bifall|avslag|avslå|bifalla|återremi|avgör|enligt|i enlighet){_MEANT}{{0,200}}?)(?: ?= ?| (?:är|innebär|betyder|röstar|ger) |: ?| [-–] )ja(?:-?röst)?{_PARTED}"
    rf"(?P<no>(?:bifall|avslag|avslå|bifalla|återremi|avgör|enligt|i enlighet){_MEANT}{{0,200}}?)(?: ?= ?| (?:är|innebär|betyder|röstar|ger) |: ?| [-–] )nej(?:-?röst)?)(?![\w-])",
    catches=(
        "Bifall till motionen = ja, avslag på motionen = nej",
        "Avslag: ja\nBifall till motionen: nej",
        "Bifall till nämndens förslag innebär ja-röst och bifall till motionen innebär nej-röst.",
    ),
    leaves=("Bifall: 5 ja", "Avslag begärs. Anna Ek (S): ja"),
    ignore_case=True,
)
