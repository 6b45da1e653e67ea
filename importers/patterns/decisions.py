"""How decisions open: who speaks, and to whom something is proposed."""

from __future__ import annotations

from importers.patterns.organs import WHOLE_BODY
from importers.patterns.pattern import Pattern

PROPOSED_TO = Pattern(
    rf"\bföresl(?:år|å|ås|og)(?: att)?(?: till)? (?P<organ>{WHOLE_BODY})(?!\w)(?! att (?:föreslår|förslag))",
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
    rf"^(?:(?:{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar (?:att )?)?föresl(?:år|å)|[Aa]tt föreslå) att (?!{WHOLE_BODY})[^.:;]{{2,160}}(?<!\w)[a-zåäö]{{4,20}}s(?: besvara[dt])?\.?$",
    catches=(
        "Nämnden föreslår att motionen bifalls.",
        "Socialnämnden föreslår att motionen anses besvarad.",
        "att föreslå att motionen avslås",
    ),
    leaves=("Nämnden föreslår att kommunfullmäktige antar taxan.", "Nämnden föreslår Anna Ek (S) till ordförande."),
)

# A clause that is itself a proposal to another body, under a lead that says nothing of it.
ASKS_OTHERS = Pattern(
    rf"^(?:[Aa]tt föreslå|(?:{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) föreslår) (?:att )?{WHOLE_BODY}(?!\w)(?! att (?:föreslår|förslag))",
    catches=(
        "att föreslå kommunfullmäktige att avslå motionen",
        "Nämnden föreslår regionstyrelsen att föreslå regionfullmäktige",
    ),
    leaves=("att avslå motionen", "Nämnden föreslår att motionen avslås"),
)

BODY_SPEAKS = Pattern(
    rf"^(?P<organ>{WHOLE_BODY}) (?:föreslår|beslutar|beslutade|beslöt|tillstyrker|avstyrker|avslår|bifaller|för egen del|för sin del)\b",
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
    rf"^{WHOLE_BODY} (?:föresl(?:år|og)|beslut(?:ar|ade)|beslöt|tillstyrker|avstyrker)\b",
    catches=("KOMMUNSTYRELSEN FÖRESLÅR ATT KOMMUNFULLMÄKTIGE BESLUTAR", "Socialnämnden beslutar"),
    leaves=("KOMMUNSTYRELSENS BESLUT", "Kommunstyrelsen  Protokoll", "KOMMUNSTYRELSENS FÖRSLAG TILL BESLUT"),
    ignore_case=True,
)

# A line in which the body does one thing more: "Kommunfullmäktige upphäver taxan från år 2019."
BODY_ACTS = Pattern(
    rf"^(?:{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) (?:ger|tar|(?!anser|menar|bedömer|konstaterar|noterar|delar|ansvarar|behöver|arbetar|består|fattar|har|är|kan|ser|vill)[a-zåäö]{{2,20}}(?:er|ar|år|är))(?= [^.:;]{{2,300}}\.?$)",
    catches=(
        "Kommunfullmäktige upphäver taxan från år 2019.",
        "Nämnden uppdrar åt direktören att teckna avtal om marken",
        "Kommunstyrelsens arbetsutskott uppdrar åt direktören att teckna avtal",
        "Sociala nämnden upphäver riktlinjen från år 2019.",
    ),
    leaves=("Kommunstyrelsen anser att taxan är för låg.", "Kommunstyrelsens ordförande", "Nämnden har prövat frågan."),
)

LEAD_START = Pattern(
    rf"^(?:{WHOLE_BODY} (?:föreslår|beslutar|beslutade|beslöt|tillstyrker|avstyrker|för egen del)\b|Enligt |På förslag av )",
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
    rf"^(?:{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar|beslutade|beslöt|föreslår)(?: [^.:;]{{2,80}})? (?:enligt )?följande(?: beslut| förslag)?\.$",
    catches=(
        "Parknämnden föreslår kommunstyrelsen att fatta följande beslut.",
        "Regionfullmäktige beslutar följande.",
        "Nämnden beslutade enligt följande.",
    ),
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
    rf"^(?:(?P<mark>[-–•])(?= ?att ))? ?(?:[Aa]tt|[Aa] t t) (?=[a-zåäöA-ZÅÄÖ])(?!{WHOLE_BODY} (?:ska(?:ll)? |föreslår |föreslå )?(?:att )?(?:besluta|föreslå))",
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
    rf"^(?:(?:{WHOLE_BODY}|[A-ZÅÄÖ][a-zåäö]{{3,40}}(?:en|et)) (?:beslutar|beslutade|beslöt|utsåg|godkände)(?: enhälligt| följande)?(?: att\b| [a-zåäö]|$|:)"
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
    rf"^(?P<organ>{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar(?: (?:enhälligt|således|därmed|alltså|därför|sålunda|härmed|vidare)){{0,2}}(?: att\b| följande|:|$| för egen del)|föreslår (?:att )?{WHOLE_BODY} (?:att )?(?:besluta|beslutar)\b)",
    catches=("Kommunfullmäktige beslutar att avslå motionen.", "Kommunstyrelsen föreslår kommunfullmäktige besluta"),
    leaves=("Kommunfullmäktige beslutade den 3 maj att", "Kommunstyrelsen beslutar om taxan årligen"),
)

# The same without "att": a whole paragraph that says what a body does. "Kommunfullmäktige godkänner kungörelsen."
PLAIN_ACT = Pattern(
    rf"^(?P<organ>{WHOLE_BODY}|Nämnden|Styrelsen|Utskottet) (?:beslutar|godkänner|antecknar|lägger|utser|väljer|noterar|avslår|bifaller|bordlägger|återremitterar|remitterar|antar|fastställer|beviljar|medger|uppdrar|delegerar|upphäver|förordnar|entledigar|överlämnar|överlåter|hänskjuter|översänder|avskriver|ställer sig bakom|(?:tar|har tagit|tog) (?:del av|emot)|tackar för)(?! (?:normalt|vanligen|vanligtvis|oftast|ofta|alltid|ibland|sällan|årligen|varje (?:år|månad|möte))(?!\w)) [^.]{{2,400}}\.?$",
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

# The body that a proposal is made to where only its first sentence names it: "Kommunstyrelsen avslår begäran."
BODY_ASKED = Pattern(
    rf"^(?P<organ>{WHOLE_BODY})(?: föreslås)? (?!föreslår(?!\w)|anser(?!\w)|har(?!\w))(?:ger|tar|[a-zåäö]{{2,20}}(?:er|ar|år|är)|besluta)(?!\w)",
    catches=("Kommunstyrelsen avslår begäran.", "Kommunfullmäktige beslutar att", "Kommunstyrelsen föreslås besluta"),
    leaves=("Kommunstyrelsens ordförande", "Begäran avslås", "Kommunstyrelsen föreslår kommunfullmäktige"),
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
