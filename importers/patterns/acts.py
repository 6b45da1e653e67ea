"""Verbs by which somebody wants, agrees, is against or stays out: tables, one for each kind of fact."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

# Whoever "instämmer" in what another moves, moves it too.
AGREES = Pattern(
    r"(?<!\w)(?:instämmer|instämde|biträder|biträdde|understöder|understödde|stöder|stödjer|stödde|ansluter sig|anslöt sig|ställer sig bakom|ställde sig bakom|(?:också|även|likaså) (?:gör|gjorde)|(?:gör|gjorde) (?:också|även|likaså))(?!\w)",
    catches=("vilket Siv Ek (L) instämmer i", "Bo Å (V) biträder yrkandet", "ansluter sig till"),
    leaves=("instämmande", "biträdande direktör", "biträds"),
)

# The same of a paper, with who agrees behind it: "Yrkandet biträds av Bo Å (V)."
AGREED_WITH = Pattern(
    r"^(?P<what>(?:Detta |Samma |Ovanstående )?[^.:;]{0,120}?(?:[Yy]rkande\w{0,2}|[Ff]örslag\w{0,2}|Häri|Detta|Däri))(?: (?:biträds|biträddes|stöds|stöddes|stödjs|understöds|understöddes|får stöd|vinner stöd|instäms i) av |(?:,)? (?:instämmer|instämde) (?=[A-ZÅÄÖÉ]))(?P<who>[^.:;]{2,300})\.?$|^(?P<what2>I (?:yrkandet|förslaget|detta)[^.:;]{0,100}?|Häri|Däri) (?:instämmer|instämde) (?P<who2>[^.:;]{2,300})\.?$",
    catches=(
        "Yrkandet biträds av Bo Å (V).",
        "Anna Eks (S) yrkande biträds av Bo Å (V) och Cia Berg (M).",
        "I yrkandet instämmer Bo Å (V).",
        "Häri instämmer Bo Å (V).",
    ),
    leaves=("Bo Å (V) biträder yrkandet.", "Yrkandet avslås."),
)

# What somebody agrees with in a sentence of its own: nothing more than the last that was moved, or somebody's by name.
AGREED_LAST = Pattern(
    r"^,?(?: (?:i|till|med))?(?: (?:det|detta|föregående|samma|ovanstående))?(?: (?:yrkandet?|förslaget?|detta|det|föregående talare|densamma|desamma|yrkande))?(?: ovan)?\.?$",
    catches=(" i yrkandet.", " i detta.", " yrkandet.", ".", " till yrkandet", " i föregående yrkande."),
    leaves=(" i Anna Eks (S) yrkande.", " i bifallsyrkandet.", " motionen."),
)
AGREED_BY_NAME = Pattern(
    r"^,?(?: (?:i|till|med|bakom))? ?(?P<whose>[A-ZÅÄÖÉ][^.:;]{2,200}?)(?: m\.? ?fl\.?| med fleras?)? (?:\w{0,20}yrkande|förslag)(?:n|t)?(?: om [^.:;]{2,80})?(?: och [^.:;]{2,60})?\.?$",
    catches=(" i Anna Eks (S) yrkande.", " Bo Ås (V) m.fl. förslag", " i Anna Eks yrkande om avslag."),
    leaves=(" i yrkandet.", " i avslagsyrkandet."),
)
AGREED_BY_STANCE = Pattern(
    r"^,?(?: (?:i|till|med|bakom))?(?: (?P<paper>avslags|bifalls|återremiss|bordläggnings|tilläggs|ändrings)yrkandet| yrkandet om (?P<stance>avslag|bifall|återremiss|bordläggning))(?: (?:på|till|av) [^.:;]{2,60})?\.?$",
    catches=(" i avslagsyrkandet.", " i yrkandet om bifall till motionen."),
    leaves=(" i yrkandet.", " i Anna Eks (S) yrkande."),
)

# What joins one act to the next is of neither.
JOINS_ACTS = Pattern(
    r"(?:[,;]|(?<![,;]))(?: (?:och|samt|men|medan|varefter|varvid|varpå|vilket|vilka|i vilket|det|som|dels|därefter|även|också)){0,2} ?$",
    catches=(" avslag, medan ", " avslag och även ", " avslag"),
    leaves=(),
)

# Words of stance anywhere: where nothing was read of them, something may be missing.
SAYS_STANCE = Pattern(
    r"(?<!\w)(?:yrka(?:r|de|t|s|des)|reserver(?:ar|ade|at) sig|instäm(?:mer|de|mande)|biträd(?:er|de|s|des)|hemställ(?:er|de))(?!\w)",
    catches=("yrkar", "instämmer", "reserverar sig", "biträds"),
    leaves=("yrkande", "yrkandet", "reservation"),
)

# What continues the same subject: "yrkar bifall till förslaget och föreslår att …"
SAME_SUBJECT = Pattern(
    r"(?:,? (?:och|samt|men|dels|eller)(?: även| också| dessutom| därefter| vidare| i andra hand| då)?|;|,)(?: (?:de|hon|han|hen))? ?$",
    catches=("bifall till motionen och ", "avslag samt ", "bifall, och i andra hand "),
    leaves=("som kommunstyrelsen ", "att nämnden "),
)

# Somebody reports of themselves: "Anna Ek (C) meddelar att hon inte deltar i beslutet."
REPORTS_OF_SELF = Pattern(
    r"(?<!\w)(?:anmäler|anmälde|meddelar|meddelade|uppger|förklarar|antecknar|begär att få antecknat|låter anteckna) (?:till protokollet )?att (?:hon|han|hen|de) $",
    catches=("Anna Ek (C) meddelar att hon ",),
    leaves=("Anna Ek (C) anmäler att ledamöterna ",),
)
