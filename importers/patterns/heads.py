"""What heads of pages hold besides kind, body and date: labels, bare page numbers, days that no calendar has."""

from __future__ import annotations

from importers.patterns.dates import DATE_TEXT, LONG, MONTHS
from importers.patterns.pattern import Pattern

# Labels that stand close run together: "Sammanträdesdatum Sida"
_LABEL = r"(?:Datum|Sammanträdes(?:datum|dag|tid)|Mötesdatum|Diarienummer|Diarienr\.?|Dnr\.?|Ärendenummer|Paragraf(?:er)?|Plats|Organ|Sid(?:a|an|nr\.?)?|Blad|Bl\.?|Nr|Handläggare)"
HEAD_LABEL = Pattern(
    rf"^{_LABEL}(?:[:;]? {_LABEL}){{0,2}} ?[:;]?$",
    catches=("Datum:", "SAMMANTRÄDESDATUM", "Blad", "Sida", "Paragrafer", "Sammanträdesdatum Sida", "Datum Dnr:"),
    leaves=("Datum för nästa möte", "Sidan om vägen"),
    ignore_case=True,
)
# Over the proof of notice, which stands at the end of minutes.
NOTICE_HEADING = Pattern(
    r"^(?:anslag ?/ ?bevis|bevis ?/ ?anslag|anslagsbevis|bevis om (?:anslag|justering)|bevis)$",
    catches=("ANSLAG/BEVIS", "Bevis om anslag", "BEVIS / ANSLAG"),
    leaves=("Anslag", "Beviset"),
    ignore_case=True,
)
# A cell that may name a body among other things.
NAMES_BODY = Pattern(
    r"(?:nämnd|styrelse|utskott|fullmäktige|beredning|direktion|delegation|råd|revisor)(?:en|et|n)?(?!\w)",
    catches=("Protokoll Kommunfullmäktige 2025-11-24", "SOCIALNÄMNDEN | PROTOKOLL"),
    leaves=("Kommunstyrelsens förslag", "Protokoll 2025-11-24"),
    ignore_case=True,
)
BARE_PAGE = Pattern(r"^\d{1,4}$", catches=("117",), leaves=("§ 117", "12345"))
# A meeting's day behind its own word, or §§ behind the body: "Sammanträde 2009-04-28", "Regionstyrelsen § 1-21"
MEETING_ON = Pattern(
    rf"^(?:Extra )?[Ss]ammanträde(?: den)? {DATE_TEXT}$",
    catches=("Sammanträde 2009-04-28", "Sammanträde den 3 mars 2024"),
    leaves=("Sammanträdet 2009-04-28 öppnas",),
)
ITEMS_BEHIND = Pattern(
    r"(?:,? §§? ?\d[\d ,–§-]{0,30})$", catches=("Regionstyrelsen § 1-21", "Kommunstyrelsen §§ 4–9"), leaves=("§ ett",)
)
# A meeting of several days: "2025-11-24–25", "den 24–25 november 2025", "24 och 25 november 2025"
DAYS = Pattern(
    rf"(?<![\d-])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d) ?(?:[-–—]|och|--) ?(?:\d\d?(?![\d-])|(?:19|20)\d\d-\d\d-\d\d|\d\d-\d\d(?!\d))|(?P<first>\d{{1,2}}) ?(?:[-–—]|och|--) ?(?={LONG})(?P<last>{LONG}))",
    catches=("2025-11-24–25", "den 24–25 november 2025", "24 och 25 november 2025", "2025-11-24 – 2025-11-25"),
    leaves=("2025-11-24", "25 november 2025"),
    ignore_case=True,
)
# A day that goes on in the line below: "4 mars" / "2025"
DAY_OF_MONTH = Pattern(
    rf"^(?:[12]?\d|3[01]) (?:{'|'.join(MONTHS)})$",
    catches=("4 mars", "30 november"),
    leaves=("4 mars 2025", "3 marsipaner", "32 mars"),
    ignore_case=True,
)
# What stands close behind a case number in a row of cells: "Dnr KS 2025.0041 12 februari"
DATE_BEHIND = Pattern(
    rf"(?<=\d) (?:{DATE_TEXT}|(?:[12]?\d|3[01]) (?:{'|'.join(MONTHS)}))$",
    catches=("2025/KS 0041 2025-02-12", "KS 2025.0041 12 februari"),
    leaves=("2025-02-12", "den 12 februari 2025"),
    ignore_case=True,
)
YEAR_ALONE = Pattern(r"^(?:19|20)\d\d$", catches=("2025",), leaves=("§ 2025", "2025-03-04", "12025"))
# What calls people to a meeting, lists what it is to treat, or tells of an inspection, and decides nothing itself.
NOT_MINUTES = Pattern(
    r"^(?:kallelse(?: till [^.:;]{3,60}|(?: och | ?/ ?)(?:föredragningslista|dagordning|ärendelista))?|(?:preliminär )?föredragningslista|(?:förteckning|sammanställning|lista)(?: över)? (?:fattade )?delegationsbeslut|delegationslista|dagordning|ärendelista|kungörelse|tillkännagivande om sammanträde"
    r"|møteinnkalling|innkalling|saksliste|sakliste|møteprotokoll|møtebok|esityslista|kokouskutsu|pöytäkirja|inspektion av [^.:;]{3,80}|inspektionsprotokoll|justitieombudsmannen|riksdagens ombudsmän)$",
    catches=(
        "KALLELSE",
        "KALLELSE/FÖREDRAGNINGSLISTA",
        "FÖREDRAGNINGSLISTA",
        "Kallelse till kommunstyrelsen",
        "Förteckning över delegationsbeslut",
        "MØTEINNKALLING",
        "Justitieombudsmannen",
    ),
    leaves=("Protokoll", "Kallelsen sändes ut", "Föredragningslistan fastställs"),
    ignore_case=True,
)

# Whom a summons calls: "Kallelse till sammanträde med Testby kommuns socialnämnd", "Kallelse till kommunstyrelsen"
CALLED_BODY = Pattern(
    r"^Kallelse(?: och (?:föredragningslista|dagordning|ärendelista))? (?:till|för)(?: (?:ordinarie |extra )?(?:sammanträde|möte)t? (?:med|i|för))? (?:[A-ZÅÄÖ][\wåäö-]{2,30}(?: [A-ZÅÄÖ][\wåäö-]{2,30}){0,2} (?:kommun|stad)s )?(?P<organ>[\wåäöÅÄÖ, -]{3,60}?(?:nämnd|styrelse|utskott|fullmäktige|beredning|råd|direktion)(?:en|et|n)?)(?!\w)",
    catches=(
        "Kallelse till sammanträde med Testby kommuns socialnämnd",
        "Kallelse till kommunstyrelsen 2025-03-04",
        "Kallelse till sammanträde med kommunstyrelsens arbetsutskott",
    ),
    leaves=("Kallelse", "Kallelse till stämman", "Kallelse till sammanträde"),
    ignore_case=True,
)

# The day of a meeting in words of its own: "Kommunfullmäktiges sammanträde den 16 december 2024".
DAY_OF_MEETING = Pattern(
    r"^(?:Protokoll (?:från|för|fört vid|fört på) )?(?:[\wÅÄÖåäö-]{3,40}(?: [a-zåäö-]{2,20}){0,4}s )?(?:ordinarie |extra |offentliga )?"
    r"(?:sammanträde|möte)(?:t)?,? (?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?(?P<day>\d{1,4}[ -/].{4,30})$",
    catches=(
        "Kommunfullmäktiges sammanträde den 16 december 2024",
        "Protokoll från socialnämndens sammanträde torsdagen den 24 april 2025",
        "Extra möte 2025-03-04",
    ),
    leaves=(
        "Nästa sammanträde den 3 februari 2025",
        "Kommunstyrelsens nästa sammanträde 2025-04-01",
        "Sammanträdesdatum 2025-03-04",
    ),
    ignore_case=True,
)
# The title of minutes, which names the body, the day or both: "Protokoll från regionstyrelsen", "Byggnadsnämndens protokoll"
_CALLED = r"(?:(?:[\wåäöÅÄÖ&-]{2,40}|i) ){0,5}?[\wåäöÅÄÖ-]{3,40}?"
_COMPANY = r"(?-i:(?:[A-ZÅÄÖ&][\wåäöÅÄÖ&-]{0,30} ){1,4}AB(?!\w))"
TITLE_OF_MINUTES = Pattern(
    rf"^(?!.{{0,140}}[^§]§ ?\d)(?:(?:(?:(?:Samman?trädes|Mötes)?protokoll|(?:Minnes|Mötes)anteckningar)(?: (?:nr )?\d{{1,3}}(?:[/:-](?:19|20)?\d\d)?)?,? (?:från|för|fört vid|fört på|av)|fört (?:vid|på))(?: (?:ordinarie |extra )?(?:(?:styrelse|bolags|års|ägar)?(?:sammanträde|möte)t?|(?:bolags|års|förbunds)stämman?) (?:med|i|för))? (?P<held>{_COMPANY}|{_CALLED})(?P<genitive>s(?= (?:ordinarie |extra )?(?:sammanträde|möte)))?"
    rf"|(?P<own>{_CALLED})s (?:sammanträdes|mötes)?protokoll)(?:(?: (?:ordinarie |extra )?(?:sammanträde|möte)t?)?(?:[ ,]|$)(?:.{{0,20}}\d.{{0,60}})?)?$",
    catches=(
        "Protokoll från regionstyrelsen",
        "Minnesanteckningar från möte med kommunala pensionärsrådet",
        "Sammanträdesprotokoll för kommunstyrelsen",
        "Byggnadsnämndens protokoll",
        "Protokoll fört vid socialnämndens sammanträde den 4 mars 2025",
        "Protokoll från möte med Folkhälsorådet 2025-03-04",
        "Protokoll fört vid styrelsemöte i Testbo Bostäder AB den 4 mars 2025",
        "Kommunstyrelsens arbetsutskotts sammanträdesprotokoll 2025-03-04",
        "Protokoll fört vid sammanträde med socialnämnden i Granhammars kommun",
        "fört vid sammanträde med socialnämnden den 4 mars 2025",  # beneath "Protokoll"
    ),
    leaves=(
        "Protokollet justeras",
        "Protokoll",
        "Föregående protokoll läggs till handlingarna.",
        "Kommunstyrelsens protokoll 2025-03-04 § 41",  # names another paper
    ),
    ignore_case=True,
)
# The same that names no body but is minutes' all the same: "Protokoll fört vid sammanträde den 4 mars 2025 i Rådhuset"
HELD_ON = Pattern(
    rf"^(?:[\wåäöÅÄÖ&-]{{2,40}} ){{0,3}}[\wåäöÅÄÖ-]{{3,40}}s protokoll (?:den )?(?P<own>{DATE_TEXT})$|^(?:Sammanträdes)?protokoll(?: (?:nr )?\d{{1,3}}(?:[/:-](?:19|20)?\d\d)?)?(?:,? (?:fört )?(?:från|vid|på|över)|,) (?:ordinarie |extra )?(?:(?:styrelse|förbunds|bolags|års|ägar)?(?:stämma|möte|sammanträde)|sammanträdes(?:dag|datum)|mötesdag)(?:n|t)?(?!\w).{{0,45}}?(?P<day>{DATE_TEXT})",
    catches=(
        "Protokoll fört vid sammanträde den 4 mars 2025 i Rådhuset",
        "Protokoll nr 6, sammanträde torsdagen den 12 juni 2025",
        "Protokoll från möte 2025-03-04",
        "Protokoll fört vid ordinarie förbundsstämma torsdagen den 25 april 2024 i Älvgården",
        "Protokoll nr 4/2025, sammanträdesdag 2025-09-02",
        "Kommunstyrelsens protokoll den 6 maj 2025",
    ),
    leaves=("Protokoll från sammanträdet den 4 mars justeras", "Protokollet från möte 2025-03-04"),
    ignore_case=True,
)
# The day behind the body that a title of minutes names: "Protokoll från direktionen 2025-03-05"
DAY_BEHIND_BODY = Pattern(
    rf"^,? ?(?:(?:ordinarie |extra )?(?:sammanträde|möte)t?,? )?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?(?P<day>{DATE_TEXT})(?![\w–-])",
    catches=("2025-03-05", "ordinarie sammanträde den 4 mars 2025", ", tisdagen den 4 mars 2025"),
    leaves=("2025-03-04–05", "om avtalet den 4 mars 2025", "4 mars"),
    ignore_case=True,
)
# Whose board it is, behind a body that a federation has one of: "direktionen för Kommunalförbundet Testlands avfall"
OF_FEDERATION = Pattern(
    r"^(?:(?:förbunds)?direktionen|förbundsstyrelsen|styrelsen)(?= (?:för|i) (?:[A-ZÅÄÖ]|[a-zåäö]{3,20}förbundet(?!\w)))",
    catches=("direktionen för Kommunalförbundet Testlands avfall", "förbundsstyrelsen i Testbygden"),
    leaves=("direktionen den 4 mars 2025", "styrelsen för skolan", "Gemensam nämnd för Testland"),
)
# What stands behind the body in a title: "Kommunstyrelsen – extra sammanträde"
MEETING_BEHIND = Pattern(
    r"(?: ?[–—,:] ?| - )(?:protokoll (?:från|för) )?(?:ordinarie |extra )?(?:sammanträde|möte)t?$",
    catches=("Kommunstyrelsen – extra sammanträde", "Valnämnden, sammanträde"),
    leaves=("Kommunstyrelsens sammanträde",),
    ignore_case=True,
)
# A day with which a line or a cell begins: "Tisdagen den 4 mars 2025 klockan 10.00–15.30, Regionens hus", or in a sentence that
# says when the meeting was held.
DAY_FIRST = Pattern(
    rf"^(?:(?:Datum|Dag):? )?(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?(?P<day>{DATE_TEXT})(?![\w–-])"
    rf"|^(?:Sammanträdet|Mötet) (?:ägde rum|hölls|hålls|äger rum)(?!\w)[^.;]{{0,120}}?(?P<held>{DATE_TEXT})"
    rf"|^(?:i|på) (?-i:[A-ZÅÄÖ])[^.;:§\d]{{2,60}}? (?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? (?:den )?(?P<placed>{DATE_TEXT})"
    rf"|^[\wåäöÅÄÖ-]{{3,40}}(?: [a-zåäö-]{{2,30}}){{0,3}} (?:sammanträdde|höll (?:sitt |ett )?(?:ordinarie |extra )?sammanträde)(?!\w)[^.;]{{0,120}}?(?P<sat>{DATE_TEXT})",
    catches=(
        "Tisdagen den 4 mars 2025 klockan 10.00–15.30, Regionens hus",
        "2025-03-04 kl. 08.15–09.50",
        "Sammanträdet ägde rum i Stadshotellet, Lindhamn, måndagen den 31 mars 2025",
        "i Åsarps bygdegård torsdagen den 27 februari 2025",
        "Kultur- och fritidsnämnden sammanträdde torsdagen den 22 maj 2025 i Biblioteket",
    ),
    leaves=("Nästa sammanträde 2025-03-04", "4 mars", "2025-03-04–05"),
    ignore_case=True,
)
