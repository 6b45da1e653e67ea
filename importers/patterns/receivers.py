"""Receivers of a §: what parts two of them, and what ends their list."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import NAME

# A comma that parts two receivers; not one within a name ("Miljö-, bygg- och räddningsnämnden"), before an address or in brackets.
RECEIVERS_PART = Pattern(
    r"(?<![-–])(?:,|;) (?!\d|(?:box|org\.?nr|att\.?|c/o|tel\w{0,3}\.?|(?:för |och )?(?:kännedom|åtgärd|verkställighet|vidare)|(?!(?-i:[A-ZÅÄÖ])[^\s,;]{0,30}en(?:,|;|$))[^\s,;]{0,30}(?:chef|direktör|ekonom|sekreterare|handläggare|samordnare|jurist|strateg|ordförande)(?:en)?(?:,|;|$))(?!\w))(?![^()]{0,80}\))",
    catches=("Tekniska nämnden, löneenheten", "Bostads AB Testboda; Anton Lind", "Testboda Bad AB, Kommundirektören"),
    leaves=(
        "Miljö-, bygg- och räddningsnämnden",
        "Länsstyrelsen, 401 00 Storstad",
        "Eva Lind, ekonomichef",
        "Tekniska nämnden (drift, väg)",
        "Tekniska nämnden, för kännedom",
    ),
    ignore_case=True,
)

# A body whose subject is a list of its own: "Nämnden för arbete, vuxenutbildning och integration".
SUBJECT_LIST = Pattern(
    r"^(?:[A-ZÅÄÖ]\w{2,30} )?[\wÅÄÖåäö-]{0,30}(?:nämnd(?:en)?|förvaltning(?:en)?|avdelning(?:en)?|enhet(?:en)?|utskott(?:et)?|kontor(?:et)?) (?:för )?[a-zåäö-]{3,30}(?:, [a-zåäö-]{3,30}){1,4},? och [a-zåäö-]{3,30}$",
    catches=("Nämnden för arbete, vuxenutbildning och integration", "Avdelningen för mark, bygg och miljö"),
    leaves=("Nämnden för Service, löneenheten", "Tekniska nämnden, löneenheten och Eva Lind"),
    ignore_case=True,
)

# The last of a list joined by "och": a body or a person, never the second half of a subject.
LAST_JOINED = Pattern(
    rf"(?<![-–]) (?:och|samt) (?P<last>(?:[A-ZÅÄÖa-zåäö]{{2,30}}- och )?(?:[A-ZÅÄÖa-zåäö]{{2,30}}a )?[A-ZÅÄÖa-zåäö]{{0,40}}(?:nämnden|styrelsen|utskottet|fullmäktige|kontoret|förvaltningen|enheten|revisorerna|revisionen)|{NAME})$",
    catches=("löneenheten och tekniska nämnden", "Bo Ahl samt Eva Lind"),
    leaves=("ekonomi och hållbarhet", "Mark- och planenheten"),
)

# Two receivers on a line of their own, each whole by itself and with a capital: "Motionären och Tekniska nämnden".
PAIR_JOINED = Pattern(
    rf"(?:(?<=en)|(?<=et)|(?<=na)|(?<=ge)|(?<= AB)) (?:och|samt) (?P<last>(?:[A-ZÅÄÖ][a-zåäö]{{1,30}}- och |[A-ZÅÄÖ][a-zåäö]{{1,30}}a )?[A-ZÅÄÖa-zåäö]{{0,40}}(?:nämnden|styrelsen|utskottet|fullmäktige|kontoret|förvaltningen|enheten|revisorerna|revisionen|direktören|chefen)|{NAME})$",
    catches=(
        "Motionärerna och Tekniska nämnden",
        "Kultur- och fritidsnämnden och Ekonomienheten",
        "Löneenheten och Eva Lind",
    ),
    leaves=("Nämnden för vård och omsorgsförvaltningen", "Mark- och planenheten", "Vård och Omsorg"),
)

_WHOLE = r"(?:(?:tekniska|sociala|berörda|samtliga|övriga|den|de|kommunala|gemensamma|lokala|brottsförebyggande) )?[a-zåäö-]{0,40}(?:nämnd(?:en|er|erna)?|styrelsen|utskottet|fullmäktige|kontoret|förvaltningen|förvaltningar|avdelningen|enheten|revisorerna|revisionen|chefen|direktören|köparen|säljaren|sökanden?|motionären|förslagsställaren|rådet|länsstyrelsen|akten|författningssamlingen|valda|entledigade)(?: [a-zåäö-]{2,30})?"

# A line that is a receiver by itself, a body or whoever the matter is of, or a company.
WHOLE_RECEIVER = Pattern(
    rf"^(?:{_WHOLE}|\S.{{1,60}} (?-i:AB|HB|KB))$",
    catches=("Tekniska nämnden", "Samtliga nämnder", "Personalavdelningen", "Bad och Bärs AB"),
    leaves=("Kommunstyrelsens", "Anna Ek", "AB"),
    ignore_case=True,
)

COMPANY_ENDS = Pattern(r" (?:AB|HB|KB)$", catches=("Bad och Bärs AB",), leaves=("AB", "Bad och Bärs AB Testboda"))

# A receiver in small letters, on a line of its own: "tekniska kontoret" beneath "kommunfullmäktige".
SMALL_RECEIVER = Pattern(
    rf"^{_WHOLE}$",
    catches=("tekniska kontoret", "ekonomikontoret", "brottsförebyggande rådet", "kommunfullmäktige"),
    leaves=(
        "för kännedom",
        "och byggnadsnämnden",
        "till kommunstyrelsen",
        "Tekniska kontoret",
        "nämnden för vidare hantering",
    ),
)

# The first word of a body's name whose second is in small letters: "Tekniska" over "nämnden", "Kommunstyrelsens" over "arbetsutskott".
NAME_LEFT_OPEN = Pattern(
    r"(?:^|\s)\S{2,40}(?:ska|ala|iga|s)$",
    catches=("Tekniska", "Kommunala", "Kommunstyrelsens"),
    leaves=("Revisorerna", "De valda", "kommunfullmäktige"),
)

ADDRESSES = Pattern(
    r"^[^\s@,;]{1,64}@[^\s@,;]{1,80}(?:[,;]? [^\s@,;]{1,64}@[^\s@,;]{1,80}){1,40}[,;.]?$",
    catches=("kontoret@testboda.se revision@testboda.se",),
    leaves=("Eva Lind eva.lind@testboda.se", "kontoret@testboda.se"),
)

# What ends the list: a pause, the signature service's page, furniture, a running sentence.
LIST_ENDS = Pattern(
    r"^(?:Undertecknat av|Signerat? av|(?:Digitalt|Elektroniskt) (?:signera|underskriv|undertecknad)|Transaktionsidentitet|Underskriftstjänst|Detta dokument är|Verifiera|Dokumentet är"
    r"|Paus(?:en)?(?!\w)|Ajourner|(?:Mötet|Sammanträdet|Nämnden|Styrelsen) (?:ajourneras|tar paus|återupptas|avslutas)|(?:Just|Ordförandes? s)\w{0,12}(?: sign| signatur| utdragsbestyrkande)|Utdragsbestyrkande|Vid protokollet|Justera(?:t|des|d)(?: den)? \d|(?:Protokolls?)?[Uu]tdragets riktighet(?!\w)"
    r"|[^.]{0,80} \d{1,3} ?\(\d{1,3} ?\)$)",
    catches=(
        "Undertecknat av följande personer",
        "Paus kl. 10.15-10.30",
        "Ajournering 14.00-14.15",
        "Justerares signatur Utdragsbestyrkande",
        "Mötet ajourneras",
        "Justerat 2025-03-03. Protokollsutdragets riktighet bestyrks: ____",
        "Testboda kommun, tekniska nämnden protokoll 6 (6)",
    ),
    leaves=("Pausområdet AB", "Tekniska nämnden", "Justitiedepartementet"),
    ignore_case=True,
)

RUNNING_SENTENCE = Pattern(
    r"^[A-ZÅÄÖ][^\s]{0,30}(?: [^\s]{1,40}){0,30}? (?:tar|är|har|hade|var|lämnar|deltar|beslutar|ajourneras?|återupptas|återupptar|avslutas|avslutar|avviker|anländer|inträder|utgår|återkommer|frågar|meddelar|informerar|yrkar|reserverar|tackar|finns|framgår|skickas|expedieras) [^.]{3,300}\.$",
    catches=(
        "Efter ärendet tar ordföranden paus i mötet.",
        "Ledamoten Bo Ahl (M) lämnar sammanträdet efter paragrafen.",
    ),
    leaves=("Kommunstyrelsen för kännedom.", "Tekniska nämnden"),
)

# A forename that ends a line, its surname beneath: "…, Anton" / "Lind".
FORENAME_LEFT = Pattern(
    r", [A-ZÅÄÖÉ][a-zåäöé-]{1,20}$", catches=("löneenheten, Anton",), leaves=("löneenheten, Anton Lind", "Anton")
)
SURNAME_ALONE = Pattern(
    r"^[A-ZÅÄÖÉ][a-zåäöé-]{1,30}(?:,|$)",
    catches=("Lind", "Lind, Bo Ahl"),
    leaves=("Tekniska nämnden", "lind"),
)

# What is sent along, and to nobody: "Bilaga: Hur man överklagar"
ENCLOSES = Pattern(
    r"^(?:Bilag(?:a|or)|Medsänds|Bifogas)(?: \d{1,2})?: ?\S",
    catches=("Bilaga: Hur man överklagar",),
    leaves=("Bilagan skickas till nämnden", "Kommunstyrelsen"),
)
