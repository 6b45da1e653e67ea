"""Reservations, särskilda yttranden, notes for the record, and who takes no part."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME

# Verbs of being against: the plain one, and of handing in a reservation. That somebody may do so is none.
RESERVING = Pattern(
    r"\b[Rr]eserver(?:ar|ade|at) sig\b(?! (?:inte|ej)\b)(?: (?:mot beslutet|skriftligt|blankt)){0,2}(?: gör(?= [A-ZÅÄÖÉ]))?"
    r"|\b(?:anmäler|anmälde|anmält|lämnar(?: in)?|lämnade(?: in)?|lämnat(?: in)?|inkommer med|inkommit med|inger|ingav|ingivit|avger|avgav|avgett|avgivit|inlämnar|inlämnat|fogar|låter anteckna|antecknar|antecknade)(?: en| sin)?(?: skriftliga?| gemensamma?| gemensam| blank| muntlig| följande| nedanstående){0,3} (?:reservation(?:er)?|(?:avvikande|särskild|skiljaktig) (?:åsikt(?:er)?|mening(?:ar)?))\b"
    r"|\b(?:får|fick|låter|lät|(?:begär|begärde|önskar|vill)(?: att)? få) (?:sin|en|sina) (?:reservation(?:er)?|avvikande (?:mening(?:ar)?|åsikt(?:er)?)) (?:antecknade?|antecknas|förd)\b"
    r"|\b(?:anmäler|anmälde|lämnar|lämnade|inger|ingav|avger|avgav)(?= (?!att )[^.:;]{2,200}\) (?:en )?(?:skriftlig )?reservation\b)"
    r"|\b(?:anmäler|anmälde|lämnar|lämnade|inger|ingav|avger|avgav)(?= (?:samtliga |alla |övriga |de )?(?:närvarande )?(?:ledamöter(?:na)?|grupperna|gruppen|[A-ZÅÄÖ][a-zåäö]{2,30}s (?:ledamöter|grupp)) [^.:;]{1,200} (?:sin |en )?(?:skriftlig )?reservation\b)",
    catches=(
        "Jonas Segersam (KD) reserverar sig mot beslutet.",
        "Reserverar sig mot beslutet gör Anna Ek (M).",
        "Anna Ek (M) anmäler reservation mot beslutet",
        "lämnar skriftlig reservation, bilaga 2",
        "Bo Ås (V) lämnar blank reservation.",
        "har inkommit med en skriftlig reservation",
        "låter anteckna sin reservation mot beslutet",
        "Anna Ek (M) anmälde avvikande åsikt.",
        "Anna Ek (M) anmäler avvikande mening.",
        "får sin reservation antecknad till protokollet",
        "begär att få sin avvikande mening antecknad till protokollet",
        "lämnar följande reservation: Vi anser",
        "lämnar in följande skriftliga reservation:",
        "Mot beslutet anmäler Anna Ek (M) reservation.",
        "Mot beslutet anmäler samtliga ledamöter från Moderaterna reservation.",
    ),
    leaves=(
        "reservationen bifogas",
        "reserverar medel",
        "reserverar sig inte mot beslutet",
        "ges möjlighet att inkomma med skriftlig reservation",
        "anmäler att M-gruppen gör det",
    ),
)

# How the next one is against it, who shares the verb of the one before: "Anna Ek (S) reserverar sig, Bo Ås (M) blankt".
SHARES_RESERVING = Pattern(
    r"(?<=[\w)]) (?:(?:gör|lämnar|anmäler) (?:det |så |detsamma |en )?)?(?:(?:blankt|(?:skriftlig|muntlig)(?:t|en))(?!\w)|(?:(?:blank|skriftlig|muntlig) )?reservation(?!\w)|till förmån för |mot (?:punkt|att-sats)(?:en)? \d)",
    catches=(
        "Bo Ås (M) blankt.",
        "Bo Ås gör det skriftligen",
        "M-gruppen till förmån för avslagsyrkandet",
        "Bo Ås (M) blank reservation",
        "och Bo Ås (M) reservation vad gäller tillägget",
    ),
    leaves=("Blankt", "Bo Ås (M) mot beslutet"),
)

# A noun in place of the verb, and who it is behind it.
RESERVATION_FROM = Pattern(
    r"^(?:(?:Följande |Mot (?:detta )?beslut(?:et)? (?:antecknas|antecknades|noteras|noterades|anmäls|anmäldes|anförs|anfördes|lämnas|lämnades|avges|har anmälts|har lämnats) )?(?:en )?(?:[Ss]kriftlig |[Bb]lank |[Mm]untlig |[Gg]emensam )?[Rr])eserva(?:tion(?:er)?|nt(?:er)?(?=:))(?: mot beslutet)?(?: (?:har )?(?:anmäls|anmäldes|anmälts|lämnas|lämnades|lämnats|lämnad|avges|avgavs|avgetts|avgiven|avgivits|anmäld|inlämnas|inlämnades|inlämnats|inlämnad|ingivits|ingiven|inges)(?: in)?)?(?: (?:av|från|för)|(?P<colon>:)) (?P<who>[^.:;]{1,400}?)(?=,? (?:se |enligt )?bilaga\b|,? (?:till förmån|mot beslutet|bifogas|biläggs)\b|[.:;]|$)",
    catches=(
        "Reservation från M, KD och SD, se bilaga A.",
        "Reservation mot beslutet anmäls av Anna Ek (M).",
        "Skriftlig reservation har inlämnats av Anna Ek (M).",
        "Mot beslutet anfördes reservation av Anna Ek (M).",
        "Mot beslutet antecknas reservation från Anna Ek (M).",
        "Reservation: Anna Ek (M), Bo Å (S).",
        "Reservation lämnad av Anna Ek (M).",
        "Blank reservation: Anna Ek (M)",
        "Följande reservation lämnas in av Vänsterpartiet genom Eva Skog (V): Vi anser",
        "Reservanter: Anna Ek (M), Bo Å (S)",
        "Reservation för den socialdemokratiska gruppen.",
    ),
    leaves=("Reservationen bifogas", "Reservation"),
)

# Under the heading, who is against it behind a colon: "Mot beslutet till förmån för eget yrkande: Anna Ek (M)".
NAMED_BEHIND = Pattern(
    r"^(?P<how>(?:Mot beslutet|Till förmån för|Till fördel för)(?: [^.:;()]{2,120})?): (?P<who>[^:;]{3,600}?)\.?$",
    catches=("Mot beslutet till förmån för eget yrkande: Anna Ek (M), Bo Å (V)", "Till förmån för avslag: Anna Ek (M)"),
    leaves=("Mot beslutet reserverar sig Anna Ek (M)", "Till förmån för eget yrkande."),
)

# The decision is taken against it: "Beslutet fattas mot Moderaternas reservation".
AGAINST_RESERVATION = Pattern(
    r"^Beslutet (?:fattas|fattades|tas|togs) mot (?P<who>(?:[^.:;]|:(?=s )){1,120}?) reservation(?:er)?\.?$",
    catches=("Beslutet fattas mot Moderaternas reservation.", "Beslutet togs mot M:s reservation"),
    leaves=("Beslutet fattas mot bakgrund av en reservation i nämnden.",),
)

# For which group somebody is against it, right behind the verb: "anmäler reservation för den socialdemokratiska gruppen".
RESERVES_FOR = Pattern(
    r"^(?: mot beslutet| skriftligt| skriftligen)?,? (?:för|å|på) (?P<whose>(?!förmån|egen|eget)[^.:;,]{2,80}?)(?:s? (?:räkning|vägnar))?(?=[.,;]| mot (?:beslutet|punkt)| till förmån| med | enligt |$)",
    catches=(
        " för den socialdemokratiska gruppen.",
        " mot beslutet för M-gruppen till förmån för eget yrkande",
        " å Moderaternas vägnar.",
    ),
    leaves=(" mot beslutet.", " till förmån för eget yrkande.", " för egen del"),
)

GIVES_REASONS = Pattern(
    r"\b(?:motivering|följande|enligt nedan)\b[^.]{0,40}:|:$",
    catches=("med följande motivering: Förslaget är för dyrt.", "reserverar sig enligt följande:"),
    leaves=("reserverar sig mot beslutet.",),
)

# Beneath a reservation, that its reasons follow in writing: "Anna Ek inkommer med skriftlig motivering."
HANDS_IN_REASONS = Pattern(
    r"^(?:[A-ZÅÄÖÉ][^.:;]{2,200}? (?:inkommer|inkom|återkommer|lämnar(?: in)?|lämnade(?: in)?)(?: med)?(?: en)? skriftliga? motivering(?:ar)?(?: till (?:reservationen|protokollet))?|(?:Reservationen|Motiveringen|Reservationerna) (?:är skriftliga?(?:,? (?:se|enligt)(?! .{0,40}\()|(?=\.|$))|bifogas|biläggs|lämnas|inlämnas|fogas|framgår av|finns i|återfinns i|återges i|redovisas i)[^.:;]{0,80}|\(?(?:Se|Bifogas som|Framgår av) (?:protokolls)?bilaga(?:n| [\dA-Z]{1,3})?(?: till (?:§|protokollet)[^.:;]{0,20})?\)?)\.?$",
    catches=(
        "Anna Ek inkommer med skriftlig motivering.",
        "Reservationen är skriftlig, se bilaga 1.",
        "Reservationen framgår av bilaga 2.",
        "Se bilaga 2.",
    ),
    leaves=("Anna Ek (M) lämnar skriftlig reservation.", "Motiveringen är svag.", "Se bilaga 2 från Bo Ås (M)."),
)

ITSELF_HANDED_IN = Pattern(
    r"^(?:(?:Reservation|Motivering)(?:en|erna) |\(?(?:Se|Bifogas som|Framgår av) )",
    catches=("Reservationen bifogas protokollet.", "Se bilaga 2."),
    leaves=("Anna Ek inkommer med skriftlig motivering.",),
)

_SIGN = r"(?:[^.:;]|:(?=s\b)|\.(?=\w)|(?<=m\.fl)\.|(?<=m\. fl)\.)"
IN_FAVOUR_OF = Pattern(
    rf"\b(?:[Tt]ill förmån för|[Tt]ill fördel för|[Ii] förmån för) (?P<what>{_SIGN}{{2,400}}?)(?=,? (?:med (?:följande|motiveringen|hänvisning)|enligt bilaga|se bilaga|reserver|och (?:lämnar|inkommer|bifogar)|samt (?:lämnar|inkommer))|,? bilaga\b|(?<!m\.fl)(?<!m\. fl)[.:;](?:\s|$)|$)",
    catches=(
        "till förmån för Therez Almerfors (M) med fleras yrkande att bifalla motionen.",
        "till förmån för Elsa Brandfors (C) m.fl. yrkande om bifall.",
        "i förmån för eget yrkande",
    ),
    leaves=("mot beslutet.",),
)

WRITTEN = Pattern(
    r"\bskriftlig(?:t|en|a)?\b",
    catches=("reserverar sig skriftligt", "inkommer med skriftlig reservation", "Skriftlig reservation från M"),
    leaves=("skrivelse",),
    ignore_case=True,
)

# A heading over the biased alone: whoever takes no part is one of them.
JAV_HEADING = Pattern(
    r"^(?:(?:anmälan|anmälning) (?:om|av) )?jäv(?: anmäls)?:?$",
    catches=("Jäv", "Anmälan om jäv", "Jäv:"),
    leaves=("Jäv och ej deltagande", "Deltar ej"),
    ignore_case=True,
)

# A heading over those who take no part, for whatever reason.
STAYS_OUT_HEADING = Pattern(
    r"^(?:(?:Ledamöter som |De som )?[Dd]elt(?:ar|og|agit)|(?:Ej|Inte) delt|Avstår)",
    catches=(
        "Deltar ej i beslutet",
        "DELTAR EJ I BESLUT",
        "Ej deltagande i beslut",
        "Avstår från att delta i beslutet",
    ),
    leaves=("Jäv", "Anmälan om jäv", "Jäv och ej deltagande"),
    ignore_case=True,
)

_IN = r"(?:beslut|detta beslut|handläggning|behandling|beredning|omröstning|överläggning|ärende|detta ärende|paragraf|val)"
# Verbs of staying out, for whatever reason; the subject may stand within: "På grund av jäv deltar inte Anna Ek (M) i handläggningen."
STAYS_OUT = Pattern(
    rf"\b(?:deltar|deltog|deltagit) (?:inte|ej|varken) i {_IN}|^I (?:\w{{1,12}} )?{_IN}[^.:;,()]{{0,60}}? (?:deltar|deltog)(?: (?:på grund av|p\.?g\.?a\.?) jäv)? (?:inte|ej)\b|\b(?:frånvarande|(?:inte|ej) närvarande)(?: vid \w{{5,20}}(?: av ärendet)?)? (?:på grund av|p\.?g\.?a\.?|med anledning av|till följd av) jäv\b"
    rf"|(?<=\)) (?:deltar|deltog) (?:inte|ej)(?=[.;]|$| (?:på grund av|p\.?g\.?a\.?|med anledning av) jäv\b)"
    rf"|\bavst(?:år|od) från (?:att delta|ställningstagande|att ta ställning|deltagande|(?:att )?beslut(?:et|a)?(?=[ .,;]|$))|\b(?:inte|ej) delt(?:ar?|og|agit) i {_IN}"
    rf"|\b(?:deltar|deltog) (?:inte|ej|varken)(?= (?!i )[^.:;]{{2,200}} i {_IN})"
    rf"|\b(?:deltar|deltog)(?= (?!inte |ej |varken |i )[^.:;]{{2,200}}? (?:inte|ej|varken) i {_IN})"
    r"|\bjäv,? (?:lämnar|lämnade|deltar inte|deltar ej)(?= [A-ZÅÄÖÉ])|\b[Jj]äv anmäl(?:s|des) av\b"
    r"|\b(?:anmäler|anmälde|anmält|förklarar|förklarade|uppger|uppgav)(?: sig)?(?: vara)?(?: ett)? (?:(?:delikatess)?jäv|jävig|jäviga)\b|\b(?:är|var)(?: anmälda?)? jäviga?\b"
    r"|\b(?:lämnar|lämnade|lämnat)(?: \w{1,20}){1,4} (?:på grund av|p\.?g\.?a\.?|med anledning av|till följd av) jäv\b"
    r"|\b(?:anmäler|anmälde)(?= (?!att )[^.:;]{2,200}\) jäv\b)",
    catches=(
        "Anna Ek (C) deltar inte i beslutet.",
        "avstår från att delta i beslutet",
        "avstår från ställningstagande",
        "Anna Ek (C) avstår från beslut.",
        "ledamöterna från M, D, L och KD inte deltar i beslutet",
        "På grund av jäv deltar inte Anna Ek (M) i handläggningen.",
        "På grund av jäv deltar Anna Ek (M) inte i handläggningen.",
        "I handläggningen av detta ärende deltog inte Anna Ek (M).",
        "var Anna Ek (M) frånvarande på grund av jäv",
        "Vid beslutet var Anna Ek (M) inte närvarande på grund av jäv",
        "deltar varken Anna Ek (M) eller Bo Å (S) i beslutet",
        "Anna Ek (M) deltog på grund av jäv varken i handläggningen eller i beslutet",
        "Med anledning av jäv lämnar Anna Ek (M) lokalen.",
        "Jäv anmäls av Anna Ek (M).",
        "Anna Ek (C) anmäler jäv och lämnar rummet.",
        "Anna Ek (C) anmäler sig jävig",
        "Anna Ek (C) förklarar sig jävig",
        "har lämnat salen på grund av jäv",
        "Åke Bring (C) deltar ej.",
        "Åke Bring (C) var jävig",
        "Åke Bring (C) deltar inte på grund av jäv.",
        "Anna Ek (C) deltar inte i valet.",
        "Anna Ek (C) lämnar salen på grund av jäv",
    ),
    leaves=("deltar i beslutet", "Anmälan av jäv vid sammanträdet", "Anna Ek (M) deltar."),
)

# The same without a verb, who it is behind it: "Jäv: Anna Ek (M)".
STAYS_OUT_LIST = Pattern(
    r"^(?P<how>(?:Anmält )?[Jj]äv(?:iga?)?|(?:Deltar|Deltog) (?:ej|inte)(?: i beslut(?:et)?)?|Ej deltagande(?: i beslut(?:et)?)?|Följande (?:ledamöter |personer |partier )?(?:deltar|deltog) (?:ej|inte)(?: i (?:beslut|ärende)(?:et)?)?): ?(?P<who>[^:;]{3,300}?)\.?$",
    catches=(
        "Jäv: Anna Ek (M)",
        "Deltar ej i beslutet: Anna Ek (M), Bo Å (S).",
        "Följande ledamöter deltar inte: Anna Ek (M)",
    ),
    leaves=("Jäv: se § 12: inget", "Jävsregler: Anna Ek (M)"),
)

# What makes somebody biased, told before that they are: "Bo Ås (C) är ledamot i kyrkorådet och anmäler jäv."
TIED = Pattern(
    rf"^(?P<who>{NAME} ?\({CODE}\)) (?:är|har|sitter|arbetar|äger|ingår) [^.:;()]{{2,120}},? (?:och|varför (?:han|hon|hen)) (?:(?:anmäler|har anmält|anmälde)(?: därför| sig)? (?:jäv|(?:vara )?jävig)|(?:deltar|deltog)(?: därför)? (?:inte|ej)(?: därför)? i (?:ärendet|beslutet|handläggningen|beredningen|behandlingen)|lämnar (?:därför )?(?:lokalen|rummet|salen|sammanträdet))[^.:;()]{{0,80}}\.?$",
    catches=(
        "Bo Ås (C) är ledamot i kyrkorådet och anmäler jäv.",
        "Bo Ås (C) är ordförande i föreningen och deltar inte i ärendet.",
    ),
    leaves=("Bo Ås (C) är ledamot och granne till Eva Lo (M), som anmäler jäv.", "Bo Ås (C) är jävig."),
)

# Who is against it or stays out, in words that no reader takes: beneath a decision it is no clause.
DISSENTS = Pattern(
    r"^(?!att )[^:;]{2,300}? (?:antecknar|antecknade|anmäler|anmälde|låter anteckna|lät anteckna|har|hade) (?:en |sin |följande )?(?:avvikande|skiljaktig) mening|^(?!att )[^:;]{2,300}? (?:(?:lägger|lade) ne[dr] (?:sin röst|sina röster)|avst(?:år|od) från att rösta)(?!\w)"
    r"|^(?:på grund av|p\.? ?g\.? ?a\.?|med anledning av) jäv (?:deltar|deltog|lämnar|lämnade|avstår|avstod)(?!\w)"
    rf"|^beslutet (?:fattas|fattades|tas|togs) mot (?:[^.:;]|:(?=s )){{2,120}} reservation(?:er)?(?!\w)|^(?!att )(?:(?:efter|före|innan) [^.:;]{{2,60}}|(?:kl\.?|klockan) \d{{1,2}}[.:]\d\d) (?:lämnar|lämnade|avviker|avvek|anländer|anlände) (?-i:{NAME} ?\({CODE}\))|^(?-i:{NAME} ?\({CODE}\) (?:tjänstgör|tjänstgjorde) (?:i ?stället )?för {NAME} ?\({CODE}\))|^(?-i:{NAME} ?\({CODE}\)(?:(?:, | och | samt ){NAME} ?\({CODE}\)){{0,6}}) (?:lämnar|lämnade|avviker|avvek|anländer|anlände)(?= (?:från |till )?(?:dagens )?(?:sammanträde|möte|lokalen|salen)| (?:efter|före|innan|under|kl)(?!\w))"
    rf"|^(?!att )[^:;]{{2,300}}? (?:(?:deltar|deltog|deltagit) (?:inte|ej)|(?:inte|ej) (?:deltar|deltog|deltagit|delta))(?: i (?:\w{{2,12}} )?{_IN}|\.?$)",
    catches=(
        "Bo Ås (M) och Cia Berg (V) antecknar avvikande mening.",
        "Bo Ås (M) lade ner sin röst.",
        "En av ledamöterna deltog inte i beslutet.",
        "Bo Ås (M) avstår från att rösta.",
        "På grund av jäv deltog inte ordföranden.",
        "Bo Ås (M) lämnade sammanträdet kl. 15.10.",
        "Bo Ås (M) anländer efter ärendets behandling.",
        "Före beslutet avvek Bo Ås (M).",
        "Klockan 15.20 avvek Bo Ås (M).",
        "Bo Ås (M) och Siv Ek (V) lämnar mötet.",
        "Cia Berg (M) tjänstgör för Bo Ås (M) från och med § 8.",
        "Bo Ås (M) anlände till sammanträdet kl. 15.10.",
        "Beslutet fattas mot Bo Ås (M) reservation.",
    ),
    leaves=(
        "Bo Ås (M) lämnar en blank reservation.",
        "att anteckna avvikande mening",
        "Rösterna lades ner.",
        "Nämnden deltar inte i mässan 2025.",
    ),
    ignore_case=True,
)

# Nothing to read: nobody is biased.
# Bias that somebody asserts of another, denies or tells of an earlier year: no statement of whoever is at the meeting.
BIAS_ELSEWHERE = Pattern(
    rf"(?<!\w)att [^.:;]{{0,80}}{NAME} ?\({CODE}\)[^.:;]{{0,80}}jäv|(?<!\w)[Vv]arken(?!\w)|(?<!\w)var jäv[^.:;]{{0,60}}(?<!\d)(?:19|20)\d\d(?!\d)",
    catches=(
        "Klaganden anför att Anna Ek (S) var jävig när beslutet fattades.",
        "Varken Anna Ek (S) eller Bo Ås (M) är jävig.",
        "Anna Ek (S) var jävig vid sammanträdet 2024-03-04.",
    ),
    leaves=("Anna Ek (S) meddelar att hon är jävig.", "Anna Ek (S) var jävig och deltog inte."),
)
# Who is biased at this meeting, told within what the matter is: they take no part now, in this matter.
BIASED_NOW = Pattern(
    r"(?<!\w)deltar(?!\w)(?=[^.:;]{0,160}jäv)(?=[^.:;]{0,200}(?<!\w)(?:i (?:detta ärende|ärendet|denna paragraf|paragrafen)|i (?:ärendets )?(?:handläggning|behandling|beredning)(?:en)?|(?:i|eller) beslutet)(?!\w))(?![^.:;]{0,200}(?:utskott|nämnden|styrelsen|fullmäktige))",
    catches=("Bo Ås (M) deltar på grund av jäv inte i handläggningen eller beslutet i detta ärende.",),
    leaves=(
        "Bo Ås (M) deltog på grund av jäv inte i handläggningen.",
        "Bo Ås (M) deltar på grund av jäv inte i nämndens beslut.",
        "Den som är jävig deltar inte i upphandlingen.",
    ),
)
NOBODY_BIASED = Pattern(
    r"^(?:Ingen|Inget|Inga|Ingen av)\b[^.]{0,80}jäv|^(?:Ingen|Inget) (?:jäv|anmälan)",
    catches=("Ingen anmälan om jäv.", "Inga jäv anmäls.", "Inget jäv."),
    leaves=("Anna Ek (M) anmäler jäv.",),
)

BIASED = Pattern(
    r"\b(?:delikatess)?jäv(?:ig|iga|s)?\b",
    catches=(
        "anmäler delikatessjäv",
        "deltar inte i handläggningen av ärendet på grund av jäv",
    ),
    leaves=("jävla", "jävigt"),
    ignore_case=True,
)

# Verbs of saying something of one's own, for statements.
NOTES = Pattern(
    r"\b(?:antecknar|antecknade|låter|lät|(?:gör|gjorde|medges(?: att)? göra)(?= (?:en |följande )?(?:anteckning|protokollsanteckning))|anmäler|anmälde|lämnar|lämnade|lämnat|inkommer|inkom|inkommit|avger|avgav|inger|ingav|får|fick|anför|anförde|begär|begärde|önskar|vill|ville|(?:lägger|lade|fogar|fogade)(?= (?:till )?(?:en |ett |sitt |följande )?(?:protokollsanteckning|anteckning|särskilt yttrande)\b))\b(?! (?:(?:att )?få )?(?:sin|en|sina) (?:reservation|avvikande))"
    r"(?=.{0,80}\b(?:yttrande|(?<=låter )anteckna att|(?<=lät )anteckna att|(?:få|få följande) antecknat|(?<=vill )ha (?:noterat|antecknat)|(?<=ville )ha (?:noterat|antecknat)|(?:till|i) protokollet|protokollsant|följande|anteckning|skrivelse))",
    catches=(
        "Emmyly Bönfors (C) antecknar följande till protokollet:",
        "lämnar ett särskilt yttrande",
        "Anna Ek (C) låter anteckna att underlaget kom för sent.",
        "Anna Ek (C) lägger en protokollsanteckning",
        "Anna Ek (C) fogar ett särskilt yttrande till protokollet.",
        "Anna Ek (C) gör följande protokollsanteckning:",
        "Anna Ek (C) medges göra en anteckning till protokollet",
        "Anna Ek (C) begär att få följande antecknat:",
    ),
    leaves=(
        "anteckningen",
        "Anna Ek (C) lämnar lokalen.",
        "Nämnden lägger anteckningarna i protokollet till handlingarna.",
        "Anna Ek (C) får sin reservation antecknad till protokollet.",
        "Anna Ek (C) begär att få sin avvikande mening antecknad till protokollet.",
    ),
)

# What opens a note in a sentence of its own, where nobody's statement is open: "Siv Ek (C) stödjer Bo Ås (M) yrkande."
SPEAKS = Pattern(
    r"(?<!\w)(?:anser|ansåg|anför|anförde|påpekar|påpekade|framhåller|framhöll|menar|vill|ville|önskar|stödjer|stöder|stödde|instämmer|instämde|biträder|biträdde|uppmärksammar|förklarar|förklarade"
    r"|tackar|konstaterar|betonar|ifrågasätter|uppger|säger|yrkar|föreslår|deklarerar|noterar|står bakom|ställer sig bakom|beklagar|välkomnar|undrar|delar)(?!\w)",
    catches=("Siv Ek (C) stödjer Bo Ås (M) yrkande.", "Anna Ek (M) anser att underlaget brister."),
    leaves=("stöd", "ansedd"),
)

# A name and what its owner says: "Anna Ek (C): Underlaget kom för sent."
NAME_AND_COLON = Pattern(
    r"^(?P<who>[^.:;]{3,200}\)): ?(?=[\"”“A-ZÅÄÖ])",
    catches=("Anna Ek (C): Underlaget kom för sent.", "Anna Ek (C) och Bo Å (M): ”Vi saknar underlag.”"),
    leaves=("Anna Ek (C) antecknar följande: Underlaget", "Följande anteckning: Underlaget"),
)

# The same with the author behind: "Särskilt yttrande från Anna Ek (M)", "antecknas på begäran av Anna Ek (M): …"
NOTED_BY = Pattern(
    r"^(?=.{0,120}\b(?:[Yy]ttrande|[Aa]nteckning|[Pp]rotokoll))[^.:;]{0,120}?\b(?:anmäls av|anmäldes av|lämnas av|lämnades av|avges av|avgavs av|på begäran av|från|av) (?P<who>[^.:;]{1,300}?)(?=,? (?:enligt |se )?bilaga\b|,? (?:bifogas|biläggs|läggs|antecknas|fogas|enligt)\b|[.:;]|$)",
    catches=(
        "Särskilt yttrande från Anna Ek (M) bifogas protokollet.",
        "Ett särskilt yttrande anmäls av Anna Ek (M).",
        "Följande anteckning görs till protokollet på begäran av Anna Ek (M): Vi saknar underlag.",
    ),
    leaves=("Vi saknar underlag.", "Frågan togs upp av nämnden"),
)

# What stands behind the names alone under a heading: "Anna Ek (M) till förmån för eget yrkande."
NAMED_FOR = Pattern(
    r"(?:(?<=\))|(?<=erna)|(?<=tiet)),? (?:[Tt]ill förmån för|mot beslutet|(?:se |enligt )?bilaga)(?!\w)",
    catches=(
        "Anna Ek (M) till förmån för eget yrkande",
        "Anna Ek (M), Bo Å (V) mot beslutet",
        "Anna Ek (M), se bilaga 2",
        "Samtliga ledamöter från Moderaterna till förmån för",
    ),
    leaves=("reserverar sig till förmån för", "Anna Ek till förmån för"),
)

# Who was against something at another time, or in another body: nothing of this decision.
RESERVED_THEN = Pattern(
    r"(?<!\w)reserverade sig (?:då|den gången|även då|förra (?:året|gången)|i fjol|tidigare|redan då)(?!\w)|(?<!\w)(?:kommitténs|utredningens|beredningens|arbetsgruppens|styrgruppens|referensgruppens|bolagets|styrelsens i bolaget) (?:ledamöter|representanter)(?!\w)",
    catches=(
        "hans parti yrkade på en annan budget förra året och reserverade sig då.",
        "Två av kommitténs ledamöter reserverade sig mot höjningen",
    ),
    leaves=("Bo Ås (M) reserverade sig mot beslutet.", "Nämndens ledamöter (M) reserverar sig"),
    ignore_case=True,
)
