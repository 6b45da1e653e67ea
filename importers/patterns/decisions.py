"""How decisions open: who speaks, and to whom something is proposed."""

from __future__ import annotations

from importers.patterns.organs import ANY_NAME, BODY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME

_GENITIVE = r"(?:[A-Za-zÅÄÖåäö]{2,40}s (?=arbetsutskott|presidi|fullmäktige))?"

_BODY = rf"(?:{_GENITIVE}{BODY_NAME}|{TWO_WORDS})"

PROPOSED_TO = Pattern(
    rf"\bföresl(?:år|å|ås|og)(?: att)?(?: till)? (?P<organ>{_BODY})(?!\w)(?! att (?:föreslår|förslag))",
    catches=(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "föreslår kommunstyrelsen föreslå kommunfullmäktige besluta",
        "beslutar att föreslå kommunfullmäktige att",
        "föreslår att kommunfullmäktige beslutar:",
        "Direktionen föreslår medlemskommunernas fullmäktige att anta taxan.",
    ),
    leaves=("Kommunstyrelsen beslutar", "föreslår att motionen avslås", "På förslag av kommunstyrelsen"),
    ignore_case=True,
)

# A body's proposal that does not say to whom it is made: it decides nothing.
PROPOSES_TO_NOBODY = Pattern(
    rf"^(?:(?:{_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar (?:att )?)?föresl(?:år|å)|[Aa]tt föreslå) att (?!{_BODY})[^.:;]{{2,160}}(?<!\w)[a-zåäö]{{4,20}}s(?: besvara[dt])?\.?$",
    catches=(
        "Nämnden föreslår att motionen bifalls.",
        "Socialnämnden föreslår att motionen anses besvarad.",
        "att föreslå att motionen avslås",
    ),
    leaves=("Nämnden föreslår att kommunfullmäktige antar taxan.", "Nämnden föreslår Anna Ek (S) till ordförande."),
)

# A clause that is itself a proposal to another body, under a lead that says nothing of it.
ASKS_OTHERS = Pattern(
    rf"^(?:[Aa]tt föreslå|(?:{_BODY}|Nämnden|Styrelsen|Utskottet) föreslår) (?:att )?{_BODY}(?!\w)(?! att (?:föreslår|förslag))",
    catches=(
        "att föreslå kommunfullmäktige att avslå motionen",
        "Nämnden föreslår regionstyrelsen att föreslå regionfullmäktige",
    ),
    leaves=("att avslå motionen", "Nämnden föreslår att motionen avslås"),
)

BODY_SPEAKS = Pattern(
    rf"^(?P<organ>{_BODY}) (?:föreslår|beslutar|beslutade|beslöt|tillstyrker|avstyrker|avslår|bifaller|för egen del|för sin del)\b",
    catches=(
        "Kommunstyrelsens arbetsutskott föreslår",
        "Socialnämnden beslutar att föreslå",
        "Kommunstyrelsen tillstyrker",
        "Tekniska nämnden beslutar",
    ),
    leaves=("Ärendet bordläggs", "Berörda nämnden beslutar", "Socialnämndens beslut"),
)

# The same in any letters, where it need not open a decision: such a line is no head or foot of a page, however often it comes.
BODY_SAYS = Pattern(
    rf"^{_BODY} (?:föresl(?:år|og)|beslut(?:ar|ade)|beslöt|tillstyrker|avstyrker)\b",
    catches=("KOMMUNSTYRELSEN FÖRESLÅR ATT KOMMUNFULLMÄKTIGE BESLUTAR", "Socialnämnden beslutar"),
    leaves=("KOMMUNSTYRELSENS BESLUT", "Kommunstyrelsen  Protokoll", "KOMMUNSTYRELSENS FÖRSLAG TILL BESLUT"),
    ignore_case=True,
)

# A line in which the body does one thing more: "Kommunfullmäktige upphäver taxan från år 2019."
BODY_ACTS = Pattern(
    rf"^(?:{_BODY}|Nämnden|Styrelsen|Utskottet) (?:ger|tar|(?!anser|menar|bedömer|konstaterar|noterar|delar|ansvarar|behöver|arbetar|består|fattar|har|är|kan|ser|vill)[a-zåäö]{{2,20}}(?:er|ar|år|är))(?= [^.:;]{{2,300}}\.?$)",
    catches=(
        "Kommunfullmäktige upphäver taxan från år 2019.",
        "Nämnden uppdrar åt direktören att teckna avtal om marken",
        "Kommunstyrelsens arbetsutskott uppdrar åt direktören att teckna avtal",
        "Sociala nämnden upphäver riktlinjen från år 2019.",
    ),
    leaves=("Kommunstyrelsen anser att taxan är för låg.", "Kommunstyrelsens ordförande", "Nämnden har prövat frågan."),
)

LEAD_START = Pattern(
    rf"^(?:{_BODY} (?:föreslår|beslutar|beslutade|beslöt|tillstyrker|avstyrker|för egen del)\b|Enligt |På förslag av )",
    catches=(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "Enligt kommunstyrelsens förslag",
        "På förslag av Axel Josefson (M)",
    ),
    leaves=("Motionen avslås",),
)

LEAD_END = Pattern(
    r"(?:\bbesluta(?:r|de)?(?: (?:således|därmed|alltså|därför|sålunda|enhälligt|efter (?:omröstning|votering)|genom (?:omröstning|votering|acklamation)))?|\bbesluta(?:r|de)?,? (?:med stöd av|enligt|jämlikt) [^;\n]{3,160}?(?:balken|lagen|förordningen|\d{4}:\d{1,5}\)|\d §)|\bbeslöt|\batt|\bföljande|\bförslag|\bför (?:egen|sin) del|\bföresl(?:år|å) (?:\w{0,30}fullmäktige|\w{0,30}styrelsen|\w{0,30}nämnden))$",
    catches=(
        "föreslår kommunfullmäktige besluta",
        "beslutar att föreslå kommunfullmäktige att",
        "Kommunstyrelsen föreslår kommunfullmäktige",
        "Kommunstyrelsen beslutar för egen del",
        "Stadsfullmäktige beslutar således",
        "Kommunstyrelsen beslutar efter votering",
        "Miljönämnden beslutar med stöd av 26 kap. 9 § miljöbalken",
        "Nämnden beslutar enligt 9 kap. 31 b § plan- och bygglagen (2010:900)",
    ),
    leaves=("att besvara motionen med föredragningen i ärendet.",),
)

# The same as a sentence: "Regionfullmäktige beslutar följande."
DECIDES_AS_FOLLOWS = Pattern(
    rf"^(?:{_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar|beslutade|beslöt|föreslår)(?: [^.:;]{{2,80}})? (?:enligt )?följande\.$",
    catches=("Regionfullmäktige beslutar följande.", "Nämnden beslutade enligt följande."),
    leaves=("Nämnden beslutar följande", "Nämnden beslutar följande taxa. Den gäller."),
)

# A lead that is broken in two, whose second line looks like a heading: "… arbetsutskott föreslår att" over "Kommunstyrelsen beslutar:".
PROPOSES_STILL = Pattern(
    r"\b(?:föreslår|föreslog|hemställer|tillstyrker|rekommenderar)(?: att)?$",
    catches=("Kommunstyrelsens arbetsutskott föreslår att", "PARKNÄMNDEN FÖRESLÅR", "Nämnden hemställer att"),
    leaves=("Parknämnden föreslår att motionen avslås.", "Parknämndens förslag"),
    ignore_case=True,
)
DECIDES_BENEATH = Pattern(
    r"^[A-ZÅÄÖ][\w-]{2,40}(?: [\w-]{1,40}){0,4} beslut(?:ar|ade|a)(?: att)?:?$",
    catches=("Kommunstyrelsen beslutar:", "KOMMUNFULLMÄKTIGE BESLUTAR ATT", "Regionfullmäktige besluta"),
    leaves=("Beslut", "Kommunstyrelsens beslut", "Kommunstyrelsen beslutar att avslå motionen."),
    ignore_case=True,
)

# An att-sats that no mark stands before, or one that is not parted from it: "att avslå motionen", "-att anta förslaget".
PLAIN_CLAUSE = Pattern(
    rf"^(?:(?P<mark>[-–•])(?= ?att ))? ?(?:[Aa]tt|[Aa] t t) (?=[a-zåäöA-ZÅÄÖ])(?!{_BODY} (?:ska(?:ll)? |föreslår |föreslå )?(?:att )?(?:besluta|föreslå))",
    catches=("att avslå motionen", "-att anta förslaget", "Att bifalla motionen", "a t t utse Eva Lind (S)"),
    leaves=("attesteras av", "- Motionen avslås", "att kommunfullmäktige beslutar:", "att kommunstyrelsen föreslår"),
)

# One more att-sats on a line of its own beneath another that has room left: "samt att översända beslutet".
ALSO_CLAUSE = Pattern(
    r"^(?:samt|och) att (?=[a-zåäö])",
    catches=("samt att översända beslutet till museet",),
    leaves=("samt att", "att översända", "samtidigt att"),
)

# A line after which an att-sats begins anew.
BEFORE_CLAUSE = Pattern(
    r"(?:[,;.:]|\bsamt|\boch|\bbesluta(?:r|de)?(?: (?:efter|genom) \w{4,12})?|\bbeslöt|\bför (?:egen|sin) del|fullmäktige|\bföljande|\bföreslår|(?:balken|lagen|förordningen)(?: \(\d{4}:\d{1,5}\))?)$",
    catches=(
        "att avslå motionen, samt",
        "för vidare beslut i kommunfullmäktige",
        "med stöd av 26 kap. 9 § miljöbalken",
        "Kommunstyrelsen beslutar",
        "att avslå motionen,",
    ),
    leaves=("Nämnden får i uppdrag", "med hänvisning till"),
)

# A sentence of a paragraph in which one thing more is decided: "Vidare föreslås att taxan höjs."
DECIDED_BESIDES = Pattern(
    r"^(?:Vidare|Likaså|Slutligen|Dessutom|Därutöver|Därjämte|Därtill|Samtidigt) (?:föreslås|föreslår|beslutas|beslutar|beslutades|beslutade|beslöts|beslöt|uppdras)(?: [^.:;]{1,60}?)? att (?=\S)",
    catches=(
        "Vidare föreslås att taxan höjs.",
        "Likaså beslutar kommunstyrelsen att avslå motionen.",
        "Slutligen uppdras åt nämnden att se över taxan.",
    ),
    leaves=("Vidare framgår att taxan är låg.", "Slutligen föreslås en ny taxa.", "vidare föreslås att"),
)

# A line that says what was or is decided, by whatever body, and is no title: "Direktionen beslutade att", "Dagordningen godkändes."
DECIDED = Pattern(
    rf"^(?:(?:{_BODY}|[A-ZÅÄÖ][a-zåäö]{{3,40}}(?:en|et)) (?:beslutar|beslutade|beslöt|utsåg|godkände)(?: enhälligt| följande)?(?: att\b| [a-zåäö]|$|:)"
    r"|[A-ZÅÄÖ][a-zåäö]{3,40} (?:godkändes|fastställdes|antogs|avslogs|bifölls|bordlades|återremitterades|noterades|antecknades|lades till handlingarna)\.?$)",
    catches=(
        "Direktionen beslutade att godkänna delårsrapporten",
        "Valnämnden beslutade enhälligt",
        "Dagordningen godkändes.",
        "Direktionen utsåg två firmatecknare",
    ),
    leaves=("Beslut om taxa", "Redovisning av vad nämnden beslutade", "Antogs planen?"),
)

# A sentence that decides, with no heading over it: "Kommunfullmäktige beslutar att avslå motionen."
PLAIN_DECISION = Pattern(
    rf"^(?P<organ>{_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar(?: (?:enhälligt|således|därmed|alltså|därför|sålunda|härmed|vidare)){{0,2}}(?: att\b| följande|:|$| för egen del)|föreslår (?:att )?{_BODY} (?:att )?(?:besluta|beslutar)\b)",
    catches=("Kommunfullmäktige beslutar att avslå motionen.", "Kommunstyrelsen föreslår kommunfullmäktige besluta"),
    leaves=("Kommunfullmäktige beslutade den 3 maj att", "Kommunstyrelsen beslutar om taxan årligen"),
)

# The same without "att": a whole paragraph that says what a body does. "Kommunfullmäktige godkänner kungörelsen."
PLAIN_ACT = Pattern(
    rf"^(?P<organ>{_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar|godkänner|antecknar|lägger|utser|väljer|noterar|avslår|bifaller|bordlägger|återremitterar|remitterar|antar|fastställer|beviljar|medger|uppdrar|delegerar|upphäver|förordnar|entledigar|överlämnar|överlåter|hänskjuter|översänder|avskriver|ställer sig bakom|(?:tar|har tagit|tog) (?:del av|emot)|tackar för)(?! (?:normalt|vanligen|vanligtvis|oftast|ofta|alltid|ibland|sällan|årligen|varje (?:år|månad|möte))(?!\w)) [^.]{{2,400}}\.?$",
    catches=(
        "Kommunfullmäktige godkänner kungörelsen.",
        "Tekniska utskottet överlämnar ärendet till kommunstyrelsen utan eget ställningstagande.",
        "Nämnden har tagit del av delegationsbesluten.",
        "Regionstyrelsen utser Eva Lind att justera protokollet.",
    ),
    leaves=(
        "Kommunfullmäktige godkände avsägelsen.",
        "Nämnden antar en plan. Den gäller i tre år.",
        "Styrelsen godkänner normalt rapporterna i mars.",
    ),
)

# The same in the passive, of the matter itself, as all that ends a presentation: "Därmed förklaras interpellationen besvarad."
PLAIN_PASSIVE = Pattern(
    r"^(?:(?:Därmed|Härmed) (?:förklaras|är|anses) (?:interpellationen|frågan|motionen|medborgarförslaget|ärendet) (?:därmed )?besvara[dt]"
    r"|(?:Interpellationen|Frågan|Motionen|Medborgarförslaget) (?:förklaras|anses|är) (?:därmed |härmed )?(?:vara )?besvara[dt]"
    r"|(?:Interpellationen|Frågan) får (?:ställas|framställas)(?: och (?:besvaras|ska besvaras) av [^.:;]{2,80})?"
    r"|(?:Ärendet|Motionen|Interpellationen|Frågan|Medborgarförslaget|Punkten) (?:bordläggs|återremitteras)(?: till (?:nästa|nästkommande|kommande|fullmäktiges|nämndens|styrelsens)(?: (?!för )[^\s.:;]{1,20}){1,6})?"
    r"|(?:Informationen|Redovisningen|Rapporten|Rapporterna|Protokollet|Meddelandena|Delgivningarna|Anmälan|Anmälningarna|Handlingarna|Skrivelsen|Skrivelserna)(?: (?:av|om|från) [^.:;]{2,120})? (?:läggs till (?:handlingarna|akte(?:n|rna))|(?:antecknas|noteras)(?: till protokollet)?)|Ärendet utgår(?: från (?:dagordningen|föredragningslistan))?)\.?$"
    r"|^Följande (?:motioner|medborgarförslag|e-förslag|interpellationer|ärenden) (?:(?:anmäls|väcks|har väckts) och )?(?:remitteras|överlämnas|lämnas|överlåts|hänskjuts) till [^.:;]{3,80}:"
    r"|^På (?:yrkande|förslag|begäran|hemställan|initiativ) (?:av|från) [^.:;]{3,200}? (?:bordläggs|återremitteras) (?:ärendet|motionen|frågan|medborgarförslaget)(?: till [^.:;]{2,80})?\.?$",
    catches=(
        "Frågan bordläggs till nästa sammanträde.",
        "Redovisningen av besluten läggs till handlingarna.",
        "Följande motioner anmäls och remitteras till kommunstyrelsen för beredning: 1. Motion",
        "Därmed förklaras interpellationen besvarad.",
        "Informationen läggs till handlingarna.",
        "Ärendet utgår.",
        "Frågan får ställas och besvaras av Bo Å (M).",
        "På yrkande av Anna Ek (S) bordläggs ärendet till nästa sammanträde.",
    ),
    leaves=("Motionen avslås.", "Interpellationen besvaras av Anna Ek (S).", "Ärendet bordläggs ofta."),
)

# A paper that somebody else has written, as a list names it: it does nothing itself.
PAPER_OF_OTHERS = Pattern(
    r"^(?:\d{1,2}[.)] )?(?:[A-ZÅÄÖ][\wåäö-]{2,40}(?: och [a-zåäö-]{3,30})?(?: [a-zåäöA-ZÅÄÖ-]{2,30}){0,3}s )?(?:(?:delegations)?beslut|dom(?:ar)?|yttrande|protokoll(?:sutdrag)?|skrivelse|rapport|cirkulär|remissvar|inbjudan|brev|tillsynsbeslut|granskning)(?:,| (?:den |\d{4}-|från |till |om |över |nr |\d{1,3}[:/]))(?!att )(?!.{0,200}(?: (?:[a-zåäö]{2,20}(?<!n)as|(?:av|över|ut)?ges|[a-zåäö]{0,12}(?:sänds|skrivs|fylls|delges|läggs|fogas|skickas|lämnas)|godkänns|fastställs|avslås|bifalls|bordläggs|upphävs|utses|väljs|återkallas|görs|tas|yrkar|instämmer|biträder|föreslår|reserverar|röstar|beslutar|begär|avstår|deltar|anmäler|antecknar)(?!\w)| till protokollet|\([A-ZÅÄÖ]{1,4}\)))",
    catches=(
        "Länsstyrelsens beslut 2024-06-14 om strandskydd, Ön 4.",
        "Mark- och miljödomstolens dom 2024-07-02, Kvarnen 3.",
        "2. Protokoll från räddningsnämnden",
        "Inbjudan till invigning",
        "Rapport om elevernas hälsa",
    ),
    leaves=(
        "Länsstyrelsens beslut överklagas.",
        "Nämnden beslutar om taxan",
        "Rapport om halkan godkänns.",
        "Beslut om återremiss fattas",
        "Beslut om att ansöka om bidrag",
        "Yttrande över planen lämnas till länsstyrelsen.",
        "Rapport om halkan delges tekniska nämnden.",
        "Yttrande från Bo Ås (M), bilaga 1",
    ),
    ignore_case=True,
)

# A heading over what a body proposes to a higher one: "Beslut – förslag till kommunfullmäktige", "Förslag till beslut i byggnadsnämnden".
PROPOSAL_HEADING = Pattern(
    rf"^(?P<decides>beslut ?[-–—:]? ?)?(?:(?P<owner>{ANY_NAME}|{TWO_WORDS}|(?:[A-ZÅÄÖ]\w{{2,40}}s )?\w{{2,30}}utskott)s )?förslag till (?:beslut (?:i|av|för|till) |yttrande till )?(?P<to>{BODY_NAME}|{TWO_WORDS})(?:s beslut|,? (?:för|till) (?:vidare )?beslut (?:i|av) (?P<further>{BODY_NAME}))? ?:?$",
    catches=(
        "Arbetsutskottets förslag till kommunstyrelsen för vidare beslut i kommunfullmäktige",
        "Förslag till kommunfullmäktige",
        "Kommunstyrelsens förslag till kommunfullmäktige",
        "Beslut – Förslag till kommunfullmäktige",
        "Förslag till beslut i byggnadsnämnden",
        "Kommunstyrelsens arbetsutskotts förslag till beslut i kommunstyrelsen",
        "Tekniska nämndens förslag till kommunfullmäktige",
        "Arbetsutskottets förslag till sociala nämnden",
    ),
    leaves=("Förslag till beslut", "Kommunstyrelsens förslag", "Förslag till detaljplan"),
    ignore_case=True,
)

# A heading over what a body proposes, which does not say to whom: "Arbetsutskottets förslag till beslut"; and the body that is
# to do so, which its first sentence names.
OWNERS_PROPOSAL = Pattern(
    rf"^(?P<owner>{ANY_NAME}|{TWO_WORDS}|(?:[A-ZÅÄÖ]\w{{2,40}}s )?\w{{2,30}}utskott)(?:et)?s förslag(?: till beslut)? ?:?$",
    catches=("Arbetsutskottets förslag till beslut", "Kommunstyrelsens förslag"),
    leaves=("Förslag till beslut", "Förvaltningens arbete"),
    ignore_case=True,
)
BODY_ASKED = Pattern(
    rf"^(?P<organ>{_BODY})(?: föreslås)? (?!föreslår(?!\w)|anser(?!\w)|har(?!\w))(?:ger|tar|[a-zåäö]{{2,20}}(?:er|ar|år|är)|besluta)(?!\w)",
    catches=("Kommunstyrelsen avslår begäran.", "Kommunfullmäktige beslutar att", "Kommunstyrelsen föreslås besluta"),
    leaves=("Kommunstyrelsens ordförande", "Begäran avslås", "Kommunstyrelsen föreslår kommunfullmäktige"),
)

# Beneath a decision a list of what has come in since, which is no part of it.
HAS_COME_IN = Pattern(
    r"^Följande (?:\w{2,20} )?(?:ordförande|delegations|delegerings)?(?:beslut|meddelanden|skrivelser|handlingar) (?:har (?:fattats|inkommit|delgivits|anmälts)|redovisas|redovisades|anmäls|anmäldes|delges|delgavs)(?: [^.:;]{2,80})?[.:]$|^(?!Nämnden|Styrelsen)[A-ZÅÄÖ][^.:;]{0,200}?\bhar (?:följande|nedanstående) [^.:;]{2,120}? (?:inkommit|kommit in|delgivits|anmälts|överlämnats)(?: till [^.:;]{2,80})?[.:]$",
    catches=(
        "Efter fullmäktiges sammanträde den 3 maj har följande motioner och skrivelser inkommit till fullmäktige.",
        "Följande ordförandebeslut har fattats:",
    ),
    leaves=("Följande motioner har inkommit.", "Motionen som har inkommit avslås."),
)

# What stands before it where it is not put off after all: "att avslå yrkandet om att återremittera ärendet".
NOT_PUT_OFF = Pattern(
    r"(?<!\w)(?:avslår?|avslog|avslagits?|avslås|inte|ej|yrkande\w{0,5}|förslag\w{0,3}) [^.;]{0,80}$",
    catches=("att avslå yrkandet om att ", "att inte ", "yrkandet om att ärendet ska avgöras idag eller "),
    leaves=("Kommunstyrelsen beslutar att ", "Motionen avslås. "),
)

# A decision that puts the matter off: what is proposed above it is not proposed yet.
PUTS_OFF = Pattern(
    r"(?<!\w)(?:[Ää]rendet|[Ff]rågan|[Pp]aragrafen|[Mm]otionen) (?:ska )?(?:återremitteras|bordläggs|bordläggas|utgår(?=[.,]|$| från (?:dagordningen|föredragningslistan|sammanträdet))|återförvisas)(?!\w)|(?<!\w)(?:återremitterar?|bordlägg(?:er|a)|återförvisar?) (?:ärendet|frågan|paragrafen|motionen)(?!\w)",
    catches=("Ärendet återremitteras.", "Kommunstyrelsen beslutar att bordlägga ärendet", "Ärendet utgår."),
    leaves=("Motionen avslås.", "att anta taxan", "Frågan utgår från planen."),
)

# A heading over all that became of the matter, elsewhere or at this meeting.
TOLD_IN_ORDER = Pattern(
    r"^(?:ärendets (?:behandling|gång)|behandling(?:en)?|handläggning)$",
    catches=("Ärendets behandling", "Ärendets gång"),
    leaves=("Ärendets tidigare behandling", "Ärendet"),
    ignore_case=True,
)

# A heading over what a body decides itself beside what it proposes: "Arbetsutskottets beslut för egen del".
OWN_PART = Pattern(
    r"\b(?:för (?:egen|sin) del|eget beslut|egna beslut|inom eget ansvarsområde):?$",
    catches=("Arbetsutskottets beslut för egen del", "Nämndens egna beslut:"),
    leaves=("Kommunstyrelsens beslut",),
    ignore_case=True,
)

OWN_PART_HEADING = Pattern(
    r"^(?P<organ>[A-ZÅÄÖ][\wåäö-]{2,40}(?: [\wåäö-]{2,40}){0,3}(?<!s))s (?:egna |eget )?beslut(?: för egen del)?:?$",
    catches=("Kommunstyrelsens beslut för egen del", "Nämndens egna beslut:", "Kommunstyrelsens beslut"),
    leaves=("Kommunstyrelsens beslut gäller tills vidare.", "Beslut", "Enligt nämndens beslut 3 maj"),
)

# What stands over clauses and is none: "Villkor" above the conditions of a permit, "a) Val av ordförande" above who is elected.
CLAUSE_HEADING = Pattern(
    r"^(?:Villkor(?: för (?:beslutet|tillståndet|dispensen|lovet))?|Särskilda villkor|Avgift(?:er)?|Krav|Föreläggande|Försiktighetsmått|Driftbudget|Investeringsbudget"
    r"|(?:(?:Fyllnads|Kompletterings|Person)?[Vv]al|Entledigande(?:n)?|Avsägelse(?:r)?|Nominering(?:ar)?)(?: (?:av|från|till|som|i|för|efter)(?: (?!(?:att|utses|väljs|utse|välja|ska|skall|förrättas|genomförs|bordläggs|sker|utgår|uppskjuts|noteras|godkänns|beviljas|återremitteras|hänskjuts|överlämnas)(?!\w))[^\s.:;]{1,40}){1,14})?) ?:?$",
    catches=(
        "Villkor",
        "Val av ordförande",
        "Val av ledamot i kulturnämnden efter Bo Ås (M)",
        "Fyllnadsval",
        "Avsägelser",
    ),
    leaves=("Villkor gäller.", "Val av ordförande bordläggs", "Till ordförande väljs Anna Ek", "Avgift: 1 200 kronor"),
)

_MEETING = (
    r"(?:(?:dagens|kvällens|dagens extra) )?(?:mötet|möte|sammanträdet|sammanträde|överläggningarna|förhandlingarna)"
)
_CLOCK = r"(?:,? (?:kl\.?|klockan) ?\d{1,2}(?:[.:]\d\d)?)?"

# A sentence that says how the meeting went, and decides nothing: that it is closed, or that all agree.
STATES_NOTHING = Pattern(
    rf"^(?:(?:(?:[Tt]jänstgörande |[Mm]ötes|[Mm]ötets |[Vv]ice )?[Oo]rdföranden?(?: {NAME}(?: \({CODE}\))?)?|{NAME} \({CODE}\)|[Hh]an|[Hh]on)(?: tackar [^.:;]{{2,120}}?,? och)? (?:förklarar|förklarade|avslutar|avslutade|hemförlovar)(?: därefter| därmed| härmed)? {_MEETING}(?: (?:är )?(?:för )?avslutat| avslutade)?{_CLOCK}"
    rf"|{NAME} \({CODE}\) tackar för svaret(?: [^.:;]{{2,80}})?|[Oo]rdföranden?(?: {NAME}(?: \({CODE}\))?)? tackar (?:för|ledamöterna|deltagarna|alla|samtliga|nämnden)(?!\w)[^.:;]{{2,120}}"
    rf"|(?:[Mm]ötet|[Ss]ammanträdet) (?:avslutas|avslutades|förklaras (?:för )?avslutat|förklarades (?:för )?avslutat|är avslutat){_CLOCK}"
    r"|(?:Samtliga|Alla|Ledamöterna|Partierna|Nämnden|Styrelsen|Utskottet|[A-ZÅÄÖ][a-zåäö]{2,40}s ledamöter)(?: [a-zåäö]{2,20}){0,3} (?:är|var) (?:helt )?(?:eniga|enig|enhälliga|enhällig|ense|överens)(?: (?:i|om) (?:beslutet|detta|förslaget|frågan|ärendet))?"
    r"|Beslutet kan överklagas[^.:;]{0,120}|Beslutet (?:har fattats|fattas|fattades) med stöd av (?:bestämmelse|regl|lag|\d)(?![^:;]{0,200} (?:ska(?:ll)?|gäller|träder|deltar|reserverar|mot|men) )[^:;]{3,200}"
    r"|(?:Paragrafen|Beslutet|Ärendet|Punkten|Protokollet|Valet|Valen) (?:är|var|har) omedelbart justera[dt]e?s?"
    r"|(?:Paragrafen|Beslutet|Ärendet|Punkten|Protokollet|Valet|Valen) (?:justeras|justerades|förklaras|förklarades) omedelbart(?: justera(?:d|t|de))?"
    rf"|(?:[Ee]rsättaren )?{NAME}(?: \({CODE}\))? (?:tjänstgör|tjänstgjorde|inträder|inträdde|går in|gick in|ersätter|ersatte)(?: som (?:tjänstgörande(?: \w{{0,20}})?|ersättare))? (?:som ordförande|i (?:hennes|hans|dennes|deras|dennas) ställe|i stället|istället|(?:i stället |istället )?för {NAME}(?: \({CODE}\))?)(?: i (?:detta ärende|ärendet|paragrafen))?"
    rf"|(?:Som|Till) (?:ny )?(?:justerare|ordförande) (?:i|för|under) (?:ärendet|paragrafen|detta ärende|behandlingen) (?:utses|inträder|väljs|tjänstgör) {NAME}(?: \({CODE}\))?"
    rf"|(?:{_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar|beslutade|beslöt|fattar beslutet|fattade beslutet) (?:enhälligt|(?:med|genom) acklamation|utan (?:omröstning|votering))"
    r"|(?:Beslutet (?:är|var) enhälligt|Beslutet (?:fattas|fattades|togs|tas) (?:enhälligt|med acklamation|utan (?:omröstning|votering))))\.?$",
    catches=(
        "Ordföranden förklarar mötet avslutat.",
        "Ordföranden Anna Ek (S) tackar för ett gott arbete och förklarar sammanträdet avslutat kl. 16.30.",
        "Mötet avslutas kl. 16.30.",
        "Ledamöterna är eniga.",
        "Paragrafen justeras omedelbart.",
        "Beslutet är omedelbart justerat.",
        "Valet förklaras omedelbart justerat.",
        "Bo Å (M) tjänstgör i hennes ställe.",
        "Bo Å (M) tjänstgör som ordförande i ärendet.",
        "Som justerare i ärendet utses Bo Å (M).",
        "Ersättaren Bo Å (M) tjänstgör i stället för Cia Berg (M).",
        "Bo Å (M) går in som tjänstgörande ersättare för Anna Ek (S).",
        "Samtliga ledamöter är eniga i beslutet.",
        "Kommunstyrelsens ledamöter är eniga",
        "Beslutet är enhälligt.",
        "Beslutet fattades med acklamation.",
        "Fullmäktige beslutar genom acklamation.",
        "Beslutet kan överklagas, se bilaga.",
        "Erik Lidén (fp) tackar för svaret.",
        "Beslutet har fattats med stöd av bestämmelserna om minoritetsåterremiss i 5 kap. 50 § kommunallagen.",
    ),
    leaves=(
        "Ordföranden förklarar Anna Ek (S) vald.",
        "Ordföranden avslutar projektet.",
        "Nämnden är enig med förvaltningen om taxan.",
        "Ledamöterna är eniga om att höja taxan.",
        "Mötet den 3 maj ställs in.",
        "Bo Å (M) inträder som ledamot i stället för Anna Ek (S).",
    ),
)

# A sentence that tells how something is, or what somebody says: beneath the marked clauses of a decision it is none of them.
TELLS_BESIDE = Pattern(
    r"^(?!Att |att )(?:[A-ZÅÄÖ][^\s.:;,]{0,40})(?: [^\s.:;,]{1,40}){0,4}? (?:är|var|har|hade|konstaterar|konstaterade|påpekar|påpekade|upplyser|upplyste|informerar|informerade|påminner|påminde|berättar|berättade|redogör|redogjorde|tackar|tackade|önskar|meddelar|meddelade)(?!\w)[^:;]{0,300}\.$",
    catches=(
        "Partierna har olika syn på frågan.",
        "Ordföranden påpekar att taxan är preliminär.",
        "Ärendet är brådskande.",
    ),
    leaves=(
        "Taxan gäller från den 1 maj.",
        "Nämnden får i uppdrag att tacka.",
        "att taxan är låg.",
        "1. Planen är antagen.",
    ),
)
