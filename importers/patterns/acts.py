"""Verbs by which somebody wants, agrees, is against or stays out: tables, one for each kind of fact."""

from __future__ import annotations

from importers.patterns.pattern import Pattern
from importers.patterns.people import CODE, NAME
from importers.patterns.who import OWNS, TITLE

# What somebody "yrkar" who wants the same as another; what a body or a paper proposes is a thing of its own.
WANTED_ALIKE = (
    r"(?:detsamma|samma sak|likaså|likadant|(?:i likhet med|på samma sätt som|samma som|som|enligt) "
    r"(?![^.:;,]{2,60}(?:förslag|budget|yrkande|skrivelse|[Bb]ilaga \w{1,3}\.?$))"
    r"(?:föregående talare|(?!(?:Kommun|Region|Stads|\w{2,30}(?:nämnden|styrelsen|utskottet)))[A-ZÅÄÖÉ][^.:;,]{2,60})\.?$)"
)

# Whoever "instämmer" in what another moves, moves it too.
AGREES = Pattern(
    r"(?<!\w)(?:instämmer|instämde|biträder|biträdde|understöder|understödde|stöder|stödjer|stödde|ansluter sig|anslöt sig|ställer sig bakom|ställde sig bakom|(?:yrkar|yrkade)(?= "
    rf"{WANTED_ALIKE})"
    r"|(?:tillstyrker|tillstyrkte)(?= (?:detta |samma )?yrkande| [A-ZÅÄÖÉ][^.:;]{2,120} yrkande)|(?:också|även|likaså) (?:gör|gjorde)|(?:gör|gjorde) (?:också|även|likaså))(?!\w)",
    catches=(
        "vilket Siv Ek (L) instämmer i",
        "Bo Å (V) biträder yrkandet",
        "ansluter sig till",
        "tillstyrker yrkandet",
        "tillstyrker Anna Eks (S) yrkande",
    ),
    leaves=("instämmande", "biträdande direktör", "biträds", "tillstyrker motionen"),
)

# The same behind whoever is named: "yrkar avslag, vilket även Bo Å (V) gör".
DOES_THE_SAME = Pattern(
    r"(?<!\w)(?:gör|gjorde)(?= (?:och|samt|medan) |[.,;]|$)",
    catches=("vilket även Bo Å (V) gör.", "vilket också Bo Å (V) gjorde, medan"),
    leaves=("gör att", "utgör.", "göra"),
)

# The same of a paper, with who agrees behind it: "Yrkandet biträds av Bo Å (V)."
AGREED_WITH = Pattern(
    r"^(?P<what>(?:Detta |Samma |Ovanstående )?[^.:;]{0,120}?(?:[Yy]rkande\w{0,2}|[Ff]örslag\w{0,2}|Häri|Detta|Däri))(?: (?:biträds|biträddes|stöds|stöddes|stödjs|understöds|understöddes|får stöd|vinner stöd|instäms i) av |(?:,)? (?:instämmer|instämde) (?=[A-ZÅÄÖÉ]))(?P<who>[^.:;]{2,300})\.?$|^(?P<what2>I (?:yrkandet|förslaget|detta)[^.:;]{0,100}?|Häri|Däri|Detsamma|Samma sak|Det|Så|Likaså) (?:instämmer|instämde|(?:gör|gjorde)(?: även| också)?) (?P<who2>[^.:;]{2,300})\.?$|^(?P<what3>Instämm)(?:er gör|ande:) (?P<who3>[^.:;]{2,300})\.?$",
    catches=(
        "Instämmer gör Bo Å (V) och Cia Berg (M).",
        "Yrkandet biträds av Bo Å (V).",
        "Anna Eks (S) yrkande biträds av Bo Å (V) och Cia Berg (M).",
        "I yrkandet instämmer Bo Å (V).",
        "Häri instämmer Bo Å (V).",
        "Detsamma gör Bo Å (V).",
        "Det gör även Bo Å (V) och Cia Berg (M).",
    ),
    leaves=("Bo Å (V) biträder yrkandet.", "Yrkandet avslås."),
)

# What somebody agrees with in a sentence of its own: nothing more than the last that was moved, or somebody's by name.
AGREED_LAST = Pattern(
    r"^,?(?: (?:i likhet med|på samma sätt som|som|i|till|med))?(?: (?:det|detta|föregående|samma|ovanstående))?(?: (?:yrkandet?|förslag(?:et)?|detta|det|detsamma|samma sak|likaså|likadant|föregående talare|densamma|desamma|yrkande))?(?: ovan)?\.?$",
    catches=(
        " i yrkandet.",
        " i detta.",
        " i detta förslag.",
        " yrkandet.",
        ".",
        " till yrkandet",
        " i föregående yrkande.",
    ),
    leaves=(" i Anna Eks (S) yrkande.", " i bifallsyrkandet.", " motionen."),
)
AGREED_BY_NAME = Pattern(
    r"^,?(?: (?:i|till|med|bakom))? ?(?P<whose>[A-ZÅÄÖÉ][^.:;]{2,200}?)(?: m\.? ?fl\.?| med fleras?)? (?:(?P<paper>avslags|bifalls|återremiss|bordläggnings|tilläggs|ändrings)yrkande|\w{0,20}yrkande|(?:mot|tilläggs|ändrings)?förslag)(?:n|t)?(?: om (?P<stance>avslag|bifall|återremiss|bordläggning)?[^.:;]{0,80})?(?: och [^.:;]{2,60})?\.?$",
    catches=(
        " i Anna Eks (S) yrkande.",
        " Bo Ås (V) m.fl. förslag",
        " i Anna Eks yrkande om avslag.",
        " till Anna Eks återremissyrkande.",
        " Anna Eks motförslag.",
    ),
    leaves=(" i yrkandet.", " i avslagsyrkandet."),
)
AGREED_BY_PERSON = Pattern(
    rf"^,? (?:med|i likhet med|på samma sätt som|som|enligt|(?:detsamma|samma sak|samma|likadant|likaså) som) (?P<whose>(?i:{TITLE}){NAME}(?: ?\({CODE}\))?(?:(?:,| och|, och) (?i:{TITLE}){NAME}(?: ?\({CODE}\))?){{0,3}})(?: m\.? ?fl\.?)?\.?$",
    catches=(" i likhet med Anna Ek (S).", " med Anna Ek", " detsamma som Anna Ek (S) och Bo Å (V).", " som Anna Ek"),
    leaves=(" med Anna Eks (S) yrkande.", " som föregående talare.", " med hänvisning till Anna Ek (S) i debatten."),
)
AGREED_BY_STANCE = Pattern(
    r"^,?(?: (?:i|till|med|bakom))?(?: (?P<paper>avslags|bifalls|återremiss|bordläggnings|tilläggs|ändrings)yrkandet| yrkandet om (?P<stance>avslag|bifall|återremiss|bordläggning))(?: (?:på|till|av) [^.:;]{2,60})?\.?$",
    catches=(" i avslagsyrkandet.", " i yrkandet om bifall till motionen."),
    leaves=(" i yrkandet.", " i Anna Eks (S) yrkande."),
)

# With whom, or with which stance, behind a verb of agreeing within a sentence: "Bo Å yrkar avslag; Cia Berg instämmer med Anna Ek (S)".
AGREES_WITH_NAMED = Pattern(
    r"^,? (?:i|till|med|bakom) (?:(?P<paper>avslag|bifall|återremiss|bordläggning)s?(?:yrkandet|förslaget)|yrkandet om (?P<stance>avslag|bifall|återremiss|bordläggning)|(?P<whose>(?:(?!(?:och|samt|men|medan|varefter|varvid|varpå) )[A-Za-zåäö:0-9]{1,20} ){0,3}?[A-ZÅÄÖÉ][^.:;,]{2,120}?)(?=[.:;,]| (?:yrkande|förslag|och|samt|men|medan|i)(?!\w)|$))",
    catches=(
        " med Anna Ek (S).",
        " i Anna Eks (S) yrkande",
        " i avslagsyrkandet",
        " i yrkandet om avslag",
        " med ordföranden Anna Ek (S)",
    ),
    leaves=(
        " i yrkandet",
        " i detta och yrkar avslag",
        " i.",
        " med föregående talare.",
        " i och Bo Å (V) yrkar",
        " i detta samt Bo Å (V) yrkar",
    ),
)

# A statement or reservation that somebody joins: "Bo Å (V) ansluter sig till yttrandet."
JOINS_WHAT_IS_SAID = Pattern(
    r"^,?(?: (?:i|till|med|bakom))? (?:(?:det |den )?(?:särskilda |skriftliga )?(?:yttrandet|(?:protokolls)?anteckningen|reservationen)|(?:[A-ZÅÄÖÉ][^.:;]{2,80} )(?:särskilda yttrande|(?:protokolls)?anteckning|reservation))\.?$",
    catches=(" till yttrandet.", " i reservationen.", " till Anna Eks (M) reservation."),
    leaves=(" till yttrandet från nämnden.", " i yrkandet."),
)

# Before somebody of whom another wants that they do something: "Anna Ek (S) yrkar att Bo Å (V) begär återremiss".
THAT_SOMEBODY = Pattern(
    rf"(?<!\w)(?:yrka(?:r|de)|begär(?:de)?|vill|ville|önskar|önskade|ber|bad|föresl(?:år|og)|uppmana(?:r|de)|hemställ(?:er|de)|kräv(?:er|de)|undrar|undrade|frågar|frågade|hoppas|anser)(?: (?!och )[^\s.:;]{{1,20}}){{0,3}} att (?:även |också |därför )?(?i:{TITLE})$",
    catches=("Anna Ek (S) yrkar att ", "Anna Ek (S) begär att ordföranden ", "Anna Ek (S) yrkar på att även "),
    leaves=("yrkar avslag på motionen och ", "Anna Ek (S) anmäler att ", "yrkar avslag och meddelar att "),
)

# Before whoever wants the same as the one before: "att motionen bifalls, vilket även Bo Å (V) yrkar".
WANTS_THE_SAME = Pattern(
    rf"(?:,|\w) (?:vilket|något som|det som) (?:även|också|likaså) (?i:{TITLE})$",
    catches=("bifalls, vilket även ", "motionen vilket också ", "avslag, vilket även ordföranden "),
    leaves=("i enlighet med vad ", "avslag, vilket ", "Det även "),
)

# Before somebody's name where they may want the same as whoever moves something: "yrkar avslag, vilket Bo Å (V) ställer sig positiv till".
MAY_AGREE = Pattern(
    rf"(?:(?:^|[ ,;])(?:även|också|likaså|liksom|jämte|vilket|så|tillsammans med)(?: för| från| av| gör| görs av)?|, med) (?i:{TITLE})$",
    catches=("avslag, vilket ", "Anna Ek (S), även för ", "avslag, med ", "avslag, vilket också görs av "),
    leaves=("bifall till yrkandet från ", "avslag och ", "enligt vad "),
)
# Behind it where something of theirs is spoken of instead: "och även Bo Ås (M) tilläggsyrkande".
OWNS_SOMETHING = Pattern(
    rf"^{OWNS}",
    catches=(" tilläggsyrkande", " m.fl. förslag", " motion om bad"),
    leaves=(" gör", " ställer sig bakom förslaget", "."),
)

IN_THE_PAST = Pattern(
    r"(?:de|te|og|av|lt)$",
    catches=("yrkade", "föreslog", "begärde", "tillstyrkte"),
    leaves=("yrkar", "föreslår", "begär"),
)

# Before a name that a preposition governs or that is spoken of: "till förmån för ", "enligt förslag från ", "väljs ".
GOVERNED = Pattern(
    r"(?:(?<!\w)(?:från|av|till|för|med|mot|enligt|om|på|efter|genom|väljs|väljer|välja|utses|utser|utse|föreslår|nominerar|att|som|ersätt(?:er|s av))|[\"”“:(]) ?(?i:(?:ledamoten|ordföranden?|ersättaren?) )?$",
    catches=("till förmån för ", "enligt förslag från ", "föreslår att ", "yrkar: "),
    leaves=("Anna Ek (S) och hennes ersättare ", ", "),
)

# Between two names in a row, of which a word before governs both: "från Anna Ek (S), Bo Ås (M) och Cia Berg (V)".
NAMED_ALIKE = Pattern(
    rf"^(?:,|,? (?:och|samt)) (?i:{TITLE})$",
    catches=(", ", " och ", " samt ordföranden "),
    leaves=(" och hennes granne ", " yrkar ", " till "),
)

# Behind somebody in the sentence of a fact, what they do besides: "Anna Ek (S) anmäler jäv, Bo Ås (M) tjänstgör".
SERVES_INSTEAD = Pattern(
    r"^,? (?:tjänstgör|tjänstgjorde|inträder|inträdde|träder in|går in|gick in|ersätter|ersatte|leder|ledde|övertar|övertog|tar över|tog över|fungerar som|utses|väljs)(?!\w)",
    catches=(" tjänstgör.", " leder mötet", " övertar ordförandeskapet"),
    leaves=(" deltar inte", " instämmer"),
)

# Between whoever agrees and the next who acts in the same sentence: "Bo Å (V) instämmer i yrkandet och Cia Berg (M) yrkar avslag".
AGREES_BEFORE_ANOTHER = Pattern(
    rf"^(?P<agrees>[^.:;]{{2,200}}?(?:instämmer|instämde|biträder|ansluter sig|ställer sig bakom|gör(?: även| också)?)(?!\w)[^.:;]{{0,120}}?),? (?:och|samt|men|medan|varefter) (?=(?i:{TITLE}){NAME} ?\({CODE}\)(?: m\.? ?fl\.?)? (?:yrkar|yrkade|föreslår|föreslog)(?!\w))",
    catches=(
        "Bo Å (V) instämmer i yrkandet och Cia Berg (M) yrkar avslag på motionen.",
        "Det gör även Bo Å (V) medan ordföranden Cia Berg (M) yrkar avslag.",
    ),
    leaves=(
        "Bo Å (V) instämmer i Anna Eks (S) och Cia Bergs (M) yrkande.",
        "Anna Ek (S) yrkar avslag och Bo Å (V) yrkar bifall.",
    ),
)

# Behind whoever agrees before it is said with what: "Anna Ek (S) yrkar, och Bo Å (V) instämmer, att motionen avslås".
AGREES_BEFORE_WHAT = Pattern(
    r"^(?: i(?: detta| det| yrkandet)?)?,(?= (?:att|på|bifall|avslag|återremiss|bordläggning)(?!\w))",
    catches=(", att motionen avslås", " i, att motionen avslås", " i detta, bifall till motionen"),
    leaves=(" i yrkandet.", ", medan Bo Å (V) yrkar"),
)

# Before a verb whose subject is the body that is to act, within what somebody moves: "yrkar, med stöd av Bo Å (V), att nämnden tillstyrker".
BODY_IS_TO = Pattern(
    r"(?<!\w)att (?:\w{0,30}(?:nämnden|styrelsen|fullmäktige|utskottet))(?: (?:ska|skall|bör))? $",
    catches=(", att kommunstyrelsen ", " att nämnden ska "),
    leaves=(" att Anna Ek (S) ", " kommunstyrelsen "),
)

# What joins one act to the next is of neither.
JOINS_ACTS = Pattern(
    rf"(?:[,;]|(?<![,;]))(?: (?:och|samt|men|medan|varefter|varvid|varpå|vilket|vilka|i vilket|något|det|som|dels|därefter|även|också)){{0,2}} ?(?i:{TITLE})$",
    catches=(" avslag, medan ", " avslag och även ", " avslag, något som ", " avslag och ordföranden ", " avslag"),
    leaves=(),
)

# Those who act, named one by one behind a colon: "Följande yrkar avslag: Anna Ek (S)"; or in the lines beneath.
LISTED_BEHIND = Pattern(
    r"^(?P<how>(?:[^:;.]{0,120} )?(?:[Ff]öljande|[Nn]edanstående)(?: [^:;.]{0,300})?): ?(?P<who>[^:;]{3,2000}?)\.?$",
    catches=(
        "Följande ledamöter reserverar sig mot beslutet: Anna Ek (S), Bo Å (V).",
        "Mot beslutet reserverar sig följande: Anna Ek (S)",
    ),
    leaves=("Anna Ek (S): Följande gäller.", "Följande ledamöter reserverar sig:"),
)
NAMES_FOLLOW = Pattern(
    r"(?:(?:^|\s)(?:[Ff]öljande|[Nn]edanstående)(?: [a-zåäö]{1,20}){0,8}|\b(?:yrkas|yrkades|föreslås|föreslogs) av):$",
    catches=(
        "Följande ledamöter reserverar sig mot beslutet:",
        "Mot beslutet reserverar sig följande:",
        "Avslag yrkas av:",
    ),
    leaves=("Anna Ek (M) yrkar att:", "följande ledamöter: Anna Ek (S)"),
)

# Nothing is moved, and nobody is against: "Inga yrkanden framställs."
NOTHING_MADE = Pattern(
    r"^Ingen(?: annan| ytterligare)? (?:har yrkat|yrkar|yrkade|reserverar sig|reserverade sig)\.?$|^[Bb]egärs (?:inte|ej)\.?$|^(?:Ing(?:a|en|et)|Ej några)(?: \w{1,20}){0,2} (?:yrkanden?|reservation(?:er)?|protokollsanteckning(?:ar)?)(?: \w{1,20}){0,4}\.?$|^Ing(?:a|en|et)\.?$|^[A-ZÅÄÖÉ][^.:;()]{2,60} \([^()]{1,25}\) (?:yttrar sig utan|har inget|lägger inget|framställer inget|väljer att inte lägga något|avstår från) (?:eget )?yrkande\.$|^(?:Under [^.:;]{3,40} )?(?:framställs|framställdes|lämnas|lämnades|läggs|lades|ställs|ställdes)(?: fram)? följande (?:yrkanden?|förslag)(?: fram)?[.:]$|^Följande (?:yrkanden?|förslag) (?:framställs|framställdes|föreligger|lämnas|läggs fram|finns)[.:]$",
    catches=(
        "Under debatten framställs följande yrkanden.",
        "Följande yrkanden framställs:",
        "Inga yrkanden framställs.",
        "Ingen annan har yrkat.",
        "Inga.",
        "Inga reservationer anmäls.",
        "Ingen reservation.",
        "Bo Å (V) yttrar sig utan eget yrkande.",
    ),
    leaves=("Inga yrkanden framställs av Anna Ek (S).", "Yrkanden framställs."),
)

# A line in which somebody wants something, is against or stays out: no entry of a list of papers or receivers.
STATES_AT_START = Pattern(
    rf"^(?:Mot beslutet (?:reserver|anmäl|lämnas|avges)|På grund av jäv delt|{NAME} ?\({CODE}\)(?: m\.? ?fl\.?)?(?:,? (?:och|samt) |, | )(?:[^.:;]{{0,120}}? )?(?:yrkar|yrkade|föreslog|föreslår (?:bifall|avslag|återremiss|bordläggning|att)|reserverar sig|reserverade sig|instämmer|(?:begär|begärde)(?= (?:återremiss|bordläggning|bifall|avslag))|hemställer|hemställde|förordar|förordade|(?:till|av)styrk(?:er|te)|biträd(?:er|de)|ansl(?:uter|öt) sig|ställ(?:er|de) sig bakom|del(?:tar|tog) (?:inte|ej)|avstår från|anmäler|meddelar att|antecknar|lämnar|avger|(?:begär|önskar|vill) (?:att )?få|(?:får|fick) (?:till|i) protokollet|(?:låter|lät) (?:till protokollet )?anteckna)(?!\w))",
    catches=(
        "Anna Ek (S) yrkar bifall till motionen.",
        "Anna Ek (S) och Bo Å (V) föreslår avslag",
        "Anna Ek (S) begär återremiss.",
        "Anna Ek (S) deltog inte i beslutet.",
        "Anna Ek (S) begär att få följande antecknat:",
        "Anna Ek (S) får till protokollet antecknat att",
        "Mot beslutet reserverar sig Anna Ek (S).",
    ),
    leaves=("Yrkande från Anna Ek (S)", "Anna Ek (S)", "Motion från Anna Ek (S) om bad", "Tjänsteskrivelse"),
)

# Who spoke, and nothing of what they want: "Ann Frid (C) och Bo Lans (S) deltar i överläggningen."
TAKES_PART = Pattern(
    rf"^(?!.{{0,600}}(?:yrka|föresl|reserver|instäm|biträd|ansl(?:uter|öt)|hemställ|bif[aä]ll|avsl[aåo]|(?:till|av)styrk|återremi|bordl|röst|avst(?:år|od)|deltar (?:inte|ej)|jäv))(?:(?:Under|I) [^.:;()]{{3,60}} (?:yttrar|yttrade) sig {NAME} ?\({CODE}\)[^.:;]{{0,400}}|{NAME} ?\({CODE}\)[^.:;]{{0,400}}?(?:(?:deltar|deltog) i (?:överläggning|debatt|diskussion|samtal)\w{{0,5}}|(?:yttrar|yttrade) sig(?: i (?:ärendet|debatten))?|har ordet|begär ordet))\.$",
    catches=(
        "Ann Frid (C), Bo Lans (S) och Cia Rud (MP) deltar i överläggningen.",
        "I debatten yttrar sig Ann Frid (C) och Bo Lans (S).",
    ),
    leaves=(
        "Ann Frid (C) yrkar avslag.",
        "Ann Frid (C) deltar inte i beslutet.",
        "I debatten yttrar sig Ann Frid (C) som instämmer med Bo Lans (S).",
    ),
)

# Words of stance anywhere: where nothing was read of them, something may be missing.
SAYS_STANCE = Pattern(
    r"(?<!\w)(?<!\bni )(?<!\bdu )(?:yrka(?:r|de|t|s|des)|reserver(?:ar|ade|at) sig|instäm(?:mer|de|mande)|biträd(?:er|de|s|des)|hemställ(?:er|de)|ställ(?:er|de) sig bakom|anslut(?:er|it) sig|anslöt sig)(?!\w)",
    catches=("yrkar", "instämmer", "reserverar sig", "biträds", "ställer sig bakom"),
    leaves=("yrkande", "yrkandet", "reservation", "vilken ändring ni yrkar"),
)

_SETTLES = r"avgöra?s?|avgör|avslå[rs]?|bifall(?:as?|er|s)|återremittera[rs]?|bordlägg(?:as?|er|s)"
_IS_TO = rf"(?:{_SETTLES}|beslut(?:as?|ar)|anta[rs]?)"
# What somebody wants of the meeting in words that move nothing: "Bo Ås (M) vill avgöra det i dag". What a body is to decide
# is what a motion wants, if it is not how: "vill att fullmäktige beslutar att utreda bryggan".
WANTS_IT_SO = Pattern(
    rf"\({CODE}\)(?: m\.? ?fl\.?)?,? (?P<word>(?:vill|ville|önskar|önskade)(?: \w{{2,12}}){{0,2}} (?:(?:få |se )?{_IS_TO}(?!\w)|att (?:ärendet|motionen|frågan|förslaget|paragrafen|det) (?:\w{{2,12}} ){{0,2}}{_IS_TO}(?!\w)|att \w{{0,30}}(?:nämnden|styrelsen|utskottet|fullmäktige) (?:\w{{2,12}} ){{0,2}}(?:{_SETTLES}|beslutar (?:enligt|i enlighet))(?!\w))|(?:motsätter|motsatte) sig|(?:är|var) (?:för|mot|emot) (?:bifall|avslag|återremiss|bordläggning|förslaget|motionen)(?!\w))",
    catches=(
        "Bo Ås (M) vill avgöra det i dag.",
        "Bo Ås (M) vill att ärendet avgörs i dag.",
        "Bo Ås (M) önskar att nämnden avslår ansökan.",
        "Bo Ås (M) vill att nämnden beslutar enligt förslaget.",
        "Bo Ås (M) motsätter sig återremissen.",
        "Bo Ås (M) var mot förslaget.",
    ),
    leaves=(
        "Bo Ås (M) vill veta när svaret kommer.",
        "Bo Ås (M) vill i en motion att bryggan rivs.",
        "Bo Ås (M) vill att kommunfullmäktige beslutar att utreda bryggan.",
        "Nämnden vill avgöra ärendet.",
        "Bo Ås (M) är för närvarande sjuk.",
    ),
)

# Another who is told of behind whoever moves something: "Anna Ek (S) begär återremiss medan Bo Ås (M) vill avgöra det".
TOLD_OF_BESIDES = Pattern(
    rf",? (?=(?:medan|men) (?i:{TITLE}){NAME} ?\({CODE}\)(?: m\.? ?fl\.?)? (?:vill|ville|önskar|önskade|anser|ansåg|menar|menade|är|var|motsätter|motsatte|stöder|stödjer|stödde)(?!\w))",
    catches=("Anna Ek (S) begär återremiss medan Bo Ås (M) vill avgöra det i dag.", "avslag, men Bo Ås (M) är emot"),
    leaves=("Anna Ek (S) yrkar avslag medan Bo Ås (M) yrkar bifall.", "avslag, men nämnden vill avgöra ärendet"),
)

# What continues the same subject: "yrkar bifall till förslaget och föreslår att …"
SAME_SUBJECT = Pattern(
    r"(?:,? (?:och|samt|men|dels|eller)(?: även| också| dessutom| därefter| vidare| i andra hand| då)?|;|,)(?: (?:de|hon|han|hen))? ?$",
    catches=("bifall till motionen och ", "avslag samt ", "bifall, och i andra hand "),
    leaves=("som kommunstyrelsen ", "att nämnden "),
)

# What somebody does before they move something: "Anna Ek (S) tackar för svaret och yrkar bifall".
DOES_FIRST = Pattern(
    r"^ (?:(?:deltar|deltog) (?:inte|ej)|avstår från att delta|reserverar sig|anför|anförde|berättar|framför|framförde|informerar|motsätter sig|motsatte sig|kommenterar|presenterar|redogör|redogjorde|tackar|tackade|talar|talade|yttrar sig|begär ordet|utvecklar sin talan)(?! att| som)(?:(?! att | som | vad | hur )[^,.:;()]){0,100} och (?:därefter |samtidigt )?$",
    catches=(
        " tackar för svaret och ",
        " yttrar sig i ärendet och ",
        " begär ordet och ",
        " deltar inte i beslutet och ",
        " motsätter sig återremiss och ",
    ),
    leaves=(
        " och ",
        " anför att taxan är för hög och ",
        " redogör för ärendet, varefter ",
        " redogör för vad nämnden anser och ",
    ),
)

# What somebody says before they move something, and nobody else is named in: "Anna Ek (S) anför att taxan är för hög och yrkar avslag".
SAYS_FIRST = Pattern(
    r"^(?: (?:anför|anförde|framhåller|framhöll|påpekar|påpekade|menar|menade|anser|ansåg|konstaterar|konstaterade|vill|ville|önskar))? att (?:(?! att | som | medan | men )[^,.:;()A-ZÅÄÖÉ]){3,160} och (?:därefter |därför )?$",
    catches=(" anför att taxan är för hög och ", " att löftet är för svagt och ", " ansåg att avgiften slår fel och "),
    leaves=(
        " anför att taxan är hög, medan ",
        " att Bo Ås (M) har fel och ",
        " anför att nämnden anser att taxan är hög och ",
    ),
)
SAYS_BEFORE = Pattern(
    r"^(?:(?:Under|Vid|I) [^,.:;()]{3,60} |(?:Därefter|Vidare|Sedan) )?(?:[Aa]nför|[Aa]nförde|[Ff]ramhåller|[Ff]ramhöll|[Pp]åpekar|[Pp]åpekade|[Mm]enar|[Aa]nser) (?=\S)",
    catches=("Under överläggningarna anför Anna Ek (S)", "Därefter påpekar Anna Ek (S)"),
    leaves=("Anna Ek (S) anför", "Nämnden anser"),
)

# Somebody reports of themselves, or chooses: "Anna Ek (C) meddelar att hon inte deltar i beslutet."
REPORTS_OF_SELF = Pattern(
    r"(?<!\w)(?:anmäler|anmälde|meddelar|meddelade|tillkännager|tillkännagav|deklarerar|uppger|förklarar|antecknar|begär att få antecknat|låter anteckna) (?:till protokollet )?att (?:hon|han|hen|de)(?: på grund av jäv| p\.?g\.?a\.? jäv)? $|(?<!\w)(?:väljer|valde) att $",
    catches=("Anna Ek (C) meddelar att hon ", "Ledamöterna från V valde att "),
    leaves=("Anna Ek (C) anmäler att ledamöterna ",),
)
