"""What parts the alternatives that a chair puts, and what is one of them."""

from __future__ import annotations

from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

# How the alternatives are put, behind them.
EACH_ALONE = Pattern(
    r" (?:var(?:t|je)? för sig|punkt för punkt|i tur och ordning|i nu nämnd ordning)$",
    catches=("Bo Ås yrkande var för sig",),
    leaves=("yrkande om att pröva dem var för sig först",),
)

# Several put against each other that share one word, before their numbers or behind whose they are: "yrkande 1, 2 och 3",
# "Anna Eks (S), Bo Ås (M) och Cia Bergs (V) yrkanden".
_NUMBERED = r"(?:\d{1,2}|[A-H])"
_OWNED = r"[A-ZÅÄÖÉ][^,();:]{2,60} \([A-ZÅÄÖa-zåäö]{1,5}\)(?: m\. ?fl\.)?"
SHARE_WORD = Pattern(
    rf"^(?:(?:yrkande|förslag|alternativ|punkt)(?:na|erna|n)? (?:nr )?{_NUMBERED}(?:(?:, | och |,? samt ){_NUMBERED}){{1,8}}|{_OWNED}(?:, {_OWNED}){{0,8}},? (?:och|samt) {_OWNED} (?:tilläggs|ändrings)?(?:yrkanden|förslag)(?: [^,;]{{2,80}})?)$",
    catches=(
        "yrkande 1, 2 och 3",
        "förslag A och B",
        "Anna Eks (S), Bo Ås (M) och Cia Bergs (V) yrkanden",
        "Anna Eks (S) och Bo Ås (M) förslag",
    ),
    leaves=(
        "yrkande 1",
        "förslagen",
        "Anna Eks (S) och Bo Ås (M) yrkande",
        "Anna Eks (S) yrkanden",
        "yrkandena från S och V",
    ),
)
SHARED_JOINT = Pattern(r"(?:,? (?:och|samt) |, )", catches=(", ", " och "), leaves=(" mot ",))

AND_AGAINST = Pattern(
    r",? och mot ", catches=("yrkande om bifall och mot Ann-Sofie Tegnérs yrkande",), leaves=("mot avslag",)
)

EACH_OTHER = Pattern(
    r"^varandra(?:$|,? (?:och|varvid|varefter|varpå)(?!\w))",
    catches=("varandra", "varandra och nämnden beslutar avgöra ärendet"),
    leaves=("avslag",),
)

PARTED = Pattern(
    r"^(?:dels )?(?P<first>.{2,300}?)(?: respektive | och dels | eller | och (?=avslag därå)|(?<=^avslag) och (?=bifall)|(?<=^bifall) och (?=avslag)|(?<=förslag) och (?=yrkandet? )|(?<=förslaget) och (?=avslag(?: |$))|(?<=motionen) och (?=avslag(?: |$))|(?<=^återremiss) och (?=avgörande )|(?<=yrkande) och (?=[A-ZÅÄÖ])|(?<=förslag) och (?=[A-ZÅÄÖ]))(?P<second>.{2,300})$",
    catches=(
        "bifall respektive avslag på yrkandet från SD",
        "dels ärendets återremiss och dels ärendets avgörande idag",
        "bifall till beslutsförslaget och avslag på punkt 2",
    ),
    leaves=("yrkandena från S och V",),
)

# Three alternatives and more: what parts them, and what is one.
LISTED = Pattern(
    r"(?:, | respektive |,? (?:och|samt|eller) (?:dels )?)", catches=(", ", " samt ", ", och "), leaves=(" mot ",)
)
ALTERNATIVE = Pattern(
    r"^(?:dels )?(?:(?:bifall|avslag|återremiss|bordläggning|avgörande)(?: (?:till|på|av|å|i) [^,]{2,160})?|(?:[^,]{2,160}? )?\w{0,20}(?:yrkandet?|förslag(?:et)?)(?: (?:om|på|till|från|av|att) [^,]{1,160})?)$",
    catches=("avslag", "bifall till motionen", "Anna Eks (S) yrkande", "liggande förslag", "yrkandet från M"),
    leaves=("Anna Eks (S)", "yrkandena", "motionen"),
)

# One that is put alone, without "proposition på": "Ordföranden prövar återremissyrkandet och finner att nämnden bifaller det."
PUT_UNDER = Pattern(
    r"\b(?:prövar|prövade|ställer|ställde|tar upp|tog upp)(?: (?:först|härefter|därefter|sedan|slutligen|ordföranden?)){0,2} (?P<what>(?!proposition|frågan)[^,.;]{3,160}?)(?: under (?:proposition|prövning))? och (?:finner|fann)(?!\w)",
    catches=(
        "Ordföranden prövar återremissyrkandet och finner att nämnden bifaller det.",
        "Ordföranden ställer yrkandet under proposition och fann",
    ),
    leaves=("Ordföranden ställer proposition på yrkandet och finner", "Ordföranden ställer yrkandena mot varandra."),
)

# One that is put alone, and how it fares at once: "Anna Eks (S) tilläggsyrkande ställs under proposition och avslås."
_FARES = r",? (?:och|som|vilket|varvid det) (?:då |därvid )?(?:(?P<won>bifalls|bifölls|antas|antogs|godkänns)|avslås|avslogs)\.?$"
PUT_AND_FARES = Pattern(
    rf"^(?=[^.:;,]{{0,200}}(?:yrkande|förslag|att-sats))(?:(?:Först|Därefter|Sedan|Slutligen|Härefter|Vidare) (?:(?:prövas|prövades) (?P<tried>[^.:;,]{{3,160}}?)|(?:ställs|ställdes) (?P<behind>(?!proposition)[^.:;,]{{3,160}}?) under proposition)|(?P<before>[A-ZÅÄÖ][^.:;,]{{3,160}}?) (?:prövas|prövades|(?:ställs|ställdes) under proposition)){_FARES}",
    catches=(
        "Anna Eks (S) tilläggsyrkande ställs under proposition och avslås.",
        "Först prövas grundförslaget, som bifalls.",
        "Därefter ställs tilläggsyrkandet under proposition och antas.",
    ),
    leaves=(
        "Förslaget prövas och ordföranden finner att det avslås.",
        "Ansökan prövas och avslås.",
        "Därefter ställs proposition på yrkandet, vilket antas.",
    ),
)

# The same where the chair puts it and finds for it: "ställer förslaget under proposition och finner bifall till detsamma".
PUT_AND_FOUND = Pattern(
    r"^(?:(?:Vice )?[Oo]rdföranden?|[A-ZÅÄÖ][^.:;,]{2,40}?) (?:ställer|ställde) (?:därefter |först |sedan )?(?P<what>(?!proposition)[^.:;,]{3,160}?) under proposition,? (?:och|varvid|varpå)(?: ordföranden| hon| han)? (?:finner|fann)(?: ordföranden| hon| han)? bifall till (?:detsamma|densamma|detta|denna|dessa|det|den)\.?$",
    catches=(
        "Ordföranden ställer förslaget under proposition och finner bifall till detsamma.",
        "Ordföranden ställde sedan motionen under proposition och fann bifall till densamma.",
    ),
    leaves=("Ordföranden ställer yrkandena under proposition och finner bifall till förslaget.",),
)

# Of two that were put, the first or the last: "bifaller det förstnämnda".
FORMER = Pattern(
    r"^(?:(?:det|den) )?(?:förstnämnda|först nämnda|förra|första)(?: (?:förslaget|yrkandet))?$",
    catches=("det förstnämnda", "det förra"),
    leaves=("det första förslaget från M",),
)
LATTER = Pattern(
    r"^(?:(?:det|den) )?(?:sistnämnda|sist nämnda|senare|andra)(?: (?:förslaget|yrkandet))?$",
    catches=("det sistnämnda", "det senare yrkandet"),
    leaves=("det andra förslaget från M",),
)

# What a body decides right behind what was put, with no word of what the chair finds.
DECIDES_SO = Pattern(
    rf"^(?:{BODY_NAME}|Fullmäktige|Nämnden|Styrelsen|Utskottet) (?:beslutar (?:därmed |således |alltså )?(?:enligt|i enlighet med)|bifaller|antar) (?!(?:därmed |således |alltså )?(?:inte|ej|varken|ingen|inget|vad) )(?P<winner>[^.;:]{{2,200}}?(?:förslag(?:et)?|yrkandet?))\.?$",
    catches=("Kommunfullmäktige beslutar i enlighet med Agneta Roséns yrkande.",),
    leaves=(
        "Kommunfullmäktige beslutar att anta taxan.",
        "Nämnden antar planen.",
        "Nämnden bifaller inte Bo Ås yrkande.",
        "Nämnden antar varken Anna Eks eller Bo Ås förslag.",
    ),
)

# How many proposals there are, or which of them a vote puts against the main one: nothing is decided by it.
COUNTS_OR_NAMES = Pattern(
    r"^(?!.{0,600}(?:mot varandra|(?<!\w)ställer |proposition|(?:finner|fann) (?:bifall|att (?!det (?:finns|föreligger)))))(?:Ordföranden? (?:konstaterar|finner|noterar) att det (?:finns|föreligger) \w{2,12} (?:olika )?(?:förslag|yrkanden)(?!\w)|[^.:;]{2,60}? (?:utser|antar) [^.:;]{2,160} (?:till|som) motförslag(?!\w)|[^.:;]{2,160} utses till motförslag(?!\w))",
    catches=(
        "Ordföranden konstaterar att det finns tre förslag till beslut: förslaget om avslag, Anna Eks och Bo Ås.",
        "Kommunstyrelsen utser Anna Eks (S) med fleras yrkande till motförslag i huvudvoteringen.",
    ),
    leaves=(
        "Ordföranden konstaterar att det finns två förslag, ställer dem mot varandra och finner att det första antas.",
        "Nämnden utser Anna Ek till ombud.",
    ),
)
