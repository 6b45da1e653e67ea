"""Votes: the question and what ja and nej mean, counts in digits and words, and who voted how."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

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

QUESTION_LISTED = Pattern(
    r"\b(?P<question>[Jj]a(?:-röst)?(?: ?[:=]| för| innebär) (?P<yes>[^.\"”=:]{2,200}?),?\.? [Nn]ej(?:-röst)?(?: ?[:=]| för| innebär) (?P<no>[^.\"”=:]{2,200}?))"
    r"(?=\.|$| [Jj]a-röster| Vid | Omröst)",
    catches=(
        "Ja-röst: bifall till förvaltningens tjänsteutlåtande Nej-röst: bifall till yrkandet från KD, M och L",
        "Ja = bifall till förslaget Nej = avslag",
    ),
    leaves=("Ja-röster: Staffan Lindström (S) Nej-röster: Edwin Friedlaender (M)",),
)

_WORDS = "noll|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo"
_COUNT = rf"(?:\d{{1,3}}|{_WORDS})"

TALLY = Pattern(
    rf"(?<!\w)(?P<yes>{_COUNT}) ja(?:-röster|-röst| röster)?(?: röster)?,? (?:mot|och) (?P<no>{_COUNT}) nej(?:-röster|-röst| röster)?(?!\w)",
    catches=(
        "Omröstningen utfaller med 43 Ja mot 38 Nej.",
        "Med nio ja-röster mot två nej-röster beslutar nämnden",
        "Med 5 ja-röster röster mot 4 nej-röster",
        "6 ja och 3 nej",
    ),
    leaves=("sju röster mot sex",),
    ignore_case=True,
)

# A verb of voting. Whoever votes stands before it, or after its colon.
CAST = Pattern(
    rf"(?:(?<!\w)(?P<members>{_COUNT}) ledam(?:ot|öter) )?"
    r"(?:(?<!\w)röst(?:ar|ade) (?P<choice>ja|nej)(?!\w)|(?<!\w)(?P<away>avstår från att rösta|avstod från att rösta|avstår|avstod|är frånvarande)(?!\w))"
    r"(?: \((?P<count>\d{1,3})\))?(?P<after>:)?",
    catches=(
        "röstar Ja (10).",
        "Jörgen Fogelklou (SD) avstår från att rösta (1).",
        "2 ledamöter är frånvarande.",
        "27 ledamöter röstar JA",
        "röstar JA:",
    ),
    leaves=("Hur var och en röstar framgår av bilaga 5.",),
    ignore_case=True,
)

# "Anna Ek (M) - JA", one a line or one after another.
CAST_BESIDE = Pattern(
    r"(?<=\)) ?[-–:] ?(?P<choice>JA|NEJ|Ja|Nej|ja|nej|AVSTÅR|Avstår|avstår)(?!\w|-)",
    catches=("Anna Ek (M) - JA", "Bo Å (S) – NEJ", "Cia Berg (M): ja"),
    leaves=("Anna Ek (M) - Jan Berg (S)", "(M) ja-röster"),
)

LISTED = Pattern(
    r"(?<!\w)(?P<choice>Ja|Nej)-röster: ?",
    catches=("Ja-röster: A (S), B (V)", "Nej-röster: C (M)"),
    leaves=("nio ja-röster mot två",),
    ignore_case=True,
)

APPENDIX = Pattern(
    r"\bframgår av bilaga (?P<number>\d{1,3})\b",
    catches=("Hur var och en röstar framgår av bilaga 5.",),
    leaves=("enligt bilaga 5",),
)

CASTING_VOTE = Pattern(
    r"\butslagsröst\b", catches=("beslutar med ordförandens utslagsröst",), leaves=("utslag",), ignore_case=True
)

NUMBER_WORDS = {word: number for number, word in enumerate(word for word in _WORDS.split("|") if word != "ett")} | {
    "ett": 1
}

APPENDIX_HEADING = Pattern(
    r"^Bilaga (?P<number>\d{1,3})$", catches=("Bilaga 5",), leaves=("Bilaga 5 till tjänsteutlåtandet", "Bilagor")
)

COUNT_LINE = Pattern(
    r"^Antal (?P<choice>Ja|Nej|Avstår|Frånv(?:arande)?|Kvittade): (?P<count>\d{1,3})$",
    catches=("Antal Ja: 43", "Antal Frånv: 0", "Antal Kvittade: 0"),
    leaves=("Antal Ja", "Antal elever: 43"),
    ignore_case=True,
)

TABLE_HEADING = Pattern(
    r"^Namn Parti (?:Plats )?(?:Funktion )?Resultat$",
    catches=("Namn Parti Plats Funktion Resultat",),
    leaves=("Namn Parti",),
)

RESULT = Pattern(
    r"^(?P<choice>Ja|Nej|Avstår|Frånv(?:arande)?|Kvittad)$",
    catches=("Ja", "Avstår", "Frånvarande"),
    leaves=("Ja mot", "Ledamot"),
    ignore_case=True,
)

NAMES_JOINED = Pattern(r"[,;]|\boch\b|\bsamt\b", catches=(", ", " och ", " samt ordföranden "), leaves=(" ",))

SENTENCE_STOP = Pattern(
    r"\.(?: (?=[A-ZÅÄÖ0-9])|$)", catches=("Marcelind (KD). Magnus", "avstår."), leaves=("m.fl. yrkande",)
)

PRESENCE_TABLE = Pattern(
    r"^(?:Plats )?Ledamot Ersättare Parti\b",
    catches=("Plats Ledamot Ersättare Parti Ankom Utgick",),
    leaves=("Namn Parti Plats",),
)
