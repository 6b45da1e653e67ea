"""Reservations, särskilda yttranden, notes for the record, and who takes no part."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

RESERVES = Pattern(
    r"\breserver(?:ar|ade|at) sig\b(?! (?:inte|ej)\b)",
    catches=("Jonas Segersam (KD) reserverar sig mot beslutet.",),
    leaves=("reservationen bifogas", "reserverar medel", "reserverar sig inte mot beslutet"),
)

# "Anna Ek (M) anmäler skriftlig reservation mot beslutet"; that somebody may do so is none.
GIVES_RESERVATION = Pattern(
    r"\b(?:anmäler|anmälde|lämnar|lämnade|inkommer med|inger|ingav|avger|avgav)(?: en| sin)?(?: skriftlig| gemensam)? reservation(?:er)?\b",
    catches=("Anna Ek (M) anmäler reservation mot beslutet", "lämnar skriftlig reservation, bilaga 2"),
    leaves=("ges möjlighet att inkomma med skriftlig reservation", "anmäler att M-gruppen reserverar sig"),
)

# A noun in place of the verb, and who it is behind it.
RESERVATION_FROM = Pattern(
    r"^(?:Skriftlig r|R)eservation(?:er)?(?: mot beslutet)?(?: (?:har )?(?:anmäls|anmäldes|anmälts|lämnas|lämnades|lämnats|avges))? (?:av|från) (?P<who>[^.:;]{1,400}?)(?=,? (?:se |enligt )?bilaga\b|,? (?:till förmån|mot beslutet|bifogas|biläggs)\b|[.:;]|$)",
    catches=("Reservation från M, KD och SD, se bilaga A.", "Reservation mot beslutet anmäls av Anna Ek (M)."),
    leaves=("Reservationen bifogas", "Reservation"),
)

# Before the verb, what the subject is not part of: "Mot beslutet till förmån för Anna Eks (S) yrkande reserverar sig …"
NOT_SUBJECT = Pattern(
    r"^(?:Mot (?:detta |kommun\w{1,12}s |nämndens )?beslut(?:et)?\b|Till förmån för\b|I förmån för\b)",
    catches=("Mot beslutet till förmån för Anna Eks (S) yrkande",),
    leaves=("Motionären Anna Ek (S)", "Anna Ek (S)"),
)

# Where the subject behind its verb ends: "reserverar sig Anna Ek (S) och Bo Å (V) till förmån för …"
SUBJECT_END = Pattern(
    r",? (?:till förmån|till fördel|i förmån|mot beslutet|med (?:följande|hänvisning|motivering)|skriftligt|enligt|i handläggningen|i beslutet|från (?:handläggning|delta)|och (?:lämnar|deltar))\b|[.:;](?:\s|$)|,? bilaga\b",
    catches=(" till förmån för eget yrkande", ". Vi anser", " i handläggningen av ärendet"),
    leaves=("Anna Ek (S) och Bo Å (V)",),
)

GIVES_REASONS = Pattern(
    r"\b(?:motivering|följande|enligt nedan)\b[^.]{0,40}:|:$",
    catches=("med följande motivering: Förslaget är för dyrt.", "reserverar sig enligt följande:"),
    leaves=("reserverar sig mot beslutet.",),
)

_SIGN = r"(?:[^.:;]|:(?=s\b)|\.(?=\w)|(?<=m\.fl)\.|(?<=m\. fl)\.)"
IN_FAVOUR_OF = Pattern(
    rf"\b(?:till förmån för|till fördel för|i förmån för) (?P<what>{_SIGN}{{2,400}}?)(?=,? (?:med (?:följande|motiveringen|hänvisning)|enligt bilaga|se bilaga|reserver|och (?:lämnar|inkommer|bifogar)|samt (?:lämnar|inkommer))|,? bilaga\b|(?<!m\.fl)(?<!m\. fl)[.:;](?:\s|$)|$)",
    catches=(
        "till förmån för Therez Almerfors (M) med fleras yrkande att bifalla motionen.",
        "till förmån för Elsa Brandfors (C) m.fl. yrkande om bifall.",
        "i förmån för eget yrkande",
    ),
    leaves=("mot beslutet.",),
)

WRITTEN = Pattern(
    r"\bskriftlig(?:t|en)?\b",
    catches=("reserverar sig skriftligt", "inkommer med skriftlig reservation", "Skriftlig reservation från M"),
    leaves=("skrivelse",),
    ignore_case=True,
)

TAKES_NO_PART = Pattern(
    r"\b(?:deltar|deltog|deltagit) (?:inte|ej|varken) i (?:beslut|detta beslut|handläggning|behandling|beredning|omröstning|överläggning|ärende)|\bavst(?:år|od) från att delta\b",
    catches=("Anna Ek (C) deltar inte i beslutet.", "avstår från att delta i beslutet"),
    leaves=("deltar i beslutet",),
)

NOT_TAKING_PART = Pattern(
    r"\binte delta(?:r|git)? i (?:beslutet|handläggningen|behandlingen)",
    catches=("anmäler att ledamöterna från M, D, L och KD inte deltar i beslutet",),
    leaves=("deltar inte i beslutet",),
)

# The same with the subject behind its verb: "På grund av jäv deltar inte Anna Ek (M) i handläggningen."
TAKES_NO_PART_BEHIND = Pattern(
    r"\b(?:deltar|deltog) (?:inte|ej)(?= (?!i )[^.:;]{2,200} i (?:beslut|handläggning|behandling|beredning|omröstning|överläggning))"
    r"|\bjäv,? (?:lämnar|lämnade|deltar inte|deltar ej)(?= [A-ZÅÄÖÉ])|\b[Jj]äv anmäls av\b",
    catches=(
        "På grund av jäv deltar inte Anna Ek (M) i handläggningen.",
        "Med anledning av jäv lämnar Anna Ek (M) lokalen.",
        "Jäv anmäls av Anna Ek (M).",
    ),
    leaves=("Anna Ek (M) deltar inte i beslutet.",),
)

# Nothing to read: nobody is biased.
NOBODY_BIASED = Pattern(
    r"^(?:Ingen|Inget|Inga|Ingen av)\b[^.]{0,80}jäv|^(?:Ingen|Inget) (?:jäv|anmälan)",
    catches=("Ingen anmälan om jäv.", "Inga jäv anmäls.", "Inget jäv."),
    leaves=("Anna Ek (M) anmäler jäv.",),
)

BIASED = Pattern(
    r"\bjäv(?:ig|iga|s)?\b",
    catches=("deltar inte i handläggningen av ärendet på grund av jäv",),
    leaves=("jävla", "jävigt"),
    ignore_case=True,
)

REPORTS_BIAS = Pattern(
    r"\b(?:anmäler|anmälde|anmält)(?: sig)?(?: ett)? (?:jäv|jävig|jäviga)\b|\bär jäviga?\b"
    r"|\b(?:lämnar|lämnade)(?: \w{1,20}){1,4} (?:på grund av|p\.?g\.?a\.?|med anledning av|till följd av) jäv\b",
    catches=(
        "Anna Ek (C) anmäler jäv och lämnar rummet.",
        "Anna Ek (C) anmäler sig jävig",
        "Anna Ek (C) lämnar salen på grund av jäv",
    ),
    leaves=("Anmälan av jäv vid sammanträdet",),
)

# Somebody reports what others do: the subject is theirs who come after it.
REPORTED = Pattern(
    r"\b(?:anmäler|anmälde|meddelar|meddelade|antecknas|antecknar) att ",
    catches=("Axel Josefson (M) anmäler att ledamöterna från M, D, L och KD inte deltar i beslutet.",),
    leaves=("anmäler jäv",),
)

# The same of themselves: "Anna Ek (C) meddelar att hon inte deltar i beslutet."
REPORTED_OF_SELF = Pattern(
    r"^(?P<who>[^.:;]{3,300}?) (?:anmäler|anmälde|meddelar|meddelade) att (?:hon|han|hen|de) (?:inte|ej) ",
    catches=("Anna Ek (C) meddelar att hon inte deltar i beslutet.",),
    leaves=("Anna Ek (C) anmäler att ledamöterna från C inte deltar i beslutet.",),
)

NOTES = Pattern(
    r"\b(?:antecknar|antecknade|anmäler|anmälde|lämnar|lämnade|inkommer|inkom|avger|avgav|inger|ingav|får|fick|anför|anförde|begär|begärde|önskar)\b"
    r"(?=.{0,80}\b(?:yttrande|(?:till|i) protokollet|protokollsant|följande|anteckning|skrivelse))",
    catches=("Emmyly Bönfors (C) antecknar följande till protokollet:", "lämnar ett särskilt yttrande"),
    leaves=("anteckningen", "Anna Ek (C) lämnar lokalen."),
)

# The same with the author behind: "Särskilt yttrande från Anna Ek (M)", "antecknas på begäran av Anna Ek (M): …"
NOTED_BY = Pattern(
    r"^(?=.{0,120}\b(?:yttrande|anteckning|protokoll))[^.:;]{0,120}?\b(?:anmäls av|anmäldes av|lämnas av|lämnades av|avges av|avgavs av|på begäran av|från|av) (?P<who>[^.:;]{1,300}?)(?=,? (?:enligt |se )?bilaga\b|,? (?:bifogas|biläggs|läggs|antecknas|fogas|enligt)\b|[.:;]|$)",
    catches=(
        "Särskilt yttrande från Anna Ek (M) bifogas protokollet.",
        "Ett särskilt yttrande anmäls av Anna Ek (M).",
        "Följande anteckning görs till protokollet på begäran av Anna Ek (M): Vi saknar underlag.",
    ),
    leaves=("Vi saknar underlag.", "Frågan togs upp av nämnden"),
)
