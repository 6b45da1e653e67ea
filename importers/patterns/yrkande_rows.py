"""Rows in which somebody moves something with no verb: a table of yrkanden, or a line for each."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import BARE_CODE, CODE, NAME_WORD, PARTICLE

_NAME = rf"{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}{NAME_WORD}){{1,4}}"
_ONE = rf"{_NAME}(?: ?\({CODE}\)|,? {BARE_CODE}(?!\w))(?: m\.? ?fl\.?| med flera)?"

# A table's row read as one line: "Rolf Grankvist (M)   Avslag", "Elin Sjöö C   Återremiss för att utreda rabatten"
ROW_MOVES = Pattern(
    rf"^(?P<movers>{_ONE}(?:(?:,|,? och|,? samt) {_ONE}){{0,9}}):? (?=(?:(?i:bifall|avslag|återremiss|bordläggning)(?: (?:till|på|av|å|för|i|med) |\.?$)|[Aa]tt (?=[a-zåäö])))",
    catches=(
        "Rolf Grankvist (M) Avslag",
        "Elin Sjöö C Återremiss för att utreda rabatten",
        "Anna Ek (S) m.fl. bifall till förslaget",
        "Anna Ek (S), Bo Ås (M) Att taxan sänks",
    ),
    leaves=("Anna Ek (S) yrkar avslag", "Anna Ek (S) och Bo Ås (M)", "Anna Ek (S) Bifallsyrkande", "Anna Ek att"),
)

# A row of whoever agrees: "Anna Ek (S): Instämmer med Bo Ås."; and one that moves something besides, which is not taken apart.
_AGREES = r"(?:[Ii]nstämmer|[Bb]iträder|[Ss]töd(?:j)?er|[Aa]nsluter sig|[Ss]täller sig bakom)"
ROW_AGREES = Pattern(
    rf"^(?P<who>[^:]{{3,200}}\)): ?{_AGREES}(?P<what>(?! [^.:;]{{0,200}}(?:yrkar|föreslår))[^.:;]{{0,120}}\.?)$",
    catches=("Anna Ek (S): Instämmer med Bo Ås.", "Anna Ek (S), Bo Ås (M): biträder yrkandet"),
    leaves=("Anna Ek (S): Instämmer med Bo Ås samt yrkar bifall.", "Anna Ek (S) instämmer"),
)
ROW_AGREES_AND_MOVES = Pattern(
    rf"^[^:]{{3,200}}\): ?{_AGREES} [^.:;]{{2,200}}(?:yrkar|föreslår)(?!\w)",
    catches=("Anna Ek (S): Instämmer med Bo Ås samt yrkar som tillägg att",),
    leaves=("Anna Ek (S): Instämmer med Bo Ås.", "Anna Ek (S): yrkar bifall"),
)

# What a side of a vote stands for, which nobody moves.
SIDE_LEADS = Pattern(
    r"^(?:Ja|Nej)(?:-\w{2,20})? ?:",
    catches=("NEJ: avslag på motionen", "Ja-röst: bifall"),
    leaves=("Jan Ek (S): Avslag",),
    ignore_case=True,
)

# A line that says what a side is for; the line beneath goes on with it only where there was no room left.
SIDE_MEANS = Pattern(
    r"^(?:Ja|Nej)(?:-?röst(?:er)?)?(?: (?:innebär|betyder|är)| ?[=:]| [–-]) ?[^\d\s]",
    catches=("Ja = avslag på motionen", "Nej-röst innebär bifall", "NEJ: avslag"),
    leaves=("Ja-röster", "Jan Ek (S): Avslag", "Nej: 7", "Nej avges av Anna Ek"),
    ignore_case=True,
)

# Over the columns.
ROWS_HEAD = Pattern(
    r"^(?:(?:Ledamot|Ledamöter|Namn|Parti|Vem|Yrkande(?:n|t)?|Förslag(?:et)?|Yrkar|Innehåll|Nr)(?: \(parti\))?(?: / | |$)){2,4}$",
    catches=("Ledamot Yrkande", "Namn Parti Förslag", "Ledamot (parti) Yrkande"),
    leaves=("Yrkande", "Ledamot Anna Ek", "Förslag till beslut"),
    ignore_case=True,
)

# Under the heading: who wants it, and what is to be, as a sentence of its own: "Göran Vass (SD): Arvodena fryses på årets nivå."
_COMES_TO_BE = (
    r"(?:höjs|sänks|fryses|ändras|stryks|utgår|tillförs|införs|avsätts|anslås|utökas|minskas|ökas|uppdras|behålls|lämnas|kvarstår|inrättas"
    r"|byggs|köps|säljs|utreds|antas|godkänns|fastställs|upphävs|avslås|bifalls|ersätts|tas bort|läggs (?:ned|ner|till)|(?:ges|får) i uppdrag|[a-zåäö]{2,20}eras)"
)
NAMED_CLAUSE = Pattern(
    rf"^(?P<movers>{_ONE}(?:(?:,|,? och|,? samt) {_ONE}){{0,9}}): ?(?P<what>[”\"“]?[A-ZÅÄÖ][^.:;,]{{2,100}}? {_COMES_TO_BE}(?!\w)(?!.{{0,400}}(?<!\w)(?i:vi|jag|anser|tycker|menar|inte bra|fråga[rn]?)(?!\w)).{{0,600}})$",
    catches=(
        "Göran Vass (SD): Arvodena fryses på 2025 års nivå.",
        "Linn Frost (L): Avgiften lämnas oförändrad.",
        "Henrik Lind (M): ”Kommunstyrelsen uppdras att utreda försäljning.”",
    ),
    leaves=(
        "Göran Vass (SD): Arvodena är för höga.",
        "Göran Vass (SD): Arvodena höjs varje år, vilket jag beklagar.",
        "Göran Vass (SD) yrkar att arvodena fryses",
    ),
)

# A heading under which much is said that nobody moves.
OF_DEBATE = Pattern(
    r"(?:debatt|överläggning|diskussion|inlägg|yttrande)",
    catches=("Debatt och yrkanden", "Överläggning och yrkanden"),
    leaves=("Yrkanden", "Förslag och yrkanden"),
    ignore_case=True,
)

# Whose paper it is, and nothing more: the paper's name says what is wanted.
STANCE_OF = Pattern(
    r"^(?P<stance>avslag|bifall|återremiss|bordläggning)s?yrkande(?:t)? (?:från|av|lämnas av|framställs av|framförs av) (?P<movers>[^.:;]{3,300}\))\.?$",
    catches=("Bifallsyrkande från Anna Ek (M).", "Återremissyrkande av Bo Ås (MP), Cia Berg (V)"),
    leaves=(
        "Bifallsyrkande från Anna Ek (M): att taxan",
        "Bifallsyrkandet ställs mot avslag",
        "Yrkande från Anna Ek (M).",
    ),
    ignore_case=True,
)
