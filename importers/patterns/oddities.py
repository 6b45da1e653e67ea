"""What a value that was cut wrongly looks like."""

from __future__ import annotations

from importers.patterns.dates import SPAN_OF_YEARS
from importers.patterns.organs import BODY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME

CUT_SHORT = Pattern(
    r"(?:[-–,;:]|(?<!\w)(?:av|(?<!året )(?<!runt )om|till|från|för|i|på|med|och|samt|att|den|det|ett|en|vid|under|över|mellan|enligt|gällande|angående|avseende))$",
    catches=("Svar på motion om", "Val av ledamot i tekniska-", "Budget för"),
    leaves=("Svar på motion", "Gågata året om", "Frågor att ta upp", "Ärende om ö"),
    ignore_case=True,
)

# An official's paper has something to propose.
PROPOSES = Pattern(
    r"\bförslag till (?:beslut|yttrande|kommun|nämnd)|(?:styrelsen|nämnden) (?:föreslår|hemställer|förordar)|(?:kontoret|förvaltningen|direktören)(?: [a-zåäö]{2,20}){0,12} (?:föreslår|hemställer|förordar|tillstyrker|avstyrker)(?!\w)|(?:föreslår|förordar|tillstyrker|avstyrker) (?:därför |därmed )?\w{0,30}(?:kontoret|förvaltningen)(?!\w)|(?:kontorets|förvaltningens|nämndens|vårt|mitt) förslag är(?!\w)|\bföreslås\b[^.]{0,80}\bbeslut|\bbeslutsats|^förslag$",
    catches=(
        "Förslag till beslut",
        "Stadsledningskontoret föreslår",
        "Nämnden föreslås besluta",
        "Förslag",
        "Förvaltningen har utrett frågan och föreslår",
        "Därför förordar förvaltningen",
        "Förvaltningens förslag är att",
    ),
    leaves=("Eva Lind (L) föreslår att", "förslagsställaren", "Motionens förslag är dyrt"),
    ignore_case=True,
)

# A clause that tells of the meeting: a member who does something, or how the decision was taken.
TELLS_OF_MEMBERS = Pattern(
    rf"^(?:(?:(?:[Tt]jänstgörande |[Vv]ice )?(?:[Oo]rdföranden?|[Ee]rsättaren?|[Ll]edamoten) )?{NAME} \({CODE}\)|(?:[Vv]ice )?[Oo]rdföranden?)(?: m\. ?fl\.?)?(?:(?:, | och | samt ){NAME} \({CODE}\)){{0,8}} (?:(?!\w{{1,20}}ande(?!\w)|de(?!\w)|(?:skulle|borde|kunde)(?!\w))[a-zåäö]{{0,20}}(?:de|te|le|bad|gav|tog|fick|kom|gick|lät|stod)|(?:yrkar|yttrar|instämmer|röstar|reserverar|anmäler|lämnar|avstår|avviker|begär|vill|önskar|anser|anför|antecknar|informerar|redogör|redovisar|föredrar|berättar|svarar|frågar|tackar|konstaterar|förklarar|tillstyrker|avstyrker|ställer|finner|öppnar|avslutar|biträder|nominerar|inträder|deltar (?:inte|ej)))(?!\w)"
    rf"|^(?:Beslutet (?:fattas|fattades|tas|togs)(?! mot|\w| (?:med stöd|med förbehåll|med hänvisning|under förutsättning|i enlighet|enligt|inom|av |på delegation))|(?:Vid|I) (?:beslutet|handläggningen|behandlingen)(?: av ärendet)? (?:deltar|deltog|närvarar|närvarade|var)(?!\w))"
    r"|^(?:(?:[Ss]kriftlig(?:a|t)?|[Bb]lank(?:a|t)?|[Mm]untlig(?:a|t)?|[Gg]emensam(?:ma|t)?) )?(?:[Rr]eservation|[Pp]rotokollsanteckning|[Ss]ärskil(?:t|da) yttrande|[Nn]ej-röst|[Jj]a-röst)(?:er|ar|en|n|t|erna)? (?:har |hade )?(?:anmäl|avge|avgi|avga|lämna|inge|ingi|göra|gjor|görs|finns|fogas|bilägg|antecknas|(?:från|av) [A-ZÅÄÖ])",
    catches=(
        "Eva Mild (V) yttrar sig till protokollet.",
        "Anna Ek (S) och Bo Å (M) lämnade rummet.",
        "Beslutet fattades med ordförandens utslagsröst.",
        "Vid beslutet deltog endast ordinarie ledamöter.",
        "Reservation avges av motionären.",
        "Ann Borg (MP) vill inte ställa sig bakom beslutet.",
        "Tjänstgörande ersättare Per Lo (L) röstade emot.",
        "Ordföranden lämnar över klubban.",
        "Skriftliga reservationer har lämnats.",
        "Nej-röst anmäls av Bo Å (SD).",
    ),
    leaves=(
        "Anna Ek (S) utses att justera",
        "Anna Ek (S) befrias från sitt uppdrag",
        "Anna Ek (S) får i uppdrag",
        "Ordföranden bemyndigas att",
        "Ordföranden och förste vice ordföranden ges rätt",
        "Anna Ek (S) förordnande som sekreterare förlängs",
        "Anna Ek (S) till ordförande",
        "Beslutet gäller från den 1 maj.",
        "Beslutet fattas med stöd av 9 kap. plan- och bygglagen.",
        "Anna Ek (S) deltar i konferensen den 3 maj.",
        "Ordföranden undertecknar avtalet.",
        "Ordföranden återkommer med ett förslag.",
        "Reservationen från 2024 löses upp.",
    ),
)

# What is wanted of how the meeting goes on, and of no matter.
OF_PROCEDURE = Pattern(
    r"ajourner|omröstning|votering|(?<!\w)paus|avgör|proposition|streck i debatten|(?<!\w)ordet(?!\w)|protokoll|(?:föresl(?:år|og)|nominera(?:r|de)) (?-i:[A-ZÅÄÖÉ])|val(?:en|et)? (?:av|till)",
    catches=("yrkar på ajournering", "begär votering", "yrkar streck i debatten", "föreslår Anna Ek (S)"),
    leaves=("yrkar på ytterligare 50 000 kronor",),
    ignore_case=True,
)

# A title that took in more than itself: a label, a § or a sentence of the minutes.
RUNS_ON = Pattern(
    r"(?<!\w)(?i:dnr|diarienr|diarienummer|ärendenummer|ärendenr)(?!\w)|§|\w{3}\. [A-ZÅÄÖ]|^(?=\S{0,20}\d)(?=\S{0,20}[A-ZÅÄÖ])\S{1,12}[./:-]\S{1,12} [A-ZÅÄÖ]|(?<!\w)(?:beslutar|yrkar|reserverar)(?!\w)|(?<!\w)(?:Sammanfattning av ärendet|Ärendebeskrivning|Beslutsunderlag|Kommunstyrelsens (?:beslut|förslag)|Kommunfullmäktiges beslut)$",
    catches=(
        "2024.SBN.1 Dagordning",
        "DNR:KU/2009.4 Dagordning",
        "Val. Ordföranden",
        "Budget Kommunstyrelsens beslut",
        "Motion § 12",
    ),
    leaves=("Svar på motion m.m. om skolor", "Godkännande av dagordning"),
)

# A number with a year or a serial beside it, as case numbers have; days and amounts are none.
CASE_LIKE = Pattern(
    r"(?<![\w.,/:-])(?!(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)|(?:19|20)\d\d/(?:19|20)\d\d(?!\d)|(?:(?!Dnr|Diarie|Ärende)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,9}(?<![SNFKU]) |(?<=[A-Za-zåäö] ))"
    + SPAN_OF_YEARS
    + r")(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,9}[ /.:-]{0,2})?(?:(?:19|20)?\d\d[/.:-]\d{2,6}|\d{1,6}[/:-](?:19|20)?\d\d)(?![\w/:-])",
    catches=("KU/2009.41", "KS/2017:499", "31/16", "Dnr 2012-0478", "SN 115/25"),
    leaves=("2025-03-11", "den 4 mars", "§ 12", "Läsårstider 2026/2027", "Budget 2025-27", "IOP 2025-27"),
)

OUTCOME_LIKE = Pattern(
    r"^(?:(?!\bbemyndiga|\bdelegera|\bi uppdrag att|\brätt att).){0,2000}?\b(?:avslå|bifall|besvara|återremitter|bordlägg|godkänn|tillstyrk|avstyrk|utse(?!d)|välj(?!are)|avskriv|antecknas|lägga[^.]{0,60} till handlingarna)",
    catches=(
        "att avslå motionen",
        "Motionen bifalles",
        "lägga informationen till handlingarna",
        "Till ordförande utses",
    ),
    leaves=(
        "att uppdra åt nämnden",
        "Direktören bemyndigas att godkänna ändringar",
        "De utsedda ersättarna träder in i den ordning som anges.",
    ),
    ignore_case=True,
)

RECEIVERS_RUN_TOGETHER = Pattern(
    r",|\w\. [A-ZÅÄÖ]|@[^@]{1,80}@|.{90}",
    catches=("Tekniska nämnden, löneenheten", "a@b.se c@d.se", "Nämnden. Paragrafen är justerad"),
    leaves=("Nämnden för kultur och fritid",),
)

# A body, named as itself, that has decided, whose meeting it need not be: "Fullmäktige beslutade att avslå motionen."
BODY_DECIDED = Pattern(
    rf"^(?!Nämnden|Styrelsen|Utskottet|Rådet|Direktionen|Beredningen|Delegationen)(?P<organ>{BODY_NAME}|{TWO_WORDS}|Fullmäktige) (?:beslutade|beslöt|antog|godkände|fastställde|avslog|biföll|bordlade|återremitterade|utsåg|valde|beviljade|upphävde)(?!\w)",
    catches=(
        "Fullmäktige beslutade att avslå motionen.",
        "Kommunstyrelsen godkände avtalet.",
        "Tekniska nämnden beslutade",
    ),
    leaves=(
        "Kommunstyrelsen beslutar att motionen avslås.",
        "Nämnden beslutade",
        "Motionen avslås.",
        "Kommunstyrelsens beslut",
    ),
)
