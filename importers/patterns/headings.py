"""Section headings by the role that they give the lines beneath."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from importers.bundle import Role
from importers.patterns.dates import DATE_TEXT
from importers.patterns.organs import ANY_NAME, TWO_WORDS
from importers.patterns.pattern import Pattern
from importers.patterns.table import Table

_ORGAN_S = rf"(?:{ANY_NAME}s|(?:\w{{2,40}}s )?\w{{2,30}}utskotts)"

# Whose it is: "Tekniska nämndens", "Barn- och utbildningsnämndens", "Kommunstyrelsens arbetsutskotts"
_OF_ORGAN = rf"(?:[a-zåäö]{{2,30}}(?:a|s|- och) )?{_ORGAN_S}"
# What may stand behind a heading that comes several times in a §: "Omröstning 2", "Beslutsgång, fortsättning".
_AGAIN = r"(?:,? \(?(?:fortsättning|forts\.?)\)?)?(?: ?(?:nr )?(?:\d{1,2}|[ivx]{1,4})(?: ?/ ?\d{1,2})?)?"
_ON_DAY = r"(?: (?:(?:på|under|vid) (?:dagens )?(?:sammanträde|möte)t?|i (?:ärendet|frågan)))?"
_SEVERAL = frozenset(
    {Role.YRKANDEN, Role.PROPOSITION, Role.VOTE, Role.RESERVATION, Role.SARSKILT_YTTRANDE, Role.PROTOKOLLSANTECKNING}
)

# Whole lines, in any case, a final colon allowed. The first role whose words are the line's is the line's.
_WORDS: tuple[tuple[Role, str], ...] = (
    (
        Role.PROPOSAL,
        rf"(?!ledamöternas )(?:(?:\w{{3,40}}s ){{0,2}}|{_OF_ORGAN} )förslag till beslut(?: i [^.:;]{{3,60}})?|(?:{_OF_ORGAN} )?förslag|{_OF_ORGAN} förslag till (?:{ANY_NAME}|{TWO_WORDS})(?:,? (?:för|till) (?:vidare )?beslut (?:i|av) {ANY_NAME})?|(?:beslut ?[-–—:,/]? ?)?förslag till (?:{ANY_NAME}|{TWO_WORDS})|att-satser",
    ),
    (
        Role.DECISION,
        rf"beslut(?: \d{{1,2}})?|beslutspunkt(?:er)?|beslutsmening|(?:nämnden|styrelsen|utskottet) besl(?:utar|utade|öt)(?: att)?|(?:{_OF_ORGAN} )?(?:eget |egna )?beslut(?: (?:för (?:egen|sin) del|inom eget ansvarsområde))?",
    ),
    (
        Role.SUMMARY,
        r"(?:ärende)?sammanfattning(?: av ärendet| och bakgrund)?|bakgrund och sammanfattning|ärendet i korthet|kort sammanfattning|i korthet",
    ),
    (
        Role.PREPARATION,
        r"beredning(?: av ärendet)?|(?:ärendets )?behandling(?:en)?(?: av ärendet)? (?:på|under|vid) (?:dagens )?(?:sammanträde|möte)t?|dagens (?:sammanträde|behandling|möte)|(?:kommunfullmäktiges|regionfullmäktiges|fullmäktiges|nämndens|styrelsens) behandling(?: av ärendet)?|(?:under|vid|på) (?:mötet|sammanträdet)|(?:överläggning|diskussion)(?:en|ar)?(?: i ärendet)?|behandling|notering(?:ar(?:na)?|en)?|remissinstanser(?:s överväganden)?",
    ),
    (
        Role.PRESENTATION,
        r"föredragning(?:en)?|(?:redogörelse|beskrivning) (?:för|av) ärendet|redogörelse|beskrivning|orientering|inledning|ärendet|ärendets behandling|ärendebeskrivning(?:en)?|beskrivning av ärendet|(?:ärendets )?bakgrund(?: till (?:beslutet|ärendet|förslaget))?|motionen|motionens (?:yrkanden?|förslag|innehåll)|motionärens förslag|medborgarförslaget|(?:inkomna )?remiss(?:var|yttranden)|(?:inkomna|nämndernas) yttranden|yttranden från (?:nämnder(?:na)?|remissinstanser(?:na)?)|yrkandet|information|ärende|(?:redovisade |anmälda )?delegations(?:beslut|ärenden)|(?:redovisade|anmälda) beslut|(?:anmälda |följande )?(?:meddelanden|anmälningar|anmälningsärenden)",
    ),
    (
        Role.REASONS,
        r"skäl (?:till|för) beslut(?:et)?|beslutsmotivering|motivering(?: till beslut(?:et)?)?|(?:förvaltningens |kontorets )?(?:bedömning|överväganden?)|(?:ekonomiska|juridiska|sociala) konsekvenser|konsekvenser",
    ),
    (
        Role.EARLIER,
        rf"(?:ärendets )?tidigare (?:behandling|beslut|handläggning|beredning)(?: (?:av|i) (?:ärendet|frågan|{ANY_NAME}))?|ärendets beredning|(?:ärendets )?beredningens gång|politisk beredning|ärendet har tidigare behandlats",
    ),
    (
        Role.BASIS,
        r"beslutsunderlag|handling(?:ar)?(?: i ärendet)?|(?:handlingar|underlag)(?:,? som ligger)? till grund för beslutet|ärendets handlingar|underlag(?: för beslut)?|bilag(?:a|or)",
    ),
    (
        Role.YRKANDEN,
        rf"(?:tilläggs|ändrings|avslags|bifalls|återremiss)?yrkande(?:n|t|na)?(?: ?/ ?n)?(?: och (?:propositionsordning|beslutsgång|förslag)| ?/ ?(?:förslag(?: till beslut)?))?{_ON_DAY}|förslag(?: till beslut)? (?:på|under|vid) (?:dagens )?(?:sammanträde|möte)t?|(?:förslag(?: till beslut)?|yrkanden) från ledamöter(?:na)?|ledamöternas (?:förslag(?: till beslut)?|yrkanden)|(?:debatt|diskussion|överläggning(?:ar)?) och yrkanden|framlagda förslag|(?:framlagda |ställda |lämnade )yrkanden|(?:framställda|inkomna|dagens) yrkanden|förslag och yrkanden{_ON_DAY}",
    ),
    (
        Role.PROPOSITION,
        r"beslutsgång(?:en|ar)?|beslutsordning|propositioner|proposition(?:sordning|sgång(?:en)?|er)?(?:(?: och |, | ?/ ?)(?:omröstning|votering|beslutsgång))?|beslutsgång(?: och |, | ?/ ?)(?:omröstning|votering)|(?:omröstnings|voterings)(?:ordning|proposition)(?:en)?",
    ),
    (
        Role.VOTE,
        r"(?:omröstning|votering|huvudvotering)(?: ?[-–] ?huvudvotering)?|(?:kontrapropositions|motförslags|för|mot)?votering(?:en)?|(?:huvud|för|mot)omröstning(?:en)?|kontraproposition(?:en)?|(?:omröstnings|voterings)resultat|resultat av (?:omröstning|votering)(?:en)?|(?:omröstnings|voterings|röst)(?:lista|förteckning)(?:n|en)?|(?:omröstning|votering) (?:begärs|begärd|begärdes|genomförs|verkställs)|genomförd (?:omröstning|votering)|omröstning(?:en|ar)|votering(?:en|ar)|(?:sluten|öppen) (?:omröstning|votering)|(?:hur|så) (?:ledamöterna|de) röstade|så röstade (?:ledamöterna|de)|(?:omröstning|votering)(?: \d{1,2})? ?\((?:huvud|mot|för)[^)]{2,60}\)",
    ),
    (
        Role.RESERVATION,
        r"reservation(?:er|en)?(?: ?[/(] ?er\)?)?(?: mot beslut(?:et)?)?|(?:skriftlig|muntlig)(?:a)? reservation(?:er)?|(?:avvikande|skiljaktig(?:a)?) mening(?:ar)?|anmälda reservationer|(?:mot beslutet )?reserverar sig(?: mot beslutet)?|reservationer och (?:särskilda )?yttranden|mot beslutet",
    ),
    (
        Role.SARSKILT_YTTRANDE,
        r"särskil(?:t|da)(?: ?/ ?särskilda)? (?:yttranden?|uttalanden?)(?: ?[/(] ?n\)?)?|ersättar(?:e|es|nas)? ?yttranden?",
    ),
    (
        Role.PROTOKOLLSANTECKNING,
        r"(?:protokolls?anteckning|protokollsnotering|anteckning)(?:ar|en)?(?: ?[/(] ?ar\)?)?(?: till protokollet)?|röstförklaring(?:ar)?|(?:yttranden? |uttalanden? )?till protokollet",
    ),
    (
        Role.JAV,
        r"jäv|(?:ledamöter som |de som )?(?:deltar|deltog|deltagit) (?:ej|inte|icke)(?: i (?:beslut(?:et)?|ärendet|handläggningen))?|(?:ej|inte) (?:deltagande|deltagit)(?: i beslut(?:et)?)?|avstår från att delta(?: i beslutet)?|jäv och ej deltagande|anmälan om jäv|jävsanmälan",
    ),
    (
        Role.SENT_TO,
        r"(?:protokollsutdrag|protokoll(?:et)?|beslutet|beslut|handling(?:ar)?|utdrag)? ?(?:ska )?(?:skickas|expedieras|sänds) (?:till|för kännedom(?: till)?)|skickas|protokoll(?:et)? till|(?:besluts)?expediering|expedieras|för kännedom(?: till)?|för (?:verkställighet|vidare hantering)(?: till)?|kopia(?: till)?|kopior till|beslut(?:et)? (?:delges|meddelas|sänds|lämnas|tillställs|går|för kännedom)(?: till)?|beslut(?:et)? till|delges(?: ?/ ?kopia(?: till)?| och kopia till| till)?|distribution(?: till)?|distribueras(?: till)?|delgivning(?: till)?|meddelas|underrätt(?:as|else)(?: till)?|exp(?:\.|edierat)?(?: till)?|expediering till|mottagare|sändlista|skickat till|(?:protokollsutdrag|utdrag|kopia på beslutet|kopia av beslutet)(?: sänds| skickas)? till|protokollsutdrag|utdrag",
    ),
    (Role.JUSTERING, r"justering|omedelbar justering|dag för justering"),
    (
        Role.SIGNATURE,
        rf"underskrift(?:er)?|namnteckningar|signaturer|(?:protokollet )?justera(?:s|t|des|ts)(?: den)? {DATE_TEXT}|vid protokollet|(?:sekreterare|ordförande|justerare|justerande)(?: (?:sekreterare|ordförande|justerare|justerande)){{0,2}}|(?:rätt utdraget|utdragets riktighet|utdraget) (?:intyg|bestyrk)(?:as?|ar|s|es)(?: i tjänsten)?",
    ),
    (
        Role.ATTENDANCE,
        r"närvarande(?: ledamöter)?|beslutande(?: ledamöter)?|ersättare|övriga (?:närvarande|deltagande)|tjänstgörande ersättare|närvaro(?:lista|förteckning)",
    ),
    # What they head is kept as text: who only spoke, and what an earlier body's members moved.
    (
        Role.OTHER,
        rf"upplysning(?:ar)?|(?:hur (?:man|du|ni) )?överklagar?(?: beslutet)?|(?:så|hur) här överklagar (?:man|du|ni)|överklagande(?:hänvisning)?|(?:överklagande|besvärs)hänvisning|hur beslutet överklagas|ajournering(?:ar)?|styrande dokument|ordningsfråga|ärendemening|yttranden|(?:deltagare|deltagande|talare) i (?:debatten|överläggningen|diskussionen)|talar(?:e|lista)|debattdeltagare|i (?:debatten|överläggningen|diskussionen) (?:deltar|deltog|yttra(?:r|de) sig)|(?:särskil(?:t|da) yttranden?|reservation(?:er)?) i {ANY_NAME}",
    ),
)

HEADINGS = tuple(
    (
        role,
        Pattern(
            rf"^(?:{words}){_AGAIN if role in _SEVERAL else ''} ?:?$",
            catches=catches,
            leaves=("Beslutet överklagas inte.", "Omröstningen utfaller med 5 ja"),
            ignore_case=True,
        ),
    )
    for (role, words), catches in zip(
        _WORDS,
        (
            ("Förslag till beslut", "Förslag till kommunfullmäktige", "Tekniska nämndens förslag till beslut i kommunfullmäktige", "Barn- och skolnämndens förslag till kommunfullmäktige", "Beslut – Förslag till kommunfullmäktige", "Kommunstyrelsens förslag till kommunfullmäktige"),
            ("Kommunfullmäktiges beslut", "KOMMUNFULLMÄKTIGES BESLUT", "Beslut 2", "Arbetsutskottets beslut för egen del", "Eget beslut"),
            ("Sammanfattning", "Ärendesammanfattning"),
            ("Beredning", "Dagens sammanträde", "Under mötet", "Kommunfullmäktiges behandling"),
            ("Ärendet", "Ärendets behandling", "Motionens yrkanden", "Remissvar", "Yttranden från nämnder"),
            ("Ekonomiska konsekvenser",),
            ("Tidigare behandling", "Ärendets tidigare behandling", "Ärendets tidigare handläggning", "Tidigare behandling i kommunstyrelsen", "Tidigare behandling av ärendet", "Ärendets beredning", "Tidigare beslut i ärendet"),
            ("Beslutsunderlag",),
            ("Yrkande", "Yrkanden 2", "Yrkanden/förslag till beslut på sammanträdet", "Yrkande/n", "Dagens yrkanden", "Förslag till beslut från ledamöter", "Ledamöternas förslag till beslut", "Debatt och yrkanden", "Överläggning och yrkanden"),
            ("Beslutsgång", "Beslutsgång 1", "Beslutsgång, fortsättning", "Beslutsgången", "Beslutsgång, omröstning"),
            ("Omröstning - Huvudvotering", "Kontrapropositionsvotering", "Förvotering", "Omröstning 1", "Omröstning 2/2", "Omröstning begärs", "Votering II", "Sluten omröstning", "Omröstning 1 (motförslag till huvudförslaget)"),
            ("Reservationer", "Reservation/er", "Reservation(er)", "Reservation 2", "Avvikande mening", "Mot beslutet reserverar sig", "Mot beslutet"),
            ("Särskilda yttranden", "Särskilt yttrande/n", "Särskilt uttalande", "Ersättaryttrande", "Ersättares yttranden"),
            ("Protokollsanteckning", "Protokollsanteckning/ar", "Yttrande till protokollet", "Protokollsnotering", "Röstförklaring"),
            ("Jäv", "Deltar ej i beslut", "Deltar inte i beslutet", "Ej deltagande i beslut", "Jävsanmälan"),
            ("Protokollsutdrag skickas till", "Expedieras till", "Skickas:", "Protokollet till", "Utdrag till", "Protokollsutdrag", "Utdrag:", "Beslut delges", "Beslutet meddelas"),
            ("Justering",),
            ("Vid protokollet", "Utdragets riktighet bestyrks", "Ordförande Justerande", "Justerat den 11 mars 2025"),
            ("Närvarande ledamöter",),
            ("Upplysningar", "Hur man överklagar", "Överklagandehänvisning", "Deltagare i debatten", "I debatten deltog"),
        ),
        strict=True,
    )
)  # fmt: skip

# Headings that go on to say whose it is; only in the dress of a heading, since sentences and entries may open so.
WHOSE = tuple(
    (role, Pattern(rf"^(?:{words}){_AGAIN} (?:(?:från|av|för)(?: (?!(?:om|angående|gällande|avseende|på|till|att|den|daterat|daterad)\b)[^\s.:]{{1,30}}){{1,12}}|\([A-ZÅÄÖa-zåäö, ]{{1,30}}\)) ?:?$", catches=catches, leaves=leaves, ignore_case=True))
    for role, words, catches, leaves in (
        (Role.YRKANDEN, r"(?:tilläggs|ändrings|avslags|bifalls|återremiss)?yrkanden?", ("Yrkande från S", "Tilläggsyrkande 2 (M)"), ("Yrkande", "Yrkande från SD angående bänkar", "Yrkande från S och V om budget", "Yrkande från M den 4 mars 2025")),
        (Role.RESERVATION, r"(?:skriftlig )?reservation(?:er)?", ("Reservation från ledamöterna för Centerpartiet", "Reservation (SD)"), ("Reservation",)),
        (Role.SARSKILT_YTTRANDE, r"särskil(?:t|da) (?:yttranden?|uttalanden?)|ersättar(?:e|es|nas)? ?yttranden?", ("Särskilt yttrande från V",), ("Särskilt yttrande",)),
        (Role.PROTOKOLLSANTECKNING, r"(?:protokolls(?:anteckning|notering)|anteckning|röstförklaring)(?:ar)?(?: till protokollet)?", ("Protokollsanteckning från ledamöterna för Moderaterna",), ("Anteckning",)),
    )
)  # fmt: skip

# A verb alone, which in plain type may be the end of a lead: "Kommunstyrelsen" / "beslutar".
DECIDES_ALONE = Pattern(
    r"^(?:beslutar|beslutade)(?: att)? ?:?$",
    catches=("Beslutar", "BESLUTAR ATT", "Beslutade:"),
    leaves=("Beslutar föreslå kommunfullmäktige", "Nämnden beslutar"),
    ignore_case=True,
)

# A heading of what is put and of the vote, and words that put something: without them the section is the vote's.
AND_VOTE = Pattern(
    r"(?<!\w)(?:omröstning|votering)(?:en)?(?!\w)",
    catches=("Beslutsgång, omröstning", "Proposition och votering"),
    leaves=("Beslutsgång", "Voteringsordning"),
    ignore_case=True,
)
PUTS = Pattern(
    r"(?<!\w)(?:proposition(?:er|erna|en)?|ställ(?:er|s|de|des)|frågar|frågade|prövar|prövade)(?!\w)",
    catches=("Ordföranden frågar om", "Förslagen ställs mot varandra"),
    leaves=("Ja = avslag på motionen", "Ordföranden finner att nämnden, med 7 ja-röster mot 3, beslutar"),
    ignore_case=True,
)

# The same that goes on to say what is voted about: "Omröstning om motförslag till huvudförslaget"
VOTE_ABOUT = Pattern(
    r"^(?:huvud|för|mot)?(?:omröstning|votering)(?:en)? (?:\d{1,2},? )?(?:om|mellan|gällande|angående|avseende|rörande) (?![^.:]{0,300}(?:begärs|begärdes|genomförs|verkställs|utfaller))[^\s.:]{1,40}(?: [^\s.:]{1,40}){0,11} ?:?$",
    catches=(
        "Omröstning om motförslag till huvudförslaget",
        "Votering mellan yrkandet från S och M",
        "Omröstning 2 gällande taxan",
    ),
    leaves=("Omröstning", "Omröstning begärs", "Omröstning om taxan begärs", "Omröstning om taxan genomförs. Ja-röst"),
    ignore_case=True,
)

# A §'s title that is one word which may head a section as well.
TITLE_ALONE = Pattern(
    r"^(?:information(?:er|särenden)?|delegations(?:beslut|ärenden)|meddelanden|anmälningar|anmälningsärenden|ordningsfråga|jäv|justering|närvaro|upprop|yttranden|ajournering|upplysningar|övrigt|övriga frågor|motioner|remissinstanser)$",
    catches=("Information", "Ordningsfråga"),
    leaves=("Beslut", "Sammanfattning", "Ärendet"),
    ignore_case=True,
)

# "Beslutsunderlag  g  Beslutsunderlag": the heading twice, with a stray sign between.
DOUBLED = Pattern(
    r"^(?P<heading>[A-ZÅÄÖ]\w{3,30}(?: \w{1,20})?) (?:\S{1,2} )?(?P=heading)$",
    catches=("Beslutsunderlag g Beslutsunderlag", "Reservationer Reservationer"),
    leaves=("Beslutsunderlag och Beslutsgång",),
)

BODYS_PROPOSAL = Pattern(
    rf"^{_ORGAN_S} (?:förslag|beslut)(?: till {ANY_NAME})?$",
    catches=("Kommunstyrelsens förslag",),
    leaves=("Förslag till beslut",),
)

HANDLAGGARE_START = Pattern(
    r"^Handläggare(?: ?:|$)", catches=("Handläggare: Anna Ek", "Handläggare"), leaves=("Handläggaren",)
)
LABELLED_DATE = Pattern(
    rf"(?:Sammanträdesdatum|Datum|Utfärdat):? {DATE_TEXT}",
    catches=("Protokollsutdrag Sammanträdesdatum: 2024-12-09", "Utfärdat 2025-03-10"),
    leaves=("Protokollsutdrag 2024-12-09",),
)

# A label alone, its value beneath or beside it.
LABEL = Pattern(
    r"^(?:Datum|Sammanträdesdatum|Diarienummer|Diarie[ -]?nr\.?|D\.?nr\.?|Ärendenummer|Ärende[ .-]?nr\.?|Handläggare|Sida|Utfärdat|Plats|Organ|Vår beteckning|Er beteckning)(?: ?:)?$",
    catches=("Datum:", "Diarienummer:", "Handläggare", "Sammanträdesdatum", "Ärendenr:", "Ärende nr"),
    leaves=("Datum för nästa möte", "Handläggaren"),
    ignore_case=True,
)

# The names of a table's columns beside its "§": a list of §§, whose numbers head none.
COLUMN_NAME = Pattern(
    r"^(?:Ärende(?:n|rubrik|mening)?|Rubrik|Titel|Sid(?:a|an|nr)?|Sign(?:atur)?|Beslut|Närvarande|Frånvarande|Anmärkning(?:ar)?|Ledamot|Ersättare|Innehåll|Punkt|Nr|Ja|Nej|Avstår)(?: .{0,40})?$",
    catches=("Ärende", "Rubrik Sida", "Ja Nej Avstår"),
    leaves=("Ärendet om hamnen", "Val av justerare"),
    ignore_case=True,
)

# The names of the boxes that a §'s head is printed in, above it: "Paragraf    Rubrik    Diarienummer".
_BOX = (
    r"(?:Paragraf(?:nummer|nr)?|§|Rubrik|Ärende(?:rubrik|mening|nummer|nr)?|Titel|Diarie(?:nummer|nr)|Dnr|Handläggare)"
)
BOX_NAMES = Pattern(
    rf"^{_BOX}(?: {_BOX}){{1,4}}$",
    catches=("Paragraf Rubrik Diarienummer", "§ Ärende Dnr"),
    leaves=("Rubrik", "Diarienummer 91474", "Ärende om hamnen"),
    ignore_case=True,
)

# The council's own number of a paper: "Handling 2025 nr 79".
PAPER_NUMBER = Pattern(
    r"^Handling (?:19|20)\d\d nr \d{1,4}$", catches=("Handling 2025 nr 79",), leaves=("Handling 2025",)
)

HANDLAGGARE_LABEL = Pattern(
    r"^(?:Handläggare|Föredragande)(?: ?:)?$",
    catches=("Handläggare:",),
    leaves=("Handläggare: Anna Ek",),
    ignore_case=True,
)

LABELLED = Pattern(
    r"^(?P<label>Handläggare|Föredragande|Sammanträdes(?:datum|dag)|Mötes(?:datum|dag)|Datum|Utfärdat|Diarienummer|Dnr\.?|Ärendenummer|Ärendenr\.?|Ärende\.nr)(?: ?:)? (?P<value>\S.{0,80})$",
    catches=(
        "Sammanträdesdatum: 2024-05-29",
        "Mötesdatum: 2025-09-16",
        "Utfärdat 2025-03-10",
        "Ärendenummer SLK-2024-00780",
        "Handläggare: Anna Ek",
    ),
    leaves=("Datum:", "Handläggaren föredrar ärendet"),
    ignore_case=True,
)

STAMP = Pattern(
    r"^(?P<words>Ink(?:om|ommen|ommet|\.)|Ankom(?:men|st)?|Mottage[nt])(?!\w)(?: till)? ?(?P<where>[^\d]{0,60}?) ?:? ?(?=\d)",
    catches=("Inkom till Uppsala kommun 2024-11-05, KSN-2023-03553-4", "Inkommen 2024-11-05"),
    leaves=("Inkomster 2024", "Ärendet inkom den 5 november"),
    ignore_case=True,
)


_HEADINGS, _WHOSE = Table(HEADINGS), Table((*WHOSE, (Role.VOTE, VOTE_ABOUT), (Role.DECISION, DECIDES_ALONE)))

# A heading whose letters are spaced out, and one that is numbered: "B e s l u t", "3. Yrkanden"
SPACED = Pattern(
    r"^[^\W\d_](?: [^\W\d_]){3,30}$", catches=("B e s l u t", "Y R K A N D E N"), leaves=("Beslut", "S M V", "A 1 B 2")
)
NUMBERED_HEADING = Pattern(
    r"^\d{1,2}(?:\.\d)?[.)]? (?P<heading>[A-ZÅÄÖ]\D{3,60})$",
    catches=("3. Yrkanden", "4 Nämndens beslut", "2.1 Bakgrund"),
    leaves=("2025 Budget", "Yrkanden", "3. att avslå"),
)

# A lead that is set as a heading: "KOMMUNFULLMÄKTIGE BESLUTAR"
DECIDES_IN_CAPITALS = Pattern(
    r"^(?![^:]{0,200}\bFÖRESL)(?:[A-ZÅÄÖ]{2,30}(?:- OCH|,|-,| OCH|S)? ){0,4}[A-ZÅÄÖ]{0,40}(?:NÄMNDEN|STYRELSEN|UTSKOTTET|FULLMÄKTIGE|DIREKTIONEN) BESLUTAR(?: ATT)? ?:?$",
    catches=("KOMMUNFULLMÄKTIGE BESLUTAR", "BARN- OCH UTBILDNINGSNÄMNDEN BESLUTAR ATT"),
    leaves=(
        "Kommunfullmäktige beslutar",
        "KOMMUNSTYRELSEN FÖRESLÅR KOMMUNFULLMÄKTIGE BESLUTA",
        "KOMMUNSTYRELSEN FÖRESLÅR ATT KOMMUNFULLMÄKTIGE BESLUTAR:",
    ),
)


def of_vote_alone(heading: str, lines: Iterable[str]) -> bool:
    """Whether the heading names the vote too, and nothing is put beneath it: "Beslutsgång, omröstning" over rows of names."""
    return AND_VOTE.search(heading) is not None and not any(PUTS.search(line) for line in lines)


@lru_cache(maxsize=8_192)  # the same line is asked about many times
def role_of(text: str) -> Role | None:
    """The role of a line that is a role's heading in full: "Yrkanden" gives `YRKANDEN`."""
    if SPACED.match(text):
        text = text.replace(" ", "")  # "B e s l u t"
    return _HEADINGS.first(text) or (Role.DECISION if DECIDES_IN_CAPITALS.match(text) else None)


@lru_cache(maxsize=8_192)
def role_in_dress(text: str) -> Role | None:
    """The role of a line in bold or larger type: that of a role's heading, which may say whose it is."""
    if match := NUMBERED_HEADING.match(text):
        text = match["heading"]
    return role_of(text) or _WHOSE.first(text)


def undoubled(text: str) -> str | None:
    """The heading printed once, where a line prints it twice."""
    match = DOUBLED.match(text)
    return match["heading"] if match and role_of(match["heading"]) else None


# Who signs the minutes of a § stands beneath; no sentence of it is this whole line.
SIGNS_BENEATH = Pattern(
    rf"^(?:Vid protokollet|(?:Protokollet )?[Jj]ustera(?:s|t|des|ts)(?: den)? {DATE_TEXT} ?:?)$",
    catches=("Vid protokollet", "Justerat den 11 mars 2025"),
    leaves=("Vid protokollet:", "Justeras", "Justerat belopp", "Paragrafen justeras", "Underskrifter"),
)

_SENT = r"(?:(?:Protokollsutdrag|Protokollet|Beslutet|Beslut|Utdrag|Handlingar) (?:ska )?skickas till|Skickas till|Expedieras till|Beslutet expedieras till)"

# A heading that text goes on from on its own line, each with what must follow for it to be one and not a sentence:
# "övervägs. Handlingar Socialförvaltningens tjänsteutlåtande", "§ 215, N165-0638/24 Beslut 1. Nämnden avstyrker motionen".
RUN_IN = Pattern(
    rf"(?:^|(?<=[.!?:] )|(?<=/\d\d )|(?<=\d{{4}} )|(?<=\d{{5}} ))(?P<heading>{_SENT}:?(?= [A-ZÅÄÖa-zåäö]|$)|(?:Skickas|Expedieras|Delges|Protokoll(?:et)? till|Utdrag till):(?= [A-ZÅÄÖ])"
    r"|(?<!. )(?:Protokoll(?:et|sutdrag)?|Utdrag|Kopia)(?: av (?:beslutet|protokollet))? till(?= [A-ZÅÄÖ])(?![^.]{0,160} (?:skickas|lämnas|överlämnas|sänds|är|har|ska|kan|som)(?!\w))(?=[^.]{3,160}\.?$)"
    r"|Sammanfattning(?: av ärendet)?:?(?= [A-ZÅÄÖ]|$)"
    r"|(?:Handlingar|Beslutsunderlag):?(?= [A-ZÅÄÖ1•-]|$)"
    r"|Beslut:?(?= 1\. [A-ZÅÄÖ])|(?:Beslut|Ärendet|Bakgrund):(?= [A-ZÅÄÖÉ])"
    r"|Yrkanden:?(?= [A-ZÅÄÖÉ]|$)|Yrkande:?(?= [A-ZÅÄÖÉ][^.:]{2,160} (?:yrkar|föreslår) )"
    r"|(?:Propositionsordning|Beslutsgång):?(?= Ordförande|$)"
    r"|(?:Omröstning|Votering):?(?= (?:Godkänd voterings|Ordföranden f|Ja-r|Ja-p|Omröstning(?:en)? ))"
    r"|Reservation(?:er)?:?(?= [A-ZÅÄÖÉ][^.:]{2,300} reserver)"
    r"|Dag för justering:?(?= (?:19|20)\d\d-\d\d-\d\d$)"
    r"|(?:Omedelbar j|J)ustering:?(?= [A-ZÅÄÖ][^.]{2,80} justera))",
    catches=(
        "övervägs. Handlingar Socialförvaltningens tjänsteutlåtande daterat den 25 februari 2026.",
        "§ 215, N165-0638/24 Beslut 1. Socialnämnd Sydväst avstyrker motionen",
        "daterat den 25 mars 2026. Yrkanden Lillemor Williamsson yrkar å D, M, KD och SDs vägnar",
        "Propositionsordning Ordföranden ställer proposition på yrkandena",
        "Justering Socialnämnden beslutar att omedelbart justera paragrafen.",
        "Protokollsutdrag skickas till Kommunstyrelsen",
        "till förmån för eget yrkande. Protokollsutdrag skickas till",
        "Beslutet skickas till: Sökanden",
        "Skickas: Tekniska nämnden, löneenheten",
        "Protokollet till Kommunstyrelsen, löneenheten",
        "Reservation Anna Ek (M) reserverar sig mot beslutet.",
        "Beslut: Motionen avslås.",
        "Dag för justering 2024-03-11",
    ),
    leaves=(
        "Dag för justering är den 11 mars.",
        "Handlingarna skickas till nämnden.",
        "Beslut KF 2024-03-04 § 12",
        "Yrkande från SD den 22 maj 2024.",
        "Reservation från M",
        "Motionen skickas till kommunstyrelsen",
        "Protokollet till Kommunstyrelsen skickas i morgon.",
        "Nästa möte. Protokollet till Kommunstyrelsen",
        "Skickas när det är klart: Kommunstyrelsen",
        "Omröstning begärs.",
        "Sammanfattningsvis bedömer",
    ),
)

# Words before a colon that a heading may be, and what goes on behind it.
BEFORE_COLON = Pattern(
    r"^(?P<heading>(?P<name>[A-ZÅÄÖ][^:.;()\d]{2,40}):)(?= [A-ZÅÄÖÉ])",
    catches=("Yrkande: Bo Ås (M) yrkar avslag.", "Expediering: Gatuenheten"),
    leaves=("Yrkande:", "Utfall: 5 ja", "Yrkande från S: avslag"),
)

DECISION_RUNS_IN = Pattern(
    r"^(?P<head>§ ?\d{1,4}\b.{1,400}?[^\W\d_]) (?P<heading>Beslut)(?= 1\. [A-ZÅÄÖ])",
    catches=("§ 209 Ärendenummer SFSV-2025-00924 Svar på remiss om bänkar Beslut 1. Nämnden tillstyrker",),
    leaves=(
        "§ 209, 142/24 Beslut 1. Nämnden",
        "Svar på remiss Beslut 1. Nämnden",
        "§ 5 Uppföljning av beslut 1. Vägar",
    ),
)
