"""What a title says the § answers."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, LONG_NAMES, NAME

_ONE = rf"{NAME} \({CODE}\)(?: m\.? ?fl\.?| med flera)?"
_PEOPLE = rf"{_ONE}(?:, {_ONE}){{0,9}}(?:,? (?:och|samt) {_ONE})?"
_KIND = r"(?P<kind>[Mm]otion(?:en)?|[Mm]edborgarförslag(?:et)?|[Ii]nterpellation(?:en)?)(?: (?:nr )?(?:(?:19|20)\d\d[:/]\d{1,4}|\d{1,4}[:/-](?:19|20)?\d\d))?"

# A party that moves, through somebody or with nobody named: "Centerpartiet, genom Rune Wik,".
_THROUGH = rf"(?i:{LONG_NAMES})(?: \({CODE}\))?(?:,? genom {NAME}(?: \({CODE}\))?,?)?"
_TO = r"(?: till [^.:;]{3,80}?)?"

ANSWERS_FROM = Pattern(
    rf"^(?:(?:Svar på|Besvarande av|Yttrande över|Beredning av|Remiss av|Yttrande till)(?: remiss av| remitterad)? )?{_KIND}(?: \([^)]{{1,20}}\))?(?: -)?"
    rf" (?:om |angående |gällande |- )?(?P<title>.{{3,400}}?) (?:från|av|väckt av) (?P<movers>{_PEOPLE})$",
    catches=(
        "Svar på motion om att inrätta en särskilt avhopparverksamhet för barn och unga från Jennie Claesson (L)",
    ),
    leaves=("Val av justerare", "Motion av Anna Ek (C) om lekplatser"),
)

# A motion's movers behind a comma or a dash; behind an interpellation it may be whoever answers it.
ANSWERS_BEHIND = Pattern(
    rf"^(?:(?:Svar på|Besvarande av) )?(?P<kind>[Mm]otion(?:en)?) (?:om|angående|gällande) (?P<title>[^.:;]{{3,300}}?)(?:,| [–-]) (?P<movers>{_PEOPLE})$",
    catches=(
        "Motion om cykelväg längs ån, Emma Hed (C) och Ida Vester (L)",
        "Svar på motion om bänkar i parken – Bo Ahl (M) m.fl.",
    ),
    leaves=(
        "Interpellation om bryggor, Anna Ek (S)",
        "Motion om bryggor, Hamnbolaget",
        "Val efter Bo Ahl, Anna Ek (S)",
    ),
)

ANSWERS_BY = Pattern(
    rf"^(?:(?:Svar på|Besvarande av|Yttrande över|Yttrande angående|Yrkande angående|Beredning av)(?: [-–])? )?{_KIND} (?:av|från) (?P<movers>{_PEOPLE}|{_THROUGH}){_TO}(?:,? (?:om |angående |gällande |[–-] )|: )(?P<title>.{{3,400}})$",
    catches=(
        "Svar på motion från Bo Ahl (M) m.fl. om cykelbanor",
        "Svar på motion 2025:14 av Bo Ahl (M) om cykelbanor",
        "Motion 12-2024 av Bo Ahl (M) om cykelbanor",
        "Motion av Bo Ahl (M) – Gör staden till en cykelstad",
        "Motion från Vänsterpartiet om sex timmars arbetsdag",
        "Svar på motion från Centerpartiet, genom Bo Ahl, om trygga hållplatser",
        "Interpellation från Bo Ahl (M) till kommunstyrelsens ordförande om tomma lokaler",
        "Motion av Anneli Rhedin (M) och Sofie Gyllenwaldt (M) om att hitta former för skolmaten",
    ),
    leaves=("Svar på motion om lekplatser från Anna Ek (C)",),
)

ANSWERS_PLAIN = Pattern(
    rf"^(?:Svar på|Besvarande av|Yttrande över) {_KIND}(?:(?:,| och)? \([A-ZÅÄÖ][A-Za-zåäö]{{0,4}}\)){{0,4}}(?: [-–])?(?: till [^.:;]{{3,60}}?(?= om | angående | gällande ))? (?:om |angående |gällande |- )?(?P<title>.{{3,400}})$",
    catches=(
        "Svar på motion om fler lekplatser",
        "Svar på motion (C) - Fler cykelställ",
        "Svar på interpellation (V) till nämndens ordförande om bryggor",
    ),
    leaves=("Motion om fler lekplatser", "Svar på revisionsrapport"),
)

# A title names its matter; a sentence says who does what. Up to the verb nothing opens a clause of its own ("om att …").
_SUBJECT = r"^[A-ZÅÄÖ](?:(?! (?:om|att|som|angående|gällande) )[^.!?]){2,200}?"

SOMETHING_HAPPENS = Pattern(
    rf"{_SUBJECT} (?:har|håller|hälsar|besvarar|besvaras|ställer|meddelar|informerar|anmäler|föredrar|redovisar|tackar|avtackas|lämnar|förklarar|finner)(?!\w)",
    catches=(
        "Nämndens tidigare ledamot Anna Ek (S) har avlidit.",
        "Ordföranden håller ett anförande till minne av den avlidne.",
    ),
    leaves=("Motion av Anna Ek (S) om att kommunen har för få bänkar.", "Redovisning av obesvarade motioner."),
)

# The same of any sentence, where a title may go on in the line beneath: it has a verb of its own.
TELLS = Pattern(
    rf"^Ing(?:a|en|et) |{_SUBJECT} (?:är|blir|gås|går|hålls|läggs|lägger|genomförs|godkänns|godkänner|fastställs|fastställer|antar|noteras|noterar|antecknas|antecknar|utses|utser|väljs|väljer|uppdrar|beviljar|avslår|bifaller|tillstyrker|beslutar|beslutas|föreslår|föreslås|yrkar|redogör|berättar|presenterar|öppnar|avslutar|framför|önskar|anser|diskuterar|konstaterar|bordläggs|återremitteras|avslås|bifalls|öppnas|öppnade|avslutas|avslutade|hälsade|informerade|redogjorde|redovisade|berättade|tackade)(?!\w)",
    catches=(
        "Protokoll från 2025-04-09 gås igenom och läggs till handlingarna.",
        "Nästa möte hålls den 10 september kl. 09.00.",
        "Inga övriga frågor.",
        "Kommunstyrelsen fastställer taxan.",
        "Anna Ek öppnade mötet.",
    ),
    leaves=("Redovisning av obesvarade motioner.", "Svar på motion om att priset är för högt."),
)

SOMEBODY_ANSWERS = Pattern(
    rf"{_SUBJECT} besvarar (?:interpellationen|frågan|enkla frågan)(?!\w)",
    catches=("Ordföranden i hamnnämnden Anna Ek (S) besvarar interpellationen varefter överläggning äger rum.",),
    leaves=("Interpellation om att ingen besvarar frågan om bryggor.", "Svar på interpellation"),
)

# A § in which people speak, ask and answer, and where nobody looks for a decision.
ONLY_TELLS = Pattern(
    r"^(?:anföranden?|(?:allmänhetens )?frågestund(?:en)?|parentation(?:er)?|upprop|avtackning(?:ar)?|ajournering(?:ar)?|information(?:er|särenden)?(?: (?:om|från|angående|kring) .{1,300})?|övriga frågor|\w{3,40}s (?:information|anmälningar|meddelanden)|(?:sammanträdet|mötet)s? (?:öppna|avsluta)\w{1,4}|interpellation\w{0,2} .{1,400}|(?:enkel )?fråga .{1,400})$",
    catches=(
        "Anförande",
        "Frågestund",
        "Information om snöröjningen",
        "Kommundirektörens anmälningar",
        "Interpellation av Anna Ek (S) om bryggor",
    ),
    leaves=("Anförandet ajourneras", "Svar på motion", "Val av justerare", "Frågan bordläggs"),
    ignore_case=True,
)
# A word by which something may be decided.
DECIDES_SOMEHOW = Pattern(
    r"\bbesl(?:ut|öt)|\bhandlingarna\b|\b(?:noter|anteckna|godkänn|bifall|bifölls|avsl[åo]|bordl|återremi|besvarad|utse|välj|fastställ|anta[rs]?\b|uppdra|medge|bevilja|lägg[es]|förklara)",
    catches=("Nämnden beslutar att", "läggs till handlingarna", "Informationen noteras.", "anses besvarad"),
    leaves=("besvarar interpellationen", "håller ett anförande", "Kommundirektören informerar"),
    ignore_case=True,
)

# A title of a matter that somebody has raised, whose words the § repeats before it is treated.
OF_A_PAPER_BY_TITLE = Pattern(
    r"(?<!\w)(?:motion|medborgarförslag|ledamotsförslag|invånarförslag|interpellation|\w{0,20}initiativ|e-förslag|folkinitiativ|skrivelse|fråga|remiss|begäran|ansökan|hemställan)",
    catches=("Svar på motion om bad", "Ledamotsinitiativ om bryggor"),
    leaves=("Taxa för 2026",),
    ignore_case=True,
)

# What a meeting opens with: a § that nobody wants an extract of.
OPENS_MEETING = Pattern(
    r"^(?:upprop|mötets öppnande|(?:mötet|sammanträdet) öppnas|(?:val|utseende) av (?:protokolls)?justerare|(?:godkännande|fastställande) av (?:dagordning|föredragningslista|ärendelista)n?(?:en)?)(?!\w)",
    catches=("Upprop", "Mötets öppnande", "Val av justerare", "Fastställande av föredragningslistan"),
    leaves=("Upproparen", "Val av ledamot i valnämnden", "Godkännande av årsredovisning"),
    ignore_case=True,
)

# A title that holds a sentence which decides: "Delårsrapport Direktionen beslutade att godkänna rapporten."
DECIDES_IN_TITLE = Pattern(
    r"[^ ] [A-ZÅÄÖ][a-zåäö]{3,40} (?P<word>beslutar|beslutade|beslöt|utsåg|godkändes|antogs|avslogs|bifölls|yrkade|föreslog)(?!\w)[^?]{0,300}\.$",
    catches=("Delårsrapport Direktionen beslutade att godkänna rapporten.", "Dagordning Dagordningen godkändes."),
    leaves=("Motion om att kommunen beslutar för lite", "Uppföljning av vad fullmäktige beslutade"),
)
