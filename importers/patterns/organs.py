"""Names of bodies, offices and municipalities, recognised by how they end and never by a list."""

from __future__ import annotations

from importers.patterns.pattern import Pattern

_LONGEST_SHORT = 5  # letters that a body is called by for short
_W = r"[A-Za-zÅÄÖåäöÉé]"
_BODY_END = r"(?:nämnd(?:en)?|styrelse(?:n)?|utskott(?:et)?|[Ff]ullmäktige|beredning(?:en)?|delegation(?:en)?|råd(?:et)?|[Dd]irektion(?:en)?)"
_OFFICE_END = r"(?:kontor(?:et)?|förvaltning(?:en)?)"
_FIRST_PART = rf"(?:{_W}{{2,30}}-? och |{_W}{{2,30}}-, {_W}{{2,30}}-? och )?"

BODY_NAME = rf"{_FIRST_PART}{_W}{{0,40}}{_BODY_END}"
ANY_NAME = rf"{_FIRST_PART}{_W}{{0,40}}(?:{_BODY_END}|{_OFFICE_END})"

# "Tekniska nämnden", "sociala utskottet"; "den berörda nämnden" is none by name.
TWO_WORDS = r"(?!(?:[Bb]erörda|[Ss]amma|[Aa]ndra|[Ee]gna|[Aa]ktuella|[Aa]nsvariga|[Gg]amla|[Öö]vriga|[Ll]okala|[Tt]idigare) )[A-Za-zÅÄÖåäö]{2,20}a (?:nämnden|utskottet|styrelsen|beredningen)"

# A body with the one that it belongs to: "kommunstyrelsens arbetsutskott".
WHOLE_BODY = rf"(?:(?:[A-Za-zÅÄÖåäö]{{2,40}}s (?=[a-zåäö]{{0,30}}utskott|presidi|fullmäktige))?{BODY_NAME}|{TWO_WORDS})"

_END_SEEN = "|".join(
    f"(?<={end})"
    for end in (
        *("nämnd", "nämnden", "Nämnden", "styrelse", "styrelsen", "utskott", "utskottet", "fullmäktige", "beredningen"),
        *("kontor", "kontoret", "förvaltning", "förvaltningen", "direktionen"),
    )
)
_OF_TOWN = rf"(?:[A-ZÅÄÖ]{_W}{{1,20}}(?: [A-ZÅÄÖ]{_W}{{1,20}})? (?:[Ss]tads|kommuns) (?=[A-ZÅÄÖa-zåäö]))?"

# That a name is an office's and no body's.
OFFICE_ENDS = Pattern(
    rf"{_OFFICE_END}$",
    catches=("Kommunledningskontoret", "Tekniska förvaltningen"),
    leaves=("Tekniska nämnden", "Förvaltningens budget"),
    ignore_case=True,
)
# That no kind of paper goes on with the name: "Nämnden för funktionsstöd, protokollsutdrag"
_NO_PAPER = r"(?!(?:sammanträdes)?protokoll|tjänste|yttrande|remissvar|kallelse|föredragningslista|dagordning|utdrag)"

# A body's or office's name and nothing else; the municipality may stand before it.
ORGAN_LINE = Pattern(
    rf"^(?P<organ>{_OF_TOWN}(?:[A-ZÅÄÖ](?:{_W}{{0,40}}s )?|(?<=s )[a-zåäö]){_W}{{0,40}}(?:-? och {_W}{{2,40}}|-, {_W}{{2,30}}-? och {_W}{{2,40}})?"
    rf"(?:{_END_SEEN})"
    rf"(?: (?:[A-ZÅÄÖ]{_W}{{2,20}}|för {_W}{{2,30}}(?:,? (?:och )?{_NO_PAPER}{_W}{{2,30}}){{0,3}}))?)$",
    catches=(
        "Kommunstyrelsen",
        "Kommunstyrelsens arbetsutskott",
        "Kommunledningskontoret",
        "Socialnämnden Centrum",
        "Miljö- och klimatnämnden",
        "Idrotts- och föreningsförvaltningen",
        "Nämnden för demokrati och medborgarservice",
        "Göteborgs Stads idrotts- och föreningsnämnd",
    ),
    leaves=(
        "Nämnden för arbete, protokollsutdrag",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "Protokollsutdrag",
        "Beslut",
        "Särskilt yttrande",
    ),
)

# Bodies of other kinds, and those that a whole phrase names: "Folkhälsorådet", "Direktionen", "Nämnden för Kultur & Fritid"
_OTHER_END = r"(?:[Nn]ämnd(?:en)?|[Rr]ådet|[Dd]irektion(?:en)?|[Rr]evisorer(?:na)?|[Rr]evision(?:en)?|[Bb]eredning(?:en)?|[Dd]elegation(?:en)?|[Kk]ommitté(?:n)?|[Uu]tskott(?:et)?|[Ss]tämman?|[Ss]tyrelsen|[Ff]örvaltningen|[Kk]ontoret)"
ORGAN_OF_OTHER_KIND = Pattern(
    rf"^(?P<organ>(?:(?:Den )?[A-ZÅÄÖa-zåäö][a-zåäö]{{2,20}}(?:a|am|ens) )?(?:[a-zåäö]{{3,30}}ande )?{_W}{{0,40}}{_OTHER_END}(?: (?:för|i) {_W}{{2,30}}(?:,? (?:och |& ?|i )?{_NO_PAPER}{_W}{{2,30}}){{0,4}})?)$",
    catches=(
        "Folkhälsorådet",
        "Direktionen",
        "Revisorerna",
        "Gemensamma hjälpmedelsnämnden",
        "Gemensam nämnd för familjerätt",
        "Nämnden för Kultur & Fritid",
        "Förvaltningen för stolar",
        "Kommunala pensionärsrådet",
        "Demokratiberedningen",
        "Valnämnden",
        "Bolagsstämma",
        "Extra bolagsstämma",
        "Kommunens revisorer",
        "Lokala brottsförebyggande rådet",
    ),
    leaves=(
        "Kommunalråd",
        "Kommunens stämma beslutar",
        "Kommunstyrelsens förslag",
        "Nämnden föreslår",
        "Beslut om beredningen avslås",
    ),
)

# "Tekniska nämnden", "Sociala utskottet": an adjective and the body
ORGAN_OF_TWO = Pattern(
    rf"^(?P<organ>[A-ZÅÄÖ][a-zåäö]{{2,20}}a (?:nämnden|utskottet|styrelsen|beredningen|kontoret|förvaltningen)(?: [A-ZÅÄÖ]{_W}{{2,20}})?)$",
    catches=("Tekniska nämnden", "Sociala utskottet", "Tekniska förvaltningen"),
    leaves=("Anna nämnden beslutar", "Alla nämnder", "den tekniska nämnden"),
)

# Some heads shout: "KOMMUNSTYRELSEN", "BARN- OCH UTBILDNINGSNÄMNDEN"
BODY_IN_CAPITALS = r"(?:[A-ZÅÄÖ]{2,30}-? OCH |[A-ZÅÄÖ]{3,30}S )?[A-ZÅÄÖ]{0,40}(?:NÄMND(?:EN)?|STYRELSE(?:N)?|UTSKOTT(?:ET)?|FULLMÄKTIGE|BEREDNING(?:EN)?)"
ORGAN_IN_CAPITALS = Pattern(
    rf"^(?P<organ>{BODY_IN_CAPITALS}(?: [A-ZÅÄÖ]{{3,20}})?)$",
    catches=("KOMMUNSTYRELSEN", "BARN- OCH UTBILDNINGSNÄMNDEN", "KOMMUNFULLMÄKTIGE", "KOMMUNSTYRELSENS ARBETSUTSKOTT"),
    leaves=("PROTOKOLL", "KOMMUNFULLMÄKTIGES BESLUT", "Kommunstyrelsen"),
)

BODY_IN_FOOT = Pattern(
    rf"^[^\d]{{0,60}}(?:(?:{_BODY_END}|{_OFFICE_END})(?: [A-ZÅÄÖ]{_W}{{2,20}}| för [^\d]{{3,60}})?|AB(?: {_W}{{2,30}})?|[Ss]tad)$",
    catches=(
        "Kommunfullmäktige",
        "Socialnämnd Sydväst",
        "Higab AB",
        "Förvaltnings AB Framtiden",
        "Nämnden för funktionsstöd",
    ),
    leaves=("Styrelsehandling nr 14 Bilaga 1 2024-09-11 Kommunfullmäktige", "Yrkande KD, M, L"),
    ignore_case=True,
)

CITED_BODY = Pattern(
    rf"(?<!\w)(?P<organ>(?:{_W}{{2,40}}s (?=arbetsutskott|presidi))?(?:(?=[A-ZÅÄÖ]|tekniska |sociala ){TWO_WORDS}|{BODY_NAME}))(?P<genitive>s?)(?!\w)",
    catches=(
        "Tekniska nämndens protokollsutdrag",
        "från tekniska nämndens sammanträde",
        "arbetsutskottets förslag",
        "från socialnämndens sammanträde",
        "vid kommunfullmäktiges sammanträde",
        "Miljö- och klimatnämnden",
    ),
    leaves=("Tjänsteskrivelse daterad den 18 november 2024", "ledamöterna från S"),
)

# "Göteborgs Stad", "Uppsala kommun", "Lilla Edets kommun"; no body's name before it: "Viltnämnden Testby kommun"
_NO_BODY = (
    r"(?!\w{0,40}(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen|rådet|förvaltningen|kontoret|protokoll)(?!\w))"
)
_TOWN_WORD = rf"[A-ZÅÄÖ]{_W}{{1,20}}(?:-[A-ZÅÄÖ]{_W}{{1,20}})?"
MUNICIPALITY = Pattern(
    rf"(?<![\w-])(?P<name>(?:{_NO_BODY}{_TOWN_WORD} ){{1,3}}(?:(?:skärgårds)?kommun|[Ss]tad))s?(?!\w)",
    catches=(
        "Inkom till Uppsala kommun 2024-11-05",
        "Göteborgs Stad Kommunstyrelsen",
        "Lilla Edets kommun",
        "Göteborgs Stads idrotts- och föreningsnämnd",
        "Lunds kommuns revisorer",
        "Testlands-Näs kommun",
    ),
    leaves=("kommunens förslag", "en levande stad", "Uppsala kommunfullmäktige", "Region Gotland"),
)
MUNICIPALITY_IN_CAPITALS = Pattern(
    r"^(?P<name>(?:[A-ZÅÄÖÉ]{2,20}(?:-[A-ZÅÄÖÉ]{2,20})? ){1,3}(?:(?:SKÄRGÅRDS)?KOMMUN|STAD))$",
    catches=("UPPSALA KOMMUN", "LILLA EDETS KOMMUN", "MALMÖ STAD", "ÖVRE-TESTBY KOMMUN"),
    leaves=("KOMMUNSTYRELSEN", "Uppsala kommun"),
)

MUNICIPALITY_ALONE = Pattern(
    rf"^(?:{_NO_BODY}{_TOWN_WORD} ){{1,3}}(?:(?:skärgårds)?kommun|[Ss]tad)$",
    catches=("Testlands-Näs kommun", "Göteborgs Stad", "Uppsala kommun", "Testlands skärgårdskommun"),
    leaves=("Viltnämnden Testby kommun", "Inkom till Uppsala kommun 2024-11-05", "Uppsala kommun, 753 75 Uppsala"),
)

# "Region Testland", "Region Testlands län", "Västra Testlandsregionen", "Testlands läns landsting"
# A region's second name; no word of a body: "Region Testland Tekniska nämnden", "Region Testland Hälso- och sjukvårdsnämnden"
_NO_TOWN = r"(?!\w{0,30}(?:a(?!\w)|-))(?!(?i:\w{0,30}(?:nämnd|styrelse|fullmäktige|utskott|beredning|delegation|råd|direktion|protokoll|datum|förvaltning|kontor|kallelse|sida)))"
# What a federation is for, in its name: "Kommunalförbundet Testlands miljö och avfall"
_CARES_FOR = r"(?:miljö|avfall|vatten|renhållning|räddningstjänst|utbildning|gymnasium|vård|omsorg|hälsa|kollektivtrafik|sjukvård|samhällsskydd|beredskap)"
_REGION = rf"(?:Region [A-ZÅÄÖ]{_W}{{1,20}}(?: län| {_NO_TOWN}[A-ZÅÄÖ]{_W}{{2,20}})?|(?:[A-ZÅÄÖ]{_W}{{2,20}} )?[A-ZÅÄÖ]{_W}{{2,20}}sregionen|[A-ZÅÄÖ]{_W}{{2,20}}s läns landsting|Landstinget(?: i)? [A-ZÅÄÖ]{_W}{{2,20}}|(?:(?:Kommunal|Samordnings|Räddningstjänst|Gymnasie|Utbildnings|Avfalls)förbundet|Räddningstjänsten)(?: [A-ZÅÄÖ]{_W}{{1,30}}){{1,3}}(?:(?<=s) {_CARES_FOR}(?:,? (?:och )?{_CARES_FOR}){{0,3}}(?!\w))?|(?:[A-ZÅÄÖ]{_W}{{2,20}} )?[A-ZÅÄÖ]{_W}{{2,20}}s (?:kommunal|räddningstjänst|samordnings|utbildnings|gymnasie|avfalls)förbund)"
REGION = Pattern(
    rf"(?<!\w)(?P<name>{_REGION})(?!\w)",
    catches=(
        "Region Testland",
        "Region Testlands län",
        "Region Testland Fjällen",
        "Västra Testlandsregionen",
        "Landstinget i Testland",
        "Kommunalförbundet Östra Testland",
        "Kommunalförbundet Testlands miljö och avfall",
        "Testlands räddningstjänstförbund",
        "Samordningsförbundet Södra Ån",
        "Räddningstjänsten Mittdalen",
    ),
    leaves=("regionen", "Räddningstjänsten", "Regionstyrelsen", "Region"),
)
REGION_ALONE = Pattern(
    rf"^{_REGION}$", catches=("Region Testland",), leaves=("Region Testland, regionfullmäktige", "Regionstyrelsen")
)
REGION_IN_CAPITALS = Pattern(
    r"^(?P<name>REGION [A-ZÅÄÖ]{2,20}(?: LÄN)?)$",
    catches=("REGION TESTLAND", "REGION TESTLANDS LÄN"),
    leaves=("REGIONSTYRELSEN", "REGION", "Region Testland"),
)

COUNCIL_OF = Pattern(
    rf"[Tt]ill (?P<town>[A-ZÅÄÖ]{_W}{{1,20}}(?: [A-ZÅÄÖ]{_W}{{1,20}})?) (?:kommun|stads)fullmäktige(?!\w)",
    catches=("Motion till Uppsala kommunfullmäktige",),
    leaves=("Till kommunfullmäktige", "till Göteborgs Stad"),
)

# A body and its town: of those that a town has one of, the town is no part of the name.
BODY_IN_TOWN = Pattern(
    rf"^(?P<organ>{_W}{{1,40}}{_BODY_END})(?: i)? (?P<town>(?:[A-ZÅÄÖ]{_W}{{1,20}} ){{1,3}}(?:kommun|[Ss]tad))$"
    rf"|^(?P<organ2>(?:Kommun|Stads|Region)(?:fullmäktige|styrelsen)(?:s arbetsutskott)?|(?:Överförmyndar|Val|Krislednings)nämnden) i [A-ZÅÄÖ]{_W}{{1,20}}$",
    catches=(
        "Socialnämnden i Testlands kommun",
        "Viltnämnden Testby kommun",
        "Kommunstyrelsen i Testby",
        "Kommunstyrelsens arbetsutskott i Testby",
        "Valnämnden i Testby",
    ),
    leaves=(
        "Kommunstyrelsen",
        "Områdesnämnden i Testby",
        "Nämnden för arbete i Testby",
        "Kommunstyrelsen i egna ärenden",
    ),
)

# What stands between bodies that met together; a committee, or what only a body's office is, is no body of its own.
BETWEEN_BODIES = Pattern(
    r"(?<!-)(?:,(?: och| samt)?|(?<!-,) och| samt|/) ?(?=[A-ZÅÄÖ])(?!\w{0,30}(?:utskott|presidi|delegation|avdelning))",
    catches=("Parknämnden, Tekniska nämnden", "Parknämnden och Miljönämnden", "Parknämnden/Miljönämnden"),
    leaves=("Mark- och miljönämnden", "Kommunstyrelsen, arbetsutskottet", "Parknämnden, Arbetsutskottet"),
)

# The town before a body in the form that is its name: "Älnsjö kommuns socialnämnden Norr"; "Lunds kommuns socialnämnd" is one.
BODY_OF_TOWN = Pattern(
    rf"^{_OF_TOWN}(?<=s )(?P<organ>{_FIRST_PART}{_W}{{0,40}}(?:nämnden|styrelsen|utskottet|beredningen)(?: [A-ZÅÄÖ]{_W}{{2,20}})?)$",
    catches=("Göteborg Stads socialnämnden Sydväst", "Älnsjö kommuns valnämnden"),
    leaves=("Göteborgs Stads idrotts- och föreningsnämnd", "Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"),
)

# Whose minutes a title says that they are, where it is a company: "Protokoll fört vid styrelsemöte i Testbo Bostäder AB"
COMPANY = Pattern(
    rf"^(?:[A-ZÅÄÖ&]{_W}{{0,30}}(?:-{_W}{{1,30}})? ){{1,5}}(?:AB|Aktiebolag)(?: [A-ZÅÄÖ]{_W}{{2,30}})?$",
    catches=("Testbo Bostäder AB", "Förvaltnings AB Testborg"),
    leaves=("AB", "bolaget AB", "Anna Ek"),
)

# A line of a letterhead: "Till kommunfullmäktige", "Till Tekniska nämnden i Storby"
PUT_TO = Pattern(
    rf"^(?:Ställ[dt] )?[Tt]ill ?:? (?P<to>(?:{_W}{{2,20}} ){{0,2}}{BODY_NAME}(?: i [A-ZÅÄÖ]{_W}{{1,20}}(?: kommun)?)?)$",
    catches=("Till kommunfullmäktige", "Till: Tekniska nämnden", "Ställd till Kommunfullmäktige i Storby", "Till Storby kommunfullmäktige"),
    leaves=("Till kommunfullmäktige hör", "Till ordförande utses Anna Ek", "Kommunfullmäktige", "Motion till kommunfullmäktige"),
)  # fmt: skip

# A body that starts anew right after another receiver: "Avdelning anläggning Kommunstyrelsen". Not "Förvaltningen för Kommunstyrelsen".
BODY_AFTER_ANOTHER = Pattern(
    r"(?<=[a-zåäö] )(?<!\bför )(?<!\btill )(?<!\bav )(?<!\bi )(?<!\bvid )(?<!\bhos )(?<!\boch )(?<!\bunder )(?<!\bsamt )(?<!s )"
    r"(?P<organ>[A-ZÅÄÖ][a-zåäö]{3,30}(?:nämnden|styrelsen|utskottet|fullmäktige|kontoret|förvaltningen|direktören|chefen))(?!\w)",
    catches=("Avdelning anläggning Kommunstyrelsen", "Kommunstyrelsen Socialnämnden"),
    leaves=(
        "Förvaltningen för Kommunstyrelsen",
        "Göteborgs Stads Socialnämnden",
        "Socialnämnden Centrum",
        "Kommunstyrelsen",
    ),
)


def cited_organ(printed: str) -> str:
    """A body as a sentence cites it, without its genitive and in lower case at its head: "arbetsutskottet"; one in capitals in
    lower case throughout. What is short for a body stays as it is: "KS arbetsutskott"."""
    if printed.isupper() and len(printed) > _LONGEST_SHORT:
        return printed.lower()
    short = len(first := printed.split(" ", 1)[0]) > 1 and first.isupper()
    return printed if short else printed[:1].lower() + printed[1:]


def in_small(text: str) -> str:
    """The words of a lead; one in capitals as it would else be written: "KOMMUNSTYRELSEN BESLUTAR"."""
    return text.capitalize() if text.isupper() else text


# A body's name that breaks off before its part, and that part.
OWNS_PART = Pattern(
    r"^[A-ZÅÄÖ][a-zåäö]{2,30}(?:nämndens|styrelsens|fullmäktiges)$",
    catches=("Kommunstyrelsens", "Socialnämndens"),
    leaves=("Kommunstyrelsen", "Kommunstyrelsens beslut"),
)
PART_OF_BODY = Pattern(
    r"^[a-zåäö]{0,30}(?:utskott|presidium|beredning)$",
    catches=("arbetsutskott", "presidium"),
    leaves=("Arbetsutskott", "utskottet"),
)
