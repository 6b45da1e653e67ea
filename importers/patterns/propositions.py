"""Beslutsgång: what the chair puts against what, and what is found to have won."""

from __future__ import annotations

from importers.bundle import Outcome
from importers.patterns.organs import BODY_NAME
from importers.patterns.pattern import Pattern

# What the chair finds, the chair before or behind: "finner", "fann", "finner ordföranden därvid", "konstaterar".
# What the chair "anser" may be no more than an opinion, unless it follows from what is put; what a body does, always is.
_VERBS = (
    r"(?:finner|fann|konstaterar|konstaterade|förklarar|förklarade|uppfattar|uppfattade|noterar|noterade"
    r"|(?<!ämnden )(?<!tyrelsen )(?<!tskottet )(?<!tningen )(?:bedömer|bedömde)|(?:(?<=och )|(?<=varvid )|(?<=varefter )|(?<= ordföranden ))(?:anser|ansåg))"
)
_FINDS = rf"\b{_VERBS}(?: ordföranden?| hon| han| hen)?(?: (?:sig|själv) (?:anse|finna|ha funnit)| det som)?(?: ordföranden?| därvid| då| därefter| (?:efter|vid|på) (?:framställd |ställd )?proposition| genom acklamation| utan omröstning){{0,2}}"
_END = rf"(?=,? (?:och|varvid|varefter|samt)(?: ordföranden)? {_VERBS}\b|,? finner\b|,? {_VERBS} (?:ordföranden|hon|han|hen)\b|, vilket (?:nämnden|styrelsen|utskottet|\w{{2,30}}(?:nämnden|styrelsen|utskottet|fullmäktige)) (?:gör|gjorde)\.?$|, (?:varvid|varpå|varefter) (?:nämnden|styrelsen|utskottet|\w{{2,30}}(?:nämnden|styrelsen|utskottet|fullmäktige)) (?:antar|bifaller) |\.?$)"

FINDS = Pattern(
    r"(?<!\w)(?:finner|fann)(?!\w)",
    catches=("och finner att så sker", "Ordföranden fann"),
    leaves=("befinner sig", "finns"),
)

# How the chair means to put things, or what is to be put against the main proposal in a vote: nothing is put or won by it.
ORDERS = Pattern(
    r"\bföreslår följande (?:propositions|besluts|omröstnings|voterings)(?:ordning|gång)|\bredogör för (?:propositions|voterings|omröstnings|besluts)(?:ordning|gång)en\b|^För att utse (?:motförslag|(?:kontra|mot)proposition)(?:et|en)?\b",
    catches=(
        "Ordföranden föreslår följande propositionsordning: Först ställs proposition på bifall och avslag.",
        "För att utse motförslag ställer ordföranden proposition på övriga förslag och finner att M:s antas.",
    ),
    leaves=("Ordföranden finner att motionen avslås.",),
)

# What is found after a vote is the vote's result, and no proposition.
AFTER_VOTE = Pattern(
    r"^(?:Efter|Genom|Enligt|Vid|Med|I) [^,.;]{0,60}?(?:omröstning|votering|röst)",
    catches=("Efter genomförd omröstning konstaterar ordföranden", "Med 7 ja-röster mot 4"),
    leaves=("Efter framställd proposition finner ordföranden", "Ordföranden finner"),
)

PUT_AGAINST = Pattern(
    rf"(?:\b(?:ställer|ställde|ställs|prövar)(?: (?:först|härefter|därefter|sedan|slutligen|ordföranden?)){{0,2}}(?: under)?(?: proposition(?:er)?(?: på| om)?| på)?|^(?:(?:Huvud|Kontra|Mot)?[Pp]roposition(?:en)?(?: \d)?):) (?P<first>(?!(?:först|härefter|därefter|sedan) mot ).{{2,400}}?) mot (?P<second>.{{2,500}}?){_END}",
    catches=(
        "Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.",
        "Ordföranden ställer förslagen mot varandra.",
        "Huvudproposition: Kommunstyrelsens förslag mot Anna Eks (S) yrkande.",
    ),
    leaves=("Ordföranden finner att motionen avslås.", "Andrahandsyrkandet ställs därefter mot avslag."),
)

# "ställer propositioner på bifall respektive avslag på X", "på dels A och dels B", "på yrkandena"
PUT_EACH = Pattern(
    rf"\b(?:(?:ställer|ställde|ställs|ställdes|ställt|framställer|framställde|prövar)(?: (?:först|härefter|därefter|sedan|slutligen|ordföranden?)){{0,2}} proposition(?:er)?|[Pp]roposition(?:er)? (?:ställs|ställdes|framställs|framställdes)(?: (?:först|därefter|härefter|sedan|slutligen))?) på (?P<what>.{{2,400}}?){_END}",
    catches=(
        "Ordföranden ställer propositioner på yrkandena och finner att motionen avstyrks.",
        "Proposition ställs på Anna Eks (S) yrkande och avslag.",
        "Därefter ställs proposition på bifall och avslag och ordföranden finner bifall till förslaget.",
        "ställer härefter propositioner på bifall respektive avslag på yrkandet från SD och finner att det avslagits.",
        "Sedan ordföranden ställt proposition på bifall respektive avslag på motionen förklarar hon sig finna den avslagen.",
    ),
    leaves=("Ordföranden ställer förslagen mot varandra.",),
)

# Found for nothing but "bifall", where that is one of what was put.
FINDS_BIFALL = Pattern(
    rf"{_FINDS} bifall\.?$", catches=("och finner bifall.",), leaves=("finner bifall till motionen.",)
)

# A winner that is said not to have won.
NOT_WON = Pattern(
    r" (?:inte|ej)(?: har| ska| kan)?$",
    catches=("motionen inte", "förslaget ej har"),
    leaves=("att inte bygga", "förslaget"),
)

_ORGAN = rf"(?:[A-Za-zÅÄÖåäö]{{2,40}}s |[a-zåäö]{{2,20}}a )?(?:{BODY_NAME}|nämnden|styrelsen|utskottet)"
# "finner att det finns två förslag och att nämnden …": the count is no finding.
_COUNTED = r"(?:det (?:finns|föreligger) \w{2,12} (?:olika )?(?:förslag|yrkanden)(?: till beslut)?,? och (?:att )?)?"
_SIDES = r"(?:bifalla|bifall till|enligt|i enlighet med|anta)"
_STOP = r"(?=\.?$|(?<!m\.fl)(?<!m\. fl)[.;] |,? och att |,? och (?:därmed )?(?:avslår|avslagit|avslog) )"

# Tried in this order; `winner` is what won, `adjective` how "det" fared.
FOUND = (
    Pattern(
        rf"{_FINDS} (?:bifall|majoritet|stöd|gehör|övervägande (?:bifall|ja)) (?:till|för) (?P<winner>.{{2,300}}?){_STOP}",
        catches=(
            "finner bifall till liggande förslag.",
            "finner majoritet för förslaget",
            "förklarade sig finna övervägande ja för bifall.",
        ),
        leaves=("finner att motionen avslås",),
    ),
    Pattern(
        rf"{_FINDS} (?P<winner>(?:avslag|återremiss|bordläggning)(?: (?:på|av) [^.;]{{2,120}}?)?){_STOP}",
        catches=("och finner avslag.", "fann återremiss av ärendet"),
        leaves=("finner att motionen avslås", "finner avslagna"),
    ),
    Pattern(
        rf"{_FINDS} att {_COUNTED}{_ORGAN} (?:har )?(?P<adjective>avslår|avslagit|avslog|bifaller|bifallit|biföll|beslutar (?:i enlighet med|enligt)) (?:det|den|dem|detta|dessa|detsamma|densamma|(?:ändrings|tilläggs)(?:förslaget|yrkandet)){_STOP}",
        catches=(
            "finner att nämnden avslår det.",
            "finner att nämnden avslår ändringsförslaget.",
            "finner att regionstyrelsen beslutar i enlighet med det.",
        ),
        leaves=("finner att nämnden avslår yrkandet.", "finner att nämnden beslutar enligt förslaget."),
    ),
    Pattern(
        rf"{_FINDS} att {_COUNTED}{_ORGAN} (?:(?:har )?beslut(?:ar|at|ade)(?: att)? {_SIDES}|bifaller|bifoll|biträder|antar|antog|godkänner|godkände|(?:har )?(?:bifallit|biträtt|antagit|godkänt|tillstyrkt)) (?P<winner>.{{2,300}}?){_STOP}",
        catches=(
            "finner att kommunstyrelsen beslutar att bifalla arbetsutskottets förslag att besvara motionen.",
            "finner att arbetsutskottet bifaller föreliggande förslag att besvara motionen.",
            "finner att nämnden beslutar enligt förvaltningens förslag.",
            "finner att kommunstyrelsen bifallit yrkandet från S.",
            "finner att nämnden bifaller Bo Ås (M) m.fl. yrkande.",
            "finner att tekniska nämnden beslutar enligt Anna Eks (S) yrkande.",
            "finner att det finns två förslag och att nämnden beslutar enligt förvaltningens.",
            "finner att styrelsen bifallit förslaget och avslagit de övriga.",
        ),
        leaves=("finner att kommunstyrelsen beslutat avstyrka motionen.",),
    ),
    Pattern(
        rf"{_FINDS} att {_COUNTED}{_ORGAN} (?:har )?beslut(?:ar|at|ade)(?: att)? (?P<winner>.{{2,300}}?){_STOP}",
        catches=(
            "finner att kommunfullmäktige beslutat avgöra ärendet vid dagens sammanträde.",
            "finner ordföranden att nämnden beslutar avslå motionen.",
            "konstaterar att nämnden beslutat avslå motionen.",
        ),
        leaves=("finner att det avslagits.",),
    ),
    Pattern(
        rf"{_FINDS} att (?P<winner>(?!ja|nej)(?:[\wåäö()’'.:-]{{1,40}} ){{1,12}}?)(?:vinner|vann|vunnit|har vunnit)(?: bifall)?{_STOP}",
        catches=("finner efter proposition att avslagsyrkandet vinner.", "fann att Bo Ås (M) yrkande vunnit bifall"),
        leaves=("finner att nej-sidan vinner.", "finner att motionen avslås."),
    ),
    Pattern(
        rf"{_FINDS} (?:det|den|detta|detsamma|densamma) (?:vara )?(?P<adjective>bifallet|bifallen|antaget|antagen){_STOP}",
        catches=("finner det bifallet.", "finner detsamma vara antaget"),
        leaves=("finner förslaget bifallet.", "finner det avslaget."),
    ),
    Pattern(
        rf"{_FINDS} att (?:det|den|detta|detsamma|densamma) (?:har )?(?P<adjective>avslagits|bifallits|avslås|bifalls|avslogs|bifölls|antas|antagits|antogs){_STOP}",
        catches=("finner att det avslagits.", "finner att det bifallits.", "fann att det bifölls."),
        leaves=("finner att kommunstyrelsens förslag har bifallits.",),
    ),
    Pattern(
        rf"{_FINDS} att (?P<winner>.{{2,300}}?) (?:har |ska |kan |hade )?(?:bifallits|bifalls|bifölls|bifallas|vunnit|vunnit (?:bifall|majoritet|gehör)|vinner (?:bifall|majoritet|gehör)|vinner|f(?:år|ått|ick) (?:majoritet|bifall|stöd)|majoritet|(?:antagits|antas|antogs|blivit antaget)(?: som (?:mot|huvud)förslag)?){_STOP}",
        catches=(
            "finner att kommunstyrelsens förslag har bifallits.",
            "finner att Karin Pleijels yrkande bifallits.",
            "bedömer att förslaget har majoritet.",
            "finner att Anna Eks förslag antas som motförslag.",
            "finner att förslaget får majoritet.",
        ),
        leaves=("finner att motionen har avslagits.",),
    ),
    Pattern(
        rf"{_FINDS} (?:det|den|detta|detsamma|densamma|yrkandet|förslaget|återremissyrkandet) (?:vara )?(?P<adjective>avslaget|avslagen|avslagna){_STOP}",
        catches=("finner detta avslaget.", "finner yrkandet vara avslaget."),
        leaves=("finner yrkandet bifallet.",),
    ),
    Pattern(
        rf"{_FINDS} (?!att\b)(?P<winner>.{{2,300}}?) (?:vara )?(?:antaget|bifallet|antagen|bifallen)(?: som (?:(?:mot|huvud)(?:förslag|proposition)|kontraproposition))?{_STOP}",
        catches=(
            "finner kommunstyrelsens förslag antaget.",
            "finner Moderaternas förslag antaget som kontraproposition.",
            "finner yrkandet bifallet.",
            "förklarar hon sig finna Anna Eks (S) förslag antaget.",
        ),
        leaves=("finner den avslagen.", "finner att förslaget är antaget."),
    ),
    Pattern(
        rf", (?:varvid|varpå|varefter) {_ORGAN} (?:antar|bifaller) (?P<winner>.{{2,300}}?){_STOP}",
        catches=("mot Ulrika Bångs ändringsyrkande, varvid utskottet antar ändringsyrkandet.",),
        leaves=("varvid ordföranden finner att utskottet antar det.",),
    ),
    Pattern(
        rf"^{_ORGAN} beslutar (?:först|härefter|därefter) att bifalla (?P<winner>.{{2,300}}?){_STOP}",
        catches=("Kommunstyrelsen beslutar först att bifalla stadsledningskontorets förslag.",),
        leaves=("Kommunstyrelsen beslutar att bifalla motionen.",),
    ),
)

# What a body that decides nothing itself is found to propose: "finner att arbetsutskottet föreslår att motionen avslås".
PROPOSES = Pattern(
    rf"\b(?:finner|fann|finna|funnit)(?: ordföranden?| därvid| då| därefter){{0,2}} att {_COUNTED}(?:{_ORGAN}|arbetsutskottet|beredningen) föreslår (?:att )?(?:kommunstyrelsen |(?:kommun|region|stads)fullmäktige )?(?:att )?(?P<winner>.{{2,300}}?){_STOP}",
    catches=("förklarar hon sig finna att arbetsutskottet föreslår att motionen avslås.",),
    leaves=("finner att arbetsutskottets förslag antas.", "konstaterar att arbetsutskottet föreslår avslag."),
)

# The chair asks and finds: "frågar om förslaget kan antas och finner att så sker".
ASKS = Pattern(
    rf"\b(?:frågar|frågade|ställer (?:först |därefter |sedan |härefter )?frågan|ställde frågan|prövar|prövade|prövas|prövades)(?: (?:först|sedan|därefter|härefter|slutligen|då|nu|även|ordföranden|nämnden|kommunstyrelsen|kommunfullmäktige|fullmäktige|utskottet))*(?:,? dels)? om (?P<what>.{{2,500}}?)(?:{_END}|(?=(?<!m\.fl)(?<!m\. fl)\. [A-ZÅÄÖ]))",
    catches=(
        "Ordföranden frågar om arbetsutskottets förslag kan antas och finner att så sker.",
        "Därefter frågar ordföranden om motionen kan remitteras och finner att så sker.",
        "frågar först om ärendet ska återremitteras, eller om ärendet ska avgöras idag.",
        "Först prövas om ärendet ska avgöras i dag.",
    ),
    leaves=("Anna Ek (S) frågar när svaret kommer.", "Nämnden prövar ansökan om bygglov."),
)
EITHER = Pattern(
    r"^(?P<first>.{2,300}?),? eller (?:om )?(?P<second>.{2,300})$",
    catches=("ärendet ska återremitteras, eller om ärendet ska avgöras idag",),
    leaves=("förslaget kan antas",),
)
FINDS_SO = Pattern(
    rf"{_FINDS} (?:att så (?:sker|är fallet|beslutas)|bifall|ja|så vara fallet|att det är \w{{2,40}} beslut|att (?:nämnden|styrelsen|utskottet|\w{{2,40}}(?:fullmäktige|styrelsen|nämnden|utskottet)) (?:beslutar|svarar) (?:så|ja)|att (?:nämnden|styrelsen|utskottet|\w{{2,40}}(?:fullmäktige|styrelsen|nämnden|utskottet)) gör (?:det|så)|att frågan besvaras med ja|frågan med ja besvarad)\.?$|, vilket (?:nämnden|styrelsen|utskottet|\w{{2,40}}(?:fullmäktige|styrelsen|nämnden|utskottet)) (?:gör|gjorde)\.?$",
    catches=(
        "finner att så sker.",
        "och finner att det är nämndens beslut",
        "och finner att kommunstyrelsen gör det.",
        "bifaller förslaget, vilket nämnden gör.",
    ),
    leaves=("finner bifall till motionen.", "finner att motionen avslås."),
)

# The same found not to be so: nothing won that was put.
FINDS_NOT_SO = Pattern(
    rf"{_FINDS} att (?:så (?:inte|ej) (?:ska ske|skall ske|sker|är fallet)|(?:det|detta) (?:inte|ej) (?:ska|skall) (?:ske|göras))\.?$",
    catches=("finner att så inte ska ske.", "och finner att så ej är fallet"),
    leaves=("finner att så sker.", "finner att motionen inte avslås."),
)

# What the chair asked, without who may and how: "arbetsutskottets förslag kan antas".
ASKED = (
    Pattern(
        r"^\S{3,60} (?:i övrigt )?(?:bifaller|antar|godkänner|beslutar (?:enligt|i enlighet med|att bifalla)) (?P<winner>.{2,400})$",
        catches=("nämnden bifaller Bo Ås ändringsförslag", "nämnden i övrigt beslutar enligt förvaltningens förslag"),
        leaves=("förslaget kan antas", "nämnden kan bifalla förslaget"),
    ),
    Pattern(
        r"^\S{3,60} (?:kan|ska|får|vill|bör) besluta(?:r)? (?:enligt|i enlighet med|att (?:bifalla|anta|godkänna)) (?P<winner>.{2,400})$",
        catches=("nämnden kan besluta i enlighet med förvaltningens förslag",),
        leaves=("förslaget kan antas",),
    ),
    Pattern(
        r"^\S{3,60} (?:kan|ska|får|vill|bör) (?:bifalla|anta|godkänna) (?P<winner>.{2,400})$",
        catches=("nämnden kan bifalla förvaltningens förslag",),
        leaves=("förslaget kan antas",),
    ),
    Pattern(
        r"^\S{3,60} (?:kan|ska|får|vill|bör) (?P<winner>(?:anse|förklara) .{2,400})$",
        catches=("kommunstyrelsen kan anse interpellationen vara besvarad",),
        leaves=("förslaget kan antas", "nämnden kan bifalla förslaget"),
    ),
    Pattern(
        r"^\S{3,60} (?:kan|ska|får|vill|bör) besluta(?:r)? att (?P<winner>(?:bordlägga|återremittera|avslå|remittera|avskriva|avgöra) .{2,400})$",
        catches=("nämnden kan besluta att bordlägga ärendet",),
        leaves=("nämnden kan besluta att bifalla förslaget",),
    ),
    Pattern(
        r"^(?P<winner>.{2,400}?) (?:kan|ska) (?:antas|bifallas|godkännas|anses antaget)$",
        catches=("arbetsutskottets förslag till beslut kan antas",),
        leaves=("motionen kan remitteras",),
    ),
)

# A finding in the words of the question: "finner att ärendet ska avgöras idag".
FINDS_THAT = Pattern(
    rf"{_FINDS} att (?P<winner>(?!{_ORGAN} inte|så (?:inte|ej) |det (?:inte|ej) )[^.;]{{2,120}}? (?:ska|skall|skulle|får|kan|bör) [^.;]{{2,200}}?)\.?$",
    catches=(
        "finner att ärendet ska avgöras idag.",
        "fann att det skulle avgöras i dag.",
        "finner att den inte ska få ställas.",
    ),
    leaves=("finner att så sker.", "finner att motionen avslås."),
)

# What becomes of the matter itself, asked for and found: "finner att det återremitteras", "att ärendet avgörs idag".
FINDS_MATTER = Pattern(
    rf"{_FINDS} att (?:{_ORGAN} (?=återremitterar ärendet|bordlägger ärendet|avgör ärendet))?(?:det (?=avgörs|återr|bordl))?(?P<winner>(?:återremitterar|bordlägger|avgör) ärendet|(?:ärendet )?(?:avgörs|återremitteras|bordläggs)(?: (?:idag|i dag|nu|(?:vid|på) (?:dagens sammanträde|sammanträdet)))?){_STOP}",
    catches=(
        "finner att det återremitteras.",
        "finner därvid att ärendet avgörs i dag.",
        "fann att ärendet bordläggs.",
        "finner att nämnden återremitterar ärendet.",
    ),
    leaves=("finner att motionen bordläggs.", "finner att det är bra."),
)

# The chair puts several against each other: "Anna Eks förslag, Bo Ås och Cia Bergs förslag mot varandra".
PART_OF_EACH_OTHER = Pattern(
    r"(?:(?<=förslag)|(?<=yrkande)|(?<=yrkanden)|(?<=avslag)|(?<=bifall))(?:, | och | samt )",
    catches=("Eva Linds (S) m.fl. yrkande och Bo Ås yrkande",),
    leaves=("yrkandena från S och V",),
)

# What is turned down is the matter itself, and nobody's proposal.
REJECTED_MATTER = Pattern(
    rf"{_FINDS} att (?:{_ORGAN} )?(?P<winner>(?:beslut(?:ar|at) (?:att )?)?(?:avslår|avslå|avslog|avslagit) (?:motionen|medborgarförslaget|ansökan|framställan|begäran|e-förslaget)|(?:motionen|medborgarförslaget|ansökan|framställan|begäran|e-förslaget) (?:ska )?(?:avslås|avslagits)){_STOP}",
    catches=("finner att styrelsen avslår motionen.", "finner att motionen avslås."),
    leaves=("finner att nämnden avslår yrkandet.",),
)

# What was rejected: it tells the winner where avslag was put as an alternative, and nothing else.
REJECTED = Pattern(
    rf"{_FINDS} att (?:.{{2,200}}? (?:har |ska )?(?:avslås|avslagits|avstyrks|avstyrkts)|{_ORGAN} (?:beslut(?:ar|at) (?:att )?)?(?:avslår|avslå|avstyrker|avstyrka) .{{2,200}}?){_STOP}",
    catches=("finner att motionen avslås.", "finner att kommunfullmäktige avslår densamma."),
    leaves=("finner att motionen bifalls.",),
)

# What is put and wins in one breath: "ställer först proposition på förslaget, som bifalls".
PUT_AND_WON = Pattern(
    r"^(?P<winner>[^,;]{2,300}?),? (?:som|vilket|vilka) (?:då |därvid |också )?(?:bifalls|bifölls|bifallits|antas|antogs|godkänns|godkändes)$",
    catches=("regiondirektörens förslag, som bifalls", "förslaget, vilket antas"),
    leaves=("bifall och avslag", "förslaget, som avslås"),
)

# What is put and loses in one breath: nothing won that was put.
LOST_AT_ONCE = Pattern(
    r", (?:som|vilket|vilka) (?:då |därvid |också )?(?:avslås|avslogs|avslagits)\.?$| (?:under proposition|prövas|prövades) och (?:avslås|avslogs)\.?$",
    catches=(
        "Anna Eks (S) yrkande, som avslås",
        "dessa yrkanden, vilka avslogs.",
        "yrkandet ställs under proposition och avslås.",
    ),
    leaves=("förslaget, som bifalls", "förslag, som inte avslås"),
)

# Which of what was put it is that is found for: "finner att nämnden bifaller tilläggsyrkandet".
KIND_PUT = Pattern(
    r"(?<!\w)(?P<kind>ändrings|tilläggs)(?:förslaget|yrkandet)\.?$",
    catches=("finner att nämnden bifaller tilläggsyrkandet.",),
    leaves=("finner att nämnden bifaller det.", "finner att tilläggsyrkandet avslås."),
)

# Words that only point back: they name no winner by themselves.
POINTS_BACK = Pattern(
    r"^(?:det|den|detta|denna|detsamma|densamma|samma|dessa|så)$",
    catches=("detta", "densamma"),
    leaves=("förslaget",),
    ignore_case=True,
)

ADJECTIVES = {
    "avslagits": Outcome.AVSLAG,
    "avslås": Outcome.AVSLAG,
    "avslogs": Outcome.AVSLAG,
    "avslaget": Outcome.AVSLAG,
    "avslagen": Outcome.AVSLAG,
    "avslagna": Outcome.AVSLAG,
    "avslår": Outcome.AVSLAG,
    "avslagit": Outcome.AVSLAG,
    "avslog": Outcome.AVSLAG,
    "bifallet": Outcome.BIFALL,
    "bifallen": Outcome.BIFALL,
    "antaget": Outcome.BIFALL,
    "antagen": Outcome.BIFALL,
    "antas": Outcome.BIFALL,
    "antagits": Outcome.BIFALL,
    "antogs": Outcome.BIFALL,
    "bifallits": Outcome.BIFALL,
    "bifalls": Outcome.BIFALL,
    "bifölls": Outcome.BIFALL,
    "bifaller": Outcome.BIFALL,
    "bifallit": Outcome.BIFALL,
    "biföll": Outcome.BIFALL,
    "beslutar i enlighet med": Outcome.BIFALL,
    "beslutar enligt": Outcome.BIFALL,
}

# Sentences of a beslutsgång that put and find nothing, and hide nothing either.
CONTEXT = Pattern(
    r"\b(?:begär|begärde)(?: härefter| därefter)? (?:omröstning|votering)|^(?:Omröstning|Votering)(?: har)? beg(?:ärs|ärdes|ärts) och |\b[Pp]ropositionsordning(?:en)? (?:godkänns|godkändes)|\bföreslår följande (?:propositions|besluts|omröstnings|voterings)ordning"
    r"|\bhuvudvoteringen\.?$|^(?:Ja|Nej)-röst(?: ?[:=]| för| innebär) |\bgodkänner(?:s)? följande (?:ordning för omröstning|omröstningsordning)|^Följande (?:voterings|propositions|omröstnings|besluts)(?:proposition|ordning|gång) godkänn(?:s|es|des)|^För att utse motförslag\b|\bgodkänner (?:propositions|voterings|omröstnings|besluts)(?:ordning|gång)en\.?$|^Upprop (?:förrättas|verkställs|genomförs)\.?$|^Vid uppropet avges följande röster\.?$|\bredogör för (?:propositions|voterings|omröstnings|besluts)(?:ordning|gång)en\b|^\w{2,12} (?:olika )?(?:förslag|yrkanden) föreligger\.?$|\bfrågar vilke[tn]\b[^.]{0,160}\bmotförslag\b|^(?:Omröstning|Votering) begärs (?:inte|ej)\.?$|^(?:Ärendet|Motionen) (?:är|har) (?:därmed|således|härmed|därigenom) (?:blivit )?återremitterat?s?\b|^(?:Ingen (?:omröstning|votering) begärs|[Bb]egärs (?:inte|ej))\.?$|^Till motförslag(?: i huvud(?:voteringen|omröstningen))? (?:utses|antas|utsågs|antogs) |^(?:Nämnden|Styrelsen|Utskottet|[A-ZÅÄÖ]\w{2,40}(?:fullmäktige|styrelsen|nämnden|utskottet)) godkänner följande (?:voterings|propositions|omröstnings|besluts)(?:proposition|ordning|gång):?$|^Återstående yrkanden ställs under proposition\.?$|^(?:Omröstning|Votering) begär(?:s|des)(?: och verkställs| av [^.:;]{2,80})?\.$|\b(?:konstaterar|finner) att det (?:finns|föreligger) \w{2,12} \w{0,10}(?:förslag|yrkanden?)\b|\bfinner att (?:denna )?(?:propositions|besluts)ordning(?:en)? (?:godkänns|godkänd)"
    r"|^Det (?:finns|föreligger)(?: (?:därmed|således|alltså))? \w{2,12} (?:olika )?(?:förslag|yrkanden)(?: till beslut)?(?:[:,] [^;]{2,300})?\.$"
    r"|^[^.:;]{2,160} (?:utses|utsågs|väljs|antas|ska vara|är|blir)(?: (?:till|som))? (?:huvudförslag|motförslag)(?: (?:i|till) [^.:;]{2,60})?\.$"
    rf"|^(?:{_ORGAN}|Fullmäktige|Nämnden|Styrelsen|Utskottet) godkänner (?:ordningen|förslaget till (?:propositions|besluts|voterings)ordning)\.$"
    rf"|^{_ORGAN} har (?:därmed|därigenom|således|alltså) beslutat [^.:;]{{2,300}}\.$",
    catches=(
        "Omröstning begärs.",
        "Votering begärs av Anna Ek (M).",
        "Anna Ek (M) begär votering.",
        "Omröstning begärs och ska genomföras.",
        "Propositionsordningen godkänns.",
        "Nämnden godkänner följande omröstningsordning:",
        "Ordföranden antecknar kommunstyrelsens förslag som Ja-proposition i huvudvoteringen.",
        "Ordföranden konstaterar att det finns tre förslag till beslut.",
        "Två förslag föreligger.",
        "Följande voteringsordning godkänns:",
        "Upprop förrättas.",
        "Kommunfullmäktige godkänner propositionsordningen.",
        "Ordföranden redogör för propositionsordningen: först prövas förslaget.",
        "Ordföranden frågar vilket av förslagen som ska utgöra motförslag.",
        "Votering begärs inte.",
        "Ärendet är därmed återremitterat eftersom minst en tredjedel har röstat för återremiss.",
        "Till motförslag i huvudvoteringen utses avslag på motionen.",
        "Nämnden godkänner följande voteringsproposition:",
        "Det finns två förslag till beslut: nämndens förslag och Anna Eks förslag.",
        "Ordföranden finner att Anna Eks förslag utses till motförslag.",
        "Kommunstyrelsens förslag är huvudförslag.",
        "Fullmäktige godkänner ordningen.",
        "Kommunfullmäktige har därmed beslutat enligt kommunstyrelsens förslag.",
    ),
    leaves=("Ordföranden finner att motionen avslås.",),
)
